import {describe, expect, test} from 'vitest';
import {batchMenu} from '../../source/console/batch.ts';
import {lineOf} from '../../source/console/line.ts';
import * as marking from '../../source/console/marks.ts';
import {receiptOf} from '../../source/console/receipt.ts';
import {keysOf} from '../../source/console/rows.ts';
import {inTheWay, newSession, offerLine, select, type Session} from '../../source/console/session.ts';
import {isRefusal} from '../../source/refusal.ts';
import {type Play, playLines} from '../support/incident.ts';

const incident = async (): Promise<Play> =>
	playLines([
		['09:00', 'sam', 'declare Payments database exposed severity:S2 kind:security'],
		['09:01', 'sam', 'assign im @"Priya Shah"'],
		['09:02', 'sam', 'assign analyst @"Chen Wei"'],
		['09:02', 'sam', 'assign sme @chen'],
		['09:03', 'priya', 'action isolate host 17 @chen by 09:30'],
		['09:04', 'chen', 'ack A1'],
		['09:05', 'priya', 'action find the leaked keys by 09:50'],
		['09:06', 'priya', 'action draft the notice @chen by 11:30'],
		['09:07', 'chen', 'done A3'],
		['09:08', 'chen', 'action ring the bank'],
		['09:09', 'chen', 'done A4 they know result:success'],
		['09:10', 'sam', 'know host 17 answers'],
		['09:11', 'sam', 'suspect the token was used again'],
		['09:12', 'sam', 'hypothesis an insider took the keys'],
	]);

const session = newSession('');
const actions = ['A1', 'A2', 'A3'];

const subjects = (of: Session, listed = actions): readonly string[] => marking.markedSubjects(of, 'actions', listed);

describe('a mark', () => {
	test('is put on a row and taken off it again, and the last one leaves nothing behind', () => {
		const once = marking.toggleMark(session, 'actions', 'A1');
		expect(subjects(marking.toggleMark(once, 'actions', 'A3'))).toEqual(['A1', 'A3']);
		expect(marking.toggleMark(once, 'actions', 'A1').marks).toBeUndefined();
	});

	test('is on one list only', () => {
		const once = marking.toggleMark(session, 'actions', 'A1');
		expect(marking.toggleMark(once, 'findings', 'F1').marks).toEqual({pane: 'findings', keys: new Set(['F1'])});
		expect(marking.markedSubjects(once, 'findings', ['A1'])).toEqual([]);
	});

	test('stays on its row when others come, and means none that is not listed', () => {
		const two = marking.mark(session, 'actions', ['A1', 'A3']);
		expect(subjects(two, ['A4', 'A3', 'A2', 'A1'])).toEqual(['A3', 'A1']);
		expect(subjects(two, ['A3'])).toEqual(['A3']);
		expect(subjects(two, [])).toEqual([]);
	});

	test('is put on every row listed, besides others, and taken off when all have one', () => {
		const two = marking.mark(session, 'actions', ['A1', 'A3']);
		const all = marking.toggleAll(two, 'actions', ['A2', 'A3']);
		expect(subjects(all)).toEqual(['A2', 'A3']);
		expect(marking.toggleAll(all, 'actions', ['A2', 'A3']).marks).toBeUndefined();
	});

	test('is put on nothing that is dealt with alone', async () => {
		const play = await incident();
		const listed = {board: play.board(), entries: play.entries(), prompts: []};
		expect(marking.takesMarks('log')).toBe(false);
		expect(marking.toggleMark(session, 'findings', 'H1').marks).toBeUndefined();
		const roles = keysOf('roles', listed, play.now());
		const people = marking.toggleAll(session, 'roles', roles);
		// Chen holds two roles, and is one person.
		expect(marking.markedSubjects(people, 'roles', roles)).toEqual(['@priya', '@chen']);
		expect(people.marks?.keys.size).toBe(3);
	});

	test('is on its row alone when only the selected row has one', () => {
		const one = marking.mark(select(session, 'actions', actions, 0), 'actions', ['A1']);
		expect(marking.isMarkedAlone(one, 'actions')).toBe(true);
		expect(marking.isMarkedAlone(marking.mark(one, 'actions', ['A2']), 'actions')).toBe(false);
		expect(marking.isMarkedAlone(marking.mark(session, 'actions', ['A1']), 'actions')).toBe(false);
		expect(marking.isMarkedAlone(select(one, 'actions', actions, 1), 'actions')).toBe(false);
	});

	test('goes on to the next row that can have one', async () => {
		const play = await incident();
		const roles = keysOf('roles', {board: play.board(), entries: [], prompts: []}, play.now());
		const priya = roles.findIndex(key => key.includes('priya'));
		const chen = roles.findIndex(key => key.includes('chen'));
		expect(chen - priya).toBeGreaterThan(1);
		expect(marking.toNext('roles', roles, priya)).toBe(chen - priya);
		expect(marking.toNext('actions', actions, 0)).toBe(1);
		expect(marking.toNext('roles', roles, roles.length - 1)).toBe(1);
	});

	test('is what Esc takes back first, but not before a line that a menu has made', () => {
		const marked = marking.mark({...select(session, 'actions', actions, 0), zoom: 'actions'}, 'actions', ['A1']);
		expect(inTheWay(marked)).toBe('marks');
		expect(inTheWay(marking.unmark(marked))).toBe('zoom');
		expect(inTheWay({...marked, focus: 'log'})).toBe('zoom');
		const offered = offerLine({...marked, line: lineOf('half')}, '/ack A1');
		expect(inTheWay(offered)).toBeUndefined();
	});

	test('goes when a line that names its row is recorded, and stays on the others', () => {
		const three = marking.mark(session, 'actions', actions);
		expect(subjects(marking.unmarkSaid(three, '/done A1, A3 result:success'))).toEqual(['A2']);
		expect(marking.unmarkSaid(three, '/ack A1 A2 A3').marks).toBeUndefined();
		expect(marking.unmarkSaid(three, 'A1 was spoken of')).toBe(three);
		expect(marking.unmarkSaid(three, '/note something else')).toBe(three);
		const chen = marking.mark(session, 'roles', ['{"type":"holder","role":"sme","person":"chen"}']);
		expect(marking.unmarkSaid(chen, '/release @chen').marks).toBeUndefined();
	});
});

describe('the menu of marked rows', () => {
	test('offers what can be done with all actions, and says of how many where that is not all', async () => {
		const play = await incident();
		expect(batchMenu('actions', ['A1', 'A2', 'A3', 'A4'], play.board())).toEqual({
			title: '4 marked',
			text: 'A1 isolate host 17 · A2 find the leaked keys · A3 draft the notice · A4 ring the bank',
			selected: 0,
			offers: [
				{label: 'understood (1 of 4)', line: 'ack A2'},
				{label: 'done, they succeeded (3 of 4)', line: 'done A1 A2 A3 result:success '},
				{label: 'done, they failed (3 of 4)', line: 'done A1 A2 A3 result:failure '},
				{label: 'more time (2 of 4)', line: 'extend A1 A2 by '},
				{label: 'another owner (2 of 4)', line: 'reassign A1 A2 @'},
				{label: 'cancel (2 of 4)', line: 'cancel A1 A2 because '},
			],
		});
		expect(batchMenu('actions', ['A4'], play.board()).offers).toEqual([]);
	});

	test('offers for findings and people what their verbs take', async () => {
		const play = await incident();
		await play.say('split alpha @"Mia Berg"');
		const board = play.board();
		expect(batchMenu('findings', ['F1', 'F2'], board)).toMatchObject({
			text: 'F1 host 17 answers · F2 the token was used again',
			offers: [{line: 'confirm F2 '}, {label: 'refuted', line: 'refute F1 F2 because '}],
		});
		expect(batchMenu('roles', ['@priya', '@chen'], board)).toMatchObject({
			text: 'Priya Shah · Chen Wei',
			offers: [{line: 'join alpha @priya @chen'}, {line: 'split @priya @chen '}, {line: 'release @priya @chen'}],
		});
	});

	test('offers only lines that the board takes, once they are complete', async () => {
		const play = await incident();
		await play.say('split alpha @"Mia Berg"');
		for (const [pane, named] of [
			['actions', ['A1', 'A2', 'A3', 'A4']],
			['findings', ['F1', 'F2']],
			['roles', ['@priya', '@chen']],
		] as const) {
			for (const {line} of batchMenu(pane, named, play.board()).offers) {
				const whole = line
					.replace(/by $/u, 'by 12:00')
					.replace(/@$/u, '@priya')
					.replace(/because $/u, 'because so')
					.replace(/^(split.*) $/u, '$1 bravo');
				const answer = play.desk.propose(whole);
				expect(isRefusal(answer) ? `${whole}: ${answer.refused}` : '').toBe('');
			}
		}
	});
});

describe('the receipt', () => {
	test('tells one entry as it stands in the log', async () => {
		const play = await incident();
		expect(receiptOf(await play.at('09:20').say('ack A2'), play.board())).toMatch(/^\d+ 09:20 A2 acknowledged$/u);
		expect(receiptOf([], play.board())).toBeUndefined();
	});

	test('counts several of one deed, and not whoever joined by it', async () => {
		const play = (await incident()).at('09:20');
		const written = await play.say('reassign A1 A2 @"Mia Berg"');
		expect(written).toHaveLength(3);
		expect(receiptOf(written, play.board())).toBe(
			`${written[1]?.number} to ${written[2]?.number} 09:20 2 entries, the last: A2 now with Mia Berg, was no owner`,
		);
	});
});
