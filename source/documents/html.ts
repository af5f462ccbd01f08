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
const escaped = (text: string): string => visible(text).replaceAll(/[&<>"']/gu, found => entities[found] ?? found);

const lines = (text: string): string => escaped(text).replaceAll('\n', '<br>');

const cellHtml = (cell: Cell): string => {
	if (typeof cell === 'string') {
		return lines(cell);
	}

	const said = cell.struck && cell.text !== '' ? `<del>${lines(cell.text)}</del>` : lines(cell.text);
	return cell.note === undefined ? said : `${said} ${lines(cell.note)}`;
};

const rowHtml = (cells: readonly Cell[]): string =>
	`<tr>${cells.map((cell, index) => (index === 0 ? `<th scope="row">${cellHtml(cell)}</th>` : `<td>${cellHtml(cell)}</td>`)).join('')}</tr>`;

const blockHtml = (block: Block): string => {
	switch (block.type) {
		case 'heading': {
			return `<h${block.level}>${lines(block.text)}</h${block.level}>`;
		}

		case 'paragraph': {
			return `<p>${lines(block.text)}</p>`;
		}

		case 'list': {
			return `<ul>\n${block.items.map(item => `<li>${lines(item)}</li>`).join('\n')}\n</ul>`;
		}

		case 'figure': {
			return `<pre>${block.lines.map(escaped).join('\n')}</pre>`;
		}

		case 'diagram': {
			// Mermaid is drawn by a script that this file does without.
			return '';
		}

		case 'table': {
			const head = block.head.map(one => `<th scope="col">${lines(one)}</th>`).join('');
			// A wide table scrolls by itself, also for those who use the keyboard only.
			return `<div class="wide" tabindex="0" role="region" aria-label="${escaped(block.head.join(', '))}"><table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${block.rows.map(rowHtml).join('\n')}\n</tbody>\n</table></div>`;
		}
	}
};

const style = `:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;max-width:75rem;margin:1rem auto;padding:0 1rem}
.wide{overflow-x:auto}
table{border-collapse:collapse;margin:.5rem 0}
th,td{border:1px solid #767676;padding:.25rem .5rem;text-align:left;vertical-align:top}
th{font-weight:600}
@media print{@page{size:A4 landscape;margin:1.5cm}.wide{overflow:visible}tr{break-inside:avoid}thead{display:table-header-group}}`;

/** Writes blocks as one HTML file that needs nothing else: no script, no font, no picture from elsewhere. */
export const html = (title: string, blocks: readonly Block[]): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>
${style}
</style>
</head>
<body>
<main>
${blocks.map(blockHtml).join('\n')}
</main>
</body>
</html>
`;
