import {readFileSync} from 'node:fs';
import {describe, expect, it, test} from 'vitest';
import {clip, columns, forTerminal, graphemes, trouble, visible, wrap} from '../source/text.ts';
import * as fc from './support/fast-check.ts';

const hostile = readFileSync(new URL('../fixtures/hostile/strings.txt', import.meta.url), 'utf8')
	.split('\n')
	.filter(line => line !== '')
	.map(line => String(JSON.parse(line)));

// All that acts on a terminal or is not seen; private use characters are glyphs of somebody's font.
const unsafe = /[\p{Cc}\p{Cf}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const unsafeOnPaper = /[\p{Cc}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C\u200B\u2060\uFEFF]/u;

const anyText = fc.string({unit: 'binary'});
const nastyText = fc
	.array(
		fc.oneof(
			fc.string({unit: 'grapheme'}),
			fc.string({unit: 'binary'}),
			fc.constantFrom(...hostile),
			fc.constantFrom('\u001B[2J', '\u202E', '\uD800', '\u200D', '\uFE0F', '\u0301', '🇬🇧', '👩🏽', '\r\n', '\t', 'कि'),
		),
	)
	.map(parts => parts.join(''));

describe('for a terminal', () => {
	test.each([
		['plain text', 'isolate host 17', 'isolate host 17'],
		['letters with accents', 'Siobhán Ní Bhriain — “quoted” …', 'Siobhán Ní Bhriain — “quoted” …'],
		['an escape sequence', '\u001B[2J\u001B[H', '␛[2J␛[H'],
		['a title', '\u001B]0;owned\u0007', '␛]0;owned␇'],
		['controls of one byte', '\u009B31mred', '⟨U+009B⟩31mred'],
		['a carriage return', '12:00 real\r11:00 fake', '12:00 real␍11:00 fake'],
		['lines', 'one\r\ntwo\nthree', 'one ⏎ two ⏎ three'],
		['tabs', '\ta\tb', ' a b'],
		['a text written backwards', '\u202Egnp.exe', '⟨U+202E⟩gnp.exe'],
		['isolates', 'a\u2066b\u2069', 'a⟨U+2066⟩b⟨U+2069⟩'],
		['marks of direction', 'a\u200Eb\u200Fc\u061Cd', 'a⟨U+200E⟩b⟨U+200F⟩c⟨U+061C⟩d'],
		['what is not seen', 'a\u200Bb\uFEFFc\u2060d\u00ADe\u3164', 'a⟨U+200B⟩b⟨U+FEFF⟩c⟨U+2060⟩d⟨U+00AD⟩e⟨U+3164⟩'],
		['line separators', 'a\u2028b\u2029c\u0085d', 'a⟨U+2028⟩b⟨U+2029⟩c⟨U+0085⟩d'],
		['halves of characters', 'a\uD83Db\uDE00', 'a\uFFFDb\uFFFD'],
		['NUL and DEL', 'a\u0000b\u007F', 'a␀b␡'],
		['a family', '👨‍👩‍👧‍👦', '👨👩👧👦'],
		['a skin', '👍🏽', '👍'],
		['a flag', '🇬🇧', '🇬🇧'],
		['a flag of a country in a country', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🏴'],
		['a key', '1️⃣ ❤️', '1 ❤'],
		['a joiner between letters that do not join', 'ad\u200Dmin', 'ad⟨U+200D⟩min'],
		['joiners where letters join', 'می\u200Cخواهم', 'میخواهم'],
		['too many accents', 'Z\u0351\u036B\u0343\u036A\u0302', 'Z\u0351\u036B\u0343'],
		['an accent without a letter', '\u0301a', '◌\u0301a'],
		['a tone without a hand', 'a🏽', 'a⟨U+1F3FD⟩'],
		['a vowel that is half a mark', 'น้ำ', 'น้ํา'],
		['letters from right to left', 'שלום', 'שלום'],
		['hidden letters', 'a\u{E0041}\u{E0042}', 'a⟨U+E0041⟩⟨U+E0042⟩'],
	])('%s', (_, text, shown) => {
		expect(forTerminal(text)).toBe(shown);
	});

	test.each(hostile.map(text => [JSON.stringify(text), text]))('%s is harmless', (_, text) => {
		const shown = forTerminal(text);
		expect(shown).not.toMatch(unsafe);
		expect(forTerminal(shown)).toBe(shown);
	});

	it('lets no control, bidi or invisible character through', () => {
		fc.assert(
			fc.property(fc.oneof(anyText, nastyText), text => {
				expect(forTerminal(text)).not.toMatch(unsafe);
				expect(forTerminal(text).isWellFormed()).toBe(true);
			}),
			{numRuns: 500},
		);
	});

	it('changes what is safe no more', () => {
		fc.assert(
			fc.property(nastyText, text => {
				expect(forTerminal(forTerminal(text))).toBe(forTerminal(text));
			}),
		);
	});

	it('leaves ASCII as it is', () => {
		fc.assert(
			fc.property(fc.string({unit: 'grapheme-ascii'}), text => {
				expect(forTerminal(text)).toBe(text);
			}),
		);
	});
});

describe('for a document', () => {
	it('keeps lines and the shape of emoji', () => {
		expect(visible('one\r\ntwo\n👨‍👩‍👧 👍🏽 1️⃣')).toBe('one\ntwo\n👨‍👩‍👧 👍🏽 1️⃣');
	});

	it('shows what would act or hide', () => {
		expect(visible('a\u202Eb\rc\td\u001B[2J')).toBe('a⟨U+202E⟩b␍c d␛[2J');
	});

	it('lets no control or bidi character through but new lines', () => {
		fc.assert(
			fc.property(fc.oneof(anyText, nastyText), text => {
				expect(visible(text).replaceAll('\n', '')).not.toMatch(unsafeOnPaper);
			}),
			{numRuns: 500},
		);
	});
});

describe('what cannot be kept', () => {
	test.each([
		['a\u0000b', /NUL/u],
		['a\uD800', /surrogate/u],
		['\uDC00', /surrogate/u],
	])('%j', (text, why) => {
		expect(trouble(text)).toMatch(why);
	});

	test.each(['', 'text', '👨‍👩‍👧', '\u202E', '\u001B[2J', '\uFFFD'])('%j can', text => {
		expect(trouble(text)).toBeUndefined();
	});
});

describe('width', () => {
	test.each([
		['', 0],
		['abc', 3],
		['│ é ü … ▲', 9],
		['障害報告', 8],
		['🇬🇧', 2],
		['👨👩', 4],
		['e\u0301', 1],
	])('of %j is %i', (text, width) => {
		expect(columns(text)).toBe(width);
	});

	it('is that of its graphemes together', () => {
		fc.assert(
			fc.property(nastyText, text => {
				const safe = forTerminal(text);
				const parts = [...graphemes(safe)];
				expect(parts.join('')).toBe(safe);
				expect(parts.reduce((sum, part) => sum + columns(part), 0)).toBe(columns(safe));
			}),
		);
	});
});

describe('clip', () => {
	test.each([
		['short', 10, 'short'],
		['exactly', 7, 'exactly'],
		['too long', 5, 'too …'],
		['障害報告', 5, '障害…'],
		['障害報告', 4, '障…'],
		['e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
		['anything', 1, '…'],
		['anything', 0, ''],
		['anything', -1, ''],
	])('%j to %i', (text, width, shown) => {
		expect(clip(text, width)).toBe(shown);
	});

	it('never takes more than its width, and begins as the text does', () => {
		fc.assert(
			fc.property(nastyText, fc.integer({min: 0, max: 40}), (text, width) => {
				const safe = forTerminal(text);
				const shown = clip(safe, width);
				expect(columns(shown)).toBeLessThanOrEqual(width);
				expect(shown.isWellFormed()).toBe(true);
				expect(shown === safe || width === 0 || safe.startsWith(shown.slice(0, -1))).toBe(true);
			}),
		);
	});

	it('splits no character of text that was not made safe', () => {
		expect(clip('🏴'.repeat(1000), 7).isWellFormed()).toBe(true);
		expect(clip(`${'\u200D'.repeat(100)}🏴`.repeat(50), 3).isWellFormed()).toBe(true);
	});
});

describe('wrap', () => {
	test.each([
		['', 10, ['']],
		['the quick brown fox', 10, ['the quick', 'brown fox']],
		['averyverylongword', 7, ['averyve', 'rylongw', 'ord']],
		['see averyverylongword', 10, ['see averyv', 'erylongwor', 'd']],
		['one\n\ntwo', 10, ['one', '', 'two']],
		['  indented text', 20, ['  indented text']],
		['障害報告', 5, ['障害', '報告']],
		['障', 1, ['…']],
		['a  b', 1, ['a', 'b']],
	])('%j to %i', (text, width, lines) => {
		expect(wrap(text, width)).toEqual(lines);
	});

	it('keeps to the width and loses no word', () => {
		fc.assert(
			// The widest glyph: a sign with three marks that take a column each.
			fc.property(nastyText, fc.integer({min: 4, max: 40}), (text, width) => {
				const safe = forTerminal(text);
				const lines = wrap(safe, width);
				for (const line of lines) {
					expect(columns(line)).toBeLessThanOrEqual(width);
				}

				expect(lines.join('').replaceAll(' ', '')).toBe(safe.replaceAll(' ', ''));
			}),
		);
	});

	test.each([
		['a line of letters', 'a'.repeat(100_000)],
		['a line of words', 'word '.repeat(20_000)],
		['a line of ideographs', '障害'.repeat(50_000)],
		['a line of accents', 'a\u0301'.repeat(50_000)],
		['a line of hidden marks', '\u202E'.repeat(10_000)],
	])('takes %s of 100 kB in its stride', (_, text) => {
		const start = performance.now();
		const lines = wrap(forTerminal(text), 80);
		expect(lines.length).toBeGreaterThan(500);
		// Linear work takes some 50 ms here; quadratic work takes minutes.
		expect(performance.now() - start).toBeLessThan(3000);
	});
});
