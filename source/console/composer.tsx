import {Text} from 'ink';
import type {ReactElement} from 'react';
import {Row} from '../looks/row.tsx';
import {glyphs} from '../looks/glyphs.ts';
import {drawn, lookOf} from '../looks/looks.ts';
import type {Tone} from '../looks/theme.ts';
import {clip, columns, forTerminal} from '../text.ts';
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
	for (const character of before) {
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

/** The line being typed, on one row. */
export const LineRow = ({
	line,
	invitation,
	width,
}: {
	readonly line: Line;
	/** What stands where nothing has been typed. */
	readonly invitation: string;
	readonly width: number;
}): ReactElement => {
	const {shown} = windowOfLine(line, width - columns(prompt));
	return (
		<Text wrap="truncate">
			<Text bold>{drawn(prompt)}</Text>
			{shown === '' ? <Text {...lookOf('quiet')}>{drawn(clip(invitation, width - 3))}</Text> : drawn(shown)}
		</Text>
	);
};

/** What is said of the line, on one row. */
export const SayingRow = ({saying, width}: {readonly saying: Saying; readonly width: number}): ReactElement => (
	<Text wrap="truncate" {...lookOf(saying.tone)}>
		{drawn(clip(`  ${forTerminal(saying.text)}`, width))}
	</Text>
);

/** The likeliest keys, on one row. */
export const FooterRow = ({
	bindings,
	width,
}: {
	readonly bindings: readonly Binding[];
	readonly width: number;
}): ReactElement => <Row width={width} cells={[{text: footerText(bindings, width), tone: 'quiet'}]} />;
