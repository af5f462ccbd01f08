import type {Board} from '../../board.ts';
import {type Cell, refCell} from '../../looks/cell.ts';
import {fewLines, type Item} from '../../looks/list.ts';
import {drawListPane, type PaneDrawing, type PaneState} from '../../looks/pane.ts';
import {inside} from '../../looks/size.ts';
import {clockTime, type Instant, timeFrom, timeLeft} from '../../time.ts';
import {actionsOn} from '../actions/state.ts';
import {nameOf} from '../staffing/state.ts';
import {type Decision, type Decisions, lastDecided, type Recommendation, waiting} from './state.ts';

/** What a row of the pane stands for. */
export type DecisionRow =
	| {readonly type: 'waiting'; readonly recommendation: Recommendation}
	| {readonly type: 'decision'; readonly decision: Decision};

/** Recommendations that wait for a decision, then the decisions, newest first. */
export const decisionRows = ({decisions}: Board): readonly DecisionRow[] => [
	...waiting(decisions).map((recommendation): DecisionRow => ({type: 'waiting', recommendation})),
	...decisions.decisions.toReversed().map((decision): DecisionRow => ({type: 'decision', decision})),
];

const because = (reason: string | undefined, otherwise: string): string =>
	reason === undefined ? otherwise : `, because ${reason}`;

/** Something was decided at that point, or after it. */
const isOver = (next: Instant, decisions: Decisions): boolean => {
	const last = lastDecided(decisions);
	return last !== undefined && last >= next;
};

const pointWords = (next: Instant, zone: string, now: Instant | undefined): string =>
	now === undefined ? `next ${clockTime(next, zone)}` : `next ${timeFrom(now, next, zone)}, ${timeLeft(next, now)}`;

/** What stands before the text, and the text. */
const wordsOf = (
	row: DecisionRow,
	{staffing, actions, declaration, decisions}: Board,
	now: Instant | undefined,
): {readonly lead: readonly Cell[]; readonly text: string} => {
	if (row.type === 'decision') {
		const {ref, text, reason, objections, next} = row.decision;
		return {
			lead: [refCell(ref, 'strong')],
			text: [
				`${text}${because(reason, ', no reason recorded')}`,
				...(objections.length === 0
					? []
					: [objections.length === 1 ? '1 strong objection' : `${objections.length} strong objections`]),
				...(next === undefined || isOver(next, decisions) ? [] : [pointWords(next, declaration.zone, now)]),
			].join(' · '),
		};
	}

	const {entry, by, text, reason} = row.recommendation;
	const number = `${entry} `;
	const following = actionsOn(actions).get(entry) ?? [];
	return {
		lead: [
			{text: number, width: Math.max(4, number.length)},
			{text: 'waits ', tone: 'warn', width: 6},
		],
		text: [
			`${nameOf(staffing, by)} recommends ${text}${because(reason, '')}`,
			...(following.length === 0 ? [] : [`followed by ${following.map(action => action.ref).join(', ')}`]),
		].join(' · '),
	};
};

/**
 * Decisions with their reasons, and what waits for one. `now` is for the countdown to the next decision points; without
 * it only their times are shown.
 */
export const drawDecisions = (board: Board, now: Instant | undefined, state: PaneState): PaneDrawing => {
	const rows = decisionRows(board);
	const inner = inside(state.size);
	const lines = inner.height < 6 ? 1 : 3;
	const itemAt = (index: number): Item => {
		const row = rows[index];
		if (row === undefined) {
			return {key: String(index), rows: []};
		}

		const {lead, text} = wordsOf(row, board, now);
		const indent = lead.reduce((sum, cell) => sum + (cell.width ?? 0), 0);
		const [first = '', ...others] = fewLines(text, inner.width - indent, lines);
		return {
			key: row.type === 'waiting' ? String(row.recommendation.entry) : row.decision.ref,
			rows: [
				[...lead, {text: first}],
				...others.map((other): readonly Cell[] => [{text: '', width: indent}, {text: other}]),
			],
		};
	};

	const open = waiting(board.decisions).length;
	const title = open === 0 ? 'Decisions' : `Decisions · ${open} to decide`;
	return drawListPane({title, empty: 'None yet: /decide what because why', count: rows.length, itemAt}, state);
};
