import {describe, expect, test} from 'vitest';
import {boardJson} from '../../source/documents/board-json.ts';
import {entryJson} from '../../source/documents/log-json.ts';
import {emptyBoard} from '../../source/fold.ts';
import {boardFrom, entriesFrom, instant, type Line, playLines} from '../support/incident.ts';

const lines: readonly Line[] = [
	['09:00', 'sam', 'declare Payments database exposed severity:S2 kind:security data:maybe zone:Europe/London'],
	['09:01', 'sam', 'assign sme @"Chen Wei"'],
	['09:02', 'sam', 'assign im @"Priya Shah"'],
	['09:03', 'priya', 'accept im'],
	['09:04', 'priya', 'action isolate host 17 @chen by 10:20'],
	['09:05', 'priya', 'action find the leaked keys'],
	['09:06', 'chen', 'suspect token reuse'],
	['09:07', 'chen', 'recommend payments offline because card data leak'],
	['09:08', 'priya', 'decide payments offline on:10 because card data leak'],
	['09:09', 'sam', 'split alpha @"Mia Berg" @"Ana Reis"'],
	['09:10', 'sam', 'note wrong host'],
	['09:11', 'sam', 'strike 15 because it is host 17'],
	['09:25', 'sam', 'note call from the supplier at 10:05 because the line was busy'],
];

describe('given a running incident', () => {
	test('when its board is given as data, then the keys that others rely on are there', async () => {
		const play = await playLines(lines);

		expect(boardJson(play.board(), instant('09:30'))).toMatchObject({
			incident: {
				ref: 'INC-2026-0001',
				title: 'Payments database exposed',
				kind: 'security',
				severity: 'S2',
				phase: 'hot',
				tier: 'bronze',
				exercise: false,
				closedAt: null,
				personalData: 'maybe',
				zone: 'Europe/London',
				marking: null,
				profile: 'moj',
				declaredAt: '2026-06-02T09:00:00.000Z',
			},
			roles: [
				{role: 'im', person: 'Priya Shah', handle: 'priya', since: '2026-06-02T09:02:00.000Z', accepted: true},
				{role: 'sme', person: 'Chen Wei', handle: 'chen', accepted: false, acceptedAt: null},
			],
			span: [
				{supervisor: 'Priya Shah', handle: 'priya', count: 2, reports: ['Chen Wei', 'Mia Berg']},
				{supervisor: 'Mia Berg', handle: 'mia', count: 1, reports: ['Ana Reis']},
			],
			teams: [{name: 'alpha', lead: 'Mia Berg', members: ['Ana Reis'], task: null, due: null}],
			actions: [
				{
					ref: 'A1',
					text: 'isolate host 17',
					owner: 'Chen Wei',
					ownerHandle: 'chen',
					due: '2026-06-02T09:20:00.000Z',
					status: 'open',
					overdue: true,
					acknowledgedAt: null,
					result: null,
				},
				{ref: 'A2', owner: null, ownerHandle: null, team: null, due: null, overdue: false},
			],
			findings: [{ref: 'F1', certainty: 'suspected', text: 'token reuse', by: 'Chen Wei', settledBy: null}],
			decisions: [{ref: 'D1', text: 'payments offline', reason: 'card data leak', decider: 'Priya Shah'}],
			recommendations: [{text: 'payments offline', by: 'Chen Wei'}],
			messages: [],
			clocks: [],
			struck: [{number: 15, struckIn: 16, reason: 'it is host 17'}],
			late: [{number: 17, lateBySeconds: 1200, reason: 'the line was busy'}],
			head: {number: 17, hash: play.board().head?.hash},
		});
	});

	test('when its board is given as data, then nothing is undefined: what is not there is null', async () => {
		const play = await playLines(lines);
		const json = boardJson(play.board(), instant('09:30'));

		expect(JSON.parse(JSON.stringify(json))).toStrictEqual(json);
	});

	test('when nothing has happened, then every list is empty and there is no head', () => {
		expect(boardJson(emptyBoard('INC-2026-0001'), instant('09:00'))).toMatchObject({
			roles: [],
			actions: [],
			findings: [],
			decisions: [],
			struck: [],
			late: [],
			head: null,
			incident: {declaredAt: null},
		});
	});
});

describe('given the entries of a log', () => {
	test('when one is given as data, then it stands as in the ledger and reads as on the board', async () => {
		const play = await playLines(lines);
		const late = play.entries().at(-1);

		expect(late && entryJson(late, play.board())).toEqual({
			incident: 'INC-2026-0001',
			number: 17,
			occurredAt: '2026-06-02T09:05:00.000Z',
			recordedAt: '2026-06-02T09:25:00.000Z',
			by: 'sam',
			recordedBy: 'loggist',
			kind: 'note-made',
			text: 'call from the supplier (late, because the line was busy)',
			struck: false,
			late: true,
			imported: null,
			exercise: false,
			data: {text: 'call from the supplier', reason: 'the line was busy'},
			previousHash: play.entries().at(-2)?.hash,
			hash: play.board().head?.hash,
		});
	});

	test('when an entry is struck, then it says so and keeps what it said', async () => {
		const play = await playLines(lines);

		const given = play.entries().map(entry => entryJson(entry, play.board()));

		expect(given.filter(one => one.struck).map(one => [one.number, one.text])).toEqual([[15, 'wrong host']]);
	});

	test('when an entry is of a kind that is not known, then kind and data are as they were written', () => {
		const events = [{kind: 'unread', wasKind: 'message-agreed', data: {ref: 'M1'}}] as const;
		const [entry] = entriesFrom(events);

		expect(entry && entryJson(entry, boardFrom(events))).toMatchObject({kind: 'message-agreed', data: {ref: 'M1'}});
	});
});
