import {
	chmodSync,
	copyFileSync,
	existsSync,
	readdirSync,
	readFileSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import {describe, expect, it, onTestFinished} from 'vitest';
import {LedgerTrouble} from '../../source/ledger/ledger.ts';
import {ledgerIn, openSqliteLedger, type SqliteOptions} from '../../source/ledger/sqlite.ts';
import {openToWrite} from '../../source/ledger/sqlite-file.ts';
import {incident, note, notes} from './drafts.ts';
import {asOrdinaryUser, freshFile, freshFolder, rights} from './folder.ts';

/** The trouble that a promise ends in. Every one is a sentence, and says how to go on. */
const troubleOf = async (promise: Promise<unknown>): Promise<LedgerTrouble> => {
	const error: unknown = await promise.then(
		() => undefined,
		(reason: unknown) => reason,
	);
	if (!(error instanceof LedgerTrouble)) {
		throw new TypeError(`Not a LedgerTrouble: ${String(error)}`);
	}

	expect(error.message).toMatch(/^[^\n]+\.$/);
	expect(error.mend).toMatch(/^[A-Z][^\n]+\.?/);
	return error;
};

const opening = async (file: string, options?: SqliteOptions) =>
	openSqliteLedger(file, options).then(async ledger => {
		await ledger.close();
		throw new Error('It opened.');
	});

const withEntries = async (file: string, count = 3) => {
	const ledger = await openSqliteLedger(file);
	await ledger.append(incident, notes(count), 0);
	await ledger.close();
};

describe.each([{readonly: false}, {readonly: true}])('opening (%o)', options => {
	it('refuses a file that is no database, and leaves it as it was', async () => {
		const file = freshFile();
		writeFileSync(file, 'minutes of the meeting\n'.repeat(100));
		expect((await troubleOf(opening(file, options))).message).toContain('is not a ledger');
		expect(readFileSync(file, 'utf8')).toMatch(/^minutes/);
		expect(readdirSync(path.dirname(file))).toEqual(['loggist.db']);
	});

	it('refuses the database of another program, and leaves it as it was', async () => {
		const file = freshFile();
		new Database(file).exec('CREATE TABLE moz_places (url TEXT)').close();
		const before = readFileSync(file);
		expect((await troubleOf(opening(file, options))).message).toContain('is a database of another program');
		expect(readFileSync(file)).toEqual(before);
	});

	it('refuses a ledger from a newer version, and leaves it as it was', async () => {
		const file = freshFile();
		await withEntries(file);
		const newer = new Database(file);
		newer.pragma('journal_mode = DELETE');
		newer.pragma('user_version = 99');
		newer.close();
		const before = readFileSync(file);
		const trouble = await troubleOf(opening(file, options));
		expect(trouble.message).toContain('written by a newer Loggist (its version is 99');
		expect(trouble.mend).toContain('Update Loggist');
		expect(readFileSync(file)).toEqual(before);
	});

	it('refuses a folder', async () => {
		expect((await troubleOf(opening(freshFolder(), options))).message).toContain('is a folder, not a file');
	});

	it('refuses a file that may not be read', async () => {
		const file = freshFile();
		await withEntries(file);
		rights(path.dirname(file), 0o755);
		rights(file, 0o000);
		expect((await troubleOf(asOrdinaryUser(() => opening(file, options)))).message).toMatch(
			/may not be used|cannot be opened/,
		);
	});

	it('refuses a name with a blank at its end, which the driver would drop', async () => {
		expect((await troubleOf(opening(`${freshFile()} `, options))).message).toContain('ends in a blank');
	});
});

describe('opening to write', () => {
	it('refuses a damaged ledger when it comes to the damage', async () => {
		const file = freshFile();
		await withEntries(file, 200);
		const bytes = readFileSync(file);
		// Behind the pages that hold the tables' own description, without which nothing opens.
		bytes.fill(0xff, Math.floor(bytes.length / 2));
		writeFileSync(file, bytes);
		const ledger = await openSqliteLedger(file);
		onTestFinished(() => ledger.close());
		expect((await troubleOf(ledger.read(incident))).message).toContain('is damaged');
		expect((await troubleOf(ledger.verify(incident))).message).toContain('is damaged');
		expect((await troubleOf(ledger.append(incident, notes(1), 'any'))).mend).toContain('restore a good copy');
	});

	it('refuses a folder that cannot be made', async () => {
		const folder = freshFolder();
		writeFileSync(path.join(folder, 'file'), '');
		expect((await troubleOf(opening(path.join(folder, 'file', 'loggist.db')))).message).toContain(
			'a part of that path is a file',
		);
		expect((await troubleOf(opening(path.join(folder, 'file', 'deeper', 'loggist.db')))).message).toContain(
			'a part of that path is a file',
		);
		rights(folder, 0o555);
		const trouble = await troubleOf(asOrdinaryUser(() => opening(path.join(folder, 'new', 'loggist.db'))));
		expect(trouble.message).toContain('the system refuses access');
	});

	it('refuses names that the system cannot use', async () => {
		const folder = freshFolder();
		symlinkSync('loop', path.join(folder, 'loop'));
		symlinkSync('nowhere', path.join(folder, 'dangling'));
		await troubleOf(opening(path.join(folder, 'x'.repeat(300))));
		await troubleOf(opening(path.join(folder, 'loop', 'x')));
		await troubleOf(opening(path.join(folder, 'dangling')));
		await troubleOf(opening(path.join(folder, 'nul\0')));
	});

	it('refuses a file that may only be read, before anything is typed', async () => {
		const file = freshFile();
		await withEntries(file);
		rights(path.dirname(file), 0o777);
		rights(file, 0o444);
		expect((await troubleOf(asOrdinaryUser(() => opening(file)))).message).toContain('may be read but not written');
	});

	it('refuses a file in a folder that may not be written', async () => {
		const file = freshFile();
		await withEntries(file);
		rights(file, 0o666);
		rights(path.dirname(file), 0o555);
		expect((await troubleOf(asOrdinaryUser(() => opening(file)))).message).toContain(
			'in a folder that may not be written',
		);
	});

	it('gives up when another program holds the lock too long', async () => {
		const file = freshFile();
		const ledger = await openSqliteLedger(file, {patience: 0});
		onTestFinished(() => ledger.close());
		const other = new Database(file);
		onTestFinished(() => void other.close());
		other.exec('BEGIN IMMEDIATE');
		expect((await troubleOf(ledger.append(incident, notes(1), 0))).message).toContain('Another program holds');
		other.exec('ROLLBACK');
		expect(await ledger.append(incident, notes(1), 0)).toHaveLength(1);
	});

	it('makes a ledger of an empty file', async () => {
		const file = freshFile();
		writeFileSync(file, '');
		await withEntries(file);
		expect(statSync(file).size).toBeGreaterThan(0);
	});
});

const reading = async (file: string) => {
	const ledger = await openSqliteLedger(file, {readonly: true});
	onTestFinished(() => ledger.close());
	return ledger;
};

describe('opening to read', () => {
	it('refuses a missing file and makes none', async () => {
		const file = path.join(freshFolder(), 'data', 'loggist.db');
		expect((await troubleOf(opening(file, {readonly: true}))).message).toContain('There is no ledger at');
		expect(existsSync(path.dirname(file))).toBe(false);
	});

	it('refuses an empty file and leaves it empty', async () => {
		const file = freshFile();
		writeFileSync(file, '');
		expect((await troubleOf(opening(file, {readonly: true}))).message).toContain('is empty');
		expect(statSync(file).size).toBe(0);
	});

	it('refuses to append', async () => {
		const file = freshFile();
		await withEntries(file);
		const ledger = await reading(file);
		expect((await troubleOf(ledger.append(incident, notes(1), 'any'))).message).toContain('was opened to read only');
		expect(await ledger.read(incident)).toHaveLength(3);
	});

	it('reads in a folder where nothing may be written, and follows when the owner appends', async () => {
		const file = freshFile();
		await withEntries(file);
		rights(file, 0o444);
		rights(path.dirname(file), 0o555);
		await asOrdinaryUser(async () => {
			const ledger = await reading(file);
			expect(await ledger.read(incident)).toHaveLength(3);
			expect(await ledger.verify(incident)).toMatchObject({entries: 3});
			expect(readdirSync(path.dirname(file))).toEqual(['loggist.db']);
		});
		const ledger = await asOrdinaryUser(() => reading(file));
		const told = new Promise<void>(resolve => {
			onTestFinished(ledger.watch(resolve));
		});
		chmodSync(path.dirname(file), 0o755);
		chmodSync(file, 0o644);
		const owner = await openSqliteLedger(file);
		await owner.append(incident, notes(1), 3);
		await owner.close();
		await told;
		expect(await ledger.read(incident)).toHaveLength(4);
	});

	it('refuses to leave out entries that wait in a -wal file which it may not use', async () => {
		const file = freshFile();
		const ledger = await openSqliteLedger(file);
		onTestFinished(() => ledger.close());
		await ledger.append(incident, notes(3), 0);
		const copy = freshFile();
		copyFileSync(file, copy);
		copyFileSync(`${file}-wal`, `${copy}-wal`);
		rights(copy, 0o444);
		rights(`${copy}-wal`, 0o444);
		rights(path.dirname(copy), 0o555);
		const trouble = await troubleOf(asOrdinaryUser(() => opening(copy, {readonly: true})));
		expect(trouble.message).toContain('entries waiting in its -wal file');
		chmodSync(path.dirname(copy), 0o755);
		expect(await (await reading(copy)).read(incident)).toHaveLength(3);
	});
});

describe('a full disk', () => {
	it('is said in words; nothing is half-written, and recording goes on when there is room', async () => {
		const connection = openToWrite(freshFile());
		const ledger = ledgerIn(connection);
		onTestFinished(() => ledger.close());
		await ledger.append(incident, notes(10), 0);
		const pages = Number(connection.db().pragma('page_count', {simple: true}));
		connection.db().pragma(`max_page_count = ${pages + 2}`);
		const trouble = await troubleOf(ledger.append(incident, [note('fits'), note('x'.repeat(20_000))], 10));
		expect(trouble.message).toContain('The disk is full: nothing was written');
		expect(await ledger.read(incident)).toHaveLength(10);
		expect(await ledger.append(incident, [note('short')], 10)).toMatchObject([{number: 11}]);
		connection.db().pragma('max_page_count = 4294967294');
		expect(await ledger.append(incident, [note('x'.repeat(20_000))], 11)).toMatchObject([{number: 12}]);
		expect(await ledger.verify(incident)).not.toHaveProperty('trouble');
	});
});
