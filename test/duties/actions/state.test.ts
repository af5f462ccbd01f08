import {describe, expect, it} from 'vitest';
import {actionsSection} from '../../../source/duties/actions/section.ts';
import {actionNamed, byUrgency, isOverdue, openActions, systemKey} from '../../../source/duties/actions/state.ts';
import {at, staffed} from '../../support/spec.ts';

const five = staffed.and(
	'[10:05] action one @chen by 10:50',
	'action two',
	'action three @chen by 10:20',
	'action four @ana',
	'action five @ana by 10:10',
	'done A5 result:success',
);

describe('actions', () => {
	it('are kept in the order of their refs, and found by them', () => {
		expect(five.board.actions.map(one => one.ref)).toEqual(['A1', 'A2', 'A3', 'A4', 'A5']);
		expect(actionNamed(five.board.actions, 'A3')?.text).toBe('three');
		expect(actionNamed(five.board.actions, 'A9')).toBeUndefined();
	});

	it('are open until they are done or withdrawn', () => {
		expect(openActions(five.and('cancel A2').board.actions).map(one => one.ref)).toEqual(['A1', 'A3', 'A4']);
	});

	it('sort by report time, those without one after them, unowned before owned, ended ones last', () => {
		expect(byUrgency(five.board.actions).map(one => one.ref)).toEqual(['A3', 'A1', 'A2', 'A4', 'A5']);
	});

	it('are overdue from the very moment they are due, until they end', () => {
		const [first] = five.board.actions;
		const overdueAt = (clock: string) => first !== undefined && isOverdue(first, at(clock));
		expect([overdueAt('10:49:59.999'), overdueAt('10:50'), overdueAt('12:00')]).toEqual([false, true, true]);
		const [ended] = five.and('done A1').board.actions;
		expect(ended !== undefined && isOverdue(ended, at('12:00'))).toBe(false);
	});

	it('keep the time at which they happened, not at which they were written', () => {
		expect(staffed.and('[10:20] action isolate host 17 @chen at 10:05').board.actions).toMatchObject([
			{givenAt: at('10:05'), ownedSince: at('10:05')},
		]);
	});
});

describe('how each kind reads on the timeline', () => {
	it.each([
		['action find it @ana by 11:00 tests:F1', 'A6 find it: Ana Reis, report by 11:00 UTC, tests F1'],
		['action find it', 'A6 find it: no owner, no time'],
		[
			'action find it by 11:00 system:mail affects:users disruption:low',
			'A6 find it: no owner, report by 11:00 UTC, touches mail, affects users, low disruption',
		],
		['action find it affects:none', 'A6 find it: no owner, no time, affects nobody'],
		['instruct A1 because it is late', 'A1 instructed by Priya Shah, because it is late'],
		['ack A1', 'A1 acknowledged'],
		['report A1 half of it by 11:00', 'A1 reported: half of it, next report by 11:00 UTC'],
		['extend A1 by 11:00 because it is slow', 'A1 report by 11:00 UTC, because it is slow'],
		['reassign A2 @ana', 'A2 now with Ana Reis, was no owner'],
		['done A1 it is off result:failure', 'A1 done, failure: it is off'],
		['done A1', 'A1 done'],
		['cancel A1 because the host is gone', 'A1 cancelled, because the host is gone'],
	])('%s', (line, text) => {
		expect(five.and(line).told()).toBe(text);
	});
});

describe('what follows on the timeline', () => {
	const decided = five.and('decide offline');
	const number = decided.entries.length;

	it('names the entry, and the manager where there was one', () => {
		expect(decided.and(`action x on:${number}`).told()).toBe(`A6 x: no owner, no time, on ${number}`);
		expect(decided.and(`instruct A1 on:${number}`).told()).toBe(`A1 instructed by Priya Shah, follows entry ${number}`);
		expect(decided.and('relieve im', `instruct A1 on:${number}`).told()).toBe(`A1 follows entry ${number}`);
	});

	it('says who leads, also when the action has another owner since', () => {
		const led = staffed.and('action x @ana system:"Payments DB"', 'lead A1');
		expect(led.told()).toBe('Ana Reis leads on Payments DB, with A1');
	});
});

describe('a system’s name', () => {
	it.each([
		['payments-db', 'payments-db'],
		['Payments DB', 'payments-db'],
		['  host_17.local ', 'host_17.local'],
		['(!)', ''],
	])('%s is %s', (said, key) => {
		expect(systemKey(said)).toBe(key);
	});
});

describe('the section', () => {
	it('says what an action follows and what it does', () => {
		const story = staffed.and('action x system:mail affects:users disruption:medium', 'instruct A1');
		expect(JSON.stringify(actionsSection({board: story.board, now: story.now}))).toContain(
			`x (on ${story.entries.length}, touches mail, affects users, medium disruption)`,
		);
	});
});
