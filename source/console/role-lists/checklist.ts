import {glyphs} from '../../looks/glyphs.ts';
import type {ListPane, PaneRow} from '../../looks/list-pane.tsx';
import {checklists, type DutyStanding} from '../../role-duties/checklist.ts';
import type {DutyRole, Standing} from '../../role-duties/duty.ts';
import type {Listed} from '../rows.ts';

/** What is due stands on top, what is done at the foot. */
const order: readonly Standing['state'][] = ['due', 'not yet', 'done'];

const marks = {
	due: {text: '! ', tone: 'warn', width: 2},
	'not yet': {text: `${glyphs.dot} `, tone: 'quiet', width: 2},
	done: {text: `${glyphs.tick} `, tone: 'good', width: 2},
} as const;

const stands = {
	due: 'It is due now.',
	'not yet': 'Nothing has called for it yet.',
	done: 'The log shows it done.',
} as const;

const verbOf = (line: string): string => line.trim().split(' ')[0] ?? '';

const row = ({duty, standing}: DutyStanding): PaneRow => ({
	key: duty.key,
	lead: [marks[standing.state]],
	// The verb alone: the line is offered where the row is opened.
	text: `${duty.brief}${standing.state === 'due' ? ` /${verbOf(standing.line)}` : ''}`,
	tone: standing.state === 'due' ? 'plain' : 'quiet',
	title: duty.brief,
	whole: `${duty.duty}. ${stands[standing.state]}`,
	offers: standing.state === 'due' ? [{label: duty.brief, line: standing.line}] : [],
});

/** The duties of a role as a list that the log ticks off. */
export const checklistPane =
	(role: DutyRole) =>
	({prompts}: Listed): ListPane => ({
		title(board, now) {
			const duties = checklists({board, now, prompts}, [role]).flatMap(one => one.duties);
			const done = duties.filter(one => one.standing.state === 'done').length;
			return `Duties · ${done} of ${duties.length} done`;
		},
		empty: 'No duties.',
		rows: (board, now) =>
			checklists({board, now, prompts}, [role])
				.flatMap(one => one.duties)
				.toSorted((one, other) => order.indexOf(one.standing.state) - order.indexOf(other.standing.state))
				.map(row),
	});
