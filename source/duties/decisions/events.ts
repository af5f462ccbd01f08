import * as v from 'valibot';
import type {EventOf} from '../../event.ts';

export const decisionSchemas = {
	/** An expert's proposal to the group; named afterwards by the number of its entry. */
	'recommendation-made': v.object({text: v.string(), reason: v.optional(v.string())}),
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
	}),
	'decision-justified': v.object({ref: v.string(), reason: v.string()}),
};

export type DecisionEvent = EventOf<typeof decisionSchemas>;
