import type {Board} from '../../board.ts';
import {type Cell, refCell, stateCell} from '../../looks/cell.ts';
import {fewLines} from '../../looks/list.ts';
import {drawListPane, type PaneDrawing, type PaneState} from '../../looks/pane.ts';
import {inside} from '../../looks/size.ts';
import type {Tone} from '../../looks/theme.ts';
import {type Instant, timeFrom, timeLeftInStages} from '../../time.ts';
import {columns, forTerminal} from '../../text.ts';
import {isHot, profileOf} from '../declaration/state.ts';
import {briefName, nameOf} from '../staffing/state.ts';
import {type Action, byUrgency, countdown, isOngoing, isOverdue, isUnowned, openActions, stuckFrom} from './state.ts';

/** Overdue for so long, or again, that it is stuck. */
const isStuck = ({declaration}: Board, action: Action, now: Instant): boolean => {
	const from = stuckFrom(action, isHot(declaration), profileOf(declaration).minutes.stuck);
	return isOverdue(action, now) && from !== undefined && from <= now;
};

const toneOf = (board: Board, action: Action, now: Instant): Tone => {
	if (!isOngoing(action)) {
		return 'quiet';
	}

	if (isOverdue(action, now)) {
		return isStuck(board, action, now) ? 'urgent' : 'warn';
	}

	return action.due === undefined || isUnowned(action) ? 'warn' : 'plain';
};

const ownerWords = ({staffing}: Board, action: Action): string => {
	if (action.owner !== undefined) {
		return nameOf(staffing, action.owner);
	}

	return action.team === undefined ? 'no owner' : `#${action.team}`;
};

const countdownWidth = 11;

const countdownIn = (board: Board, action: Action, now: Instant): string =>
	isOngoing(action) && action.due !== undefined
		? timeLeftInStages(action.due, now, isStuck(board, action, now))
		: countdown(action, now);

const countdownCell = (board: Board, action: Action, now: Instant): Cell & {readonly width: number} =>
	stateCell(countdownIn(board, action, now), toneOf(board, action, now), countdownWidth);

/** The ref, the countdown, and as much of the text as fits on the row. */
const headCells = (board: Board, action: Action, now: Instant, text: string): readonly Cell[] => [
	refCell(action.ref, isOngoing(action) ? 'strong' : 'quiet'),
	countdownCell(board, action, now),
	{text, tone: isOngoing(action) ? 'plain' : 'quiet'},
];

/** Whether the owner knows of it, in as many words as fit. */
const understood = ({status, owner}: Action): readonly string[] => {
	if (status === 'acknowledged') {
		return ['acknowledged', 'acked'];
	}

	return status === 'open' && owner !== undefined ? ['not acknowledged', 'not acked'] : [];
};

/** Who, by when, and whether that was understood: the longest wording that fits. */
const detail = (board: Board, action: Action, now: Instant, room: number): string => {
	const [long, short] = understood(action);
	const brief = action.owner === undefined ? undefined : briefName(board.staffing, action.owner);
	const wordings = [
		[ownerWords(board, action), long],
		[ownerWords(board, action), short],
		[brief ?? ownerWords(board, action), short],
	] as const;
	const told = wordings.map(([owner, acknowledgement]) =>
		[
			owner,
			...(action.due === undefined ? [] : [`by ${timeFrom(now, action.due, board.declaration.zone)}`]),
			...(acknowledgement === undefined ? [] : [acknowledgement]),
			...(action.tests === undefined ? [] : [`tests ${action.tests}`]),
		].join(' · '),
	);
	return told.find(one => columns(forTerminal(one)) <= room) ?? told.at(-1) ?? '';
};

/** The action with up to two rows for its text, and one for who, by when, and whether that was understood. */
const fullRows = (board: Board, action: Action, now: Instant, width: number): readonly (readonly Cell[])[] => {
	const {width: refWidth} = refCell(action.ref, 'plain');
	const room = width - refWidth;
	const {width: taken} = countdownCell(board, action, now);
	const [first = '', ...others] = fewLines(action.text, room - taken, 2);
	return [
		headCells(board, action, now, first),
		...others.map((text): readonly Cell[] => [
			{text: '', width: refWidth + taken},
			{text, tone: isOngoing(action) ? 'plain' : 'quiet'},
		]),
		[
			{text: '', width: refWidth},
			{text: detail(board, action, now, room), tone: isOngoing(action) && isUnowned(action) ? 'warn' : 'quiet'},
		],
	];
};

/** One row for each action where there is little room: who, instead of a row of its own. */
const shortRow = (board: Board, action: Action, now: Instant, width: number): readonly Cell[] => {
	const owner = action.owner === undefined ? ownerWords(board, action) : briefName(board.staffing, action.owner);
	return [
		...headCells(board, action, now, action.text),
		{text: ` ${owner}`, tone: isUnowned(action) ? 'warn' : 'quiet', width: Math.min(13, Math.floor(width / 4))},
	];
};

/** Actions by urgency with owner, report time and a countdown; ended ones last. */
export const drawActions = (board: Board, now: Instant, state: PaneState): PaneDrawing => {
	const sorted = byUrgency(board.actions);
	const open = openActions(board.actions);
	const overdue = open.filter(action => isOverdue(action, now)).length;
	const inner = inside(state.size);
	const isShort = inner.height < 8;
	const itemAt = (index: number) => {
		const action = sorted[index];
		if (action === undefined) {
			return {key: String(index), rows: []};
		}

		return {
			key: action.ref,
			rows: isShort ? [shortRow(board, action, now, inner.width)] : fullRows(board, action, now, inner.width),
		};
	};

	const title = `Actions · ${open.length} open${overdue === 0 ? '' : `, ${overdue} overdue`}`;
	return drawListPane(
		{title, empty: 'None yet: /action what to do @who by 14:30', count: sorted.length, itemAt},
		state,
	);
};
