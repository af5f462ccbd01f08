import Database from 'better-sqlite3';
import {describe, expect, it, onTestFinished} from 'vitest';
import type {Kept} from '../../source/ledger/chain.ts';
import {openSqliteLedger} from '../../source/ledger/sqlite.ts';
import {incident, notes} from './drafts.ts';
import {freshFile} from './folder.ts';

type Row = Readonly<Record<string, string | number>>;

/** A ledger of three entries, closed, and a connection of somebody who does not go through Loggist. */
const givenThreeEntries = async () => {
	const file = freshFile();
	const ledger = await openSqliteLedger(file);
	const entries = await ledger.append(incident, notes(3), 0);
	await ledger.close();
	const raw = new Database(file);
	onTestFinished(() => void raw.close());
	const rows = () => raw.prepare<[], Row>('SELECT * FROM entries ORDER BY number').all();
	return {raw, rows, entries, lastHash: String(entries.at(-1)?.hash)};
};

const rowLike = (
	last: Row | undefined,
	changes: Partial<Record<'number' | 'previous_hash' | 'data' | 'occurred_at' | 'hash', string | number>>,
) => ({
	...last,
	...changes,
});

const insert = (verb: string, row: Row) =>
	`${verb} INTO entries (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
		.map(name => `@${name}`)
		.join(', ')})`;

describe('the table of entries, for whoever writes to it by hand', () => {
	it.each([
		[
			'UPDATE entries SET data = \'{"text":"other"}\' WHERE number = 2',
			'An entry is never changed: strike it with a reason.',
		],
		[
			'UPDATE OR REPLACE entries SET number = 1 WHERE number = 2',
			'An entry is never changed: strike it with a reason.',
		],
		['DELETE FROM entries WHERE number = 3', 'An entry is never removed: strike it with a reason.'],
		['DELETE FROM entries', 'An entry is never removed: strike it with a reason.'],
	])('refuses %s', async (statement, words) => {
		const {raw, rows} = await givenThreeEntries();
		const before = rows();
		expect(() => raw.exec(statement)).toThrow(words);
		expect(rows()).toEqual(before);
	});

	it.each(['INSERT', 'INSERT OR REPLACE', 'REPLACE', 'INSERT OR IGNORE'])(
		'refuses to %s an entry over another',
		async verb => {
			const {raw, rows} = await givenThreeEntries();
			const before = rows();
			const row = rowLike(before[1], {data: '{"text":"other"}'});
			expect(() => raw.prepare(insert(verb, row)).run(row)).toThrow('takes the number after the last one');
			expect(rows()).toEqual(before);
		},
	);

	it('refuses to update an entry by way of a conflict', async () => {
		const {raw, rows} = await givenThreeEntries();
		const [row = {}] = rows();
		const statement = `${insert('INSERT', row)} ON CONFLICT DO UPDATE SET data = '{}'`;
		expect(() => raw.prepare(statement).run(row)).toThrow('takes the number after the last one');
	});

	it.each([5, 3, 0, -1])('refuses the number %i after 3', async number => {
		const {raw, rows, lastHash} = await givenThreeEntries();
		const row = rowLike(rows()[2], {number, previous_hash: lastHash});
		expect(() => raw.prepare(insert('INSERT', row)).run(row)).toThrow('takes the number after the last one');
	});

	it('refuses an entry that does not carry the hash of the one before', async () => {
		const {raw, rows} = await givenThreeEntries();
		const row = rowLike(rows()[2], {number: 4});
		expect(() => raw.prepare(insert('INSERT', row)).run(row)).toThrow('carries the hash of the entry before');
	});

	it.each([
		['data', '[]'],
		['data', 'not JSON'],
		['occurred_at', 'yesterday'],
		['hash', 'xyz'],
		['hash', 'A'.repeat(64)],
	])('refuses a %s of %s', async (column, value) => {
		const {raw, rows, lastHash} = await givenThreeEntries();
		const row = {...rowLike(rows()[2], {number: 4, previous_hash: lastHash}), [column]: value};
		expect(() => raw.prepare(insert('INSERT', row)).run(row)).toThrow('CHECK constraint failed');
	});

	it('has a column for every field of an entry and none besides', async () => {
		const {rows, entries} = await givenThreeEntries();
		const fields: readonly (keyof Kept)[] = [
			'incident',
			'number',
			'occurredAt',
			'recordedAt',
			'by',
			'recordedBy',
			'kind',
			'data',
			'previousHash',
			'hash',
		];
		expect(Object.keys(rows()[0] ?? {})).toHaveLength(fields.length);
		expect(rows()[0]).toMatchObject({number: 1, said_by: 'priya', recorded_by: 'sam', hash: entries[0]?.hash});
	});
});
