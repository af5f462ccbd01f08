import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {onTestFinished} from 'vitest';
import {main} from '../../source/main.ts';
import type {World} from '../../source/shell/shell.ts';

/** How a call ended. */
export type Ending = {readonly code: number | null; readonly stdout: string; readonly stderr: string};

/** What is given to a call beside its words. */
export type Surroundings = {
	readonly env?: Readonly<Record<string, string>>;
	/** Standard input; default: none. */
	readonly input?: string | Uint8Array;
};

export type Call = (argv: readonly string[], surroundings?: Surroundings) => Promise<Ending>;

/** A person at a shell, with a ledger of their own that does not exist yet. */
export type Session = {
	/** A folder of this test; gone when the test is. */
	readonly folder: string;
	/** The ledger, as `LOGGIST_DB` names it. */
	readonly file: string;
	/** Runs a call whose words are given one by one, as a shell hands them over. */
	readonly call: Call;
	/** The same from a line as typed: `loggist('assign im @"Priya Shah"')`. */
	readonly loggist: (line: string, surroundings?: Surroundings) => Promise<Ending>;
	/** What a call prints as JSON. Throws when it does not end well. */
	readonly json: (line: string, surroundings?: Surroundings) => Promise<unknown>;
	/** Does what a transcript says and gives the transcript as it came out. */
	readonly play: (transcript: string) => Promise<string>;
};

const root = path.join(import.meta.dirname, '..', '..');

/** The program as it is built. */
export const program = path.join(root, 'dist', 'cli.js');

/** The day on which everything happens. */
export const day = '2026-06-02';

/** A folder of its own for one test, gone when the test is. */
export const freshFolder = (): string => {
	const folder = mkdtempSync(path.join(tmpdir(), 'loggist-shell-'));
	onTestFinished(() => {
		rmSync(folder, {recursive: true, force: true});
	});
	return folder;
};

/** The words of a line, as a POSIX shell would make them: blanks part, quotes hold together and are taken away. */
export const wordsOf = (line: string): readonly string[] => {
	const words: string[] = [];
	for (const [raw] of line.matchAll(/(?:'[^']*'|"[^"]*"|\\.|[^\s'"\\])+/gsu)) {
		words.push(
			raw.replaceAll(/'([^']*)'|"([^"]*)"|\\(.)/gsu, (_, single, double, escaped) => single ?? double ?? escaped),
		);
	}

	return words;
};

const bytes = (input: string | Uint8Array = ''): Uint8Array =>
	typeof input === 'string' ? new TextEncoder().encode(input) : input;

/** What of the tester's own surroundings a call may see. */
const surroundingsOf = (file: string, folder: string, env: Surroundings['env'] = {}): Record<string, string> => ({
	PATH: process.env['PATH'] ?? '',
	TZ: 'UTC',
	HOME: folder,
	LOGGIST_DB: file,
	LOGGIST_AS: 'sam',
	...env,
});

/** Runs a program to its end. */
export const runToEnd = async (
	command: readonly string[],
	{
		env,
		input,
		uid,
	}: {readonly env: Record<string, string>; readonly input?: string | Uint8Array; readonly uid?: number},
): Promise<Ending> => {
	const [name = '', ...rest] = command;
	const child = spawn(name, rest, {env, ...(uid === undefined ? {} : {uid, gid: uid})});
	let stdout = '';
	let stderr = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		stdout += text;
	});
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		stderr += text;
	});
	// Who does not read its input closes it under the writer.
	child.stdin.on('error', () => undefined);
	child.stdin.end(bytes(input));
	const [code] = (await once(child, 'close')) as [number | null];
	return {code, stdout, stderr};
};

const inside =
	(file: string, folder: string): Call =>
	async (argv, {env, input} = {}) => {
		let stdout = '';
		let stderr = '';
		const world: World = {
			env: surroundingsOf(file, folder, env),
			readInput: async () => bytes(input),
			print(text) {
				stdout += text;
			},
			complain(text) {
				stderr += text;
			},
			isTerminal: false,
			columns: 100,
			login: 'loggist',
			home: folder,
			zone: 'UTC',
			version: '0.0.0',
		};
		const code = await main(argv, world);
		return {code, stdout, stderr};
	};

const outside =
	(file: string, folder: string): Call =>
	async (argv, {env, ...rest} = {}) =>
		runToEnd([process.execPath, program, ...argv], {env: surroundingsOf(file, folder, env), ...rest});

const indented = (text: string, mark: string): string =>
	text
		.replace(/\n$/u, '')
		.split('\n')
		.map(line => `${mark}${line}`.trimEnd())
		.join('\n');

/** What a call wrote, as a transcript shows it: output as it is, `! ` before errors, `[2]` for an exit code that is not 0. */
const shown = ({code, stdout, stderr}: Ending): readonly string[] => [
	...(stdout === '' ? [] : [indented(stdout, '')]),
	...(stderr === '' ? [] : [indented(stderr, '! ')]),
	...(code === 0 ? [] : [`[${code}]`]),
];

/** The lines of a template without the tabs that only fit it into the test. */
export const transcriptLines = (transcript: string): readonly string[] => {
	const lines = transcript
		.replace(/^\n/u, '')
		.replace(/\n\t*$/u, '')
		.split('\n');
	const margin = /^\t*/u.exec(lines[0] ?? '')?.[0] ?? '';
	return lines.map(line => (line.startsWith(margin) ? line.slice(margin.length) : line));
};

const prompt = /^(?:(?<clock>\d\d:\d\d(?::\d\d)?) )?\$ loggist ?(?<words>.*)$/su;

const sessionWith = (callIn: (file: string, folder: string) => Call): Session => {
	const folder = freshFolder();
	const file = path.join(folder, 'loggist.db');
	const call = callIn(file, folder);
	const loggist: Session['loggist'] = async (line, surroundings) => call(wordsOf(line), surroundings);
	return {
		folder,
		file,
		call,
		loggist,
		async json(line, surroundings) {
			const {code, stdout, stderr} = await loggist(line, surroundings);
			if (code !== 0) {
				throw new Error(`loggist ${line} ends with ${code}: ${stderr}`);
			}

			const value: unknown = JSON.parse(stdout);
			return value;
		},
		async play(transcript) {
			const lines = transcriptLines(transcript);
			const told: string[] = [];
			for (const [index, line] of lines.entries()) {
				const groups = prompt.exec(line)?.groups;
				if (groups === undefined) {
					continue;
				}

				const following = lines.slice(index + 1);
				const end = following.findIndex(one => !/^<(?: |$)/u.test(one));
				const input = following.slice(0, end === -1 ? undefined : end);
				const clock = groups['clock'];
				const now = clock === undefined ? [] : ['--now', `${day}T${clock.padEnd(8, ':00')}Z`];
				const ending = await call([...now, ...wordsOf(groups['words'] ?? '')], {
					input: input.map(one => `${one.slice(2)}\n`).join(''),
				});
				told.push(line, ...input, ...shown(ending));
			}

			return told.join('\n');
		},
	};
};

/** A session in this process: `main` on a world of its own. Fast, and everything but the door is real. */
export const openSession = (): Session => sessionWith(inside);

/** A session with the program as it is built, a process for each call. */
export const openProgram = (): Session => {
	if (!existsSync(program)) {
		throw new Error('The program is not built: npm run build');
	}

	return sessionWith(outside);
};

/** What a transcript should look like; `play` gives what it does look like. */
export const expected = (transcript: string): string => transcriptLines(transcript).join('\n');
