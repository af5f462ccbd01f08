import {describe, expect, it} from 'vitest';
import {formats} from '../../source/documents/index.ts';
import type {BoardEvent, Entry} from '../../source/entry.ts';
import {emptyBoard, foldAll} from '../../source/fold.ts';
import {instant as moment, zone} from '../../source/event.ts';
import {eventSchemas} from '../../source/ledger/shape.ts';
import {promptsOf} from '../../source/propose.ts';
import {personFields, pseudonymsOf} from '../../source/sharing/people.ts';
import {redacted} from '../../source/sharing/redact.ts';
import {fixedFields} from '../../source/sharing/rewrite.ts';
import {arbitraryEventOf, everyKind} from '../support/arbitrary-event.ts';
import * as fc from '../support/fast-check.ts';
import {entriesFrom as chained, instant} from '../support/incident.ts';

/** The events as one log, all of it told and typed by one who is not otherwise named. */
const entriesFrom = (events: readonly BoardEvent[]): readonly Entry[] =>
	chained(events).map(entry => ({...entry, by: 'ops7', recordedBy: 'ops7'}));

const people = new Set(['people'] as const);

const share = (entries: readonly Entry[]) =>
	redacted({board: foldAll(emptyBoard(entries[0]?.incident ?? ''), entries), entries}, entries, people);

const declared: BoardEvent = {
	kind: 'incident-declared',
	title: 'Payments database exposed',
	incidentKind: 'security',
	severity: 'S2',
	personalData: 'yes',
	phase: 'hot',
	profile: 'moj',
	zone: 'Europe/London',
	exercise: false,
};

const joined = (handle: string, name: string): BoardEvent => ({kind: 'person-joined', handle, name});
const note = (text: string): BoardEvent => ({kind: 'note-made', text});

const textsOf = (events: readonly BoardEvent[]): readonly string[] =>
	share(entriesFrom(events)).entries.flatMap(({event}) => (event.kind === 'note-made' ? [event.text] : []));

describe('people of a log under other names', () => {
	it('gives them numbers by their first mention, and the same ones everywhere', () => {
		const events = [declared, joined('priya', 'Priya Shah'), joined('tom', 'Tom Achebe'), note('@tom told Priya Shah')];
		const entries = entriesFrom(events).map(entry => ({...entry, by: 'priya'}));
		const {board} = share(entries);
		expect(entries.length).toBe(4);
		expect(board.staffing.people.map(one => one.name)).toEqual(['Person 1', 'Person 3']);
		expect(board.past?.entry).toMatchObject({
			by: 'Person 1',
			recordedBy: 'Person 2',
			event: {text: 'Person 3 told Person 1'},
		});
	});

	it.each([
		['their whole name', 'Zoë Ó Briain called', 'Person 2 called'],
		['without accents', 'zoe o briain called', 'Person 2 called'],
		['with accents made of two characters', 'Zoe\u{308} called', 'Person 2 called'],
		['a part of it', 'Briain and ZOË called', 'Person 2 and Person 2 called'],
		['what cannot be seen within', 'Zo\u{200B}ë called', 'Person 2 called'],
		['a handle', '@zoe: call @zoe, not zoes', 'Person 2: call Person 2, not zoes'],
		['an address', 'mail zoe@example.org', 'mail (an address)'],
		[
			'a telephone number',
			'ring +44 7700 900123, 07700 900 123 or (020) 7946 0018',
			'ring (a telephone number), (a telephone number) or (a telephone number)',
		],
		[
			'no number of another kind',
			'at 2026-06-02 09:00 on 10.20.30.40, CVE-2024-123456, host 0017, 1234567890',
			'at 2026-06-02 09:00 on 10.20.30.40, CVE-2024-123456, host 0017, 1234567890',
		],
		['a possessive', "Zoë's laptop, zoe_backup", "Person 2's laptop, Person 2_backup"],
	])('finds %s', (_, text, told) => {
		expect(textsOf([declared, joined('zoe', 'Zoë Ó Briain'), note(text)])).toEqual([told]);
	});

	it('finds a name in a script that puts no blanks between words', () => {
		expect(textsOf([declared, joined('wang', '王伟'), note('王伟说明天')])).toEqual(['Person 2说明天']);
	});

	it('does not choose between two people of one name', () => {
		const events = [declared, joined('sam', 'Sam Jones'), joined('ssmith', 'Sam Smith'), note('Sam called @sam')];
		expect(textsOf(events)).toEqual(['Person 2 or Person 3 called Person 2']);
	});

	it('takes a name of letters that mean something to a pattern as letters', () => {
		expect(textsOf([declared, joined('a.*', '(x+)+$ [Lee]'), note('@a.* and abc; (x+)+$ [Lee]')])).toEqual([
			'Person 2 and abc; Person 2',
		]);
	});

	it('names somebody the same in a document of a part of the log', () => {
		const entries = entriesFrom([declared, note('Priya called'), joined('priya', 'Priya Shah')]);
		const part = entries.slice(0, 2);
		const board = foldAll(emptyBoard('INC-2026-0001'), part);
		const shown = redacted({board, entries: part}, entries, people).entries.at(-1);
		expect(shown?.event).toEqual({kind: 'note-made', text: 'Person 2 called'});
	});

	it('keeps what the log says apart from its people', () => {
		const {board} = share(
			entriesFrom([
				{...declared, marking: 'TLP:AMBER'},
				joined('amber', 'Amber Hot'),
				{kind: 'role-assigned', role: 'im', person: 'amber'},
				{kind: 'action-opened', ref: 'A1', text: 'isolate host 17', owner: 'amber', due: instant('10:00')},
			]),
		);
		expect(board.declaration).toMatchObject({phase: 'hot', marking: 'TLP:AMBER', profile: 'moj'});
		expect(board.actions).toMatchObject([{ref: 'A1', owner: 'Person 2', due: instant('10:00')}]);
		expect(board.staffing.assignments).toMatchObject([{role: 'im', person: 'Person 2'}]);
	});

	it('tells no hash of a file that names them', () => {
		const cited: BoardEvent = {
			kind: 'responsibilities-cited',
			deed: 'shared',
			source: 'raci.yaml',
			title: 'Who answers for what',
			sha256: 'cd'.repeat(32),
		};
		const begun: BoardEvent = {kind: 'drill-begun', title: 'Drill', sha256: 'cd'.repeat(32), start: instant('09:00')};
		expect(JSON.stringify(share(entriesFrom([declared, cited, begun])).entries)).not.toContain('cdcd');
	});

	it('gives no way to reach them, and nothing that a name could be tried against', () => {
		const roster: BoardEvent = {
			kind: 'roster-adopted',
			source: 'roster.csv',
			people: [{handle: 'zoe', name: 'Zoë', trained: ['im'], isAvailable: true, contact: '+44 7700 900123'}],
		};
		const signed: BoardEvent = {kind: 'head-signed', number: 2, hash: 'ab'.repeat(32), publicKey: 'k', signature: 's'};
		const whole = entriesFrom([declared, roster, signed]);
		const {board, entries} = share(whole);
		expect(JSON.stringify(entries)).not.toContain('900123');
		expect(JSON.stringify(entries)).not.toContain('abab');
		expect(entries.flatMap(({hash, previousHash}) => [hash, previousHash]).join('')).toBe('');
		expect(board.head?.hash).toBe(whole.at(-1)?.hash);
	});
});

/** Names that no word of the program is, with what might lead a search astray around and within. */
const arbitraryName = fc
	.tuple(
		fc.constantFrom('Qua', 'Vex', 'Zyl'),
		fc.constantFrom('wop', 'xim', 'yod', 'juk'),
		fc.constantFrom('', ' (Ops)', '.*', ' [x]', '|$', ' O’Neil', '\\', '-7'),
	)
	.map(([first, second, end]) => `${first}${second}${end}`);

const trails = /(?:qua|vex|zyl)(?:wop|xim|yod|juk)/u;

/** The event with a name at the end of every text in it that may name people. */
const naming = (value: unknown, names: readonly string[], field = ''): unknown => {
	if (typeof value === 'string') {
		const name = names[value.length % names.length] ?? '';
		return personFields.has(field)
			? name
			: ['text', 'reason', 'title', 'task', 'happened', 'asked', 'category', 'contact'].includes(field)
				? `told ${name}: @${name}`
				: value;
	}

	if (Array.isArray(value)) {
		return value.map(one => naming(one, names, field));
	}

	return typeof value === 'object' && value !== null
		? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, naming(one, names, key)]))
		: value;
};

describe('whatever is written of a redacted log', () => {
	it('names nobody, in any format', async () => {
		const log = fc
			.tuple(
				fc.uniqueArray(arbitraryName, {minLength: 1, maxLength: 4}),
				fc.tuple(...everyKind.map(kind => arbitraryEventOf(kind))),
			)
			.map(([names, events]) => {
				const known: readonly BoardEvent[] = names.map(name => joined(name.toLowerCase().replaceAll(' ', '-'), name));
				const said = events.filter(one => one.kind !== 'entry-struck' && one.kind !== 'incident-declared');
				// A name stands where the schema of the event has a text: the shape stays.
				const named = said.map(one => naming(one, names) as BoardEvent);
				return entriesFrom([declared, ...known, ...named]).map((entry, index) => ({
					...entry,
					by: names[index % names.length] ?? '',
					recordedBy: names[0] ?? '',
				}));
			});
		await fc.assert(
			fc.asyncProperty(log, async whole => {
				const {board, entries} = share(whole);
				const now = instant('23:00');
				const view = {board, entries, now, prompts: promptsOf({board, now}), version: '1', options: {pictures: true}};
				for (const format of formats.filter(one => one.name !== 'jsonl')) {
					const text = (await format.write(view)).normalize('NFKD').replaceAll(/\r\n /gu, '').toLowerCase();
					expect(trails.exec(text)?.[0], format.name).toBeUndefined();
					expect(text, format.name).toContain('redacted');
				}
			}),
			{numRuns: 8},
		);
	}, 120_000);

	it('names nobody who is called like a common word, though other words go with them', () => {
		const words = ['Will', 'May', 'Open', 'Known', 'Im', 'Hot', 'Art'];
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.constantFrom(...words), {minLength: 1}),
				fc.array(fc.constantFrom(...words)),
				(names, said) => {
					const events = [declared, ...names.map(name => joined(name.toLowerCase(), name)), note(said.join(' '))];
					for (const text of textsOf(events)) {
						expect(text.split(' ').filter(one => names.includes(one))).toEqual([]);
					}
				},
			),
		);
	});
});

const inner = (value: unknown, key: string): unknown =>
	typeof value === 'object' && value !== null ? Object.entries(value).find(([one]) => one === key)?.[1] : undefined;

describe('fields of events', () => {
	/** Texts in which people may be named, and which are therefore searched. */
	const searched = new Set(
		(
			'actions affects anchor asked audience availability basis category channel conditions contact content done happened hash hypothesis is ids ' +
			'marking means name needs next note party purpose reason recipient regime source subject system task team term text title ' +
			'under was wasTeam lastDrill version host command expectation scenario objective area'
		).split(' '),
	);

	const textFields = (schema: unknown, field: string): readonly string[] => {
		const next = inner(schema, 'wrapped') ?? inner(schema, 'item');
		if (next !== undefined) {
			return textFields(next, field);
		}

		const fields = inner(schema, 'entries');
		return typeof fields === 'object' && fields !== null
			? Object.entries(fields).flatMap(([key, one]) => textFields(one, key))
			: inner(schema, 'type') === 'string' && schema !== moment && schema !== zone
				? [field]
				: [];
	};

	it('are each known to name people, to be searched for them, or to be no text at all', () => {
		const fields = [...eventSchemas.entries()].flatMap(([kind, schema]) =>
			kind === 'profile-adopted' ? [] : textFields(schema, ''),
		);
		const unknown = new Set(
			fields.filter(one => !personFields.has(one) && !fixedFields.has(one) && !searched.has(one)),
		);
		expect([...unknown]).toEqual([]);
	});

	it('are nobody where a system speaks', () => {
		const entries = entriesFrom([declared, note('PagerDuty told Ann')]).map(entry => ({...entry, by: 'PagerDuty'}));
		const shared = redacted({board: foldAll(emptyBoard('INC-2026-0001'), entries), entries}, entries, people);
		expect(shared.entries.at(-1)).toMatchObject({by: 'PagerDuty', event: {text: 'PagerDuty told Ann'}});
	});

	it('give numbers that do not hang on the order in which a ledger keeps them', () => {
		const one: BoardEvent = {kind: 'handover-offered', role: 'im', from: 'ann', to: 'bob'};
		const other: BoardEvent = {to: 'bob', from: 'ann', role: 'im', kind: 'handover-offered'};
		expect(pseudonymsOf(entriesFrom([declared, one])).of('bob')).toBe(
			pseudonymsOf(entriesFrom([declared, other])).of('bob'),
		);
	});
});
