import * as v from 'valibot';
import {type EventOf, instant} from '../../event.ts';
import {incidentKinds, severities} from '../declaration/events.ts';

const optionalText = v.optional(v.string());

/** People are named by their handles; a part that was not said is absent. */
export const rhythmSchemas = {
	'call-started': v.object({
		/** Where people meet: a bridge, a room. */
		channel: optionalText,
		text: optionalText,
	}),
	'call-ended': v.object({}),
	/** Who holds the three roles, as it was said to everybody; absent where nobody did. */
	'roles-announced': v.object({im: optionalText, deputy: optionalText, secretariat: optionalText}),
	'heartbeat-held': v.object({
		happened: optionalText,
		means: optionalText,
		done: optionalText,
		next: optionalText,
		/** When the next heartbeat is. */
		nextAt: v.optional(instant),
	}),
	/** Looked at again and found right; what is right is kept with it. */
	'severity-confirmed': v.object({
		severity: v.picklist(severities),
		incidentKind: v.picklist(incidentKinds),
		/** As triage has it: `phishing`. */
		category: optionalText,
		reason: optionalText,
	}),
	'objective-set': v.object({text: v.string(), period: v.picklist(['current', 'next'])}),
	'period-started': v.object({until: instant, text: optionalText}),
	/** An expert's voice report: conditions, actions, needs. */
	'can-reported': v.object({
		person: v.string(),
		conditions: optionalText,
		actions: optionalText,
		needs: optionalText,
	}),
};

export type RhythmEvent = EventOf<typeof rhythmSchemas>;
