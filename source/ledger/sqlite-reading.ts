import {readFileSync, statSync} from 'node:fs';
import Database from 'better-sqlite3';
import {LedgerTrouble} from './ledger.ts';
import {refuseNewer, stepsFolder, stepsIn, versionOf} from './migrate.ts';
import {
	absolute,
	closingOnError,
	dataVersion,
	distrust,
	isBlank,
	lockWait,
	refuseFolder,
	type SqliteFile,
} from './sqlite-file.ts';

type Reading = {
	readonly db: Database.Database;
	/** False when the connection does not show what the file holds now. */
	readonly isCurrent: () => boolean;
	readonly version: () => string;
};

/** The step that made the entries as they are read. Later ones bring what reading does without: an old ledger in a place
 * that may not be written must stay readable. */
const oldestReadable = 1;

const checked = (db: Database.Database, file: string): Database.Database =>
	closingOnError(db, () => {
		distrust(db);
		const isEmpty = isBlank(db, file);
		refuseNewer(db, stepsIn(stepsFolder()));
		if (isEmpty || versionOf(db) < oldestReadable) {
			throw new LedgerTrouble(
				isEmpty ? `${file} is empty: no incident was ever declared in it.` : `${file} is of an older version.`,
				'Open it once without --readonly.',
			);
		}
	});

/** Size and time of change of the file and its -wal: they differ after others wrote. */
const stampOf = (file: string): string =>
	[file, `${file}-wal`]
		.map(name => statSync(name, {bigint: true, throwIfNoEntry: false}))
		.map(stat => (stat === undefined ? '-' : `${stat.ino}:${stat.size}:${stat.mtimeNs}`))
		.join(' ');

/**
 * The file as it stands, in memory. SQLite cannot read a WAL database in a folder where it may not write (a mounted
 * copy, another user's folder); while no -wal file holds entries, the file alone is the whole truth.
 */
const copied = (file: string): Reading => {
	const wal = statSync(`${file}-wal`, {throwIfNoEntry: false});
	if (wal !== undefined && wal.size > 0) {
		throw new LedgerTrouble(
			`${file} has entries waiting in its -wal file and lies in a folder that may not be written.`,
			'Copy the file and its -wal file together to a folder of your own, and open the copy.',
		);
	}

	let stamp: string;
	let bytes: Buffer;
	do {
		stamp = stampOf(file);
		bytes = readFileSync(file);
	} while (stamp !== stampOf(file));

	// Bytes 18 and 19 say "write-ahead log"; SQLite has none in memory. 1 is the ordinary journal.
	bytes[18] = 1;
	bytes[19] = 1;
	const db = checked(new Database(bytes, {readonly: true}), file);
	return {db, isCurrent: () => stamp === stampOf(file), version: () => stampOf(file)};
};

const needsWriting = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && /^SQLITE_(READONLY|CANTOPEN)/.test(String(error.code));

const connectToRead = (file: string): Reading => {
	refuseFolder(file);
	if (statSync(file, {throwIfNoEntry: false}) === undefined) {
		throw new LedgerTrouble(
			`There is no ledger at ${file}.`,
			'Name another file with --db, or open it without --readonly.',
		);
	}

	try {
		const db = checked(new Database(file, {readonly: true, fileMustExist: true, timeout: lockWait}), file);
		return {db, isCurrent: () => true, version: dataVersion(db)};
	} catch (error) {
		if (!needsWriting(error)) {
			throw error;
		}

		return copied(file);
	}
};

/**
 * Opens a ledger's file to read; never makes it. In a folder where SQLite may not write it reads a copy in memory and
 * a new copy whenever the file has changed.
 * @throws LedgerTrouble; SqliteError with a code for which `isBusy` holds when it is locked just now.
 */
export const openToRead = (name: string): SqliteFile => {
	const file = absolute(name);
	let reading = connectToRead(file);
	return {
		file,
		db: () => {
			if (!reading.isCurrent()) {
				const next = connectToRead(file);
				reading.db.close();
				reading = next;
			}

			return reading.db;
		},
		version: () => reading.version(),
		refuseMoved: () => undefined,
		close: () => reading.db.close(),
	};
};
