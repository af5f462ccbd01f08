import {spawnSync} from 'node:child_process';
import {EventEmitter} from 'node:events';
import process from 'node:process';
import {openOutlet} from './outlet.ts';
import type {ScreenOutput} from './screen.ts';
import {keepTitle, restoreTitle} from './signals.ts';

/** Why the program loses its terminal without having given it back. */
export type Ending =
	/** Another process, or a terminal that closed, ended it. */
	| 'signal'
	/** An error nobody caught. */
	| 'crash'
	/** The terminal no longer takes or gives anything. */
	| 'vanished';

export type TerminalOptions = {
	readonly stdin?: NodeJS.ReadStream;
	readonly stdout?: NodeJS.WriteStream;
	/** Whether clicks and the wheel are told as well. */
	readonly isMouse?: boolean;
	/** Takes the bytes of keys and pastes. */
	readonly onInput: (chunk: Uint8Array) => void;
	/** After a suspension: paint everything again. */
	readonly onResume: () => void;
	/** Last chance to keep what is unfinished; called once, and the process ends when it returns. */
	readonly onGone: (ending: Ending) => void;
};

/** The terminal while it is ours. */
export type Terminal = {
	/** Where to paint. Takes nothing while the terminal is not ours. */
	readonly output: ScreenOutput;
	/** Gives the terminal to the shell until the program is continued (what Ctrl-Z does elsewhere). */
	suspend(): void;
	/**
	 * Gives the terminal to another program until that has ended, and takes it back whatever state it is left in. What
	 * ends this program aborts; a second loan while one lasts throws.
	 */
	lend<Value>(borrow: (abort: AbortSignal) => Promise<Value>): Promise<Value>;
	/** Gives the terminal back for good. Calling it again does nothing. */
	release(): void;
};

const csi = '\u001B[';

// Alternate screen, bracketed paste, no wrapping at the right edge (a glyph wider than thought would push its
// line onto the next one), and no cursor until somebody places it.
const takeModes = `${keepTitle}${csi}?1049h${csi}?2004h${csi}?7l${csi}?25l`;

// Ends a half-written update first: what follows would else wait in it.
const giveModes = `${csi}?2026l${csi}m${csi}?2004l${csi}?7h${csi}?1049l${csi}?25h${restoreTitle}`;

// Those that end a program and that somebody may send: by hand, or a system that sets limits.
// Presses and the wheel, in the form that has room for every column. Selecting a text with the mouse is then the
// terminal's only together with shift.
const takeMouse = `${csi}?1000h${csi}?1006h`;
const giveMouse = `${csi}?1006l${csi}?1000l`;

const endingSignals = [
	'SIGINT',
	'SIGTERM',
	'SIGHUP',
	'SIGQUIT',
	'SIGABRT',
	'SIGALRM',
	'SIGVTALRM',
	'SIGXCPU',
	'SIGUSR2',
] as const;

/**
 * A file that may not grow is told by the write that failed. Node ignores the signal that comes with it; a library of
 * Ink's listens for it, and would end the program where nobody else listens.
 */
const fileTooLarge = 'SIGXFSZ';
const passOver = (): void => {};

// What a program that was killed may have left on: reports of mouse and focus, keys sent otherwise, its own cursor.
const tidyModes = `${csi}?1000l${csi}?1002l${csi}?1003l${csi}?1004l${csi}?1006l${csi}?1l${csi}>4;0m${csi}0 q${csi}?5l`;

// As a shell says of a program that a hang-up ended.
const exitCodeWhenVanished = 129;

// Longer than the loop takes to hear of signals that came together.
const heardWithin = 10;

// Longer than it takes to go on after SIGCONT.
const continuedWithin = 50;

/** Tries what fails when the terminal has vanished; that is noticed elsewhere. */
const attempt = (action: () => void): void => {
	try {
		action();
	} catch {
		// Nobody is left to tell.
	}
};

/** How the terminal treats what is typed, as `stty` writes it down; undefined where that cannot be had. */
const lineModes = (stdin: NodeJS.ReadStream): string | undefined => {
	if (!stdin.isTTY) {
		return undefined;
	}

	// Node can only switch, and takes what it finds for what was there before: a killed editor's modes would stay for good.
	const {stdout, status} = spawnSync('stty', ['-g'], {stdio: [0, 'pipe', 'ignore'], encoding: 'utf8'});
	return status === 0 ? stdout.trim() : undefined;
};

const setLineModes = (stdin: NodeJS.ReadStream, modes: string | undefined): void => {
	if (stdin.isTTY && modes !== undefined) {
		spawnSync('stty', [modes], {stdio: [0, 'ignore', 'ignore']});
	}
};

/**
 * Takes the terminal: alternate screen, raw keys, bracketed paste. Whatever way the program ends, the
 * terminal is given back as it was.
 */
export const takeTerminal = ({
	stdin = process.stdin,
	stdout = process.stdout,
	isMouse = false,
	onInput,
	onResume,
	onGone,
}: TerminalOptions): Terminal => {
	let isOurs = false;
	let isOver = false;
	let loan: AbortController | undefined;

	const drains = new EventEmitter();
	const outlet = openOutlet({
		stdout,
		onDrain() {
			drains.emit('drain');
		},
		onError: () => {
			failed();
		},
	});

	const setRaw = (isRaw: boolean): void => {
		if (stdin.isTTY) {
			attempt(() => stdin.setRawMode(isRaw));
		}
	};

	let warners: readonly ((warning: Error) => void)[] = [];

	/** What Node warns of is for whoever builds the program, and would be written across the board. */
	const setQuiet = (isQuiet: boolean): void => {
		if (isQuiet) {
			warners = process.listeners('warning');
			process.removeAllListeners('warning');
		} else {
			for (const warner of warners) {
				process.on('warning', warner);
			}
		}
	};

	const take = (): void => {
		isOurs = true;
		setQuiet(true);
		setRaw(true);
		outlet.write(`${takeModes}${isMouse ? takeMouse : ''}`);
	};

	const giveBack = (): void => {
		if (isOurs) {
			isOurs = false;
			setQuiet(false);
			attempt(() => {
				outlet.finish(`${isMouse ? giveMouse : ''}${giveModes}`);
			});
			setRaw(false);
		}
	};

	/** The end that nobody asked for. */
	const lose = (ending: Ending): void => {
		if (!isOver) {
			isOver = true;
			giveBack();
			loan?.abort();
			attempt(() => {
				onGone(ending);
			});
		}
	};

	const signalled = (signal: NodeJS.Signals): void => {
		if (loan !== undefined && (signal === 'SIGINT' || signal === 'SIGQUIT')) {
			// Ctrl-C and ctrl-\ went to the whole group, and are meant for who has the terminal.
			return;
		}

		lose('signal');
		// Dies of the signal, as the sender expects, now that nothing of ours stands in its way.
		stopListening();
		process.kill(process.pid, signal);
	};

	const crashed = (): void => {
		lose('crash');
	};

	const vanished = (): void => {
		isOurs = false;
		lose('vanished');
		process.exit(exitCodeWhenVanished);
	};

	const resume = (): void => {
		// The shell may have changed the modes; libuv sets raw mode only where it believes that it is off.
		setRaw(false);
		take();
		// No SIGWINCH reaches a stopped program; asking for one makes Node look at the size again.
		process.kill(process.pid, 'SIGWINCH');
		onResume();
	};

	const suspend = (): void => {
		if (!isOurs || process.platform === 'win32') {
			return;
		}

		giveBack();
		process.off('SIGTSTP', suspend);
		// To the whole group, as the terminal would: whoever started us (npm, a pipe) has to stop as well.
		process.kill(0, 'SIGTSTP');
		process.on('SIGTSTP', suspend);
		// Where there is no shell to go back to, the system ignores the request and nothing continues us.
		setTimeout(() => {
			if (!isOurs && !isOver) {
				resume();
			}
		}, continuedWithin);
	};

	const continued = (): void => {
		// A shell ends who is stopped by a signal and this one after it, and may keep the terminal meanwhile: touching it then
		// would stop us once more, with the end unheard. Hence what else came is heard first.
		setTimeout(() => {
			// Whoever has the terminal on loan was stopped with us, and goes on with it.
			if (!isOver && loan === undefined) {
				resume();
			}
		}, heardWithin);
	};

	const lend = async <Value>(borrow: (abort: AbortSignal) => Promise<Value>): Promise<Value> => {
		if (loan !== undefined) {
			throw new Error('The terminal is lent already.');
		}

		loan = new AbortController();
		giveBack();
		const modes = lineModes(stdin);
		stdin.pause();
		// The borrower may stop itself, and everybody in the group with it, for the shell to come forth.
		process.off('SIGTSTP', suspend);
		try {
			return await borrow(loan.signal);
		} finally {
			loan = undefined;
			if (!isOver) {
				process.on('SIGTSTP', suspend);
				setLineModes(stdin, modes);
				outlet.write(tidyModes);
				resume();
				stdin.resume();
			}
		}
	};

	// Kept after the end: the last writes to a vanished terminal fail later, and have nobody to tell.
	const failed = (): void => {
		if (!isOver) {
			vanished();
		}
	};

	const ended = (): void => {
		if (!isOver) {
			vanished();
		}
	};

	const stopListening = (): void => {
		for (const signal of endingSignals) {
			process.off(signal, signalled);
		}

		process.off('SIGTSTP', suspend);
		process.off('SIGCONT', continued);
		process.off('uncaughtExceptionMonitor', crashed);
		process.off('exit', giveBack);
		stdin.off('data', onInput);
		stdin.off('end', ended);
	};

	for (const signal of endingSignals) {
		process.on(signal, signalled);
	}

	process.on(fileTooLarge, passOver);
	process.on('SIGTSTP', suspend);
	process.on('SIGCONT', continued);
	// Watches without catching: Node still prints the error, on the screen given back, and ends with its code.
	process.on('uncaughtExceptionMonitor', crashed);
	process.on('exit', giveBack);
	stdout.on('error', failed);
	stdin.on('error', failed);
	stdin.on('end', ended);
	stdin.on('data', onInput);
	// An earlier console of this process left it paused, and a listener alone does not undo that.
	stdin.resume();
	take();

	return {
		output: {
			get columns() {
				return stdout.columns;
			},
			get rows() {
				return stdout.rows;
			},
			write: bytes => !isOurs || outlet.write(bytes),
			on: (event, listener) => (event === 'drain' ? drains : stdout).on(event, listener),
			off: (event, listener) => (event === 'drain' ? drains : stdout).off(event, listener),
		},
		suspend,
		lend,
		release() {
			if (!isOver) {
				isOver = true;
				giveBack();
				stopListening();
				outlet.close();
				stdin.pause();
			}
		},
	};
};
