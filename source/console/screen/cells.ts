import type {DrawnRow} from '../../looks/drawing.ts';
import {columns, graphemes, isPlain, isPlainLine, isSettled} from '../../text.ts';
import {applyStyle, defaultPen, styleOf, styleOfLook} from './style.ts';

/**
 * A line as the cells it fills. Behind a glyph of several columns the cells are empty (''). Plain arrays side by
 * side, not an array of objects: they are compared and copied at every key.
 */
export type Cells = {
	readonly glyphs: string[];
	readonly styles: string[];
	/** False when it holds a glyph about whose width terminals disagree. */
	isSettled: boolean;
};

/** A line of blanks. */
export const blankCells = (width: number): Cells => ({
	glyphs: Array<string>(width).fill(' '),
	styles: Array<string>(width).fill(''),
	isSettled: true,
});

// An SGR sequence; any other escape sequence or control character, which has no business in a line and is
// left out, whatever a pane may have let through; or text up to the next one.
const token =
	// oxlint-disable-next-line no-control-regex
	/\u001B\[([\d;]*)m|(\u001B\[[\d:;<=>?]*[ -/]*[@-~]?|\u001B[\]PX^_][^\u0007\u001B]*(?:\u0007|\u001B\\)?|[\p{Cc}])|([^\p{Cc}]+)/gu;

/** Puts a glyph of `size` cells at column `x`; half a glyph at the edge cannot be shown. */
const put = (cells: Cells, x: number, glyph: string, size: number, style: string): void => {
	const width = cells.glyphs.length;
	const isWhole = x + size <= width;
	cells.glyphs[x] = isWhole ? glyph : ' ';
	cells.styles[x] = style;
	for (let next = x + 1; next < Math.min(width, x + size); next++) {
		cells.glyphs[next] = isWhole ? '' : ' ';
		cells.styles[next] = style;
	}
};

/** Writes a text of one style from column `x` on, cut at the edge; gives the column behind it. */
const write = (cells: Cells, x: number, text: string, style: string, isPlainText: boolean): number => {
	const width = cells.glyphs.length;
	let at = x;
	if (isPlainText) {
		for (const character of text.slice(0, width - at)) {
			cells.glyphs[at] = character;
			cells.styles[at] = style;
			at++;
		}

		return at;
	}

	for (const grapheme of graphemes(text)) {
		if (at >= width) {
			break;
		}

		// Every character has at least one cell, as Ink counts; its borders stand where that puts them.
		const size = Math.max(1, columns(grapheme));
		put(cells, at, grapheme, size, style);
		cells.isSettled &&= isSettled(grapheme);
		at += size;
	}

	return at;
};

/** Reads a line of text with colours into the first `width` cells; what does not fit is cut. */
export const readLine = (line: string, width: number): Cells => {
	const cells = blankCells(width);
	const isPlainText = isPlainLine(line);
	const pen = defaultPen();
	let style = '';
	let x = 0;
	for (const [, parameters, , text] of line.matchAll(token)) {
		if (x >= width) {
			break;
		}

		if (parameters !== undefined) {
			applyStyle(pen, parameters);
			style = styleOf(pen);
		} else if (text !== undefined) {
			x = write(cells, x, text, style, isPlainText);
		}
	}

	return cells;
};

// A control character has no business in a row; whatever may have let it through, it goes no further.
const control = /\p{Cc}/gu;

/** Puts a drawn row into the first `width` cells; what does not fit is cut. */
export const readRow = (row: DrawnRow, width: number): Cells => {
	const cells = blankCells(width);
	let x = 0;
	for (const {text, look} of row) {
		if (x >= width) {
			break;
		}

		const isPlainText = isPlain(text);
		x = write(cells, x, isPlainText ? text : text.replaceAll(control, ''), styleOfLook(look), isPlainText);
	}

	return cells;
};

/** Makes blanks of the glyph whose cells end before column `x`. */
const blankBack = ({glyphs}: Cells, x: number): void => {
	let column = x - 1;
	while (column > 0 && glyphs[column] === '') {
		glyphs[column] = ' ';
		column--;
	}

	glyphs[column] = ' ';
};

/** Makes blanks of a glyph that stands across the left edge of column `x`. */
const blankAcross = (cells: Cells, x: number): void => {
	if (cells.glyphs[x] !== '' || x === 0) {
		return;
	}

	blankBack(cells, x);
	for (let column = x; cells.glyphs[column] === ''; column++) {
		cells.glyphs[column] = ' ';
	}
};

/** Copies `from` over `onto`, beginning at column `x`; glyphs cut in half at its edges become blanks. */
export const overlay = (onto: Cells, from: Cells, x: number): void => {
	const width = onto.glyphs.length;
	const start = Math.max(0, x);
	const end = Math.min(width, x + from.glyphs.length);
	if (start >= end) {
		return;
	}

	blankAcross(onto, start);
	blankAcross(onto, end);
	for (let column = start; column < end; column++) {
		onto.glyphs[column] = from.glyphs[column - x] ?? ' ';
		onto.styles[column] = from.styles[column - x] ?? '';
	}

	// What is cut off by the edges of the screen.
	for (let column = start; column < end && onto.glyphs[column] === ''; column++) {
		onto.glyphs[column] = ' ';
	}

	if (from.glyphs[end - x] === '') {
		blankBack(onto, end);
	}

	onto.isSettled &&= from.isSettled;
};
