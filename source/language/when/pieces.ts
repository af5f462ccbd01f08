import {type Clock, readClock} from './clock-time.ts';
import {readJoined} from './joined.ts';
import {meanings} from './meaning.ts';
import type {Piece} from './piece.ts';

const longestWord = 64;

const halves: ReadonlyMap<string, string> = new Map([
	['am', 'am'],
	['pm', 'pm'],
	['a.m', 'am'],
	['p.m', 'pm'],
]);

const noons = new Set(['noon', 'midday', 'midnight']);

const hoursSaid = new Set(['h', 'hrs', 'hours']);

const hourShape = /^\d{1,2}(?:[:.]\d{2}(?::\d{2})?)?$/u;
const exactShape = /^(?:\d{4}|\d{1,2}:\d{2})$/u;

// Full-width digits, the typographic minus and the apostrophe of *in 20 minutes' time* are the same to a reader.
const tidy = (word: string): string =>
	word
		.normalize('NFKC')
		.replace(/^[−–](?=\d)/u, '-')
		.replace(/[,;.'’]{1,3}$/u, '')
		.replace(/([ap])\.m$/iu, '$1m');

const readWord = (typed: string): readonly Piece[] => {
	const text = typed.toLowerCase();
	// `+02:00` is an offset before it is a sign and a number.
	const whole = meanings(text, typed);
	if (whole.zone !== undefined) {
		return [whole];
	}

	return readJoined(text, typed) ?? [whole];
};

/** `2 pm`, `12 noon`, `1405 hrs`: a clock time in two words. After `in` or a sign, hours are counted, not read off a clock. */
const readPair = (first: string, other: string, before: Piece | undefined): Clock | undefined => {
	if (first === '12' && noons.has(other)) {
		return readClock(other);
	}

	const half = halves.get(other);
	if (half !== undefined && hourShape.test(first)) {
		return readClock(first + half);
	}

	const counted = before?.text === 'in' || before?.sign !== undefined;
	return hoursSaid.has(other) && exactShape.test(first) && !counted ? readClock(first) : undefined;
};

/** Words, in order, as pieces of a time. A word that means nothing in a time makes a piece with nothing but its text. */
export const piecesOf = (words: readonly string[]): readonly Piece[] => {
	const pieces: Piece[] = [];
	const tidied = words.map(word => (word.length > longestWord ? '' : tidy(word)));
	for (let index = 0; index < tidied.length; index++) {
		const typed = tidied[index] ?? '';
		const next = tidied[index + 1] ?? '';
		const clock = readPair(typed, next.toLowerCase(), pieces.at(-1));
		if (clock === undefined) {
			const parts = readWord(typed);
			pieces.push(...parts.slice(0, -1), ...parts.slice(-1).map(part => ({...part, end: index + 1})));
		} else {
			index++;
			pieces.push({text: `${typed} ${next}`.toLowerCase(), typed: `${typed} ${next}`, clock, end: index + 1});
		}
	}

	return pieces;
};
