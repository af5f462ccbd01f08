import process from 'node:process';
// oxlint-disable-next-line import/default
import unicode11 from '@xterm/addon-unicode11';
import headless from '@xterm/headless';
import * as pty from '@lydell/node-pty';
import {bytesOf} from './keys.ts';

/*
A program in a real pseudo-terminal, and an emulator that shows what a person would see. Waiting is done by
events: each arrival of bytes is parsed, then all who wait look again.
*/

export type TerminalOptions = {
	readonly command: string;
	readonly arguments?: readonly string[];
	readonly columns?: number;
	readonly rows?: number;
	readonly env?: Readonly<Record<string, string | undefined>>;
	readonly cwd?: string;
	/** How long to wait for anything, in milliseconds, before the test fails. */
	readonly patience?: number;
};

export type Exit = {readonly code: number; readonly signal: number | undefined};

export type Modes = {
	readonly alternateScreen: boolean;
	readonly cursor: boolean;
	readonly bracketedPaste: boolean;
	readonly wraparound: boolean;
	readonly synchronized: boolean;
};

export type TestTerminal = {
	readonly pid: number;
	/** Waits until the screen shows a text (in one line) or matches a pattern (lines joined by `\n`). */
	shows(what: string | RegExp): Promise<void>;
	/** Waits until the screen no longer shows it. */
	hides(what: string | RegExp): Promise<void>;
	/** Waits until a condition holds that may change with what the program writes. It is not asked of half a frame. */
	until(description: string, condition: () => boolean): Promise<void>;
	/** Sends characters as they are. */
	type(text: string): void;
	/** Sends keys by notation: `ab<Enter><C-c><S-Tab><Paste:two words>`. */
	press(keys: string): void;
	resize(columns: number, rows: number): void;
	/** The lines on the screen, without blanks at their ends. */
	lines(): string[];
	/** The lines on the screen as one text. */
	screen(): string;
	/** What stands in one cell; '' in a blank one and in the second half of a wide glyph. */
	cell(x: number, y: number): string;
	/** Where the cursor stands, from the upper left corner. */
	cursor(): {x: number; y: number};
	modes(): Modes;
	/** How the mouse is told: `none`, or as the emulator calls it. */
	mouse(): string;
	/** Everything the program has written, as text. */
	raw(): string;
	/** How many bytes the program has written. */
	bytes(): number;
	/** Stops taking what the program writes, as a terminal that hangs or a line that is down. */
	stall(): void;
	/** Takes it again. */
	flow(): void;
	kill(signal: NodeJS.Signals): void;
	/** Closes the terminal under the program, as closing a window does. */
	hangUp(): void;
	/** Waits for the end of the program. */
	exited(): Promise<Exit>;
	/** Ends the program, if it still runs, and forgets the terminal. */
	close(): Promise<void>;
};

// Ink (through is-in-ci) takes these as "nobody is watching".
const withoutCi = ({CI: _ci, CONTINUOUS_INTEGRATION: _integration, ...rest}: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
	Object.fromEntries(Object.entries(rest).filter(([name]) => !name.startsWith('CI_')));

const numberOf = (signal: number | undefined): number | undefined => (signal === 0 ? undefined : signal);

/** Starts a program in a terminal of its own. */
export const openTerminal = ({
	command,
	arguments: list = [],
	columns = 80,
	rows = 24,
	env = {},
	cwd = process.cwd(),
	patience = 10_000,
}: TerminalOptions): TestTerminal => {
	const emulator = new headless.Terminal({cols: columns, rows, allowProposedApi: true, scrollback: 1000});
	// oxlint-disable-next-line import/no-named-as-default-member
	emulator.loadAddon(new unicode11.Unicode11Addon());
	emulator.unicode.activeVersion = '11';

	const chunks: Buffer[] = [];
	const watchers = new Set<() => void>();
	let isCursorShown = true;
	let exit: Exit | undefined;

	// The emulator tells of all modes but this one.
	for (const final of ['h', 'l']) {
		emulator.parser.registerCsiHandler({prefix: '?', final}, parameters => {
			isCursorShown = parameters.includes(25) ? final === 'h' : isCursorShown;
			return false;
		});
	}

	const child = pty.spawn(command, [...list], {
		name: 'xterm-256color',
		cols: columns,
		rows,
		cwd,
		encoding: null,
		env: {...withoutCi(process.env), TERM: 'xterm-256color', COLORTERM: 'truecolor', ...env},
	});
	let isLooking = false;
	/** Lets all who wait look once what has arrived is parsed: whoever then goes on sees what they waited for. */
	const look = (): void => {
		if (!isLooking) {
			isLooking = true;
			queueMicrotask(() => {
				isLooking = false;
				for (const watcher of watchers) {
					watcher();
				}
			});
		}
	};

	child.onData(data => {
		const bytes = typeof data === 'string' ? Buffer.from(data) : data;
		chunks.push(bytes);
		emulator.write(bytes, look);
	});
	child.onExit(({exitCode, signal}) => {
		exit = {code: exitCode, signal: numberOf(signal)};
		// What it wrote last is parsed first.
		emulator.write('', look);
	});

	const write = (text: string): void => {
		if (exit === undefined) {
			child.write(text);
		}
	};

	emulator.onData(write);

	const lines = (): string[] => {
		const buffer = emulator.buffer.active;
		return Array.from(
			{length: emulator.rows},
			(_, y) => buffer.getLine(buffer.baseY + y)?.translateToString(true, 0, emulator.cols) ?? '',
		);
	};

	const screen = (): string => lines().join('\n');

	const showsNow = (what: string | RegExp): boolean =>
		typeof what === 'string'
			? lines().some(line => line.includes(what))
			: new RegExp(what.source, what.flags).test(screen());

	const waitUntil = async (description: string, condition: () => boolean): Promise<void> => {
		if (condition()) {
			return;
		}

		const {promise, resolve, reject} = Promise.withResolvers<void>();
		const watcher = (): void => {
			if (condition()) {
				resolve();
			}
		};

		watchers.add(watcher);
		const deadline = setTimeout(() => {
			const state = exit === undefined ? 'the program runs' : `the program has ended: ${JSON.stringify(exit)}`;
			reject(new Error(`not within ${patience} ms: ${description}; ${state}; the screen is:\n${screen()}`));
		}, patience);
		try {
			await promise;
		} finally {
			clearTimeout(deadline);
			watchers.delete(watcher);
		}
	};

	// A frame under way is not on the screen yet: who looked at it would see half of what was and half of what will be.
	const until = async (description: string, condition: () => boolean): Promise<void> =>
		waitUntil(description, () => !emulator.modes.synchronizedOutputMode && condition());

	const ended = async (): Promise<void> => waitUntil('ends', () => exit !== undefined);

	const end = (signal: NodeJS.Signals): void => {
		if (exit === undefined) {
			child.kill(signal);
		}
	};

	const terminal: TestTerminal = {
		pid: child.pid,
		shows: async what => until(`shows ${String(what)}`, () => showsNow(what)),
		hides: async what => until(`hides ${String(what)}`, () => !showsNow(what)),
		until,
		type: write,
		press(keys) {
			write(bytesOf(keys, emulator.modes.applicationCursorKeysMode));
		},
		resize(toColumns, toRows) {
			emulator.resize(toColumns, toRows);
			child.resize(toColumns, toRows);
		},
		lines,
		screen,
		cell: (x, y) =>
			emulator.buffer.active
				.getLine(emulator.buffer.active.baseY + y)
				?.getCell(x)
				?.getChars() ?? '',
		cursor: () => ({x: emulator.buffer.active.cursorX, y: emulator.buffer.active.cursorY}),
		modes: () => ({
			alternateScreen: emulator.buffer.active.type === 'alternate',
			cursor: isCursorShown,
			bracketedPaste: emulator.modes.bracketedPasteMode,
			wraparound: emulator.modes.wraparoundMode,
			synchronized: emulator.modes.synchronizedOutputMode,
		}),
		mouse: () => emulator.modes.mouseTrackingMode,
		raw: () => Buffer.concat(chunks).toString('utf8'),
		bytes: () => chunks.reduce((sum, chunk) => sum + chunk.length, 0),
		stall() {
			child.pause();
		},
		flow() {
			child.resume();
		},
		kill: end,
		hangUp() {
			// Closing the master side is what a terminal window does; the system then sends SIGHUP.
			if ('destroy' in child && typeof child.destroy === 'function') {
				child.destroy();
			}
		},
		async exited() {
			await ended();
			return exit ?? {code: -1, signal: undefined};
		},
		async close() {
			end('SIGKILL');
			await ended();
			emulator.dispose();
		},
	};
	return terminal;
};
