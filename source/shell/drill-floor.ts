import {readSpeed} from '../drills/facilitate.ts';
import {scenarioIn} from './drill-file.ts';
import {type ExitCode, type Shell, UsageError} from './shell.ts';

const speedOf = (typed: string | undefined): number | undefined => {
	const speed = typed === undefined ? undefined : readSpeed(typed);
	if (typeof speed === 'object') {
		throw new UsageError(
			`--speed: ${speed.refused}`,
			`${speed.mend} At full speed a drill is played unattended: loggist drill run NAME --speed max`,
		);
	}

	return speed;
};

/** Opens the console on a drill: for its players, who begin it or take it up, or for whoever facilitates it. */
export const openFloor = async (shell: Shell, named: string, isFacilitating: boolean): Promise<ExitCode> => {
	const {flags, world} = shell;
	// What is read out needs no terminal to be drawn on.
	if (!world.isTerminal && !flags.screenReader) {
		throw new UsageError(
			isFacilitating ? 'A drill is facilitated on a terminal.' : 'A drill is played on a terminal.',
			'Without one it is played unattended: loggist drill run NAME --speed max, with --script LINES of your own',
		);
	}

	if (flags.readonly) {
		throw new UsageError('A drill writes its log, and the ledger is open for reading only.', 'Leave --readonly out.');
	}

	if (flags.now !== undefined) {
		throw new UsageError('A drill has a clock of its own, and that one would stand still.', 'Leave --now out.');
	}

	if (flags.speed !== undefined && (isFacilitating || flags.incident !== undefined)) {
		throw new UsageError('The drill has its speed already.', 'Set it inside: /drill speed 10');
	}

	const speed = speedOf(flags.speed);
	const staged = await scenarioIn(shell, named);
	if (staged === undefined) {
		return 2;
	}

	const to = {type: 'drill', staged, named, reference: flags.incident, speed, isFacilitating} as const;
	return flags.screenReader
		? (await import('../console/linear-drill.ts')).openLinearDrill(shell, to)
		: (await import('../console/journey.ts')).openConsole(shell, to);
};
