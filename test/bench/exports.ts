/*
How much memory and time an export takes, for a log of many entries: node test/bench/exports.ts [COUNT …]. Every format
is written by the built program in a process of its own.
*/
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type {BoardEvent, Draft} from '../../source/entry.ts';
import {openSqliteLedger} from '../../source/ledger/sqlite.ts';
import {later} from '../../source/time.ts';
import {largeIncident} from './large-incident.ts';

const program = path.join(import.meta.dirname, '..', '..', 'dist', 'cli.js');

/** What is written as time goes on: mostly notes; one action in twenty entries, which is done after a while. */
const eventAt = (index: number, due: string): BoardEvent => {
	const ref = `A${1000 + Math.floor(index / 20)}`;
	switch (index % 20) {
		case 0: {
			return {kind: 'action-opened', ref, text: `isolate host ${index}`, owner: `p${index % 20}`, due};
		}

		case 10: {
			return {kind: 'action-done', ref, result: 'success', text: 'it is off'};
		}

		default: {
			return {
				kind: 'note-made',
				text: `call ${index} from the supplier: host ${index % 97} answers, somebody goes there`,
			};
		}
	}
};

/** A ledger with a log of so many entries, written a few seconds apart. */
const writeLedger = async (file: string, count: number): Promise<void> => {
	const {entries, now} = largeIncident(400, 20);
	const begun: readonly Draft[] = entries;
	const ledger = await openSqliteLedger(file);
	const incident = entries[0]?.incident ?? '';
	await ledger.append(
		incident,
		begun.map(({event, occurredAt, recordedAt, by, recordedBy}) => ({event, occurredAt, recordedAt, by, recordedBy})),
		0,
	);
	const drafts = Array.from({length: count - entries.length}, (_, index): Draft => {
		const at = later(now, index * 4000);
		return {
			event: eventAt(index, later(at, 600_000)),
			occurredAt: at,
			recordedAt: at,
			by: `p${index % 20}`,
			recordedBy: 'bench',
		};
	});
	await ledger.append(incident, drafts, entries.length);
	await ledger.close();
};

/** Runs a call; gives its largest size in memory in MB and how long it took in seconds. */
const measured = async (
	words: readonly string[],
	file: string,
): Promise<{readonly size: number; readonly time: number}> => {
	const tell =
		'data:text/javascript,process.on("exit",()=>process.stderr.write("maxRSS "+process.resourceUsage().maxRSS+"\\n"))';
	const start = performance.now();
	const child = spawn(process.execPath, ['--import', tell, program, ...words], {
		env: {...process.env, LOGGIST_DB: file},
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	let told = '';
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		told += text;
	});
	const [code] = await once(child, 'close');
	if (code !== 0) {
		throw new Error(`${words.join(' ')} ends with ${String(code)}: ${told}`);
	}

	const size = Number(/maxRSS (\d+)/u.exec(told)?.[1]) / 1024;
	return {size: Math.round(size), time: (performance.now() - start) / 1000};
};

const formats = ['markdown', 'jsonl', 'csv', 'timesketch', 'ics'];
const asked = process.argv.slice(2).map(Number);
const rows: string[][] = [];
for (const count of asked.length > 0 ? asked : [10_000, 100_000]) {
	const folder = mkdtempSync(path.join(tmpdir(), 'loggist-exports-'));
	const file = path.join(folder, 'loggist.db');
	await writeLedger(file, count);
	const now = ['--now', '2026-07-02T00:00:00Z'];
	const board = await measured([...now, 'board', '--json'], file);
	rows.push([String(count), 'board --json', `${board.size} MB`, `${board.time.toFixed(1)} s`, '']);
	for (const format of formats) {
		const out = path.join(folder, `out.${format}`);
		const {size, time} = await measured([...now, 'export', format, '-o', out], file);
		const written = `${(statSync(out).size / 1_000_000).toFixed(1)} MB`;
		rows.push([String(count), format, `${size} MB`, `${time.toFixed(1)} s`, written]);
	}

	rmSync(folder, {recursive: true});
}

const head = ['Entries', 'Export', 'Peak memory', 'Time', 'File'];
for (const row of [head, head.map(() => '---'), ...rows]) {
	process.stdout.write(`| ${row.join(' | ')} |\n`);
}
