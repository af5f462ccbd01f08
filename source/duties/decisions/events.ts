import * as v from 'valibot';
import {type EventOf, instant} from '../../event.ts';

export const decisionSchemas = {
	/** An expert's proposal to the group; named afterwards by the number of its entry. */
	'recommendation-made': v.object({
		text: v.string(),
		reason: v.optional(v.string()),
		/** Whose proposal it is, where another has it recorded: a handle. */
		person: v.optional(v.string()),
	}),
	'decision-made': v.object({
		ref: v.string(),
		text: v.string(),
		reason: v.optional(v.string()),
		/** Who decided: the handle of the Incident Manager unless another was named. */
		decider: v.optional(v.string()),
		/** The recommendation that it answers, by the number of its entry. */
		recommendation: v.optional(v.number()),
		/** The rule whose prompt was put to the decider. */
		rule: v.optional(v.string()),
		/** The next decision point: when it is decided again. */
		next: v.optional(instant),
	}),
	'decision-justified': v.object({ref: v.string(), reason: v.string()}),
	/** What else could have been done. */
	'option-considered': v.object({
		text: v.string(),
		/** Why it was not chosen. */
		reason: v.optional(v.string()),
		/** Absent where it belongs to the decision to come. */
		decision: v.optional(v.string()),
	}),
	/** A strong objection, for the record: the decision stands. */
	'objection-raised': v.object({
		ref: v.string(),
		/** Who objects; a handle. */
		person: v.string(),
		reason: v.string(),
	}),
	'decision-point-set': v.object({ref: v.string(), next: instant, was: v.optional(instant)}),
};

export type DecisionEvent = EventOf<typeof decisionSchemas>;
