import * as v from 'valibot';
import {responsibilitiesSchema} from '../../source/responsibilities/shape.ts';

/*
What the papers say of a responsibilities file is read off its schema: the fields of docs/files.md, and the JSON Schema
by which editors check and complete. A kind of field that this walk does not know stops it.
*/

type Schema = v.GenericSchema;

/** A part of a JSON Schema. */
type Json = Readonly<Record<string, unknown>>;

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

const isDay = (schema: Schema): boolean => descriptionOf(schema).endsWith('(a day)');

const patternOf = (schema: Schema): string | undefined => {
	for (const action of list(schema, 'pipe')) {
		if (
			typeof action === 'object' &&
			action !== null &&
			'requirement' in action &&
			action.requirement instanceof RegExp
		) {
			return action.requirement.source;
		}
	}

	return undefined;
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
			const pattern = isDay(schema) ? String.raw`^\d{4}-\d\d-\d\d$` : (patternOf(schema) ?? String.raw`\S`);
			return {type: 'string', pattern};
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
	return {...(description === '' ? {} : {description}), ...shapeOf(bare(schema))};
};

/** The JSON Schema of a responsibilities file. */
export const jsonSchema = (): Json => ({
	$schema: 'http://json-schema.org/draft-07/schema#',
	title: 'Responsibilities of a team, for Loggist',
	...jsonOf(responsibilitiesSchema),
});

export const jsonSchemaText = (): string => `${JSON.stringify(jsonSchema(), undefined, '\t')}\n`;

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
		const words = descriptionOf(one).replace(/ \(a day\)$/u, '');
		const row = `| \`${here}\`${isOptional(one) ? '' : ' (needed)'} | ${kindOf(field)} | ${words} |`;
		return [row, ...(below.type === 'strict_object' ? rowsOf(below, `${here}${isList ? '[]' : ''}.`) : [])];
	});

/** Every field of a responsibilities file, as a table. */
export const responsibilityFields = (): string =>
	['| Field | What | Meaning |', '| --- | --- | --- |', ...rowsOf(responsibilitiesSchema, '')].join('\n');

/** The page on files with the table of the fields written anew. */
export const withFields = (text: string): string =>
	text.replace(
		/(<!-- responsibilities -->\n)[\s\S]*?(<!-- \/responsibilities -->)/u,
		(_, open: string, close: string) => `${open}\n${responsibilityFields()}\n\n${close}`,
	);
