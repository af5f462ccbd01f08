import type {Uptime} from '../clock.ts';
import {createConsultation} from '../consult.ts';
import type {Desk} from '../desk.ts';
import type {Entry} from '../entry.ts';
import {createMoments} from '../moments.ts';
import {promptsOf} from '../propose.ts';
import {type Refusal, refuse} from '../refusal.ts';
import {type LandmarkKind, landmarkBeside} from '../replay/landmarks.ts';
import {fastest, played, type Playback, slowest, speedBeside, type Track, usualSpeed} from '../replay/playback.ts';
import {typedMoment} from '../replay/typed-moment.ts';
import {type Instant, instantOf, second} from '../time.ts';
import type {Lookback} from './lookback.ts';
import {createStore, type Store} from './store.ts';

/** Where a replay stands, for whoever draws it. */
export type Transport = {
	readonly at: Instant;
	readonly isPlaying: boolean;
	/** So many times as fast as it happened. */
	readonly speed: number;
	/** When the log begins and ends. */
	readonly first: Instant;
	readonly last: Instant;
	/** How many entries there were at that moment, and are in all. */
	readonly shown: number;
	readonly total: number;
	readonly log: readonly Entry[];
	/** For so many milliseconds a silence is watched; undefined: to its end. */
	readonly patience: number | undefined;
	/** How much of the silence before the last entry was passed over, in milliseconds of the incident; 0: nothing. */
	readonly skipped: number;
};

/** How a replay is begun. */
export type PlayerSetting = {
	/** Once it is set going; the first entry and the last one unless told. */
	readonly from?: Instant | undefined;
	/** Stands still there once. */
	readonly until?: Instant | undefined;
	readonly speed?: number | undefined;
	/** Milliseconds of watching. */
	readonly patience?: number | undefined;
	readonly isPaused?: boolean;
};

/**
 * Plays a log that is past on a desk of its own, on which nothing can be written. What takes a board back takes a replay
 * back too; each move gives why it cannot be made, and it is then as it was.
 */
export type Player = Lookback & {
	readonly transport: Store<Transport | undefined>;
	/** Goes on, from the beginning where it had come to the end; or stands still. */
	readonly toggle: () => void;
	readonly setSpeed: (speed: number) => Refusal | undefined;
	readonly changeSpeed: (by: 1 | -1) => Refusal | undefined;
	/** For how many milliseconds a silence is watched; undefined: to its end. */
	readonly setPatience: (milliseconds: number | undefined) => void;
	/** To a moment as somebody typed it. */
	readonly goToTyped: (typed: string) => Refusal | undefined;
	/** To the decision, the inject, the prompt before or after; gives what is to be seen there. */
	readonly toLandmark: (kind: LandmarkKind, by: 1 | -1) => Refusal | string;
	/** After how many milliseconds something else is to be seen; undefined: never, by itself. */
	readonly wait: () => number | undefined;
};

/** More often than this nobody can follow. */
const leastWait = 100;

/** So long it is said that a silence was passed over. */
const longestSkipped = 3 * second;

/** Said of every line that would record something in a replay. */
export const onlyLookedAt = (): Refusal =>
	refuse(
		'A replay is only looked at: nothing can be recorded in it.',
		'Verbs of the console work: /goto 14:30, /show.',
	);

const kindWords: Readonly<Record<LandmarkKind, string>> = {
	decision: 'decision',
	inject: 'inject',
	prompt: 'prompt that was raised',
};

/**
 * A player on the log of a desk that nobody writes to any more: it shows what was recorded by a moment, as the ledger
 * and the clock of then would have. The log holds at least one entry.
 */
export const createPlayer = (
	whole: Desk,
	uptime: Uptime,
	{from, until, speed = usualSpeed, patience: asked, isPaused = false}: PlayerSetting = {},
): Player => {
	const log = whole.entries();
	const moments = createMoments(whole.incident() ?? '', log);
	const consultation = createConsultation();
	const first = moments.first() ?? '';
	const last = moments.last() ?? '';
	const begin = from ?? first;
	let patience = asked;
	let skipped = 0;
	let skippedAt = 0;
	let playback: Playback = {at: Date.parse(begin), since: uptime(), speed, isPlaying: !isPaused};
	/** The moment that is shown; it changes only when it is looked at, so that all that is drawn is of one moment. */
	let at = begin;

	const after = (time: number): number | undefined => {
		const stop = moments.after(instantOf(time));
		return stop === undefined ? undefined : Date.parse(stop);
	};

	const track = (): Track => ({
		// Whoever goes on from there has seen it, and wants the rest.
		end: Date.parse(until !== undefined && until < last && playback.at < Date.parse(until) ? until : last),
		patience: patience ?? Number.POSITIVE_INFINITY,
		after: time => after(Math.floor(time)),
	});

	const shownNow = (): Transport => ({
		at,
		isPlaying: playback.isPlaying,
		speed: playback.speed,
		first,
		last,
		shown: moments.at(at).entries.length,
		total: log.length,
		log,
		patience,
		skipped,
	});

	const transport = createStore<Transport | undefined>(shownNow());

	/** Looks at the clock. */
	const catchUp = () => {
		const time = uptime();
		const now = played(playback, time, track());
		if (now.skipped > 0) {
			skippedAt = time;
		}

		skipped = now.skipped > 0 ? now.skipped : time - skippedAt < longestSkipped ? skipped : 0;
		({playback} = now);
		at = instantOf(Math.floor(now.at));
	};

	/** Changes how the clock goes, from the moment it shows now. */
	const change = (how: Partial<Playback>) => {
		catchUp();
		playback = {...playback, at: Date.parse(at), since: uptime(), ...how};
		at = instantOf(playback.at);
		transport.set(shownNow());
	};

	const goTo = (to: Instant, how: Partial<Playback> = {}) => {
		skipped = 0;
		change({at: Date.parse(to), ...how});
	};

	const desk: Desk = {
		...whole,
		board: () => moments.at(at).board,
		entries: () => moments.at(at).entries,
		situation: happened => ({...whole.situation(happened), board: moments.at(at).board, now: at, consultation}),
		prompts: () => promptsOf({board: moments.at(at).board, now: at, consultation}),
		propose: onlyLookedAt,
		write: async () => onlyLookedAt(),
		record: async () => onlyLookedAt(),
		writeAll: async () => onlyLookedAt(),
	};

	const setSpeed = (wanted: number): Refusal | undefined => {
		if (!(wanted >= slowest && wanted <= fastest)) {
			return refuse(
				'There is no such speed.',
				`A replay runs from ${slowest} to ${fastest} times as fast as it happened.`,
			);
		}

		change({speed: wanted});
		return undefined;
	};

	const within = (to: Instant): Instant => (to < first ? first : to > last ? last : to);

	return {
		desk,
		present: whole,
		transport,
		goTo(to) {
			goTo(within(to));
			return undefined;
		},
		goToTyped(typed) {
			catchUp();
			const {zone} = whole.situation();
			const to = typedMoment(typed, {at, first, last, zone, entries: log});
			if (typeof to !== 'string') {
				return to;
			}

			goTo(to);
			return undefined;
		},
		// Who goes by steps looks at each.
		step(by) {
			catchUp();
			const to = by === 1 ? moments.after(at) : moments.before(at);
			if (to === undefined) {
				return by === 1
					? refuse('This is the last entry.', 'From here it only goes back.')
					: refuse('This is the first entry.', 'From here it only goes on.');
			}

			goTo(to, {isPlaying: false});
			return undefined;
		},
		shift(milliseconds) {
			catchUp();
			goTo(within(instantOf(Date.parse(at) + milliseconds)));
			return undefined;
		},
		toFirst() {
			goTo(first);
			return undefined;
		},
		toLast() {
			goTo(last, {isPlaying: false});
			return undefined;
		},
		toNow() {
			goTo(last, {isPlaying: false});
		},
		toggle() {
			catchUp();
			if (at >= last && !playback.isPlaying) {
				goTo(begin, {isPlaying: true});
			} else {
				change({isPlaying: !playback.isPlaying});
			}
		},
		setSpeed,
		changeSpeed(by) {
			const next = speedBeside(playback.speed, by);
			return next === playback.speed
				? refuse(`It runs ×${next} already.`, by === 1 ? 'That is the fastest.' : 'That is the slowest.')
				: setSpeed(next);
		},
		setPatience(milliseconds) {
			patience = milliseconds;
			change({});
		},
		toLandmark(kind, by) {
			catchUp();
			const found = landmarkBeside(kind, {from: at, by, moments}, log);
			if (found === undefined) {
				return refuse(
					`There is no ${kindWords[kind]} ${by === 1 ? 'after' : 'before'} this.`,
					by === 1 ? 'The last entry is at goto end.' : 'The first entry is at goto begin.',
				);
			}

			goTo(found.at, {isPlaying: false});
			return found.text;
		},
		wait() {
			if (!playback.isPlaying) {
				return undefined;
			}

			const now = played(playback, uptime(), track()).at;
			const beat = (Math.floor(now / second) + 1) * second;
			const next = Math.min(beat, after(Math.floor(now)) ?? beat, track().end);
			return Math.max(leastWait, Math.ceil((next - now) / playback.speed));
		},
		tick() {
			if (playback.isPlaying) {
				catchUp();
				transport.set(shownNow());
			}
		},
	};
};
