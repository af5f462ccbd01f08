import type {Board} from '../board.ts';
import {type RoleKey, roleKeys} from '../duties/staffing/events.ts';
import {type Assignment, nameOf, type SubTeam} from '../duties/staffing/state.ts';
import type {Entry} from '../entry.ts';
import {type Block, heading, paragraph, table, tableOr} from '../section.ts';
import {dayAndTime} from '../time.ts';
import {ranges} from './curated-log.ts';
import {dressed, nameOfIncident} from './dress.ts';
import {gapWords} from './gap.ts';
import {formHead, heldIn, holderWords, positionWords, preparedBy, teamsIn} from './ics-parts.ts';
import type {DocumentView} from './incident-log.ts';
import {entryCell, lateWords} from './log.ts';
import {isWithin, type Period, periodOf} from './period.ts';

/** Parts of an event that name a person who did something, or to whom something was given. */
const personParts = [
	'person',
	'owner',
	'decider',
	'lead',
	'commander',
	'manager',
	'expert',
	'from',
	'to',
	'handle',
	'authorisedBy',
	'briefer',
	'takenBy',
	'custodian',
] as const;

const namedIn = ({event}: Entry): readonly string[] => {
	const parts: Readonly<Record<string, unknown>> = event;
	return personParts.flatMap(part => {
		const value = parts[part];
		return typeof value === 'string' ? [value] : [];
	});
};

/** Who owned an action when an entry about it was written: of `done A3` the log only says `A3`. */
const ownersOfEntries = (entries: readonly Entry[]): ReadonlyMap<number, string> => {
	const owners = new Map<string, string | undefined>();
	const found = new Map<number, string>();
	for (const {event, number} of entries) {
		if (event.kind === 'action-opened' || event.kind === 'action-reassigned') {
			owners.set(event.ref, event.owner);
		}

		const owner = 'ref' in event && event.kind.startsWith('action-') ? owners.get(event.ref) : undefined;
		if (owner !== undefined) {
			found.set(number, owner);
		}
	}

	return found;
};

/** A position, and who was in it from when to when. */
type Unit = {
	readonly title: string;
	readonly names: string;
	readonly people: readonly (readonly [name: string, position: string])[];
	/** Whether somebody was in this position at that moment. */
	readonly covers: (person: string, at: string) => boolean;
};

const coversAssignment = (held: readonly Assignment[], person: string, at: string): boolean =>
	held.some(one => one.person === person && one.since <= at && (one.until === undefined || at <= one.until));

const roleUnit = (board: Board, role: RoleKey, period: Period): Unit => {
	const held = heldIn(board, role, period);
	const handles = new Set(held.map(one => one.person));
	const led = teamsIn(board, period).filter(one => one.lead !== undefined && handles.has(one.lead));
	return {
		title: positionWords(board, role),
		names: held.map(one => holderWords(board, one, period)).join(', '),
		people: [
			...held.map(one => [nameOf(board.staffing, one.person), positionWords(board, role)] as const),
			// The Incident Commander has everybody who holds a role.
			...(role === 'im'
				? roleKeys
						.filter(one => one !== 'im')
						.flatMap(one =>
							heldIn(board, one, period).map(
								other => [nameOf(board.staffing, other.person), positionWords(board, one)] as const,
							),
						)
				: []),
			...led.flatMap(team =>
				team.members.map(one => [nameOf(board.staffing, one), `member of #${team.name}`] as const),
			),
		],
		covers: (person, at) => coversAssignment(held, person, at),
	};
};

const peopleOf = (team: SubTeam): readonly string[] => [
	...(team.lead === undefined ? [] : [team.lead]),
	...team.members,
];

const teamUnit = (board: Board, name: string, period: Period): Unit => {
	const teams = teamsIn(board, period).filter(one => one.name === name);
	return {
		title: `Leader of #${name}`,
		names: teams.map(one => (one.lead === undefined ? 'no lead' : nameOf(board.staffing, one.lead))).join(', '),
		people: teams.flatMap(team =>
			peopleOf(team).map(
				one => [nameOf(board.staffing, one), one === team.lead ? `lead of #${name}` : `member of #${name}`] as const,
			),
		),
		covers: (person, at) =>
			teams.some(
				team =>
					peopleOf(team).includes(person) && team.since <= at && (team.mergedAt === undefined || at <= team.mergedAt),
			),
	};
};

/** Whether an entry belongs into the form of a unit: who said it, or is named in it, or owns what it is about was there then. */
const isOf = (unit: Unit, entry: Entry, owners: ReadonlyMap<number, string>): boolean => {
	const owner = owners.get(entry.number);
	return [entry.by, ...namedIn(entry), ...(owner === undefined ? [] : [owner])].some(one =>
		unit.covers(one, entry.occurredAt),
	);
};

/** The form of one position. */
const form = (
	view: DocumentView,
	unit: Unit,
	period: Period,
	owners: ReadonlyMap<number, string>,
): readonly Block[] => {
	const {board, entries} = view;
	const {zone} = board.declaration;
	const activity = entries
		.filter(one => isWithin(one.occurredAt, period) && isOf(unit, one, owners))
		.toSorted((a, b) => (a.occurredAt === b.occurredAt ? a.number - b.number : a.occurredAt < b.occurredAt ? -1 : 1));
	const people = [...new Map(unit.people.map(one => [one.join('\n'), one])).values()];
	return [
		heading(`ICS 214 Activity log: ${unit.title}`),
		table(
			['Box', 'Value'],
			[
				...formHead(view, period),
				['3. Name', unit.names || 'VACANT'],
				['4. ICS position', unit.title],
				['5. Home agency and unit', gapWords('agency and unit')],
			],
		),
		heading('6. Resources assigned', 3),
		tableOr(
			'Nobody was assigned.',
			['Name', 'ICS position', 'Home agency and unit'],
			people.map(([name, position]) => [name, position, gapWords('agency and unit')]),
		),
		heading('7. Activity log', 3),
		tableOr(
			'Nothing is on record for this position in this period.',
			['Date and time', 'Notable activities', 'Entry'],
			activity.map(one => {
				const late = lateWords(one, board);
				return [
					`${dayAndTime(one.occurredAt, zone)}${late === undefined ? '' : `, ${late}`}`,
					entryCell(one, board),
					String(one.number),
				];
			}),
		),
		preparedBy(view, 8, period),
	];
};

/** Where nobody was given a role: everybody who is in the log, as one unit. */
const wholeTeam = ({board, entries}: DocumentView, period: Period): Unit => {
	const names = new Set(
		entries.filter(one => isWithin(one.occurredAt, period)).map(one => nameOf(board.staffing, one.by)),
	);
	return {
		title: 'Incident team (nobody held a role)',
		names: [...names].join(', '),
		people: [...names].map(name => [name, 'no role'] as const),
		covers: () => true,
	};
};

/** The positions that are meant: the one that was named, else every role that somebody held in the period. */
const unitsOf = (view: DocumentView, period: Period): readonly Unit[] => {
	const {board, options} = view;
	const asked = options?.role;
	if (asked?.startsWith('#') === true) {
		return [teamUnit(board, asked.slice(1), period)];
	}

	const units = roleKeys
		.filter(role => (asked === undefined ? heldIn(board, role, period).length > 0 : role === asked))
		.map(role => roleUnit(board, role, period));
	return units.length === 0 ? [wholeTeam(view, period)] : units;
};

/** What stands in nobody's form: the forms together are no whole log, and must not pass for one. */
const inNoForm = (
	{entries}: DocumentView,
	units: readonly Unit[],
	period: Period,
	owners: ReadonlyMap<number, string>,
): readonly Block[] => {
	const left = entries
		.filter(one => isWithin(one.occurredAt, period) && !units.some(unit => isOf(unit, one, owners)))
		.map(one => one.number);
	return left.length === 0
		? []
		: [
				heading('In no form'),
				paragraph(
					`Whoever said or was given what these entries hold was in none of the positions at that time; they stand in the full log: ${ranges(left)}.`,
				),
			];
};

/** ICS 214, a form for each position: what its holder said, did, decided or was given in the period, by when it happened. */
export const ics214 = (view: DocumentView): readonly Block[] => {
	const {board} = view;
	const period = periodOf(view, view.options?.period);
	const owners = ownersOfEntries(view.entries);
	const units = unitsOf(view, period);
	return dressed(board, `ICS 214: ${nameOfIncident(board)}`, [
		...units.flatMap(one => form(view, one, period, owners)),
		...(view.options?.role === undefined ? inNoForm(view, units, period, owners) : []),
	]);
};
