import type {Evolution} from '../../evolution.ts';
import type {Instant} from '../../time.ts';
import type {DecisionEvent} from './events.ts';

/** A choice and why it was made. */
export type Decision = {
	readonly ref: string;
	readonly text: string;
	readonly reason: string | undefined;
	/** A handle; undefined when nobody was in command. */
	readonly decider: string | undefined;
	/** Who had it recorded. */
	readonly by: string;
	readonly at: Instant;
	readonly recommendation: number | undefined;
	readonly rule: string | undefined;
	readonly entry: number;
};

/** What an expert proposed before doing it. */
export type Recommendation = {
	readonly entry: number;
	readonly text: string;
	readonly reason: string | undefined;
	readonly by: string;
	readonly at: Instant;
	/** The decision that answered it. */
	readonly answeredBy: string | undefined;
};

export type Decisions = {
	readonly decisions: readonly Decision[];
	readonly recommendations: readonly Recommendation[];
};

export const noDecisions: Decisions = {decisions: [], recommendations: []};

export const decisionsEvolution: Evolution<Decisions, DecisionEvent> = {
	'recommendation-made': (slice, {text, reason}, {number, by, occurredAt}) => ({
		...slice,
		recommendations: [
			...slice.recommendations,
			{entry: number, text, reason, by, at: occurredAt, answeredBy: undefined},
		],
	}),
	'decision-made': (slice, {ref, text, reason, decider, recommendation, rule}, {number, by, occurredAt}) => ({
		decisions: [
			...slice.decisions,
			{ref, text, reason, decider, by, at: occurredAt, recommendation, rule, entry: number},
		],
		recommendations: slice.recommendations.map(one => (one.entry === recommendation ? {...one, answeredBy: ref} : one)),
	}),
	'decision-justified': (slice, {ref, reason}) => ({
		...slice,
		decisions: slice.decisions.map(one => (one.ref === ref ? {...one, reason} : one)),
	}),
};

export const decisionNamed = ({decisions}: Decisions, ref: string): Decision | undefined =>
	decisions.find(one => one.ref === ref);

/** Recommendations that wait for the Incident Manager. */
export const waiting = ({recommendations}: Decisions): readonly Recommendation[] =>
	recommendations.filter(one => one.answeredBy === undefined);
