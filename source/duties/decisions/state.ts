import type {Evolution} from '../../evolution.ts';
import type {Instant} from '../../time.ts';
import type {DecisionEvent} from './events.ts';

/** What else could have been done, and why not. */
export type Option = {
	readonly text: string;
	readonly reason: string | undefined;
	readonly by: string;
	readonly at: Instant;
	readonly entry: number;
};

/** Who strongly objects to a decision, and why. */
export type Objection = {
	/** A handle. */
	readonly person: string;
	readonly reason: string;
	readonly at: Instant;
	readonly entry: number;
};

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
	readonly options: readonly Option[];
	readonly objections: readonly Objection[];
	/** The next decision point. */
	readonly next: Instant | undefined;
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
	/** The action that was given on it, or instructed because of it. */
	readonly followedBy: string | undefined;
};

export type Decisions = {
	readonly decisions: readonly Decision[];
	readonly recommendations: readonly Recommendation[];
	/** Options that belong to the decision to come. */
	readonly options: readonly Option[];
};

export const noDecisions: Decisions = {decisions: [], recommendations: [], options: []};

const change = (slice: Decisions, ref: string, how: (one: Decision) => Decision): Decisions => ({
	...slice,
	decisions: slice.decisions.map(one => (one.ref === ref ? how(one) : one)),
});

const followed = (slice: Decisions, on: number | undefined, ref: string): Decisions =>
	on !== undefined && slice.recommendations.some(one => one.entry === on && one.followedBy === undefined)
		? {
				...slice,
				recommendations: slice.recommendations.map(one => (one.entry === on ? {...one, followedBy: ref} : one)),
			}
		: slice;

export const decisionsEvolution: Evolution<Decisions, DecisionEvent> = {
	'recommendation-made': (slice, {text, reason, person}, {number, by, occurredAt}) => ({
		...slice,
		recommendations: [
			...slice.recommendations,
			{entry: number, text, reason, by: person ?? by, at: occurredAt, answeredBy: undefined, followedBy: undefined},
		],
	}),
	'decision-made': (slice, {ref, text, reason, decider, recommendation, rule, next}, {number, by, occurredAt}) => ({
		decisions: [
			...slice.decisions,
			{
				ref,
				text,
				reason,
				decider,
				by,
				at: occurredAt,
				recommendation,
				rule,
				entry: number,
				options: slice.options,
				objections: [],
				next,
			},
		],
		recommendations: slice.recommendations.map(one => (one.entry === recommendation ? {...one, answeredBy: ref} : one)),
		options: [],
	}),
	// An expert's proposal that was given as an action, by another than the owner, waits no more.
	'action-opened': (slice, {ref, on, owner}, {by}) => (owner === by ? slice : followed(slice, on, ref)),
	'action-instructed': (slice, {ref, on}) => followed(slice, on, ref),
	'decision-justified': (slice, {ref, reason}) => change(slice, ref, one => ({...one, reason})),
	'option-considered': (slice, {text, reason, decision}, {number, by, occurredAt}) => {
		const option = {text, reason, by, at: occurredAt, entry: number};
		return decision === undefined
			? {...slice, options: [...slice.options, option]}
			: change(slice, decision, one => ({...one, options: [...one.options, option]}));
	},
	'objection-raised': (slice, {ref, person, reason}, {number, occurredAt}) =>
		change(slice, ref, one => ({
			...one,
			objections: [...one.objections, {person, reason, at: occurredAt, entry: number}],
		})),
	'decision-point-set': (slice, {ref, next}) => change(slice, ref, one => ({...one, next})),
};

export const decisionNamed = ({decisions}: Decisions, ref: string): Decision | undefined =>
	decisions.find(one => one.ref === ref);

/** Recommendations that wait for the Incident Manager. */
export const waiting = ({recommendations}: Decisions): readonly Recommendation[] =>
	recommendations.filter(one => one.answeredBy === undefined && one.followedBy === undefined);

/** When something was last decided; undefined when nothing was. */
export const lastDecided = ({decisions}: Decisions): Instant | undefined =>
	decisions.reduce<Instant | undefined>((last, {at}) => (last === undefined || at > last ? at : last), undefined);
