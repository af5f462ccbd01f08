import type {Cell} from '../looks/cell.ts';
import {drawFrame, type DrawnRow, drawRow} from '../looks/drawing.ts';
import {drawList, fewLines, type Item, rowsInSight} from '../looks/list.ts';
import {frameList, type PaneDrawing, type PaneState} from '../looks/pane.ts';
import {inside, type Size} from '../looks/size.ts';
import type {Instant} from '../time.ts';
import {type FilteredRows, filteredRows} from './filtered.ts';
import type {PaneName} from './layout.ts';
import type {WordedRow} from './listing.ts';
import {type Listed, startOf} from './rows.ts';
import {type Filter, placeOf, type Selection} from './session.ts';

const titleOf = (pane: PaneName): string => `${pane.charAt(0).toUpperCase()}${pane.slice(1)}`;

/** `Actions · filter “host” · 2 of 9`. */
export const filterTitle = ({pane, words}: Filter, {keys, of}: FilteredRows): string =>
	`${titleOf(pane)} · filter “${words}” · ${keys.length} of ${of}`;

/** A lead beside which a text would stand one word a line goes above it. */
const leastText = 20;
const mostLines = 4;

const itemOf = ({key, lead, text, tone = 'plain'}: WordedRow, {width, height}: Size): Item => {
	const taken = lead.reduce((sum, cell) => sum + (cell.width ?? 0), 0);
	const lines = height < 6 ? 1 : mostLines;
	const isBelow = width - taken < leastText && lines > 1;
	const indent = isBelow ? 1 : taken;
	const [first = '', ...others] = isBelow
		? ['', ...fewLines(text, width - indent, lines - 1)]
		: fewLines(text, width - indent, lines);
	return {
		key,
		rows: [
			[...lead, {text: first, tone}],
			...others.map((other): readonly Cell[] => [
				{text: '', width: indent},
				{text: other, tone},
			]),
		],
	};
};

/** A pane without room for a frame carries its title beside its row. */
const leastFrame = 3;
const nothing = 'No row says every word; esc shows all again.';

/** The title where there is no frame to carry it. */
const headOf = (title: string, {width}: Size, isFocused: boolean): DrawnRow =>
	drawRow([{text: ` ${title}`, tone: isFocused ? 'title' : 'strong'}], width);

/** The rows of a pane that a filter leaves, whatever pane that is. */
export const drawFilteredList = (
	filter: Filter,
	found: FilteredRows,
	/** How many there were when the selection was last moved: what came since waits below, unless it moves nothing. */
	seen: number,
	{size, selected, isFocused, top, marks}: PaneState,
): PaneDrawing => {
	const {keys, at} = found;
	const title = filterTitle(filter, found);
	const isFramed = size.height >= leastFrame;
	const room = isFramed ? inside(size) : {width: size.width, height: Math.max(0, size.height - 1)};
	const itemAt = (index: number): Item => {
		const row = at(index);
		return row === undefined ? {key: String(index), rows: []} : itemOf(row, room);
	};

	const all = {count: keys.length, itemAt, selected, height: room.height + 1};
	const isRoomForAll = rowsInSight(all).length <= room.height;
	if (keys.length === 0) {
		const said = [drawRow([{text: nothing, tone: 'quiet'}], room.width)];
		return {
			rows: isFramed
				? drawFrame({title, size, isFocused}, said)
				: [headOf(title, size, isFocused), ...said].slice(0, size.height),
		};
	}

	const count = isRoomForAll ? keys.length : Math.min(seen, keys.length);
	const list = drawList({count, itemAt, selected, height: room.height, top}, room.width, isFocused);
	return isFramed
		? frameList({title, size, isFocused, marks}, list)
		: {
				rows: [headOf(title, size, isFocused), ...list.rows].slice(0, size.height),
				top: list.top,
				places: [undefined, ...list.inSight.map(({index}) => index)],
			};
};

/** A pane while it is filtered. */
export const drawFiltered = (
	filter: Filter,
	{
		listed,
		now,
		selection,
		isFocused,
		top,
		marks,
	}: {
		readonly listed: Listed;
		readonly now: Instant;
		readonly selection: Selection | undefined;
		readonly isFocused: boolean;
		readonly top: PaneState['top'];
		readonly marks?: PaneState['marks'];
	},
	size: Size,
): PaneDrawing => {
	const {pane} = filter;
	const found = filteredRows(listed, `${now.slice(0, 16)}:00.000Z`, filter);
	const {keys} = found;
	return drawFilteredList(filter, found, selection !== undefined && pane === 'log' ? selection.count : keys.length, {
		size,
		selected: selection === undefined ? startOf(pane, keys.length) : placeOf(selection, keys),
		isFocused,
		top,
		marks,
	});
};
