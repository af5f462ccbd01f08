import * as v from 'valibot';
import {type EventOf, zone} from '../../event.ts';

export const severities = ['S1', 'S2', 'S3', 'S4'] as const;
export const incidentKinds = ['security', 'privacy', 'operational'] as const;
export const phases = ['pre-incident', 'hot', 'warm', 'cold'] as const;
export const personalDataAnswers = ['yes', 'maybe', 'no'] as const;

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
	'personal-data-set': v.object({
		personalData: v.picklist(personalDataAnswers),
		was: v.picklist(personalDataAnswers),
		reason: v.optional(v.string()),
	}),
	'phase-set': v.object({phase: v.picklist(phases), was: v.picklist(phases), reason: v.optional(v.string())}),
	'incident-closed': v.object({reason: v.optional(v.string())}),
	'incident-reopened': v.object({reason: v.string()}),
};

export type DeclarationEvent = EventOf<typeof declarationSchemas>;
