import {settableClock} from '../clock.ts';
import {openDesk} from '../desk.ts';
import {boardPage} from '../documents/board-page.ts';
import {plainText} from '../documents/plain.ts';
import {openMemoryLedger} from '../ledger/memory.ts';
import {fixtures, linesOf} from '../replay/fixtures.ts';
import {play} from '../replay/play.ts';
import {type ExitCode, type Shell, UsageError} from './shell.ts';

const speedOf = (typed: string | undefined): number | undefined => {
	const speed =
		typed === undefined ? undefined : typed === 'max' ? Number.POSITIVE_INFINITY : Number(typed.replace(/^[x×]/u, ''));
	if (speed !== undefined && (Number.isNaN(speed) || speed <= 0)) {
		throw new UsageError(
			`--speed: ${typed ?? ''} is not a speed.`,
			'Say how many times as fast, as --speed 600, or --speed max.',
		);
	}

	return speed;
};

/**
 * Plays an incident that ships with the program into a ledger that is thrown away, in front of the eyes, with the
 * clock of the incident; then leaves the board open. Without a terminal it plays at once and prints the board.
 */
export const demo = async (shell: Shell, args: readonly string[]): Promise<ExitCode> => {
	const {flags, world} = shell;
	const known = fixtures();
	const wanted = args[0] ?? 'medcaribe-bec';
	const fixture =
		known.find(one => one.name === wanted) ?? known.find(one => one.name.startsWith(wanted.toLowerCase()));
	if (fixture === undefined || args.length > 1) {
		throw new UsageError(
			`There is no incident ${args.join(' ')} to play.`,
			`There is ${known.map(one => one.name).join(', ')}.`,
		);
	}

	const speed = speedOf(flags.speed);
	if (!world.isTerminal) {
		const lines = linesOf(fixture);
		const ledger = openMemoryLedger();
		const clock = settableClock(new Date(lines[0]?.time ?? 0).toISOString());
		const desk = await openDesk({ledger, clock: clock.clock, login: world.login, as: flags.as, home: world.zone});
		await play(lines, {desk, clock, speed: Number.POSITIVE_INFINITY});
		const {board, now} = desk.situation();
		world.print(plainText(boardPage({board, now, prompts: desk.prompts()}), world.columns));
		return 0;
	}

	return (await import('../console/journey.ts')).openConsole(shell, {type: 'demo', name: fixture.name, speed});
};
