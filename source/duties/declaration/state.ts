import type {Evolution} from '../../evolution.ts';
import type {Instant} from '../../time.ts';
import type {DeclarationEvent, IncidentKind, PersonalData, Phase, Severity} from './events.ts';

/** What the incident is called and how it stands. */
export type Declaration = {
	readonly title: string;
	readonly incidentKind: IncidentKind;
	readonly severity: Severity;
	readonly personalData: PersonalData;
	readonly phase: Phase;
	readonly phaseSince: Instant | undefined;
	readonly profile: string;
	/** IANA name of the responders' clock. */
	readonly zone: string;
	readonly marking: string | undefined;
	readonly exercise: boolean;
	/** Undefined until something has been declared. */
	readonly declaredAt: Instant | undefined;
	readonly closedAt: Instant | undefined;
	readonly closingReason: string | undefined;
};

export const noDeclaration: Declaration = {
	title: '',
	incidentKind: 'operational',
	severity: 'S3',
	personalData: 'no',
	phase: 'pre-incident',
	phaseSince: undefined,
	profile: 'moj',
	zone: 'UTC',
	marking: undefined,
	exercise: false,
	declaredAt: undefined,
	closedAt: undefined,
	closingReason: undefined,
};

export const declarationEvolution: Evolution<Declaration, DeclarationEvent> = {
	'incident-declared': (_, {kind: _kind, ...declared}, {occurredAt}) => ({
		...noDeclaration,
		...declared,
		marking: declared.marking,
		declaredAt: occurredAt,
		phaseSince: occurredAt,
	}),
	'severity-set': (slice, {severity}) => ({...slice, severity}),
	'personal-data-set': (slice, {personalData}) => ({...slice, personalData}),
	'phase-set': (slice, {phase}, {occurredAt}) => ({...slice, phase, phaseSince: occurredAt}),
	'incident-closed': (slice, {reason}, {occurredAt}) => ({...slice, closedAt: occurredAt, closingReason: reason}),
	'incident-reopened': slice => ({...slice, closedAt: undefined, closingReason: undefined}),
};

export const isOpen = ({declaredAt, closedAt}: Declaration): boolean =>
	declaredAt !== undefined && closedAt === undefined;

/** Time-critical: the Incident Manager outranks everyone. */
export const isHot = (declaration: Declaration): boolean => isOpen(declaration) && declaration.phase === 'hot';

/** The team is standing: hot, or warm. */
export const isRunning = (declaration: Declaration): boolean =>
	isHot(declaration) || (isOpen(declaration) && declaration.phase === 'warm');
