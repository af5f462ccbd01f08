import {columns, graphemes, isPlainLine, isSettled} from '../../text.ts';
import {applyStyle, defaultPen, styleOf} from './style.ts';

/**
 * A line as the cells it fills. A glyph of two columns has its second cell empty (''). Plain arrays side by
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

/** Reads a line of text with colours into the first `width` cells; what does not fit is cut. */
export const readLine = (line: string, width: number): Cells => {
	const cells = blankCells(width);
	const isPlain = isPlainLine(line);
	const pen = defaultPen();
	let style = '';
	let x = 0;

	const put = (glyph: string, size: number): void => {
		// Half a glyph at the edge cannot be shown.
		cells.glyphs[x] = x + size > width ? ' ' : glyph;
		cells.styles[x] = style;
		if (size > 1 && x + 1 < width) {
			cells.glyphs[x + 1] = '';
			cells.styles[x + 1] = style;
		}

		x += size;
	};

	for (const [, parameters, , text] of line.matchAll(token)) {
		if (x >= width) {
			break;
		}

		if (parameters !== undefined) {
			applyStyle(pen, parameters);
			style = styleOf(pen);
		} else if (text !== undefined && isPlain) {
			for (const character of text.slice(0, width - x)) {
				put(character, 1);
			}
		} else if (text !== undefined) {
			for (const grapheme of graphemes(text)) {
				if (x >= width) {
					break;
				}

				// Ink gives every character at least one cell and at most two; its borders stand where that puts them.
				put(grapheme, Math.max(1, Math.min(2, columns(grapheme))));
				cells.isSettled &&= isSettled(grapheme);
			}
		}
	}

	return cells;
};

/** Copies `from` over `onto`, beginning at column `x`; glyphs cut in half at its edges become blanks. */
export const overlay = (onto: Cells, from: Cells, x: number): void => {
	const width = onto.glyphs.length;
	const start = Math.max(0, x);
	const end = Math.min(width, x + from.glyphs.length);
	if (start >= end) {
		return;
	}

	if (onto.glyphs[start] === '' && start > 0) {
		onto.glyphs[start - 1] = ' ';
	}

	if (onto.glyphs[end] === '') {
		onto.glyphs[end] = ' ';
	}

	for (let column = start; column < end; column++) {
		onto.glyphs[column] = from.glyphs[column - x] ?? ' ';
		onto.styles[column] = from.styles[column - x] ?? '';
	}

	if (onto.glyphs[start] === '') {
		onto.glyphs[start] = ' ';
	}

	if (from.glyphs[end - x] === '') {
		onto.glyphs[end - 1] = ' ';
	}

	onto.isSettled &&= from.isSettled;
};
