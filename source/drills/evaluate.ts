import type {Board} from '../board.ts';
import type {Rating} from '../duties/exercise/events.ts';
import {type GivenRating, isBetter} from '../duties/exercise/state.ts';
import {lateEntries} from '../late.ts';
import {profileOf} from '../duties/declaration/state.ts';
import type {Entry} from '../entry.ts';
import {type Raised, raisedPrompts} from '../raised.ts';
import {elapsed, type Instant} from '../time.ts';
import {type DrillStanding, drill, type Tracked} from './engine.ts';
import type {Scenario} from './scenario.ts';

/** How an objective is rated, and what the rating rests on. */
export type RatedObjective = {
	readonly id: string;
	readonly text: string;
	readonly rules: readonly string[];
	readonly expectations: readonly Tracked[];
	/** What the evidence says; undefined while nothing of it can be told. */
	readonly proposed: Rating | undefined;
	/** What the evaluator gave, where one did. */
	readonly given: GivenRating | undefined;
	/** The given one where it is not above the evidence, else the proposed one. */
	readonly rating: Rating | undefined;
	/** Numbers of the entries that it rests on. */
	readonly evidence: readonly number[];
};

/** What the log of a drill says of how it went. */
export type Evaluation = {
	readonly standing: DrillStanding;
	/** Milliseconds from the start; undefined where it did not come to it. */
	readonly timeToManager: number | undefined;
	readonly timeToMessage: number | undefined;
	/** Actions that were overdue once, and all of them. */
	readonly overdue: {readonly count: number; readonly of: number};
	/** Numbers of the entries that were late by the doctrine's minutes. */
	readonly lateEntries: readonly number[];
	/** Every prompt that was raised while it was played. */
	readonly raised: readonly Raised[];
	/** Prompts that stand at the end, and that nobody answered. */
	readonly unanswered: readonly Raised[];
	readonly objectives: readonly RatedObjective[];
};

/**
 * All in time: P. All done, or only an optional one missed: S. A key one missed, and at least half done: M. Less: U.
 * What is still to be observed does not count; undefined where nothing else is there.
 */
export const proposal = (expectations: readonly Tracked[]): Rating | undefined => {
	const told = expectations.filter(({state}) => state === 'met' || state === 'late' || state === 'missed');
	if (told.length === 0) {
		return undefined;
	}

	const missed = told.filter(({state}) => state === 'missed');
	if (missed.length === 0) {
		return told.every(({state}) => state === 'met') ? 'P' : 'S';
	}

	if (missed.every(({inject}) => inject.weight === 'optional') && missed.length < told.length) {
		return 'S';
	}

	return missed.length * 2 <= told.length ? 'M' : 'U';
};

/** The best that the evidence allows, per objective: as if everything that is still to be observed were met. */
export const bestRatings = (scenario: Scenario, {expectations}: DrillStanding): Readonly<Record<string, Rating>> =>
	Object.fromEntries(
		scenario.objectives.flatMap(({id}) => {
			const best = proposal(
				expectations
					.filter(({inject}) => inject.objective === id)
					.map(one => (one.state === 'unseen' ? {...one, state: 'met' as const} : one)),
			);
			return best === undefined ? [] : [[id, best] as const];
		}),
	);

/** Whether a prompt stands, and nobody has answered it. */
export const isUnanswered = ({to, answers}: Raised): boolean => to === undefined && answers.length === 0;

const rated = (scenario: Scenario, {expectations}: DrillStanding, {exercise}: Board): readonly RatedObjective[] =>
	scenario.objectives.map(({id, text, rules}) => {
		const own = expectations.filter(({inject}) => inject.objective === id);
		const proposed = proposal(own);
		const given = exercise.ratings.find(one => one.objective === id);
		return {
			id,
			text,
			rules,
			expectations: own,
			proposed,
			given,
			rating:
				given === undefined || proposed === undefined || isBetter(given.rating, proposed) ? proposed : given.rating,
			evidence: own.flatMap(({hit}) => (hit === undefined ? [] : [hit.entry])),
		};
	});

/** Judges a drill from its log. Pure: the scenario, the log, the board of it and a moment decide. */
export const evaluate = (
	scenario: Scenario,
	{entries, board, now}: {readonly entries: readonly Entry[]; readonly board: Board; readonly now: Instant},
): Evaluation => {
	const standing = drill(scenario, entries, now);
	const {start} = standing;
	const end = standing.ended ?? now;
	// What is noted after the end may bear the same time: the number tells what was played.
	const ending = entries.find(({event, number}) => event.kind === 'drill-ended' && !board.struck.has(number));
	const lastPlayed = ending?.number ?? Number.POSITIVE_INFINITY;
	const played = entries.filter(one => one.number <= lastPlayed && one.recordedAt <= end);
	const raised = raisedPrompts(played, end);
	const timeTo = (is: (entry: Entry) => boolean): number | undefined => {
		const found = played.find(one => !board.struck.has(one.number) && is(one));
		return found === undefined ? undefined : Math.max(0, elapsed(start, found.recordedAt));
	};
	const overdue = new Set(raised.filter(one => one.rule === 'A6').map(one => one.subject));
	return {
		standing,
		timeToManager: timeTo(({event}) => event.kind === 'role-assigned' && event.role === 'im'),
		timeToMessage: timeTo(({event}) => event.kind === 'message-sent'),
		overdue: {
			count: overdue.size,
			of: played.filter(one => one.event.kind === 'action-opened' && !board.struck.has(one.number)).length,
		},
		lateEntries: lateEntries(board.record, profileOf(board.declaration).minutes.lateEntry)
			.map(one => one.entry)
			.filter(number => number <= lastPlayed),
		raised,
		unanswered: raised.filter(isUnanswered),
		objectives: rated(scenario, standing, board),
	};
};

const wordsOfHit = ({id, expectation, state, due, hit, inject}: Tracked) => ({
	id,
	inject: inject.number,
	expected: expectation.line,
	state,
	due: due ?? null,
	entry: hit?.entry ?? null,
	at: hit?.at ?? null,
});

/** An evaluation for other programs: times in milliseconds and ISO 8601, what is not there as null. */
export const evaluationJson = (evaluation: Evaluation): unknown => ({
	start: evaluation.standing.start,
	ended: evaluation.standing.ended ?? null,
	timeToManager: evaluation.timeToManager ?? null,
	timeToMessage: evaluation.timeToMessage ?? null,
	overdue: evaluation.overdue,
	lateEntries: evaluation.lateEntries,
	unanswered: evaluation.unanswered.map(({rule, subject, severity, text, from}) => ({
		rule,
		subject,
		severity,
		text,
		from,
	})),
	objectives: evaluation.objectives.map(({id, text, rules, proposed, given, rating, evidence}) => ({
		id,
		text,
		rules,
		proposed: proposed ?? null,
		given: given === undefined ? null : {rating: given.rating, reason: given.reason, by: given.by},
		rating: rating ?? null,
		evidence,
	})),
	expectations: evaluation.standing.expectations.map(wordsOfHit),
	contingencies: evaluation.standing.contingencies,
});
