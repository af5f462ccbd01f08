import {writeSync} from 'node:fs';
import {setTimeout as sleep} from 'node:timers/promises';
import * as pty from '@lydell/node-pty';
// oxlint-disable-next-line import/default
import unicode11 from '@xterm/addon-unicode11';
import headless from '@xterm/headless';

/*
A program in a pseudo-terminal, and a clock at its door. Bytes are stamped as they arrive, before the emulator reads
them: what the emulator costs is in no figure. A frame counts when its synchronized update is over, as on a terminal.
*/

export type Size = readonly [columns: number, rows: number];

export type Probe = {
	readonly pid: number;
	/** When it was started. */
	readonly startedAt: number;
	/** Sends bytes at once, and gives the moment just before. */
	readonly send: (bytes: string) => number;
	/** When the bytes arrived that made the condition true on the screen; now, where it holds already. */
	readonly shown: (what: string, condition: () => boolean) => Promise<number>;
	/** Waits until nothing has arrived for so many milliseconds; not longer than `most`. */
	readonly rests: (milliseconds: number, most: number) => Promise<void>;
	readonly resize: (size: Size) => void;
	readonly lines: () => readonly string[];
	/** What stands left of the cursor in its row. */
	readonly beforeCursor: () => string;
	/** Where which cells are inverse: the selected row. */
	readonly inverse: () => string;
	/** How many bytes have arrived. */
	readonly bytes: () => number;
	/** Counts, from now on until it is called, cells that change and change back: as a slow terminal would show them. */
	readonly watchFlashes: () => () => Flashes;
	readonly close: () => Promise<void>;
};

/** Cells that were the same before and after, and something else in between. */
export type Flashes = {
	/** On a terminal that shows whatever has arrived. */
	readonly shownAtOnce: number;
	/** On one that holds back a synchronized update until its end. */
	readonly heldBack: number;
};

/** A slow line brings so many bytes at a time. */
const slice = 128;

/** Milliseconds after which nobody expects an answer any more. */
const patience = 20_000;

type Frame = {readonly cells: readonly string[]; readonly isHeld: boolean};

const flashesIn = (frames: readonly Frame[]): number => {
	const first = frames[0]?.cells ?? [];
	const last = frames.at(-1)?.cells ?? [];
	const between = frames.slice(1, -1);
	return first.filter((cell, index) => cell === last[index] && between.some(frame => frame.cells[index] !== cell))
		.length;
};

/** Starts a program in a terminal of that size, with this environment and no other. */
export const openProbe = (
	command: string,
	words: readonly string[],
	[columns, rows]: Size,
	env: Readonly<Record<string, string | undefined>>,
): Probe => {
	const terminal = new headless.Terminal({cols: columns, rows, allowProposedApi: true, scrollback: 0});
	// oxlint-disable-next-line import/no-named-as-default-member
	terminal.loadAddon(new unicode11.Unicode11Addon());
	terminal.unicode.activeVersion = '11';
	const listeners = new Set<(arrival: number) => void>();
	let bytes = 0;
	let lastArrival = performance.now();
	let isOver = false;
	let frames: Frame[] | undefined;

	const startedAt = performance.now();
	const child = pty.spawn(command, [...words], {
		name: 'xterm-256color',
		cols: columns,
		rows,
		encoding: null,
		env: {...env, TERM: 'xterm-256color', COLORTERM: 'truecolor'},
	});
	const ended = new Promise<void>(resolve => {
		child.onExit(() => {
			isOver = true;
			resolve();
		});
	});

	const rowAt = (y: number) => terminal.buffer.active.getLine(terminal.buffer.active.baseY + y);
	const lines = () => Array.from({length: terminal.rows}, (_, y) => rowAt(y)?.translateToString(true) ?? '');

	const frame = (): Frame => ({
		isHeld: terminal.modes.synchronizedOutputMode,
		cells: Array.from({length: terminal.rows}, (_, y) => {
			const row = rowAt(y);
			return Array.from({length: terminal.cols}, (__, x) => {
				const cell = row?.getCell(x);
				return `${cell?.getChars() || ' '}${cell?.getFgColor()},${cell?.getBgColor()},${cell?.isInverse()},${cell?.isBold()},${cell?.isDim()}`;
			});
		}).flat(),
	});

	const tell = (arrival: number): void => {
		for (const listener of listeners) {
			listener(arrival);
		}
	};

	child.onData(data => {
		const arrival = performance.now();
		lastArrival = arrival;
		const chunk = typeof data === 'string' ? Buffer.from(data) : data;
		bytes += chunk.length;
		const {length} = frames === undefined ? chunk : {length: slice};
		for (let from = 0; from < chunk.length; from += length) {
			terminal.write(chunk.subarray(from, from + length), () => {
				frames?.push(frame());
				tell(arrival);
			});
		}
	});

	// The descriptor takes the bytes at once; a stream would pass them on from another thread, some time later.
	const descriptor = 'fd' in child && typeof child.fd === 'number' ? child.fd : undefined;

	return {
		pid: child.pid,
		startedAt,
		send(text) {
			const sentAt = performance.now();
			if (descriptor === undefined) {
				child.write(text);
			} else {
				writeSync(descriptor, text);
			}

			return sentAt;
		},
		async shown(what, condition) {
			const holds = () => !terminal.modes.synchronizedOutputMode && condition();
			if (holds()) {
				return performance.now();
			}

			const {promise, resolve, reject} = Promise.withResolvers<number>();
			const listener = (arrival: number): void => {
				if (holds()) {
					resolve(arrival);
				}
			};

			listeners.add(listener);
			const timer = setTimeout(() => {
				const state = isOver ? ', and the program has ended' : '';
				reject(new Error(`Not within ${patience} ms: ${what}${state}. The screen is:\n${lines().join('\n')}`));
			}, patience);
			try {
				return await promise;
			} finally {
				clearTimeout(timer);
				listeners.delete(listener);
			}
		},
		async rests(milliseconds, most) {
			const until = performance.now() + most;
			for (let wait = milliseconds; wait > 0 && performance.now() < until; ) {
				await sleep(wait);
				wait = milliseconds - (performance.now() - lastArrival);
			}
		},
		resize([toColumns, toRows]) {
			terminal.resize(toColumns, toRows);
			child.resize(toColumns, toRows);
		},
		lines,
		beforeCursor: () =>
			rowAt(terminal.buffer.active.cursorY)?.translateToString(false, 0, terminal.buffer.active.cursorX) ?? '',
		inverse() {
			let found = '';
			for (let y = 0; y < terminal.rows; y++) {
				const row = rowAt(y);
				for (let x = 0; x < terminal.cols; x++) {
					const cell = row?.getCell(x);
					found += cell?.isInverse() ? `${y}${cell.getChars()}` : '';
				}
			}

			return found;
		},
		bytes: () => bytes,
		watchFlashes() {
			const seen = [frame()];
			frames = seen;
			return () => {
				frames = undefined;
				return {
					shownAtOnce: flashesIn(seen),
					heldBack: flashesIn(seen.filter(({isHeld}) => !isHeld)),
				};
			};
		},
		async close() {
			if (!isOver) {
				child.kill('SIGKILL');
			}

			await ended;
			terminal.dispose();
		},
	};
};
