import type {Field} from '../command.ts';
import type {Reading} from './read.ts';
import {distance} from './verbs.ts';

/** A word that joins two parts of a line, and whether what follows it can be what it joins. */
type Joint = {readonly word: string; readonly fits: (following: string) => boolean};

const isSomething = (following: string): boolean => following !== '';
/** Too short a word is near to half of all words: it counts only before something that looks like a time. */
const isTime = (following: string): boolean => /^\d{1,2}:\d\d\b|^\d+(?:m|h|min)\b/iu.test(following);

const jointOf = (field: Field): Joint | undefined => {
	switch (field.type) {
		case 'reason': {
			return {word: 'because', fits: isSomething};
		}

		case 'time': {
			return {word: field.word, fits: isTime};
		}

		default: {
			return undefined;
		}
	}
};

const sorted = (word: string): string => word.split('').toSorted().join('');

/** One letter too many, too few or another; two in each other's place; in a long word two such slips. */
const isNear = (typed: string, word: string): boolean => {
	const far = distance(typed, word, 2);
	return (
		far === 1 || (far === 2 && (sorted(typed) === sorted(word) || (word.length > 6 && typed.length >= word.length)))
	);
};

/** A word that may be meant as another. */
export type Slip = {readonly typed: string; readonly meant: string};

/** `key:value` where the key is none of the verb's, and near to one that is. */
const keySlip = (typed: string, {command, input}: Reading): Slip | undefined => {
	const [, key = ''] = /^(\p{L}{3,}):\S/u.exec(typed) ?? [];
	const meant = Object.entries(command.fields).flatMap(([name, field]) =>
		field.type === 'key' && input[name] === undefined && isNear(key.toLowerCase(), field.key) ? [field.key] : [],
	)[0];
	return key === '' || meant === undefined ? undefined : {typed: `${key}:`, meant: `${meant}:`};
};

const jointSlip = (joints: readonly Joint[], typed: string, following: string): Slip | undefined => {
	const meant = joints.find(({word, fits}) => isNear(typed.toLowerCase(), word) && fits(following))?.word;
	return meant === undefined ? undefined : {typed, meant};
};

/**
 * A word in the free text that is nearly one of those that join the parts of a line, where that part is missing:
 * `becase` for `because`, `audiance:` for `audience:`. It may be meant as it stands, so it is asked about and never taken
 * for the other.
 */
export const slipIn = (reading: Reading): Slip | undefined => {
	const {command, input} = reading;
	const fields = Object.entries(command.fields);
	const text = fields.flatMap(([name, field]) => (field.type === 'text' ? [input[name]] : []))[0];
	if (typeof text !== 'string') {
		return undefined;
	}

	// In a text that goes out as it is typed only a key can stand for something else.
	const joints = command.isVerbatim
		? []
		: fields.flatMap(([name, field]) => (input[name] === undefined ? (jointOf(field) ?? []) : []));
	// Whoever writes a whole page does not look at the line below for a slip in it.
	const words = text.slice(0, 2000).split(/\s+/u);
	for (const [index, typed] of words.entries()) {
		const joint = index === 0 ? undefined : jointSlip(joints, typed, words[index + 1] ?? '');
		const slip = joint ?? keySlip(typed, reading);
		if (slip !== undefined) {
			return slip;
		}
	}

	return undefined;
};
