import {hash as digest} from 'node:crypto';
import type {Board} from '../board.ts';
import {uncelled} from '../data/csv.ts';
import {csvRecords} from '../data/csv-in.ts';
import {readTime} from '../language/when/index.ts';
import type {Situation} from '../propose.ts';
import {isRefusal, type Refusal, unreadable} from '../refusal.ts';
import type {Instant} from '../time.ts';
import type {Imported, Material} from './index.ts';
import {importRows, namedByWords, notSo, voiceOf, type WordedRow} from './rows.ts';
import {textIn} from './text-in.ts';
import {decideWords, kindNames, meaningOf} from './verbs.ts';

/** What a column may be called, the likeliest name first; capitals and blanks do not count. */
const columnNames = {
	occurred: ['occurred', 'occurredat', 'happened', 'datetime', 'timestamp', 'time', 'when', 'date'],
	text: ['text', 'message', 'description', 'entry', 'event', 'what'],
	by: ['by', 'who', 'author', 'person', 'user'],
	kind: ['kind', 'type'],
	owner: ['owner', 'assignee'],
	due: ['due', 'dueat', 'deadline'],
	because: ['because', 'reason', 'why'],
	id: ['id', 'hash'],
	struck: ['struck'],
	struckBecause: ['struckbecause'],
} as const;

type Column = keyof typeof columnNames;

type Row = {
	/** Where the record begins, counted from 1. */
	readonly line: number;
	readonly cell: (column: Column) => string;
};

const columns = Object.keys(columnNames) as Column[];

const placesIn = (header: readonly string[]): ReadonlyMap<Column, number> => {
	const names = header.map(name => name.toLowerCase().replaceAll(/[\s_-]/gu, ''));
	return new Map(
		columns.flatMap(column => {
			const place = columnNames[column].map(name => names.indexOf(name)).find(found => found !== -1);
			return place === undefined ? [] : [[column, place] as const];
		}),
	);
};

/** Whether export csv wrote it: it then kept spreadsheets from calculating its texts. */
const isOwn = (header: readonly string[]): boolean =>
	['recorded_at', 'recorded_by', 'hash'].every(one => header.includes(one));

/** The rows of a table under its header, or what is wrong with it. */
const rowsIn = (text: string, name: string): readonly Row[] | Refusal => {
	const records = csvRecords(text);
	if ('wrong' in records) {
		const line = records.line === undefined ? '' : `, line ${records.line}`;
		return notSo(`${name}${line}`, `${records.wrong}.`, 'Put text with commas, quotes or line ends between quotes.');
	}

	const [header, ...rest] = records;
	const places = placesIn(header?.fields ?? []);
	const missing = (['occurred', 'text'] as const).find(column => !places.has(column));
	if (header === undefined || missing !== undefined) {
		return unreadable(
			`${name}, line 1: the header names no column ${missing ?? 'occurred'}.`,
			'Nothing was written. The first line names the columns: occurred,by,kind,text,owner,due in any order.',
		);
	}

	const own = isOwn(header.fields);
	const rows: Row[] = [];
	for (const {fields, line} of rest) {
		if (fields.every(cell => cell.trim() === '')) {
			continue;
		}

		if (fields.length !== header.fields.length) {
			return notSo(
				`${name}, line ${line}`,
				`it has ${fields.length} fields where the header has ${header.fields.length}.`,
				'Put a text that has commas in it between quotes.',
			);
		}

		const cell: Row['cell'] = column => fields[places.get(column) ?? -1] ?? '';
		rows.push({line, cell: own ? column => uncelled(cell(column)) : cell});
	}

	return rows;
};

/** What a row says, or which of its fields says nothing that can be read. */
const toldBy = ({line, cell}: Row, name: string, {now, zone, by}: Situation, board: Board): WordedRow | Refusal => {
	const where = `${name}, line ${line}`;
	const bad = (column: Column, what: string, mend: string) => notSo(`${where}, ${column}`, what, mend);
	const at = readTime(cell('occurred').trim(), {now, zone, direction: 'occurred'});
	if ('refused' in at) {
		return bad('occurred', at.refused, at.mend);
	}

	const typedKind = cell('kind');
	const meaning = meaningOf(typedKind);
	if (meaning === undefined) {
		return bad('kind', `there is no kind “${typedKind.slice(0, 40)}”.`, `Name one of ${kindNames.join(', ')}.`);
	}

	const typed = cell('text');
	if (typed.trim() === '') {
		return bad('text', 'it says nothing.', 'Write what happened, or take the line out.');
	}

	for (const column of ['owner', 'due', 'because'] as const) {
		if (cell(column).trim() !== '' && meaning[column] === undefined) {
			return bad(column, `a ${typedKind || 'note'} has none.`, 'Leave the field empty, or give the row another kind.');
		}
	}

	let due: Instant | undefined;
	if (cell('due').trim() !== '') {
		const reading = readTime(cell('due').trim(), {now: at.at, zone, direction: 'due'});
		if ('refused' in reading) {
			return bad('due', reading.refused, reading.mend);
		}

		due = reading.at;
	}

	const isStruck = cell('struck').toLowerCase() === 'true';
	const text = isStruck ? `${typed} [struck, because ${cell('struckBecause')}]` : typed;
	const speaker = cell('by').trim() === '' ? by : voiceOf(board.staffing, cell('by'));
	const optional = (column: Column) => cell(column).trim() || undefined;
	return {
		where,
		id: optional('id'),
		words: JSON.stringify([meaning.verb, text, cell('by'), cell('owner'), due, cell('because')]),
		occurredAt: at.at,
		by: speaker,
		decide: on =>
			decideWords(on, {
				meaning,
				text,
				owner: optional('owner'),
				due,
				because: optional('because'),
				occurredAt: at.at,
				by: speaker,
				zone,
			}),
	};
};

/** Takes in a timeline that is kept as a table. */
export const importCsv = async (material: Material): Promise<Imported | Refusal> => {
	const bytes = await material.bytes();
	const text = textIn(bytes, material.name);
	const rows = typeof text === 'string' ? rowsIn(text, material.name) : text;
	if (isRefusal(rows)) {
		return rows;
	}

	return importRows(material, 'csv', digest('sha256', bytes), (board, situation) => {
		const told: WordedRow[] = [];
		for (const row of rows) {
			const one = toldBy(row, material.name, situation, board);
			if (isRefusal(one)) {
				return one;
			}

			told.push(one);
		}

		return {rows: namedByWords(told)};
	});
};
