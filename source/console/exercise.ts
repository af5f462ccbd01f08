import {settableClock} from '../clock.ts';
import {declares, type Desk, openDesk} from '../desk.ts';
import {openMemoryLedger} from '../ledger/memory.ts';
import {fixtures, linesOf} from '../replay/fixtures.ts';
import {play} from '../replay/play.ts';
import {refuse} from '../refusal.ts';
import type {ScriptLine} from '../script.ts';
import type {Shell} from '../shell/shell.ts';
import type {Destination} from './destination.ts';
import {type ConsoleSetting, type Places, runConsole} from './index.ts';
import {keymap} from './keymap.ts';
import {remapped} from './remap.ts';

/** How many times as fast as it happened an incident is played, unless told. */
const usualSpeed = 60;

/** The incident on which the tour is made, and how many of its lines have been played when it begins. */
const tourStage = {name: 'medcaribe-bec', lines: 20};

const noDraft = {load: () => '', keep() {}, flush() {}};

const linesNamed = (name: string): readonly ScriptLine[] => {
	const fixture = fixtures().find(one => one.name === name);
	if (fixture === undefined) {
		throw new Error(`There is no incident ${name} to play.`);
	}

	return linesOf(fixture);
};

/** A desk on a ledger that is thrown away, with the clock of what is played on it. */
const stageFor = async (shell: Shell, lines: readonly ScriptLine[]) => {
	const {flags, world} = shell;
	const ledger = openMemoryLedger();
	const clock = settableClock(new Date(lines[0]?.time ?? 0).toISOString());
	const desk = await openDesk({ledger, clock: clock.clock, login: world.login, as: flags.as, home: world.zone});
	return {ledger, clock, desk};
};

const elsewhere = () =>
	refuse('This ledger is thrown away: nothing real is declared in it.', 'Go to your own first: /open start');

/** The desk of somebody who looks on or practises: what is real must not be declared where it is thrown away. */
const forPractice = (desk: Desk): Desk => ({
	...desk,
	propose: (line, literal) => (declares(line) ? elsewhere() : desk.propose(line, literal)),
	write: async (line, options) => (declares(line) ? elsewhere() : desk.write(line, options)),
});

/** What a console on such a ledger has in common, whatever is played. */
const settingFor = ({world, settings}: Shell, places: Places) =>
	({
		draft: noDraft,
		keys: remapped(keymap, settings.keys ?? {}),
		places,
		home: world.home,
		version: world.version,
		isMuted: settings.quietExercise === true,
	}) satisfies Partial<ConsoleSetting>;

/** Plays an incident that ships with the program in front of the eyes, then leaves the board open. */
export const visitDemo = async (
	shell: Shell,
	{
		name,
		speed = usualSpeed,
		places,
	}: {readonly name: string; readonly speed?: number | undefined; readonly places: Places},
): Promise<Destination | undefined> => {
	const lines = linesNamed(name);
	const {ledger, clock, desk} = await stageFor(shell, lines);
	const ending = new AbortController();
	const shown = async () => {
		await play(lines, {desk, clock, speed, signal: ending.signal});
		await desk.write('note', {
			text: 'The demonstration ends here. Look around and try; /open lists your own incidents, ctrl-c leaves.',
			by: 'Loggist',
		});
	};
	const playing = shown().catch((error: unknown) => {
		if (!ending.signal.aborted) {
			throw error;
		}
	});
	// The incident's clock runs faster than the wall's: look at it more often.
	const next = await runConsole({...settingFor(shell, places), desk: forPractice(desk), ledger, tick: 250});
	ending.abort();
	await playing;
	return next;
};

/** The tour: the beginning of an exercise, then the clock runs as on the wall and a newcomer does five things. */
export const visitTour = async (shell: Shell, places: Places): Promise<Destination | undefined> => {
	const lines = linesNamed(tourStage.name).slice(0, tourStage.lines);
	const {ledger, clock, desk} = await stageFor(shell, lines);
	await play(lines, {desk, clock, speed: Number.POSITIVE_INFINITY});
	return runConsole({...settingFor(shell, places), desk: forPractice(desk), ledger, isTour: true});
};
