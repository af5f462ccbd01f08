import type {GenericSchema} from 'valibot';
import type {BoardEvent} from '../../source/entry.ts';
import {instant, zone} from '../../source/event.ts';
import {eventSchemas, isBoardEvent} from '../../source/ledger/shape.ts';
import {profileSchema} from '../../source/profile.ts';
import {profiles} from '../../source/profiles/index.ts';
import {regimes} from '../../source/profiles/regimes.ts';
import {regimeSchema} from '../../source/regime.ts';
import {instantOf} from '../../source/time.ts';
import * as fc from './fast-check.ts';

/** Any well-formed text without NUL: what a ledger may hold. Also blanks, controls, right-to-left, joined emoji. */
export const arbitraryText: fc.Arbitrary<string> = fc.oneof(
	{weight: 3, arbitrary: fc.string({unit: 'binary', maxLength: 40}).map(text => text.replaceAll('\0', '\u{1}'))},
	{weight: 2, arbitrary: fc.string({unit: 'grapheme', maxLength: 40})},
	{
		weight: 1,
		arbitrary: fc.constantFrom(
			'',
			' ',
			'\n\t\r',
			'"\\',
			'\u{1B}[31mred',
			'\uFFFD',
			'\uFEFFmark',
			'ש‎a‏ל',
			'👩🏽‍🚒',
			"'; DROP TABLE entries; --",
			// Every object answers to these.
			'constructor',
			'__proto__',
		),
	},
);

/** A moment between 2000 and 2100. */
const arbitraryInstant = fc.integer({min: 946_684_800_000, max: 4_102_444_800_000}).map(instantOf);

const numbers = fc
	.oneof(fc.nat(), fc.integer(), fc.double({noNaN: true, noDefaultInfinity: true}))
	// JSON has one zero only.
	.map(number => (Object.is(number, -0) ? 0 : number));

const inner = (schema: GenericSchema, name: string): unknown =>
	Object.entries(schema).find(([key]) => key === name)?.[1];

const isSchema = (value: unknown): value is GenericSchema =>
	typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema';

const schemaIn = (schema: GenericSchema, name: string): GenericSchema => {
	const found = inner(schema, name);
	if (!isSchema(found)) {
		throw new TypeError(`The schema ${schema.type} has no ${name}.`);
	}

	return found;
};

/** Values of the shape that a valibot schema describes; throws for a schema type that no event has used yet. */
export const arbitraryOf = (schema: GenericSchema): fc.Arbitrary<unknown> => {
	if (schema === instant) {
		return arbitraryInstant;
	}

	if (schema === zone) {
		return fc.constantFrom('UTC', 'Europe/London', 'Asia/Kathmandu', 'America/Port_of_Spain');
	}

	// What a file would have been checked for is drawn from what there is.
	if (schema === regimeSchema) {
		return fc.constantFrom(...regimes);
	}

	if (schema === profileSchema) {
		return fc.constantFrom(...Object.values(profiles));
	}

	switch (schema.type) {
		case 'record': {
			return fc.dictionary(fc.stringMatching(/^[a-z][\w-]{0,9}$/u), arbitraryOf(schemaIn(schema, 'value')), {
				maxKeys: 4,
				noNullPrototype: true,
			});
		}

		case 'string': {
			return arbitraryText;
		}

		case 'number': {
			return numbers;
		}

		case 'boolean': {
			return fc.boolean();
		}

		case 'picklist': {
			const options = inner(schema, 'options');
			return fc.constantFrom(...(Array.isArray(options) ? options : []));
		}

		case 'optional': {
			return fc.option(arbitraryOf(schemaIn(schema, 'wrapped')), {nil: undefined});
		}

		case 'array': {
			return fc.array(arbitraryOf(schemaIn(schema, 'item')), {maxLength: 5});
		}

		case 'object': {
			const entries = Object.entries(inner(schema, 'entries') ?? {}).map(
				([key, field]): [string, fc.Arbitrary<unknown>] => {
					if (!isSchema(field)) {
						throw new TypeError(`The field ${key} has no schema.`);
					}

					return [key, arbitraryOf(field)];
				},
			);
			// An absent field and one that is undefined are the same to a ledger: leave it out.
			return fc
				.record(Object.fromEntries(entries))
				.map(value => Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)));
		}

		default: {
			throw new TypeError(`Teach arbitraryOf the schema type ${schema.type}.`);
		}
	}
};

/** Any event of one kind, with any data that its schema allows. */
export const arbitraryEventOf = (kind: string): fc.Arbitrary<BoardEvent> => {
	const schema = eventSchemas.get(kind);
	if (schema === undefined) {
		throw new TypeError(`There is no kind ${kind}.`);
	}

	return arbitraryOf(schema).map(data => {
		const event = {...(typeof data === 'object' ? data : {}), kind};
		if (!isBoardEvent(event)) {
			throw new TypeError(`Not a ${kind}: ${JSON.stringify(event)}`);
		}

		return event;
	});
};

/** Every kind that can be written. */
export const everyKind: readonly string[] = [...eventSchemas.keys()];

/** Any event of any kind. */
export const arbitraryEvent: fc.Arbitrary<BoardEvent> = fc
	.constantFrom(...everyKind)
	.chain(kind => arbitraryEventOf(kind));
