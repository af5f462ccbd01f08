import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {openTerminal, type TestTerminal} from './terminal.ts';

/** The program as it is built. */
export const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** One entry as `loggist log --json` prints it. */
export type Logged = {
	readonly number: number;
	readonly by: string;
	readonly kind: string;
	readonly text: string;
	readonly struck: boolean;
};

export type ConsoleOptions = {
	readonly columns?: number;
	readonly rows?: number;
	readonly arguments?: readonly string[];
	readonly env?: Readonly<Record<string, string>>;
	/** A shell's command line in which `"$@"` stands for the program and its words. */
	readonly within?: string;
};

/** A ledger, drafts and terminals of its own, in a folder that `remove` takes away. */
export type Site = {
	readonly folder: string;
	readonly db: string;
	/** Opens the console in a terminal of its own. */
	readonly open: (options?: ConsoleOptions) => TestTerminal;
	/** Runs the program without a terminal and gives its standard output. */
	readonly run: (...words: readonly string[]) => string;
	/** Writes lines of the language into the ledger. */
	readonly say: (...lines: readonly string[]) => void;
	/** The same with stamps, which move a clock that begins at a moment. */
	readonly play: (lines: readonly string[], from: string) => void;
	readonly log: () => readonly Logged[];
	readonly remove: () => Promise<void>;
};

const isLogged = (one: unknown): one is Logged =>
	typeof one === 'object' && one !== null && 'number' in one && 'kind' in one && 'text' in one && 'struck' in one;

export const createSite = (): Site => {
	const folder = mkdtempSync(path.join(tmpdir(), 'loggist-console-'));
	const db = path.join(folder, 'ledger.db');
	const env = {
		LOGGIST_DB: db,
		LOGGIST_AS: '',
		LOGGIST_INCIDENT: '',
		XDG_STATE_HOME: path.join(folder, 'state'),
		XDG_DATA_HOME: path.join(folder, 'data'),
		NO_COLOR: '',
		TZ: 'UTC',
	};
	const terminals: TestTerminal[] = [];

	const run = (...words: readonly string[]): string =>
		execFileSync(process.execPath, [program, ...words], {
			encoding: 'utf8',
			env: {...process.env, ...env},
			input: '',
			maxBuffer: 1e8,
		});

	return {
		folder,
		db,
		open({columns = 80, rows = 24, arguments: words = [], env: extra = {}, within} = {}) {
			const call = [process.execPath, program, ...words];
			const terminal = openTerminal({
				command: within === undefined ? process.execPath : '/bin/sh',
				arguments: within === undefined ? call.slice(1) : ['-c', within, 'sh', ...call],
				columns,
				rows,
				env: {...env, ...extra},
				patience: 20_000,
			});
			terminals.push(terminal);
			return terminal;
		},
		run,
		say(...lines) {
			execFileSync(process.execPath, [program, 'run', '-'], {
				env: {...process.env, ...env},
				input: `${lines.join('\n')}\n`,
			});
		},
		play(lines, from) {
			execFileSync(process.execPath, [program, 'run', '-', '--now', from], {
				env: {...process.env, ...env},
				input: `${lines.join('\n')}\n`,
			});
		},
		log() {
			const entries: unknown = JSON.parse(run('log', '--json'));
			if (!Array.isArray(entries) || !entries.every(one => isLogged(one))) {
				throw new TypeError('loggist log --json does not give entries.');
			}

			return entries;
		},
		async remove() {
			for (const terminal of terminals) {
				await terminal.close();
			}

			rmSync(folder, {recursive: true, force: true});
		},
	};
};
