import {graphemes} from '../text.ts';

/** The line being typed. The cursor is an offset into the text, always between two graphemes. */
export type Line = {readonly text: string; readonly cursor: number};

export const emptyLine: Line = {text: '', cursor: 0};

/** The text with the cursor after it. */
export const lineOf = (text: string): Line => ({text, cursor: text.length});

/** Far enough to hold any grapheme that a person types. */
const reach = 64;

const simple = /^[\u0020-\u007E]$/u;

const graphemeBefore = ({text, cursor}: Line): number => {
	if (cursor === 0) {
		return 0;
	}

	if (simple.test(text.charAt(cursor - 1)) && (cursor === 1 || simple.test(text.charAt(cursor - 2)))) {
		return cursor - 1;
	}

	const start = Math.max(0, cursor - reach);
	let last = '';
	for (const grapheme of graphemes(text.slice(start, cursor))) {
		last = grapheme;
	}

	return cursor - Math.max(1, last.length);
};

const graphemeAfter = ({text, cursor}: Line): number => {
	for (const grapheme of graphemes(text.slice(cursor, cursor + reach))) {
		return cursor + grapheme.length;
	}

	return text.length;
};

const wordBefore = ({text, cursor}: Line): number => {
	const before = text.slice(0, cursor);
	return before.length - (/\S+\s*$/u.exec(before.slice(-1000))?.[0].length ?? before.length);
};

const wordAfter = ({text, cursor}: Line): number =>
	cursor + (/^\s*\S+/u.exec(text.slice(cursor, cursor + 1000))?.[0].length ?? text.length - cursor);

/** Types text at the cursor. */
export const insert = ({text, cursor}: Line, typed: string): Line => ({
	text: text.slice(0, cursor) + typed + text.slice(cursor),
	cursor: cursor + typed.length,
});

/** Puts `replacement` in the place of what stands between `from` and the cursor. */
export const replaceBack = ({text, cursor}: Line, from: number, replacement: string): Line => ({
	text: text.slice(0, from) + replacement + text.slice(cursor),
	cursor: from + replacement.length,
});

const cutBack = (line: Line, from: number): Line => replaceBack(line, from, '');
const cutForth = ({text, cursor}: Line, to: number): Line => ({text: text.slice(0, cursor) + text.slice(to), cursor});

/** What a key may do to the line. */
export const edits = {
	left: (line: Line): Line => ({...line, cursor: graphemeBefore(line)}),
	right: (line: Line): Line => ({...line, cursor: graphemeAfter(line)}),
	'word-left': (line: Line): Line => ({...line, cursor: wordBefore(line)}),
	'word-right': (line: Line): Line => ({...line, cursor: wordAfter(line)}),
	start: (line: Line): Line => ({...line, cursor: 0}),
	end: (line: Line): Line => ({...line, cursor: line.text.length}),
	'delete-back': (line: Line): Line => cutBack(line, graphemeBefore(line)),
	'delete-forth': (line: Line): Line => cutForth(line, graphemeAfter(line)),
	'delete-word': (line: Line): Line => cutBack(line, wordBefore(line)),
	'delete-word-forth': (line: Line): Line => cutForth(line, wordAfter(line)),
	'delete-to-start': (line: Line): Line => cutBack(line, 0),
	'delete-to-end': (line: Line): Line => cutForth(line, line.text.length),
} as const;

export type Edit = keyof typeof edits;
