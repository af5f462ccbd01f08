import * as v from 'valibot';
import type {EventOf} from '../../event.ts';

export const certainties = ['known', 'suspected', 'unknown'] as const;

export type Certainty = (typeof certainties)[number];

export const findingSchemas = {
	'finding-recorded': v.object({ref: v.string(), certainty: v.picklist(certainties), text: v.string()}),
	'finding-confirmed': v.object({ref: v.string(), was: v.picklist(certainties), text: v.optional(v.string())}),
	'finding-refuted': v.object({
		ref: v.string(),
		was: v.picklist(certainties),
		text: v.optional(v.string()),
		reason: v.optional(v.string()),
	}),
};

export type FindingEvent = EventOf<typeof findingSchemas>;
