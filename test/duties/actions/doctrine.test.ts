import {describe, expect, it} from 'vitest';
import {experts, refused, staffed} from '../../support/spec.ts';

/** Given at 10:10, understood, due at 10:30. */
const given = staffed.and('[10:10] action isolate host 17 @chen by 10:30', 'ack A1');
const ended = ['done A1 result:success', 'cancel A1'] as const;

describe('A1: every action has an owner', () => {
	it('warns of one that nobody owns', () => {
		expect(staffed.and('action isolate host 17').asks('A1')).toMatchObject([
			{severity: 'warn', subject: 'A1', text: 'Who owns A1, isolate host 17?'},
		]);
	});

	it('is silent when a person or a team owns it, when it is over, and when the incident is', () => {
		const unowned = staffed.and('action isolate host 17');
		const quiet = [
			given,
			staffed.and('split alpha', 'action isolate host 17 #alpha'),
			...ended.map(line => unowned.and(line)),
			unowned.and('phase cold'),
			unowned.and('close'),
		];
		expect(quiet.flatMap(one => one.asks('A1'))).toEqual([]);
	});

	it('still asks while warm', () => {
		expect(staffed.and('action isolate host 17', 'phase warm').asks('A1')).toHaveLength(1);
	});

	it('is met by naming one', () => {
		expect(staffed.and('action isolate host 17', 'answer A1 do reassign A1 @ana').asks('A1')).toEqual([]);
	});
});

describe('A2: every action has a report time', () => {
	it('warns of one that has none', () => {
		expect(staffed.and('action isolate host 17 @chen').asks('A2')).toMatchObject([{severity: 'warn', subject: 'A1'}]);
	});

	it('is silent when it has one, and when it is over', () => {
		expect([given, ...ended.map(line => staffed.and('action x @chen', line))].flatMap(one => one.asks('A2'))).toEqual(
			[],
		);
	});

	it('is met by setting one', () => {
		expect(staffed.and('action x @chen', 'answer A2 do extend A1 by 10:30').asks('A2')).toEqual([]);
	});
});

describe('A3: the owner is one person', () => {
	const team = staffed.and('split alpha @ana', 'action find the keys #alpha');

	it('advises to name one where a team owns it', () => {
		expect(team.asks('A3')).toMatchObject([
			{severity: 'advise', subject: 'A1', text: expect.stringContaining('#alpha')},
		]);
	});

	it('is silent when a person owns it, and when nobody does', () => {
		expect([given, staffed.and('action x')].flatMap(one => one.asks('A3'))).toEqual([]);
	});

	it('is met by naming one', () => {
		expect(team.and('answer A3 do reassign A1 @ana').asks('A3')).toEqual([]);
	});
});

describe('A4: the owner has understood', () => {
	const heard = staffed.and('[10:10] action isolate host 17 @chen by 10:30');

	it('advises two minutes after it was given, not before', () => {
		expect(heard.asks('A4', '10:11:59.999')).toEqual([]);
		expect(heard.asks('A4', '10:12')).toMatchObject([
			{severity: 'advise', subject: 'A1', text: 'Has Chen Wei understood A1?'},
		]);
	});

	it('is silent after an acknowledgement or a report, without an owner, and when they took it themselves', () => {
		const quiet = [
			heard.and('ack A1'),
			heard.and('report A1 on it'),
			staffed.and('[10:10] action isolate host 17'),
			staffed.and('[10:10 @chen] action isolate host 17 @chen'),
		];
		expect(quiet.flatMap(one => one.asks('A4', '10:20'))).toEqual([]);
	});

	it('counts anew for a new owner', () => {
		const moved = heard.and('ack A1', '[10:20] reassign A1 @ana');
		expect(moved.asks('A4', '10:21:59.999')).toEqual([]);
		expect(moved.asks('A4', '10:22')).toHaveLength(1);
	});

	it('is met there and then', () => {
		expect(heard.and('[10:12] answer A4 do').board.actions).toMatchObject([{status: 'acknowledged'}]);
	});
});

describe('A5: a report is coming due', () => {
	it('tells two minutes before the time, until the time has come', () => {
		expect(given.asks('A5', '10:27:59.999')).toEqual([]);
		expect(given.asks('A5', '10:28')).toMatchObject([{severity: 'info', subject: 'A1', answers: []}]);
		expect(given.asks('A5', '10:29:59.999')).toHaveLength(1);
		expect(given.asks('A5', '10:30')).toEqual([]);
	});

	it('tells of each by its own time, the soonest first, in whatever order they were given', () => {
		const three = staffed.and('action x @chen by 10:31', 'action y @chen by 10:40', 'action z @chen by 10:30');
		const asked = (clock: string) => three.asks('A5', clock).map(one => one.subject);
		expect(['10:28', '10:29', '10:30', '10:31', '10:38'].map(clock => asked(clock))).toEqual([
			['A3'],
			['A3', 'A1'],
			['A1'],
			[],
			['A2'],
		]);
	});

	it('is silent without a time, and when it is over', () => {
		expect(staffed.and('action x @chen').asks('A5', '10:29')).toEqual([]);
		expect(given.and('done A1 off').asks('A5', '10:29')).toEqual([]);
	});

	it('takes no answer', () => {
		expect(given.when('[10:29] answer A5 na because I know')).toMatchObject(refused('only tells', 'goes by itself'));
	});
});

describe('A6: a report is due', () => {
	it('warns from the very moment', () => {
		expect(given.asks('A6', '10:29:59.999')).toEqual([]);
		expect(given.asks('A6', '10:30')).toMatchObject([
			{severity: 'warn', subject: 'A1', text: expect.stringContaining('isolate host 17 (Chen Wei)')},
		]);
	});

	it('is silent when it is over, or has a new time', () => {
		const quiet = [...ended.map(line => given.and(line)), given.and('[10:31] extend A1 by 10:45')];
		expect(quiet.flatMap(one => one.asks('A6', '10:40'))).toEqual([]);
	});

	it('comes back when the new time has passed too, whatever was answered before', () => {
		const extended = given.and('[10:31] answer A6 put', '[10:32] extend A1 by 10:35');
		expect(extended.asks('A6', '10:35')).toMatchObject([{put: undefined}]);
	});

	it('is met by a result, or by more time with an estimate', () => {
		const late = given.and('[10:30] note it is time');
		expect(late.when('answer A6 do')).toMatchObject(refused('not said', 'answer A6 A1 do done A1'));
		expect(late.and('answer A6 do done A1 off result:success').asks('A6')).toEqual([]);
		expect(late.and('answer A6 do extend A1 by 10:45').asks('A6')).toEqual([]);
	});
});

describe('A7: a stuck action gets help', () => {
	it('is urgent when more than half an hour late while hot', () => {
		expect(given.asks('A7', '11:00')).toEqual([]);
		expect(given.asks('A7', '11:00:00.001')).toMatchObject([{severity: 'urgent', subject: 'A1'}]);
	});

	it('is urgent as soon as it is overdue for the second time', () => {
		const again = given.and('[10:31] extend A1 by 10:45');
		expect(again.asks('A7', '10:44:59.999')).toEqual([]);
		expect(again.asks('A7', '10:45')).toMatchObject([{text: expect.stringContaining('overdue again')}]);
	});

	it('is silent where the time was moved before it came, where it is over, and long after when no longer hot', () => {
		expect(given.and('[10:29] extend A1 by 10:45').asks('A7', '10:50')).toEqual([]);
		expect(given.and('[10:31] done A1 off').asks('A7', '12:00')).toEqual([]);
		expect(given.and('phase warm').asks('A7', '12:00')).toEqual([]);
	});

	it('is asked anew when what was put once becomes long overdue', () => {
		const put = given.and(
			'[10:31] extend A1 by 10:45',
			'[10:46] answer A7 put',
			'[10:47] decide add an expert rule:A7',
		);
		expect(put.asks('A7', '11:15')).toEqual([]);
		expect(put.asks('A7', '11:15:00.001')).toHaveLength(1);
	});
});

describe('A8: the command staff delegates', () => {
	it('is urgent where the Incident Manager owns an action', () => {
		expect(staffed.and('action read the proxy log @priya').asks('A8')).toMatchObject([
			{severity: 'urgent', subject: 'A1', text: expect.stringContaining('delegates and does not do')},
		]);
	});

	it('warns where the deputy does, and the secretariat', () => {
		expect(staffed.and('action isolate host 17 @tom').asks('A8')).toMatchObject([{severity: 'warn'}]);
		expect(staffed.and('action isolate host 17 @sam').asks('A8')).toMatchObject([
			{severity: 'warn', text: expect.stringContaining('Sam Ó Briain')},
		]);
	});

	it.each(['keep the log', 'set up a private channel', 'start the regular call', 'capture all documents'])(
		'is silent where the secretariat does its own work: %s',
		text => {
			expect(staffed.and(`action ${text} @sam`).asks('A8')).toEqual([]);
		},
	);

	it('is silent about experts, about nobody, and about what is over', () => {
		expect(
			[given, staffed.and('action x'), staffed.and('action x @priya', 'cancel A1')].flatMap(one => one.asks('A8')),
		).toEqual([]);
	});

	it('is asked anew when whoever was let have it takes command', () => {
		const overridden = staffed.and('action x @tom', 'answer A8 override because only he knows the host');
		expect(overridden.asks('A8')).toEqual([]);
		expect(overridden.and('relieve im', 'assign im @tom').asks('A8')).toMatchObject([{severity: 'urgent'}]);
	});
});

describe('A9: experts recommend before they act', () => {
	const alone = staffed.and('[10:10 @ana] action wipe host 17 @ana by 11:00');

	it('warns of an action that an expert took alone', () => {
		expect(alone.asks('A9')).toMatchObject([
			{severity: 'warn', subject: 'A1', text: expect.stringContaining('Ana Reis took A1 alone, wipe host 17')},
		]);
	});

	it('is silent where it was given by somebody else, follows a recommendation, or is over', () => {
		const recommended = staffed.and('[10:10 @ana] recommend wipe host 17');
		const quiet = [
			staffed.and('action wipe host 17 @ana'),
			recommended.and(`[10:11 @ana] action wipe host 17 @ana on:${recommended.entries.length}`),
			...ended.map(line => alone.and(line)),
			alone.and('phase cold'),
		];
		expect(quiet.flatMap(one => one.asks('A9'))).toEqual([]);
	});

	it.each(['priya', 'tom', 'sam'])('leaves the command staff to A8: @%s', handle => {
		expect(staffed.and(`[10:10 @${handle}] action wipe host 17 @${handle}`).asks('A9')).toEqual([]);
	});

	it('is met by the instruction, and only where there is somebody to give it', () => {
		expect(alone.and('answer A9 do').board.actions).toMatchObject([{instructedBy: 'priya'}]);
		expect(alone.and('answer A9 do').asks('A9')).toEqual([]);
		const leaderless = alone.and('relieve im');
		expect(leaderless.asks('A9')[0]?.offers).toMatchObject([{line: 'cancel A1 because '}]);
	});

	it('is asked anew when an accepted one passes to another who is not its giver', () => {
		const overridden = alone.and('answer A9 override because keys were leaking');
		expect(overridden.asks('A9', '12:00')).toEqual([]);
		expect(overridden.and('[10:20] reassign A1 @chen').asks('A9')).toEqual([]);
	});
});

describe('A10: nobody has too much in hand', () => {
	const two = staffed.and('action x @ana', 'action y @ana', 'action z @chen');
	const three = two.and('action z @ana');

	it('advises from the third open action of one owner', () => {
		expect(two.asks('A10')).toEqual([]);
		expect(three.asks('A10')).toMatchObject([
			{severity: 'advise', subject: 'ana', text: 'Ana Reis has 3 open actions: bring in backup.'},
		]);
	});

	it('is silent when one of them is over, and when it is no longer hot', () => {
		expect([three.and('done A1'), three.and('phase warm')].flatMap(one => one.asks('A10'))).toEqual([]);
	});

	it('is asked anew when there is one more', () => {
		const decided = three.and('answer A10 ana put', 'decide bear with it rule:A10 because it is short');
		expect(decided.asks('A10')).toEqual([]);
		expect(decided.and('action w @ana').asks('A10')).toHaveLength(1);
	});
});

describe('A11: one person leads on a system', () => {
	const one = staffed.and('action read the log @ana system:payments-db');
	const two = one.and('action restart it @chen system:"Payments DB"');

	it('advises where two work on one system, however it is spelt', () => {
		expect(two.asks('A11')).toMatchObject([
			{
				severity: 'advise',
				subject: 'payments-db',
				text: '2 people work on payments-db (A1, A2): who leads?',
				offers: [{line: 'lead A1'}, {line: 'lead A2'}],
			},
		]);
	});

	it('is silent about one person, other systems, nobody, and what is over', () => {
		const quiet = [
			one.and('action restart it @ana system:payments-db'),
			one.and('action restart it @chen system:mail'),
			one.and('action restart it system:payments-db'),
			...['done A2', 'cancel A1', 'reassign A2 @ana', 'phase cold'].map(line => two.and(line)),
		];
		expect(quiet.flatMap(story => story.asks('A11'))).toEqual([]);
	});

	it('is met by naming the lead, until the lead’s action is over', () => {
		expect(two.when('answer A11 do')).toMatchObject(refused('more than one way', 'do lead A1 or'));
		const led = two.and('answer A11 do lead A2', 'action look @tom system:payments-db');
		expect(led.asks('A11')).toEqual([]);
		expect(led.and('done A2').asks('A11')).toMatchObject([{text: expect.stringContaining('A1, A3')}]);
	});

	it('names a few of many', () => {
		const many = staffed.and(
			...experts(6),
			...['mia', 'ola', 'uri', 'eva', 'leo', 'zoe'].map(name => `action x @${name} system:payments`),
		);
		expect(many.asks('A11')).toMatchObject([
			{text: '6 people work on payments (A1, A2, A3, A4 …): who leads?', offers: {length: 4}},
		]);
	});
});

describe('A12: a closed action has a result', () => {
	it('warns of one that was closed without a word', () => {
		expect(given.and('done A1').asks('A12')).toMatchObject([{severity: 'warn', subject: 'A1'}]);
	});

	it('is silent where it succeeded, failed, is open, or was withdrawn', () => {
		const lines = ['done A1 result:success', 'done A1 result:failure', 'note on it', 'cancel A1'];
		expect(lines.flatMap(line => given.and(line).asks('A12'))).toEqual([]);
	});

	it('asks of one that was told about and not judged, until it is', () => {
		const told = given.and('done A1 it is off');
		expect(told.asks('A12')).toHaveLength(1);
		expect(told.and('done A1 result:failure').asks('A12')).toEqual([]);
	});

	it('does not choose the result', () => {
		const bare = given.and('done A1');
		expect(bare.when('answer A12 do')).toMatchObject(
			refused(
				'more than one way',
				'answer A12 A1 do done A1 result:success or answer A12 A1 do done A1 result:failure',
			),
		);
		const told = bare.and('answer A12 A1 do done A1 result:failure');
		expect(told.board.actions).toMatchObject([{result: 'failure'}]);
		expect(told.asks('A12')).toEqual([]);
	});
});

describe('A13: whoever an action affects is told', () => {
	const affecting = staffed.and('[10:10] action payments offline @ana affects:users');

	it('advises while it is open and when it is done', () => {
		for (const story of [affecting, affecting.and('done A1 result:success')]) {
			expect(story.asks('A13')).toMatchObject([
				{
					severity: 'advise',
					subject: 'A1',
					text: 'A1 affects users, payments offline: tell those affected.',
					offers: [{line: 'message  for:A1 audience:users '}],
				},
			]);
		}
	});

	it('is silent where it affects nobody, nothing was said of that, it was withdrawn, and in the cold', () => {
		const quiet = [
			staffed.and('action x @ana affects:none'),
			given,
			affecting.and('cancel A1'),
			affecting.and('phase cold'),
		];
		expect(quiet.flatMap(story => story.asks('A13'))).toEqual([]);
	});

	it('is met by a message for it, and by no other, and comes back when that is withdrawn', () => {
		const told = affecting.and('message payments are down for:A1 audience:users');
		expect(told.asks('A13')).toEqual([]);
		expect(affecting.and('message payments are down audience:users').asks('A13')).toHaveLength(1);
		expect(told.and('withdraw M1 because it is wrong').asks('A13')).toHaveLength(1);
	});
});

const disruptive = (level: string) => staffed.and(`[10:10] action payments offline @ana disruption:${level}`);

describe('A14: a disruptive action has its authority', () => {
	it('lets a high one be done, and then asks to tell', () => {
		const high = disruptive('high');
		expect(high.asks('A14')).toEqual([]);
		expect(high.and('done A1 result:success').asks('A14')).toMatchObject([
			{severity: 'warn', subject: 'A1', text: expect.stringContaining('tell those in charge')},
		]);
		expect(high.and('cancel A1').asks('A14')).toEqual([]);
		expect(high.and('done A1', 'message payments are down for:A1 audience:users').asks('A14')).toEqual([]);
	});

	it('asks who authorises a medium one, for as long as the leads are tried', () => {
		const medium = disruptive('medium');
		expect(medium.asks('A14', '11:09:59.999')).toMatchObject([
			{severity: 'warn', text: expect.stringContaining('until 11:10 UTC')},
		]);
		expect(medium.asks('A14', '11:10')).toEqual([]);
	});

	it('asks who has agreed to a low one, however long ago it was given, and when it is done', () => {
		const low = disruptive('low');
		expect(low.asks('A14', '20:00')).toMatchObject([{severity: 'warn', text: expect.stringContaining('only if')}]);
		expect(low.and('done A1').asks('A14')).toHaveLength(1);
		expect(low.and('cancel A1').asks('A14')).toEqual([]);
	});

	it('is silent where nothing was said of disruption, and in the cold', () => {
		expect([given, disruptive('low').and('phase cold')].flatMap(story => story.asks('A14'))).toEqual([]);
	});

	it.each(['high', 'medium', 'low'])('takes an instruction and a decision for authority: %s', level => {
		const done = disruptive(level).and('done A1');
		const decided = done.and('decide payments offline because card data leak');
		const quiet = [done.and('instruct A1'), decided.and(`instruct A1 on:${decided.entries.length}`)];
		expect(done.asks('A14')).toHaveLength(1);
		expect(quiet.flatMap(story => story.asks('A14'))).toEqual([]);
	});

	it('takes a recommendation for authority once it is decided', () => {
		const recommended = staffed.and('[10:05 @ana] recommend payments offline');
		const number = recommended.entries.length;
		const followed = recommended.and(`action payments offline @ana on:${number} disruption:low`);
		expect(followed.asks('A14')).toHaveLength(1);
		expect(followed.and(`decide payments offline on:${number} because keys leak`).asks('A14')).toEqual([]);
	});
});
