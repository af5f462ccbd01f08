import type {Evolution} from '../../evolution.ts';
import type {Instant} from '../../time.ts';
import type {Certainty, FindingEvent} from './events.ts';

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

/** Every finding, in the order of their refs. */
export type Findings = readonly Finding[];

export const noFindings: Findings = [];

const change = (slice: Findings, ref: string, parts: Partial<Finding>): Findings =>
	slice.map(one => (one.ref === ref ? {...one, ...parts} : one));

export const findingsEvolution: Evolution<Findings, FindingEvent> = {
	'finding-recorded': (slice, {ref, certainty, text}, {occurredAt, by}) => [
		...slice,
		{ref, text, certainty, recordedAt: occurredAt, by, since: occurredAt, settledBy: undefined, remark: undefined},
	],
	'finding-confirmed': (slice, {ref, text}, {occurredAt, by}) =>
		change(slice, ref, {certainty: 'known', since: occurredAt, settledBy: by, remark: text}),
	'finding-refuted': (slice, {ref, text, reason}, {occurredAt, by}) =>
		change(slice, ref, {certainty: 'refuted', since: occurredAt, settledBy: by, remark: reason ?? text}),
};

export const ofCertainty = (findings: Findings, certainty: Finding['certainty']): readonly Finding[] =>
	findings.filter(one => one.certainty === certainty);

export const findingNamed = (findings: Findings, ref: string): Finding | undefined =>
	findings.find(one => one.ref === ref);
