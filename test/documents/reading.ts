import {fromMarkdown} from 'mdast-util-from-markdown';
import {gfmFromMarkdown} from 'mdast-util-gfm';
import {gfm} from 'micromark-extension-gfm';

type Root = ReturnType<typeof fromMarkdown>;
type Node = Root | Root['children'][number];

/** A document as a reader of GitHub-flavoured Markdown understands it. */
export const readMarkdown = (text: string): Root['children'] =>
	fromMarkdown(text, {extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()]}).children;

const texts: ReadonlySet<string> = new Set(['text', 'inlineCode']);
const containers: ReadonlySet<string> = new Set(['tableCell', 'delete', 'paragraph', 'heading', 'listItem']);

/** The plain text of a node. Throws when there is anything in it but text, code and strikes. */
export const textOf = (node: object & {readonly type: string}): string => {
	if (texts.has(node.type) && 'value' in node && typeof node.value === 'string') {
		return node.value;
	}

	if (containers.has(node.type) && 'children' in node && Array.isArray(node.children)) {
		return node.children.map((child: Node) => textOf(child)).join('');
	}

	throw new TypeError(`There is a ${node.type} where only text should be.`);
};

/** What is struck through in a node. */
export const struckIn = (node: object & {readonly type: string}): string =>
	node.type === 'delete'
		? textOf(node)
		: 'children' in node && Array.isArray(node.children)
			? node.children.map((child: Node) => struckIn(child)).join('')
			: '';

type Table = Extract<Node, {type: 'table'}>;
export type TableCell = Table['children'][number]['children'][number];

/** The cells of the first table after the heading that ends with `title`, without its head. */
export const rowsUnder = (document: Root['children'], title: string): readonly (readonly TableCell[])[] => {
	const start = document.findIndex(node => node.type === 'heading' && textOf(node).endsWith(title));
	const after = document.slice(start + 1);
	const end = after.findIndex(node => node.type === 'heading');
	const table = after.slice(0, end === -1 ? undefined : end).find(node => node.type === 'table');
	return table === undefined ? [] : table.children.slice(1).map(row => row.children);
};

/** The document's headings of the first two levels. */
export const headingsOf = (document: Root['children']): readonly string[] =>
	document.flatMap(node => (node.type === 'heading' && node.depth < 3 ? [textOf(node)] : []));
