import {isRefusal, type Refusal, unreadable} from '../refusal.ts';
import {place} from './state.ts';
import type {Word} from './tokens.ts';

/** Refs that stand side by side, as many words of the line as they take. */
export type RefRun = {
	/** Each once, in their order. */
	readonly refs: readonly string[];
	readonly used: number;
	/** Said by blanks alone: in front of a text the last of them may be its beginning. */
	readonly isLoose: boolean;
};

/** `A3,A5,` → `A3`, `A5`, each a word at its place. */
const parts = (word: Word): readonly Word[] =>
	Array.from(word.text.matchAll(/[^,]+/gu), ({0: text, index}) => ({
		raw: text,
		text,
		start: word.start + index,
		end: word.start + index + text.length,
		isLiteral: word.isLiteral,
	}));

const isRefOf = (letter: string, {text}: Word): boolean =>
	text.charAt(0).toUpperCase() === letter && /^.\d+$/u.test(text);

/** Whether a word goes on with refs of that letter; a comma alone does too. */
const goesOn = (letter: string, word: Word): boolean =>
	!word.isLiteral && parts(word).every(part => isRefOf(letter, part)) && /[,\d]$/u.test(word.text);

/** Reads the refs that begin with the first of the words. What looks like a ref and is none is refused, never text. */
export const readRefs = (
	rest: readonly Word[],
	letter: string,
	readRef: (word: Word) => {readonly value: unknown} | Refusal,
): RefRun | Refusal => {
	const [first, ...others] = rest;
	if (first === undefined) {
		return {refs: [], used: 0, isLoose: false};
	}

	const end = others.findIndex(word => !goesOn(letter, word));
	const used = 1 + (end === -1 ? others.length : end);
	const run = rest.slice(0, used);
	const all = run.flatMap(parts);
	const reads = (all.length === 0 ? [first] : all).map(readRef);
	const at = reads.findIndex(isRefusal);
	const refusal = reads[at];
	if (refusal !== undefined && isRefusal(refusal)) {
		return at === 0
			? refusal
			: {...refusal, mend: `${refusal.mend} If it is text, put it in quotes: "${all[at]?.text ?? ''} …"`};
	}

	return {
		refs: [...new Set(reads.flatMap(read => ('value' in read ? [String(read.value)] : [])))],
		used,
		isLoose: run.some((word, index) => {
			const next = run[index + 1];
			return next !== undefined && !word.text.endsWith(',') && !next.text.startsWith(',');
		}),
	};
};

/** Refs in front of a text, and nothing that says where the one ends and the other begins. */
export const inDoubt = (verb: string, refs: readonly string[], word: Word): Refusal => {
	const [first = ''] = refs;
	const last = refs.at(-1) ?? '';
	return {
		...unreadable(
			`${last} may be meant, or be the beginning of the text.`,
			`For all of them: ${verb} ${refs.join(', ')} ${word.text} …. For less: ${verb} ${first} "${last} ${word.text} …"`,
		),
		where: place(word),
	};
};
