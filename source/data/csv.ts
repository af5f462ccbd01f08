import {visible} from '../text.ts';

/** What a spreadsheet would take for a formula, also behind blanks and quotes that it strips, and in full width. */
const formula = /^[\s"'\u{201C}\u{201D}\u{2018}\u{2019}]*[=+\-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}]/u;

/** Text as a cell holds it: nothing in it is hidden, and no spreadsheet calculates it. */
export const cellText = (text: string): string => {
	const shown = visible(text);
	return formula.test(shown) || formula.test(text) ? `'${shown}` : shown;
};

/** The way back: text of a cell without the apostrophe that kept a spreadsheet from calculating it. */
export const uncelled = (cell: string): string => (cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell);

const quoted = (text: string): string => (/[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** What may stand in a cell: text as typed, a number, a yes or no, or nothing. */
export type Value = string | number | boolean | undefined;

const cell = (value: Value): string =>
	value === undefined ? '' : typeof value === 'string' ? quoted(cellText(value)) : String(value);

/** One record of a CSV file (RFC 4180), with its line end. */
export const csvLine = (values: readonly Value[]): string => `${values.map(value => cell(value)).join(',')}\r\n`;

/** A column: its name in the header, and what it holds of a thing. */
export type Column<Thing> = readonly [name: string, value: (thing: Thing) => Value];

/** A header, then a record for each thing. */
export const csvLines = function* <Thing>(
	columns: readonly Column<Thing>[],
	things: Iterable<Thing>,
): Generator<string> {
	yield csvLine(columns.map(([name]) => name));
	for (const thing of things) {
		yield csvLine(columns.map(([, value]) => value(thing)));
	}
};
