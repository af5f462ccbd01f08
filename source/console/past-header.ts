import type {Board} from '../board.ts';
import {type Axis, columnOf, countsOf, drawCounts, signs} from '../documents/chart.ts';
import {drawHeader} from '../duties/declaration/pane.tsx';
import {type Drawing, type DrawnRow, drawRow} from '../looks/drawing.ts';
import {glyphs} from '../looks/glyphs.ts';
import type {Size} from '../looks/size.ts';
import {clockTimeFrom, elapsed, inBrief, minute, timeFrom} from '../time.ts';
import {agoOf, type Past} from './lookback.ts';

/** Below this the bar gives way to the words beside it. */
const leastBar = 12;
/** Below this the header has no room for how long ago it is: the row below says it. */
const wideFrom = 60;
/** Room for `09:20`, or `22 Jun` where that is another day than the one in sight. */
const edgeWidth = 6;

/** From the first entry to now, or to the last entry where nothing has been written for longer than all that. */
const axisOf = ({at, first, last, now}: Past, width: number, zone: string): Axis & {readonly isToNow: boolean} => {
	const isToNow = elapsed(last, now) <= elapsed(first, last);
	const end = Math.max(Date.parse(isToNow ? now : last), Date.parse(at));
	const from = Date.parse(first);
	return {from, to: Math.max(end, from + minute), width, zone, isToNow};
};

/** How far back it is and what came since, in as many words as fit. */
const wordings = ({at, now, shown, total, fresh}: Past, isWide: boolean): readonly string[] => {
	const ago = isWide ? '' : `${agoOf(at, now)} · `;
	return [
		`${ago}entry ${shown} of ${total}${fresh === 0 ? '' : ` · ${fresh} new since`}`,
		`${ago}${shown}/${total}${fresh === 0 ? '' : ` · ${fresh} new`}`,
		`${isWide ? '' : `${inBrief(elapsed(at, now))}, `}${shown}/${total}${fresh === 0 ? '' : ` +${fresh}`}`,
		`${shown}/${total}${fresh === 0 ? '' : ` +${fresh}`}`,
	];
};

/** How much was recorded when. It is the same at every step, and ten thousand entries are counted for it: the last is kept. */
const countsDrawn = (() => {
	let last: {readonly log: Past['log']; readonly key: string; readonly drawn: string} | undefined;
	return ({log, total}: Past, axis: Axis): string => {
		const key = `${total} ${axis.from} ${axis.to} ${axis.width}`;
		if (last?.log !== log || last.key !== key) {
			const moments = log.slice(0, total).map(({recordedAt}) => Date.parse(recordedAt));
			last = {log, key, drawn: drawCounts(countsOf(axis, moments))};
		}

		return last.drawn;
	};
})();

/** The time of the incident as a bar, how much was written when, and where in it the board stands. */
export const drawPastBar = (past: Past, zone: string, width: number): DrawnRow => {
	const start = ` ${timeFrom(past.at, past.first, zone, edgeWidth)} `;
	const end = ` ${axisOf(past, 1, zone).isToNow ? 'now' : timeFrom(past.at, past.last, zone, edgeWidth)} `;
	const all = wordings(past, width >= wideFrom);
	const said = all.find(words => width - start.length - end.length - words.length - 2 >= leastBar) ?? all.at(-1) ?? '';
	const room = Math.max(1, width - start.length - end.length - said.length - 2);
	const axis = axisOf(past, room, zone);
	const drawn = countsDrawn(past, axis);
	const cursor = columnOf(axis, Date.parse(past.at));
	return drawRow(
		[
			{text: start, tone: 'quiet', width: start.length},
			{text: drawn.slice(0, cursor).replaceAll(' ', glyphs.across), width: cursor},
			{text: signs.cursor, tone: 'selected', width: 1},
			{text: drawn.slice(cursor + 1).replaceAll(' ', glyphs.dot), tone: 'quiet', width: room - cursor - 1},
			{text: end, tone: 'quiet', width: end.length},
			{text: ` ${said} `, tone: past.fresh === 0 ? 'plain' : 'strong', width: said.length + 2},
		],
		width,
	);
};

/** The header of a board that is past: which moment it shows, how long ago that is, and where in the incident. */
export const drawPastHeader = (board: Board, past: Past, size: Size): Drawing => {
	const {at, now} = past;
	const {zone} = board.declaration;
	const asOf =
		size.width < wideFrom
			? `AS OF ${timeFrom(now, at, zone)}`
			: `AS OF ${clockTimeFrom(now, at, zone)} (${agoOf(at, now)})`;
	return [
		...drawHeader(board, at, {width: size.width, height: 1}, {asOf}),
		...(size.height < 2 ? [] : [drawPastBar(past, zone, size.width)]),
	];
};
