import {type Drawing, drawFrame, drawRow} from './drawing.ts';
import {drawList, type Item, type Top} from './list.ts';
import {inside, type Size} from './size.ts';

/** What a pane needs to know of the screen it stands on. */
export type PaneState = {
	readonly size: Size;
	/** The place of the selected row; the first where nothing is selected. */
	readonly selected: number;
	readonly isFocused: boolean;
	/** Where its list began when the pane was drawn last. */
	readonly top?: Top | undefined;
};

/** A pane as it is painted, and where its list begins, for when it is drawn again. */
export type PaneDrawing = {readonly rows: Drawing; readonly top?: Top | undefined};

/** A list in a frame; what is said where it is empty. */
export const drawListPane = (
	{
		title,
		empty,
		count,
		itemAt,
	}: {
		readonly title: string;
		readonly empty: string;
		readonly count: number;
		readonly itemAt: (index: number) => Item;
	},
	{size, selected, isFocused, top}: PaneState,
): PaneDrawing => {
	const {width, height} = inside(size);
	const list =
		count === 0
			? {rows: [drawRow([{text: empty, tone: 'quiet'}], width)], top: undefined}
			: drawList({count, itemAt, selected, height, top}, width, isFocused);
	return {rows: drawFrame({title, size, isFocused}, list.rows), top: list.top};
};
