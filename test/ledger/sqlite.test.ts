import {once} from 'node:events';
import {mkdirSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import Database from 'better-sqlite3';
import {describe, expect, it, onTestFinished, vi} from 'vitest';
import {openSqliteLedger, type SqliteOptions} from '../../source/ledger/sqlite.ts';
import {isBlank, openToWrite} from '../../source/ledger/sqlite-file.ts';
import {sql} from '../../source/ledger/sqlite-rows.ts';
import {describeLedger} from './contract.ts';
import {incident, note, notes} from './drafts.ts';
import {freshFile, freshFolder} from './folder.ts';

const opened = async (file: string, options?: SqliteOptions) => {
	const ledger = await openSqliteLedger(file, options);
	onTestFinished(() => ledger.close());
	return ledger;
};

const modeOf = (name: string): number => statSync(name).mode & 0o777;

describeLedger('in a SQLite file', async () => opened(freshFile()));

describe('the file of a ledger', () => {
	it('is for its owner only, with the folders made for it and the files beside it', async () => {
		const folder = freshFolder();
		const before = process.umask(0);
		onTestFinished(() => void process.umask(before));
		const file = path.join(folder, 'data', 'loggist', 'loggist.db');
		const ledger = await opened(file);
		await ledger.append(incident, notes(1), 0);
		expect(modeOf(path.join(folder, 'data'))).toBe(0o700);
		expect(modeOf(path.dirname(file))).toBe(0o700);
		for (const name of [file, `${file}-wal`, `${file}-shm`]) {
			expect(modeOf(name)).toBe(0o600);
		}
	});

	it('asks the disk to have kept an entry before it is acknowledged, at every opening', () => {
		const file = freshFile();
		for (const opening of [1, 2]) {
			const connection = openToWrite(file);
			expect([opening, connection.db().pragma('journal_mode', {simple: true})]).toEqual([opening, 'wal']);
			expect([opening, connection.db().pragma('synchronous', {simple: true})]).toEqual([opening, 2]);
			connection.close();
		}
	});

	it('keeps its entries when it is closed and opened again', async () => {
		const file = freshFile();
		const first = await opened(file);
		const appended = await first.append(incident, notes(3), 0);
		await first.close();
		const second = await opened(file);
		expect(await second.read(incident)).toEqual(appended);
	});

	it('is refused for writing once it was moved, deleted or replaced, since the entries would be lost', async () => {
		const file = freshFile();
		const ledger = await opened(file);
		await ledger.append(incident, notes(1), 0);
		renameSync(file, `${file}.old`);
		await expect(ledger.append(incident, notes(1), 1)).rejects.toThrow('was moved, deleted or replaced');
		writeFileSync(file, '');
		await expect(ledger.append(incident, notes(1), 1)).rejects.toThrow('was moved, deleted or replaced');
		rmSync(file);
		renameSync(`${file}.old`, file);
		expect(await ledger.append(incident, notes(1), 1)).toMatchObject([{number: 2}]);
	});

	it('may have blanks, question marks and percent signs in its name', async () => {
		const folder = path.join(freshFolder(), ' a ?b#c%20 ');
		mkdirSync(folder);
		const ledger = await opened(path.join(folder, 'file:x?mode=memory.db'));
		await ledger.append(incident, notes(1), 0);
		expect(statSync(path.join(folder, 'file:x?mode=memory.db')).size).toBeGreaterThan(0);
	});

	it('takes one long paste', async () => {
		const ledger = await opened(freshFile());
		const [entry] = await ledger.append(incident, [note('x'.repeat(5_000_000))], 0);
		expect(await ledger.read(incident)).toEqual([entry]);
	});

	it('says that it was closed, and closes twice without complaint', async () => {
		const ledger = await openSqliteLedger(freshFile());
		await ledger.close();
		await ledger.close();
		await expect(ledger.read(incident)).rejects.toThrow('was closed');
		expect(() => ledger.watch(() => undefined)).toThrow('was closed');
	});
});

describe('two handles on one file', () => {
	it('see each other’s entries at once', async () => {
		const file = freshFile();
		const [one, other] = [await opened(file), await opened(file)];
		const first = await one.append(incident, notes(1), 0);
		expect(await other.read(incident)).toEqual(first);
		const second = await other.append(incident, notes(1), 1);
		expect(await one.read(incident, 1)).toEqual(second);
		await expect(one.append(incident, notes(1), 1)).rejects.toMatchObject({actual: 2});
	});

	it.each([false, true])(
		'tell their watchers of what the other appended (watching read-only: %s)',
		async isReadonly => {
			const file = freshFile();
			const writer = await opened(file);
			await writer.append(incident, notes(1), 0);
			const watching = await opened(file, {readonly: isReadonly});
			const bell = new EventTarget();
			const stop = watching.watch(() => bell.dispatchEvent(new Event('changed')));
			for (const number of [1, 2, 3]) {
				const rung = once(bell, 'changed');
				await writer.append(incident, notes(1), number);
				await rung;
				expect(await watching.read(incident, number)).toMatchObject([{number: number + 1}]);
			}

			stop();
		},
	);

	it('tell a watcher of what was appended after he read and before he watched', async () => {
		const file = freshFile();
		const [writer, watching] = [await opened(file), await opened(file)];
		expect(await watching.read(incident)).toEqual([]);
		await writer.append(incident, notes(1), 0);
		await new Promise<void>(resolve => {
			watching.watch(resolve);
		});
		expect(await watching.read(incident)).toHaveLength(1);
	});

	it('wait for a lock that another program holds for a moment', async () => {
		const file = freshFile();
		const ledger = await opened(file);
		const other = new Database(file);
		other.exec('BEGIN IMMEDIATE');
		const appended = ledger.append(incident, notes(1), 0);
		setTimeout(() => other.exec('ROLLBACK').close(), 150);
		expect(await appended).toMatchObject([{number: 1}]);
	});

	it('open while another program holds the lock: reading needs none', async () => {
		const file = freshFile();
		await (await opened(file)).append(incident, notes(1), 0);
		const other = new Database(file);
		onTestFinished(() => void other.close());
		other.exec('BEGIN IMMEDIATE');
		const ledger = await opened(file, {patience: 0});
		expect(await ledger.read(incident)).toHaveLength(1);
	});
});

describe('a file that somebody else makes a ledger of at this moment', () => {
	it('is a new one or a ledger, never another program’s', () => {
		const file = freshFile();
		const db = new Database(file);
		onTestFinished(() => {
			db.close();
		});
		const pragma = db.pragma.bind(db);
		let other = false;
		vi.spyOn(db, 'pragma').mockImplementation((source, options) => {
			const seen: unknown = pragma(source, options);
			if (!other) {
				other = true;
				try {
					openToWrite(file).close();
				} catch {
					// It has to wait for whoever looks.
				}
			}

			return seen;
		});
		expect(isBlank(db, file)).toBe(true);
		openToWrite(file).close();
		expect(isBlank(db, file)).toBe(false);
	});
});

describe('the list of incidents', () => {
	it('is found on the key, without reading every entry', () => {
		const connection = openToWrite(freshFile());
		const plan = JSON.stringify(connection.db().prepare(`EXPLAIN QUERY PLAN ${sql.incidents}`).all());
		connection.close();
		expect(plan).toContain('SEARCH entries USING PRIMARY KEY');
		expect(plan).not.toContain('SCAN entries');
	});
});
