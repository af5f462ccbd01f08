import * as v from 'valibot';
import {type EventOf, instant} from '../../event.ts';

const ref = v.string();
const optionalText = v.optional(v.string());
/** When the action is reported on. */
const due = instant;

export const actionSchemas = {
	'action-opened': v.object({
		ref,
		text: v.string(),
		/** A person's handle. */
		owner: optionalText,
		/** A sub-team's name, when no one person was named. */
		team: optionalText,
		due: v.optional(due),
		/** The finding that the action is to confirm or refute. */
		tests: optionalText,
	}),
	'action-acknowledged': v.object({ref}),
	'action-reported': v.object({ref, text: v.string(), due: v.optional(due)}),
	'action-extended': v.object({ref, due, was: v.optional(due), reason: optionalText}),
	'action-reassigned': v.object({
		ref,
		owner: optionalText,
		team: optionalText,
		wasOwner: optionalText,
		wasTeam: optionalText,
		reason: optionalText,
	}),
	'action-done': v.object({ref, result: v.optional(v.picklist(['success', 'failure'])), text: optionalText}),
	'action-cancelled': v.object({ref, reason: optionalText}),
};

export type ActionEvent = EventOf<typeof actionSchemas>;
