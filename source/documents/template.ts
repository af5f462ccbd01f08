import {fromMarkdown} from 'mdast-util-from-markdown';
import {gfmFromMarkdown} from 'mdast-util-gfm';
import {gfm} from 'micromark-extension-gfm';
import {distance} from '../language/verbs.ts';
import {isRefusal, type Refusal, refuse} from '../refusal.ts';
import {visible} from '../text.ts';
import {sections, type SectionName, type ValueName, values} from './names.ts';

/*
A template is Markdown that somebody wrote, with names between `{{` and `}}`. It is read as Markdown only to see where
each name stands: what is around the names goes into the document as it is.
*/

/** What a document is put together from, in order. */
export type Piece =
	| {readonly type: 'text'; readonly text: string}
	| {readonly type: 'value'; readonly of: ValueName}
	/** A value of the front matter, where it is written as a quoted text. */
	| {readonly type: 'quoted'; readonly of: ValueName}
	| {readonly type: 'section'; readonly of: SectionName}
	/** Where a heading of the first two levels begins to speak: an exercise says so there. */
	| {readonly type: 'heading'};

export type Template = {
	/** What a file may have before its Markdown: lines of YAML between two lines of dashes. */
	readonly front: readonly Piece[];
	readonly body: readonly Piece[];
};

type Root = ReturnType<typeof fromMarkdown>;
type Node = Root | Root['children'][number];

/** `{{name}}`; with a backslash before it, it is text. */
const naming = /(?<escape>\\?)\{\{(?<name>[^{}\n]{0,80})\}\}/gu;

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** The names that are spelled most like what was typed. */
const nearest = (typed: string): readonly string[] => {
	const all = [...values, ...sections].map(({name}) => name);
	const last = typed.split('.').at(-1) ?? '';
	const near = (typed === '' ? [] : all)
		.map(name => ({name, far: distance(name, typed.slice(0, 40), 3)}))
		.filter(
			({name, far}) => far <= 3 || (last.length > 2 && name.split('.').includes(last)) || name.startsWith(`${typed}.`),
		)
		.sort((a, b) => a.far - b.far);
	return near.slice(0, 3).map(({name}) => name);
};

const unknown = (name: string, line: number): Refusal => {
	const near = nearest(name);
	return refuse(
		`Line ${line}: there is no name ${name === '' ? 'that is empty' : name}.`,
		near.length > 0
			? `Did you mean ${near.map(one => `{{${one}}}`).join(' or ')}?`
			: 'loggist export --templates lists the names.',
	);
};

/** Every node that holds the offset, the outermost first. */
const nodesAt = (root: Node, offset: number): readonly Node[] => {
	const found: Node[] = [];
	let node: Node | undefined = root;
	while (node !== undefined) {
		found.push(node);
		const inner: readonly Node[] = 'children' in node ? node.children : [];
		node = inner.find(one => {
			const {start, end} = one.position ?? {};
			return start?.offset !== undefined && end?.offset !== undefined && start.offset <= offset && offset < end.offset;
		});
	}

	return found;
};

const nowhere: ReadonlySet<string> = new Set(['link', 'linkReference', 'image', 'imageReference', 'definition']);

/** Why a name cannot stand where it does; undefined where it can. */
const misplaced = (nodes: readonly Node[]): string | undefined => {
	const leaf = nodes.at(-1);
	return leaf?.type === 'code' || leaf?.type === 'inlineCode'
		? 'in code'
		: leaf?.type === 'html'
			? 'in HTML'
			: nodes.some(one => nowhere.has(one.type))
				? 'in a link or an image'
				: leaf?.type === 'text'
					? undefined
					: 'where no text is read';
};

type Found = {readonly from: number; readonly to: number; readonly piece: Piece};

/** A name in the text as the piece that it stands for, or why not. */
const pieceAt = (body: string, root: Root, from: number, whole: string, typed: string): Found | Refusal | undefined => {
	const name = typed.trim().toLowerCase();
	const line = lineAt(body, from);
	const nodes = nodesAt(root, from);
	const trouble = misplaced(nodes);
	const value = values.find(one => one.name === name);
	const section = sections.find(one => one.name === name);
	if (value === undefined && section === undefined) {
		// What code shows of another language of templates is none of ours, and code knows no backslash.
		return trouble === 'in code' ? undefined : unknown(name, line);
	}

	if (trouble !== undefined) {
		return refuse(`Line ${line}: {{${name}}} stands ${trouble}, where nothing can be put.`, 'Put it into the text.');
	}

	if (value !== undefined) {
		return {from, to: from + whole.length, piece: {type: 'value', of: value}};
	}

	const [, block] = nodes;
	const {start, end} = block?.position ?? {};
	const isAlone =
		block?.type === 'paragraph' && body.slice(start?.offset, end?.offset).trim() === whole && nodes.length === 3;
	return section === undefined || !isAlone
		? refuse(
				`Line ${line}: {{${name}}} is a part of its own, not a word.`,
				'Put it on a line of its own, with an empty line before and after it, in no list, quotation or table.',
			)
		: {from, to: from + whole.length, piece: {type: 'section', of: section}};
};

/** Where the words of each heading of the first two levels begin. */
const headingsIn = (root: Root): readonly Found[] =>
	root.children.flatMap(node => {
		const offset = node.type === 'heading' && node.depth < 3 ? node.children[0]?.position?.start.offset : undefined;
		return offset === undefined ? [] : [{from: offset, to: offset, piece: {type: 'heading'} as const}];
	});

/** The text cut at what was found in it. */
const cut = (text: string, found: readonly Found[]): readonly Piece[] => {
	const pieces: Piece[] = [];
	let end = 0;
	for (const {from, to, piece} of found.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
		pieces.push({type: 'text', text: text.slice(end, from)}, piece);
		end = to;
	}

	return [...pieces, {type: 'text', text: text.slice(end)}];
};

const frontMatter = /^---\n(?:.*\n)*?---(?:\n|$)/u;

/** In front matter a name is the whole of a field. */
const fieldNaming = /^(?<field>[ \t]*[\w-]+:[ \t]*)\{\{(?<name>[^{}\n]{0,80})\}\}[ \t]*$/u;

const readFront = (front: string): readonly Piece[] | Refusal => {
	const pieces: Piece[] = [];
	for (const [index, line] of front.split(/(?<=\n)/u).entries()) {
		const groups = fieldNaming.exec(line.replace(/\n$/u, ''))?.groups;
		if (groups === undefined) {
			if (/\{\{.*\}\}/u.test(line)) {
				return refuse(
					`Line ${index + 1}: in front matter a name must be all of a field.`,
					'Write title: {{incident.title}}.',
				);
			}

			pieces.push({type: 'text', text: line});
			continue;
		}

		const name = groups['name']?.trim().toLowerCase() ?? '';
		const value = values.find(one => one.name === name);
		if (value === undefined) {
			return sections.some(one => one.name === name)
				? refuse(`Line ${index + 1}: {{${name}}} is a part, not a word.`, 'Put it on a line of its own below.')
				: unknown(name, index + 1);
		}

		pieces.push({type: 'text', text: groups['field'] ?? ''}, {type: 'quoted', of: value}, {type: 'text', text: '\n'});
	}

	return pieces;
};

/** The text as it may stand in a document: with no character that acts or is not seen. */
const shown = (text: string): string =>
	text
		.replace(/^\uFEFF/u, '')
		.replaceAll(/\r\n?/gu, '\n')
		.split(/([\n\t])/u)
		.map(part => (part === '\n' || part === '\t' ? part : visible(part)))
		.join('');

/** Reads a template; a name that is not known, or that stands where nothing can be put, is refused with its line. */
export const readTemplate = (file: string): Template | Refusal => {
	const text = shown(file);
	const [frontText = ''] = frontMatter.exec(text) ?? [];
	const front = readFront(frontText);
	if (isRefusal(front)) {
		return front;
	}

	// The body keeps its place, so that lines are counted from the top of the file.
	const body = frontText.replaceAll(/[^\n]/gu, '') + text.slice(frontText.length);
	const root = fromMarkdown(body, {extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()]});
	const found: Found[] = [...headingsIn(root)];
	for (const match of body.matchAll(naming)) {
		const {escape, name = ''} = match.groups ?? {};
		if (escape === '') {
			const one = pieceAt(body, root, match.index, match[0], name);
			if (one !== undefined && isRefusal(one)) {
				return one;
			}

			if (one !== undefined) {
				found.push(one);
			}
		}
	}

	return {front, body: cut(body, found)};
};
