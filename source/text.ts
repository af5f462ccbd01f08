import stringWidth from 'string-width';

/*
The one place that makes text safe to show. What people type, paste and import is kept as it came; only
what is shown goes through here. Nothing is hidden on the way: what a reader could not see is written out,
except for what only shapes the glyph before it.
*/

/** Characters that every terminal shows in exactly one column, and that mean nothing to it but themselves. */
const plainClass =
	' -~\\u00A0-\\u00AC\\u00AE-\\u02FF\\u0391-\\u03A1\\u03A3-\\u03E1\\u0400-\\u0482\\u048A-\\u052F' +
	'\\u2010-\\u2027\\u2030-\\u205E\\u2190-\\u21FF\\u23CE\\u2400-\\u2426\\u2500-\\u25FC\\u25FF\\u2713\\u2717\\u27E8\\u27E9';

/** Ideographs, kana and syllables of their own: two columns everywhere. */
const wideClass = '\\u3041-\\u3096\\u30A1-\\u30FF\\u4E00-\\u9FFF\\uAC00-\\uD7A3\\uFF01-\\uFF60';

const plainText = new RegExp(`^[${plainClass}]*$`, 'u');
const plainLine = new RegExp(`^(?:[${plainClass}]|\\u001B\\[[\\d;]*m)*$`, 'u');
const settledText = new RegExp(`^[${plainClass}${wideClass}]*$`, 'u');
const settledGlyph = new RegExp(`^[${plainClass}${wideClass}]$`, 'u');

/** True for text of one-column characters only: its width is its length. */
export const isPlain = (text: string): boolean => plainText.test(text);

/** As `isPlain`, for a line that may carry colours and attributes (SGR) but no other escape sequence. */
export const isPlainLine = (line: string): boolean => plainLine.test(line);

/** True when no two terminals disagree about the width of this grapheme. */
export const isSettled = (grapheme: string): boolean => settledGlyph.test(grapheme);

// What a joiner may follow and be part of the glyph: emoji, marks, and scripts whose letters join.
const joining = String.raw`[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}[\p{L}--[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]]]`;

const special = new RegExp(
	[
		String.raw`(?<newline>\r?\n)`,
		`(?<joiner>(?<=${joining})[\\u200C\\u200D])`,
		// Flags of England, Scotland, Wales: a black flag, then its region in invisible letters.
		String.raw`(?<tags>(?<=\u{1F3F4})[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{2,6}\u{E007F})`,
		String.raw`(?<tone>(?<=\p{Emoji_Modifier_Base}\uFE0F?)\p{Emoji_Modifier})`,
		String.raw`(?<strayTone>\p{Emoji_Modifier})`,
		String.raw`(?<am>[\u0E33\u0EB3])`,
		String.raw`(?<marks>\p{M}+)`,
		String.raw`(?<danger>[\p{Cc}\p{Cf}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}])`,
	].join('|'),
	'gv',
);

const variationSelector = /^[\uFE00-\uFE0F]$/u;
const ignorableMark = /^\p{Default_Ignorable_Code_Point}$/u;
const halfOfAPair = /^\p{Surrogate}$/u;
const enclosingKeycap = '\u20E3';
const marksPerBase = 3;

/** Writes out a character that would act on the terminal, or not be seen. */
const written = (character: string): string => {
	const code = character.codePointAt(0) ?? 0;
	if (character === '\t') {
		return ' ';
	}

	if (code < 0x20) {
		return String.fromCodePoint(0x24_00 + code);
	}

	if (code === 0x7f) {
		return '\u2421';
	}

	return halfOfAPair.test(character) ? '\uFFFD' : `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
};

type Place = {
	readonly newline: string;
	/** Whether joiners, skin tones, flag tags and variation selectors may shape the glyph before them. */
	readonly isShaping: boolean;
};

const terminal: Place = {newline: ' ⏎ ', isShaping: false};
const paper: Place = {newline: '\n', isShaping: true};

const isMarkKept = (mark: string, {isShaping}: Place): boolean =>
	isShaping
		? variationSelector.test(mark) || !ignorableMark.test(mark)
		: mark !== enclosingKeycap && !ignorableMark.test(mark);

/** The first few marks of a run: more of them climb over the lines above and below. */
const fewMarks = (run: string, place: Place): string =>
	Array.from(run)
		.filter(mark => isMarkKept(mark, place))
		.slice(0, marksPerBase)
		.join('');

/** A mark without a letter would sit on whatever stands before it on the screen, at a line's start on another pane. */
const standsAlone = ({index, input}: RegExpExecArray): boolean => index === 0 || /\s/u.test(input.charAt(index - 1));

const replacement = (match: RegExpExecArray, place: Place): string => {
	const [found] = match;
	const {newline, danger, marks, strayTone, am} = match.groups ?? {};
	if (newline !== undefined) {
		return place.newline;
	}

	if (danger !== undefined) {
		return written(found);
	}

	if (place.isShaping && marks === undefined) {
		return found;
	}

	if (strayTone !== undefined) {
		return written(found);
	}

	if (am !== undefined) {
		// A mark and a vowel in one, which Unicode counts to the letter before and terminals give a column.
		return (standsAlone(match) ? '◌' : '') + found.normalize('NFKD');
	}

	if (marks === undefined) {
		return '';
	}

	const kept = fewMarks(marks, place);
	return kept !== '' && standsAlone(match) ? `◌${kept}` : kept;
};

const madeSafe = (text: string, place: Place): string => {
	const parts: string[] = [];
	let end = 0;
	for (const match of text.matchAll(special)) {
		parts.push(text.slice(end, match.index), replacement(match, place));
		end = match.index + match[0].length;
	}

	parts.push(text.slice(end));
	return parts.join('');
};

/**
 * One line that is safe to write to a terminal: no control, bidi or invisible character survives.
 * A new line becomes ` ⏎ `, a control character its picture, an invisible one `⟨U+202E⟩`. Joiners, variation
 * selectors and skin tones are dropped, so that terminals agree on the width of what is left.
 */
export const forTerminal = (text: string): string => (plainText.test(text) ? text : madeSafe(text, terminal));

/** The same for a document (Markdown, plain text): new lines stay, and emoji keep their shape. */
export const visible = (text: string): string => (plainText.test(text) ? text : madeSafe(text, paper));

/** Characters that JSON lets through and that act on a terminal, or are not seen on it. */
const unseen = /[\p{Cc}\p{Cf}\p{Cn}\p{Zl}\p{Zp}]/gu;

/** A value as JSON that is safe on a terminal: the same data, with everything unseen written as `\u202e`. */
export const safeJson = (value: unknown, indent?: string): string =>
	JSON.stringify(value, undefined, indent).replaceAll(unseen, found =>
		// The line breaks and tabs between the values; those in a text are escaped already.
		found === '\n' || found === '\t'
			? found
			: Array.from(
					{length: found.length},
					(_, index) => `\\u${found.charCodeAt(index).toString(16).padStart(4, '0')}`,
				).join(''),
	);

/** Why a text cannot be kept in a ledger, or undefined when it can. */
export const trouble = (text: string): string | undefined => {
	if (text.includes('\0')) {
		return 'it contains a NUL character, which not every ledger can keep';
	}

	return text.isWellFormed()
		? undefined
		: 'it contains half a character (a lone surrogate), which cannot be written as UTF-8';
};

let segmenter: Intl.Segmenter | undefined;

/** The characters of a text as people count them: a letter with its accents is one. */
export function* graphemes(text: string): Generator<string> {
	if (settledText.test(text)) {
		yield* text;
		return;
	}

	segmenter ??= new Intl.Segmenter(undefined, {granularity: 'grapheme'});
	for (const {segment} of segmenter.segment(text)) {
		yield segment;
	}
}

// Measuring a grapheme with all the rules of Unicode takes microseconds, and texts repeat theirs.
const widths = new Map<string, number>();
const mostWidths = 5000;

const conjunct = /[\p{L}--\p{Script=Hangul}]\p{M}+\p{L}/v;

/**
 * Letters that a script joins to one: most terminals give each its columns all the same. Too wide a reckoning leaves a
 * blank where a terminal joins them, too narrow a one would draw over the last of them.
 */
const conjunctWidth = (grapheme: string): number =>
	(grapheme.match(/\p{L}\p{M}*/gu) ?? []).reduce((sum, letter) => sum + stringWidth(letter), 0);

const widthOf = (grapheme: string): number => {
	if (isSettled(grapheme)) {
		return isPlain(grapheme) ? 1 : 2;
	}

	let width = widths.get(grapheme);
	if (width === undefined) {
		width = conjunct.test(grapheme) ? conjunctWidth(grapheme) : stringWidth(grapheme);
		if (widths.size >= mostWidths) {
			widths.clear();
		}

		widths.set(grapheme, width);
	}

	return width;
};

/** How many columns a text takes on a terminal. The text is one that is safe there. */
export const columns = (text: string): number => {
	if (isPlain(text)) {
		return text.length;
	}

	let width = 0;
	for (const grapheme of graphemes(text)) {
		width += widthOf(grapheme);
	}

	return width;
};

// A text is cut by reading only its head: a line of 100 kB costs no more than a short one. A grapheme
// has at least one UTF-16 unit and few have more than this many.
const unitsPerGrapheme = 16;

/** The first graphemes of a text that fit into `width` columns. */
const headOf = (text: string, width: number): string => {
	let used = 0;
	let length = 0;
	for (const grapheme of graphemes(text)) {
		used += widthOf(grapheme);
		if (used > width) {
			break;
		}

		length += grapheme.length;
	}

	return text.slice(0, length);
};

/** The first units of a text, never half of a surrogate pair. */
const firstUnits = (text: string, count: number): string => {
	const isSplit = (text.codePointAt(count - 1) ?? 0) > 0xff_ff && count < text.length;
	return text.slice(0, isSplit ? count - 1 : count);
};

/** The text if it fits into `width` columns, else its beginning and `…`; never splits a character. */
export const clip = (text: string, width: number): string => {
	if (width <= 0) {
		return '';
	}

	const head = firstUnits(text, (width + 1) * unitsPerGrapheme);
	return head.length === text.length && columns(text) <= width ? text : `${headOf(head, width - 1)}…`;
};

/** A word cut into pieces of at most `width` columns, the first of at most `room`. */
const pieces = (word: string, room: number, width: number): string[] => {
	const result: string[] = [];
	let piece = '';
	let left = room;
	for (const grapheme of graphemes(word)) {
		const wide = widthOf(grapheme);
		const own = Math.min(wide, width);
		if (own > left) {
			result.push(piece);
			piece = '';
			left = width;
		}

		// A glyph of two columns in a room of one is shown as cut.
		piece += wide > width ? '…' : grapheme;
		left -= own;
	}

	result.push(piece);
	return result;
};

const wrapParagraph = (paragraph: string, width: number): string[] => {
	const lines: string[] = [];
	let line = '';
	let used = 0;
	let gap = '';
	for (const token of paragraph.match(/ +|[^ ]+/gu) ?? []) {
		if (token.startsWith(' ')) {
			gap = token;
			continue;
		}

		const own = columns(token);
		if (used + gap.length + own <= width) {
			line += gap + token;
			used += gap.length + own;
			gap = '';
			continue;
		}

		// A word longer than a line starts where the line stands, if anything of it fits there.
		const isLong = own > width && used + gap.length < width;
		if (!isLong && line !== '') {
			lines.push(line);
		}

		const parts = pieces(token, isLong ? width - used - gap.length : width, width);
		const [head = ''] = parts;
		if (isLong) {
			parts[0] = head === '' ? line : line + gap + head;
		}

		line = parts.pop() ?? '';
		used = columns(line);
		lines.push(...parts);
		gap = '';
	}

	lines.push(line);
	return lines;
};

/**
 * A text in lines of at most `width` columns, broken at spaces, at new lines, and inside words longer
 * than a line. Spaces at a break are dropped.
 */
export const wrap = (text: string, width: number): string[] =>
	text.split('\n').flatMap(paragraph => wrapParagraph(paragraph, Math.max(1, width)));
