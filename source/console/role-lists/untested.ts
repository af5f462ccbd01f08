import type {Board} from '../../board.ts';
import type {Finding} from '../../duties/findings/state.ts';
import {briefName} from '../../duties/staffing/state.ts';
import type {ListPane, PaneRow} from '../../looks/list-pane.tsx';
import {untestedFindings} from '../../role-duties/manager.ts';
import {elapsed, inBrief, type Instant} from '../../time.ts';

const refWidth = 4;
const sinceWidth = 7;

const row = ({ref, text, since, by}: Finding, {actions, staffing}: Board, now: Instant): PaneRow => {
	const isTested = actions.some(one => one.tests === ref && one.status === 'done');
	return {
		key: ref,
		lead: [
			{text: `${ref} `, tone: 'strong', width: refWidth},
			{text: `${inBrief(elapsed(since, now))} `, tone: 'warn', width: sinceWidth},
		],
		text: `${text} (${briefName(staffing, by)})${isTested ? ' · tested, and neither confirmed nor refuted' : ''}`,
		title: `${ref}, suspected`,
		offers: [
			...(isTested ? [] : [{label: 'have it tested', line: `action test ${ref} tests:${ref} @`}]),
			{label: 'confirmed', line: `confirm ${ref} `},
			{label: 'refuted', line: `refute ${ref} because `},
		],
	};
};

/** Suspicions that nobody tests, oldest first. */
export const untestedPane: ListPane = {
	title(board) {
		const count = untestedFindings(board).length;
		return `Suspected, without a tester${count === 0 ? '' : ` · ${count}`}`;
	},
	empty: 'Nothing suspected is without a tester.',
	rows: (board, now) => untestedFindings(board).map(one => row(one, board, now)),
};
