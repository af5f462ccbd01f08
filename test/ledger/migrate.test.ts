import {copyFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import {describe, expect, it, onTestFinished} from 'vitest';
import {LedgerTrouble} from '../../source/ledger/ledger.ts';
import {migrate, stepsFolder, stepsIn, versionOf} from '../../source/ledger/migrate.ts';
import {packageRoot} from '../../source/package-root.ts';
import {freshFolder} from './folder.ts';

/** A folder of steps: the ledger's own first one, then these. */
const folderWith = (...steps: readonly string[]): string => {
	const folder = freshFolder();
	copyFileSync(path.join(stepsFolder(), '0001-ledger.sql'), path.join(folder, '0001-ledger.sql'));
	for (const [index, sql] of steps.entries()) {
		writeFileSync(path.join(folder, `000${index + 2}-step.sql`), sql);
	}

	return folder;
};

const given = () => {
	const db = new Database(':memory:');
	onTestFinished(() => void db.close());
	const tables = () =>
		db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();
	return {db, tables};
};

describe('migrating', () => {
	it('brings a new ledger to the newest version', () => {
		const {db, tables} = given();
		migrate(db);
		expect(tables()).toEqual(['attachment_parts', 'attachments', 'entries', 'stations']);
		expect(versionOf(db)).toBe(stepsIn(stepsFolder()).length);
	});

	it('brings a ledger of the first version to the newest, with its entries as they were', () => {
		const {db, tables} = given();
		migrate(db, folderWith());
		expect(tables()).toEqual(['entries']);
		const hash = 'a'.repeat(64);
		db.prepare(
			"INSERT INTO entries VALUES ('INC-1', 1, @at, @at, 'sam', 'sam', 'note-made', '{}', @genesis, @hash)",
		).run({at: '2026-06-02T09:00:00.000Z', genesis: '0'.repeat(64), hash});
		migrate(db);
		expect(tables()).toEqual(['attachment_parts', 'attachments', 'entries', 'stations']);
		expect(db.prepare('SELECT hash FROM entries').pluck().all()).toEqual([hash]);
	});

	it('does only the steps that the ledger has not been through', () => {
		const {db, tables} = given();
		migrate(db, folderWith());
		const folder = folderWith('CREATE TABLE second (x)', 'CREATE TABLE third (x)');
		migrate(db, folder);
		migrate(db, folder);
		expect(tables()).toEqual(['entries', 'second', 'third']);
		expect(versionOf(db)).toBe(3);
	});

	it('keeps nothing of a step that fails, and what was done before it', () => {
		const {db, tables} = given();
		const folder = folderWith('CREATE TABLE second (x)', 'CREATE TABLE third (x); INSERT INTO nowhere VALUES (1)');
		expect(() => migrate(db, folder)).toThrow(LedgerTrouble);
		expect(() => migrate(db, folder)).toThrow('0003-step.sql could not be applied: no such table: nowhere.');
		expect(tables()).toEqual(['entries', 'second']);
		expect(versionOf(db)).toBe(2);
	});

	it('refuses a ledger from a newer version and says what to do', () => {
		const {db, tables} = given();
		db.pragma('user_version = 99');
		expect(() => migrate(db)).toThrow('written by a newer Loggist (its version is 99');
		expect(tables()).toEqual([]);
	});

	it('refuses steps with a gap in their numbers', () => {
		const folder = folderWith();
		writeFileSync(path.join(folder, '0003-step.sql'), '');
		expect(() => stepsIn(folder)).toThrow('0003-step.sql should be step 2');
	});
});

describe('the root of the package', () => {
	it('is the folder with the steps in it', () => {
		expect(stepsFolder()).toBe(path.join(packageRoot(), 'db'));
		expect(stepsIn(stepsFolder())[0]?.file).toMatch(/0001-ledger\.sql$/);
	});
});
