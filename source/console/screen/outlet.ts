import {Buffer} from 'node:buffer';
import {closeSync, constants, openSync, writeSync} from 'node:fs';
import process from 'node:process';

/*
Node's own stream waits for a terminal that takes nothing: a window that hangs, a line that is down, ctrl-s. All the
while the process hears no signal, keeps no line and reads no ledger. So the terminal is opened once more, for writing
that never waits; what it does not take at once is held back until it does.
*/

/** The way to the terminal. */
export type Outlet = {
	/** Takes bytes for the terminal; false when some are held back, until `onDrain` is called. */
	write(bytes: string): boolean;
	/** Drops what is held back, writes these bytes instead, and waits for no longer than a terminal may need. */
	finish(bytes: string): void;
	close(): void;
};

export type OutletOptions = {
	readonly stdout: NodeJS.WriteStream;
	/** The terminal has taken everything again. */
	readonly onDrain: () => void;
	/** The terminal is gone. */
	readonly onError: () => void;
};

/** Where a terminal can be opened a second time, with modes of its own. */
const paths: Readonly<Partial<Record<NodeJS.Platform, (fd: number) => string>>> = {
	linux: fd => `/proc/self/fd/${fd}`,
	darwin: () => '/dev/tty',
};

/** How often a terminal that took nothing is asked again, in milliseconds. */
const askAgain = 20;

/** How long the last bytes may take, in milliseconds: a terminal that hangs must not keep the process. */
const patience = 300;

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

const reopened = (stdout: NodeJS.WriteStream): number | undefined => {
	const fd = 'fd' in stdout ? stdout.fd : undefined;
	const path = stdout.isTTY && typeof fd === 'number' ? paths[process.platform]?.(fd) : undefined;
	try {
		return path === undefined
			? undefined
			: openSync(path, constants.O_WRONLY | constants.O_NOCTTY | constants.O_NONBLOCK);
	} catch {
		// No second way in: Node's stream will do, and waits.
		return undefined;
	}
};

/** Stops this thread for a moment: at the very end nothing else is left to do. */
const rest = (milliseconds: number): void => {
	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
};

/** What the terminal does not take now; empty when it took all. Throws when it is gone. */
const push = (fd: number, bytes: Uint8Array): Uint8Array => {
	let left = bytes;
	while (left.length > 0) {
		try {
			left = left.subarray(writeSync(fd, left));
		} catch (error) {
			if (codeOf(error) !== 'EAGAIN') {
				throw error;
			}

			return left;
		}
	}

	return left;
};

/** Opens the way to the terminal behind a stream. */
export const openOutlet = ({stdout, onDrain, onError}: OutletOptions): Outlet => {
	const fd = reopened(stdout);
	if (fd === undefined) {
		stdout.on('drain', onDrain);
		return {
			write: bytes => stdout.write(bytes),
			finish(bytes) {
				stdout.write(bytes);
			},
			close() {
				stdout.off('drain', onDrain);
			},
		};
	}

	let held: Uint8Array = new Uint8Array();
	let timer: NodeJS.Timeout | undefined;
	let isOpen = true;

	const tryAgain = (): void => {
		timer = undefined;
		try {
			held = push(fd, held);
		} catch {
			held = new Uint8Array();
			onError();
			return;
		}

		if (held.length === 0) {
			onDrain();
		} else {
			timer = setTimeout(tryAgain, askAgain);
		}
	};

	return {
		write(bytes) {
			const more = Buffer.from(bytes, 'utf8');
			held = held.length === 0 ? more : Buffer.concat([held, more]);
			if (timer === undefined) {
				try {
					held = push(fd, held);
				} catch {
					held = new Uint8Array();
					// As a stream would: not within the call.
					setImmediate(onError);
					return true;
				}

				if (held.length > 0) {
					timer = setTimeout(tryAgain, askAgain);
				}
			}

			return held.length === 0;
		},
		finish(bytes) {
			if (timer !== undefined) {
				clearTimeout(timer);
				timer = undefined;
				// What was held back is as good as taken: nobody waits for it any more.
				onDrain();
			}

			// A sequence that was cut off in the middle ends at the escape that these begin with.
			held = Buffer.from(bytes, 'utf8');
			for (let waited = 0; waited < patience; waited += askAgain) {
				held = push(fd, held);
				if (held.length === 0) {
					return;
				}

				rest(askAgain);
			}

			held = new Uint8Array();
		},
		close() {
			clearTimeout(timer);
			timer = undefined;
			if (isOpen) {
				isOpen = false;
				closeSync(fd);
			}
		},
	};
};
