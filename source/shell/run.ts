import {readFile} from 'node:fs/promises';
import type {Clock} from '../clock.ts';
import {entryJson} from '../documents/log-json.ts';
import {readTime} from '../language/when/index.ts';
import {isRefusal, type Refusal} from '../refusal.ts';
import {scriptLine} from '../script.ts';
import {elapsed, hour, type Instant} from '../time.ts';
import {printEntry} from './print.ts';
import {deskOn, type ExitCode, openLedger, type Shell, timeOf, UsageError, utf8} from './shell.ts';

const readScript = async (shell: Shell, file: string): Promise<string> => {
	if (file === '-') {
		return utf8(await shell.world.readInput(), 'Standard input');
	}

	let bytes: Uint8Array;
	try {
		bytes = await readFile(file);
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown trouble';
		throw new UsageError(
			code === 'ENOENT'
				? `There is no file ${file}.`
				: code === 'EISDIR'
					? `${file} is a folder, not a file.`
					: `${file} cannot be read (${code}).`,
			'Name a file of lines, or - for standard input.',
		);
	}

	return utf8(bytes, file);
};

/** The moment that a stamp means, under a clock that moves with the stamps or under the wall's. */
const stampOf = (
	typed: string,
	{now, zone}: {readonly now: Instant; readonly zone: string},
	isMoving: boolean,
): Instant | Refusal => {
	const before = readTime(typed, {now, zone, direction: 'occurred'});
	const after = isMoving ? readTime(typed, {now, zone, direction: 'due'}) : before;
	if ('refused' in before || 'refused' in after) {
		const only = 'refused' in before ? after : before;
		return 'refused' in only ? only : only.at;
	}

	// A bare clock time is both. Under a moving clock it is the next one, unless the line is only a little out of order.
	return elapsed(before.at, now) <= hour ? before.at : after.at;
};

/**
 * Lines of the language, one by one. The first refusal stops with its line number; what stood before it is
 * written, nothing after it is. A line may begin with `[TIME]` or `[TIME @who]`: that is when it happened. With --now
 * the fixed clock moves on to it as well, and never back: a line that is out of order is a late entry.
 */
export const run = async (shell: Shell, args: readonly string[]): Promise<ExitCode> => {
	const [file] = args;
	if (file === undefined || args.length > 1) {
		throw new UsageError('run takes one file.', 'loggist run FILE, or loggist run - for standard input.');
	}

	const {flags} = shell;
	const lines = (await readScript(shell, file)).split(/\r?\n/u);
	const ledger = await openLedger(shell);
	let moment = shell.clock();
	const isMoving = flags.now !== undefined;
	const clock: Clock = isMoving ? () => moment : shell.clock;
	let written: unknown[] | undefined;
	try {
		const desk = await deskOn(shell, ledger, clock);
		written = [];
		for (const [index, text] of lines.entries()) {
			const script = scriptLine(text);
			if (script === undefined) {
				continue;
			}

			const stop = ({refused, mend}: Refusal): ExitCode => {
				shell.trouble(`line ${index + 1}: ${refused}`, mend);
				return 1;
			};
			const situation = desk.situation();
			const given = flags.at === undefined ? undefined : timeOf(flags.at, '--at', situation);
			const stamp = script.time === undefined ? given : stampOf(script.time, situation, isMoving);
			if (typeof stamp === 'object') {
				return stop(stamp);
			}

			if (isMoving && stamp !== undefined && stamp > moment) {
				moment = stamp;
			}

			const answer = await desk.write(script.line, {
				...(stamp === undefined ? {} : {at: stamp}),
				...(script.by === undefined ? {} : {by: script.by}),
			});
			if (isRefusal(answer)) {
				return stop(answer);
			}

			const board = desk.board();
			for (const entry of answer) {
				if (flags.json) {
					written.push(entryJson(entry, board));
				} else {
					printEntry(shell, entry, board);
				}
			}
		}

		return 0;
	} finally {
		if (flags.json && written !== undefined) {
			// Also when a line was refused: these stand in the log.
			shell.printJson(written);
		}

		await ledger.close();
	}
};
