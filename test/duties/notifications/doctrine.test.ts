import {describe, expect, it} from 'vitest';
import {at, declared, given, refused, staffed} from '../../support/spec.ts';
import {consult} from '../../../source/consult.ts';
import {moj} from '../../../source/profiles/moj.ts';
import {regimes} from '../../../source/profiles/regimes.ts';
import {later} from '../../../source/time.ts';
import {knowing, moved, running} from './situations.ts';

const gdpr = staffed.and('clock gdpr since 09:50');

describe('L1: it is on record from when each clock counts', () => {
	it.each(['yes', 'maybe'])('is urgent where personal data is involved (%s) and no clock of it runs', answer => {
		expect(staffed.and(`data ${answer}`).asks('L1')).toMatchObject([
			{
				severity: 'urgent',
				subject: '',
				text: expect.stringContaining('when did we become aware'),
				offers: expect.arrayContaining([{label: 'start gdpr', line: 'clock gdpr since '}]),
			},
		]);
	});

	it('is not met by a clock that has nothing to do with personal data', () => {
		expect(staffed.and('data yes', 'clock nis-uk since 09:50').asks('L1')).toHaveLength(1);
	});

	it('is silent without personal data, with a clock of it in any state, and when the incident is over', () => {
		const quiet = [
			staffed,
			gdpr.and('data yes', 'data no'),
			staffed.and('data yes', 'data no'),
			gdpr.and('data yes'),
			gdpr.and('data yes', 'notify C1'),
			gdpr.and('data yes', 'waive C1'),
			staffed.and('data yes', 'clock gdpr-processor since 09:50'),
			staffed.and('data yes', 'close'),
		];
		expect(quiet.flatMap(one => one.asks('L1'))).toEqual([]);
	});

	it('offers what the doctrine knows besides', () => {
		const first = regimes.find(one => one.id === 'gdpr');
		const story = first === undefined ? staffed : knowing(staffed, {...first, id: 'acme'});
		expect(story.and('data yes').asks('L1')[0]?.offers.at(-1)).toEqual({
			label: 'start acme',
			line: 'clock acme since ',
		});
	});

	it('is urgent of any clock without an anchor, whatever data is involved, and says what it counts from', () => {
		expect(staffed.and('clock sec-8k').asks('L1')).toMatchObject([
			{severity: 'urgent', subject: 'C1', text: expect.stringContaining('materiality determined')},
		]);
		expect(staffed.and('clock gdpr-people', 'close').asks('L1')).toHaveLength(1);
	});

	it('is urgent of the stage of a law that comes sooner and was not started, until it is or the later one is over', () => {
		const late = staffed.and('clock nis2 since 09:50');
		expect(late.asks('L1')).toMatchObject([
			{
				severity: 'urgent',
				subject: 'C1 nis2-early',
				text: 'C1 nis2 runs, and nis2-early does not: NIS2, early warning, 24 hours from the same moment. Start it too.',
				offers: [{line: 'clock nis2-early since '}],
			},
		]);
		for (const line of ['clock nis2-early since 09:50', 'notify C1', 'waive C1']) {
			expect(late.and(line).asks('L1')).toEqual([]);
		}

		expect(staffed.and('clock nis2-early since 09:50', 'clock nis-uk since 09:50').asks('L1')).toEqual([]);
	});

	it('is silent of a clock that has one, or was notified or waived without', () => {
		const quiet = ['anchor C1 since 09:50', 'notify C1', 'waive C1'];
		expect(quiet.flatMap(line => staffed.and('clock sec-8k', line).asks('L1'))).toEqual([]);
	});

	it('is met by starting one, and does not choose the moment', () => {
		const asked = staffed.and('data yes');
		expect(asked.when('answer L1 do')).toMatchObject(refused('not said', 'clock gdpr since'));
		expect(asked.and('answer L1 do clock gdpr since 09:50').asks('L1')).toEqual([]);
	});
});

describe('L2: a clock is running out', () => {
	it.each([
		['advise', '11:30', '11:29:59.999'],
		['warn', '12:30', '12:29:59.999'],
		['urgent', '13:06', '13:05:59.999'],
	])('begins to %s at %s, not a millisecond before', (severity, clock, before) => {
		expect(running.asks('L2', before)).not.toMatchObject([{severity}]);
		expect(running.asks('L2', clock)).toMatchObject([{severity, subject: 'C1'}]);
	});

	it('says nothing before half of the time, and when the time is up', () => {
		expect(running.asks('L2', '11:29:59.999')).toEqual([]);
		expect(running.asks('L2', '13:29:59.999')).toHaveLength(1);
		expect(running.asks('L2', '13:30')).toEqual([]);
	});

	it('says when, and no number that grows', () => {
		expect(running.asks('L2', '12:00')[0]?.text).toBe(
			'C1 dora-initial is due 2026-06-02 13:30 UTC. Who drafts the notice, who approves it?',
		);
	});

	it('follows the percents of the doctrine', () => {
		const early = {...moj, clockStages: {advise: 10, warn: 20, urgent: 30}};
		const asked = (clock: string) =>
			consult(running.board, at(clock), early)
				.filter(one => one.rule === 'L2')
				.map(one => one.severity);
		expect([asked('09:53:59.999'), asked('09:54'), asked('10:18'), asked('10:42')]).toEqual([
			[],
			['advise'],
			['warn'],
			['urgent'],
		]);
	});

	it('is asked anew at the next stage, whatever was answered at the one before', () => {
		const decided = running.and('[11:30] answer L2 put', '[11:31] decide Ana drafts, Priya approves rule:L2');
		expect(decided.asks('L2', '12:29:59.999')).toEqual([]);
		expect(decided.asks('L2', '12:30')).toMatchObject([{severity: 'warn', put: undefined}]);
	});

	it('is silent without an anchor, without a due time, notified, and waived', () => {
		const quiet = [
			staffed.and('clock dora-initial'),
			staffed.and('clock pci-acquirer since 09:30'),
			running.and('notify C1'),
			running.and('waive C1'),
		];
		expect(quiet.flatMap(one => one.asks('L2', '13:00')).filter(one => one.subject === 'C1')).toEqual([]);
	});

	it('goes on when the incident is closed: the duty does', () => {
		expect(running.and('close').asks('L2', '12:00')).toHaveLength(1);
	});
});

describe('L3: no clock is overdue', () => {
	it('is urgent from the very moment', () => {
		expect(running.asks('L3', '13:29:59.999')).toEqual([]);
		expect(running.asks('L3', '13:30')).toMatchObject([
			{severity: 'urgent', subject: 'C1', text: expect.stringContaining('record the reasons for the delay')},
		]);
		expect(running.and('close').asks('L3', '18:00')).toHaveLength(1);
	});

	it('counts days to the end of the last, in the zone of the incident', () => {
		const {board, now} = given(
			'declare Leak severity:S2 kind:security zone:America/New_York',
			'clock sec-8k since 2 hours ago',
		);
		const due = '2026-06-09T03:59:59.999Z';
		const asked = (moment: string) => consult(board, moment, moj).filter(one => one.rule === 'L3').length;
		expect([now, asked(later(due, -1)), asked(due)]).toEqual([at('10:00'), 0, 1]);
	});

	it('is silent when notified or waived, and where the law gives no time', () => {
		const quiet = [
			running.and('[13:20] notify C1'),
			running.and('[14:00] notify C1 because the portal was down'),
			running.and('waive C1'),
			staffed.and('clock pci-acquirer since 09:30'),
			staffed.and('clock dora-initial'),
		];
		expect(quiet.flatMap(one => one.asks('L3', '23:00')).filter(one => one.subject === 'C1')).toEqual([]);
	});

	it('is met by a late notification with its reason', () => {
		const late = running.and('[13:40] note it is time');
		expect(late.when('answer L3 do')).toMatchObject(refused('not said', 'answer L3 C1 do notify C1 because'));
		expect(late.and('answer L3 do notify C1 because the portal was down').asks('L3')).toEqual([]);
	});
});

describe('L4: not notifying is a decision with a reason and a name', () => {
	const team = gdpr.and('assign privacy @"Kim Lee"', 'assign liaison @"Mia Berg"');

	it.each([
		['waive C1', 'record why, and who'],
		['waive C1 @kim', 'record why.'],
		['waive C1 because the data was encrypted', 'record who of privacy or legal'],
		['waive C1 @ana because the data was encrypted', 'Ana Reis is neither privacy nor liaison'],
	])('is urgent after %s', (line, text) => {
		expect(team.and(line).asks('L4')).toMatchObject([
			{severity: 'urgent', subject: 'C1', text: expect.stringContaining(text)},
		]);
	});

	it.each(['@kim', '@mia'])('is silent where %s decided and the reason is given', person => {
		expect(team.and(`waive C1 ${person} because the data was encrypted`).asks('L4')).toEqual([]);
	});

	it('is silent while nothing was waived, and when it is notified after all', () => {
		expect([team, team.and('waive C1', 'notify C1')].flatMap(one => one.asks('L4'))).toEqual([]);
	});

	it('holds whoever held the role when it was decided, not whoever had left it', () => {
		const decided = team.and('[10:10] waive C1 @kim because the data was encrypted', '[10:20] relieve privacy @kim');
		expect(decided.asks('L4', '10:30')).toEqual([]);
		const left = team.and('[10:10] relieve privacy @kim', '[10:20] waive C1 @kim because the data was encrypted');
		expect(left.asks('L4', '10:30')).toHaveLength(1);
	});

	it('offers whoever may decide, and is met by adding what lacks', () => {
		const bare = team.and('waive C1 because the data was encrypted');
		expect(bare.asks('L4')[0]?.offers.map(one => one.line)).toEqual(['waive C1 @kim ', 'waive C1 @mia ', 'waive C1 @']);
		expect(bare.and('answer L4 do waive C1 @kim').asks('L4')).toEqual([]);
		expect(team.and('waive C1 @kim', 'answer L4 do waive C1 because it was encrypted').asks('L4')).toEqual([]);
	});
});

describe('L5: what is told in part is followed up', () => {
	it.each(['phase:initial', 'phase:followup'])('warns where no date is given for the rest: %s', phase => {
		expect(gdpr.and(`notify C1 ${phase}`).asks('L5')).toMatchObject([{severity: 'warn', subject: 'C1'}]);
	});

	it('warns again when more was sent and still more is to come', () => {
		const dated = gdpr.and('notify C1 phase:initial next 12:00');
		expect(dated.asks('L5')).toEqual([]);
		expect(dated.and('[12:00] notify C1 phase:followup').asks('L5')).toHaveLength(1);
	});

	it('is silent when dated, when told whole, and when the final part was sent', () => {
		const quiet = [
			gdpr,
			gdpr.and('notify C1'),
			gdpr.and('notify C1 phase:initial next 12:00'),
			gdpr.and('notify C1 phase:initial', 'further C1 by 12:00'),
			gdpr.and('notify C1 phase:initial', 'notify C1 phase:final'),
		];
		expect(quiet.flatMap(one => one.asks('L5'))).toEqual([]);
	});

	it('is met by a date, or by the rest', () => {
		const asked = gdpr.and('notify C1 phase:initial');
		expect(asked.and('answer L5 do further C1 by 12:00').asks('L5')).toEqual([]);
		expect(asked.and('answer L5 do notify C1 phase:final').asks('L5')).toEqual([]);
	});
});

describe('L6: one report starts the clock of the next', () => {
	const nis2 = staffed.and('clock nis2 since 09:50', '[10:05] notify C1');

	it('tells of the clock that was started, and since when it runs', () => {
		expect(nis2.asks('L6')).toMatchObject([
			{
				severity: 'info',
				subject: 'C2',
				answers: [],
				text: 'C2 nis2-final runs since 10:05 UTC, when C1 was notified; due 2026-07-02 23:59 UTC.',
			},
		]);
	});

	it('is silent when that is met or waived, when nothing depends on it, and where it was started by hand', () => {
		const quiet = [
			nis2.and('notify C2'),
			nis2.and('waive C2'),
			gdpr.and('notify C1'),
			staffed.and('clock nis2-final since 09:50'),
		];
		expect(quiet.flatMap(one => one.asks('L6'))).toEqual([]);
	});

	it('gives way to L2 at half of the time, not a millisecond before', () => {
		const intermediate = running.and('[10:00] notify C1');
		const half = later(at('10:00'), 36 * 3_600_000);
		const asked = (moment: string) =>
			consult(intermediate.board, moment, moj)
				.filter(one => one.subject === 'C2')
				.map(one => one.rule);
		expect([asked(later(half, -1)), asked(half)]).toEqual([['L6'], ['L2']]);
	});

	it('takes no answer', () => {
		expect(nis2.when('answer L6 na because I know')).toMatchObject(refused('only tells', 'goes by itself'));
	});
});

describe('L7: an anchor is changed with a reason', () => {
	it('warns of a change that came into the log without one, with both values', () => {
		expect(moved.asks('L7')).toMatchObject([
			{
				severity: 'warn',
				subject: 'C1',
				text: expect.stringMatching(/now counts from 2026-06-02 09:40 UTC, before from 2026-06-02 09:50 UTC/u),
			},
		]);
	});

	it('is silent of a first anchor, and of a change that says why', () => {
		const quiet = [
			gdpr,
			staffed.and('clock gdpr', 'anchor C1 since 09:50'),
			gdpr.and('anchor C1 since 09:40 because the alert was read then'),
		];
		expect(quiet.flatMap(one => one.asks('L7'))).toEqual([]);
	});

	it('is met by the reason, the time staying or not', () => {
		for (const time of ['09:40', '09:45']) {
			expect(moved.and(`answer L7 do anchor C1 since ${time} because it was read then`).asks('L7')).toEqual([]);
		}
	});
});

describe('L8: an exercise notifies nobody', () => {
	const drill = given('declare Drill severity:S2 kind:security exercise:yes');

	it('tells as soon as there is a clock', () => {
		expect(drill.and('clock gdpr').asks('L8')).toMatchObject([
			{severity: 'info', subject: '', answers: [], text: expect.stringMatching(/^EXERCISE: nothing leaves this tool/u)},
		]);
	});

	it('is silent without a clock, in earnest, and when it is over', () => {
		const quiet = [drill, declared.and('clock gdpr'), drill.and('clock gdpr', 'close')];
		expect(quiet.flatMap(one => one.asks('L8'))).toEqual([]);
	});
});

describe('L3: a late notification says why', () => {
	const notified = staffed.and('clock gsa since 09:30', '[10:40] notify C1 by telephone');

	it('speaks when it was late and nothing was said of it', () => {
		expect(notified.asks('L3')).toMatchObject([{subject: 'C1', text: /was notified late/u}]);
	});

	it('is silent when the reason came with it, or after it, and where it was in time', () => {
		expect(notified.and('late C1 because the line was busy').asks('L3')).toEqual([]);
		const said = staffed.and('clock gsa since 09:30', '[10:40] notify C1 by telephone because the line was busy');
		expect(said.asks('L3')).toEqual([]);
		expect(staffed.and('clock gsa since 09:30', '[10:20] notify C1 by telephone').asks('L3')).toEqual([]);
	});

	it('refuses a reason that is not owed, and a second one', () => {
		expect(staffed.and('clock gsa since 09:30').when('late C1 because x')).toHaveProperty('refused');
		expect(notified.and('late C1 because x').when('late C1 because y')).toHaveProperty('refused');
	});
});
