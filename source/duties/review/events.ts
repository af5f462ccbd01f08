import * as v from 'valibot';
import {type EventOf, instant} from '../../event.ts';

/** What is kept of an incident beside the log, in the order in which it is asked for. */
export const documents = ['log', 'decisions', 'actions', 'messages', 'evidence', 'report', 'chat', 'calls'] as const;

export type DocumentKey = (typeof documents)[number];

const ref = v.string();
const optionalText = v.optional(v.string());

export const reviewSchemas = {
	'containment-confirmed': v.object({reason: optionalText}),
	/** An expert says that the state is clean: a handle. */
	'clean-confirmed': v.object({expert: v.string(), text: optionalText}),
	/** Whoever was in command recommends the return to business as usual. */
	'return-recommended': v.object({manager: optionalText, reason: optionalText}),
	'document-captured': v.object({document: v.picklist(documents), text: optionalText}),
	'review-arranged': v.object({
		/** One named person: a handle. */
		owner: optionalText,
		/** When the review is held. */
		at: v.optional(instant),
	}),
	'review-held': v.object({text: optionalText}),
	'lesson-learnt': v.object({
		ref,
		text: v.string(),
		/** In an exercise: what it is about, an objective or one of `actions`, `log`, `prompts`. */
		area: optionalText,
	}),
	'followup-set': v.object({
		ref,
		text: v.string(),
		owner: optionalText,
		due: v.optional(instant),
		/** The lesson it follows from: `L1`. */
		lesson: optionalText,
	}),
	'followup-amended': v.object({
		ref,
		owner: optionalText,
		due: v.optional(instant),
		wasOwner: optionalText,
		wasDue: v.optional(instant),
	}),
	'followup-done': v.object({ref, text: optionalText}),
	'thanks-given': v.object({text: v.string()}),
	'management-reported': v.object({text: optionalText}),
};

export type ReviewEvent = EventOf<typeof reviewSchemas>;
