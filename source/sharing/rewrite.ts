import type {GenericSchema} from 'valibot';
import {dutyOf} from '../duties/index.ts';
import type {BoardEvent, Entry} from '../entry.ts';
import {instant, zone} from '../event.ts';
import {markings} from '../profiles/markings.ts';
import type {Pseudonyms} from './people.ts';

/** Fields of text that name things of the log and of the program, never people. */
export const fixedFields: ReadonlySet<string> = new Set([
	'action',
	'after',
	'checkedOn',
	'decision',
	'finding',
	'id',
	'lesson',
	'hash',
	'profile',
	'publicKey',
	'ref',
	'reference',
	'rule',
	'sha256',
	'signature',
	'tests',
]);

/** How somebody is reached: of no use where their name is taken out, and theirs. */
const left = 'contact';

const part = (schema: unknown, name: string): unknown =>
	typeof schema === 'object' && schema !== null ? Object.entries(schema).find(([key]) => key === name)?.[1] : undefined;

const isLabel = (text: string): boolean => markings.some(one => one.label === text);

/** Whether the text is one that only the program gives: a choice, a moment, a zone, a ref, a known marking. */
const isFixed = (text: string, schema: unknown, field: string): boolean => {
	const options = part(schema, 'options');
	return (
		schema === instant ||
		schema === zone ||
		fixedFields.has(field) ||
		isLabel(text) ||
		(Array.isArray(options) && options.includes(text))
	);
};

/** A value without the people in it. Whatever the schema does not know is taken for free text. */
const rewrite = (value: unknown, schema: unknown, field: string, names: Pseudonyms): unknown => {
	const wrapped = part(schema, 'wrapped');
	if (wrapped !== undefined) {
		return rewrite(value, wrapped, field, names);
	}

	if (typeof value === 'string') {
		return isFixed(value, schema, field) ? value : names.of(value);
	}

	if (Array.isArray(value)) {
		return value.map(one => rewrite(one, part(schema, 'item'), field, names));
	}

	if (typeof value === 'object' && value !== null) {
		const fields = part(schema, 'entries');
		return Object.fromEntries(
			Object.entries(value)
				.filter(([key]) => key !== left)
				.map(([key, one]) => [key, rewrite(one, part(fields, key), key, names)]),
		);
	}

	return value;
};

const schemaOf = (kind: string): GenericSchema | undefined => dutyOf.get(kind)?.schemas[kind];

const eventWithout = (event: BoardEvent, names: Pseudonyms): BoardEvent => {
	if (event.kind === 'unread') {
		// What this version cannot read it cannot redact.
		return {...event, wasKind: names.within(event.wasKind), data: {}};
	}

	const {kind, ...data} = event;
	// A doctrine is known by its name. Of a file that names people its hash would let their names be tried.
	const kept = kind === 'profile-adopted' ? {name: event.name} : {};
	const hidden = kind === 'responsibilities-cited' || kind === 'drill-begun' ? {sha256: ''} : {};
	const rewritten: object = Object(rewrite(data, schemaOf(kind), '', names));
	// Only texts were changed, each for another text.
	return {kind, ...rewritten, ...kept, ...hidden} as BoardEvent;
};

/** An entry in which people have other names. */
export const withoutPeople = (entry: Entry, names: Pseudonyms): Entry => ({
	...entry,
	by: names.of(entry.by),
	recordedBy: names.of(entry.recordedBy),
	event: eventWithout(entry.event, names),
});
