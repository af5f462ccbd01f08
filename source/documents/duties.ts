import type {Board} from '../board.ts';
import {nameOf, titleOf} from '../duties/staffing/state.ts';
import type {RoleKey} from '../duties/staffing/events.ts';
import {checklists, type DutyStanding, lineWords, type RoleChecklist} from '../role-duties/checklist.ts';
import type {DutyView} from '../role-duties/duty.ts';
import {type Block, heading, paragraph, table} from '../section.ts';
import {dressed} from './dress.ts';

const row = ({duty, standing: {state, ...rest}}: DutyStanding): readonly string[] => [
	state === 'done' ? '✓' : '·',
	duty.duty,
	'line' in rest ? lineWords(rest.line) : '',
];

const title = ({declaration, staffing}: Board, {role, people, duties}: RoleChecklist): string => {
	const names = people.map(one => nameOf(staffing, one)).join(', ') || 'VACANT';
	const done = duties.filter(one => one.standing.state === 'done').length;
	return `${titleOf(declaration, role)}: ${names}, ${done} of ${duties.length} done`;
};

/** The duties of each role as a list that the log ticks off, with what to type for what is due. */
export const dutiesPage = (view: DutyView, roles?: readonly RoleKey[]): readonly Block[] => {
	const {board} = view;
	const lists = checklists(view, roles);
	return dressed(
		board,
		'Duties',
		lists.length === 0
			? [paragraph('Nobody holds a role yet.')]
			: [
					paragraph('✓ as the log shows; · not yet, and what to type where it is due.'),
					...lists.flatMap(one => [
						heading(title(board, one)),
						table(['Done', 'Duty', 'To type'], one.duties.map(row)),
					]),
				],
	);
};
