import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {incidentLog} from '../../source/documents/incident-log.ts';
import {formats} from '../../source/documents/index.ts';
import {gaps} from '../../source/documents/integrity.ts';
import {markdown} from '../../source/documents/markdown.ts';
import type {BoardEvent} from '../../source/entry.ts';
import {emptyBoard, foldAll} from '../../source/fold.ts';
import {promptsOf} from '../../source/propose.ts';
import {visible} from '../../source/text.ts';
import {tell} from '../../source/timeline.ts';
import {arbitraryText} from '../support/arbitrary-event.ts';
import * as fc from '../support/fast-check.ts';
import {arbitraryMarkup, hostileStrings} from '../support/hostile.ts';
import {boardFrom, entriesFrom, instant, type Line, type Play, playLines} from '../support/incident.ts';
import {headingsOf, readMarkdown, rowsUnder, struckIn, textOf} from './reading.ts';

const shown = (text: string): string => visible(text).replaceAll('\n', ' ⏎ ');

const viewOf = (play: Play) => ({
	board: play.board(),
	entries: play.entries(),
	now: play.now(),
	prompts: play.desk.prompts(),
	version: '1.2.3',
	madeBy: 'sam',
});

const exported = async (play: Play): Promise<string> => (await formats[0]?.write(viewOf(play))) ?? '';

const read = async (play: Play) => readMarkdown(await exported(play));

const texts = (rows: ReturnType<typeof rowsUnder>) => rows.map(row => row.map(cell => textOf(cell)));

/** The value beside a field of the document's tables of fields. */
const field = (document: Awaited<ReturnType<typeof read>>, title: string, name: string) =>
	texts(rowsUnder(document, title)).find(([first]) => first === name)?.[1];

const small: readonly Line[] = [
	['09:00', 'sam', 'declare Payments database exposed severity:S2 kind:security zone:Europe/London marking:OFFICIAL'],
	['09:01', 'sam', 'assign im @"Priya Shah"'],
	['09:02', 'sam', 'assign secretariat @"Sam Ó Briain"'],
	['09:04', 'priya', 'action isolate host 17 | see https://evil.example/a @"Chen Wei" by 10:30'],
	['09:05', 'chen', 'ack A1'],
	['09:11', 'priya', 'decide payments offline because card data still leak'],
	['09:12', 'sam', 'note host 71 named'],
	['09:13', 'sam', 'strike 10 because it is host 17'],
	['09:25', 'sam', 'note call from the supplier at 10:05 because the line was busy'],
	['09:26', 'sam', 'answer R3 override because Tom is on the train'],
];

describe('given a small incident', () => {
	test('when it is exported, then the document is the one that a person has read and found good', async () => {
		const play = await playLines(small);
		const expected = readFileSync(new URL('small-incident.md', import.meta.url), 'utf8');

		expect(await exported(play.at('09:31'))).toBe(expected);
	});

	test('when it is exported twice, then the bytes are the same', async () => {
		const play = await playLines(small);

		expect(await exported(play)).toBe(await exported(play));
	});

	test('when it is exported, then its parts stand in their order', async () => {
		const play = await playLines(small);

		expect(headingsOf(await read(play))).toEqual([
			'INC-2026-0001 Payments database exposed',
			'Document control',
			'Summary',
			'Roles',
			'Span of control',
			'Findings',
			'Decisions',
			'Actions',
			'Prompts answered',
			'Prompts open',
			'Prompts raised',
			'Log',
			'Integrity of the log',
		]);
	});

	test('when it is exported, then the log has one row an entry, in order, with both times in the zone', async () => {
		const play = await playLines(small);

		const rows = texts(rowsUnder(await read(play), 'Log'));

		expect(rows.map(([number]) => number)).toEqual(play.entries().map(entry => String(entry.number)));
		expect(rows[11]).toEqual([
			'12',
			'2026-06-02 10:05 BST',
			'2026-06-02 10:25 BST, late 20m',
			'Sam Ó Briain',
			'note made',
			'call from the supplier (late, because the line was busy)',
		]);
	});

	test('when an entry is struck, then it stays readable and says who struck it, when, where and why', async () => {
		const play = await playLines(small);

		const cell = rowsUnder(await read(play), 'Log')[9]?.[5];

		expect(cell && struckIn(cell)).toBe('host 71 named');
		expect(cell && textOf(cell)).toBe(
			'host 71 named (struck by Sam Ó Briain at 2026-06-02 10:13 BST, entry 11, because it is host 17)',
		);
	});

	test('when a strike is struck, then the entry is no longer struck', async () => {
		const play = await playLines([...small, ['09:28', 'sam', 'strike 11 because it was host 71 indeed']]);

		const rows = rowsUnder(await read(play), 'Log');

		expect(rows.map(row => row[5] && struckIn(row[5])).filter(text => text !== '')).toEqual([
			'entry 10 struck, because it is host 17',
		]);
	});

	test('when a late entry is explained afterwards, then its row carries the reason', async () => {
		const play = await playLines(small);
		await play.at('09:40').as('chen').say('know the backup is clean at 10:10');
		await play.at('09:41').say('explain 14 because | the pager was off');

		const row = texts(rowsUnder(await read(play), 'Log'))[13];

		expect(row?.[2]).toBe('2026-06-02 10:40 BST, late 30m, because | the pager was off');
	});

	test('when it is exported, then the control says what is in it and by whom it was made', async () => {
		const document = await read((await playLines(small)).at('09:31'));

		const control = Object.fromEntries(texts(rowsUnder(document, 'Document control')));

		expect(control).toMatchObject({
			Reference: 'INC-2026-0001',
			Marking: 'OFFICIAL',
			'Made at': '2026-06-02 10:31 BST',
			'Made by': 'Loggist 1.2.3, run by sam',
			'Time zone': 'Europe/London',
			Profile: 'moj, Ministry of Justice incident roles',
			'Period covered': '2026-06-02 10:00 BST to 2026-06-02 10:26 BST',
			Entries: '13',
			Struck: '1',
			Late: '1',
		});
	});

	test('when it is exported, then prompts stand with their answers, and those that are open beside them', async () => {
		const play = await playLines(small);

		const document = await read(play);

		expect(texts(rowsUnder(document, 'Prompts answered')).map(row => row.slice(1, 6))).toEqual([
			['R3', 'deputy', expect.stringContaining('deputy'), 'overridden', 'Tom is on the train'],
		]);
		const open = texts(rowsUnder(document, 'Prompts open'));
		expect(open.map(row => row.slice(0, 4))).toEqual(
			play.desk.prompts().map(one => [one.rule, one.severity, one.subject, one.text]),
		);
		expect(open.map(([rule]) => rule)).toContain('R4');
	});
});

describe('given what the log is worth', () => {
	test('when all is in order, then the statement names numbers and hash, and claims no more than it may', async () => {
		const play = await playLines(small);

		const document = await exported(play);

		const statement = readMarkdown(document);
		expect(field(statement, 'Integrity of the log', 'First entry')).toBe('1');
		expect(field(statement, 'Integrity of the log', 'Last entry')).toBe('13');
		expect(field(statement, 'Integrity of the log', 'Missing numbers')).toBe('none');
		expect(field(statement, 'Integrity of the log', 'Hash of the last entry (SHA-256)')).toBe(play.board().head?.hash);
		expect(document).toContain('loggist verify --incident INC-2026-0001');
		expect(document).toContain('supports evidential weight');
		expect(document).not.toMatch(/admissible/iu);
	});

	test('when entries are missing, then they are named and nothing is repaired', async () => {
		const play = await playLines(small);
		const entries = play.entries().filter(({number}) => number !== 5 && (number < 8 || number > 9));
		const board = foldAll(emptyBoard('INC-2026-0001'), entries);

		const written = markdown(incidentLog({...viewOf(play), board, entries}));

		const document = readMarkdown(written);
		expect(field(document, 'Integrity of the log', 'Missing numbers')).toBe('5, 8 to 9');
		expect(written).toContain('Entry 6 follows entry 4');
		expect(written).not.toContain('its numbers ran on');
		expect(rowsUnder(document, 'Log')).toHaveLength(entries.length);
	});

	test('when numbers run on, then there is no gap; when the first is not 1, then there is one before it', () => {
		expect(gaps([{number: 1}, {number: 2}])).toEqual([]);
		expect(gaps([{number: 3}])).toEqual(['1 to 2']);
		expect(gaps([])).toEqual([]);
	});
});

describe('given an exercise', () => {
	test('when it is exported, then every heading and every row of the log says EXERCISE', async () => {
		const play = await playLines([
			['09:00', 'sam', 'declare Leak exercise:yes'],
			['09:01', 'sam', 'note an inject'],
		]);

		const document = await read(play);

		expect(headingsOf(document).filter(title => !title.startsWith('EXERCISE: '))).toEqual([]);
		expect(document.map(node => (node.type === 'paragraph' ? textOf(node) : ''))).toContain(
			'EXERCISE EXERCISE EXERCISE',
		);
		expect(texts(rowsUnder(document, 'Log')).map(row => row[4])).toEqual([
			'EXERCISE incident declared',
			'EXERCISE note made',
		]);
	});

	test('when the incident is real, then nothing says EXERCISE', async () => {
		expect(await exported(await playLines(small))).not.toContain('EXERCISE');
	});
});

describe('given an incident with next to nothing in it', () => {
	test('when only the declaration is there, then each part says that it is empty', async () => {
		const play = await playLines([['09:00', 'sam', 'declare Leak']]);

		const written = await exported(play);

		for (const sentence of ['Nobody has held a role.', 'No decisions were recorded.', 'No actions were given.']) {
			expect(written).toContain(sentence);
		}

		expect(rowsUnder(readMarkdown(written), 'Log')).toHaveLength(1);
	});

	test('when there is no entry at all, then the document says so', () => {
		const board = emptyBoard('INC-2026-0009');

		const written = markdown(incidentLog({board, entries: [], prompts: [], now: instant('09:00'), version: '1.2.3'}));

		expect(written).toContain('# INC-2026-0009\n');
		expect(written).toContain('Nothing has been written.');
		expect(written).toContain('The log has no entries.');
	});
});

/** The text wherever a person may put one. */
const eventsWith = (text: string): readonly BoardEvent[] => [
	{
		kind: 'incident-declared',
		title: text,
		incidentKind: 'security',
		severity: 'S2',
		personalData: 'yes',
		phase: 'hot',
		profile: 'moj',
		zone: 'Europe/London',
		exercise: false,
		marking: text,
	},
	{kind: 'person-joined', handle: 'sam', name: text},
	{kind: 'role-assigned', role: 'im', person: 'sam'},
	{kind: 'note-made', text},
	{kind: 'note-made', text, reason: text},
	{kind: 'action-opened', ref: 'A1', text, owner: 'sam'},
	{kind: 'action-reported', ref: 'A1', text},
	{kind: 'action-cancelled', ref: 'A1', reason: text},
	{kind: 'finding-recorded', ref: 'F1', certainty: 'suspected', text},
	{kind: 'finding-refuted', ref: 'F1', was: 'suspected', text, reason: text},
	{kind: 'recommendation-made', text, reason: text},
	{kind: 'decision-made', ref: 'D1', text, reason: text},
	{kind: 'team-split', team: 'alpha', lead: 'sam', members: [], task: text},
	{kind: 'entry-struck', entry: 4, reason: text},
	{kind: 'unread', wasKind: text, data: {text}},
];

/** Exports an incident full of the text, and reads every entry back from its row. */
const expectToRead = (text: string): void => {
	const events = eventsWith(text);
	const entries = entriesFrom(events);
	const board = boardFrom(events);
	const now = instant('09:30');

	const written = markdown(
		incidentLog({board, entries, now, prompts: promptsOf({board, now}), version: '1.2.3', madeBy: text}),
	);

	// oxlint-disable-next-line no-control-regex
	expect(written).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/u);
	const document = readMarkdown(written);
	expect(document.filter(node => !['heading', 'paragraph', 'table', 'list'].includes(node.type))).toEqual([]);
	const rows = rowsUnder(document, 'Log');
	expect(rows).toHaveLength(entries.length);
	expect(rows.map(row => row.length)).toEqual(entries.map(() => 6));
	for (const [index, entry] of entries.entries()) {
		const [number, , , by, , said] = rows[index] ?? [];
		const told = shown(tell(entry, board));
		expect(number && textOf(number)).toBe(String(entry.number));
		expect(by && textOf(by)).toBe(shown(text));
		expect(said && (board.struck.has(entry.number) ? struckIn(said) : textOf(said))).toBe(told);
	}
};

describe('given an incident in which every text is one that breaks things', () => {
	test.each(hostileStrings.map(text => [JSON.stringify(text).slice(0, 60), text]))(
		'when it holds %s everywhere, then every entry has its row and reads as it was written',
		(_, text) => {
			expectToRead(text);
		},
	);

	test('when it holds any text, then every entry has its row and reads as it was written', () => {
		fc.assert(
			fc.property(fc.oneof(arbitraryText, arbitraryMarkup), text => {
				expectToRead(text);
			}),
			{numRuns: 60},
		);
	});
});
