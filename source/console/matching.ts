import {plain} from '../language/people.ts';

/** Whether a text that is plain already says every one of the words. */
export const saysAll = (words: string): ((said: string) => boolean) => {
	const wanted = plain(words).split(/\s+/u).filter(Boolean);
	return said => wanted.every(word => said.includes(word));
};

/** Whether a text says every one of the words: capitals and accents make no difference. */
export const matcherOf = (words: string): ((text: string) => boolean) => {
	const says = saysAll(words);
	return text => says(plain(text));
};

const isWithin = (letters: string, text: string): boolean => {
	let at = 0;
	for (const letter of letters) {
		at = text.indexOf(letter, at) + 1;
		if (at === 0) {
			return false;
		}
	}

	return true;
};

/** How well a name with its summary answers to what was typed, 0 best; undefined: not at all. */
export const likeness = (typed: string, name: string, summary: string): number | undefined => {
	const wanted = plain(typed).trim();
	const called = plain(name);
	if (wanted === '' || called.startsWith(wanted)) {
		return 0;
	}

	if (called.includes(wanted)) {
		return 1;
	}

	if (matcherOf(wanted)(`${called} ${summary}`)) {
		return 2;
	}

	return isWithin(wanted, called) ? 3 : undefined;
};
