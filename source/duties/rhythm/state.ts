import type {Evolution} from '../../evolution.ts';
import type {Instant} from '../../time.ts';
import type {IncidentKind, Severity} from '../declaration/events.ts';
import type {RhythmEvent} from './events.ts';

/** A call of the team. */
export type Call = {
	readonly startedAt: Instant;
	readonly endedAt: Instant | undefined;
	readonly entry: number;
	/** Where people meet. */
	readonly channel: string | undefined;
	readonly text: string | undefined;
};

/** Who was said to hold the three roles: handles; undefined where nobody did. */
export type Announcement = {
	readonly at: Instant;
	readonly by: string;
	readonly entry: number;
	readonly im: string | undefined;
	readonly deputy: string | undefined;
	readonly secretariat: string | undefined;
};

/** A regular decision call and its four answers. */
export type Heartbeat = {
	readonly at: Instant;
	readonly by: string;
	readonly entry: number;
	readonly happened: string | undefined;
	readonly means: string | undefined;
	readonly done: string | undefined;
	readonly next: string | undefined;
	/** When the next heartbeat is; undefined where that was not said. */
	readonly nextAt: Instant | undefined;
};

/** The severity was looked at: found right, or set anew. */
export type Confirmation = {
	readonly at: Instant;
	readonly by: string;
	readonly entry: number;
	readonly severity: Severity;
	/** Undefined where the severity was set anew and the kind was not spoken of. */
	readonly incidentKind: IncidentKind | undefined;
	readonly category: string | undefined;
	readonly reason: string | undefined;
};

/** An operational period: a planning span. They are counted from 1, in the order in which they were started. */
export type Period = {
	readonly number: number;
	readonly startedAt: Instant;
	readonly until: Instant;
	readonly by: string;
	readonly entry: number;
	readonly text: string | undefined;
};

/** An aim for an operational period. */
export type Objective = {
	readonly at: Instant;
	readonly by: string;
	readonly entry: number;
	readonly text: string;
	/** The period's number; one that was set before any period is an aim of the first. */
	readonly period: number;
};

/** An expert's voice report: conditions, actions, needs. */
export type CanReport = {
	readonly at: Instant;
	readonly by: string;
	readonly entry: number;
	/** A handle. */
	readonly person: string;
	readonly conditions: string | undefined;
	readonly actions: string | undefined;
	readonly needs: string | undefined;
};

export type Rhythm = {
	readonly calls: readonly Call[];
	readonly heartbeats: readonly Heartbeat[];
	readonly announcements: readonly Announcement[];
	readonly confirmations: readonly Confirmation[];
	readonly periods: readonly Period[];
	readonly objectives: readonly Objective[];
	readonly canReports: readonly CanReport[];
	/** When the incident became hot, or was reopened; undefined while it is not yet one, or is over. */
	readonly hotSince: Instant | undefined;
};

export const noRhythm: Rhythm = {
	calls: [],
	heartbeats: [],
	announcements: [],
	confirmations: [],
	periods: [],
	objectives: [],
	canReports: [],
	hotSince: undefined,
};

/** The call that goes on; undefined when none does. */
export const runningCall = ({calls}: Rhythm): Call | undefined => calls.findLast(one => one.endedAt === undefined);

export const lastHeartbeat = ({heartbeats}: Rhythm): Heartbeat | undefined => heartbeats.at(-1);

/** The period that was started last: it stands until another is started, also when its time is over. */
export const currentPeriod = ({periods}: Rhythm): Period | undefined => periods.at(-1);

/** The number of the period that objectives are set for now. */
const currentNumber = ({periods}: Rhythm): number => Math.max(1, periods.length);

const nextNumber = ({periods}: Rhythm): number => periods.length + 1;

export const currentObjectives = (rhythm: Rhythm): readonly Objective[] => objectivesOf(rhythm, currentNumber(rhythm));

/** Objectives of the period that has not been started yet; empty where no period has been started at all. */
export const nextObjectives = (rhythm: Rhythm): readonly Objective[] =>
	rhythm.periods.length === 0 ? [] : objectivesOf(rhythm, nextNumber(rhythm));

export const objectivesOf = ({objectives}: Rhythm, period: number): readonly Objective[] =>
	objectives.filter(one => one.period === period);

/** The newest report of each person, newest first. */
export const latestCanReports = ({canReports}: Rhythm): readonly CanReport[] => {
	const latest = new Map<string, CanReport>();
	for (const report of canReports.toReversed()) {
		if (!latest.has(report.person)) {
			latest.set(report.person, report);
		}
	}

	return [...latest.values()];
};

/** The first announcement of the roles on that call; undefined while there was none. */
export const announcementOn = ({announcements}: Rhythm, call: Call): Announcement | undefined =>
	announcements.find(
		// Within one moment the order of the entries tells which came first.
		({at, entry}) =>
			(at > call.startedAt || (at === call.startedAt && entry > call.entry)) &&
			(call.endedAt === undefined || at <= call.endedAt),
	);

type Said<Name extends string> = {readonly [N in Name]?: string | undefined};

/** The parts that were said, each after its name. */
const saidWords = (parts: Readonly<Record<string, string | undefined>>): string =>
	Object.entries(parts)
		.flatMap(([name, text]) => (text === undefined ? [] : [`${name}: ${text}`]))
		.join('; ');

/** `what happened: …; what it means: …; …`: the answers that were given. */
export const heartbeatWords = ({happened, means, done, next}: Said<'happened' | 'means' | 'done' | 'next'>): string =>
	saidWords({'what happened': happened, 'what it means': means, 'what we have done': done, 'what we do next': next});

/** `conditions: …; actions: …; needs: …`: what was said of the three. */
export const canWords = ({conditions, actions, needs}: Said<'conditions' | 'actions' | 'needs'>): string =>
	saidWords({conditions, actions, needs});

export const rhythmEvolution: Evolution<Rhythm, RhythmEvent> = {
	'call-started': (slice, {channel, text}, {occurredAt, number}) => ({
		...slice,
		calls: [...slice.calls, {startedAt: occurredAt, endedAt: undefined, entry: number, channel, text}],
	}),
	'call-ended': (slice, _, {occurredAt}) => {
		const ending = runningCall(slice);
		return ending === undefined
			? slice
			: {...slice, calls: slice.calls.map(one => (one === ending ? {...one, endedAt: occurredAt} : one))};
	},
	'roles-announced': (slice, {im, deputy, secretariat}, {occurredAt, by, number}) => ({
		...slice,
		announcements: [...slice.announcements, {at: occurredAt, by, entry: number, im, deputy, secretariat}],
	}),
	'heartbeat-held': (slice, {happened, means, done, next, nextAt}, {occurredAt, by, number}) => ({
		...slice,
		heartbeats: [...slice.heartbeats, {at: occurredAt, by, entry: number, happened, means, done, next, nextAt}],
	}),
	'severity-confirmed': (slice, {severity, incidentKind, category, reason}, {occurredAt, by, number}) => ({
		...slice,
		confirmations: [
			...slice.confirmations,
			{at: occurredAt, by, entry: number, severity, incidentKind, category, reason},
		],
	}),
	'severity-set': (slice, {severity, reason}, {occurredAt, by, number}) => ({
		...slice,
		confirmations: [
			...slice.confirmations,
			{at: occurredAt, by, entry: number, severity, incidentKind: undefined, category: undefined, reason},
		],
	}),
	'objective-set': (slice, {text, period}, {occurredAt, by, number}) => ({
		...slice,
		objectives: [
			...slice.objectives,
			{
				at: occurredAt,
				by,
				entry: number,
				text,
				period: period === 'next' ? nextNumber(slice) : currentNumber(slice),
			},
		],
	}),
	'period-started': (slice, {until, text}, {occurredAt, by, number}) => ({
		...slice,
		periods: [...slice.periods, {number: nextNumber(slice), startedAt: occurredAt, until, by, entry: number, text}],
	}),
	'can-reported': (slice, {person, conditions, actions, needs}, {occurredAt, by, number}) => ({
		...slice,
		canReports: [...slice.canReports, {at: occurredAt, by, entry: number, person, conditions, actions, needs}],
	}),
	'incident-declared': (slice, {phase}, {occurredAt}) => (phase === 'hot' ? {...slice, hotSince: occurredAt} : slice),
	'phase-set'(slice, {phase}, {occurredAt}) {
		const hotSince = phase === 'warm' ? slice.hotSince : phase === 'hot' ? (slice.hotSince ?? occurredAt) : undefined;
		return hotSince === slice.hotSince ? slice : {...slice, hotSince};
	},
	// What comes after a reopening is counted anew.
	'incident-reopened': (slice, _, {occurredAt}) =>
		slice.hotSince === undefined ? slice : {...slice, hotSince: occurredAt},
};
