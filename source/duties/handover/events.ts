import * as v from 'valibot';
import {type EventOf, instant} from '../../event.ts';
import {roleKeys} from '../staffing/events.ts';

const optionalText = v.optional(v.string());

/** Which role passes, from whom and to whom; people are named by their handles. */
const transfer = {role: v.picklist(roleKeys), from: v.string(), to: v.string()};

export const handoverSchemas = {
	'handover-offered': v.object({
		...transfer,
		/** When the role is to pass; without it at the acceptance. */
		effectiveAt: v.optional(instant),
		text: optionalText,
	}),
	/** The one who comes was told how things stand. */
	'handover-briefed': v.object({...transfer, text: optionalText}),
	/** Said yes; the role passes at `effectiveAt`. Where that is to come, the changes of role are written then. */
	'handover-accepted': v.object({...transfer, effectiveAt: instant}),
	'handover-withdrawn': v.object({...transfer, reason: optionalText}),
	/** Somebody will not be reachable; without a time from now on. */
	'going-offline': v.object({person: v.string(), at: v.optional(instant)}),
	'loggist-signed-off': v.object({handle: v.string()}),
	'loggist-signed-on': v.object({handle: v.string()}),
	/** Somebody gives orders against the Incident Manager. */
	'command-challenged': v.object({person: v.string(), text: optionalText}),
	/** Asked whether they wish to take command, they do not: the Incident Manager stays. */
	'command-upheld': v.object({person: v.string(), reason: optionalText}),
};

export type HandoverEvent = EventOf<typeof handoverSchemas>;
