import {clip, forTerminal, wrap} from '../text.ts';
import type {Cell} from './cell.ts';
import {type Drawing, drawRow} from './drawing.ts';
import {glyphs} from './glyphs.ts';

/** The part of a list that is in sight: at most `height` rows, with the selected one among them. */
export const windowOf = (
	count: number,
	selected: number,
	height: number,
): {readonly first: number; readonly last: number} => {
	const first = Math.max(0, Math.min(count - height, selected - Math.floor(height / 2)));
	return {first, last: Math.min(count, first + height)};
};

/** What one item of a list shows: a few rows of cells. */
export type Item = {readonly key: string; readonly rows: readonly (readonly Cell[])[]};

/** A row in sight, and the place of its item in the list. */
export type RowInSight = {
	readonly key: string;
	readonly cells: readonly Cell[];
	readonly index: number;
	/** Its item's key, where it is the first row of that. */
	readonly heads: string | undefined;
};

/** Where the part of a list that is in sight begins: an item, and how many of its rows are above. */
export type Top = {readonly index: number; readonly skip: number};

/** A list as it is drawn: how many items, what each shows, which one is selected. */
export type Listed = {
	readonly count: number;
	/** Asked only of items that may be in sight. */
	readonly itemAt: (index: number) => Item;
	readonly selected: number;
	readonly height: number;
	/** Where it began when it was drawn last: a list that can stay where it is does not move under the hand. */
	readonly top?: Top | undefined;
	/** The selected item is the last one in sight. */
	readonly isAtEnd?: boolean;
};

const rowsOf = ({key, rows}: Item, index: number): readonly RowInSight[] =>
	rows.map((cells, at) => ({key: `${key} ${at}`, cells, index, heads: at === 0 ? key : undefined}));

/** The rows from there on, as many as fit. */
const rowsFrom = ({count, itemAt, height}: Listed, {index: first, skip}: Top): readonly RowInSight[] => {
	const rows: RowInSight[] = [];
	for (let index = first; index < count && rows.length < height + skip; index++) {
		rows.push(...rowsOf(itemAt(index), index));
	}

	return rows.slice(skip, skip + height);
};

/** Where the list begins when it ends with the selected item; of an item taller than the list its beginning is shown. */
const topBefore = ({itemAt, selected, height}: Listed): Top => {
	let left = height - itemAt(selected).rows.length;
	if (left < 0) {
		return {index: selected, skip: 0};
	}

	for (let index = selected - 1; index >= 0; index--) {
		const own = itemAt(index).rows.length;
		if (own >= left) {
			return {index, skip: own - left};
		}

		left -= own;
	}

	return {index: 0, skip: 0};
};

/** Where a list has to begin that began with `top`, so that the selected item is wholly in sight. */
const topAfter = (list: Listed, top: Top): Top => {
	const {selected, itemAt} = list;
	if (selected < top.index || (selected === top.index && top.skip > 0)) {
		return {index: selected, skip: 0};
	}

	const inSight = rowsFrom(list, top).filter(row => row.index === selected).length;
	return inSight === itemAt(selected).rows.length ? top : topBefore(list);
};

/** The part of a list around the selected item, as far as the list reaches. */
const topAround = (list: Listed): Top => {
	const {count, itemAt, selected, height} = list;
	const own = itemAt(selected).rows.length;
	// Half of the room is above, and what is not needed below is above too.
	let below = 0;
	for (let index = selected + 1; index < count && below < height; index++) {
		below += itemAt(index).rows.length;
	}

	let above = Math.max(Math.floor((height - own) / 2), height - own - below);
	for (let index = selected - 1; index >= 0 && above > 0; index--) {
		const rows = itemAt(index).rows.length;
		if (rows >= above) {
			return {index, skip: rows - above};
		}

		above -= rows;
	}

	return above > 0 ? {index: 0, skip: 0} : {index: selected, skip: 0};
};

/** Where the part in sight begins, with the selected item in it. */
export const topOf = (list: Listed): Top => {
	const {count, top, isAtEnd, height} = list;
	if (count === 0) {
		return {index: 0, skip: 0};
	}

	if (isAtEnd === true) {
		return topBefore(list);
	}

	if (top === undefined || top.index >= count) {
		return topAround(list);
	}

	const moved = topAfter(list, top);
	// A list that has become shorter fills its room from above.
	return (moved.index > 0 || moved.skip > 0) && rowsFrom(list, moved).length < height
		? topBefore({...list, selected: count - 1})
		: moved;
};

/** The rows in sight of a list whose items take one row or more, with the selected item among them. */
export const rowsInSight = (list: Listed): readonly RowInSight[] => rowsFrom(list, topOf(list));

/** What a list draws, and where it stands. */
export type DrawnList = {
	readonly rows: Drawing;
	readonly top: Top;
	/** What each of the rows is a part of. */
	readonly inSight: readonly RowInSight[];
};

/** Draws a list in `width` columns. The selected item is inverse where keys go to the list. */
export const drawList = (list: Listed, width: number, isFocused: boolean): DrawnList => {
	const top = topOf(list);
	const inSight = rowsFrom(list, top);
	const rows = inSight.map(({cells, index}) => drawRow(cells, width, isFocused && index === list.selected));
	return {rows, top, inSight};
};

/** A text in at most `most` lines of `width` columns, safe for a terminal; what is longer ends in `…`. */
export const fewLines = (text: string, width: number, most: number): readonly string[] => {
	const room = Math.max(1, width);
	// More than could be shown is not even looked at; half a pair at the cut is left out.
	const head = text.slice(0, room * 2 * (most + 1)).replace(/[\uD800-\uDBFF]$/u, '');
	const lines = wrap(forTerminal(head), room);
	return lines.length <= most && head.length === text.length
		? lines
		: [...lines.slice(0, most - 1), clip(`${lines.slice(most - 1).join(' ')}${glyphs.more}`, room)];
};
