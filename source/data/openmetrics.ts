import type {Board} from '../board.ts';
import {isOngoing, isOverdue} from '../duties/actions/state.ts';
import {isOpen, profileOf} from '../duties/declaration/state.ts';
import {awareAt, isOutstanding} from '../duties/notifications/state.ts';
import {lateEntries} from '../late.ts';
import type {Entry} from '../entry.ts';
import {type Prompt, promptSeverities} from '../rule.ts';
import {visible} from '../text.ts';
import {elapsed, type Instant, second} from '../time.ts';

/** What is measured of one incident. */
export type MetricsView = {
	readonly board: Board;
	readonly entries: readonly Entry[];
	readonly prompts: readonly Prompt[];
	readonly now: Instant;
};

const earliest = (times: readonly (Instant | undefined)[]): Instant | undefined =>
	times.filter(time => time !== undefined).sort()[0];

/** The moments between which it is measured. */
const milestones = {
	/** The earliest thing that the log tells of. */
	started: ({board, entries}) =>
		earliest(entries.filter(({number}) => !board.struck.has(number)).map(({occurredAt}) => occurredAt)),
	detected: ({board}) => awareAt(board.notifications),
	declared: ({board}) => board.declaration.declaredAt,
	manager: ({board}) => earliest(board.staffing.assignments.filter(({role}) => role === 'im').map(({since}) => since)),
	'first-message': ({board}) => earliest(board.communications.messages.map(({sentAt}) => sentAt)),
	contained: ({board}) => board.review.steps.contained?.at,
	closed: ({board}) => board.declaration.closedAt,
} satisfies Readonly<Record<string, (view: MetricsView) => Instant | undefined>>;

type MilestoneName = keyof typeof milestones;

/** What is measured: from where to where. Another measure is another row. */
export const milestonePairs: readonly (readonly [from: MilestoneName, to: MilestoneName])[] = [
	['started', 'detected'],
	['started', 'declared'],
	['detected', 'declared'],
	['declared', 'manager'],
	['declared', 'first-message'],
	['declared', 'contained'],
	['started', 'contained'],
	['declared', 'closed'],
];

type Labels = Readonly<Record<string, string>>;
type Sample = {readonly labels?: Labels; readonly value: number};

/** A metric family: gauges only, for a log may be corrected and every number may fall. */
type Family = {
	readonly name: string;
	readonly unit?: string;
	readonly help: string;
	readonly samples: (view: MetricsView) => readonly Sample[];
};

const one = (value: number): readonly Sample[] => [{value}];

const families: readonly Family[] = [
	{
		name: 'loggist_incident_open',
		help: 'Whether the incident is open: 1, or 0 when it is closed.',
		samples: ({board: {declaration}}) => [
			{
				labels: {severity: declaration.severity, kind: declaration.incidentKind, phase: declaration.phase},
				value: isOpen(declaration) ? 1 : 0,
			},
		],
	},
	{
		name: 'loggist_incident_milestone_seconds',
		unit: 'seconds',
		help: 'Time from one milestone of the incident to another; absent until both are reached, and where the second came first.',
		samples: view =>
			milestonePairs.flatMap(([from, to]) => {
				const [start, end] = [milestones[from](view), milestones[to](view)];
				// A history that was taken in may tell of what was before the declaration: that is nobody's delay.
				return start === undefined || end === undefined || end < start
					? []
					: [{labels: {from, to}, value: elapsed(start, end) / second}];
			}),
	},
	{
		name: 'loggist_actions_open',
		help: 'Actions that are neither done nor cancelled.',
		samples: ({board}) => one(board.actions.filter(action => isOngoing(action)).length),
	},
	{
		name: 'loggist_actions_overdue',
		help: 'Open actions whose report time has passed.',
		samples: ({board, now}) => one(board.actions.filter(action => isOverdue(action, now)).length),
	},
	{
		name: 'loggist_clocks_outstanding',
		help: 'Duties to notify that are neither met nor waived.',
		samples: ({board}) => one(board.notifications.clocks.filter(clock => isOutstanding(clock)).length),
	},
	{
		name: 'loggist_clocks_overdue',
		help: 'Outstanding duties to notify whose time has passed.',
		samples: ({board, now}) =>
			one(
				board.notifications.clocks.filter(clock => isOutstanding(clock) && clock.due !== undefined && clock.due < now)
					.length,
			),
	},
	{
		name: 'loggist_prompts',
		help: 'What doctrine asks now, by how urgent it is.',
		samples: ({prompts}) =>
			promptSeverities.map(severity => ({
				labels: {severity},
				value: prompts.filter(prompt => prompt.severity === severity).length,
			})),
	},
	{
		name: 'loggist_entries',
		help: 'Entries in the log of the incident, struck ones included.',
		samples: ({entries}) => one(entries.length),
	},
	{
		name: 'loggist_entries_late',
		help: 'Entries that were written late, as the doctrine counts it.',
		samples: ({board}) => one(lateEntries(board.record, profileOf(board.declaration).minutes.lateEntry).length),
	},
	{
		name: 'loggist_entries_struck',
		help: 'Entries that are struck.',
		samples: ({board}) => one(board.struck.size),
	},
];

const escaped = (text: string): string =>
	visible(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

const sampleLine = (name: string, labels: Labels, value: number): string =>
	`${name}{${Object.entries(labels)
		.map(([label, text]) => `${label}="${escaped(text)}"`)
		.join(',')}} ${value}`;

/**
 * Incidents as OpenMetrics text. Labels come out of few values, never out of what somebody typed; the reference tells
 * the incidents apart, and an exercise says that it is one.
 */
export const openMetrics = (views: readonly MetricsView[]): string => {
	const lines = families.flatMap(({name, unit, help, samples}) => [
		`# TYPE ${name} gauge`,
		...(unit === undefined ? [] : [`# UNIT ${name} ${unit}`]),
		`# HELP ${name} ${help}`,
		...views.flatMap(view =>
			samples(view).map(({labels, value}) =>
				sampleLine(
					name,
					{incident: view.board.incident, exercise: String(view.board.declaration.exercise), ...labels},
					value,
				),
			),
		),
	]);
	return `${[...lines, '# EOF'].join('\n')}\n`;
};
