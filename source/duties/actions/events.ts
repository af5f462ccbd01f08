import * as v from 'valibot';
import {type EventOf, instant} from '../../event.ts';

const ref = v.string();
const optionalText = v.optional(v.string());
/** When the action is reported on. */
const due = instant;

/** How much an action disrupts those who depend on the service. */
export const disruptions = ['high', 'medium', 'low'] as const;

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
		/** The recommendation, decision or instruction that it follows, by the number of its entry. */
		on: v.optional(v.number()),
		/** What it touches. */
		system: optionalText,
		affects: v.optional(v.picklist(['users', 'none'])),
		disruption: v.optional(v.picklist(disruptions)),
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
	/** The Incident Manager's instruction to do it; without `on` this entry is the instruction. */
	'action-instructed': v.object({
		ref,
		/** Who was in command; absent where the action only follows an entry. */
		manager: optionalText,
		on: v.optional(v.number()),
		was: v.optional(v.number()),
		reason: optionalText,
	}),
	/** Its owner leads where several work on the system that it touches. */
	'action-lead-named': v.object({ref, person: v.string(), system: v.string()}),
};

export type ActionEvent = EventOf<typeof actionSchemas>;
