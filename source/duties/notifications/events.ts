import * as v from 'valibot';
import {type EventOf, instant} from '../../event.ts';
import {regimeSchema} from '../../regime.ts';

const ref = v.string();
const optionalText = v.optional(v.string());

/** What part of it a notification in phases tells. */
export const noticePhases = ['initial', 'followup', 'final'] as const;

export type NoticePhase = (typeof noticePhases)[number];

export const notificationSchemas = {
	'clock-started': v.object({
		ref,
		/** The whole of it, so that the log needs no file to be understood. */
		regime: regimeSchema,
		/** What it is about, where one regime runs more than once. */
		text: optionalText,
		/** When that happened from which the time counts. */
		at: v.optional(instant),
		/** As it was reckoned when it was written: a later version that reckons otherwise does not move it. */
		due: v.optional(instant),
		/** The clock whose notification started this one. */
		after: optionalText,
	}),
	'clock-anchored': v.object({
		ref,
		at: instant,
		due: v.optional(instant),
		/** The anchor that it replaces. */
		was: v.optional(instant),
		reason: optionalText,
		/** The clock whose notification is the anchor. */
		after: optionalText,
	}),
	'clock-notified': v.object({
		ref,
		/** What was sent, to whom, how. */
		text: optionalText,
		phase: v.optional(v.picklist(noticePhases)),
		/** When more is to follow. */
		next: v.optional(instant),
		/** Why it was late. */
		reason: optionalText,
	}),
	'clock-rest-dated': v.object({
		ref,
		/** When more is to follow. */
		next: instant,
		was: v.optional(instant),
		reason: optionalText,
	}),
	/** Why a notification was late, said after it. */
	'clock-delay-explained': v.object({ref, reason: v.string()}),
	'clock-waived': v.object({
		ref,
		/** Who decided not to notify: a person's handle. */
		decidedBy: optionalText,
		reason: optionalText,
	}),
};

export type NotificationEvent = EventOf<typeof notificationSchemas>;
