import {readFileSync} from 'node:fs';
import * as fc from './fast-check.ts';

const file = new URL('../../fixtures/hostile/strings.txt', import.meta.url);

const parse = (line: string): string => {
	const value: unknown = JSON.parse(line);
	if (typeof value !== 'string') {
		throw new TypeError(`Not a string: ${line}`);
	}

	return value;
};

/** Texts that have broken programs before: one JSON string a line in `fixtures/hostile`. */
export const hostileStrings: readonly string[] = readFileSync(file, 'utf8').split('\n').filter(Boolean).map(parse);

/** Texts made of what means something in Markdown, HTML and links. */
export const arbitraryMarkup: fc.Arbitrary<string> = fc
	.array(
		fc.oneof(
			fc.constantFrom('|', '\\', '`', '~', '*', '_', '[', ']', '(', ')', '<', '>', '#', '-', '+', '=', '!', '&', ';'),
			fc.constantFrom(':', '.', '@', '$', '^', '"', "'", ' ', '\n', '\t', 'a', 'x', '1', 'é', '\u00A0', '👩🏽‍🚒'),
			fc.constantFrom(
				'~~',
				'**',
				'](',
				'![',
				'<b>',
				'<!--',
				'&amp;',
				'&#x7C;',
				'[^1]',
				'|-',
				':-',
				'```',
				'1. ',
				'\r\n',
			),
			fc.constantFrom('http://a.b', 'HTTPS://a.b/c?d=(e)', 'www.a.b', 'a@b.org', 'mailto:a@b.org', '\u{1B}[31m'),
		),
		{maxLength: 12},
	)
	.map(parts => parts.join(''));
