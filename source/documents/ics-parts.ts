import type {Board} from '../board.ts';
import type {RoleKey} from '../duties/staffing/events.ts';
import {type Assignment, nameOf, type SubTeam, titleOf} from '../duties/staffing/state.ts';
import {type Block, table} from '../section.ts';
import {dayAndTime, inZone, type Instant} from '../time.ts';
import {makerWords} from './control.ts';
import {gapWords} from './gap.ts';
import type {DocumentView} from './incident-log.ts';
import {overlaps, type Period, periodWords} from './period.ts';

/** What the forms of the Incident Command System call the roles. */
export const icsTitles: Readonly<Record<RoleKey, string>> = {
	im: 'Incident Commander',
	deputy: 'Deputy',
	secretariat: 'Documentation Unit Leader',
	analyst: 'Technical Specialist, security',
	privacy: 'Technical Specialist, data privacy',
	sme: 'Technical Specialist',
	comms: 'Public Information Officer',
	liaison: 'Liaison Officer',
};

/** `Deputy`; with the name that this incident's doctrine has for it where that is another. */
export const positionWords = ({declaration}: Board, role: RoleKey): string => {
	const own = titleOf(declaration, role);
	return own === icsTitles[role] ? own : `${icsTitles[role]} (${own})`;
};

/** Who held the role at some time of the period, in the order in which they took it. */
export const heldIn = ({staffing, declaration}: Board, role: RoleKey, period: Period): readonly Assignment[] =>
	staffing.assignments.filter(
		one => one.role === role && overlaps(one.since, one.until ?? declaration.closedAt, period),
	);

/** Sub-teams that stood at some time of the period. */
export const teamsIn = ({staffing, declaration}: Board, period: Period): readonly SubTeam[] =>
	staffing.teams.filter(one => overlaps(one.since, one.mergedAt ?? declaration.closedAt, period));

/** `Priya Shah (from 2026-06-02 10:01 BST)`: with what of the period they were not there for. */
export const holderWords = ({staffing, declaration}: Board, one: Assignment, period: Period): string => {
	const at = (instant: Instant) => dayAndTime(instant, declaration.zone);
	const parts = [
		...(one.since > period.from ? [`from ${at(one.since)}`] : []),
		...(one.until !== undefined && one.until < period.to ? [`until ${at(one.until)}`] : []),
	];
	return `${nameOf(staffing, one.person)}${parts.length === 0 ? '' : ` (${parts.join(' ')})`}`;
};

/** The first two boxes of every form. */
export const formHead = ({board}: DocumentView, period: Period): readonly (readonly string[])[] => [
	[
		'1. Incident name',
		`${board.declaration.title === '' ? board.incident : board.declaration.title} (${board.incident})`,
	],
	['2. Operational period', periodWords(period, board.declaration.zone)],
];

/** The last box of every form: prepared by the loggist, signed by hand. */
export const preparedBy = (view: DocumentView, number: number, period: Period): Block => {
	const {board, now} = view;
	const loggists = heldIn(board, 'secretariat', period).map(one => nameOf(board.staffing, one.person));
	return table(
		[`${number}. Prepared by`, 'Position', 'Signature', 'Date and time'],
		[
			[
				loggists.join(', ') || gapWords('who prepared it'),
				positionWords(board, 'secretariat'),
				gapWords('signature'),
				`${inZone(now, board.declaration.zone, 'yyyy-MM-dd HH:mm')}, with ${makerWords(view)}`,
			],
		],
	);
};
