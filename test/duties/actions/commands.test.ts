import {describe, expect, it} from 'vitest';
import {at, refused, staffed} from '../../support/spec.ts';

const given = staffed.and('[10:10] action isolate host 17 @chen by 10:30');
const done = given.and('[10:20] done A1 host 17 is off the network result:success');
const cancelled = given.and('cancel A1 because the host is gone');

describe('action', () => {
	it('gives an action to one person, to be reported on at a time', () => {
		expect(staffed.when('action isolate host 17 @chen by 10:30')).toEqual([
			{kind: 'action-opened', ref: 'A1', text: 'isolate host 17', owner: 'chen', due: at('10:30')},
		]);
	});

	it('may lack everything but its text', () => {
		expect(staffed.when('action isolate host 17')).toEqual([
			{kind: 'action-opened', ref: 'A1', text: 'isolate host 17'},
		]);
		expect(staffed.when('action @chen by 10:30')).toMatchObject(refused('lacks its text', 'action isolate'));
	});

	it('may test a finding, and no other', () => {
		expect(staffed.when('action read the proxy log tests:F1')).toMatchObject([{tests: 'F1'}]);
		expect(staffed.when('action read the proxy log tests:F7')).toMatchObject(refused('no finding F7', 'newest is F1'));
		expect(staffed.when('action read the proxy log tests:A1')).toMatchObject(refused('not a finding', 'F1'));
	});

	it('may be a sub-team’s that stands', () => {
		expect(staffed.and('split alpha @ana').when('action find the keys #alpha')).toMatchObject([{team: 'alpha'}]);
		expect(staffed.when('action find the keys #alpha')).toMatchObject(refused('no sub-team #alpha', 'split alpha'));
		expect(staffed.and('split alpha').when('action find them #bravo')).toMatchObject(
			refused('#bravo', 'There is #alpha'),
		);
	});

	it('is understood by whoever takes it upon themselves', () => {
		expect(staffed.and('[10:10 @chen] action isolate host 17 @chen').board.actions).toMatchObject([
			{status: 'acknowledged', acknowledgedAt: at('10:10'), givenBy: 'chen'},
		]);
		expect(given.board.actions).toMatchObject([{status: 'open', acknowledgedAt: undefined, givenBy: 'sam'}]);
	});
});

describe('action, with what it follows and what it does', () => {
	const recommended = staffed.and('[10:05 @ana] recommend payments offline');
	const number = recommended.entries.length;

	it('names what it touches, whom it affects and how much it disrupts', () => {
		expect(staffed.when('action x system:payments-db affects:users disruption:high')).toEqual([
			{
				kind: 'action-opened',
				ref: 'A1',
				text: 'x',
				system: 'payments-db',
				affects: 'users',
				disruption: 'high',
			},
		]);
		expect(staffed.when('action x disruption:huge')).toMatchObject(
			refused('disruption:huge is not known', 'disruption:medium'),
		);
		expect(staffed.when('action x system:"!!"')).toMatchObject(refused('has no name', 'system:payments-db'));
	});

	it('follows a recommendation, a decision, or a word of the Incident Manager', () => {
		const decided = recommended.and('decide payments offline');
		const noted = staffed.and('[10:05 @priya] note isolate host 17 at once');
		const gave = staffed.and('[10:05 @priya] action isolate host 17 @ana');
		const instructed = staffed.and('action isolate host 17 @ana', 'instruct A1');
		for (const story of [recommended, decided, noted, gave, instructed]) {
			expect(story.when(`action isolate host 17 @ana on:${story.entries.length}`)).toMatchObject([
				{on: story.entries.length},
			]);
		}
	});

	it('refuses to follow any other entry', () => {
		const others = [
			staffed,
			staffed.and('[10:05 @ana] note isolate host 17'),
			staffed.and('[10:05 @priya] know host 17 is lost'),
			staffed.and('relieve im', '[10:05 @priya] note isolate host 17'),
			recommended.and(`strike ${number} because it was not said`),
		];
		for (const story of others) {
			const entry = story === others.at(-1) ? number : story.entries.length;
			expect(story.when(`action x on:${entry}`)).toMatchObject(
				refused(`Entry ${entry} is no recommendation`, 'leave on: away'),
			);
		}

		expect(staffed.when('action x on:999')).toMatchObject(refused('Entry 999 is no recommendation', 'on:'));
	});

	it('follows the word of whoever was in command when it was said', () => {
		const noted = staffed.and('[10:05 @priya] note isolate host 17 at once');
		const later = noted.and('[10:06] relieve im', 'assign im @tom');
		expect(later.when(`action x on:${noted.entries.length}`)).toMatchObject([{on: noted.entries.length}]);
	});
});

describe('instruct', () => {
	it('records the Incident Manager’s instruction, which is then what the action follows', () => {
		expect(given.when('instruct A1 because keys are on it')).toEqual([
			{kind: 'action-instructed', ref: 'A1', manager: 'priya', reason: 'keys are on it'},
		]);
		const instructed = given.and('instruct A1');
		expect(instructed.board.actions).toMatchObject([{on: instructed.entries.length, instructedBy: 'priya'}]);
	});

	it('links a recommendation or decision afterwards, and keeps what it was', () => {
		const decided = given.and('instruct A1', 'decide offline');
		expect(decided.when(`instruct A1 on:${decided.entries.length}`)).toMatchObject([
			{on: decided.entries.length, was: decided.entries.length - 1},
		]);
		expect(
			decided.and(`instruct A1 on:${decided.entries.length}`).when(`instruct A1 on:${decided.entries.length}`),
		).toMatchObject(refused('follows entry', 'Nothing is left'));
	});

	it('may be said of one that is done, and after closing', () => {
		expect(done.and('close').when('instruct A1')).toMatchObject([{manager: 'priya'}]);
	});

	it('refuses an action that is not there, an entry that is none, and nobody’s instruction', () => {
		expect(given.when('instruct A2')).toMatchObject(refused('no action A2', 'newest is A1'));
		expect(given.and(`strike ${given.entries.length} because x`).when('instruct A1')).toMatchObject(
			refused('There is no action A1 now', 'struck'),
		);
		expect(given.when('instruct A1 on:1')).toMatchObject(refused('Entry 1 is no recommendation', 'on:'));
		const leaderless = given.and('decide offline', 'relieve im');
		const decision = leaderless.entries.length - 1;
		expect(leaderless.when('instruct A1')).toMatchObject(refused('no Incident Manager', 'assign im'));
		expect(leaderless.when(`instruct A1 on:${decision}`)).toEqual([
			{kind: 'action-instructed', ref: 'A1', on: decision},
		]);
	});
});

describe('lead', () => {
	const two = staffed.and(
		'action x @ana system:payments',
		'action y @chen system:Payments',
		'action z @tom system:mail',
	);

	it('says whose action leads on the system, one at a time', () => {
		expect(two.when('lead A1')).toEqual([{kind: 'action-lead-named', ref: 'A1', person: 'ana', system: 'payments'}]);
		const leads = (lines: readonly string[]) => two.and(...lines).board.actions.map(one => one.leads);
		expect(leads(['lead A1'])).toEqual([true, false, false]);
		expect(leads(['lead A1', 'lead A3', 'lead A2'])).toEqual([false, true, true]);
	});

	it('refuses who leads already, nobody, no system, and what is over', () => {
		expect(two.and('lead A1').when('lead A1')).toMatchObject(refused('leads there already', 'Nothing is left'));
		expect(staffed.and('action x system:payments').when('lead A1')).toMatchObject(
			refused('Nobody owns A1', 'reassign'),
		);
		expect(given.when('lead A1')).toMatchObject(refused('names no system', 'system:'));
		expect(done.when('lead A1')).toMatchObject(refused('done already', 'new action'));
	});
});

describe('ack', () => {
	it('records that the owner has understood', () => {
		expect(given.and('[10:11] ack A1').board.actions).toMatchObject([
			{status: 'acknowledged', acknowledgedAt: at('10:11')},
		]);
	});

	it('refuses a second time', () => {
		expect(given.and('ack a1').when('ack A1')).toMatchObject(refused('acknowledged already', 'Nothing is left'));
	});

	it('refuses an action that was never given, that is over, or that was struck', () => {
		expect(given.when('ack A2')).toMatchObject(refused('There is no action A2', 'The newest is A1'));
		expect(staffed.when('ack A1')).toMatchObject(refused('There is no action A1', 'No action has been recorded yet'));
		expect(done.when('ack A1')).toMatchObject(refused('A1 is done already', 'Give a new action'));
		expect(given.and(`strike ${given.entries.length} because wrong host`).when('ack A1')).toMatchObject(
			refused('There is no action A1 now', 'may have been struck'),
		);
	});
});

describe('report', () => {
	it('records what the owner says, who has therefore understood', () => {
		expect(given.and('[10:15 @chen] report A1 half of it is isolated').board.actions).toMatchObject([
			{
				status: 'acknowledged',
				acknowledgedAt: at('10:15'),
				due: at('10:30'),
				reports: [{at: at('10:15'), by: 'chen', text: 'half of it is isolated'}],
			},
		]);
	});

	it('may give a new time; one that had passed counts as missed', () => {
		expect(given.and('[10:29] report A1 nearly there by 10:40').board.actions).toMatchObject([
			{due: at('10:40'), missed: 0},
		]);
		expect(given.and('[10:30] report A1 nearly there by 10:40').board.actions).toMatchObject([
			{due: at('10:40'), missed: 1},
		]);
	});

	it('refuses one that is over, and one without words', () => {
		expect(cancelled.when('report A1 it was off')).toMatchObject(refused('A1 is cancelled already', 'new action'));
		expect(given.when('report A1')).toMatchObject(refused('lacks its text', 'report A1'));
	});
});

describe('extend', () => {
	it('sets or moves the report time, and keeps what it was', () => {
		expect(given.when('extend A1 by 11:00 because the backup is slow')).toEqual([
			{kind: 'action-extended', ref: 'A1', due: at('11:00'), was: at('10:30'), reason: 'the backup is slow'},
		]);
		expect(staffed.and('action find the keys').when('extend A1 by 11:00')).toEqual([
			{kind: 'action-extended', ref: 'A1', due: at('11:00')},
		]);
	});

	it('counts a time that had passed as missed', () => {
		expect(given.and('[10:31] extend A1 by 10:40', '[10:41] extend A1 by 10:50').board.actions[0]?.missed).toBe(2);
	});

	it('refuses without a time, and when the action is over', () => {
		expect(given.when('extend A1')).toMatchObject(refused('extend is not complete: report time?', 'by 15:00'));
		expect(done.when('extend A1 by 11:00')).toMatchObject(refused('A1 is done already', 'new action'));
	});
});

describe('reassign', () => {
	it('gives it to somebody else, who has yet to understand', () => {
		const moved = given.and('ack A1', '[10:15] reassign A1 @ana because Chen is asleep');
		expect(moved.board.actions).toMatchObject([
			{owner: 'ana', ownedSince: at('10:15'), status: 'open', acknowledgedAt: undefined},
		]);
		expect(moved.told()).toBe('A1 now with Ana Reis, was Chen Wei, because Chen is asleep');
	});

	it('is understood by whoever takes it over', () => {
		expect(given.and('[10:15 @ana] reassign A1 @ana').board.actions).toMatchObject([{status: 'acknowledged'}]);
	});

	it('takes the person before the action, and a sub-team', () => {
		expect(given.when('reassign @ana A1')).toMatchObject([{ref: 'A1', owner: 'ana'}]);
		expect(given.and('split alpha @ana').when('reassign A1 #alpha')).toMatchObject([{team: 'alpha', wasOwner: 'chen'}]);
	});

	it('refuses the owner it has, nobody, and an action that is over', () => {
		expect(given.when('reassign A1 @chen')).toMatchObject(refused('theirs already', 'somebody else'));
		expect(given.when('reassign A1')).toMatchObject(refused('Nobody is named', 'reassign A1 @name'));
		expect(given.when('reassign A1 #alpha')).toMatchObject(refused('no sub-team #alpha', 'split alpha'));
		expect(done.when('reassign A1 @ana')).toMatchObject(refused('done already', 'new action'));
	});
});

describe('done', () => {
	it('records the result', () => {
		expect(done.board.actions).toMatchObject([
			{status: 'done', result: 'success', outcome: 'host 17 is off the network', endedAt: at('10:20')},
		]);
		expect(given.when('done A1 result:failed')).toEqual([{kind: 'action-done', ref: 'A1', result: 'failure'}]);
	});

	it('may be given its result later, once, also after closing', () => {
		const bare = given.and('[10:20] done A1', '[11:00] close');
		const told = bare.and('[11:05] done A1 result:success');
		expect(told.board.actions).toMatchObject([{result: 'success', endedAt: at('10:20')}]);
		expect(told.when('done A1 result:failure')).toMatchObject(refused('done already', 'strike the entry'));
		expect(bare.when('done A1')).toMatchObject(refused('done already', 'strike the entry'));
	});

	it('may be judged when it was only told about, and what is added stands beside it', () => {
		const told = given.and('[10:20] done A1 host 17 is off');
		expect(told.and('done A1 result:success').board.actions).toMatchObject([
			{result: 'success', outcome: 'host 17 is off', endedAt: at('10:20')},
		]);
		expect(told.and('[10:25] done A1 back on since result:failure').board.actions).toMatchObject([
			{result: 'failure', outcome: 'host 17 is off; back on since', endedAt: at('10:20')},
		]);
		expect(told.when('done A1 it is really off')).toMatchObject(refused('done already', 'strike the entry'));
	});

	it('refuses one that was cancelled, and a result that is neither', () => {
		expect(cancelled.when('done A1')).toMatchObject(refused('cancelled already', 'new action'));
		expect(given.when('done A1 result:perhaps')).toMatchObject(
			refused('result:perhaps is not known', 'result:success'),
		);
	});
});

describe('cancel', () => {
	it('withdraws an action and says why', () => {
		expect(cancelled.board.actions).toMatchObject([{status: 'cancelled', outcome: 'the host is gone'}]);
	});

	it('needs no reason', () => {
		expect(given.when('cancel A1')).toEqual([{kind: 'action-cancelled', ref: 'A1'}]);
	});

	it('refuses one that is over', () => {
		expect(cancelled.when('cancel A1')).toMatchObject(refused('cancelled already', 'new action'));
		expect(done.when('cancel A1')).toMatchObject(refused('done already', 'new action'));
	});
});
