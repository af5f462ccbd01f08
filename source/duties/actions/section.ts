import type {SectionView} from '../../duty.ts';
import {type Block, heading, tableOr} from '../../section.ts';
import {dayAndTime} from '../../time.ts';
import {nameOf} from '../staffing/state.ts';
import {type Action, circumstances, isOverdue} from './state.ts';

const resultWords = {success: 'success', failure: 'failure'} as const;

/** What became of it, and what was said on the way. */
const outcome = (action: Action): string =>
	[
		...(action.result === undefined ? [] : [resultWords[action.result]]),
		...(action.outcome === undefined
			? []
			: [action.status === 'cancelled' ? `because ${action.outcome}` : action.outcome]),
		...action.reports.map(report => `reported: ${report.text}`),
	].join('; ');

/** Every action, in the order of their refs. */
export const actionsSection = ({board, now}: SectionView): readonly Block[] => {
	const {staffing, declaration} = board;
	const at = (instant: string | undefined) => (instant === undefined ? '' : dayAndTime(instant, declaration.zone));
	return [
		heading('Actions'),
		tableOr(
			'No actions were given.',
			['Action', 'What', 'Owner', 'Given', 'Acknowledged', 'Due', 'Status', 'Result'],
			board.actions.map(one => [
				one.ref,
				circumstances(one).length === 0 ? one.text : `${one.text} (${circumstances(one).join(', ')})`,
				one.owner === undefined ? (one.team === undefined ? 'no owner' : `#${one.team}`) : nameOf(staffing, one.owner),
				at(one.givenAt),
				at(one.acknowledgedAt),
				one.due === undefined ? 'no time' : at(one.due),
				isOverdue(one, now) ? `${one.status}, overdue` : one.status,
				outcome(one),
			]),
		),
	];
};
