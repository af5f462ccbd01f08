import {describe, expect, it} from 'vitest';
import {unquoted, words} from '../../source/language/tokens.ts';
import * as fc from '../support/fast-check.ts';

/** The words of a line as they read, the literal ones between ‹ and ›. */
const said = (line: string) => words(line).map(({text, isLiteral}) => (isLiteral ? `‹${text}›` : text));

describe('the words of a line', () => {
	it.each([
		['', []],
		['  \t ', []],
		['isolate host 17', ['isolate', 'host', '17']],
		['  isolate\n\thost ', ['isolate', 'host']],
		['@"Sam Ó Briain" joins', ['@"Sam Ó Briain"', 'joins']],
		['#"red team" marking:"OFFICIAL SENSITIVE" x', ['#"red team"', 'marking:"OFFICIAL SENSITIVE"', 'x']],
		['@"Sam Ó Briain", please', ['@"Sam Ó Briain",', 'please']],
		['he said "by 14:00 @priya" twice', ['he', 'said', '‹"by 14:00 @priya"›', 'twice']],
		[String.raw`\@priya \#4 \by 14:00`, ['‹@priya›', '‹#4›', '‹by›', '14:00']],
		[String.raw`\because \tests:F1 \"quoted`, ['‹because›', '‹tests:F1›', '‹"quoted›']],
		[String.raw`C:\temp \\server\share \ \7`, [String.raw`C:\temp`, String.raw`‹\server\share›`, '\\', String.raw`\7`]],
		['a "quote that never ends', ['a', '"quote', 'that', 'never', 'ends']],
		['@"Sam Ó', ['@"Sam', 'Ó']],
		['5" pipe and 6" pipe', ['5"', 'pipe', 'and', '6"', 'pipe']],
		['""', ['‹""›']],
	])('%j', (line, expected) => {
		expect(said(line)).toEqual(expected);
	});

	it('have their place in the line, and are what stands there', () => {
		fc.assert(
			fc.property(
				fc.string({unit: fc.constantFrom('a', '@', '#', '"', '\\', ' ', ':', 'é', '💥'), maxLength: 40}),
				line => {
					let last = 0;
					for (const {raw, start, end} of words(line)) {
						expect(line.slice(start, end)).toBe(raw);
						expect(line.slice(last, start).trim()).toBe('');
						last = end;
					}

					expect(line.slice(last).trim()).toBe('');
				},
			),
		);
	});
});

describe('a value without its quotes', () => {
	it.each([
		['"Sam Ó Briain"', 'Sam Ó Briain'],
		['" Sam "', 'Sam'],
		['Sam', 'Sam'],
		['"Sam', '"Sam'],
		['""', ''],
		['"a"b"', 'a"b'],
	])('%s', (value, expected) => {
		expect(unquoted(value)).toBe(expected);
	});
});
