import {type ChildProcess, fork, spawn} from 'node:child_process';
import {once} from 'node:events';
import {copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type {Draft} from '../../source/entry.ts';
import {openSqliteLedger} from '../../source/ledger/sqlite.ts';
import {elapsed, instantOf, isInstant, later} from '../../source/time.ts';
import {largeIncident} from './large-incident.ts';
import {openProbe, type Probe, type Size} from './probe.ts';

const root = path.join(import.meta.dirname, '..', '..');

/** Another process that writes into a ledger while it is told to. */
export type Writer = {readonly go: () => void; readonly rest: () => void; readonly stop: () => Promise<void>};

/** How many entries a ledger holds, and how many people are in it. */
const lengths = {small: [20, 5], thousand: [1000, 30], large: [10_000, 300]} as const;

export type Length = keyof typeof lengths;

/** Whether the newest entry of a ledger of that length stands on a line: its number, and the time on its clock. */
export const isNewest = (line: string, length: Length): boolean =>
	new RegExp(`\\b${lengths[length][0]} \\d\\d:\\d\\d `, 'u').test(line);

/** A folder with the built program, ledgers of three lengths and everything that is measured on them. */
export type Site = {
	/** A copy of the ledger of that length, which may be written into. */
	readonly ledger: (length: Length) => string;
	readonly open: (file: string, size: Size) => Probe;
	readonly echo: (size: Size) => Probe;
	readonly writer: (file: string) => Promise<Writer>;
	/** Runs Node with these words to its end, and gives the milliseconds it took and when it was over. */
	readonly run: (...words: readonly string[]) => Promise<{readonly took: number; readonly end: number}>;
	/** The same with the program's words. */
	readonly call: (file: string, ...words: readonly string[]) => Promise<{readonly took: number; readonly end: number}>;
	readonly remove: () => void;
};

/** The incident as if it had gone on until now: every moment in it moved by the same time. */
const draftsUntilNow = (
	count: number,
	people: number,
): {readonly incident: string; readonly drafts: readonly Draft[]} => {
	const {entries, now} = largeIncident(count, people);
	const by = elapsed(now, instantOf(Date.now()));
	const drafts: readonly Draft[] = JSON.parse(
		JSON.stringify(
			entries.map(({event, occurredAt, recordedAt, by: who, recordedBy}) => ({
				event,
				occurredAt,
				recordedAt,
				by: who,
				recordedBy,
			})),
		),
		(_, value: unknown) => (typeof value === 'string' && isInstant(value) ? later(value, by) : value),
	);
	return {incident: entries[0]?.incident ?? '', drafts};
};

const makeLedger = async (file: string, length: Length): Promise<void> => {
	const [count, people] = lengths[length];
	const {incident, drafts} = draftsUntilNow(count, people);
	const ledger = await openSqliteLedger(file);
	await ledger.append(incident, drafts, 0);
	await ledger.close();
};

/** The program as it is built now; a build while it is measured changes nothing. */
const copyProgram = (folder: string): string => {
	if (!existsSync(path.join(root, 'dist', 'cli.js'))) {
		throw new Error('There is no dist/cli.js. Build the program first: npm run build.');
	}

	for (const name of ['dist', 'db', 'fixtures', 'package.json']) {
		cpSync(path.join(root, name), path.join(folder, name), {recursive: true});
	}

	symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'dir');
	return path.join(folder, 'dist', 'cli.js');
};

/** Makes the folder. The ledger of 10,000 entries takes a few seconds. */
export const createSite = async (): Promise<Site> => {
	const folder = mkdtempSync(path.join(tmpdir(), 'loggist-bench-'));
	const program = copyProgram(path.join(folder, 'program'));
	const templates = path.join(folder, 'templates');
	mkdirSync(templates);
	for (const length of ['small', 'thousand', 'large'] as const) {
		await makeLedger(path.join(templates, length), length);
	}

	const env = {PATH: process.env['PATH'], HOME: folder, TZ: 'UTC', LANG: 'C.UTF-8'};
	const children = new Set<ChildProcess>();
	let copies = 0;

	const run = async (...words: readonly string[]) => {
		const start = performance.now();
		const child = spawn(process.execPath, words, {env, stdio: ['ignore', 'ignore', 'inherit']});
		const [code]: readonly unknown[] = await once(child, 'exit');
		const end = performance.now();
		if (code !== 0) {
			throw new Error(`node ${words.join(' ')} ended with ${String(code)}.`);
		}

		return {took: end - start, end};
	};

	return {
		ledger(length) {
			const file = path.join(folder, `${length}-${++copies}.db`);
			copyFileSync(path.join(templates, length), file);
			return file;
		},
		open: (file, size) =>
			openProbe(process.execPath, [program, '--db', file], size, {
				...env,
				// Drafts of one ledger are no other's.
				XDG_STATE_HOME: path.join(folder, 'state', path.basename(file)),
			}),
		echo: size => openProbe(process.execPath, [path.join(import.meta.dirname, 'echo.ts')], size, env),
		async writer(file) {
			const child = fork(path.join(import.meta.dirname, 'writer.ts'), [file], {env});
			children.add(child);
			await once(child, 'message');
			return {
				go: () => {
					child.send('go');
				},
				rest: () => {
					child.send('rest');
				},
				async stop() {
					const ended = once(child, 'exit');
					child.disconnect();
					await ended;
					children.delete(child);
				},
			};
		},
		run,
		call: async (file, ...words) => run(program, '--db', file, ...words),
		remove() {
			for (const child of children) {
				child.kill();
			}

			rmSync(folder, {recursive: true, force: true});
		},
	};
};
