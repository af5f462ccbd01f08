import type {PhraseReader} from './phrase.ts';
import type {Piece} from './piece.ts';
import {doubt} from './unread.ts';

type Part = {
	readonly milliseconds: number;
	readonly largest: number;
	readonly smallest: number;
	readonly next: number;
	readonly twoWays?: readonly [string, string];
};

const fractions: ReadonlyArray<readonly [words: readonly string[], factor: number]> = [
	[['three', 'quarters', 'of', 'an'], 0.75],
	[['three', 'quarters', 'of', 'a'], 0.75],
	[['a', 'quarter', 'of', 'an'], 0.25],
	[['a', 'quarter', 'of', 'a'], 0.25],
	[['quarter', 'of', 'an'], 0.25],
	[['half', 'an'], 0.5],
	[['half', 'a'], 0.5],
	[['a', 'half'], 0.5],
	[['half'], 0.5],
	[['an'], 1],
	[['a'], 1],
];

const follows = (pieces: readonly Piece[], at: number, words: readonly string[]): boolean =>
	words.every((word, index) => pieces[at + index]?.text === word);

// *An hour and a half*, *two and a half hours*.
const readHalf = (pieces: readonly Piece[], at: number): {readonly factor: number; readonly next: number} => {
	if (follows(pieces, at, ['and', 'a', 'half'])) {
		return {factor: 0.5, next: at + 3};
	}

	return follows(pieces, at, ['and', 'a', 'quarter']) ? {factor: 0.25, next: at + 3} : {factor: 0, next: at};
};

const readCounted = (pieces: readonly Piece[], at: number): Part | undefined => {
	const count = pieces[at]?.count;
	if (count === undefined) {
		return undefined;
	}

	const before = readHalf(pieces, at + 1);
	const unit = pieces[before.next]?.unit;
	if (unit === undefined) {
		return undefined;
	}

	const behind = before.factor === 0 ? readHalf(pieces, before.next + 1) : {factor: 0, next: before.next + 1};
	const milliseconds = Math.round((count + before.factor + behind.factor) * unit);
	return {milliseconds, largest: unit, smallest: unit, next: behind.next};
};

const readFraction = (pieces: readonly Piece[], at: number): Part | undefined => {
	const [words, factor] = fractions.find(([candidate]) => follows(pieces, at, candidate)) ?? [];
	if (words === undefined || factor === undefined) {
		return undefined;
	}

	const named = pieces[at + words.length];
	// *By a second team*: the ordinal is far likelier than one second.
	if (named?.unit === undefined || named.text === 'second' || named.text.length < 3) {
		return undefined;
	}

	const behind = readHalf(pieces, at + words.length + 1);
	const milliseconds = Math.round((factor + behind.factor) * named.unit);
	return {milliseconds, largest: named.unit, smallest: named.unit, next: behind.next};
};

const readPart = (pieces: readonly Piece[], at: number): Part | undefined => {
	const amount = pieces[at]?.amount;
	return amount === undefined ? (readCounted(pieces, at) ?? readFraction(pieces, at)) : {...amount, next: at + 1};
};

/** Parts from large to small, joined by nothing or by `and`: `1 h 30 min`, `2 hours and 5 minutes`. */
const readParts = (pieces: readonly Piece[], at: number): Part | undefined => {
	let sum = readPart(pieces, at);
	while (sum !== undefined) {
		const part = readPart(pieces, pieces[sum.next]?.text === 'and' ? sum.next + 1 : sum.next);
		if (part === undefined || part.largest >= sum.smallest) {
			return sum;
		}

		sum = {...part, milliseconds: sum.milliseconds + part.milliseconds, largest: sum.largest};
	}

	return undefined;
};

const prefixes: ReadonlyMap<string, 'future' | 'past'> = new Map([
	['in', 'future'],
	['+', 'future'],
	['-', 'past'],
]);

const readSuffix = (
	pieces: readonly Piece[],
	at: number,
	prefix: string,
): {readonly towards?: 'future' | 'past'; readonly next: number} => {
	if (pieces[at]?.text === 'ago') {
		return {towards: 'past', next: at + 1};
	}

	if (follows(pieces, at, ['from', 'now'])) {
		return {towards: 'future', next: at + 2};
	}

	return prefix === 'in' && pieces[at]?.text === 'time' ? {next: at + 1} : {next: at};
};

/** A length of elapsed time from now, or before it: `20m`, `in an hour and a half`, `10 minutes ago`, `-10m`. */
export const readWait: PhraseReader = pieces => {
	if (pieces.length === 1 && pieces[0]?.text === 'now') {
		return {kind: 'now'};
	}

	const prefix = pieces[0]?.text ?? '';
	const before = prefixes.get(prefix);
	const sum = readParts(pieces, before === undefined ? 0 : 1);
	if (sum === undefined) {
		return undefined;
	}

	const suffix = readSuffix(pieces, sum.next, prefix);
	if (suffix.next === pieces.length - 1 && pieces[suffix.next]?.count !== undefined) {
		return doubt(`${pieces.at(-1)?.typed} has no unit.`, 'Write a duration as 1h30, 20m or 90s.', 'atTheEnd');
	}

	if (suffix.next !== pieces.length || (before !== undefined && suffix.towards !== undefined)) {
		return undefined;
	}

	const towards = before ?? suffix.towards ?? 'either';
	return {
		kind: 'wait',
		milliseconds: towards === 'past' ? -sum.milliseconds : sum.milliseconds,
		towards,
		...(sum.twoWays === undefined ? {} : {twoWays: sum.twoWays}),
	};
};
