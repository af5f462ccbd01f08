/*
Names are looked for as people read them: without regard to case, accents and what cannot be seen. Where a name would be
told by any reader it must be found; a word too many is the smaller harm.
*/

/** A text as it is compared, and for each of its units where in the text as typed it came from. */
type Folded = {readonly text: string; readonly from: readonly number[]};

const dropped = /[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

const foldCharacter = (character: string): string =>
	character.length === 1 && character < '\u{80}'
		? character.toLowerCase()
		: // Upper case first: ß and SS are one.
			character
				.normalize('NFKD')
				.replaceAll(dropped, '')
				.toUpperCase()
				.toLowerCase()
				.normalize('NFKD')
				.replaceAll(dropped, '');

const folded = (text: string): Folded => {
	const from: number[] = [];
	let result = '';
	let at = 0;
	for (const character of text) {
		const plain = foldCharacter(character);
		result += plain;
		for (let unit = 0; unit < plain.length; unit++) {
			from.push(at);
		}

		at += character.length;
	}

	from.push(text.length);
	return {text: result, from};
};

/** Two names are one when this is one. What has nothing that could be compared is compared as it is. */
export const sameness = (name: string): string => folded(name).text.replaceAll(/\s+/gu, ' ').trim() || name;

// These are written without blanks between words: a name may stand anywhere in them.
const unspaced = String.raw`\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}`;
const word = String.raw`[[\p{L}\p{N}]--[${unspaced}]]`;
const beginsAsWord = new RegExp(`^${word}`, 'v');
const endsAsWord = new RegExp(`${word}$`, 'v');

const pattern = (name: string): string => {
	const literal = name.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
	const before = beginsAsWord.test(name) ? `(?<!${word})` : '';
	const after = endsAsWord.test(name) ? `(?!${word})` : '';
	return `${before}${literal.replaceAll(' ', String.raw`\s+`)}${after}`;
};

/**
 * Gives a function that puts `instead` in the place of each of the names, wherever one stands as whole words, the longest
 * first; an @ before it goes with it. Names as `sameness` gives them.
 */
export const replacing = (
	names: Iterable<string>,
	instead: (name: string, isHandle: boolean) => string,
): ((text: string) => string) => {
	const patterns = [...names]
		.filter(name => name.trim() !== '')
		.toSorted((a, b) => b.length - a.length)
		.map(pattern);
	if (patterns.length === 0) {
		return text => text;
	}

	const any = new RegExp(`(@?)(${patterns.join('|')})`, 'gv');
	return text => {
		const {text: plain, from} = folded(text);
		let result = '';
		let done = 0;
		for (const {0: found, 1: sign, 2: name = '', index} of plain.matchAll(any)) {
			result += text.slice(done, from[index]) + instead(name.replaceAll(/\s+/gu, ' '), sign === '@');
			done = from[index + found.length] ?? text.length;
		}

		return result + text.slice(done);
	};
};
