import type {Evolution} from '../../evolution.ts';
import type {Instant} from '../../time.ts';
import type {Certainty, Consistency, FindingEvent, verdicts} from './events.ts';

/** A fact, a suspicion or an open question, and what became of it. */
export type Finding = {
	readonly ref: string;
	readonly text: string;
	readonly certainty: Certainty | 'refuted';
	readonly recordedAt: Instant;
	readonly by: string;
	/** Since when it has been as certain as it is. */
	readonly since: Instant;
	/** Who confirmed or refuted it. */
	readonly settledBy: string | undefined;
	/** What was said when it was confirmed or refuted. */
	readonly remark: string | undefined;
};

/** Whether a finding speaks for a hypothesis, against it, or says nothing about it. */
export type Mark = {
	readonly finding: string;
	readonly consistency: Consistency;
	readonly reason: string | undefined;
	readonly at: Instant;
	readonly by: string;
};

/** An explanation of what happened, with the findings weighed against it. */
export type Hypothesis = {
	readonly ref: string;
	readonly text: string;
	readonly status: 'open' | (typeof verdicts)[number];
	readonly at: Instant;
	readonly by: string;
	readonly entry: number;
	/** One mark per finding, the newest. */
	readonly marks: readonly Mark[];
	readonly settledAt: Instant | undefined;
	readonly settledBy: string | undefined;
	/** Why it was settled so. */
	readonly reason: string | undefined;
};

/** Every finding and every hypothesis, each in the order of their refs. */
export type Findings = {
	readonly findings: readonly Finding[];
	readonly hypotheses: readonly Hypothesis[];
};

export const noFindings: Findings = {findings: [], hypotheses: []};

const change = (slice: Findings, ref: string, parts: Partial<Finding>): Findings => ({
	...slice,
	findings: slice.findings.map(one => (one.ref === ref ? {...one, ...parts} : one)),
});

const changeHypothesis = (slice: Findings, ref: string, how: (one: Hypothesis) => Hypothesis): Findings => ({
	...slice,
	hypotheses: slice.hypotheses.map(one => (one.ref === ref ? how(one) : one)),
});

export const findingsEvolution: Evolution<Findings, FindingEvent> = {
	'finding-recorded': (slice, {ref, certainty, text}, {occurredAt, by}) => ({
		...slice,
		findings: [
			...slice.findings,
			{ref, text, certainty, recordedAt: occurredAt, by, since: occurredAt, settledBy: undefined, remark: undefined},
		],
	}),
	'finding-confirmed': (slice, {ref, text, person}, {occurredAt, by}) =>
		change(slice, ref, {certainty: 'known', since: occurredAt, settledBy: person ?? by, remark: text}),
	'finding-refuted': (slice, {ref, text, reason, person}, {occurredAt, by}) =>
		change(slice, ref, {certainty: 'refuted', since: occurredAt, settledBy: person ?? by, remark: reason ?? text}),
	'hypothesis-raised': (slice, {ref, text}, {occurredAt, by, number}) => ({
		...slice,
		hypotheses: [
			...slice.hypotheses,
			{
				ref,
				text,
				status: 'open',
				at: occurredAt,
				by,
				entry: number,
				marks: [],
				settledAt: undefined,
				settledBy: undefined,
				reason: undefined,
			},
		],
	}),
	'hypothesis-weighed': (slice, {ref, finding, consistency, reason}, {occurredAt, by}) =>
		changeHypothesis(slice, ref, one => ({
			...one,
			marks: [
				...one.marks.filter(mark => mark.finding !== finding),
				{finding, consistency, reason, at: occurredAt, by},
			],
		})),
	'hypothesis-settled': (slice, {ref, verdict, reason, person}, {occurredAt, by}) =>
		changeHypothesis(slice, ref, one => ({
			...one,
			status: verdict,
			settledAt: occurredAt,
			settledBy: person ?? by,
			reason,
		})),
};

export const ofCertainty = ({findings}: Findings, certainty: Finding['certainty']): readonly Finding[] =>
	findings.filter(one => one.certainty === certainty);

export const findingNamed = ({findings}: Findings, ref: string): Finding | undefined =>
	findings.find(one => one.ref === ref);

export const hypothesisNamed = ({hypotheses}: Findings, ref: string): Hypothesis | undefined =>
	hypotheses.find(one => one.ref === ref);

/** Refs of the findings that stand: a refuted or struck one is no evidence. */
const evidence = ({findings}: Findings): ReadonlySet<string> =>
	new Set(findings.filter(one => one.certainty !== 'refuted').map(one => one.ref));

/** How many findings that stand are marked so against a hypothesis. */
export const markCount = (slice: Findings, {marks}: Hypothesis, consistency: Consistency): number => {
	const standing = evidence(slice);
	return marks.filter(one => one.consistency === consistency && standing.has(one.finding)).length;
};

/** Those with the fewest findings against them first: it is disproof that tells hypotheses apart. */
export const byDisproof = (slice: Findings): readonly Hypothesis[] =>
	slice.hypotheses
		.map(one => ({one, against: markCount(slice, one, 'inconsistent')}))
		.sort((a, b) => a.against - b.against)
		.map(({one}) => one);

/** How a hypothesis stands against the findings: `2C 1I`, `not weighed`. */
export const weightWords = (slice: Findings, hypothesis: Hypothesis): string => {
	const counts = [
		[markCount(slice, hypothesis, 'consistent'), 'C'],
		[markCount(slice, hypothesis, 'inconsistent'), 'I'],
		[markCount(slice, hypothesis, 'na'), 'NA'],
	] as const;
	const words = counts.filter(([count]) => count > 0).map(([count, letter]) => `${count}${letter}`);
	return words.length === 0 ? 'not weighed' : words.join(' ');
};
