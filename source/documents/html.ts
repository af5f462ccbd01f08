import type {Block, Cell} from '../section.ts';
import {visible} from '../text.ts';

const entities: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** Text as it stands: nothing in it becomes an element, an attribute or an entity. */
export const escaped = (text: string): string =>
	visible(text).replaceAll(/[&<>"']/gu, found => entities[found] ?? found);

const lines = (text: string): string => escaped(text).replaceAll('\n', '<br>');

const cellHtml = (cell: Cell): string => {
	if (typeof cell === 'string') {
		return lines(cell);
	}

	const said = cell.struck && cell.text !== '' ? `<s>${lines(cell.text)}</s>` : lines(cell.text);
	return cell.note === undefined ? said : `${said} ${lines(cell.note)}`;
};

const rowHtml = (cells: readonly Cell[], recorded: string | undefined): string => {
	const shown = cells.map((cell, index) =>
		index === 0 ? `<th scope="row">${cellHtml(cell)}</th>` : `<td>${cellHtml(cell)}</td>`,
	);
	return `<tr${recorded === undefined ? '' : ` data-recorded="${escaped(recorded)}"`}>${shown.join('')}</tr>`;
};

type Table = Extract<Block, {readonly type: 'table'}>;

const rowsHtml = ({rows, recorded}: Table): string =>
	rows.map((cells, index) => `${rowHtml(cells, recorded?.[index])}\n`).join('');

/** A table up to its rows. A wide one scrolls by itself, also for those who use the keyboard only. */
const tableStart = ({head, recorded}: Table, caption: string): string => {
	const columns = head.map(one => `<th scope="col">${lines(one)}</th>`).join('');
	const id = recorded === undefined ? '' : ' id="log"';
	return (
		`<div class="wide" tabindex="0" role="region" aria-label="${escaped(caption)}"><table${id}>\n` +
		`<caption>${escaped(caption)}</caption>\n<thead><tr>${columns}</tr></thead>\n<tbody>\n`
	);
};

const tableEnd = '</tbody>\n</table></div>\n';

const simpleHtml = (block: Exclude<Block, Table>): string => {
	switch (block.type) {
		case 'heading': {
			return `<h${block.level}>${lines(block.text)}</h${block.level}>\n`;
		}

		case 'paragraph': {
			return `<p>${lines(block.text)}</p>\n`;
		}

		case 'list': {
			return `<ul>\n${block.items.map(item => `<li>${lines(item)}</li>`).join('\n')}\n</ul>\n`;
		}

		case 'figure': {
			return `<pre>${block.lines.map(escaped).join('\n')}</pre>\n`;
		}

		case 'diagram': {
			// Mermaid is drawn by a script that this file does without.
			return '';
		}
	}
};

/**
 * Blocks as HTML, each when it is asked for. A table is called by the heading above it, and a second one under that heading
 * by its number, so that no two places of a page have one name; it stays open while the next block goes on with it.
 * `title` is what stands above the first block; `tools` is markup that stands before a table of entries.
 */
export const htmlPieces = function* (blocks: Iterable<Block>, title = '', tools = ''): Generator<string> {
	const named = new Map<string, number>();
	let above = title;
	let isOpen = false;
	for (const block of blocks) {
		if (isOpen && !(block.type === 'table' && block.isContinued === true)) {
			yield tableEnd;
			isOpen = false;
		}

		if (block.type === 'table') {
			if (!isOpen) {
				const name = above === '' ? block.head.join(', ') : above;
				const count = (named.get(name) ?? 0) + 1;
				named.set(name, count);
				yield block.recorded === undefined ? '' : tools;
				yield tableStart(block, count === 1 ? name : `${name}, table ${count}`);
				isOpen = true;
			}

			yield rowsHtml(block);
			continue;
		}

		above = block.type === 'heading' ? block.text : above;
		yield simpleHtml(block);
	}

	if (isOpen) {
		yield tableEnd;
	}
};
