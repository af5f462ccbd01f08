import type {ReactElement} from 'react';
import type {Board} from '../../board.ts';
import {Frame, inside, type Size} from '../../looks/frame.tsx';
import {windowOf} from '../../looks/list.ts';
import {Row} from '../../looks/row.tsx';
import {nameOf} from '../staffing/state.ts';
import {type Decision, type Recommendation, waiting} from './state.ts';

/** What a row of the pane stands for. */
export type DecisionRow =
	| {readonly type: 'waiting'; readonly recommendation: Recommendation}
	| {readonly type: 'decision'; readonly decision: Decision};

/** Recommendations that wait for a decision, then the decisions, newest first. */
export const decisionRows = ({decisions}: Board): readonly DecisionRow[] => [
	...waiting(decisions).map((recommendation): DecisionRow => ({type: 'waiting', recommendation})),
	...decisions.decisions.toReversed().map((decision): DecisionRow => ({type: 'decision', decision})),
];

/** Decisions with their reasons, and what waits for one. */
export const DecisionsPane = ({
	board,
	size,
	selected,
	isFocused,
}: {
	readonly board: Board;
	readonly size: Size;
	readonly selected: number;
	readonly isFocused: boolean;
}): ReactElement => {
	const rows = decisionRows(board);
	const inner = inside(size);
	const {first, last} = windowOf(rows.length, isFocused ? selected : 0, inner.height);
	const open = waiting(board.decisions).length;
	return (
		<Frame
			title={open === 0 ? 'Decisions' : `Decisions · ${open} recommended, not decided`}
			size={size}
			isFocused={isFocused}
		>
			{rows.length === 0 ? (
				<Row width={inner.width} cells={[{text: 'None yet: /decide what because why', tone: 'quiet'}]} />
			) : (
				rows.slice(first, last).map((row, index) => {
					const isSelected = isFocused && first + index === selected;
					return row.type === 'waiting' ? (
						<Row
							key={row.recommendation.entry}
							width={inner.width}
							isSelected={isSelected}
							cells={[
								{text: `${row.recommendation.entry} `, width: 4},
								{text: 'waits ', tone: 'warn', width: 6},
								{text: `${nameOf(board.staffing, row.recommendation.by)} recommends ${row.recommendation.text}`},
							]}
						/>
					) : (
						<Row
							key={row.decision.ref}
							width={inner.width}
							isSelected={isSelected}
							cells={[
								{text: `${row.decision.ref} `, tone: 'strong', width: 4},
								{
									text: `${row.decision.text}${row.decision.reason === undefined ? ', no reason recorded' : `, because ${row.decision.reason}`}`,
								},
							]}
						/>
					);
				})
			)}
		</Frame>
	);
};
