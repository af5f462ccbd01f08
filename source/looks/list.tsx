import type {ReactElement} from 'react';
import {clip, forTerminal, wrap} from '../text.ts';
import {glyphs} from './glyphs.ts';
import {type Cell, Row} from './row.tsx';

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
export type RowInSight = {readonly key: string; readonly cells: readonly Cell[]; readonly index: number};

/** The rows in sight of a list whose items take one row or more, with the selected item among them. */
export const rowsInSight = (
	count: number,
	itemAt: (index: number) => Item,
	selected: number,
	height: number,
): readonly RowInSight[] => {
	// An item takes a row at least: one that is further away cannot be in sight, and is not even asked for.
	const from = Math.max(0, selected - height);
	const to = Math.min(count, selected + height + 1);
	const rows: RowInSight[] = [];
	for (let index = from; index < to; index++) {
		const {key, rows: own} = itemAt(index);
		rows.push(...own.map((cells, at) => ({key: `${key} ${at}`, cells, index})));
	}

	const start = Math.max(
		0,
		rows.findIndex(row => row.index === selected),
	);
	const length = rows.filter(row => row.index === selected).length;
	const {first} = windowOf(rows.length, start + Math.floor(length / 2), height);
	// Of an item taller than the list its beginning is shown.
	const top = Math.min(first, start);
	return rows.slice(top, top + height);
};

/** A list of items of one row or more. The selected one is shown inverse where keys go to the list. */
export const List = ({
	count,
	itemAt,
	width,
	height,
	selected,
	isFocused,
}: {
	readonly count: number;
	readonly itemAt: (index: number) => Item;
	readonly width: number;
	readonly height: number;
	readonly selected: number;
	readonly isFocused: boolean;
}): ReactElement => (
	<>
		{rowsInSight(count, itemAt, selected, height).map(({key, cells, index}) => (
			<Row key={key} width={width} cells={cells} isSelected={isFocused && index === selected} />
		))}
	</>
);

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
