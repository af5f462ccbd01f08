import type {Entry} from '../../entry.ts';
import type {Evolution} from '../../evolution.ts';
import {elapsed, type Instant, minute} from '../../time.ts';
import {type StaffingEvent, staffingSchemas} from '../staffing/events.ts';
import type {AnswerKind, RecordEvent} from './events.ts';

/** An entry written well after its event. */
export type LateEntry = {
	readonly entry: number;
	/** Milliseconds between the event and its entry. */
	readonly lag: number;
	readonly reason: string | undefined;
};

/** How a prompt was answered. */
export type GivenAnswer = {
	readonly entry: number;
	readonly at: Instant;
	readonly by: string;
	readonly rule: string;
	readonly subject: string;
	readonly asked: string;
	readonly basis: string;
	readonly answer: AnswerKind;
	readonly until: Instant | undefined;
	readonly reason: string | undefined;
	readonly authorisedBy: string | undefined;
};

/** How the log itself is kept. */
export type IncidentRecord = {
	readonly late: readonly LateEntry[];
	readonly answers: readonly GivenAnswer[];
	/** When the first person took a role. */
	readonly assembledAt: Instant | undefined;
	/** When the first entry was written that is about the incident and not about its team. */
	readonly firstLoggedAt: Instant | undefined;
	/** When the last entry was written. */
	readonly lastLoggedAt: Instant | undefined;
};

export const noRecord: IncidentRecord = {
	late: [],
	answers: [],
	assembledAt: undefined,
	firstLoggedAt: undefined,
	lastLoggedAt: undefined,
};

/** Under a minute is the time it takes to type. */
const leastLag = minute;

export const recordEvolution: Evolution<IncidentRecord, RecordEvent> = {
	'note-made': slice => slice,
	'entry-struck': slice => slice,
	'late-entry-explained': (slice, {entry, reason}) => ({
		...slice,
		late: slice.late.map(one => (one.entry === entry ? {...one, reason} : one)),
	}),
	'prompt-answered': (slice, {kind: _kind, ...answer}, {number, occurredAt, by}) => ({
		...slice,
		answers: [
			...slice.answers,
			{
				until: undefined,
				reason: undefined,
				authorisedBy: undefined,
				...answer,
				entry: number,
				at: occurredAt,
				by,
			},
		],
	}),
	'role-assigned': (slice, _, {recordedAt}) => ({...slice, assembledAt: slice.assembledAt ?? recordedAt}),
};

const teamKinds: ReadonlySet<string> = new Set<StaffingEvent['kind'] | 'incident-declared'>([
	...(Object.keys(staffingSchemas) as StaffingEvent['kind'][]),
	'incident-declared',
]);

/** Every entry tells when the log was last kept, and whether it was late. */
export const hearEvery = (slice: IncidentRecord, entry: Entry): IncidentRecord => {
	const {event, number, occurredAt, recordedAt} = entry;
	const lag = elapsed(occurredAt, recordedAt);
	const reason = event.kind === 'note-made' ? event.reason : undefined;
	return {
		...slice,
		late: lag >= leastLag ? [...slice.late, {entry: number, lag, reason}] : slice.late,
		firstLoggedAt: slice.firstLoggedAt ?? (teamKinds.has(event.kind) ? undefined : recordedAt),
		lastLoggedAt: recordedAt,
	};
};

/** Entries that were written more than `minutes` after their event. */
export const lateEntries = ({late}: IncidentRecord, minutes: number): readonly LateEntry[] =>
	late.filter(one => one.lag > minutes * minute);

/** The newest answer to what a rule asks about a subject. */
export const answerTo = ({answers}: IncidentRecord, rule: string, subject: string): GivenAnswer | undefined =>
	answers.findLast(one => one.rule === rule && one.subject === subject);

/** How an answer reads in the log and in documents. */
export const answerWords: Readonly<Record<AnswerKind, string>> = {
	do: 'done now',
	put: 'put to the Incident Manager',
	defer: 'deferred',
	override: 'overridden',
	na: 'does not apply',
};
