import type {Block, Cell} from '../section.ts';
import {clip, columns, forTerminal, wrap} from '../text.ts';

const gap = 2;
/** A column that is narrower breaks nearly every word. */
const leastColumn = 12;

const safeLines = (text: string, width: number): readonly string[] =>
	text.split(/\r?\n/u).flatMap(line => wrap(forTerminal(line), width));

/** A cell in one line; what is struck says so in words, for no terminal strikes everywhere. */
const cellText = (cell: Cell): string => {
	if (typeof cell === 'string') {
		return forTerminal(cell);
	}

	const text = forTerminal(cell.struck ? `[struck: ${cell.text}]` : cell.text);
	return cell.note === undefined ? text : `${text} ${forTerminal(cell.note)}`;
};

/**
 * How wide each column is: as wide as it needs where there is room; the widest share what the others leave.
 * Undefined when they would be too narrow to read.
 */
export const columnWidths = (needs: readonly number[], width: number): readonly number[] | undefined => {
	let room = width - gap * (needs.length - 1);
	let waiting = needs.length;
	const widths: number[] = [];
	const byNeed = needs.map((need, column) => ({need, column})).sort((a, b) => a.need - b.need);
	for (const {need, column} of byNeed) {
		const share = Math.floor(room / waiting);
		const own = Math.min(need, share);
		if (own < Math.min(need, leastColumn)) {
			return undefined;
		}

		widths[column] = own;
		room -= own;
		waiting--;
	}

	return widths;
};

const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - columns(text)));

/** The lines of one row: as many as its tallest cell. */
const rowLines = (cells: readonly string[], widths: readonly number[]): readonly string[] => {
	const wrapped = widths.map((width, index) => wrap(cells[index] ?? '', width));
	const height = Math.max(1, ...wrapped.map(lines => lines.length));
	return Array.from({length: height}, (_, line) =>
		widths
			.map((width, index) => padded(wrapped[index]?.[line] ?? '', width))
			.join(' '.repeat(gap))
			.trimEnd(),
	);
};

/** Each row as lines of `Head: value`, for a width that holds no columns. */
const stacked = (head: readonly string[], rows: readonly (readonly string[])[], width: number): readonly string[] =>
	rows.flatMap((cells, index) => [
		...(index === 0 ? [] : ['']),
		...cells.flatMap((cell, column) => (cell === '' ? [] : wrap(`${head[column] ?? ''}: ${cell}`, width))),
	]);

const tableLines = (head: readonly string[], rows: readonly (readonly Cell[])[], width: number): readonly string[] => {
	const heads = head.map(one => forTerminal(one));
	const texts = rows.map(cells => cells.map(cell => cellText(cell)));
	const needs = heads.map((one, column) =>
		texts.reduce((most, cells) => Math.max(most, columns(cells[column] ?? '')), Math.max(1, columns(one))),
	);
	const widths = columnWidths(needs, width);
	return widths === undefined
		? stacked(heads, texts, width)
		: [
				...rowLines(heads, widths),
				widths.map(one => '-'.repeat(one)).join(' '.repeat(gap)),
				...texts.flatMap(cells => rowLines(cells, widths)),
			];
};

const underlines = {1: '=', 2: '-', 3: undefined} as const;

const blockLines = (block: Block, width: number): readonly string[] => {
	switch (block.type) {
		case 'heading': {
			const lines = safeLines(block.text, width);
			const line = underlines[block.level];
			return line === undefined
				? lines
				: [...lines, line.repeat(lines.reduce((most, one) => Math.max(most, columns(one)), 0))];
		}

		case 'paragraph': {
			return safeLines(block.text, width);
		}

		case 'list': {
			return block.items.flatMap(item =>
				wrap(forTerminal(item), width - gap).map((line, index) => `${index === 0 ? '- ' : '  '}${line}`),
			);
		}

		case 'figure': {
			return block.lines.map(line => clip(forTerminal(line), width));
		}

		case 'diagram': {
			// Its source is no picture to anybody who reads it.
			return [];
		}

		case 'table': {
			return tableLines(block.head, block.rows, width);
		}
	}
};

/**
 * Writes blocks as plain text for a terminal of `width` columns: nothing but characters that are safe there, no colours.
 * Tables are aligned, or stacked where their columns find no room.
 */
export const plainText = (blocks: readonly Block[], width: number): string => {
	const lines = blocks.flatMap((block, index) => {
		const before = blocks[index - 1];
		const isApart = before !== undefined && (before.type !== 'heading' || before.level === 1);
		return [...(isApart ? [''] : []), ...blockLines(block, Math.max(leastColumn, width))];
	});
	return lines.map(line => `${line.trimEnd()}\n`).join('');
};
