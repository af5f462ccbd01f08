import type {Entry} from '../entry.ts';
import {sameness} from './matching.ts';
import {personFields, type Pseudonyms} from './people.ts';
import {fixedFields} from './rewrite.ts';

/** A name that is written in small letters too: perhaps a word, which goes out of the texts with the name. */
export type CommonWord = {readonly word: string; readonly instead: string; readonly times: number};

const textsIn = function* (value: unknown, field = ''): Generator<string> {
	if (typeof value === 'string') {
		if (!personFields.has(field) && !fixedFields.has(field)) {
			yield value;
		}
	} else if (typeof value === 'object' && value !== null) {
		for (const [key, one] of Object.entries(value)) {
			yield* textsIn(one, Array.isArray(value) ? field : key);
		}
	}
};

/**
 * Words of the texts of a log that are taken out as names though they are written as words are, in small letters and
 * without @; the most frequent first. A service called Payments would take the payments out of every text.
 */
export const commonWords = (log: Iterable<Entry>, {names}: Pick<Pseudonyms, 'names'>): readonly CommonWord[] => {
	const found = new Map<string, CommonWord>();
	for (const {event} of log) {
		// Who joins is named there and nothing else is said.
		for (const text of event.kind === 'person-joined' ? [] : textsIn(event)) {
			for (const [word] of text.matchAll(/(?<![@\p{L}\p{N}])\p{Ll}[\p{L}\p{N}]*/gu)) {
				const instead = names.get(sameness(word));
				if (instead !== undefined) {
					found.set(word, {word, instead, times: (found.get(word)?.times ?? 0) + 1});
				}
			}
		}
	}

	return [...found.values()].toSorted((one, other) => other.times - one.times);
};
