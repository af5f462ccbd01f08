import {describe, expect, test} from 'vitest';
import {printedLines} from '../../source/console/spoken-lines.ts';
import {columns} from '../../source/text.ts';
import * as fc from '../support/fast-check.ts';

const said =
	'Warning, A7: A1 is stuck with Chen Wei: more than 30m late. Reassign it, or add an expert who can take it on.';

describe('what is read out', () => {
	test('is broken between words on a terminal, as wide as that is', () => {
		expect(printedLines([said, 'Entry 7.'], {isTerminal: true, columns: 80})).toEqual([
			'Warning, A7: A1 is stuck with Chen Wei: more than 30m late. Reassign it, or add',
			'an expert who can take it on.',
			'Entry 7.',
		]);
	});

	test('is a line for a sentence where a program reads it', () => {
		expect(printedLines([said], {isTerminal: false, columns: 80})).toEqual([said]);
	});

	test('never is wider than the terminal, and no word is lost', () => {
		fc.assert(
			fc.property(
				fc.array(fc.stringMatching(/^[a-z]{1,12}$/u), {minLength: 1}),
				fc.integer({min: 12, max: 90}),
				(words, width) => {
					const lines = printedLines([words.join(' ')], {isTerminal: true, columns: width});
					expect(lines.every(line => columns(line) <= width)).toBe(true);
					expect(lines.join(' ')).toBe(words.join(' '));
				},
			),
		);
	});
});
