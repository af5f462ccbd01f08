import {describe, expect, test} from 'vitest';
import {type Edit, edits, emptyLine, insert, type Line, lineOf, replaceBack} from '../../source/console/line.ts';
import * as fc from '../support/fast-check.ts';

const after = (line: Line, ...how: readonly Edit[]): Line => {
	let now = line;
	for (const one of how) {
		now = edits[one](now);
	}

	return now;
};

/** The line with `|` where the cursor stands. */
const seen = ({text, cursor}: Line): string => `${text.slice(0, cursor)}|${text.slice(cursor)}`;

const family = '👨‍👩‍👧‍👦';
const flag = '🇬🇧';
const accented = 'e\u0301';
const letter = '障';

const grapheme = fc.constantFrom(family, flag, accented, letter, 'a', ' ', '👩🏽‍🚒', 'नि', '1️⃣', 'ß');

describe('a line being typed', () => {
	test('takes text where the cursor stands', () => {
		expect(seen(insert({text: 'host 17', cursor: 4}, ' number'))).toBe('host number| 17');
		expect(seen(insert(emptyLine, 'a'))).toBe('a|');
	});

	test.each([family, flag, accented, letter, '👩🏽‍🚒', '1️⃣'])(
		'moves over %s in one step and deletes it in one',
		glyph => {
			const line = lineOf(`a${glyph}b`);
			expect(seen(after(line, 'left', 'left'))).toBe(`a|${glyph}b`);
			expect(seen(after(line, 'left', 'left', 'right'))).toBe(`a${glyph}|b`);
			expect(seen(after(line, 'left', 'delete-back'))).toBe('a|b');
			expect(seen(after(line, 'start', 'right', 'delete-forth'))).toBe('a|b');
		},
	);

	test('stops at both ends', () => {
		expect(seen(after(lineOf('ab'), 'right', 'delete-forth'))).toBe('ab|');
		expect(seen(after(lineOf('ab'), 'start', 'left', 'delete-back', 'word-left', 'delete-word'))).toBe('|ab');
		expect(seen(after(lineOf('ab'), 'word-right'))).toBe('ab|');
	});

	test('goes and deletes by words', () => {
		const line = lineOf('isolate  host 17 ');
		expect(seen(after(line, 'word-left'))).toBe('isolate  host |17 ');
		expect(seen(after(line, 'word-left', 'word-left'))).toBe('isolate  |host 17 ');
		expect(seen(after(line, 'start', 'word-right', 'word-right'))).toBe('isolate  host| 17 ');
		expect(seen(after(line, 'delete-word'))).toBe('isolate  host |');
		expect(seen(after(lineOf('   '), 'delete-word'))).toBe('|');
	});

	test('deletes to either end', () => {
		const line = {text: 'host 17', cursor: 5};
		expect(seen(after(line, 'delete-to-start'))).toBe('|17');
		expect(seen(after(line, 'delete-to-end'))).toBe('host |');
	});

	test('takes a candidate for the word before the cursor', () => {
		expect(seen(replaceBack({text: '/ack A and more', cursor: 6}, 5, 'A12'))).toBe('/ack A12| and more');
	});

	test('is edited in its middle at 100 kB as at its end', () => {
		const half = 'wort '.repeat(10_000);
		const line = {text: half + half, cursor: half.length};
		const edited = after(insert(line, family), 'left', 'right', 'delete-back', 'delete-word');
		expect(edited.cursor).toBe(half.length - 5);
		expect(edited.text).toHaveLength(half.length * 2 - 5);
	});

	test('has its cursor between two graphemes, whatever is done to it', () => {
		const how = fc.constantFrom<Edit>(
			'left',
			'right',
			'word-left',
			'word-right',
			'start',
			'end',
			'delete-back',
			'delete-forth',
			'delete-word',
		);
		const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});
		fc.assert(
			fc.property(fc.array(grapheme, {maxLength: 12}), fc.array(how, {maxLength: 12}), (glyphs, deeds) => {
				const {text, cursor} = after(lineOf(glyphs.join('')), ...deeds);
				const places = [0, ...Array.from(segmenter.segment(text), ({index, segment}) => index + segment.length)];
				expect(places).toContain(cursor);
			}),
		);
	});

	test('is walked to its start and back in as many steps as it has graphemes', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom(family, letter, accented, 'x', ' '), {maxLength: 12}), glyphs => {
				const line = lineOf(glyphs.join(''));
				const back = after(line, ...glyphs.map((): Edit => 'left'));
				expect(back.cursor).toBe(0);
				expect(after(back, ...glyphs.map((): Edit => 'right'))).toEqual(line);
				expect(after(line, ...glyphs.map((): Edit => 'delete-back'))).toEqual(emptyLine);
			}),
		);
	});
});
