import {gfmToMarkdown} from 'mdast-util-gfm';
import {type Options, toMarkdown} from 'mdast-util-to-markdown';
import {type Block, type Cell, withoutLineEnds} from '../section.ts';
import {visible} from '../text.ts';

type Node = Parameters<typeof toMarkdown>[0];
type Content = Extract<Node, {type: 'root'}>['children'][number];
type Row = Extract<Node, {type: 'tableRow'}>;
type TableCell = Extract<Node, {type: 'tableCell'}>;
type Phrasing = TableCell['children'][number];

const options: Options = {
	// Every cell counts as three wide: no padding, whatever the longest entry, and the three dashes that some readers want.
	extensions: [gfmToMarkdown({stringLength: () => 3})],
	unsafe: [
		// Readers cut the blanks off a cell's ends.
		{character: ' ', before: String.raw`^\|`, inConstruct: 'tableCell'},
		{character: ' ', after: String.raw`\|$`, inConstruct: 'tableCell'},
		// Before code that holds an address it could open a link.
		{character: '<', inConstruct: 'phrasing'},
		// Many renderers read mathematics between dollar signs.
		{character: '$', inConstruct: 'phrasing'},
	],
};

/** One line: a new line would end a table's row or a list's item. */
const oneLine = (text: string): string => visible(text).replaceAll('\n', ' ⏎ ');

// What renderers make a link of although nobody marked it as one: an address with a scheme, one that begins with www,
// an e-mail address. Repetition is bounded: a text may be one word of 100 kB.
const address = new RegExp(
	[
		String.raw`[a-z][a-z\d+.\-]{0,30}:\/\/[^\s\x60|\\<>]*`,
		String.raw`www\.[^\s\x60|\\<>]*`,
		String.raw`(?:(?:mailto|xmpp):)?[\w.+\-]{1,64}@[\w.\-]+[^\s\x60|\\<>]*`,
	].join('|'),
	'giu',
);

const mayHoldAddress = /:\/\/|www\.|@/iu;

const closing = new Set('!"\')*,.:;?]_~');

/** An address without the punctuation that ends the sentence around it. */
const withoutClosing = (found: string): string => {
	let {length} = found;
	while (length > 0 && closing.has(found.charAt(length - 1))) {
		length--;
	}

	return found.slice(0, length);
};

/**
 * Text as it stands. Addresses become code, for a backslash does not keep a renderer from linking them, and what
 * attackers use must not be one click away.
 */
const phrasing = (text: string): readonly Phrasing[] => {
	if (text === '') {
		return [];
	}

	if (!mayHoldAddress.test(text)) {
		return [{type: 'text', value: text}];
	}

	const parts: Phrasing[] = [];
	let end = 0;
	for (const {0: found, index} of text.matchAll(address)) {
		const value = withoutClosing(found);
		if (index > end) {
			parts.push({type: 'text', value: text.slice(end, index)});
		}

		parts.push({type: 'inlineCode', value});
		end = index + value.length;
	}

	return end < text.length ? [...parts, {type: 'text', value: text.slice(end)}] : parts;
};

const cellContent = (cell: Cell): readonly Phrasing[] => {
	if (typeof cell === 'string') {
		return phrasing(oneLine(cell));
	}

	const text = phrasing(oneLine(cell.text));
	const said: readonly Phrasing[] = cell.struck && text.length > 0 ? [{type: 'delete', children: [...text]}] : text;
	const note = cell.note === undefined ? [] : phrasing(`${said.length > 0 ? ' ' : ''}${oneLine(cell.note)}`);
	return [...said, ...note];
};

const row = (cells: readonly Cell[]): Row => ({
	type: 'tableRow',
	children: cells.map((cell): TableCell => ({type: 'tableCell', children: [...cellContent(cell)]})),
});

/** Each line of a text a paragraph of its own; lines that hold nothing are left out. */
const paragraphs = (text: string): readonly Content[] =>
	visible(text)
		.split('\n')
		.filter(line => line.trim() !== '')
		.map(line => ({type: 'paragraph', children: [...phrasing(line)]}));

const content = (block: Block): readonly Content[] => {
	switch (block.type) {
		case 'heading': {
			return [{type: 'heading', depth: block.level, children: [...phrasing(oneLine(block.text))]}];
		}

		case 'paragraph': {
			return paragraphs(block.text);
		}

		case 'list': {
			return [
				{
					type: 'list',
					spread: false,
					children: block.items.map(item => ({
						type: 'listItem',
						spread: false,
						children: [{type: 'paragraph', children: [...phrasing(oneLine(item))]}],
					})),
				},
			];
		}

		case 'figure': {
			return [{type: 'code', value: block.lines.map(line => oneLine(line)).join('\n')}];
		}

		case 'diagram': {
			return [{type: 'code', lang: 'mermaid', value: block.lines.map(line => oneLine(line)).join('\n')}];
		}

		case 'table': {
			return [{type: 'table', children: [row(block.head), ...block.rows.map(cells => row(cells))]}];
		}
	}
};

type Table = Extract<Block, {readonly type: 'table'}>;

/** Rows that are written at a time: a tree of all rows of a long table would take many times what they say. */
const mostRows = 500;

/** A long table as one and its continuations. */
const inParts = (block: Table): readonly Table[] =>
	block.rows.length <= mostRows
		? [block]
		: Array.from({length: Math.ceil(block.rows.length / mostRows)}, (_, index) => ({
				...block,
				rows: block.rows.slice(index * mostRows, (index + 1) * mostRows),
				...(index === 0 ? {} : {isContinued: true as const}),
			}));

/** Rows alone, without the head and the line below it: every row is one line. */
const continued = (block: Table): string => markdown([block]).split('\n').slice(2).join('\n');

/**
 * The same as `markdown`, a piece at a time. Each part begins with a heading or goes on with a table, so that where two
 * meet there is always a blank line or nothing.
 */
export const markdownPieces = function* (parts: Iterable<readonly Block[]>): Generator<string> {
	let isFirst = true;
	for (const part of parts) {
		let waiting: Block[] = [];
		const flush = function* () {
			if (waiting.length > 0) {
				const text = markdown(waiting);
				if (text !== '') {
					yield `${isFirst ? '' : '\n'}${text}`;
					isFirst = false;
				}

				waiting = [];
			}
		};

		for (const block of part) {
			for (const one of block.type === 'table' ? inParts(block) : [block]) {
				if (one.type === 'table' && one.isContinued === true) {
					yield* flush();
					yield continued(one);
				} else {
					waiting.push(one);
				}
			}

			if (block.type === 'table') {
				yield* flush();
			}
		}

		yield* flush();
	}
};

/**
 * One line of text for a place in the middle of Markdown that somebody else wrote: as safe at the beginning of a line and
 * in a table's cell as it is within a sentence.
 */
export const inlineMarkdown = (text: string): string =>
	text === ''
		? ''
		: toMarkdown(
				{type: 'paragraph', children: [...phrasing(oneLine(withoutLineEnds(text)))]},
				{...options, unsafe: [...(options.unsafe ?? []), {character: '|', inConstruct: 'phrasing'}]},
			).replace(/\n$/u, '');

/**
 * Writes blocks as GitHub-flavoured Markdown. Whatever a text holds stays text: nothing in it becomes a link, an image,
 * HTML, a heading or another row. The same blocks give the same bytes. Lists with another bullet than those around them
 * stay lists of their own.
 */
export const markdown = (blocks: readonly Block[], {bullet = '-'}: {readonly bullet?: '-' | '+'} = {}): string =>
	toMarkdown({type: 'root', children: blocks.flatMap(block => content(block))}, {...options, bullet});
