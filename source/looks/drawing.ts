import {clip, columns, forTerminal} from '../text.ts';
import {type Cell, fitted, widthsOf} from './cell.ts';
import {glyphs} from './glyphs.ts';
import {drawn, edges, lookOf} from './looks.ts';
import {inside, type Size} from './size.ts';
import type {Look} from './theme.ts';

/** Text of one look: safe for the terminal, of known width. */
export type Piece = {readonly text: string; readonly look: Look};

/** One row of the screen, left to right. */
export type DrawnRow = readonly Piece[];

/** A pane as it is painted, top to bottom. */
export type Drawing = readonly DrawnRow[];

const plainLook: Look = {};

/** Each look as it is where it is chosen, made once: rows are compared by the identity of their looks. */
const chosen = new WeakMap<Look, {readonly over: Look; readonly look: Look}>();

const selectedLook = (look: Look): Look => {
	const over = lookOf('selected');
	const known = chosen.get(look);
	if (known?.over === over) {
		return known.look;
	}

	const merged = {...look, ...over};
	chosen.set(look, {over, look: merged});
	return merged;
};

/** Cells side by side on a row of `width` columns, each cut and filled to its own width. Never wraps, never overflows. */
export const drawRow = (cells: readonly Cell[], width: number, isSelected = false): DrawnRow => {
	const widths = widthsOf(cells, width);
	const row: Piece[] = [];
	let left = width;
	for (const [index, cell] of cells.entries()) {
		const room = Math.min(left, widths[index] ?? 0);
		if (room > 0) {
			const look = lookOf(cell.tone ?? 'plain');
			row.push({text: fitted(cell, room), look: isSelected ? selectedLook(look) : look});
			left -= room;
		}
	}

	return row;
};

const widthOf = (row: DrawnRow): number => row.reduce((sum, {text}) => sum + columns(text), 0);

/** A row that is as wide as its frame: what it lacks is blank. */
const filled = (row: DrawnRow, width: number): DrawnRow => {
	const missing = width - widthOf(row);
	return missing > 0 ? [...row, {text: ' '.repeat(missing), look: plainLook}] : row;
};

/** What a frame says of what it holds. */
export type FrameHead = {
	readonly title: string;
	readonly size: Size;
	readonly isFocused: boolean;
	/** How many items are marked, in sight or not, and which rows in sight begin one of them. */
	readonly marked?: {readonly count: number; readonly rows: ReadonlySet<number>} | undefined;
};

/** The title, and behind it how many items are marked; that is said even where the title has to be cut for it. */
const labelOf = ({title, size, isFocused, marked}: FrameHead): string => {
	const room = Math.max(0, size.width - 6);
	const count = marked === undefined || marked.count === 0 ? '' : ` ${glyphs.dot} ${marked.count} marked`;
	const named = clip(forTerminal(`${isFocused ? glyphs.pointer : ''}${title}`), Math.max(0, room - columns(count)));
	return clip(`${named}${count}`, room);
};

/**
 * Rows in a border with a title in its upper edge, as tall as `size` says. The focused one is bright, and marked `▸`
 * besides. Rows are as wide as `inside(size)`; those for which there is no room are left out. A marked row carries its sign
 * in the blank before it, so that nothing moves.
 */
export const drawFrame = ({title, size, isFocused, marked}: FrameHead, rows: Drawing): Drawing => {
	const label = labelOf({title, size, isFocused, marked});
	const {topLeft, top, topRight, left, right, bottomLeft, bottom, bottomRight} = edges();
	const rest = top.repeat(Math.max(0, size.width - 4 - columns(label)));
	const edge = lookOf(isFocused ? 'plain' : 'border');
	const inner = inside(size);
	const body = Array.from(
		{length: inner.height},
		(_, index): DrawnRow => [
			{text: left, look: edge},
			marked?.rows.has(index) === true
				? {text: drawn(glyphs.bullet), look: lookOf('strong')}
				: {text: ' ', look: plainLook},
			...filled(rows[index] ?? [], inner.width),
			{text: ' ', look: plainLook},
			{text: right, look: edge},
		],
	);
	return [
		[
			{text: `${topLeft} `, look: edge},
			{text: drawn(label), look: lookOf(isFocused ? 'title' : 'heading')},
			{text: ` ${rest}${topRight}`, look: edge},
		],
		...body,
		[{text: `${bottomLeft}${bottom.repeat(Math.max(0, size.width - 2))}${bottomRight}`, look: edge}],
	].slice(0, size.height);
};
