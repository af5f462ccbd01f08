import * as v from 'valibot';
import type {EventOf} from '../../event.ts';

export const certainties = ['known', 'suspected', 'unknown'] as const;

export type Certainty = (typeof certainties)[number];

/** What a finding says about a hypothesis. */
export const consistencies = ['consistent', 'inconsistent', 'na'] as const;

export type Consistency = (typeof consistencies)[number];

export const verdicts = ['confirmed', 'eliminated'] as const;

export const findingSchemas = {
	'finding-recorded': v.object({ref: v.string(), certainty: v.picklist(certainties), text: v.string()}),
	'finding-confirmed': v.object({
		ref: v.string(),
		was: v.picklist(certainties),
		text: v.optional(v.string()),
		/** Who found it so, where another has it recorded: a handle. */
		person: v.optional(v.string()),
	}),
	'finding-refuted': v.object({
		ref: v.string(),
		was: v.picklist(certainties),
		text: v.optional(v.string()),
		reason: v.optional(v.string()),
		/** Who found it so, where another has it recorded: a handle. */
		person: v.optional(v.string()),
	}),
	/** An explanation that is to be tested against the findings. */
	'hypothesis-raised': v.object({ref: v.string(), text: v.string()}),
	'hypothesis-weighed': v.object({
		ref: v.string(),
		finding: v.string(),
		consistency: v.picklist(consistencies),
		was: v.optional(v.picklist(consistencies)),
		reason: v.optional(v.string()),
	}),
	'hypothesis-settled': v.object({
		ref: v.string(),
		verdict: v.picklist(verdicts),
		was: v.picklist(['open', ...verdicts]),
		reason: v.optional(v.string()),
		/** Who found it so, where another has it recorded: a handle. */
		person: v.optional(v.string()),
	}),
};

export type FindingEvent = EventOf<typeof findingSchemas>;
