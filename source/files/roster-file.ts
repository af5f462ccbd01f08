import {parse} from 'csv-parse/sync';
import * as v from 'valibot';
import {type Roster, type RosterPerson, roleKeys} from '../duties/staffing/events.ts';
import {handleFor} from '../language/people.ts';
import {type Checked, checkSheet, type FileTrouble, readYaml} from './yaml.ts';

const day = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/u, 'must be a day, as 2026-05-01'));

const person = v.strictObject({
	name: v.pipe(v.string(), v.regex(/[\p{L}\p{N}]/u, 'must be a name')),
	handle: v.optional(
		v.pipe(
			v.string(),
			v.regex(/^[\p{Ll}\p{N}]{1,32}$/u, 'must be one word of lower-case letters and digits, as priya'),
		),
	),
	roles: v.optional(v.array(v.picklist(roleKeys)), []),
	lastDrill: v.optional(day),
	available: v.optional(v.union([v.boolean(), v.string()], 'must be true, false, or when in words'), true),
	contact: v.optional(v.string()),
});

const shape = v.strictObject({people: v.array(person)});

type Given = v.InferOutput<typeof person>;

/** `no`, `false` and `away …` are not available; any other words say when. */
const availability = (given: boolean | string): Pick<RosterPerson, 'isAvailable' | 'availability'> => {
	if (typeof given === 'boolean') {
		return {isAvailable: given};
	}

	const said = given.trim();
	const isAway = /^(?:no|false|away|off|leave)\b/iu.test(said);
	return /^(?:yes|true|no|false|)$/iu.test(said) ? {isAvailable: !isAway} : {isAvailable: !isAway, availability: said};
};

const personOf = (
	{name, handle, roles, lastDrill, available, contact}: Given,
	taken: ReadonlySet<string>,
): RosterPerson => ({
	handle: handle ?? handleFor(name, taken),
	name,
	trained: roles,
	...(lastDrill === undefined ? {} : {lastDrill}),
	...availability(available),
	...(contact === undefined || contact === '' ? {} : {contact}),
});

/** The people, each with a handle of its own; trouble where two ask for the same. */
const rosterOf = (
	people: readonly Given[],
	source: string,
	lineOf: (index: number) => number | undefined,
): Checked<Roster> => {
	const taken = new Set(people.flatMap(one => (one.handle === undefined ? [] : [one.handle])));
	const given = new Set<string>();
	const made: RosterPerson[] = [];
	for (const [index, one] of people.entries()) {
		const found = personOf(one, taken);
		if (given.has(found.handle)) {
			return {
				trouble: {
					line: lineOf(index),
					field: `people[${index}].handle`,
					expected: `must be somebody's own: ${found.handle} is taken by somebody above`,
				},
			};
		}

		given.add(found.handle);
		taken.add(found.handle);
		made.push(found);
	}

	return {value: {source, people: made}};
};

const fromYaml = (text: string, source: string): Checked<Roster> => {
	const sheet = readYaml(text);
	if ('trouble' in sheet) {
		return sheet;
	}

	const {data, lineOf} = sheet.value;
	// A bare list of people will do.
	const isBare = Array.isArray(data);
	const checked = checkSheet(shape, isBare ? {people: data as unknown} : data, {
		lineOf: path => lineOf(isBare ? path.slice(1) : path),
	});
	return 'trouble' in checked
		? checked
		: rosterOf(checked.value.people, source, index => lineOf(isBare ? [index] : ['people', index]));
};

const columns = ['name', 'handle', 'roles', 'lastDrill', 'available', 'contact'] as const;

/** `last_drill`, `Last drill` and `lastDrill` are one column. */
const plainName = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]/gu, '');

type CsvRow = {readonly record: Readonly<Record<string, string>>; readonly info: {readonly lines: number}};

const csvTrouble = (error: unknown): FileTrouble => {
	const line = error instanceof Error && 'lines' in error && typeof error.lines === 'number' ? error.lines : undefined;
	return {line, field: '', expected: 'is not CSV: every row needs the columns of the first, quotes must be closed'};
};

const fromCsv = (text: string, source: string): Checked<Roster> => {
	let heads: readonly string[] = [];
	let rows: readonly CsvRow[];
	try {
		rows = parse(text, {
			bom: true,
			columns(found: string[]) {
				heads = found.map(name => columns.find(one => plainName(one) === plainName(name)) ?? name);
				return [...heads];
			},
			info: true,
			skipEmptyLines: true,
			trim: true,
		}) as unknown as readonly CsvRow[];
	} catch (error) {
		return {trouble: csvTrouble(error)};
	}

	const stray = heads.find(name => !columns.some(one => one === name));
	if (stray !== undefined || !heads.includes('name')) {
		return {
			trouble: {
				line: 1,
				field: stray ?? 'name',
				expected: `${stray === undefined ? 'is missing' : 'is no column of a roster'}; there are ${columns.join(', ')}`,
			},
		};
	}

	const data = rows.map(({record}) =>
		Object.fromEntries(
			Object.entries(record).flatMap(([name, value]): readonly (readonly [string, unknown])[] =>
				value === '' ? [] : [[name, name === 'roles' ? value.split(/[\s;,|]+/u) : value]],
			),
		),
	);
	const lineOf = (index: number) => rows[index]?.info.lines;
	const checked = checkSheet(
		shape,
		{people: data},
		{
			lineOf: ([, index]) => (typeof index === 'number' ? lineOf(index) : undefined),
		},
	);
	return 'trouble' in checked ? checked : rosterOf(checked.value.people, source, lineOf);
};

/** A roster from YAML, or from CSV where the file's name says so. `source` is what the log says it came from. */
export const readRoster = (text: string, source: string): Checked<Roster> =>
	/\.csv$/iu.test(source) ? fromCsv(text, source) : fromYaml(text, source);
