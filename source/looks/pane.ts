import {type Drawing, drawFrame, drawRow, type FrameHead} from './drawing.ts';
import {type DrawnList, drawList, type Item, type Top} from './list.ts';
import type {MarkedRows} from './marks.ts';
import {inside, type Size} from './size.ts';

/** What a pane needs to know of the screen it stands on. */
export type PaneState = {
	readonly size: Size;
	/** The place of the selected row; the first where nothing is selected. */
	readonly selected: number;
	readonly isFocused: boolean;
	/** Where its list began when the pane was drawn last. */
	readonly top?: Top | undefined;
	readonly marks?: MarkedRows | undefined;
};

/** A pane as it is painted, and where its list begins, for when it is drawn again. */
export type PaneDrawing = {
	readonly rows: Drawing;
	readonly top?: Top | undefined;
	/** The place in its list of what each row shows, from the uppermost row of the pane. */
	readonly places?: readonly (number | undefined)[];
};

/** A list as it was drawn, in a frame. */
export const frameList = (
	{title, size, isFocused, marks}: Omit<FrameHead, 'marked'> & Pick<PaneState, 'marks'>,
	{rows, top, inSight}: DrawnList,
): PaneDrawing => ({
	rows: drawFrame(
		{
			title,
			size,
			isFocused,
			marked: marks && {
				count: marks.count,
				rows: new Set(inSight.flatMap(({heads}, index) => (heads !== undefined && marks.keys.has(heads) ? index : []))),
			},
		},
		rows,
	),
	top,
	places: [undefined, ...inSight.map(({index}) => index)],
});

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
	{size, selected, isFocused, top, marks}: PaneState,
): PaneDrawing => {
	const {width, height} = inside(size);
	return count === 0
		? {rows: drawFrame({title, size, isFocused}, [drawRow([{text: empty, tone: 'quiet'}], width)])}
		: frameList({title, size, isFocused, marks}, drawList({count, itemAt, selected, height, top}, width, isFocused));
};
