/** A word of a line with its place in it. */
export type Word = {
	/** As typed. */
	readonly raw: string;
	/** Without the backslash that protected it. */
	readonly text: string;
	readonly start: number;
	readonly end: number;
	/** Quoted or escaped: never read as anything but text. */
	readonly isLiteral: boolean;
};

const space = /\s/u;

/** The end of the quoted run that opens at `from`; undefined when it never closes. */
const closing = (line: string, from: number): number | undefined => {
	const end = line.indexOf('"', from + 1);
	return end === -1 ? undefined : end + 1;
};

const endOfWord = (line: string, from: number): number => {
	let at = from;
	while (at < line.length && !space.test(line.charAt(at))) {
		at++;
	}

	return at;
};

/** Where the value of `@"…"`, `#"…"` or `key:"…"` opens, counted from the word's start. */
const sigilQuote = /^(?:[@#]|[a-z]+:)"/u;

/** Splits a line at white space; quotes hold words together, a backslash before a word makes it text. */
export const words = (line: string): readonly Word[] => {
	const found: Word[] = [];
	let at = 0;
	while (at < line.length) {
		if (space.test(line.charAt(at))) {
			at++;
			continue;
		}

		const start = at;
		// A key before a quote is a short word: the look-ahead is bounded, so that long lines cost no more.
		const sigil = sigilQuote.exec(line.slice(at, at + 24));
		if (sigil !== null) {
			const end = closing(line, at + sigil[0].length - 1);
			if (end !== undefined) {
				at = endOfWord(line, end);
				const raw = line.slice(start, at);
				found.push({raw, text: raw, start, end: at, isLiteral: false});
				continue;
			}
		}

		if (line.charAt(at) === '"') {
			const end = closing(line, at);
			if (end !== undefined) {
				at = endOfWord(line, end);
				const raw = line.slice(start, at);
				found.push({raw, text: raw, start, end: at, isLiteral: true});
				continue;
			}
		}

		at = endOfWord(line, at);
		const raw = line.slice(start, at);
		const isEscaped = raw.length > 1 && raw.startsWith('\\') && /^\\(?:[@#"\\]|[a-z]+:?)/iu.test(raw);
		found.push({raw, text: isEscaped ? raw.slice(1) : raw, start, end: at, isLiteral: isEscaped});
	}

	return found;
};

/** A value without the quotes around it: `"Sam Ó Briain"` → `Sam Ó Briain`. */
export const unquoted = (value: string): string => {
	const inner = /^"(.*)"$/su.exec(value);
	return (inner?.[1] ?? value).trim();
};
