import type {Evolution} from '../../evolution.ts';
import type {Instant} from '../../time.ts';
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
	injects: [],
	observed: [],
	hotWash: [],
	ended: undefined,
	ratings: [],
};

export const exerciseEvolution: Evolution<Exercise, ExerciseEvent> = {
	'drill-begun': (slice, {title, sha256, start, held}) => ({...slice, drill: {title, sha256, start, held}}),
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
