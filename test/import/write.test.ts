import {describe, expect, it} from 'vitest';
import {openDesk} from '../../source/desk.ts';
import {lateEntries} from '../../source/late.ts';
import {importOf} from '../../source/duties/record/state.ts';
import {nextRef} from '../../source/board.ts';
import {type ImportRow, writeImported} from '../../source/import/write.ts';
import {openMemoryLedger} from '../../source/ledger/memory.ts';
import {timelineLine} from '../../source/timeline.ts';

const provenance = {source: 'slack', name: 'war-room.zip', sha256: 'x', reason: 'the log was kept in the chat'};

const opened = async () => {
	const ledger = openMemoryLedger();
	const desk = await openDesk({ledger, clock: () => '2026-06-02T12:00:00.000Z', login: 'sam', home: 'UTC'});
	await desk.write('declare Payments down');
	return {ledger, desk};
};

const row = (minute: string, text: string, id?: string): ImportRow => ({
	where: `line ${minute}`,
	id,
	occurredAt: `2026-06-02T10:${minute}:00.000Z`,
	by: 'Priya Shah',
	decide: () => [{kind: 'note-made', text}],
});

const action = (text: string): ImportRow => ({
	...row('05', text),
	decide: board => [{kind: 'action-opened', ref: nextRef(board, 'A'), text}],
});

describe('given rows of a file', () => {
	it('they are written after one entry that tells of them: when they happened, by whom, marked, late with its reason', async () => {
		const {desk, ledger} = await opened();
		const outcome = await writeImported(desk, provenance, () => ({
			rows: [row('01', 'a', '1.1'), row('02', 'b', '1.2')],
		}));
		expect(outcome).toMatchObject({known: 0, written: [{number: 2}, {number: 3}, {number: 4}]});
		const {record} = desk.board();
		expect(desk.entries().slice(1)).toMatchObject([
			{event: {kind: 'entries-imported', from: 3, to: 4, ids: ['1.1', '1.2']}},
			{
				by: 'Priya Shah',
				occurredAt: '2026-06-02T10:01:00.000Z',
				recordedAt: '2026-06-02T12:00:00.000Z',
				recordedBy: 'sam',
			},
			{event: {text: 'b'}},
		]);
		expect(lateEntries(record, 15)).toMatchObject([
			{entry: 3, reason: 'the log was kept in the chat'},
			{entry: 4, reason: 'the log was kept in the chat'},
		]);
		expect(desk.prompts().filter(({rule}) => rule === 'G3')).toEqual([]);
		const marks = desk.entries().map(entry => timelineLine(entry, desk.board(), entry.recordedAt).imported);
		expect(marks).toEqual([undefined, undefined, 'slack', 'slack']);
		expect(await ledger.verify(desk.board().incident)).not.toHaveProperty('trouble');
	});

	it('are not taken twice, and what is new of them is', async () => {
		const {desk} = await opened();
		await writeImported(desk, provenance, () => ({rows: [row('01', 'a', '1.1')]}));
		const again = await writeImported(desk, provenance, () => ({rows: [row('01', 'a', '1.1')]}));
		expect(again).toEqual({written: [], known: 1});
		const more = await writeImported(desk, provenance, () => ({rows: [row('01', 'a', '1.1'), row('02', 'b', '1.2')]}));
		expect(more).toMatchObject({known: 1, written: [{}, {event: {text: 'b'}}]});
		const other = await writeImported(desk, {...provenance, source: 'csv'}, () => ({rows: [row('01', 'a', '1.1')]}));
		expect(other).toMatchObject({known: 0, written: [{}, {event: {text: 'a'}}]});
	});

	it('are decided one after the other', async () => {
		const {desk} = await opened();
		await writeImported(desk, provenance, () => ({rows: [action('isolate host 17'), action('call the supplier')]}));
		expect(desk.board().actions.map(({ref, text}) => [ref, text])).toEqual([
			['A1', 'isolate host 17'],
			['A2', 'call the supplier'],
		]);
	});

	it.each([
		['is yet to come', {...row('03', 'x'), occurredAt: '2026-06-02T12:00:01.000Z'}, 'line 03: It happened at'],
		[
			'is refused',
			{...row('03', 'x'), decide: () => ({refused: 'No owner.', mend: 'Name one.'})},
			'line 03: No owner.',
		],
		['cannot be kept', row('03', 'half \uD83D'), 'line 03: It cannot be kept'],
		['is by nobody', {...row('03', 'x'), by: ' '}, 'line 03: It cannot be kept: by names nobody'],
	])('are all left out when one of them %s, and that one is named', async (_, bad, why) => {
		const {desk} = await opened();
		const outcome = await writeImported(desk, provenance, () => ({rows: [row('01', 'a'), bad]}));
		expect(outcome).toMatchObject({refused: expect.stringContaining(why)});
		expect(desk.entries()).toHaveLength(1);
	});

	it('are read anew when another has written meanwhile', async () => {
		const {desk, ledger} = await opened();
		const other = await openDesk(
			{ledger, clock: () => '2026-06-02T12:00:00.000Z', login: 'tom', home: 'UTC'},
			desk.incident(),
		);
		await other.write('note host 17 is off');
		await writeImported(desk, provenance, () => ({rows: [row('01', 'a')]}));
		expect(desk.entries().map(({number}) => number)).toEqual([1, 2, 3, 4]);
		expect(desk.entries()[2]).toMatchObject({event: {kind: 'entries-imported', from: 4, to: 4}});
	});
});

describe('an entry that was not written with the import', () => {
	it('does not come from it, whatever the numbers say', async () => {
		const {desk} = await opened();
		await writeImported(desk, provenance, () => ({rows: [row('01', 'a')]}));
		const {record} = desk.board();
		expect(importOf(record, {number: 3, recordedAt: '2026-06-02T12:00:00.000Z'})).toMatchObject({source: 'slack'});
		expect(importOf(record, {number: 3, recordedAt: '2026-06-02T12:00:00.001Z'})).toBeUndefined();
		expect(importOf(record, {number: 4, recordedAt: '2026-06-02T12:00:00.000Z'})).toBeUndefined();
	});
});
