import {describe, expect, it} from 'vitest';
import type {BoardEvent} from '../../source/entry.ts';
import {renamed} from '../../source/import/references.ts';
import {eventSchemas} from '../../source/ledger/shape.ts';

/** Fields that name a thing, a person or an entry of the log, whichever kind they stand in. */
const refFields = ['ref', 'tests', 'finding', 'decision', 'lesson', 'after', 'action'];
const peopleFields = [
	'owner wasOwner person lead handle custodian takenBy decider decidedBy authorisedBy briefer commander manager',
	'expert im deputy secretariat',
].flatMap(line => line.split(' '));
const entryFields = ['entry', 'recommendation', 'on'];

const fieldsOf = (kind: string): readonly string[] => {
	const schema = eventSchemas.get(kind);
	const entries = schema !== undefined && 'entries' in schema ? schema.entries : {};
	return Object.keys(entries ?? {});
};

const cases = (fields: readonly string[]) =>
	[...eventSchemas.keys()].flatMap(kind =>
		fieldsOf(kind)
			.filter(field => fields.includes(field))
			.map(field => ({kind, field})),
	);

const renaming = {ref: () => 'Z9', person: () => 'zoe', entry: () => 99};

const changedIn = (kind: string, field: string, value: string | number): unknown =>
	// A part of an event is enough to see what becomes of the part.
	Object.entries(renamed({kind, [field]: value} as unknown as BoardEvent, renaming)).find(
		([name]) => name === field,
	)?.[1];

describe('an event of another log', () => {
	it.each(cases(refFields))('$kind: its $field is renamed as a ref', ({kind, field}) => {
		expect(changedIn(kind, field, 'A7')).toBe('Z9');
	});

	it.each(cases(peopleFields))('$kind: its $field is renamed as a person', ({kind, field}) => {
		expect(changedIn(kind, field, 'sam')).toBe('zoe');
	});

	it.each(cases(entryFields))('$kind: its $field is renumbered', ({kind, field}) => {
		expect(changedIn(kind, field, 17)).toBe(99);
	});

	it('keeps what people wrote, also where it names a thing', () => {
		expect(renamed({kind: 'note-made', text: 'A7 is done, says sam'}, renaming)).toEqual({
			kind: 'note-made',
			text: 'A7 is done, says sam',
		});
	});

	it('names lists of people one by one, and what was answered by what it was', () => {
		expect(renamed({kind: 'team-split', team: 'alpha', members: ['sam', 'mia']}, renaming)).toMatchObject({
			members: ['zoe', 'zoe'],
		});
		const answer = {kind: 'prompt-answered', rule: 'A6', answer: 'na', asked: 'x', basis: 'y'} as const;
		expect(['A7', '17', 'sam', ''].map(subject => renamed({...answer, subject}, renaming))).toMatchObject([
			{subject: 'Z9'},
			{subject: '99'},
			{subject: 'zoe'},
			{subject: ''},
		]);
	});
});
