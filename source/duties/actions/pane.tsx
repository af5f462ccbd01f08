import type {ReactElement} from 'react';
import type {Board} from '../../board.ts';
import {Frame, inside, type Size} from '../../looks/frame.tsx';
import {windowOf} from '../../looks/list.ts';
import {type Cell, Row} from '../../looks/row.tsx';
import type {Tone} from '../../looks/theme.ts';
import {clockTime, elapsed, inBrief, type Instant, minute} from '../../time.ts';
import {nameOf} from '../staffing/state.ts';
import {type Action, byUrgency, isOngoing, isOverdue, isUnowned, openActions} from './state.ts';

/** How long it has, or is late: `12m late`, `in 6m`, `now`, `no time`. */
export const countdown = (action: Action, now: Instant): string => {
	if (!isOngoing(action)) {
		return action.status;
	}

	if (action.due === undefined) {
		return 'no time';
	}

	const left = elapsed(now, action.due);
	if (left <= 0) {
		return left > -minute ? 'due now' : `${inBrief(left)} late`;
	}

	return left < minute ? `in ${Math.ceil(left / 1000)}s` : `in ${inBrief(left)}`;
};

const toneOf = (action: Action, now: Instant): Tone => {
	if (!isOngoing(action)) {
		return 'quiet';
	}

	if (isOverdue(action, now)) {
		return 'urgent';
	}

	return action.due === undefined || isUnowned(action) ? 'warn' : 'plain';
};

const ownerWords = ({staffing}: Board, action: Action): string => {
	if (action.owner !== undefined) {
		return nameOf(staffing, action.owner);
	}

	return action.team === undefined ? 'no owner' : `#${action.team}`;
};

const headCells = (action: Action, now: Instant): readonly Cell[] => [
	{text: `${action.ref} `, tone: isOngoing(action) ? 'strong' : 'quiet', width: 4},
	{text: `${countdown(action, now)} `, tone: toneOf(action, now), width: 11},
	{text: action.text, tone: isOngoing(action) ? 'plain' : 'quiet'},
];

const detailCells = (board: Board, action: Action): readonly Cell[] => [
	{text: '', width: 4},
	{
		text: [
			ownerWords(board, action),
			...(action.due === undefined ? [] : [`by ${clockTime(action.due, board.declaration.zone)}`]),
			...(action.status === 'acknowledged' ? ['acknowledged'] : []),
			...(action.status === 'open' && action.owner !== undefined ? ['not acknowledged'] : []),
			...(action.tests === undefined ? [] : [`tests ${action.tests}`]),
		].join(' · '),
		tone: isOngoing(action) && isUnowned(action) ? 'warn' : 'quiet',
	},
];

/** One line for each action where there is little room: who, instead of a line of its own. */
const shortCells = (board: Board, action: Action, now: Instant): readonly Cell[] => [
	...headCells(action, now),
	{text: ` ${ownerWords(board, action)}`, tone: isUnowned(action) ? 'warn' : 'quiet', width: 13},
];

/** Actions by urgency with owner, report time and a countdown; ended ones last. */
export const ActionsPane = ({
	board,
	now,
	size,
	selected,
	isFocused,
}: {
	readonly board: Board;
	readonly now: Instant;
	readonly size: Size;
	readonly selected: number;
	readonly isFocused: boolean;
}): ReactElement => {
	const sorted = byUrgency(board.actions);
	const open = openActions(board.actions);
	const overdue = open.filter(action => isOverdue(action, now)).length;
	const inner = inside(size);
	const lines = inner.height >= 8 ? 2 : 1;
	const {first, last} = windowOf(sorted.length, isFocused ? selected : 0, Math.floor(inner.height / lines));
	const title = `Actions · ${open.length} open${overdue === 0 ? '' : `, ${overdue} overdue`}`;
	return (
		<Frame title={title} size={size} isFocused={isFocused}>
			{sorted.length === 0 ? (
				<Row width={inner.width} cells={[{text: 'None yet: /action what to do @who by 14:30', tone: 'quiet'}]} />
			) : (
				sorted.slice(first, last).flatMap((action, index) => {
					const isSelected = isFocused && first + index === selected;
					return lines === 1
						? [
								<Row
									key={action.ref}
									width={inner.width}
									cells={shortCells(board, action, now)}
									isSelected={isSelected}
								/>,
							]
						: [
								<Row key={action.ref} width={inner.width} cells={headCells(action, now)} isSelected={isSelected} />,
								<Row
									key={`${action.ref} detail`}
									width={inner.width}
									cells={detailCells(board, action)}
									isSelected={isSelected}
								/>,
							];
				})
			)}
		</Frame>
	);
};
