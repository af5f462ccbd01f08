import * as v from 'valibot';
import {incidentKinds, personalDataAnswers, severities} from '../duties/declaration/events.ts';
import {isInstant, isZone} from '../time.ts';
import type {Expectation} from './expectation.ts';
import type {Limit} from './offset.ts';

/** A line of text that says something. */
const words = v.pipe(v.string(), v.nonEmpty('must not be empty'));

const moment = v.pipe(v.string(), v.check(isInstant, 'must be a moment, as 2026-06-02T09:00:00.000Z'));

const objective = v.strictObject({
	id: v.pipe(words, v.regex(/^[\p{Ll}\p{N}-]+$/u, 'must be one word of small letters, as command')),
	text: words,
	/** Rules of doctrine that it teaches. */
	rules: v.optional(v.array(words), []),
});

const inject = v.strictObject({
	number: v.pipe(v.number(), v.integer('must be a whole number'), v.minValue(1, 'must be 1 or more')),
	/** `+5m`, `by hand`, or `if missed`: only as the contingency of another. */
	at: words,
	from: v.optional(words),
	/** A role, or `team`. */
	to: v.optional(words),
	means: v.optional(words),
	text: words,
	/** What the players should do, one line each. */
	expected: v.optional(v.array(words), []),
	/** `+20m` from the start, `20m` from the inject. */
	by: v.optional(words),
	objective: v.optional(words),
	/** The number of the inject that rescues the play where a key one is missed. */
	contingency: v.optional(v.number()),
	weight: v.optional(v.picklist(['key', 'optional']), 'key'),
	/** For the evaluator. */
	note: v.optional(words),
});

/** A scenario file, as written. */
export const scenarioSchema = v.strictObject({
	title: words,
	purpose: v.optional(words),
	/** For whom it is. */
	audience: v.optional(words),
	objectives: v.array(objective),
	profile: v.optional(words, 'moj'),
	kind: v.optional(v.picklist(incidentKinds), 'security'),
	severity: v.optional(v.picklist(severities), 'S3'),
	data: v.optional(v.picklist(personalDataAnswers), 'no'),
	zone: v.optional(v.pipe(v.string(), v.check(isZone, 'must be a time zone, as Europe/London')), 'UTC'),
	marking: v.optional(words),
	/** When it begins, in the world of the scenario. */
	start: moment,
	/** `90m`, `4h`. */
	duration: words,
	/** How many times as fast as the wall's clock, unless the facilitator says otherwise. */
	speed: v.optional(v.pipe(v.number(), v.minValue(0.01, 'must be more than 0')), 1),
	/** Lines of the language that are true at the start: who is there, what is known. */
	state: v.optional(v.array(words), []),
	injects: v.array(inject),
	/** An expectation that ends the drill when it is met; else its duration does. */
	end: v.optional(words),
	/** What really happened; hidden from the players until the end. */
	truth: v.optional(words),
	/** Rules of play. */
	rules: v.optional(v.array(words), []),
});

export type ScenarioFile = v.InferOutput<typeof scenarioSchema>;

/** When an inject is delivered: milliseconds after the start, when somebody says so, or when another was missed. */
export type When =
	| {readonly type: 'offset'; readonly after: number}
	| {readonly type: 'hand'}
	| {readonly type: 'missed'};

export type Inject = Omit<ScenarioFile['injects'][number], 'at' | 'by' | 'expected'> & {
	readonly when: When;
	readonly limit: Limit | undefined;
	readonly expected: readonly Expectation[];
};

/** A scenario that has been checked, ready to be played. */
export type Scenario = Omit<ScenarioFile, 'injects' | 'duration' | 'end'> & {
	/** Milliseconds. */
	readonly duration: number;
	readonly injects: readonly Inject[];
	readonly end: Expectation | undefined;
};
