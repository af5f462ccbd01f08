import {type Rating, ratings} from '../duties/exercise/events.ts';
import {type Instant, inBrief} from '../time.ts';
import type {Evaluation, RatedObjective} from './evaluate.ts';
import type {ExpectationState} from './engine.ts';
import {ratingWord} from './words.ts';

/** A drill that was played to its end and judged. */
export type DrillRun = {
	readonly reference: string;
	/** SHA-256 of its scenario file in hex. */
	readonly sha256: string;
	readonly start: Instant;
	/** When people came together for it, by the wall's clock; undefined where a script played it. */
	readonly held: Instant | undefined;
	readonly evaluation: Evaluation;
};

/** One measure of a drill. */
export type Figure = {
	/** The same for two that may be compared. */
	readonly name: string;
	readonly words: string;
	/** The lower the better; undefined where nothing can be compared. */
	readonly value: number | undefined;
};

/** `2m`; what never came to it is worse than whatever did. */
const timed = (name: string, span: number | undefined): Figure => ({
	name,
	words: span === undefined ? 'never' : inBrief(span),
	value: span ?? Number.POSITIVE_INFINITY,
});

const counted = (name: string, value: number): Figure => ({name, words: String(value), value});

/** `3 of 4`, compared as a share. */
const shared = (name: string, count: number, of: number): Figure => ({
	name,
	words: `${count} of ${of}`,
	value: of === 0 ? undefined : count / of,
});

/** How many expectations stand so. */
export const countOf = ({standing}: Evaluation, ...states: readonly ExpectationState[]): number =>
	standing.expectations.filter(one => states.includes(one.state)).length;

const ratingFigure = (one: RatedObjective): Figure => ({
	name: `Objective ${one.id}`,
	words: ratingWord(one),
	value: one.rating === undefined ? undefined : ratings.indexOf(one.rating),
});

/** What a drill is measured by, in the order in which it is told. */
export const figuresOf = (evaluation: Evaluation): readonly Figure[] => {
	const told = countOf(evaluation, 'met', 'late', 'missed');
	const inTime = countOf(evaluation, 'met');
	return [
		...evaluation.objectives.map(ratingFigure),
		timed('Time to an Incident Manager', evaluation.timeToManager),
		timed('Time to the first message', evaluation.timeToMessage),
		{...shared('Expectations met in time', inTime, told), value: told === 0 ? undefined : 1 - inTime / told},
		// Fewer may mean that more was in time, or that more was missed.
		{...shared('Expectations met late', countOf(evaluation, 'late'), told), value: undefined},
		shared('Expectations missed', countOf(evaluation, 'missed'), told),
		counted('Expectations to be observed', countOf(evaluation, 'unseen')),
		counted('Contingency injects needed', evaluation.standing.contingencies.length),
		shared('Actions overdue at some time', evaluation.overdue.count, evaluation.overdue.of),
		counted('Late entries', evaluation.lateEntries.length),
		counted('Prompts unanswered at the end', evaluation.unanswered.length),
	];
};

/** How one drill did against another; in words, so that no colour is needed. */
export type Comparison = 'better' | 'worse' | 'the same' | 'not to be compared';

/** How a figure stands against the one of the same name in an earlier run. */
export const compared = (now: Figure, before: Figure | undefined): Comparison =>
	now.value === undefined || before?.value === undefined
		? 'not to be compared'
		: now.value === before.value
			? 'the same'
			: now.value < before.value
				? 'better'
				: 'worse';

/** How many objectives have each rating; those without one under `undefined`. */
export const tally = ({objectives}: Evaluation): ReadonlyMap<Rating | undefined, number> =>
	new Map(
		[...ratings, undefined].flatMap(rating => {
			const count = objectives.filter(one => one.rating === rating).length;
			return count === 0 ? [] : [[rating, count] as const];
		}),
	);
