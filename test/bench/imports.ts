/*
How much memory and time an import takes, by the number of its entries: node test/bench/imports.ts [COUNT …]. A log is
restored into an empty ledger, a timeline as a table comes into an incident as late entries, and its board is told then.
Every call is one of the built program in a process of its own.
*/
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {later} from '../../source/time.ts';
import {writeLedger} from './long-log.ts';
import {measured, printTable} from './measured.ts';

const now = ['--now', '2026-07-02T00:00:00Z'];

/** A timeline of so many rows, a few seconds apart. */
const timeline = (count: number): string =>
	[
		'occurred,by,kind,text',
		...Array.from(
			{length: count},
			(_, index) => `${later('2026-06-03T00:00:00.000Z', index * 4000)},sam,note,call ${index} from the supplier`,
		),
	].join('\n');

const asked = process.argv.slice(2).map(Number);
const rows: string[][] = [];
for (const count of asked.length > 0 ? asked : [10_000, 50_000, 100_000]) {
	const folder = mkdtempSync(path.join(tmpdir(), 'loggist-imports-'));
	const place = (name: string) => path.join(folder, name);
	await writeLedger(place('from.db'), count);
	await measured([...now, 'export', 'jsonl', '-o', place('log.jsonl')], place('from.db'));
	writeFileSync(place('log.csv'), timeline(count));
	const deeds: readonly (readonly [string, readonly string[], string])[] = [
		['import jsonl, into an empty ledger', ['import', 'jsonl', place('log.jsonl')], 'to.db'],
		['declare', ['declare', 'Table', 'severity:S2', 'kind:security'], 'table.db'],
		['import csv, as late entries', ['import', 'csv', place('log.csv')], 'table.db'],
		['board --json of those', ['board', '--json'], 'table.db'],
	];
	for (const [name, words, file] of deeds) {
		const {size, time} = await measured([...now, ...words], place(file));
		rows.push([String(count), name, `${size} MB`, `${time.toFixed(1)} s`]);
	}

	rmSync(folder, {recursive: true});
}

printTable(['Entries', 'Call', 'Peak memory', 'Time'], rows);
