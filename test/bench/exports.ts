/*
How much memory and time an export takes, for a log of many entries: node test/bench/exports.ts [COUNT …]. Every format
is written by the built program in a process of its own, and again in a heap that is hardly larger than the board: what
is used beyond that is what Node has not yet cleared away, and nothing that an export holds.
*/
import {mkdtempSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {writeLedger} from './long-log.ts';
import {measured, printTable} from './measured.ts';

/** In MB: the board of 100,000 entries takes about 90. */
const smallHeap = 128;

const formats = ['markdown', 'html', 'jsonl', 'csv', 'timesketch', 'ics'];
const asked = process.argv.slice(2).map(Number);
const rows: string[][] = [];
for (const count of asked.length > 0 ? asked : [10_000, 100_000]) {
	const folder = mkdtempSync(path.join(tmpdir(), 'loggist-exports-'));
	const file = path.join(folder, 'loggist.db');
	await writeLedger(file, count);
	const now = ['--now', '2026-07-02T00:00:00Z'];
	const calls: readonly (readonly [name: string, words: readonly string[], out?: string])[] = [
		['board --json', ['board', '--json']],
		...formats.map(format => {
			const out = path.join(folder, `out.${format}`);
			return [format, ['export', format, '-o', out, '--force'], out] as const;
		}),
	];
	for (const [name, words, out] of calls) {
		const {size, time} = await measured([...now, ...words], file);
		const small = await measured([...now, ...words], file, smallHeap);
		const written = out === undefined ? '' : `${(statSync(out).size / 1_000_000).toFixed(1)} MB`;
		rows.push([String(count), name, `${size} MB`, `${small.size} MB`, `${time.toFixed(1)} s`, written]);
	}

	rmSync(folder, {recursive: true});
}

printTable(['Entries', 'Export', 'Peak memory', `In a heap of ${smallHeap} MB`, 'Time', 'File'], rows);
