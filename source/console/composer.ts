import {type Drawing, drawRow} from '../looks/drawing.ts';
import {glyphs} from '../looks/glyphs.ts';
import {drawn, lookOf} from '../looks/looks.ts';
import type {Tone} from '../looks/theme.ts';
import {clip, columns, forTerminal, graphemes} from '../text.ts';
import {type Binding, keyLabel} from './keymap.ts';
import type {Line} from './line.ts';

const prompt = `${glyphs.prompt} `;

/** More text than this around the cursor is never drawn; a pasted book costs no more than a sentence. */
const reach = 1000;

/** The part of a line that is in sight, and the column of the cursor in it. */
export const windowOfLine = (
	{text, cursor}: Line,
	width: number,
): {readonly shown: string; readonly column: number} => {
	const before = forTerminal(text.slice(Math.max(0, cursor - reach), cursor));
	const after = forTerminal(text.slice(cursor, cursor + reach));
	const room = Math.max(1, width - 1);
	const used = columns(before);
	if (used < room) {
		return {shown: clip(before + after, width), column: used};
	}

	// Keeps the cursor a third from the right edge, so that what comes next is in sight too.
	const keep = Math.floor((room * 2) / 3);
	let from = 0;
	let left = used;
	// Whole characters only: half of one would be drawn as another, and not as wide as it was counted.
	for (const character of graphemes(before)) {
		if (left <= keep) {
			break;
		}

		left -= columns(character);
		from += character.length;
	}

	const tail = before.slice(from);
	return {shown: clip(`${glyphs.more}${tail}${after}`, width), column: columns(tail) + 1};
};

/** Where the cursor stands, counted from the composer's left edge. */
export const cursorColumn = (line: Line, width: number): number =>
	columns(prompt) + windowOfLine(line, width - columns(prompt)).column;

/** What stands under the line: how it is read, why it would be refused, or what the last deed came to. */
export type Saying = {readonly text: string; readonly tone: Tone};

/** As many hints as fit; those that everybody needs come first. */
const footerText = (bindings: readonly Binding[], width: number): string => {
	const hints = ['? help', '/ verbs', ...bindings.map(({keys, summary}) => `${keyLabel(keys[0] ?? '')} ${summary}`)];
	let text = '';
	for (const hint of hints) {
		const longer = `${text}   ${hint}`;
		if (columns(longer) <= width) {
			text = longer;
		}
	}

	return text.slice(2);
};

/** The line being typed, on one row; `invitation` stands where nothing has been typed. */
export const drawLine = (line: Line, invitation: string, width: number): Drawing => {
	const {shown} = windowOfLine(line, width - columns(prompt));
	return [
		[
			{text: drawn(prompt), look: lookOf('strong')},
			shown === ''
				? {text: drawn(clip(invitation, width - 3)), look: lookOf('quiet')}
				: {text: drawn(shown), look: lookOf('plain')},
		],
	];
};

/** What is said of the line, on one row. */
export const drawSaying = ({text, tone}: Saying, width: number): Drawing => [
	[{text: drawn(clip(`  ${forTerminal(text.slice(0, reach))}`, width)), look: lookOf(tone)}],
];

/** The view that is on, where that need be said, and the likeliest keys, on one row. */
export const drawFooter = (bindings: readonly Binding[], width: number, view?: string): Drawing => {
	const named = view === undefined ? '' : ` ${view} view  `;
	return [
		drawRow(
			[
				{text: named, tone: 'strong', width: columns(named)},
				{text: footerText(bindings, width - columns(named)), tone: 'quiet'},
			],
			width,
		),
	];
};
