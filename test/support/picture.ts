import {renderToString} from 'ink';
import type {ReactElement} from 'react';
import type {Drawing} from '../../source/looks/drawing.ts';
import {columns} from '../../source/text.ts';

/** What can be looked at: a drawing, or an element that Ink lays out. */
export type Shown = Drawing | {readonly rows: Drawing} | ReactElement;

const linesOf = (shown: Shown, width: number): string =>
	'props' in shown
		? renderToString(shown, {columns: width})
		: ('rows' in shown ? shown.rows : shown).map(row => row.map(piece => piece.text).join('')).join('\n');

/** A pane as a person sees it: its lines, without colours and without blanks at their ends. */
export const picture = (shown: Shown, width: number): string =>
	`\n${linesOf(shown, width)
		// oxlint-disable-next-line no-control-regex
		.replaceAll(/\u001B\[[\d;]*m/gu, '')
		.split('\n')
		.map(line => line.trimEnd())
		.join('\n')}\n`;

/** What is wrong with a pane of that size: lines too many or too wide, borders out of place, control characters. */
export const troublesOf = (
	shown: Shown,
	{width, height}: {readonly width: number; readonly height: number},
	isFramed = true,
): readonly string[] => {
	const lines = picture(shown, width).slice(1, -1).split('\n');
	return [
		...(lines.length > height ? [`${lines.length} lines instead of ${height}`] : []),
		...lines.flatMap((line, index) => {
			const edges = index === 0 ? /^╭.*╮$/u : index === height - 1 ? /^╰─*╯$/u : /^│.*│$/u;
			return [
				...(columns(line) > width ? [`line ${index} has ${columns(line)} columns: ${line}`] : []),
				...(isFramed && (!edges.test(line) || columns(line) !== width) ? [`line ${index} has no edge: ${line}`] : []),
				...(/\p{Cc}|\u202E|\u200B/u.test(line)
					? [`line ${index} has a control character: ${JSON.stringify(line)}`]
					: []),
			];
		}),
	];
};
