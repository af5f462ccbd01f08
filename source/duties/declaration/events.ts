import * as v from 'valibot';
import {type EventOf, zone} from '../../event.ts';
import {profileSchema} from '../../profile.ts';

export const severities = ['S1', 'S2', 'S3', 'S4'] as const;
export const incidentKinds = ['security', 'privacy', 'operational'] as const;
export const phases = ['pre-incident', 'hot', 'warm', 'cold'] as const;
export const personalDataAnswers = ['yes', 'maybe', 'no'] as const;

/** What may raise an incident beyond the team: each is asked about by a rule of escalation. */
export const flags = [
	'visible',
	'department',
	'asset',
	'national-security',
	'press',
	'harm',
	'reputation',
	'central-report',
	'significant-loss',
	'organised-crime',
] as const;
export const outcomes = ['resolved', 'false-alarm'] as const;

export type Flag = (typeof flags)[number];
export type Severity = (typeof severities)[number];
export type IncidentKind = (typeof incidentKinds)[number];
export type Phase = (typeof phases)[number];
export type PersonalData = (typeof personalDataAnswers)[number];

export const declarationSchemas = {
	'incident-declared': v.object({
		title: v.string(),
		incidentKind: v.picklist(incidentKinds),
		severity: v.picklist(severities),
		personalData: v.picklist(personalDataAnswers),
		phase: v.picklist(phases),
		profile: v.string(),
		zone,
		exercise: v.boolean(),
		marking: v.optional(v.string()),
	}),
	'severity-set': v.object({
		severity: v.picklist(severities),
		was: v.picklist(severities),
		reason: v.optional(v.string()),
	}),
	/** It is not sure how severe it is; `other` was proposed beside the one that stands. */
	'severity-doubted': v.object({other: v.optional(v.picklist(severities)), reason: v.optional(v.string())}),
	/** What triage says: each part may be given later, the newest counts. */
	'triage-recorded': v.object({
		/** How it came to light, or who reported it. */
		source: v.optional(v.string()),
		/** What kind of event it is: `phishing`, `lost device`. */
		category: v.optional(v.string()),
		/** What is taken to have happened, until it is known better. */
		hypothesis: v.optional(v.string()),
	}),
	'personal-data-set': v.object({
		personalData: v.picklist(personalDataAnswers),
		was: v.picklist(personalDataAnswers),
		reason: v.optional(v.string()),
	}),
	'phase-set': v.object({phase: v.picklist(phases), was: v.picklist(phases), reason: v.optional(v.string())}),
	'profile-adopted': v.object({
		name: v.string(),
		/** The whole of a doctrine that the program does not bring along, so that the log needs no file to be understood. */
		profile: v.optional(profileSchema),
	}),
	'flag-raised': v.object({flag: v.picklist(flags), reason: v.optional(v.string())}),
	'flag-lowered': v.object({flag: v.picklist(flags), reason: v.optional(v.string())}),
	/** From then on the incident is marked so, and every document made of it. */
	'marking-set': v.object({marking: v.string(), was: v.optional(v.string()), reason: v.optional(v.string())}),
	'incident-closed': v.object({outcome: v.optional(v.picklist(outcomes)), reason: v.optional(v.string())}),
	'incident-reopened': v.object({reason: v.string()}),
};

export type DeclarationEvent = EventOf<typeof declarationSchemas>;
