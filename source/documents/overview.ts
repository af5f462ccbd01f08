import type {Board} from '../board.ts';
import {timeFor} from '../drill-clock.ts';
import {isOverdue} from '../duties/actions/state.ts';
import {isOpen} from '../duties/declaration/state.ts';
import type {CommandTier} from '../duties/escalation/state.ts';
import {incidentManager, nameOf} from '../duties/staffing/state.ts';
import type {Prompt} from '../rule.ts';
import {type Block, heading, tableOr} from '../section.ts';
import {elapsed, type Instant, inBrief, minute} from '../time.ts';

/** One incident, and what doctrine asks of it now. */
export type IncidentView = {readonly board: Board; readonly prompts: readonly Prompt[]};

/** One line of the overview. */
export type OverviewRow = {
	readonly ref: string;
	readonly title: string;
	readonly exercise: boolean;
	readonly severity: string;
	readonly phase: string;
	readonly tier: CommandTier;
	/** The name of whoever is in command; undefined when nobody is. */
	readonly manager: string | undefined;
	readonly overdueActions: number;
	readonly urgentPrompts: number;
	readonly declaredAt: Instant;
	/** Milliseconds since the declaration. */
	readonly age: number;
	/** The incident under whose command it is listed; undefined for one that stands by itself. */
	readonly under: string | undefined;
	/** How deep it is listed: 0 stands by itself. */
	readonly depth: number;
};

const heights: Readonly<Record<CommandTier, number>> = {bronze: 0, silver: 1, gold: 2};

const heightOf = ({board}: IncidentView): number => heights[board.escalation.tier];

const rowOf = (
	{board, prompts}: IncidentView,
	now: Instant,
	place: Pick<OverviewRow, 'under' | 'depth'>,
): OverviewRow => {
	const {declaration, escalation, staffing, actions, incident} = board;
	const manager = incidentManager(staffing);
	const declaredAt = declaration.declaredAt ?? now;
	return {
		ref: incident,
		title: declaration.title,
		exercise: declaration.exercise,
		severity: declaration.severity,
		phase: declaration.phase,
		tier: escalation.tier,
		manager: manager === undefined ? undefined : nameOf(staffing, manager),
		overdueActions: actions.filter(action => isOverdue(action, now)).length,
		urgentPrompts: prompts.filter(prompt => prompt.severity === 'urgent').length,
		declaredAt,
		age: elapsed(declaredAt, now),
		...place,
	};
};

/** Every link between incidents, from both its ends: either log may have said it. */
const neighbours = (views: readonly IncidentView[]): ReadonlyMap<string, ReadonlySet<string>> => {
	const found = new Map<string, Set<string>>();
	const join = (from: string, to: string) => {
		found.set(from, (found.get(from) ?? new Set()).add(to));
	};

	for (const {board} of views) {
		for (const other of board.escalation.linked) {
			join(board.incident, other);
			join(other, board.incident);
		}
	}

	return found;
};

/**
 * The open incidents as they are led: gold before silver before those that stand by themselves, each followed by the
 * linked incidents of a lower tier, which it holds. Otherwise in the order given, and none twice.
 */
export const overviewRows = (views: readonly IncidentView[], now: Instant): readonly OverviewRow[] => {
	const open = views.filter(({board}) => isOpen(board.declaration)).toSorted((a, b) => heightOf(b) - heightOf(a));
	// An exercise is never held by the command of a real incident, nor the other way round.
	const isReal = ({board}: IncidentView): boolean => !board.declaration.exercise;
	const linked = neighbours(open);
	const listed = new Set<string>();
	const listing = (view: IncidentView, under: string | undefined, depth: number): readonly OverviewRow[] => {
		const ref = view.board.incident;
		if (listed.has(ref)) {
			return [];
		}

		listed.add(ref);
		const held = open.filter(
			one => heightOf(one) < heightOf(view) && isReal(one) === isReal(view) && linked.get(ref)?.has(one.board.incident),
		);
		return [
			rowOf(view, timeFor(view.board, now), {under, depth}),
			...held.flatMap(one => listing(one, ref, depth + 1)),
		];
	};

	return open.flatMap(view => listing(view, undefined, 0));
};

const incidentCell = ({ref, title, exercise, depth}: OverviewRow): string =>
	`${'  '.repeat(depth)}${exercise ? 'EXERCISE ' : ''}${ref} ${title}`;

/** All open incidents in one table, each under the command that holds it; how many actions are overdue and prompts urgent. */
export const overview = (views: readonly IncidentView[], now: Instant): readonly Block[] => [
	heading('Open incidents', 1),
	tableOr(
		'No incident is open.',
		['Incident', 'Severity', 'Phase', 'Tier', 'Incident Manager', 'Overdue', 'Urgent', 'Age'],
		overviewRows(views, now).map(row => [
			incidentCell(row),
			row.severity,
			row.phase,
			row.tier,
			row.manager ?? 'VACANT',
			String(row.overdueActions),
			String(row.urgentPrompts),
			inBrief(row.age),
		]),
	),
];

/** The same for other programs: a contract with the outside. Ages in whole minutes. */
export const overviewJson = (views: readonly IncidentView[], now: Instant) =>
	overviewRows(views, now).map(({manager, age, under, depth: _depth, ...row}) => ({
		...row,
		incidentManager: manager ?? null,
		ageMinutes: Math.floor(age / minute),
		under: under ?? null,
	}));
