import {Text} from 'ink';
import type {ReactElement} from 'react';
import {clip, columns, forTerminal} from '../text.ts';
import {drawn, lookOf} from './looks.ts';
import type {Tone} from './theme.ts';

/** A piece of a row. */
export type Cell = {
	/** As typed; made safe here. */
	readonly text: string;
	readonly tone?: Tone;
	/** In columns; without it the cell takes what the others leave. */
	readonly width?: number;
	readonly align?: 'right';
};

const fitted = ({text, align}: Cell, width: number): string => {
	const clipped = clip(forTerminal(text), width);
	const padding = ' '.repeat(Math.max(0, width - columns(clipped)));
	return drawn(align === 'right' ? padding + clipped : clipped + padding);
};

/** The widths of the cells: fixed ones first, the rest shared by those without a width. */
const widthsOf = (cells: readonly Cell[], width: number): readonly number[] => {
	const fixed = cells.reduce((sum, cell) => sum + (cell.width ?? 0), 0);
	const growing = cells.filter(cell => cell.width === undefined).length;
	const share = growing === 0 ? 0 : Math.max(0, Math.floor((width - fixed) / growing));
	return cells.map(cell => cell.width ?? share);
};

/** One line of a pane: cells side by side, each cut and filled to its width. Never wraps, never overflows. */
export const Row = ({
	cells,
	width,
	isSelected = false,
}: {
	readonly cells: readonly Cell[];
	readonly width: number;
	readonly isSelected?: boolean;
}): ReactElement => {
	const widths = widthsOf(cells, width);
	return (
		<Text wrap="truncate" {...(isSelected ? lookOf('selected') : {})}>
			{cells.map((cell, index) => (
				// A row's cells never change places.
				// oxlint-disable-next-line react/no-array-index-key
				<Text key={index} {...lookOf(cell.tone ?? 'plain')} {...(isSelected ? lookOf('selected') : {})}>
					{fitted(cell, widths[index] ?? 0)}
				</Text>
			))}
		</Text>
	);
};
