import {describe, expect, it} from 'vitest';
import {formats} from '../../source/documents/index.ts';
import type {BoardEvent} from '../../source/entry.ts';
import {emptyBoard, foldAll} from '../../source/fold.ts';
import {promptsOf} from '../../source/propose.ts';
import {redacted, type RedactionName} from '../../source/sharing/redact.ts';
import {tell} from '../../source/timeline.ts';
import {entriesFrom, instant} from '../support/incident.ts';

const declared: BoardEvent = {
	kind: 'incident-declared',
	title: 'Payments database exposed',
	incidentKind: 'security',
	severity: 'S2',
	personalData: 'yes',
	phase: 'hot',
	profile: 'moj',
	zone: 'UTC',
	exercise: false,
};
const events: readonly BoardEvent[] = [
	declared,
	{kind: 'person-joined', handle: 'priya', name: 'Priya Shah'},
	{kind: 'action-opened', ref: 'A1', text: 'call Acme about zanzibar', owner: 'priya', due: instant('10:00')},
	{kind: 'decision-made', ref: 'D1', text: 'tell zanzibar', reason: 'zanzibar asked'},
	{kind: 'note-made', text: 'the site is up'},
	{kind: 'entry-struck', entry: 5, reason: 'zanzibar is down'},
	{kind: 'entry-withheld', entry: 3, reason: 'Priya says that it names a customer'},
	{kind: 'entry-withheld', entry: 4, reason: 'of the customer'},
	{kind: 'entry-withheld', entry: 6, reason: 'of the customer'},
];

const share = (given: readonly BoardEvent[], asked: readonly RedactionName[] = ['marked'], count = given.length) => {
	const log = entriesFrom(given);
	const entries = log.slice(0, count);
	return redacted({board: foldAll(emptyBoard('INC-2026-0001'), entries), entries}, log, new Set(asked));
};

describe('an entry that is withheld', () => {
	it('keeps its number, its times and its kind, and says why it is', () => {
		const {board, entries} = share(events);
		expect(entries[2]).toMatchObject({number: 3, occurredAt: instant('09:00'), event: {wasKind: 'action-opened'}});
		expect(entries.slice(2, 4).map(entry => tell(entry, board))).toEqual([
			'withheld, because Priya says that it names a customer',
			'withheld, because of the customer',
		]);
		expect(board.actions).toEqual([]);
		expect(board.decisions.decisions).toEqual([]);
	});

	it('says nothing in any format, and each says how many there are', async () => {
		const {board, entries} = share(events);
		const now = instant('11:00');
		const view = {board, entries, now, prompts: promptsOf({board, now}), version: '1', options: {pictures: true}};
		for (const format of formats.filter(one => one.name !== 'jsonl')) {
			const text = (await format.write(view)).replaceAll('\r\n ', '');
			expect(text, format.name).not.toMatch(/zanzibar/iu);
			expect(text, format.name).toContain('3 entries are withheld');
		}
	});

	it('still strikes what it struck', () => {
		const {board, entries} = share(events);
		expect(board.struck.has(5)).toBe(true);
		expect(entries[5]?.event).toEqual({kind: 'entry-struck', entry: 5, reason: 'withheld, because of the customer'});
	});

	it('is withheld from a document of an earlier moment as well', () => {
		expect(JSON.stringify(share(events, ['marked'], 4).entries)).not.toContain('zanzibar');
	});

	it('names nobody in its reason where people have other names', () => {
		const {board} = share(events, ['people', 'marked']);
		expect(board.redaction?.withheld?.get(3)).toMatch(/^Person \d says that it names a customer$/u);
	});

	it('is told in full where it was disclosed, or where nothing was asked to be left out', () => {
		expect(JSON.stringify(share([...events, {kind: 'entry-disclosed', entry: 4}]).entries)).toContain('tell zanzibar');
		expect(share(events, []).entries).toEqual(entriesFrom(events));
	});

	it('may be of a kind that this version does not know', () => {
		const every: readonly BoardEvent[] = [declared, {kind: 'unread', wasKind: 'moon-rose', data: {x: 'zanzibar'}}];
		const {board, entries} = share([...every, {kind: 'entry-withheld', entry: 2, reason: 'x'}]);
		expect(JSON.stringify(entries)).not.toContain('zanzibar');
		expect(entries.map(entry => tell(entry, board))[1]).toBe('withheld, because x');
	});
});
