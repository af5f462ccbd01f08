import * as v from 'valibot';
import type {EventOf} from '../../event.ts';

/** The tiers above the incident team, which is bronze itself. */
export const upperTiers = ['silver', 'gold'] as const;

export const relations = ['related', 'same'] as const;

/** `silver` tactical, `gold` strategic: functions, not ranks. */
export type UpperTier = (typeof upperTiers)[number];

/** Another incident that may be related, or one that turned out to be the same. */
export type Relation = (typeof relations)[number];

const tier = v.picklist(upperTiers);
const optionalText = v.optional(v.string());

/** `decider` is the handle of the Incident Manager at that moment; absent when nobody was in command. */
export const escalationSchemas = {
	'escalation-suggested': v.object({tier, reason: optionalText}),
	'tier-escalated': v.object({
		tier,
		/** The handle of whoever takes the tier's command. */
		commander: optionalText,
		decider: optionalText,
		reason: optionalText,
	}),
	'escalation-declined': v.object({tier, decider: optionalText, reason: optionalText}),
	'tier-stood-down': v.object({tier, decider: optionalText, reason: optionalText}),
	'incident-linked': v.object({
		/** As `INC-2026-0002`. */
		reference: v.string(),
		relation: v.picklist(relations),
		reason: optionalText,
	}),
	'incident-unlinked': v.object({reference: v.string(), reason: optionalText}),
};

export type EscalationEvent = EventOf<typeof escalationSchemas>;
