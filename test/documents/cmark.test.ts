import {spawnSync} from 'node:child_process';
import {describe, expect, it} from 'vitest';
import {fixtures} from '../../source/replay/fixtures.ts';
import {goldenDocuments, viewOfFixture} from './golden.ts';
import {hostileView} from './hostile-log.ts';
import {readMarkdown, textOf} from './reading.ts';

const program = 'cmark-gfm';
const isThere = spawnSync(program, ['--version']).error === undefined;

/** A heading with its depth, or a table as its rows. */
type Part = readonly [depth: number, text: string] | readonly (readonly string[])[];

const unescaped = (text: string): string =>
	text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** What the text and the code in a piece of cmark's XML say. */
const saidIn = (xml: string): string =>
	[...xml.matchAll(/<(text|code)\b[^>]*>([^]*?)<\/\1>/gu)].map(([, , text = '']) => unescaped(text)).join('');

/** Headings and tables as cmark-gfm reads them. */
const byCmark = (markdown: string): readonly Part[] => {
	const extensions = ['table', 'strikethrough', 'autolink', 'tasklist'].flatMap(one => ['-e', one]);
	const {stdout} = spawnSync(program, ['-t', 'xml', ...extensions], {
		input: markdown,
		encoding: 'utf8',
		maxBuffer: 1_000_000_000,
	});
	return [...stdout.matchAll(/<heading level="(\d)">([^]*?)<\/heading>|<table>([^]*?)<\/table>/gu)].map(
		([, level, title = '', table]): Part =>
			table === undefined
				? [Number(level), saidIn(title)]
				: [...table.matchAll(/<(table_header|table_row)>([^]*?)<\/\1>/gu)].map(([, , row = '']) =>
						[...row.matchAll(/<table_cell\b[^>]*?(?:\/>|>([^]*?)<\/table_cell>)/gu)].map(([, cell = '']) =>
							saidIn(cell),
						),
					),
	);
};

/** The same as remark reads them. */
const byRemark = (markdown: string): readonly Part[] =>
	readMarkdown(markdown).flatMap((node): readonly Part[] =>
		node.type === 'heading'
			? [[node.depth, textOf(node)]]
			: node.type === 'table'
				? [node.children.map(row => row.children.map(cell => textOf(cell)))]
				: [],
	);

const incidents = [
	...fixtures().map(fixture => [fixture.name, async () => viewOfFixture(fixture)] as const),
	['a log of every text that breaks things', async () => hostileView()] as const,
];

describe.skipIf(!isThere)(`read by cmark-gfm${isThere ? '' : ' (SKIPPED: there is no cmark-gfm)'}`, () => {
	it.each(incidents)('%s has the headings and the tables that remark reads', async (_, viewed) => {
		for (const [file, text] of await goldenDocuments(await viewed())) {
			if (file.endsWith('.md')) {
				expect([file, byCmark(text)]).toEqual([file, byRemark(text)]);
			}
		}
	});
});
