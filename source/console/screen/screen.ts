import type {Drawing, DrawnRow} from '../../looks/drawing.ts';
import {blankCells, type Cells, overlay, readLine, readRow} from './cells.ts';
import {csi, paintRow} from './paint.ts';
import {isSameRectangle, type Rectangle} from './rectangle.ts';

/** What a screen needs of the terminal it paints on. */
export type ScreenOutput = {
	readonly columns?: number | undefined;
	readonly rows?: number | undefined;
	write(bytes: string): boolean;
	on(event: 'resize' | 'drain', listener: () => void): unknown;
	off(event: 'resize' | 'drain', listener: () => void): unknown;
};

/** Where the cursor stands, in columns and rows from the upper left corner. */
export type Point = {readonly x: number; readonly y: number};

/** A rectangle of the screen and the lines last shown in it. */
export type Surface = {
	readonly rectangle: Rectangle;
	/** Shows these lines, cut or filled up to the rectangle. Lines may carry colours (SGR). */
	show(lines: readonly string[]): void;
	/** Shows these rows, cut or filled up to the rectangle. */
	draw(rows: Drawing): void;
	/** Moves and resizes it; keeps its lines until others are shown. */
	move(rectangle: Rectangle): void;
	/** Takes it off the screen; what it covered shows again. */
	close(): void;
};

export type Screen = {
	readonly columns: number;
	readonly rows: number;
	/** Opens a surface. Those on a higher layer cover those below; on the same layer, later ones earlier ones. */
	open(rectangle: Rectangle, layer?: number): Surface;
	/** Shows the cursor there, or nowhere. */
	placeCursor(point: Point | undefined): void;
	/** Paints every cell again: after a suspension, or when something else has written on the terminal. */
	repaint(): void;
	/** Paints now what would be painted at the end of this tick. */
	flush(): void;
	/** Calls back after each resize, before anything is painted; returns how to stop that. */
	onResize(listener: () => void): () => void;
	/** Ends painting for good. What is shown stays. */
	close(): void;
};

const beginUpdate = `${csi}?2026h`;
const endUpdate = `${csi}?2026l`;
/** At most this many bytes are written without waiting for the terminal to show them together. */
const smallPaint = 64;
const hideCursor = `${csi}?25l`;
const showCursor = `${csi}?25h`;

/** A row as it was handed over: drawn, or as a line of text with colours. */
type Given = string | DrawnRow;

type Layer = {rectangle: Rectangle; readonly layer: number; lines: readonly Given[]; cells: (Cells | undefined)[]};

const isSameRow = (one: Given, other: Given): boolean =>
	one === other ||
	(typeof one !== 'string' &&
		typeof other !== 'string' &&
		one.length === other.length &&
		one.every((piece, index) => piece.text === other[index]?.text && piece.look === other[index].look));

/** One row of a surface; read once for as long as line and width stay the same. */
const rowOf = (surface: Layer, index: number): Cells => {
	const given = surface.lines[index] ?? '';
	const {width} = surface.rectangle;
	surface.cells[index] ??= typeof given === 'string' ? readLine(given, width) : readRow(given, width);
	return surface.cells[index];
};

/**
 * The screen: surfaces side by side and over each other, painted once per tick, in a synchronized update, and
 * only where cells differ from those shown last. Nothing is ever erased to be painted again, so nothing flashes.
 */
export const createScreen = (output: ScreenOutput): Screen => {
	let columns = output.columns ?? 80;
	let rows = output.rows ?? 24;
	let shown: (Cells | undefined)[] = [];
	let surfaces: readonly Layer[] = [];
	const dirty = new Set<number>();
	let cursor: Point | undefined;
	/** As the terminal has it; undefined: nobody knows. */
	let shownCursor: Point | 'hidden' | undefined;
	let isScheduled = false;
	let isBlocked = false;
	let isClosed = false;
	const resizeListeners = new Set<() => void>();

	const compose = (y: number): Cells => {
		let row: Cells | undefined;
		for (const surface of surfaces) {
			const {x, y: top, width, height} = surface.rectangle;
			if (y < top || y >= top + height || width <= 0) {
				continue;
			}

			const own = rowOf(surface, y - top);
			if (row === undefined && x === 0 && width === columns) {
				// Copied all the same: what comes over it is written into the row.
				row = {...own, glyphs: own.glyphs.slice(), styles: own.styles.slice()};
			} else {
				row ??= blankCells(columns);
				overlay(row, own, x);
			}
		}

		return row ?? blankCells(columns);
	};

	const paintDirty = (): {readonly cells: string; readonly runs: number} => {
		let out = '';
		let runs = 0;
		for (const y of dirty) {
			if (y >= 0 && y < rows) {
				const row = compose(y);
				const painted = paintRow(y, shown[y], row);
				out += painted.text;
				runs += painted.runs;
				shown[y] = row;
			}
		}

		dirty.clear();
		return {cells: out, runs};
	};

	/** The cursor, if it can be shown where it is wanted. */
	const visibleCursor = (): Point | undefined =>
		cursor !== undefined && cursor.x >= 0 && cursor.x < columns && cursor.y >= 0 && cursor.y < rows
			? cursor
			: undefined;

	/** `isMoved`: cells were written; `isHiding`: with the cursor hidden. */
	const cursorAfter = (isMoved: boolean, isHiding: boolean): string => {
		const wanted = visibleCursor();
		if (wanted === undefined) {
			const isHidden = shownCursor === 'hidden' || (isMoved && isHiding);
			shownCursor = 'hidden';
			return isHidden ? '' : hideCursor;
		}

		const isThere =
			!isMoved && typeof shownCursor === 'object' && shownCursor.x === wanted.x && shownCursor.y === wanted.y;
		if (isThere) {
			return '';
		}

		const isHidden = (isMoved && isHiding) || typeof shownCursor !== 'object';
		shownCursor = wanted;
		return `${csi}${wanted.y + 1};${wanted.x + 1}H${isHidden ? showCursor : ''}`;
	};

	const flush = (): void => {
		isScheduled = false;
		if (isClosed || isBlocked) {
			return;
		}

		const {cells, runs} = paintDirty();
		// A few cells side by side and the cursor are there at once in any terminal: nothing can be seen half done.
		const isSmall = runs <= 1 && cells.length <= smallPaint;
		const before = isSmall || shownCursor === 'hidden' ? '' : hideCursor;
		const after = cursorAfter(cells !== '', !isSmall);
		if (cells !== '' || after !== '') {
			// A terminal that cannot keep up gets the newest state when it is ready, not every state in between.
			isBlocked = !output.write(isSmall ? cells + after : beginUpdate + before + cells + after + endUpdate);
		}
	};

	const schedule = (): void => {
		if (!isScheduled) {
			isScheduled = true;
			queueMicrotask(flush);
		}
	};

	const markRows = (top: number, count: number): void => {
		for (let y = Math.max(0, top); y < Math.min(rows, top + count); y++) {
			dirty.add(y);
		}

		schedule();
	};

	const markRectangle = ({y, height}: Rectangle): void => {
		markRows(y, height);
	};

	const repaint = (): void => {
		shown = [];
		shownCursor = undefined;
		markRows(0, rows);
	};

	const resized = (): void => {
		columns = output.columns ?? columns;
		rows = output.rows ?? rows;
		for (const listener of resizeListeners) {
			listener();
		}

		repaint();
	};

	const drained = (): void => {
		isBlocked = false;
		schedule();
	};

	output.on('resize', resized);
	output.on('drain', drained);

	const open = (rectangle: Rectangle, layer = 0): Surface => {
		const own: Layer = {rectangle, layer, lines: [], cells: []};
		const give = (lines: readonly Given[]): void => {
			for (let index = 0; index < own.rectangle.height; index++) {
				if (!isSameRow(lines[index] ?? '', own.lines[index] ?? '')) {
					own.cells[index] = undefined;
					markRows(own.rectangle.y + index, 1);
				}
			}

			own.lines = lines;
		};

		surfaces = [...surfaces, own].sort((one, other) => one.layer - other.layer);
		markRectangle(rectangle);
		return {
			get rectangle() {
				return own.rectangle;
			},
			show: give,
			draw: give,
			move(to) {
				if (!isSameRectangle(own.rectangle, to)) {
					markRectangle(own.rectangle);
					own.rectangle = to;
					own.cells = [];
					markRectangle(to);
				}
			},
			close() {
				surfaces = surfaces.filter(surface => surface !== own);
				markRectangle(own.rectangle);
			},
		};
	};

	// Nobody knows what the terminal shows.
	repaint();

	return {
		get columns() {
			return columns;
		},
		get rows() {
			return rows;
		},
		open,
		placeCursor(point) {
			cursor = point;
			schedule();
		},
		repaint,
		flush,
		onResize(listener) {
			resizeListeners.add(listener);
			return () => {
				resizeListeners.delete(listener);
			};
		},
		close() {
			isClosed = true;
			output.off('resize', resized);
			output.off('drain', drained);
		},
	};
};
