import {Text} from 'ink';
import type {ReactElement} from 'react';
import type {Cell} from './cell.ts';
import {drawRow} from './drawing.ts';

/** One line of an overlay: cells side by side, each cut and filled to its width. Never wraps, never overflows. */
export const Row = ({
	cells,
	width,
	isSelected = false,
}: {
	readonly cells: readonly Cell[];
	readonly width: number;
	readonly isSelected?: boolean;
}): ReactElement => (
	<Text wrap="truncate">
		{drawRow(cells, width, isSelected).map(({text, look}, index) => (
			// A row's cells never change places.
			// oxlint-disable-next-line react/no-array-index-key
			<Text key={index} {...look}>
				{text}
			</Text>
		))}
	</Text>
);
