import {closeSync, mkdirSync, openSync, statSync} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import {LedgerTrouble} from './ledger.ts';
import {migrate, refuseNewer, stepsFolder, stepsIn, versionOf} from './migrate.ts';
import {isBusy, troubleOf} from './sqlite-trouble.ts';

const applicationId = 0x4c_4f_47_47; // 'LOGG'; `db/0001-ledger.sql` writes it

/** Milliseconds that SQLite itself waits for a lock. Short, since it stops the whole process meanwhile. */
export const lockWait = 50;

/** An open database file. */
export type SqliteFile = {
	readonly file: string;
	/** The connection to use now; ask anew for each deed. */
	db(): Database.Database;
	/** Differs from the last answer when others may have written since. */
	version(): string;
	/** Throws a LedgerTrouble when the path no longer leads to this file: what is written would be lost. */
	refuseMoved(): void;
	close(): void;
};

/** The whole path of a ledger's file. @throws LedgerTrouble for a name that the driver would change. */
export const absolute = (name: string): string => {
	const file = path.resolve(name);
	if (file !== file.trim()) {
		// The driver would trim the name and open another file.
		throw new LedgerTrouble(
			`The name of ${file} ends in a blank.`,
			'Name a file without a blank at its end with --db.',
		);
	}

	return file;
};

/** Runs `use`; what SQLite and the file system throw becomes a LedgerTrouble about `file`. */
export const guarded = <T>(file: string, use: () => T): T => {
	try {
		return use();
	} catch (error) {
		throw troubleOf(error, file);
	}
};

/** Throws an EISDIR error for a folder, where SQLite would only say that it cannot open it. */
export const refuseFolder = (file: string): void => {
	if (statSync(file, {throwIfNoEntry: false})?.isDirectory() === true) {
		throw Object.assign(new Error(`${file} is a directory`), {code: 'EISDIR'});
	}
};

/** Makes what is missing for this user's eyes only; leaves alone what is there, it may be shared on purpose. */
const make = (file: string): void => {
	mkdirSync(path.dirname(file), {recursive: true, mode: 0o700});
	if (statSync(file, {throwIfNoEntry: false}) !== undefined) {
		// Opening and closing a file that SQLite has open in this process would drop SQLite's locks on it.
		return;
	}

	try {
		closeSync(openSync(file, 'wx', 0o600));
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
			throw error;
		}
	}
};

/** True for a new file, false for a ledger. @throws LedgerTrouble for anybody else's database. */
export const isBlank = (db: Database.Database, file: string): boolean => {
	// Seen at one moment: between two looks somebody else may make a ledger of it.
	const look = db.transaction(() => ({
		id: db.pragma('application_id', {simple: true}),
		hasTables: db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() !== undefined,
		version: versionOf(db),
	}));
	const {id, hasTables, version} = look();
	if (id === applicationId) {
		return false;
	}

	if (id !== 0 || hasTables || version !== 0) {
		throw new LedgerTrouble(
			`${file} is a database of another program, not a ledger.`,
			'Name another file with --db; this one was left as it was.',
		);
	}

	return true;
};

/** Ends a transaction that was only to show whether it could be. */
class Pretended extends Error {}

const refuseUnwritable = (db: Database.Database): void => {
	const pretend = db.transaction(() => {
		db.pragma(`user_version = ${versionOf(db)}`);
		throw new Pretended();
	});
	try {
		// SQLite opens a file that may only be read without a word; better refused now than at the first entry.
		pretend.immediate();
	} catch (error) {
		if (!(error instanceof Pretended || isBusy(error))) {
			throw error;
		}
	}
};

/** Runs `prepare`; closes the connection when it throws. */
export const closingOnError = (db: Database.Database, prepare: () => void): Database.Database => {
	try {
		prepare();
		return db;
	} catch (error) {
		db.close();
		throw error;
	}
};

/** Closed doors for what a file made by somebody else may carry in its schema. */
export const distrust = (db: Database.Database): void => {
	db.pragma('trusted_schema = OFF');
};

/** Gives a number that changes when another connection has committed. Prepared once, as a watcher asks all the time. */
export const dataVersion = (db: Database.Database): (() => string) => {
	const ask = db.prepare<[], number>('PRAGMA data_version').pluck();
	return () => String(ask.get());
};

const connect = (file: string): Database.Database => {
	refuseFolder(file);
	make(file);
	const db = new Database(file, {fileMustExist: true, timeout: lockWait});
	return closingOnError(db, () => {
		distrust(db);
		isBlank(db, file);
		refuseNewer(db, stepsIn(stepsFolder()));
		db.pragma('journal_mode = WAL');
		// Asked for at every opening: the driver opens a WAL file with NORMAL, which may lose the last entries with the power.
		db.pragma('synchronous = FULL');
		db.pragma('fullfsync = ON'); // macOS: through the disk's own cache too
		refuseUnwritable(db);
		migrate(db);
	});
};

/**
 * Opens a ledger's file to write, makes it (0600, in folders of 0700) when it is missing.
 * @throws LedgerTrouble; SqliteError with a code for which `isBusy` holds when it is locked just now.
 */
export const openToWrite = (name: string): SqliteFile => {
	const file = absolute(name);
	const db = connect(file);
	const identity = (): string => {
		const stat = statSync(file, {bigint: true, throwIfNoEntry: false});
		return stat === undefined ? '-' : `${stat.dev}:${stat.ino}`;
	};
	const opened = identity();
	return {
		file,
		db: () => db,
		version: dataVersion(db),
		refuseMoved: () => {
			if (identity() !== opened) {
				throw new LedgerTrouble(
					`${file} was moved, deleted or replaced while it was open: nothing was written.`,
					'Put the file back in its place, then start Loggist again.',
				);
			}
		},
		close: () => db.close(),
	};
};
