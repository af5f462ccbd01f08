import type {Evolution} from '../../evolution.ts';
import type {Profile} from '../../profile.ts';
import {profileNamed} from '../../profiles/index.ts';
import type {Instant} from '../../time.ts';
import type {DeclarationEvent, Flag, IncidentKind, PersonalData, Phase, Severity} from './events.ts';

/** What triage has found so far. */
export type Triage = {
	readonly source: string | undefined;
	readonly category: string | undefined;
	readonly hypothesis: string | undefined;
};

/** What the incident is called and how it stands. */
export type Declaration = {
	readonly title: string;
	readonly incidentKind: IncidentKind;
	readonly severity: Severity;
	/** Undefined unless the severity is in doubt; `other` is what was proposed beside it. */
	readonly doubt: {readonly other: Severity | undefined} | undefined;
	readonly triage: Triage;
	readonly personalData: PersonalData;
	readonly phase: Phase;
	readonly phaseSince: Instant | undefined;
	/** The doctrine's name. */
	readonly profile: string;
	/** The doctrine itself, where the program does not bring it along. */
	readonly adopted: Profile | undefined;
	/** IANA name of the responders' clock. */
	readonly zone: string;
	readonly marking: string | undefined;
	readonly exercise: boolean;
	/** Undefined until something has been declared. */
	readonly declaredAt: Instant | undefined;
	readonly closedAt: Instant | undefined;
	readonly closingReason: string | undefined;
	/** How it ended; undefined where that was not said. */
	readonly outcome: 'resolved' | 'false-alarm' | undefined;
	/** What raises it beyond the team, in the order in which it was said. */
	readonly flags: readonly {readonly flag: Flag; readonly at: Instant; readonly reason: string | undefined}[];
};

/** How each flag is said. */
export const flagWords: Readonly<Record<Flag, string>> = {
	visible: 'users see it',
	department: 'another department is affected',
	asset: 'an information asset is affected',
	'national-security': 'national security may be touched',
	press: 'the press takes an interest',
	harm: 'staff or the public may come to harm',
	reputation: 'reputation suffers',
	'central-report': 'it must be reported centrally',
	'significant-loss': 'much personal data is lost',
	'organised-crime': 'foreign intelligence or organised crime may be behind it',
};

export const noDeclaration: Declaration = {
	title: '',
	incidentKind: 'operational',
	severity: 'S3',
	doubt: undefined,
	triage: {source: undefined, category: undefined, hypothesis: undefined},
	personalData: 'no',
	phase: 'pre-incident',
	phaseSince: undefined,
	profile: 'moj',
	adopted: undefined,
	zone: 'UTC',
	marking: undefined,
	exercise: false,
	declaredAt: undefined,
	closedAt: undefined,
	closingReason: undefined,
	outcome: undefined,
	flags: [],
};

export const declarationEvolution: Evolution<Declaration, DeclarationEvent> = {
	'incident-declared': (_, {kind: _kind, ...declared}, {occurredAt}) => ({
		...noDeclaration,
		...declared,
		marking: declared.marking,
		declaredAt: occurredAt,
		phaseSince: occurredAt,
	}),
	'severity-set': (slice, {severity}) => ({...slice, severity, doubt: undefined}),
	// Whoever confirms it is no longer in doubt.
	'severity-confirmed': slice => (slice.doubt === undefined ? slice : {...slice, doubt: undefined}),
	'severity-doubted': (slice, {other}) => ({...slice, doubt: {other}}),
	'triage-recorded': (slice, {source, category, hypothesis}) => ({
		...slice,
		triage: {
			source: source ?? slice.triage.source,
			category: category ?? slice.triage.category,
			hypothesis: hypothesis ?? slice.triage.hypothesis,
		},
	}),
	'personal-data-set': (slice, {personalData}) => ({...slice, personalData}),
	'phase-set': (slice, {phase}, {occurredAt}) => ({...slice, phase, phaseSince: occurredAt}),
	'profile-adopted': (slice, {name, profile}) => ({...slice, profile: name, adopted: profile}),
	'flag-raised': (slice, {flag, reason}, {occurredAt}) => ({
		...slice,
		flags: [...slice.flags.filter(one => one.flag !== flag), {flag, at: occurredAt, reason}],
	}),
	'flag-lowered': (slice, {flag}) => ({...slice, flags: slice.flags.filter(one => one.flag !== flag)}),
	'marking-set': (slice, {marking}) => ({...slice, marking}),
	'incident-closed': (slice, {outcome, reason}, {occurredAt}) => ({
		...slice,
		closedAt: occurredAt,
		closingReason: reason,
		outcome,
	}),
	'incident-reopened': slice => ({...slice, closedAt: undefined, closingReason: undefined, outcome: undefined}),
};

/** The doctrine that speaks: the one in the log, or the one of that name; the base where this version knows neither. */
export const profileOf = ({profile, adopted}: Declaration): Profile => adopted ?? profileNamed(profile);

export const isOpen = ({declaredAt, closedAt}: Declaration): boolean =>
	declaredAt !== undefined && closedAt === undefined;

/** Time-critical: the Incident Manager outranks everyone. */
export const isHot = (declaration: Declaration): boolean => isOpen(declaration) && declaration.phase === 'hot';

/** The team is standing: hot, or warm. */
export const isRunning = (declaration: Declaration): boolean =>
	isHot(declaration) || (isOpen(declaration) && declaration.phase === 'warm');
