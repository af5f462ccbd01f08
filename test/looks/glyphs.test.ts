import {globSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it, test} from 'vitest';
import {ascii, glyphs, inAscii} from '../../source/looks/glyphs.ts';
import {columns, isPlain} from '../../source/text.ts';

const root = path.join(import.meta.dirname, '..', '..');

describe('the table of glyphs', () => {
	test.each(Object.entries(glyphs))(
		'has a stand-in for %s, about whose width no two terminals disagree',
		(_, glyph) => {
			expect(ascii.has(glyph)).toBe(true);
			expect(isPlain(glyph)).toBe(true);
		},
	);

	test.each([...ascii])('%s takes one column, as its stand-in %s does', (glyph, standIn) => {
		expect(columns(glyph)).toBe(1);
		expect(standIn).toMatch(/^[ -~]$/u);
	});

	it('has signs for severities that stay apart', () => {
		expect(new Set(['!', '*', '-', inAscii(glyphs.dot)]).size).toBe(4);
	});
});

describe('a text in ASCII', () => {
	test.each([
		['Actions · 5 open · 1 overdue', 'Actions | 5 open | 1 overdue'],
		[' · ', ' . '],
		['8 ▲7  2▪  ✓', '8 ^7  2*  v'],
		['▓▓▓░░░', '###...'],
		['a long tex…', 'a long tex~'],
		['├─ Alpha', '|- Alpha'],
		['└─ Bravo', '`- Bravo'],
		['“Resolved” isn’t', '"Resolved" isn\'t'],
	])('%s is %s', (text, shown) => {
		expect(inAscii(text)).toBe(shown);
		expect(columns(inAscii(text))).toBe(columns(text));
	});

	it('keeps the letters that people type', () => {
		expect(inAscii('Sam Ó Briain, 障害報告, naïve')).toBe('Sam Ó Briain, 障害報告, naïve');
	});
});

/** Arrows, boxes, blocks, shapes and ticks: what is drawn. Punctuation belongs to the sentences it stands in. */
const drawnGlyph = /[\u2190-\u21FF\u2500-\u27BF\u2B00-\u2BFF]/u;

const withoutComments = (text: string): string =>
	text.replaceAll(/\/\*[\s\S]*?\*\//gu, '').replaceAll(/(?<=^|\s)\/\/.*$/gmu, '');

describe('glyphs that are drawn', () => {
	const files = globSync(['source/looks/**/*.{ts,tsx}', 'source/console/**/*.{ts,tsx}', 'source/duties/*/pane.tsx'], {
		cwd: root,
	})
		.map(file => file.replaceAll(path.sep, '/'))
		.filter(file => file !== 'source/looks/glyphs.ts');

	it('are looked for in files that there are', () => {
		expect(files.length).toBeGreaterThan(20);
		expect(drawnGlyph.test(withoutComments("const sign = '▲'; // ✓"))).toBe(true);
		expect(drawnGlyph.test(withoutComments('/* ▲ */ const sign = glyphs.over; // ✓'))).toBe(false);
	});

	test.each(files)('%s takes them from the table', file => {
		expect(drawnGlyph.exec(withoutComments(readFileSync(path.join(root, file), 'utf8')))).toBeNull();
	});
});

describe('whatever any part of the program may draw', () => {
	test('has a stand-in', () => {
		const found = globSync('source/**/*.{ts,tsx}', {cwd: root}).flatMap(file =>
			Array.from(
				withoutComments(readFileSync(path.join(root, file), 'utf8')).matchAll(
					/[\u2190-\u21FF\u2300-\u27BF\u2B00-\u2BFF]/gu,
				),
				([glyph]) => ({file, glyph}),
			),
		);
		expect(found.length).toBeGreaterThan(ascii.size / 2);
		expect(found.filter(({glyph}) => !ascii.has(glyph))).toEqual([]);
	});
});
