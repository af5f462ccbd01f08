import * as v from 'valibot';
import {describe, expect, it} from 'vitest';
import {fieldMeant, fieldsAt} from '../../source/files/fields.ts';

const person = v.strictObject({name: v.string(), roles: v.optional(v.array(v.string()))});

const file = v.strictObject({
	people: v.optional(v.array(v.union([v.string(), person]))),
	teams: v.record(v.string(), v.strictObject({lead: v.string()})),
	contact: v.pipe(
		v.strictObject({phone: v.string()}),
		v.check(() => true),
	),
});

describe('the fields that a schema knows at a place', () => {
	it.each([
		['at the top', [], ['people', 'teams', 'contact']],
		['in one of a list, where another form may stand too', ['people', 3], ['name', 'roles']],
		['in a map under any name', ['teams', 'alpha'], ['lead']],
		['in what is checked besides', ['contact'], ['phone']],
		['in what holds no fields', ['people', 0, 'name'], []],
		['where nothing can stand', ['people', 'x', 'constructor'], []],
	] as const)('%s', (_, place, fields) => {
		expect(fieldsAt(file, place)).toEqual(fields);
	});
});

describe('the field that is meant', () => {
	const fields = ['by', 'text', 'objective', 'objectives', 'to'];

	it.each([
		['txt', 'text'],
		['objektives', 'objectives'],
		['objektive', 'objective'],
		// So short a word is near to every other.
		['bx', undefined],
		['colour', undefined],
		['', undefined],
		['x'.repeat(100_000), undefined],
	])('for %.20s', (typed, meant) => {
		expect(fieldMeant(typed, fields)).toBe(meant);
	});
});
