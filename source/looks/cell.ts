import {clip, columns, forTerminal} from '../text.ts';
import {drawn} from './looks.ts';
import type {Tone} from './theme.ts';

/** A piece of a row. */
export type Cell = {
	/** As typed; made safe where it is drawn. */
	readonly text: string;
	readonly tone?: Tone;
	/** In columns; without it the cell takes what the others leave. */
	readonly width?: number;
	readonly align?: 'right';
};

/** The cell's text, safe for the terminal, cut and filled to its width. */
export const fitted = ({text, align}: Cell, width: number): string => {
	const clipped = clip(forTerminal(text), width);
	const padding = ' '.repeat(Math.max(0, width - columns(clipped)));
	return drawn(align === 'right' ? padding + clipped : clipped + padding);
};

/** The widths of the cells: fixed ones first, the rest shared by those without a width. */
export const widthsOf = (cells: readonly Cell[], width: number): readonly number[] => {
	const fixed = cells.reduce((sum, cell) => sum + (cell.width ?? 0), 0);
	const growing = cells.filter(cell => cell.width === undefined).length;
	const share = growing === 0 ? 0 : Math.max(0, Math.floor((width - fixed) / growing));
	return cells.map(cell => cell.width ?? share);
};

/** A word before a text, such as what is left of a time: a blank is kept after it however long it is. */
export const stateCell = (text: string, tone: Tone, least: number): Cell & {readonly width: number} => ({
	text: `${text} `,
	tone,
	width: text === '' ? least : Math.max(least, columns(forTerminal(text)) + 1),
});

/** The column of a ref: as wide as most are, and never too narrow for one of an incident that has grown. */
export const refCell = (ref: string, tone: Tone, least = 4): Cell & {readonly width: number} => ({
	text: `${ref} `,
	tone,
	width: Math.max(least, ref.length + 1),
});
