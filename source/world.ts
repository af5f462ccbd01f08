import {readFileSync} from 'node:fs';
import {homedir, userInfo} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {main} from './main.ts';
import {packageRoot} from './package-root.ts';
import type {World} from './shell/shell.ts';

const readInput = async (): Promise<Uint8Array> => {
	const chunks: Buffer[] = [];
	for await (const chunk of process.stdin) {
		chunks.push(Buffer.from(chunk));
	}

	return Buffer.concat(chunks);
};

const login = (): string => {
	try {
		return userInfo().username;
	} catch {
		// A container may run under a number that has no name.
		return String(process.getuid?.() ?? 'unknown');
	}
};

const version = (): string => {
	const {version: found} = JSON.parse(readFileSync(path.join(packageRoot(), 'package.json'), 'utf8')) as {
		readonly version: string;
	};
	return found;
};

/**
 * Writes to a stream for as long as somebody reads it. A reader that went away, as `loggist log | head` leaves it, is no
 * trouble, and what is being recorded goes on. What cannot be written for another reason is told.
 */
const writerTo = (stream: NodeJS.WriteStream, trouble: (code: string) => void): ((text: string) => void) => {
	let isGone = false;
	stream.on('error', error => {
		const code = 'code' in error ? String(error.code) : error.message;
		if (!isGone && code !== 'EPIPE') {
			trouble(code);
		}

		isGone = true;
	});
	return text => {
		if (!isGone) {
			stream.write(text);
		}
	};
};

/**
 * Colours are chosen while libraries load, so this is said before any of them is: whether colours are wanted stands in
 * `NO_COLOR` from here on. Ink would take the weight and the inverse of a selected row away with them, so it is told
 * to keep styles in any case.
 */
const chooseColours = (argv: readonly string[], env: NodeJS.ProcessEnv): void => {
	if (argv.includes('--no-color') || env['FORCE_COLOR'] === '0' || env['FORCE_COLOR'] === 'false') {
		env['NO_COLOR'] = '1';
	}

	// As many colours as the looks ask for: they know what the terminal can show.
	env['FORCE_COLOR'] = '3';
};

/** Runs the program on the real world and leaves its exit code. */
export const enter = async (): Promise<void> => {
	let isWhole = true;
	const complain = writerTo(process.stderr, () => {
		isWhole = false;
	});
	const print = writerTo(process.stdout, code => {
		isWhole = false;
		process.exitCode = 2;
		complain(
			`loggist: Standard output cannot be written (${code === 'ENOSPC' ? 'there is no room left' : code}). Send it elsewhere; what has arrived is not whole.\n`,
		);
	});
	const argv = process.argv.slice(2);
	chooseColours(argv, process.env);
	const world: World = {
		env: process.env,
		readInput,
		inputPieces: () => process.stdin,
		print,
		complain,
		isTerminal: process.stdin.isTTY && process.stdout.isTTY,
		isWatched: process.stderr.isTTY,
		columns: process.stdout.columns ?? 100,
		login: login(),
		home: homedir(),
		// Asked for only where no incident says what time it is: the first question about a zone costs most of a start.
		get zone() {
			return Intl.DateTimeFormat().resolvedOptions().timeZone;
		},
		version: version(),
	};
	const code = await main(argv, world);
	process.exitCode = isWhole ? code : 2;
};
