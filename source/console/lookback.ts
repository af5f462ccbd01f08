import {createConsultation} from '../consult.ts';
import type {Desk} from '../desk.ts';
import type {Entry} from '../entry.ts';
import {readTime} from '../language/when/index.ts';
import {createMoments, type Moments} from '../moments.ts';
import {promptsOf} from '../propose.ts';
import {type Refusal, refuse} from '../refusal.ts';
import {clockTimeFrom, type Instant, inBrief, elapsed, later, minute, timeFrom} from '../time.ts';
import type {Store} from './store.ts';

/** The moment that the screen shows, where that is not now. */
export type Past = {
	readonly at: Instant;
	/** What time it is in the meantime. */
	readonly now: Instant;
	/** When the log begins and was last written. */
	readonly first: Instant;
	readonly last: Instant;
	/** How many entries there were at that moment, there are now, and were written since one looks back. */
	readonly shown: number;
	readonly total: number;
	readonly fresh: number;
	/** Every entry as of now, oldest first; it grows in place. */
	readonly log: readonly Entry[];
};

/** Takes the board back to a moment and forth again. Each move gives why it cannot be made; it is then as it was. */
export type Lookback = {
	/** The desk as of the moment that is shown: nothing can be written on it while that is past. */
	readonly desk: Desk;
	/** The same desk as it is now. */
	readonly present: Desk;
	readonly goTo: (at: Instant) => Refusal | undefined;
	/** To the entry before or after; from now to the last one. */
	readonly step: (by: 1 | -1) => Refusal | undefined;
	/** So many milliseconds on or back, no further than the log goes. */
	readonly shift: (milliseconds: number) => Refusal | undefined;
	readonly toFirst: () => Refusal | undefined;
	readonly toLast: () => Refusal | undefined;
	readonly toNow: () => void;
	/** Looks at the clock, and at what was written meanwhile. */
	readonly tick: () => void;
};

const nothing = () => refuse('Nothing has been recorded yet.', 'There is no moment to go back to.');

/** `2h10 ago`. */
export const agoOf = (at: Instant, now: Instant): string =>
	elapsed(at, now) < minute ? 'under 1m ago' : `${inBrief(elapsed(at, now))} ago`;

/** Said while a line is typed on a board that is past: whole in eighty columns, whatever the day and the zone. */
export const refusePast = (at: Instant, now: Instant, zone: string): Refusal =>
	refuse(`Not recorded as of ${clockTimeFrom(now, at, zone)}.`, 'Esc goes to now; the line stays.');

/** Reads a moment that the board is to be taken to: the last time that the clock showed it. */
export const readMoment = (text: string, now: Instant, zone: string): Instant | Refusal => {
	const reading = readTime(text, {now, zone, direction: 'occurred'});
	return 'refused' in reading ? refuse(reading.refused, reading.mend) : reading.at;
};

/** What is said of a moment that is typed. */
export const sayingOfMoment = (
	text: string,
	now: Instant,
	zone: string,
): {readonly text: string; readonly tone: 'good' | 'warn'} => {
	const at = readMoment(text, now, zone);
	return typeof at === 'object'
		? {text: `${at.refused} ${at.mend}`, tone: 'warn'}
		: {text: `The board as of ${clockTimeFrom(now, at, zone)}, ${agoOf(at, now)}.`, tone: 'good'};
};

export const createLookback = (present: Desk, store: Store<Past | undefined>): Lookback => {
	const consultation = createConsultation();
	let moments: Moments | undefined;
	/** How many entries there were when the board was taken back. */
	let known = 0;

	const show = (at: Instant, looked: Moments) => {
		const {now} = present.situation();
		const total = present.entries().length;
		const past: Past = {
			at,
			now,
			first: looked.first() ?? at,
			last: looked.last() ?? at,
			shown: looked.at(at).entries.length,
			total,
			fresh: total - known,
			log: present.entries(),
		};
		store.set(past);
	};

	/** The moments of the log as it is read while one looks back. */
	const momentsNow = (): Moments => {
		if (moments === undefined) {
			known = present.entries().length;
			moments = createMoments(present.incident() ?? '', present.entries());
		}

		return moments;
	};

	const toNow = () => {
		moments = undefined;
		store.set(undefined);
	};

	/** Makes a move from the moment that is shown, or from now. */
	const move = (where: (looked: Moments, from: Instant, now: Instant) => Instant | Refusal): Refusal | undefined => {
		const looked = momentsNow();
		const {now} = present.situation();
		const past = store.get();
		const at = looked.first() === undefined ? nothing() : where(looked, past?.at ?? now, now);
		if (typeof at === 'string') {
			show(at, looked);
			return undefined;
		}

		if (past === undefined) {
			moments = undefined;
		}

		return at;
	};

	/** The board and the clock of the moment; undefined for now. */
	const standing = () => {
		const past = store.get();
		return past === undefined ? undefined : {...momentsNow().at(past.at), now: past.at};
	};

	const refuseToWrite = (): Refusal | undefined => {
		const past = store.get();
		const {zone} = present.situation();
		return past === undefined ? undefined : refusePast(past.at, past.now, zone);
	};

	const desk: Desk = {
		...present,
		board: () => standing()?.board ?? present.board(),
		entries: () => standing()?.entries ?? present.entries(),
		situation(at) {
			const there = standing();
			return there === undefined
				? present.situation(at)
				: {...present.situation(at), board: there.board, now: there.now, consultation};
		},
		prompts() {
			const there = standing();
			return there === undefined ? present.prompts() : promptsOf({board: there.board, now: there.now, consultation});
		},
		propose: (line, literal) => refuseToWrite() ?? present.propose(line, literal),
		write: async (line, options) => refuseToWrite() ?? present.write(line, options),
		writeAll: async lines => refuseToWrite() ?? present.writeAll(lines),
	};

	return {
		desk,
		present,
		goTo: at =>
			move((looked, _, now) => {
				const {zone} = present.situation();
				const first = looked.first() ?? at;
				if (at > now) {
					return refuse(`${clockTimeFrom(now, at, zone)} is still to come.`, 'Name a moment that is past.');
				}

				if (at >= first) {
					return at;
				}

				// A minute is typed without its seconds: the one in which the log begins, or the one before, is its beginning.
				return elapsed(at, `${first.slice(0, 16)}:00.000Z`) <= minute
					? first
					: refuse(
							`The log begins at ${clockTimeFrom(now, first, zone)}.`,
							`/asof ${timeFrom(now, first, zone)} goes there.`,
						);
			}),
		step: by =>
			move((looked, from) => {
				const next = by === 1 ? looked.after(from) : looked.before(from);
				return (
					next ??
					(by === 1
						? refuse('This is the last entry.', 'Esc goes back to now.')
						: refuse('This is the first entry.', 'Right goes on.'))
				);
			}),
		shift: milliseconds =>
			move((looked, from, now) => {
				const first = looked.first() ?? from;
				const at = later(from, milliseconds);
				return at < first ? first : at > now ? (looked.last() ?? now) : at;
			}),
		toFirst: () => move((looked, from) => looked.first() ?? from),
		toLast: () => move((looked, from) => looked.last() ?? from),
		toNow,
		tick() {
			const past = store.get();
			if (past !== undefined) {
				const {now} = present.situation();
				// Nothing that is shown of it changes from second to second.
				if (now.slice(0, 16) !== past.now.slice(0, 16) || present.entries().length !== past.total) {
					show(past.at, momentsNow());
				}
			}
		},
	};
};
