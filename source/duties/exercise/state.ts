import type {Evolution} from '../../evolution.ts';
import {elapsed, type Instant, later} from '../../time.ts';
import {type ExerciseEvent, type Rating, ratings} from './events.ts';

/** An inject as it was delivered. */
export type DeliveredInject = {
	readonly number: number | undefined;
	readonly text: string;
	readonly from: string | undefined;
	readonly to: string | undefined;
	readonly means: string | undefined;
	readonly at: Instant;
	readonly entry: number;
};

/** What an evaluator saw of one expectation; the newest counts. */
export type Observed = {
	readonly expectation: string;
	readonly isMet: boolean;
	readonly text: string | undefined;
	readonly by: string;
	readonly at: Instant;
	readonly entry: number;
};

/** How the evaluator rates an objective; the newest counts. */
export type GivenRating = {
	readonly objective: string;
	readonly rating: Rating;
	readonly reason: string | undefined;
	readonly by: string;
	readonly entry: number;
};

/** No drill runs more times as fast than this. */
export const highestSpeed = 1000;

/** How a drill's clock runs: it shows `at` when the wall's shows `wall`; `speed` times as fast, 0 where it stands. */
export type Pace = {
	readonly at: Instant;
	readonly wall: Instant;
	readonly speed: number;
	/** How fast it ran last: so it goes on after a pause. */
	readonly usual: number;
};

/** How a drill goes; empty in a live incident. */
export type Exercise = {
	/** Undefined until a scenario is followed. */
	readonly drill:
		| {
				readonly title: string;
				readonly sha256: string;
				readonly start: Instant;
				/** When people came together for it, by the wall's clock; undefined where a script played it. */
				readonly held: Instant | undefined;
		  }
		| undefined;
	/** Undefined where nobody watches: it is then played on a clock of its own. */
	readonly pace: Pace | undefined;
	/** In the order in which they were delivered. */
	readonly injects: readonly DeliveredInject[];
	readonly observed: readonly Observed[];
	readonly hotWash: readonly {
		readonly text: string;
		readonly by: string;
		readonly at: Instant;
		readonly entry: number;
	}[];
	/** Undefined while it is played. */
	readonly ended:
		| {
				readonly at: Instant;
				readonly reason: string | undefined;
				readonly scenario: string | undefined;
				readonly best: Readonly<Record<string, Rating>>;
		  }
		| undefined;
	readonly ratings: readonly GivenRating[];
};

export const noExercise: Exercise = {
	drill: undefined,
	pace: undefined,
	injects: [],
	observed: [],
	hotWash: [],
	ended: undefined,
	ratings: [],
};

export const exerciseEvolution: Evolution<Exercise, ExerciseEvent> = {
	'drill-begun': (slice, {title, sha256, start, held}) => ({...slice, drill: {title, sha256, start, held}}),
	'drill-paced'(slice, {at, wall, speed: said}) {
		// A log from elsewhere may say anything; a clock that runs back, or out of all time, is none.
		const speed = Math.max(0, Math.min(highestSpeed, said));
		return {...slice, pace: {at, wall, speed, usual: speed === 0 ? (slice.pace?.usual ?? 1) : speed}};
	},
	'inject-delivered': (slice, {text, number, from, to, means}, entry) => ({
		...slice,
		injects: [...slice.injects, {number, text, from, to, means, at: entry.occurredAt, entry: entry.number}],
	}),
	'expectation-observed': (slice, {expectation, isMet, text}, {by, occurredAt, number}) => ({
		...slice,
		observed: [
			...slice.observed.filter(one => one.expectation !== expectation),
			{expectation, isMet, text, by, at: occurredAt, entry: number},
		],
	}),
	'hot-wash-noted': (slice, {text}, {by, occurredAt, number}) => ({
		...slice,
		hotWash: [...slice.hotWash, {text, by, at: occurredAt, entry: number}],
	}),
	'drill-ended': (slice, {reason, scenario, best = {}}, {occurredAt}) => ({
		...slice,
		ended: {at: occurredAt, reason, scenario, best},
	}),
	'objective-rated': (slice, {objective, rating, reason}, {by, number}) => ({
		...slice,
		ratings: [
			...slice.ratings.filter(one => one.objective !== objective),
			{objective, rating, reason, by, entry: number},
		],
	}),
};

/** Whether one rating is better than another. */
export const isBetter = (one: Rating, other: Rating): boolean => ratings.indexOf(one) < ratings.indexOf(other);

/** How a rating is said. */
export const ratingWords: Readonly<Record<Rating, string>> = {
	P: 'performed without challenges',
	S: 'performed with some challenges',
	M: 'performed with major challenges',
	U: 'unable to be performed',
};

/** What time it is in a drill while it is `wall` outside; undefined in a live incident. It stands still after the end. */
export const drillTime = ({pace, ended}: Exercise, wall: Instant): Instant | undefined =>
	ended !== undefined || pace === undefined
		? ended?.at
		: later(pace.at, Math.max(0, elapsed(pace.wall, wall)) * pace.speed);
