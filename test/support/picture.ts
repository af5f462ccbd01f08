import {renderToString} from 'ink';
import type {ReactElement} from 'react';
import {columns} from '../../source/text.ts';

/** A pane as a person sees it: its lines, without colours and without blanks at their ends. */
export const picture = (element: ReactElement, width: number): string =>
	`\n${renderToString(element, {columns: width})
		// oxlint-disable-next-line no-control-regex
		.replaceAll(/\u001B\[[\d;]*m/gu, '')
		.split('\n')
		.map(line => line.trimEnd())
		.join('\n')}\n`;

/** What is wrong with a pane of that size: lines too many or too wide, borders out of place, control characters. */
export const troublesOf = (
	element: ReactElement,
	{width, height}: {readonly width: number; readonly height: number},
	isFramed = true,
): readonly string[] => {
	const lines = picture(element, width).slice(1, -1).split('\n');
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
