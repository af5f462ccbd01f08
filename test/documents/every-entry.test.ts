import {parse} from 'csv-parse/sync';
import {describe, expect, it} from 'vitest';
import type {DocumentView} from '../../source/documents/incident-log.ts';
import {formats} from '../../source/documents/index.ts';
import {fixtures} from '../../source/replay/fixtures.ts';
import {viewOfFixture} from './golden.ts';
import {hostileView} from './hostile-log.ts';
import {entriesIn, htmlText} from './page-structure.ts';
import {readMarkdown, rowsUnder, textOf} from './reading.ts';

/** What stands in one column of a table in CSV, as another parser reads it. */
const column = (text: string, name: string): readonly number[] => {
	const rows: readonly Readonly<Record<string, string>>[] = parse(text, {bom: true, columns: true});
	return rows.map(row => Number(row[name]));
};

/** What stands under one name in each line of JSON that has it. */
const inLines = (text: string, name: string): readonly number[] =>
	text
		.split('\n')
		.filter(Boolean)
		.flatMap(line => {
			const value: unknown = JSON.parse(line);
			const found = new Map(Object.entries(Object(value) as object)).get(name);
			return typeof found === 'number' ? [found] : typeof found === 'string' ? [Number(found)] : [];
		});

/** How each format that holds the log tells the numbers of its entries; undefined for one that holds a part of it only. */
const readers: Readonly<Record<string, ((text: string) => readonly number[]) | undefined>> = {
	markdown: text => rowsUnder(readMarkdown(text), 'Log').map(([first]) => Number(first && textOf(first))),
	html: entriesIn,
	jsonl: text => inLines(text, 'number'),
	csv: text => column(text, 'number'),
	timesketch: text => column(text, 'number'),
	'timesketch-jsonl': text => inLines(text, 'number'),
	sitrep: undefined,
	'sitrep-html': undefined,
	handover: undefined,
	curated: undefined,
	decisions: undefined,
	actions: undefined,
	review: undefined,
	'ics-203': undefined,
	'ics-207': undefined,
	'ics-214': undefined,
	ics: undefined,
};

/** What no file may hold, in whichever form: it would act on a terminal or hide what is said. */
// oxlint-disable-next-line no-control-regex
const acting = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u;

/** A text without its ends of lines, which every medium writes in its own way. */
const spaced = (text: string): string => text.replaceAll(/\s*(?:⏎|\n)\s*/gu, ' ').trim();

const incidents: readonly (readonly [string, () => Promise<DocumentView>])[] = [
	...fixtures().map(fixture => [fixture.name, async () => viewOfFixture(fixture)] as const),
	['a log of every text that breaks things', async () => hostileView()],
];

describe('every format', () => {
	it('is known here as one that holds the whole log or a part of it', () => {
		expect(Object.keys(readers).toSorted()).toEqual(formats.map(one => one.name).toSorted());
	});
});

describe.each(incidents)('%s', (_, viewed) => {
	it.each(formats.map(format => [format.name, format] as const))(
		'as %s holds every entry exactly once, in order, or the part that it is about, and nothing that acts',
		async (name, format) => {
			const view = await viewed();
			const text = await format.write(view);
			expect(text).not.toMatch(acting);
			expect(text.length).toBeGreaterThan(100);
			const read = readers[name];
			if (read !== undefined) {
				expect(read(text)).toEqual(view.entries.map(one => one.number));
			}
		},
	);

	it('as HTML says of each entry in its row what the Markdown says of it', async () => {
		const view = await viewed();
		const written = async (name: string) => (await formats.find(one => one.name === name)?.write(view)) ?? '';
		const inMarkdown = rowsUnder(readMarkdown(await written('markdown')), 'Log').map(row =>
			row.map(cell => spaced(textOf(cell))),
		);
		const page = await written('html');
		const inPage = [...page.matchAll(/<tr data-recorded="[^"]*">([^]*?)<\/tr>/gu)].map(([, cells = '']) =>
			[...cells.matchAll(/<t[hd]\b[^>]*>([^]*?)<\/t[hd]>/gu)].map(([, cell = '']) => spaced(htmlText(cell))),
		);
		expect(inPage).toEqual(inMarkdown);
	});
});
