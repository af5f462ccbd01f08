import type {Entry} from '../entry.ts';
import {type Exercise, highestSpeed, type Pace} from '../duties/exercise/state.ts';
import type {Said} from '../desk.ts';
import {isRefusal, type Refusal, refuse} from '../refusal.ts';
import {timeFrom, type Instant} from '../time.ts';
import {type DrillDesk, notADrill} from './desk.ts';
import {drill} from './engine.ts';
import type {Staged} from './set-up.ts';

/** What whoever runs a drill may do to its course: what is written, or why nothing was. */
type CourseDeed = (drillDesk: DrillDesk, staged: Staged, rest: string) => Promise<readonly Entry[] | Refusal>;

/** How many times as fast as the wall's clock `×60`, `x2` or `0.5` says. */
export const readSpeed = (typed: string): number | Refusal => {
	const speed = /^[x×]?\d+(?:\.\d+)?$/u.test(typed) ? Number(typed.replace(/^[x×]/u, '')) : Number.NaN;
	return speed > 0 && speed <= highestSpeed
		? speed
		: refuse(
				typed === '' ? 'No speed was named.' : `${typed.slice(0, 40)} is no speed.`,
				`Say how many times as fast, to ${highestSpeed}: 1, 10, 60.`,
			);
};

/** Writes how the clock goes on, decided on how it runs when it is written. */
const paced = async (
	{desk}: DrillDesk,
	decide: (pace: Pace, exercise: Exercise, now: Instant) => {readonly at?: Instant; readonly speed: number} | Refusal,
): Promise<readonly Entry[] | Refusal> =>
	desk.record(({board, now, by}): readonly Said[] | Refusal => {
		const {exercise} = board;
		const no = notADrill(board);
		if (no !== undefined || exercise.pace === undefined || exercise.ended !== undefined) {
			return no ?? refuse('The drill is over.', 'Its clock stands still.');
		}

		const next = decide(exercise.pace, exercise, now);
		return isRefusal(next)
			? next
			: [
					{
						event: {kind: 'drill-paced', at: next.at ?? now, wall: desk.wall(), speed: next.speed},
						occurredAt: now,
						by,
					},
				];
	});

const pause: CourseDeed = async drillDesk =>
	paced(drillDesk, ({speed}) =>
		speed === 0 ? refuse('The drill is paused already.', '/drill go lets it go on.') : {speed: 0},
	);

const go: CourseDeed = async drillDesk =>
	paced(drillDesk, ({speed, usual}) =>
		speed === 0 ? {speed: usual} : refuse(`The drill runs at ×${speed}.`, '/drill speed 10 makes it run faster.'),
	);

const setSpeed: CourseDeed = async (drillDesk, _, rest) => {
	const speed = readSpeed(rest);
	return typeof speed === 'object'
		? speed
		: paced(drillDesk, pace =>
				pace.speed === 0
					? refuse('The drill is paused: a speed would let it go on.', `/drill go, then /drill speed ${speed}.`)
					: pace.speed === speed
						? refuse(`The drill runs at ×${speed} already.`, '/drill pause stops its clock.')
						: {speed},
			);
};

const skip: CourseDeed = async (drillDesk, {scenario}) =>
	paced(drillDesk, ({speed}, _, now) => {
		const {next} = drill(scenario, drillDesk.desk.entries(), now);
		return next === undefined
			? refuse('No inject is still to come by the clock.', '/drill end ends the drill.')
			: {at: next.at, speed};
	});

const release: CourseDeed = async (drillDesk, {scenario}, rest) => {
	const {exercise, declaration} = drillDesk.desk.board();
	const inject = scenario.injects.find(one => String(one.number) === rest);
	if (exercise.ended !== undefined) {
		return refuse('The drill is over: its players are told nothing any more.', '/hotwash notes what is said of it.');
	}

	if (inject === undefined) {
		return rest === ''
			? refuse('No inject was named.', 'Name its number: /drill release 3')
			: refuse(`release ${rest}: there is no inject ${rest}.`, 'To tell them something else: /inject TEXT from:WHO');
	}

	const written = await drillDesk.deliver(inject);
	const before = drillDesk.desk.board().exercise.injects.find(one => one.number === inject.number);
	return isRefusal(written) || written.length > 0
		? written
		: refuse(
				`release ${rest}: inject ${rest} was delivered${before === undefined ? '' : ` at ${timeFrom(drillDesk.desk.situation().now, before.at, declaration.zone)}`}.`,
				'An inject is delivered once.',
			);
};

const end: CourseDeed = async (drillDesk, {source}) => {
	const written = await drillDesk.end('it was ended by hand', source);
	return isRefusal(written) || written.length > 0
		? written
		: refuse('The drill is over already.', '/hotwash notes what is said of it.');
};

/** Everything that may be done to the course of a drill, by the word that stands for it. */
export const courseDeeds = [
	{word: 'pause', usage: 'pause', summary: 'stops the drill’s clock', run: pause},
	{word: 'go', usage: 'go', summary: 'lets it go on, as fast as before', run: go},
	{word: 'speed', usage: 'speed 10', summary: 'so many times as fast as the wall’s clock', run: setSpeed},
	{word: 'skip', usage: 'skip', summary: 'moves on to the next inject', run: skip},
	{word: 'release', usage: 'release 3', summary: 'delivers that inject now, by hand', run: release},
	{word: 'end', usage: 'end', summary: 'ends the drill', run: end},
] as const satisfies readonly {
	readonly word: string;
	readonly usage: string;
	readonly summary: string;
	readonly run: CourseDeed;
}[];

/** The deed that a line names, and what follows the word. */
export const courseDeedOf = (
	line: string,
): {readonly deed: (typeof courseDeeds)[number]; readonly rest: string} | undefined => {
	const [, word = '', rest = ''] = /^(\S+)(?:\s+(.*))?$/su.exec(line.trim()) ?? [];
	const deed = courseDeeds.find(one => one.word === word.toLowerCase());
	return deed === undefined ? undefined : {deed, rest: rest.trim()};
};
