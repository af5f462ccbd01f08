import * as v from 'valibot';
import type {Hint} from '../../source/drills/scenario.ts';

/*
What the papers say of a file is read off its schema: a table of its fields, and the JSON Schema by which editors check
and complete. A kind of field that this walk does not know stops it.
*/

type Schema = v.GenericSchema;

/** A part of a JSON Schema. */
export type Json = Readonly<Record<string, unknown>>;

const isSchema = (value: unknown): value is Schema =>
	typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema';

const part = (schema: Schema, name: string): unknown => Object.entries(schema).find(([key]) => key === name)?.[1];

const inner = (schema: Schema, name: string): Schema => {
	const found = part(schema, name);
	if (!isSchema(found)) {
		throw new TypeError(`The schema ${schema.type} has no ${name}.`);
	}

	return found;
};

const list = (schema: Schema, name: string): readonly unknown[] => {
	const found = part(schema, name);
	return Array.isArray(found) ? found : [];
};

const entriesOf = (schema: Schema): readonly (readonly [string, Schema])[] =>
	Object.entries(part(schema, 'entries') ?? {}).flatMap(([name, one]: [string, unknown]) =>
		isSchema(one) ? [[name, one] as const] : [],
	);

const isOptional = (schema: Schema): boolean => schema.type === 'optional';

/** What stands behind `optional`. */
const bare = (schema: Schema): Schema => (isOptional(schema) ? bare(inner(schema, 'wrapped')) : schema);

const descriptionOf = (schema: Schema): string => v.getDescription(bare(schema)) ?? '';

const hintOf = (schema: Schema): Hint => v.getMetadata(bare(schema));

const isDay = (schema: Schema): boolean => descriptionOf(schema).endsWith('(a day)');

/** What is taken where the field is left out; undefined where nothing is, or nothing that need be said. */
const defaultOf = (schema: Schema): string | number | undefined => {
	const found = isOptional(schema) ? part(schema, 'default') : undefined;
	return typeof found === 'string' || typeof found === 'number' ? found : undefined;
};

const requirement = (schema: Schema, isMeant: (value: unknown) => boolean): unknown => {
	for (const action of list(schema, 'pipe')) {
		if (typeof action === 'object' && action !== null && 'requirement' in action && isMeant(action.requirement)) {
			return action.requirement;
		}
	}

	return undefined;
};

const patternOf = (schema: Schema): string | undefined => {
	const found = requirement(schema, value => value instanceof RegExp);
	return found instanceof RegExp ? found.source : undefined;
};

const textShape = (schema: Schema): Json => {
	const {pattern, values, isTime} = hintOf(schema);
	if (values !== undefined) {
		return {enum: values};
	}

	return isTime === true
		? {type: 'string', format: 'date-time'}
		: {
				type: 'string',
				pattern: isDay(schema) ? String.raw`^\d{4}-\d\d-\d\d$` : (pattern ?? patternOf(schema) ?? String.raw`\S`),
			};
};

const numberShape = (schema: Schema): Json => {
	const least = requirement(schema, value => typeof value === 'number');
	const isWhole = list(schema, 'pipe').some(
		action => typeof action === 'object' && action !== null && 'type' in action && action.type === 'integer',
	);
	return {type: isWhole ? 'integer' : 'number', ...(least === undefined ? {} : {minimum: least})};
};

const shapeOf = (schema: Schema): Json => {
	switch (schema.type) {
		case 'strict_object': {
			const entries = entriesOf(schema);
			return {
				type: 'object',
				additionalProperties: false,
				required: entries.filter(([, one]) => !isOptional(one)).map(([name]) => name),
				properties: Object.fromEntries(entries.map(([name, one]) => [name, jsonOf(one)])),
			};
		}

		case 'array': {
			return {type: 'array', items: jsonOf(inner(schema, 'item'))};
		}

		case 'string': {
			return textShape(schema);
		}

		case 'number': {
			return numberShape(schema);
		}

		case 'boolean': {
			return {type: 'boolean'};
		}

		case 'picklist': {
			return {enum: list(schema, 'options')};
		}

		case 'union': {
			return {anyOf: list(schema, 'options').filter(isSchema).map(shapeOf)};
		}

		default: {
			throw new TypeError(`The papers do not know how to tell of a ${schema.type}.`);
		}
	}
};

const jsonOf = (schema: Schema): Json => {
	const description = descriptionOf(schema);
	const otherwise = defaultOf(schema);
	return {
		...(description === '' ? {} : {description}),
		...(otherwise === undefined ? {} : {default: otherwise}),
		...shapeOf(bare(schema)),
	};
};

/** The JSON Schema of a kind of file. */
export const jsonSchemaOf = (schema: Schema, title: string): Json => ({
	$schema: 'http://json-schema.org/draft-07/schema#',
	title,
	...jsonOf(schema),
});

/** A JSON Schema as it stands in its file. */
export const jsonText = (schema: Json): string => `${JSON.stringify(schema, undefined, '\t')}\n`;

const kindOf = (schema: Schema): string => {
	switch (schema.type) {
		case 'strict_object': {
			return 'fields';
		}

		case 'array': {
			return `list of ${kindOf(bare(inner(schema, 'item')))}`;
		}

		case 'string': {
			return isDay(schema) ? 'day' : 'text';
		}

		case 'number': {
			return 'number';
		}

		case 'boolean': {
			return 'true or false';
		}

		case 'picklist': {
			return list(schema, 'options').join(', ');
		}

		default: {
			return 'name or names';
		}
	}
};

const rowsOf = (schema: Schema, path: string): readonly string[] =>
	entriesOf(schema).flatMap(([name, one]) => {
		const field = bare(one);
		const isList = field.type === 'array';
		const below = isList ? bare(inner(field, 'item')) : field;
		const here = `${path}${name}`;
		const otherwise = defaultOf(one);
		const words = descriptionOf(one).replace(/ \(a day\)$/u, '');
		const meaning = otherwise === undefined ? words : `${words}; \`${otherwise}\` where it is left out`;
		const row = `| \`${here}\`${isOptional(one) ? '' : ' (needed)'} | ${kindOf(field)} | ${meaning} |`;
		return [row, ...(below.type === 'strict_object' ? rowsOf(below, `${here}${isList ? '[]' : ''}.`) : [])];
	});

/** Every field of a kind of file, as a table. */
export const fieldTable = (schema: Schema): string =>
	['| Field | What | Meaning |', '| --- | --- | --- |', ...rowsOf(schema, '')].join('\n');
