import {plain} from './people.ts';

/** A text made ready to be found: letters and digits alone, without accents and capitals. */
export type Findable = {
	readonly letters: string;
	/** Where its words begin in them. */
	readonly starts: readonly number[];
	/** One bit for each letter in it: most texts are ruled out by looking at this alone. */
	readonly mask: number;
};

/** Letters that have no accent to take away, and are typed without their strokes all the same. */
const strokes: Readonly<Record<string, string>> = {
	ł: 'l',
	ø: 'o',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ı: 'i',
};

const typedAs = (text: string): string => plain(text).replaceAll(/[łøđðþßæœı]/gu, letter => strokes[letter] ?? letter);

const maskOf = (letters: string): number => {
	let mask = 0;
	for (let index = 0; index < letters.length; index++) {
		mask |= 1 << (letters.charCodeAt(index) & 31);
	}

	return mask;
};

/** More of a text than this is not searched. */
const longest = 300;

const made = new Map<string, Findable>();
const mostMade = 20_000;

const findableOf = (text: string): Findable => {
	const words = typedAs(text.slice(0, longest)).match(/[\p{L}\p{N}]+/gu) ?? [];
	let letters = '';
	const starts: number[] = [];
	for (const word of words) {
		starts.push(letters.length);
		letters += word;
	}

	return {letters, starts, mask: maskOf(letters)};
};

/** A text as it can be found; worked out once for each text. */
export const findable = (text: string): Findable => {
	let known = made.get(text);
	if (known === undefined) {
		known = findableOf(text);
		if (made.size >= mostMade) {
			made.clear();
		}

		made.set(text, known);
	}

	return known;
};

/** What is sought, made ready once for all texts. */
export type Sought = {readonly letters: string; readonly mask: number};

export const sought = (typed: string): Sought => {
	const {letters, mask} = findableOf(typed);
	return {letters, mask};
};

/** How many letters lie between the first and the last that were sought, from a word's beginning; undefined: not all are there. */
const spanFrom = (start: number, wanted: string, letters: string): number | undefined => {
	let at = start;
	for (let index = 1; index < wanted.length; index++) {
		at = letters.indexOf(wanted.charAt(index), at + 1);
		if (at === -1) {
			return undefined;
		}
	}

	return at - start;
};

/**
 * How closely a text answers to what is sought, 0 best: 0 begins so, 1 has a word that begins so, 2 says it within a
 * word, more: has its letters in this order from a word's beginning on, the closer together the better. Undefined: not
 * at all.
 */
export const closeness = (
	{letters: wanted, mask}: Sought,
	{letters, starts, mask: own}: Findable,
): number | undefined => {
	if ((mask & ~own) !== 0) {
		return undefined;
	}

	if (letters.startsWith(wanted)) {
		return 0;
	}

	const at = letters.indexOf(wanted);
	if (at !== -1) {
		return starts.some(start => letters.startsWith(wanted, start)) ? 1 : 2;
	}

	let best: number | undefined;
	for (const start of starts) {
		if (letters.charAt(start) === wanted.charAt(0)) {
			const span = spanFrom(start, wanted, letters);
			best = span === undefined || (best !== undefined && best <= span) ? best : span;
		}
	}

	return best === undefined ? undefined : 3 + best - wanted.length;
};

/** Something that may be chosen: by the names it goes by, or by the words of what it is. */
export type Choosable<Choice> = {
	readonly choice: Choice;
	/** It is chosen by the beginning of any of these, in lower case. */
	readonly names: readonly string[];
	/** Or by what this says. */
	readonly words: Findable;
};

/** A single letter is in nearly everything: only what is called so answers to it. */
const leastLetters = 2;

/** Of what answers at all, what answers most closely. */
const closest = <Choice>(
	ranked: readonly {readonly choice: Choice; readonly rank: number}[],
): readonly {readonly choice: Choice; readonly rank: number}[] => {
	const atWords = ranked.filter(({rank}) => rank <= 1);
	if (atWords.length > 0) {
		return atWords;
	}

	const within = ranked.filter(({rank}) => rank === 2);
	return within.length > 0 ? within : ranked.toSorted((one, other) => one.rank - other.rank);
};

/**
 * What answers to the typed word, the closest kind of match only: a long list of the unlikely helps nobody. What is
 * called so, in the order given; where nothing is, what has a word that begins so; then what says it within a word; then
 * what has its letters in this order, the closest together first.
 */
export const chosen = <Choice>(typed: string, among: readonly Choosable<Choice>[]): readonly Choice[] => {
	const beginning = typed.toLowerCase();
	const folded = plain(typed);
	const called = (name: string) => name.startsWith(beginning) || name.startsWith(folded);
	const named = among.filter(({names}) => names.some(called));
	const wanted = sought(typed);
	if (named.length > 0 || wanted.letters.length < leastLetters) {
		return named.map(({choice}) => choice);
	}

	const ranked = among.flatMap(({choice, words}) => {
		const rank = closeness(wanted, words);
		return rank === undefined ? [] : [{choice, rank}];
	});
	return closest(ranked).map(({choice}) => choice);
};
