import {describe, expect, test} from 'vitest';
import {markdown} from '../../source/documents/markdown.ts';
import {type Block, heading, list, paragraph, table, withoutLineEnds} from '../../source/section.ts';
import {visible} from '../../source/text.ts';
import {arbitraryText} from '../support/arbitrary-event.ts';
import * as fc from '../support/fast-check.ts';
import {arbitraryMarkup, hostileStrings} from '../support/hostile.ts';
import {readMarkdown, struckIn, textOf} from './reading.ts';

const inOneLine = (text: string): string => visible(text).replaceAll('\n', ' ⏎ ');

const linesOf = (text: string): readonly string[] =>
	visible(text)
		.split('\n')
		.filter(line => line.trim() !== '');

const joined = (...parts: readonly string[]): string => parts.filter(part => part !== '').join(' ');

/** Writes the text into every kind of place that a document has, and reads it back. */
const expectToStayText = (text: string): void => {
	const blocks: readonly Block[] = [
		heading('before', 1),
		heading(text),
		paragraph(text),
		list([text, 'second']),
		table(
			['head', text],
			[
				[text, {text, struck: true, note: text}],
				[{text, struck: true}, text],
				['last', ''],
			],
		),
	];

	const written = markdown(blocks);

	// oxlint-disable-next-line no-control-regex
	expect(written).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/u);
	expect(written.endsWith('\n')).toBe(true);
	const document = readMarkdown(written);
	const lines = linesOf(text);
	expect(document.map(node => node.type)).toEqual([
		'heading',
		'heading',
		...lines.map(() => 'paragraph'),
		'list',
		'table',
	]);
	expect(document.slice(1, 2 + lines.length).map(node => textOf(node))).toEqual([
		visible(withoutLineEnds(text)),
		...lines,
	]);
	const [items, rows] = document.slice(-2);
	const line = inOneLine(text);
	expect(items?.type === 'list' ? items.children.map(item => textOf(item)) : []).toEqual([line, 'second']);
	const cells = rows?.type === 'table' ? rows.children.map(row => row.children) : [];
	expect(cells.map(row => row.map(cell => textOf(cell)))).toEqual([
		['head', line],
		[line, joined(line, line)],
		[line, line],
		['last', ''],
	]);
	expect(cells.map(row => row.map(cell => struckIn(cell)))).toEqual([
		['', ''],
		['', line],
		[line, ''],
		['', ''],
	]);
};

describe('given any text', () => {
	test.each(hostileStrings.map(text => [JSON.stringify(text).slice(0, 60), text]))(
		'when %s is written as Markdown, then a reader finds that text and nothing else',
		(_, text) => {
			expectToStayText(text);
		},
	);

	test.each([
		'see https://evil.example/a_b(c)?d=*e*, then call',
		'HTTP://evil.example',
		'www.éxample.org',
		'mail priya.shah@example.org or xmpp:sam@example.org/phone.',
		'a@b.org|c@d.org`e@f.org',
		'http://|http://`www.|www.`@',
		'ftp://host/',
		'<a@b.org> <https://example.org>',
		`${'x'.repeat(70)}@example.org`,
		'$a$ and $$b$$',
		' led by a blank, followed by one ',
		'\u00A0no break\u00A0',
		'[^1] [ ] [x] - [ ] task',
		'\\| \\\\| |\\',
		'&amp; &#x7C; &copy;',
		'1. one',
		'+ a',
		'    code',
		'~one~ ~~two~~ ~',
	])('when %j is written, then it is no link, no markup and no other character', text => {
		expectToStayText(text);
	});

	test('when anything is written, then it is read as it stands', () => {
		fc.assert(
			fc.property(fc.oneof(arbitraryText, arbitraryMarkup, fc.string({unit: 'binary-ascii'})), text => {
				expectToStayText(text);
			}),
			{numRuns: 500},
		);
	});

	test('when a text is one word of 100 kB, then it is written in a moment', () => {
		const texts = ['a', '!', '@', 'www.', 'http://!', 'a.', '~', '\\', '|'].map(one =>
			one.repeat(100_000 / one.length),
		);

		const start = performance.now();
		for (const text of texts) {
			markdown([table(['head'], [[text]])]);
		}

		expect(performance.now() - start).toBeLessThan(5000);
	});
});

describe('given a table', () => {
	test('when it is written, then every row is one line, empty cells stay, and the dashes are three', () => {
		const written = markdown([
			table(
				['A', 'B'],
				[
					['one\ntwo', ''],
					['', {text: '', struck: true, note: 'why'}],
				],
			),
		]);

		expect(written).toBe('| A | B |\n| --- | --- |\n| one ⏎ two |  |\n|  | why |\n');
	});

	test('when a cell is struck, then only its text is struck through, not what is said of it', () => {
		const written = markdown([table(['A'], [[{text: 'wrong host', struck: true, note: '(struck by Sam)'}]])]);

		expect(written).toContain('| ~~wrong host~~ (struck by Sam) |');
	});
});
