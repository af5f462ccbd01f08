import * as v from 'valibot';
import {csvRecords} from '../../data/csv-in.ts';
import {uncelled} from '../../data/csv.ts';
import type {FileTrouble, Path} from '../../files/yaml.ts';
import type {Library} from '../../library.ts';
import {minute} from '../../time.ts';
import {checkScenario} from '../check.ts';
import {mselColumns} from '../msel.ts';
import {readOffset, spanWords} from '../offset.ts';
import {readExpectation} from '../expectation.ts';
import {scenarioSchema} from '../scenario.ts';
import type {WrittenScenario} from '../write.ts';
import {atOf, expectedOf, toOf, type Type, typeOf} from './msel-cells.ts';

type Column = (typeof mselColumns)[number]['name'];

/** What a column may be called in the lists of others; capitals, blanks and brackets do not count. */
const names: Readonly<Record<Column, readonly string[]>> = {
	seq: ['seq', 'no', 'number', 'inject', 'injectno', 'injectnumber', 'event', 'eventnumber', 'id'],
	at: ['at', 'time', 'offset', 'when', 'eventtime', 'scenariotime', 'elapsed'],
	type: ['type', 'injecttype', 'eventtype'],
	method: ['method', 'means', 'deliverymethod', 'deliveredby', 'mode', 'injectmode'],
	from: ['from', 'sender', 'fromsimulated', 'source'],
	to: ['to', 'recipient', 'recipientplayer', 'recipientplayers', 'player', 'players', 'receiver'],
	text: ['text', 'description', 'eventdescription', 'injecttext', 'message', 'event description', 'what'],
	expected: ['expected', 'expectedaction', 'expectedactions', 'expectedplayeraction', 'expectedoutcome', 'response'],
	objective: ['objective', 'objectives', 'capability'],
};

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

type Row = {readonly line: number; readonly cell: (column: Column) => string};

type Table = {readonly rows: readonly Row[]; readonly unknown: readonly string[]};

const trouble = (line: number | undefined, field: string, expected: string): FileTrouble => ({line, field, expected});

const tableIn = (text: string): Table | readonly FileTrouble[] => {
	const records = csvRecords(text);
	if ('wrong' in records) {
		return [trouble(records.line, '', 'is not CSV: put text with commas, quotes or line ends between quotes')];
	}

	const [header, ...rest] = records;
	const heads = header?.fields ?? [];
	const places = new Map(
		mselColumns.flatMap(({name}): readonly (readonly [Column, number])[] => {
			const place = heads.findIndex(head => names[name].includes(plain(head)));
			return place === -1 ? [] : [[name, place]];
		}),
	);
	const missing = (['at', 'text'] as const).filter(name => !places.has(name));
	if (missing.length > 0) {
		const columns = mselColumns.map(({name}) => name).join(',');
		return missing.map(name => trouble(1, name, `is missing in the header; the columns are ${columns}, in any order`));
	}

	const rows = rest.filter(({fields}) => fields.some(cell => cell.trim() !== ''));
	const uneven = rows.filter(({fields}) => fields.length > heads.length);
	return uneven.length > 0
		? uneven.map(({line, fields}) =>
				trouble(
					line,
					'',
					`has ${fields.length} fields where the header has ${heads.length}; put a text with commas between quotes`,
				),
			)
		: {
				rows: rows.map(({line, fields}) => ({
					line,
					cell: column => uncelled(fields[places.get(column) ?? -1] ?? '').trim(),
				})),
				unknown: heads.filter((head, place) => head.trim() !== '' && ![...places.values()].includes(place)),
			};
};

/** The column in which a field of a scenario's inject stands. */
const columnOf: Readonly<Record<string, Column>> = {
	number: 'seq',
	means: 'method',
	weight: 'type',
	contingency: 'type',
	by: 'expected',
};

/** What a file gave of one inject; what is empty is left out. */
type Given = Readonly<Record<string, unknown>> & {readonly number: number};

const optional = (name: string, value: string) => (value === '' ? {} : {[name]: value});

const givenOf = (row: Row, index: number, {weight}: Type): Given => {
	const {cell} = row;
	const expected = expectedOf(cell('expected'));
	const seq = cell('seq');
	return {
		number: seq === '' ? index + 1 : Number(seq.replace(/^#/u, '')),
		at: atOf(cell('at')),
		...optional('from', cell('from')),
		...optional('to', toOf(cell('to'))),
		...optional('means', cell('method')),
		text: cell('text'),
		...(expected.length === 0 ? {} : {expected}),
		...(weight === 'key' ? {} : {weight}),
	};
};

/** An objective's id out of what stands in the cell: one word of small letters. */
const slug = (text: string): string =>
	text
		.toLowerCase()
		.match(/[\p{Ll}\p{N}]+/gu)
		?.slice(0, 4)
		.join('-') ?? 'o';

/** How long a drill takes at least: to its last inject, and to the last moment for what is expected. */
const lengthOf = (injects: readonly Given[]): number =>
	Math.max(
		30 * minute,
		...injects.map(one => {
			const at = readOffset(String(one['at'])) ?? 0;
			const lines = Array.isArray(one['expected']) ? one['expected'].map(String) : [];
			const limits = lines.map(line => {
				const found = readExpectation(line);
				const limit = 'wrong' in found ? undefined : found.limit;
				return limit === undefined ? 10 * minute : limit.since === 'start' ? limit.after - at : limit.after;
			});
			return at + Math.max(10 * minute, ...limits);
		}),
	);

/** What a list is made into a scenario with. */
export type MselSetting = {
	/** The scenario that holds everything but the injects; without one a plain one is begun. */
	readonly base: WrittenScenario | undefined;
	readonly title: string;
	/** When a plain one begins. */
	readonly start: string;
	readonly library: Library;
};

export type FromMsel =
	| {readonly scenario: WrittenScenario; readonly unknown: readonly string[]}
	| {readonly troubles: readonly FileTrouble[]};

/** Fields that no column holds, taken over from the inject of the same number. */
const kept = (base: WrittenScenario | undefined, number: number) => {
	const note = base?.injects.find(one => one.number === number)?.note;
	return note === undefined ? {} : {note};
};

/**
 * A scenario out of a master scenario events list. Everything that is wrong is told, by line and column; it is judged as
 * a scenario file is, so that what comes out passes the check.
 */
export const fromMsel = (text: string, {base, title, start, library}: MselSetting): FromMsel => {
	const table = tableIn(text);
	if (!('rows' in table)) {
		return {troubles: table};
	}

	const {rows, unknown} = table;
	const troubles: FileTrouble[] = [];
	const types = rows.map(row => {
		const type = typeOf(row.cell('type'));
		if (type === undefined) {
			const typed = row.cell('type');
			troubles.push(trouble(row.line, 'type', `must be key or optional, and may say contingency of 2; not ${typed}`));
		}

		return type ?? {weight: 'key' as const, rescues: []};
	});
	const given = rows.map((row, index) => givenOf(row, index, types[index] ?? {weight: 'key', rescues: []}));
	const rescuer = new Map<number, number>();
	for (const [index, {rescues}] of types.entries()) {
		for (const number of rescues) {
			if (!given.some(one => one.number === number)) {
				troubles.push(trouble(rows[index]?.line, 'type', `names the inject ${number}, which no row has`));
			}

			rescuer.set(number, given[index]?.number ?? 0);
		}
	}

	const own = base?.objectives ?? [];
	const typed = rows.map(row => row.cell('objective'));
	const idOf = (cell: string) => (own.some(({id}) => id === cell) || base !== undefined ? cell : slug(cell));
	const injects = given.map((one, index) => {
		const contingency = rescuer.get(one.number);
		const objective = typed[index] ?? '';
		return {
			...one,
			...(objective === '' ? {} : {objective: idOf(objective)}),
			...(contingency === undefined ? {} : {contingency}),
			...kept(base, one.number),
		};
	});
	const plainBase = {
		title,
		objectives: [...new Map(typed.filter(cell => cell !== '').map(cell => [slug(cell), cell]))].map(([id, words]) => ({
			id,
			text: words,
		})),
		start,
		duration: spanWords(Math.ceil(lengthOf(given) / (15 * minute)) * 15 * minute),
	};
	const data = {...(base ?? plainBase), injects};
	const lineOf = ([head, index]: Path) => (head === 'injects' && typeof index === 'number' ? rows[index]?.line : 1);
	const checked = checkScenario({data, lineOf}, library);
	if ('troubles' in checked) {
		for (const one of checked.troubles) {
			const [, field = one.field] = /^injects\[\d+\]\.(\w+)/u.exec(one.field) ?? [];
			troubles.push({...one, field: columnOf[field] ?? field});
		}
	}

	return troubles.length === 0 && v.is(scenarioSchema, data)
		? {scenario: data, unknown}
		: {troubles: troubles.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0))};
};
