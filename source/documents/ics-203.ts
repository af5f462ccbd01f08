import type {Board} from '../board.ts';
import type {RoleKey} from '../duties/staffing/events.ts';
import {nameOf} from '../duties/staffing/state.ts';
import {type Block, heading, table, tableOr} from '../section.ts';
import {dayAndTime} from '../time.ts';
import {dressed, nameOfIncident} from './dress.ts';
import {formHead, heldIn, holderWords, icsTitles, positionWords, preparedBy, teamsIn} from './ics-parts.ts';
import type {DocumentView} from './incident-log.ts';
import {overlaps, type Period, periodOf} from './period.ts';

/** What nobody was given stays with the Incident Commander. */
const withCommander = 'not staffed: stays with the Incident Commander';

const row = (board: Board, role: RoleKey, period: Period): readonly string[] => {
	const held = heldIn(board, role, period);
	return [
		positionWords(board, role),
		held.length === 0
			? role === 'im'
				? 'VACANT'
				: withCommander
			: held.map(one => holderWords(board, one, period)).join(', '),
	];
};

/** A section of the form; positions of ICS that this program has no role for are named as such. */
const part = (title: string, rows: readonly (readonly string[])[]): readonly Block[] => [
	heading(title, 3),
	table(['Position', 'Name'], rows),
];

const unstaffed = (...titles: readonly string[]): readonly (readonly string[])[] =>
	titles.map(title => [title, withCommander]);

const teams = ({board}: DocumentView, period: Period): Block => {
	const {staffing, declaration} = board;
	return tableOr(
		'No sub-team stood in this period.',
		['Sub-team', 'Under', 'Leader', 'Members', 'Task', 'From', 'Until'],
		teamsIn(board, period).map(one => [
			`#${one.name}`,
			one.under === undefined ? '' : `#${one.under}`,
			one.lead === undefined ? 'no lead' : nameOf(staffing, one.lead),
			one.members.map(member => nameOf(staffing, member)).join(', '),
			one.task ?? '',
			dayAndTime(one.since, declaration.zone),
			one.mergedAt === undefined ? '' : dayAndTime(one.mergedAt, declaration.zone),
		]),
	);
};

const tiers = ({board}: DocumentView, period: Period): readonly (readonly string[])[] =>
	board.escalation.tiers
		.filter(one => overlaps(one.since, one.until, period))
		.map(one => [
			`${one.tier === 'gold' ? 'Gold' : 'Silver'} commander`,
			one.commander === undefined ? 'not named' : nameOf(board.staffing, one.commander),
		]);

/** ICS 203: who was assigned to which position in the period. */
export const ics203 = (view: DocumentView): readonly Block[] => {
	const {board} = view;
	const period = periodOf(view, view.options?.period);
	return dressed(board, `ICS 203 Organization assignment list: ${nameOfIncident(board)}`, [
		table(['Box', 'Value'], formHead(view, period)),
		...part('3. Incident Commander and command staff', [
			row(board, 'im', period),
			row(board, 'deputy', period),
			...unstaffed('Safety Officer'),
			row(board, 'comms', period),
			row(board, 'liaison', period),
		]),
		heading('4. Agency and organization representatives', 3),
		tableOr('None is on record.', ['Agency', 'Name'], tiers(view, period)),
		...part('5. Planning section', [...unstaffed('Chief'), row(board, 'secretariat', period)]),
		...part('6. Logistics section', unstaffed('Chief')),
		...part('7. Operations section', [
			...unstaffed('Chief'),
			...(['analyst', 'privacy', 'sme'] as const)
				.filter(role => heldIn(board, role, period).length > 0)
				.flatMap(role => heldIn(board, role, period).map(one => [icsTitles[role], holderWords(board, one, period)])),
		]),
		teams(view, period),
		...part('8. Finance and administration section', unstaffed('Chief')),
		preparedBy(view, 9, period),
	]);
};
