import {CsvError, parse} from 'csv-parse/sync';

/** A record of a CSV file, and on which lines it begins and ends, counted from 1. */
export type CsvRecord = {readonly fields: readonly string[]; readonly line: number; readonly end: number};

/** Why a file is no CSV; `line` where that is known. */
export type NoCsv = {readonly wrong: string; readonly line: number | undefined};

/** Spreadsheets of some countries part with a semicolon, and what is copied from one with a tab. */
const delimiterOf = (text: string): string => {
	const header = text.split(/\r?\n/u, 1)[0] ?? '';
	const counted = [',', ';', '\t'].map(one => ({one, count: header.split(one).length}));
	return counted.toSorted((a, b) => b.count - a.count)[0]?.one ?? ',';
};

/** Every record of a CSV file, the header first; records may differ in their number of fields. */
export const csvRecords = (text: string): readonly CsvRecord[] | NoCsv => {
	const records: CsvRecord[] = [];
	try {
		parse(text, {
			bom: true,
			delimiter: delimiterOf(text),
			relax_column_count: true,
			on_record(fields: readonly string[], {lines}) {
				records.push({fields, line: (records.at(-1)?.end ?? 0) + 1, end: lines});
			},
		});
		return records;
	} catch (error) {
		if (error instanceof CsvError) {
			const line = 'lines' in error && typeof error['lines'] === 'number' ? error['lines'] : undefined;
			return {wrong: error.message, line};
		}

		throw error;
	}
};
