import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {describe, expect, it} from 'vitest';
import {tell} from '../../source/timeline.ts';
import {fixtures} from '../../source/replay/fixtures.ts';
import {visible} from '../../source/text.ts';
import {goldenDocuments, goldenFolder, viewOfFixture} from './golden.ts';
import {rowsUnder, textOf} from './reading.ts';

const parser = unified().use(remarkParse).use(remarkGfm);

/** Nodes of a kind that no document of this program holds: raw HTML, links, images, footnotes. */
const alive = (node: object): readonly string[] => {
	const own =
		'type' in node && typeof node.type === 'string' && /^(?:html|link|image|footnote|definition)/u.test(node.type)
			? [node.type]
			: [];
	const inner: readonly object[] = 'children' in node && Array.isArray(node.children) ? node.children : [];
	return [...own, ...inner.flatMap(alive)];
};

describe.each(fixtures().map(fixture => [fixture.name, fixture] as const))('%s', (name, fixture) => {
	it('every document is the one that was read and found good (npm run papers writes them anew)', async () => {
		const documents = await goldenDocuments(await viewOfFixture(fixture));
		const folder = path.join(goldenFolder, name);
		expect(existsSync(folder) ? readdirSync(folder).toSorted() : []).toEqual([...documents.keys()].toSorted());
		for (const [file, text] of documents) {
			expect(`${file}\n${text}`).toBe(`${file}\n${readFileSync(path.join(folder, file), 'utf8')}`);
		}
	});

	it('every document is read by remark as one of headings, paragraphs, lists, tables and diagrams', async () => {
		const documents = await goldenDocuments(await viewOfFixture(fixture));
		for (const [file, text] of [...documents].filter(([one]) => one.endsWith('.md'))) {
			const root = parser.parse(text);
			expect([file, alive(root)]).toEqual([file, []]);
			const tables = root.children.flatMap(node => (node.type === 'table' ? [node] : []));
			for (const table of tables) {
				expect(new Set(table.children.map(row => row.children.length)).size).toBe(1);
			}
		}
	});

	it('the full log carries every entry once, the curated one every entry that it does not name as left out', async () => {
		const view = await viewOfFixture(fixture);
		const documents = await goldenDocuments(view);
		const rowsOf = (file: string) => {
			const {children} = parser.parse(documents.get(file) ?? '');
			return rowsUnder(children, 'Log').map(row => row.map(cell => textOf(cell)));
		};
		expect(rowsOf('markdown.md').map(row => [row[0], row[5]])).toEqual(
			view.entries.map(one => [String(one.number), visible(tell(one, view.board))]),
		);
		const curated = new Set(rowsOf('curated.md').map(([number]) => Number(number)));
		const said = documents.get('curated.md') ?? '';
		for (const {number} of view.entries.filter(one => !curated.has(one.number))) {
			const isNamed = [...said.matchAll(/(\d+)(?: to (\d+))?/gu)].some(
				([, from, to]) => Number(from) <= number && number <= Number(to ?? from),
			);
			expect([number, isNamed]).toEqual([number, true]);
		}
	});
});
