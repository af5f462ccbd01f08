import {type Axis, columnOf, countsOf, drawCounts, signs} from '../documents/chart.ts';
import type {Cell} from '../looks/cell.ts';
import {type DrawnRow, drawRow} from '../looks/drawing.ts';
import {glyphs} from '../looks/glyphs.ts';
import {decisionTimes} from '../replay/landmarks.ts';
import {clockTime, clockTimeFrom, inBrief, inZone, minute} from '../time.ts';
import type {Transport} from './player.ts';

/** Below this the bar gives way to the words beside it. */
const leastBar = 12;

/** In as many words as there is room for: what this is, and which entry is the last. */
const wordings = ({shown, total, skipped, patience, at, first, last}: Transport, zone: string): readonly string[] => {
	const day =
		inZone(first, zone, 'yyyy-MM-dd') === inZone(last, zone, 'yyyy-MM-dd') ? '' : `${inZone(at, zone, 'd MMM')} · `;
	if (skipped > 0) {
		const gone = `skipped ${inBrief(skipped)}`;
		return [
			`${gone} of silence · ${day}entry ${shown} of ${total}`,
			`${gone} · entry ${shown} of ${total}`,
			gone,
			`+${inBrief(skipped)} ${shown}/${total}`,
		];
	}

	const silence = patience === undefined ? '' : 'short silences · ';
	return [
		`${silence}${day}entry ${shown} of ${total} · read-only`,
		`${silence}${day}entry ${shown} of ${total}`,
		`${day}entry ${shown} of ${total}`,
		`${day}${shown}/${total}`,
		`${shown}/${total}`,
	];
};

/** How much was recorded when, with the decisions in it. The same at every moment of a replay: the last is kept. */
const marksDrawn = (() => {
	let last: {readonly log: Transport['log']; readonly width: number; readonly drawn: string} | undefined;
	return ({log}: Transport, axis: Axis): string => {
		if (last?.log !== log || last.width !== axis.width) {
			const moments = log.map(({recordedAt}) => Date.parse(recordedAt));
			const cells = drawCounts(countsOf(axis, moments)).split('');
			for (const time of decisionTimes(log)) {
				cells[columnOf(axis, Date.parse(time))] = signs.event;
			}

			last = {log, width: axis.width, drawn: cells.join('')};
		}

		return last.drawn;
	};
})();

/** Whether it runs, and how fast. */
const stateOf = ({isPlaying, at, last, speed}: Transport): string =>
	`${isPlaying ? glyphs.playing : at >= last ? glyphs.ended : glyphs.paused} ×${speed}`;

/** The row of a replay: that it is one, how fast it runs, where in the log it stands, and what was recorded when. */
export const drawTransport = (transport: Transport, zone: string, width: number): DrawnRow => {
	const {first, last, at, isPlaying} = transport;
	const state = ` ${stateOf(transport)} `;
	const start = ` ${clockTime(first, zone)} `;
	const end = ` ${clockTimeFrom(first, last, zone).replace(/ \S+$/u, '')} `;
	const name = ' REPLAY ';
	const before = name.length + state.length;
	const roomOf = (words: string, ends: number): number => width - before - ends - words.length - 2;
	const all = wordings(transport, zone);
	const ends = start.length + end.length;
	const withEnds = all.find(words => roomOf(words, ends) >= leastBar);
	const said = withEnds ?? all.find(words => roomOf(words, 0) >= leastBar) ?? all.at(-1) ?? '';
	const room = Math.max(1, roomOf(said, withEnds === undefined ? 0 : ends));
	const from = Date.parse(first);
	const axis: Axis = {from, to: Math.max(Date.parse(last), from + minute), width: room, zone};
	const drawn = marksDrawn(transport, axis);
	const cursor = columnOf(axis, Date.parse(at));
	const edge = (text: string): readonly Cell[] =>
		withEnds === undefined ? [] : [{text, tone: 'quiet', width: text.length}];
	return drawRow(
		[
			{text: name, tone: 'selected', width: name.length},
			{text: state, tone: isPlaying ? 'good' : 'strong', width: state.length},
			...edge(start),
			{text: drawn.slice(0, cursor).replaceAll(' ', glyphs.across), width: cursor},
			{text: signs.cursor, tone: 'selected', width: 1},
			{text: drawn.slice(cursor + 1).replaceAll(' ', glyphs.dot), tone: 'quiet', width: room - cursor - 1},
			...edge(end),
			{text: ` ${said} `, width: said.length + 2},
		],
		width,
	);
};
