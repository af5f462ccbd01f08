import type {Input} from './input.ts';

/*
A terminal that knows no bracketed paste sends a pasted text as if it were typed, each line end as Enter: every line
would be recorded before anybody could look at it, and a log is never unwritten. But nobody types lines that reach a
program in one piece. What comes so is taken for a paste, and asked about.
*/

/** What hands do not type at once. */
const longest = 256;

const textOf = (input: Input): string | undefined => {
	if (input.type === 'text') {
		return input.text;
	}

	if (input.type === 'paste' || input.type === 'mouse' || input.ctrl || input.alt || input.shift) {
		return undefined;
	}

	return input.name === 'enter' ? '\n' : input.name === 'tab' ? '\t' : undefined;
};

/** Inputs that came in one piece, as the text that they may have been; undefined where there is a key among them. */
export const plainText = (inputs: readonly Input[]): string | undefined => {
	const texts: string[] = [];
	for (const input of inputs) {
		const text = textOf(input);
		if (text === undefined) {
			return undefined;
		}

		texts.push(text);
	}

	return texts.join('');
};

/** Whether a text that came in one piece was pasted: it has a line end between words, or is longer than hands are quick. */
export const isBurst = (text: string): boolean => /\S[^\n]*\n\s*\S/u.test(text) || text.length >= longest;
