import * as v from 'valibot';
import {isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument} from 'yaml';
import {own} from '../own.ts';
import {fieldMeant, fieldsAt} from './fields.ts';

/** What is wrong with a file: the line, the field, and what was expected. */
export type FileTrouble = {
	/** Counts from 1; undefined where the file as a whole is meant. */
	readonly line: number | undefined;
	/** `people[1].roles`; empty where the file as a whole is meant. */
	readonly field: string;
	/** What was expected, after the field: `must be a list`. */
	readonly expected: string;
};

export type Checked<Value> = {readonly value: Value} | {readonly trouble: FileTrouble};

/** Where something stands in a file: keys of maps, places in lists. */
export type Path = readonly (string | number)[];

/** A file's data, and the line on which each part of it stands. */
export type Sheet = {
	readonly data: unknown;
	readonly lineOf: (path: Path) => number | undefined;
};

/** `people[1].roles` */
export const fieldName = (path: Path): string =>
	path.map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${part}`)).join('');

const startOf = (node: unknown, lines: LineCounter): number | undefined => {
	const offset = isNode(node) ? node.range?.[0] : undefined;
	return offset === undefined ? undefined : lines.linePos(offset).line;
};

/** Reads YAML. */
export const readYaml = (text: string): Checked<Sheet> => {
	const lines = new LineCounter();
	const document = parseDocument(text, {lineCounter: lines});
	const [error] = document.errors;
	if (error !== undefined) {
		return {trouble: {line: lines.linePos(error.pos[0]).line, field: '', expected: 'is not YAML'}};
	}

	const lineOf = (path: Path): number | undefined => {
		let node: Node | null | undefined = document.contents;
		let line = startOf(node, lines);
		for (const part of path) {
			if (isMap(node)) {
				const pair: {readonly key: unknown; readonly value: unknown} | undefined = node.items.find(
					item => isScalar(item.key) && String(item.key.value) === String(part),
				);
				line = startOf(pair?.key, lines) ?? line;
				node = isNode(pair?.value) ? pair.value : undefined;
			} else if (isSeq(node) && typeof part === 'number') {
				const item: unknown = node.items[part];
				line = startOf(item, lines) ?? line;
				node = isNode(item) ? item : undefined;
			} else {
				return line;
			}
		}

		return line;
	};

	return {value: {data: document.toJS() as unknown, lineOf}};
};

const typeWords: Readonly<Record<string, string>> = {
	Array: 'a list',
	Object: 'a map of fields',
	string: 'text',
	number: 'a number',
	boolean: 'true or false',
};

/** `("a" | "b")` as `one of a, b`. */
const wanted = (expected: string): string =>
	own(typeWords, expected) ??
	(expected.includes('|') ? `one of ${expected.replaceAll(/[()"]/gu, '').replaceAll(' | ', ', ')}` : expected);

const expectedOf = (issue: v.BaseIssue<unknown>, schema: v.GenericSchema, path: Path): string => {
	if (issue.type === 'strict_object' && issue.expected === 'never') {
		const meant = fieldMeant(String(path.at(-1)), fieldsAt(schema, path.slice(0, -1)));
		return `is no field that is known here${meant === undefined ? '' : `; ${meant} may be meant`}`;
	}

	if (issue.type === 'strict_object' && issue.received === 'undefined') {
		return 'is missing';
	}

	// What this program says of a field is said; what only a type says is put into words here.
	return issue.message.startsWith('Invalid')
		? `must be ${wanted(issue.expected ?? 'something else')}, not ${issue.received}`
		: issue.message;
};

/** What an issue of a schema says, at its line and field. */
const troubleOf = (issue: v.BaseIssue<unknown>, schema: v.GenericSchema, lineOf: Sheet['lineOf']): FileTrouble => {
	const path = (issue.path ?? [])
		.map(item => item.key)
		.filter(key => typeof key === 'string' || typeof key === 'number');
	return {line: lineOf(path), field: fieldName(path), expected: expectedOf(issue, schema, path)};
};

/** Checks data by its schema; tells everything that is wrong, each with line and field. */
export const checkAll = <Schema extends v.GenericSchema>(
	schema: Schema,
	data: unknown,
	{lineOf}: Pick<Sheet, 'lineOf'>,
): {readonly value: v.InferOutput<Schema>} | {readonly troubles: readonly FileTrouble[]} => {
	if (Array.isArray(data) && schema.type !== 'array') {
		return {troubles: [{line: 1, field: '', expected: 'must be a map of fields, not a list'}]};
	}

	const result = v.safeParse(schema, data);
	return result.success
		? {value: result.output}
		: {troubles: result.issues.map(issue => troubleOf(issue, schema, lineOf))};
};

/** Checks data by its schema; trouble names the line and the field of the first thing that is wrong. */
export const checkSheet = <Schema extends v.GenericSchema>(
	schema: Schema,
	data: unknown,
	sheet: Pick<Sheet, 'lineOf'>,
): Checked<v.InferOutput<Schema>> => {
	const checked = checkAll(schema, data, sheet);
	if ('value' in checked) {
		return checked;
	}

	const [trouble = {line: undefined, field: '', expected: 'cannot be read'}] = checked.troubles;
	return {trouble};
};

/** `roster.yaml, line 3: people[1].roles must be a list.` */
export const troubleText = (file: string, {line, field, expected}: FileTrouble): string =>
	`${file}${line === undefined ? '' : `, line ${line}`}:${field === '' ? '' : ` ${field}`} ${expected}.`;
