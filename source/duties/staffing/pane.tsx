import type {ReactElement} from 'react';
import type {Board} from '../../board.ts';
import {Frame, inside, type Size} from '../../looks/frame.tsx';
import {windowOf} from '../../looks/list.ts';
import {type Cell, Row} from '../../looks/row.tsx';
import {elapsed, inBrief, type Instant} from '../../time.ts';
import {type RoleKey, roleKeys} from './events.ts';
import {holders, incidentManager, nameOf, roleTitles, spans, standingTeams, teamOf} from './state.ts';

/** What a row of the pane stands for, so that it can be dealt with from there. */
export type RoleRow =
	| {readonly type: 'role'; readonly role: RoleKey; readonly isHeld: boolean}
	| {readonly type: 'holder'; readonly role: RoleKey; readonly person: string}
	| {readonly type: 'team'; readonly team: string}
	| {readonly type: 'member'; readonly team: string; readonly person: string};

/** Every role with its holders, then every sub-team with its people. */
export const roleRows = ({staffing}: Board): readonly RoleRow[] => [
	...roleKeys.flatMap((role): readonly RoleRow[] => {
		const held = holders(staffing, role);
		return [
			{type: 'role', role, isHeld: held.length > 0},
			...held.map(({person}): RoleRow => ({type: 'holder', role, person})),
		];
	}),
	...standingTeams(staffing).flatMap((team): readonly RoleRow[] => [
		{type: 'team', team: team.name},
		...[...(team.lead === undefined ? [] : [team.lead]), ...team.members].map(
			(person): RoleRow => ({type: 'member', team: team.name, person}),
		),
	]),
];

const openActions = ({actions}: Board, person: string): string => {
	const count = actions.filter(
		one => one.owner === person && (one.status === 'open' || one.status === 'acknowledged'),
	).length;
	return count === 0 ? '' : `${count}▪`;
};

/** `8 ▲7`: the count of direct reports, and the limit where it is exceeded. */
const spanMark = (board: Board, supervisor: string | undefined, limit: number): Cell => {
	const count = spans(board.staffing).find(one => one.supervisor === supervisor)?.reports.length ?? 0;
	const isOver = count > limit;
	const text = count === 0 ? '' : isOver ? `${count} ▲${limit}` : `${count} report${count === 1 ? '' : 's'}`;
	return {text, tone: isOver ? 'urgent' : 'quiet', width: text.length, align: 'right'};
};

const cellsOf = (row: RoleRow, board: Board, now: Instant, limit: number): readonly Cell[] => {
	const {staffing} = board;
	switch (row.type) {
		case 'role': {
			const isCommand = row.role === 'im';
			return [
				{text: roleTitles[row.role], tone: row.isHeld ? 'quiet' : 'plain'},
				row.isHeld
					? isCommand
						? spanMark(board, incidentManager(staffing), limit)
						: {text: '', width: 0}
					: {text: 'VACANT', tone: isCommand ? 'urgent' : 'warn', width: 7, align: 'right'},
			];
		}

		case 'holder': {
			const assignment = holders(staffing, row.role).find(one => one.person === row.person);
			const team = teamOf(staffing, row.person);
			return [
				{text: ' ', width: 1},
				{
					text: `${nameOf(staffing, row.person)}${team === undefined ? '' : ` #${team.name}`}`,
					tone: row.role === 'im' ? 'strong' : 'plain',
				},
				{
					text: assignment === undefined ? '' : inBrief(elapsed(assignment.since, now)),
					tone: 'quiet',
					width: 6,
					align: 'right',
				},
				{
					text: assignment?.acceptedAt === undefined ? ' ?' : ' ✓',
					tone: assignment?.acceptedAt === undefined ? 'warn' : 'good',
					width: 2,
				},
				{text: openActions(board, row.person), tone: 'quiet', width: 4, align: 'right'},
			];
		}

		case 'team': {
			const team = standingTeams(staffing).find(one => one.name === row.team);
			return [
				{text: `▸ #${row.team}${team?.task === undefined ? '' : ` ${team.task}`}`, tone: 'title'},
				spanMark(board, team?.lead, limit),
			];
		}

		case 'member': {
			const isLead = standingTeams(staffing).some(one => one.name === row.team && one.lead === row.person);
			return [
				{text: '   ', width: 3},
				{text: `${nameOf(staffing, row.person)}${isLead ? ' (lead)' : ''}`},
				{text: openActions(board, row.person), tone: 'quiet', width: 4, align: 'right'},
			];
		}
	}
};

/**
 * A block per role: who holds it, for how long, accepted (✓) or not yet (?), open actions (▪), or VACANT; below
 * them the sub-teams.
 */
export const StaffingPane = ({
	board,
	now,
	size,
	limit,
	selected,
	isFocused,
}: {
	readonly board: Board;
	readonly now: Instant;
	readonly size: Size;
	/** The span of control that the profile allows. */
	readonly limit: number;
	readonly selected: number;
	readonly isFocused: boolean;
}): ReactElement => {
	const rows = roleRows(board);
	const inner = inside(size);
	const {first, last} = windowOf(rows.length, isFocused ? selected : 0, inner.height);
	return (
		<Frame
			title={last < rows.length ? `Roles · ${rows.length - last} more` : 'Roles'}
			size={size}
			isFocused={isFocused}
		>
			{rows.slice(first, last).map((row, index) => (
				<Row
					key={JSON.stringify(row)}
					width={inner.width}
					cells={cellsOf(row, board, now, limit)}
					isSelected={isFocused && first + index === selected}
				/>
			))}
		</Frame>
	);
};
