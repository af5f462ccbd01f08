import type {Board} from '../../board.ts';
import {once} from '../../memo.ts';
import type {Cell} from '../../looks/cell.ts';
import {glyphs} from '../../looks/glyphs.ts';
import type {ListPane} from '../../looks/list-pane.tsx';
import {drawListPane, type PaneDrawing, type PaneState} from '../../looks/pane.ts';
import {inside} from '../../looks/size.ts';
import {columns, forTerminal} from '../../text.ts';
import {elapsed, inBrief, type Instant} from '../../time.ts';
import {profileOf} from '../declaration/state.ts';
import {type RoleKey, roleKeys} from './events.ts';
import {
	briefName,
	holders,
	incidentManager,
	nameOf,
	spans,
	type Staffing,
	type SubTeam,
	standingTeams,
	teamOf,
	titleOf,
} from './state.ts';

/** What a row of the pane stands for, so that it can be dealt with from there. */
export type RoleRow =
	| {readonly type: 'role'; readonly role: RoleKey; readonly isHeld: boolean}
	| {readonly type: 'holder'; readonly role: RoleKey; readonly person: string}
	| {readonly type: 'team'; readonly team: string}
	| {readonly type: 'member'; readonly team: string; readonly person: string};

/** The standing teams, those that are nested right behind the one they are nested in. */
const teamsInOrder = (staffing: Staffing): readonly SubTeam[] => {
	const teams = standingTeams(staffing);
	return teams.flatMap(one =>
		one.under === undefined ? [one, ...teams.filter(other => other.under === one.name)] : [],
	);
};

/** Every role with its holders, then every sub-team with its people. */
export const roleRows = ({staffing}: Board): readonly RoleRow[] => [
	...roleKeys.flatMap((role): readonly RoleRow[] => {
		const held = holders(staffing, role);
		return [
			{type: 'role', role, isHeld: held.length > 0},
			...held.map(({person}): RoleRow => ({type: 'holder', role, person})),
		];
	}),
	...teamsInOrder(staffing).flatMap((team): readonly RoleRow[] => [
		{type: 'team', team: team.name},
		...[...(team.lead === undefined ? [] : [team.lead]), ...team.members].map(
			(person): RoleRow => ({type: 'member', team: team.name, person}),
		),
	]),
];

/** How many open actions each person owns. */
const loads = once((actions: Board['actions']): ReadonlyMap<string, number> => {
	const counts = new Map<string, number>();
	for (const {owner, status} of actions) {
		if (owner !== undefined && (status === 'open' || status === 'acknowledged')) {
			counts.set(owner, (counts.get(owner) ?? 0) + 1);
		}
	}

	return counts;
});

const openActions = ({actions}: Board, person: string): string => {
	const count = loads(actions).get(person);
	return count === undefined ? '' : ` ${count}${glyphs.load}`;
};

const sinceOf = (
	{staffing}: Board,
	{role, person}: {readonly role: RoleKey; readonly person: string},
	now: Instant,
): string => {
	const assignment = holders(staffing, role).find(one => one.person === person);
	return assignment === undefined ? '' : ` ${inBrief(elapsed(assignment.since, now))}`;
};

/** How wide the figures behind the names are: as wide as the widest, the rest is the names'. */
type Widths = {readonly since: number; readonly actions: number};

const widthsOf = (rows: readonly RoleRow[], board: Board, now: Instant): Widths => {
	const people = rows.flatMap(row => (row.type === 'holder' || row.type === 'member' ? [row.person] : []));
	const since = rows.flatMap(row => (row.type === 'holder' ? [sinceOf(board, row, now).length] : []));
	return {since: Math.max(0, ...since), actions: Math.max(0, ...people.map(one => openActions(board, one).length))};
};

/** `8 ▲7`: the count of direct reports, and the limit where it is exceeded; in words where there is room for them. */
const spanMark = (board: Board, supervisor: string | undefined, limit: number, room: number): Cell => {
	const count = spans(board.staffing).find(one => one.supervisor === supervisor)?.reports.length ?? 0;
	const isOver = count > limit;
	const words = ` ${count} report${count === 1 ? '' : 's'}`;
	const text =
		count === 0 ? '' : isOver ? ` ${count} ${glyphs.over}${limit}` : words.length <= room ? words : ` ${count}`;
	return {text, tone: isOver ? 'urgent' : 'quiet', width: text.length, align: 'right'};
};

const vacant = ' VACANT';

/** The role's name, shorter where it would be cut. */
const roleWords = (
	{declaration}: Board,
	{role, isHeld}: {readonly role: RoleKey; readonly isHeld: boolean},
	width: number,
): string => {
	const title = titleOf(declaration, role);
	const room = width - (isHeld ? 0 : vacant.length);
	return role === 'sme' && columns(forTerminal(title)) > room ? 'Experts (SME)' : title;
};

/** What a team is called: its task, and where it talks when there is room for that too. */
const teamWords = ({task, channel}: SubTeam, named: string, room: number): string => {
	const short = `${named}${task === undefined ? '' : ` ${task}`}`;
	const long = channel === undefined ? short : `${short} · ${channel}`;
	return columns(forTerminal(long)) <= room ? long : short;
};

/** How far a team and its people stand in: further where it is nested. */
const indentOf = (team: SubTeam | undefined): string => (team?.under === undefined ? '' : '  ');

const cellsOf = (
	row: RoleRow,
	{
		board,
		now,
		limit,
		widths,
		width,
	}: {
		readonly board: Board;
		readonly now: Instant;
		readonly limit: number;
		readonly widths: Widths;
		readonly width: number;
	},
): readonly Cell[] => {
	const {staffing} = board;
	switch (row.type) {
		case 'role': {
			const isCommand = row.role === 'im';
			return [
				{text: roleWords(board, row, width), tone: row.isHeld ? 'quiet' : 'plain'},
				row.isHeld
					? isCommand
						? spanMark(
								board,
								incidentManager(staffing),
								limit,
								width - columns(forTerminal(roleWords(board, row, width))),
							)
						: {text: '', width: 0}
					: {text: vacant, tone: isCommand ? 'urgent' : 'warn', width: vacant.length},
			];
		}

		case 'holder': {
			const assignment = holders(staffing, row.role).find(one => one.person === row.person);
			const team = teamOf(staffing, row.person);
			const name = nameOf(staffing, row.person);
			const named = team === undefined ? name : `${name} #${team.name}`;
			const room = width - 1 - widths.since - 2 - widths.actions;
			return [
				{text: ' ', width: 1},
				// The team is told again below; the name is told here.
				{text: columns(forTerminal(named)) > room ? name : named, tone: row.role === 'im' ? 'strong' : 'plain'},
				{text: sinceOf(board, row, now), tone: 'quiet', width: widths.since, align: 'right'},
				{
					text: assignment?.acceptedAt === undefined ? ' ?' : ` ${glyphs.tick}`,
					tone: assignment?.acceptedAt === undefined ? 'warn' : 'good',
					width: 2,
				},
				{text: openActions(board, row.person), tone: 'quiet', width: widths.actions, align: 'right'},
			];
		}

		case 'team': {
			const team = standingTeams(staffing).find(one => one.name === row.team);
			const named = `${indentOf(team)}${glyphs.pointer} #${row.team}`;
			const least = spanMark(board, team?.lead, limit, 0).width ?? 0;
			const words = team === undefined ? named : teamWords(team, named, width - least);
			return [{text: words, tone: 'title'}, spanMark(board, team?.lead, limit, width - columns(forTerminal(words)))];
		}

		case 'member': {
			const team = standingTeams(staffing).find(one => one.name === row.team);
			const indent = `   ${indentOf(team)}`;
			return [
				{text: indent, width: indent.length},
				{text: `${nameOf(staffing, row.person)}${team?.lead === row.person ? ' (lead)' : ''}`},
				{text: openActions(board, row.person), tone: 'quiet', width: widths.actions, align: 'right'},
			];
		}
	}
};

/**
 * A block per role: who holds it, for how long, accepted (✓) or not yet (?), open actions (▪), or VACANT; below
 * them the sub-teams.
 */
export const drawStaffing = (
	board: Board,
	now: Instant,
	/** The span of control that the profile allows. */
	limit: number,
	state: PaneState,
): PaneDrawing => {
	const rows = roleRows(board);
	const inner = inside(state.size);
	const widths = widthsOf(rows, board, now);
	const itemAt = (index: number) => {
		const row = rows[index];
		return row === undefined
			? {key: String(index), rows: []}
			: {key: JSON.stringify(row), rows: [cellsOf(row, {board, now, limit, widths, width: inner.width})]};
	};

	const hidden = rows.length - inner.height;
	const title = hidden > 0 ? `Roles · ${hidden} more` : 'Roles';
	return drawListPane({title, empty: '', count: rows.length, itemAt}, state);
};

/** Who reports to whom, counted against what doctrine allows: the fullest span first. */
export const spanPane: ListPane = {
	title({staffing, declaration}) {
		const {limit} = profileOf(declaration).span;
		const over = spans(staffing).filter(one => one.reports.length > limit).length;
		return `Span · limit ${limit}${over === 0 ? '' : `, ${over} over`}`;
	},
	empty: 'Nobody is in command: /assign im @name',
	rows({staffing, declaration}) {
		const {limit} = profileOf(declaration).span;
		const width = spans(staffing).some(one => one.reports.length > limit) ? 6 : 3;
		return spans(staffing)
			.toSorted((one, other) => other.reports.length - one.reports.length)
			.map(({supervisor, reports}) => {
				const isOver = reports.length > limit;
				const led = standingTeams(staffing).find(one => one.lead === supervisor);
				const name = `${nameOf(staffing, supervisor)}${led === undefined ? '' : ` #${led.name}`}`;
				return {
					key: supervisor,
					lead: [
						{
							text: `${reports.length}${isOver ? ` ${glyphs.over}${limit}` : ''} `,
							tone: isOver ? ('urgent' as const) : ('strong' as const),
							width,
						},
					],
					text: `${name}${reports.length === 0 ? '' : `: ${reports.map(one => briefName(staffing, one)).join(', ')}`}`,
					...(isOver ? {tone: 'warn' as const} : {}),
					title: name,
					offers:
						led === undefined
							? [{label: 'split off a sub-team', line: 'split '}]
							: [
									{label: 'one more joins', line: `join #${led.name} @`},
									{label: 'task or report time', line: `brief #${led.name} `},
									{label: 'end the sub-team', line: `merge #${led.name}`},
								],
				};
			});
	},
};
