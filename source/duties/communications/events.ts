import * as v from 'valibot';
import {type EventOf, instant} from '../../event.ts';

/** How a channel carries what is said. */
export const means = ['chat', 'call', 'phone', 'email', 'page', 'radio'] as const;

export type Means = (typeof means)[number];

const ref = v.string();
const optionalText = v.optional(v.string());
/** An audience's, a channel's or a party's name: one word in small letters, `status-page`. */
const name = v.string();

/** Messages are named by their refs, people by their handles. */
export const communicationSchemas = {
	'message-drafted': v.object({
		ref,
		text: v.string(),
		audience: name,
		/** By what it is to be sent. */
		channel: v.optional(name),
		/** The action whose effect it tells of: `A3`. */
		action: optionalText,
	}),
	'message-redrafted': v.object({ref, text: v.string()}),
	'message-agreed': v.object({
		ref,
		/** Who agrees to the text as it stands at this entry. */
		person: v.string(),
		/** The text was old when it was agreed, and has been read to them once more. */
		isReread: v.optional(v.boolean()),
	}),
	'message-sent': v.object({ref, channel: v.optional(name)}),
	'message-withdrawn': v.object({ref, reason: optionalText}),
	'channel-opened': v.object({
		channel: name,
		means: v.optional(v.picklist(means)),
		isPrivate: v.boolean(),
		/** What for, and where it is found. */
		purpose: optionalText,
	}),
	'channel-closed': v.object({channel: name, reason: optionalText}),
	'audience-set': v.object({
		audience: name,
		/** Minutes from one update to the next; 0 ends regular updates. */
		minutes: v.optional(v.number()),
		/** Who briefs them. */
		briefer: optionalText,
	}),
	'audience-updated': v.object({
		audience: name,
		text: v.string(),
		/** When they were promised the next one. */
		next: v.optional(instant),
	}),
	'party-told': v.object({party: name, text: optionalText, briefer: optionalText}),
	'disclosure-cleared': v.object({
		/** Who cleared it. */
		person: v.string(),
		reason: optionalText,
	}),
};

export type CommunicationEvent = EventOf<typeof communicationSchemas>;
