import {boardJson} from '../documents/board-json.ts';
import {boardPage} from '../documents/board-page.ts';
import {plainText} from '../documents/plain.ts';
import {profileOf} from '../duties/declaration/state.ts';
import {consult} from '../consult.ts';
import {emptyBoard, foldAll} from '../fold.ts';
import {createMoments} from '../moments.ts';
import {fastest, slowest} from '../replay/playback.ts';
import {readSpeed} from '../replay/speed.ts';
import {typedMoment} from '../replay/typed-moment.ts';
import {readWaitingTime} from '../replay/waiting-time.ts';
import type {Instant} from '../time.ts';
import {BrokenLog, type Log, logNamed} from './replay-log.ts';
import {type ExitCode, type Shell, UsageError, zoneAsked} from './shell.ts';

/** A moment of the log, as a flag names it; undefined where the flag was not given. */
const momentOf = (shell: Shell, {incident, entries}: Log, flag: 'from' | 'until' | 'at'): Instant | undefined => {
	const typed = shell.flags[flag];
	if (typed === undefined) {
		return undefined;
	}

	const moments = createMoments(incident, entries);
	const first = moments.first() ?? '';
	const {zone} = foldAll(emptyBoard(incident), entries).declaration;
	const at = typedMoment(typed, {
		at: first,
		first,
		last: moments.last() ?? '',
		zone: zoneAsked(shell) ?? zone,
		entries,
	});
	if (typeof at !== 'string') {
		throw new UsageError(`--${flag}: ${at.refused}`, at.mend);
	}

	return at;
};

const speedOf = (typed: string | undefined): number | undefined => {
	const speed = typed === undefined ? undefined : readSpeed(typed);
	if (typed !== undefined && speed === undefined) {
		throw new UsageError(
			`--speed: ${typed} is not a speed of a replay.`,
			`Say how many times as fast as it happened, from ${slowest} to ${fastest}: --speed 60.`,
		);
	}

	return speed;
};

const patienceOf = (typed: string | undefined): number | undefined => {
	const patience = typed === undefined ? undefined : readWaitingTime(typed);
	if (typed !== undefined && patience === undefined) {
		throw new UsageError(`--skip-idle: ${typed} is no time to wait.`, 'Write it as 30s or 2m.');
	}

	return patience;
};

/** The board as it stood at a moment, and what doctrine asked then. */
const printBoard = ({flags, world, printJson}: Shell, {incident, entries}: Log, now: Instant): void => {
	const {board} = createMoments(incident, entries).at(now);
	if (flags.json) {
		printJson(boardJson(board, now));
	} else {
		const prompts = consult(board, now, profileOf(board.declaration));
		world.print(plainText(boardPage({board, now, prompts}), world.columns));
	}
};

/** Plays a log again on the board, read-only; with `--at` it prints the board of one moment instead. */
export const replayDrill = async (shell: Shell, named: string | undefined): Promise<ExitCode> => {
	const {flags, world} = shell;
	const speed = speedOf(flags.speed);
	const patience = patienceOf(flags.skipIdle);
	let log: Log;
	try {
		log = await logNamed(shell, named);
	} catch (error) {
		if (error instanceof BrokenLog) {
			shell.trouble(error.message, error.mend);
			return 1;
		}

		throw error;
	}

	const at = momentOf(shell, log, 'at');
	if (at !== undefined) {
		printBoard(shell, log, at);
		return 0;
	}

	const setting = {from: momentOf(shell, log, 'from'), until: momentOf(shell, log, 'until'), speed, patience};
	if (setting.from !== undefined && setting.until !== undefined && setting.until <= setting.from) {
		throw new UsageError('--until: it lies before --from.', 'Name a later moment, or leave --until out.');
	}

	if (flags.screenReader) {
		return (await import('../console/linear-replay.ts')).openLinearReplay(shell, log, setting.from);
	}

	if (!world.isTerminal) {
		throw new UsageError(
			'A replay is watched on a terminal.',
			`Print the board of one moment instead: loggist drill replay ${named ?? log.incident} --at 14:30, or of an incident of the ledger loggist board --as-of 14:30.`,
		);
	}

	return (await import('../console/journey.ts')).openConsole(shell, {
		type: 'replay',
		log,
		setting,
		origin: log.isHere === true ? {type: 'incident', reference: log.incident} : {type: 'start'},
	});
};
