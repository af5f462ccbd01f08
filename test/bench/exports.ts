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
import {writeLedger} from './long-log.ts';

const program = path.join(import.meta.dirname, '..', '..', 'dist', 'cli.js');

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

const formats = ['markdown', 'html', 'jsonl', 'csv', 'timesketch', 'ics'];
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
