import {columns as columnsOf} from '../../source/text.ts';
import type {TestTerminal} from './terminal.ts';

/*
What a person sees of a console in a terminal: the line at its lower edge, what is said under it, frames that hold.
*/

/** What stands in an empty line. */
export const invitation = '› write what happens';

/** Lines with which an incident begins. */
export const opening = [
	'declare Payments database exposed severity:S2 kind:security',
	'assign im @"Priya Shah"',
	'assign analyst @"Chen Wei"',
] as const;

/** The row of the composer's line: it stands three rows above the lower edge. */
export const composer = (terminal: TestTerminal): string => terminal.lines().at(-3)?.trimEnd() ?? '';

/** What stands under the line. */
export const saying = (terminal: TestTerminal): string => terminal.lines().at(-2)?.trim() ?? '';

/** Waits until the line ends so. */
export const composes = async (terminal: TestTerminal, what: string): Promise<void> =>
	terminal.until(`the line ends in ${what}`, () => composer(terminal).endsWith(what));

/** Types a line and records it. */
export const record = async (terminal: TestTerminal, line: string): Promise<void> => {
	terminal.type(line);
	await composes(terminal, line.slice(-12));
	terminal.press('<Enter>');
	await terminal.until(`recorded: ${line}`, () => composer(terminal).startsWith(invitation));
};

const borders = /[│╭╮╰╯]/u;

/** What is wrong with the layout: a line too wide, a border out of its column. */
export const layoutTroubles = (terminal: TestTerminal, columns: number, rows: number): readonly string[] => {
	const lines = terminal.lines().map(line => line.trimEnd());
	const framed = lines.filter(line => borders.test(line.charAt(0)));
	return [
		...(lines.length === rows ? [] : [`${lines.length} lines`]),
		...lines.filter(line => columnsOf(line) > columns).map(line => `too wide: ${line}`),
		...framed
			.filter(line => columnsOf(line) !== columns || !borders.test(line.at(-1) ?? ''))
			.map(line => `no border at the right edge: ${line}`),
		...(framed.length > 0 ? [] : ['no frame at all']),
	];
};
