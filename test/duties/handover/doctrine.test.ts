import {describe, expect, it} from 'vitest';
import {consult} from '../../../source/consult.ts';
import {profileNamed} from '../../../source/profiles/index.ts';
import {at, declared, staffed, type Story, storyOf} from '../../support/spec.ts';

const subjects = (story: Story, rule: string, clock?: string) => story.asks(rule, clock).map(one => one.subject);

const off = (story: Story, clock: string, ...rules: readonly string[]) =>
	consult(story.board, at(clock), {...profileNamed('moj'), off: [...rules]}).map(one => `${one.rule} ${one.subject}`);

const manager = declared.and('assign im @"Priya Shah"');

describe('H4: command is handed over before it tires', () => {
	it('encourages a handover after an hour in command, not a millisecond before', () => {
		expect(staffed.asks('H4', '10:59:59.999')).toEqual([]);
		expect(staffed.asks('H4', '11:00')).toMatchObject([
			{
				severity: 'info',
				subject: 'priya',
				text: 'Priya Shah has had command since 10:00 UTC: a handover is encouraged.',
				offers: [{line: 'handover im @'}],
			},
		]);
	});

	it('is silent while a handover is offered, when it has passed, and when the team no longer stands', () => {
		const offered = staffed.and('handover im @tom');
		expect(offered.asks('H4', '11:00')).toEqual([]);
		expect(offered.and('keep im').asks('H4', '11:00')).toHaveLength(1);
		expect(offered.and('[10:30] accept im').asks('H4', '11:29')).toEqual([]);
		expect(subjects(offered.and('[10:30] accept im'), 'H4', '11:30')).toEqual(['tom']);
		expect(staffed.and('phase cold').asks('H4', '11:00')).toEqual([]);
	});

	it('gives way to what is more urgent about the same person', () => {
		expect(staffed.asks('H4', '12:59:59.999')).toHaveLength(1);
		expect(staffed.asks('H4', '13:00')).toEqual([]);
		expect(off(staffed, '13:00', 'H5')).toContain('H4 priya');
		expect(off(staffed, '16:00', 'H5')).not.toContain('H4 priya');
		expect(off(staffed, '16:00', 'H5', 'H6')).toContain('H4 priya');
	});

	it('stays overruled while the same person has command', () => {
		expect(staffed.and('[11:00] answer H4 na because it is over soon').asks('H4', '12:30')).toEqual([]);
	});
});

describe('H5: nobody holds a role for too long', () => {
	it('is urgent after three hours in any role, not a millisecond before', () => {
		expect(staffed.asks('H5', '12:59:59.999')).toEqual([]);
		expect(subjects(staffed, 'H5', '13:00')).toEqual(['priya', 'tom', 'sam', 'chen', 'ana']);
		expect(manager.asks('H5', '13:00')).toMatchObject([
			{
				severity: 'urgent',
				text: 'Priya Shah has been Incident Manager since 10:00 UTC: a handover is due. Who is next?',
				offers: [{line: 'handover im @'}],
			},
		]);
	});

	it('asks once about a person with several roles', () => {
		const both = declared.and('assign comms @"Ana Reis"', '[10:20] assign liaison @ana');
		expect(both.asks('H5', '13:00')).toMatchObject([{text: expect.stringContaining('Communications since 10:00 UTC')}]);
		expect(both.asks('H5', '13:00')[0]?.text).not.toContain('Liaison');
		expect(both.asks('H5', '13:20')).toHaveLength(1);
		expect(both.asks('H5', '13:20')[0]?.text).toContain('Liaison since 10:20 UTC');
	});

	it('is asked anew after an override only when another role is held for too long', () => {
		const both = declared.and(
			'assign comms @"Ana Reis"',
			'[10:20] assign liaison @ana',
			'[13:00] answer H5 ana override because nobody else is awake',
		);
		expect(both.asks('H5', '13:19:59.999')).toEqual([]);
		expect(both.asks('H5', '13:20')).toHaveLength(1);
	});

	it('is silent about a role that is offered or has passed, and when the team no longer stands', () => {
		expect(subjects(staffed.and('handover deputy @ana'), 'H5', '13:00')).not.toContain('tom');
		const passed = staffed.and('handover deputy @ana', '[10:30] accept deputy');
		expect(subjects(passed, 'H5', '13:29')).not.toContain('tom');
		expect(staffed.and('phase cold').asks('H5', '13:00')).toEqual([]);
	});

	it('gives way to a pause that is due', () => {
		expect(manager.asks('H5', '15:59:59.999')).toHaveLength(1);
		expect(manager.asks('H5', '16:00')).toEqual([]);
		expect(off(manager, '16:00', 'H6')).toContain('H5 priya');
	});
});

const onNextDay = (story: Story, time: string) =>
	storyOf(story.board, `2026-06-03T${time}Z`)
		.prompts()
		.filter(one => one.rule === 'H6');

describe('H6: people pause, and rest between shifts', () => {
	it('is urgent after six hours of work, not a millisecond before, with a role or without', () => {
		const here = declared.and('checkin @"Mia Berg"');
		expect(here.asks('H6', '15:59:59.999')).toEqual([]);
		expect(here.asks('H6', '16:00')).toMatchObject([
			{
				severity: 'urgent',
				subject: 'mia',
				text: 'Mia Berg has been working since 10:00 UTC: a pause is due. Who takes over?',
			},
		]);
	});

	it('takes it after a day that the end of the shift was left out, and no longer that somebody is at work', () => {
		const here = declared.and('checkin @"Mia Berg"');
		expect(onNextDay(here, '09:59:59.999')).toMatchObject([{severity: 'urgent'}]);
		expect(onNextDay(here, '10:00:00.000')).toMatchObject([
			{
				severity: 'warn',
				text: 'Mia Berg stands as working since 2 Jun 10:00 UTC, longer than any shift. Did they go? Release them.',
			},
		]);
		const answered = here.and('[16:30] answer H6 mia override because she slept at noon');
		expect(onNextDay(answered, '10:00:00.000')).toHaveLength(1);
	});

	it('asks once about each person, whatever their roles', () => {
		const both = declared.and('assign comms @"Ana Reis"', 'assign liaison @ana');
		expect(subjects(both, 'H6', '16:00')).toEqual(['ana']);
	});

	it('is urgent about somebody who is back before the rest is over, not when it is', () => {
		const gone = staffed.and('[10:30] release @ana');
		expect(
			gone
				.and('[21:29:59.999] checkin @ana')
				.asks('H6', '21:30')
				.filter(one => one.subject === 'ana'),
		).toMatchObject([{text: expect.stringContaining('stopped at 10:30 UTC and is back since 21:29 UTC')}]);
		expect(subjects(gone.and('[21:30] checkin @ana'), 'H6', '21:30')).not.toContain('ana');
	});

	it('counts from the return of somebody who is brought back with a role', () => {
		const back = declared.and(
			'assign im @"Priya Shah"',
			'assign sme @"Ana Reis"',
			'release @ana',
			'[12:00] assign sme @ana',
			'answer H6 ana override because she slept',
		);
		expect(subjects(back, 'H6', '17:59:59.999')).not.toContain('ana');
		expect(subjects(back, 'H6', '18:00')).toContain('ana');
	});

	it('is silent about who is released, and when the team no longer stands', () => {
		expect(subjects(staffed.and('[11:00] release @ana'), 'H6', '16:00')).not.toContain('ana');
		expect(staffed.and('phase cold').asks('H6', '16:00')).toEqual([]);
	});

	it('forgets a return whose release is struck', () => {
		const released = staffed.and('release @ana');
		const back = released.and('[10:05] checkin @ana');
		expect(back.asks('H6')).toHaveLength(1);
		expect(back.and(`strike ${released.entries.length} because it was Tom`).asks('H6')).toEqual([]);
	});
});

describe('H8: who goes offline briefs first', () => {
	const leaving = staffed.and('offline @priya by 11:00');

	it('is urgent when the Incident Manager is marked as going offline', () => {
		expect(leaving.asks('H8')).toMatchObject([
			{
				severity: 'urgent',
				subject: 'priya',
				text: 'Priya Shah goes offline from 11:00 UTC: brief the next Incident Manager first.',
				offers: [{line: 'handover im @'}],
			},
		]);
		expect(leaving.and('handover im @tom').asks('H8')).toMatchObject([{offers: [{line: 'briefed im'}]}]);
	});

	it('is met by a briefing of whoever takes over, and not by one that was withdrawn', () => {
		const briefed = leaving.and('handover im @tom', 'briefed im');
		expect(briefed.asks('H8')).toEqual([]);
		expect(briefed.and('keep im').asks('H8')).toHaveLength(1);
		expect(leaving.and('handover im @tom', 'accept im').asks('H8')).toEqual([]);
	});

	it('is silent about others, about nobody, and when it is not hot', () => {
		expect(
			[staffed, staffed.and('offline @tom'), leaving.and('phase warm'), leaving.and('relieve im')].flatMap(one =>
				one.asks('H8'),
			),
		).toEqual([]);
	});
});

const text = (story: Story) => story.asks('H9').map(one => one.text);

describe('H9: a handover is complete', () => {
	const offered = staffed.and('handover im @tom');

	it('is urgent from the offer on, and lists what lacks', () => {
		expect(offered.asks('H9')).toMatchObject([
			{
				severity: 'urgent',
				subject: 'im',
				text: 'Handover of Incident Manager, Priya Shah to Tom Achebe lacks briefing, acceptance, announcement, situation report.',
				offers: [{line: 'briefed im'}, {line: 'accept im'}, {line: 'keep im'}],
			},
		]);
	});

	it('asks for less with every step, and is silent when the last is done', () => {
		const briefed = offered.and('briefed im');
		expect(text(briefed)).toEqual([expect.stringContaining('lacks acceptance, announcement, situation report.')]);
		const accepted = briefed.and('accept im');
		expect(accepted.asks('H9')).toMatchObject([
			{
				text: expect.stringContaining('lacks announcement, situation report.'),
				offers: [{line: 'announce'}, {line: 'heartbeat '}],
			},
		]);
		const announced = accepted.and('announce');
		expect(text(announced)).toEqual([expect.stringContaining('lacks situation report.')]);
		expect(announced.and('heartbeat all is stable').asks('H9')).toEqual([]);
	});

	it('wants a heartbeat after the role has passed, not one before', () => {
		const before = offered.and('briefed im', 'heartbeat x', 'accept im', 'announce');
		expect(text(before)).toEqual([expect.stringContaining('lacks situation report.')]);
	});

	it('wants no situation report for other roles than command', () => {
		const deputy = staffed.and('handover deputy @ana', 'briefed deputy', 'accept deputy');
		expect(text(deputy)).toEqual(['Handover of Deputy, Tom Achebe to Ana Reis lacks announcement.']);
		expect(deputy.and('announce').asks('H9')).toEqual([]);
	});

	it('waits for the effective time, and asks for the change when it has come, not a millisecond before', () => {
		const waiting = staffed.and('handover im @tom by 11:00', 'briefed im', 'accept im', 'announce');
		expect(waiting.asks('H9', '10:59:59.999')).toEqual([]);
		expect(waiting.asks('H9', '11:00')).toMatchObject([
			{text: expect.stringContaining('lacks the change itself.'), offers: [{line: 'accept im'}]},
		]);
		expect(text(waiting.and('[11:00] answer H9 do'))).toEqual([expect.stringContaining('lacks situation report.')]);
	});

	it('is silent when the offer is withdrawn, the role has passed on, and when it is closed', () => {
		expect(offered.and('keep im').asks('H9')).toEqual([]);
		expect(offered.and('accept im', 'relieve im').asks('H9')).toEqual([]);
		expect(offered.and('close because done').asks('H9')).toEqual([]);
		expect(staffed.asks('H9')).toEqual([]);
	});

	it('asks once about a role that several people hand over', () => {
		const two = staffed.and('assign sme @"Mia Berg"', 'handover sme @tom @ana', 'handover sme @chen @mia');
		expect(two.asks('H9')).toMatchObject([
			{
				subject: 'sme',
				text: expect.stringMatching(/Ana Reis to Tom Achebe lacks .*; Mia Berg to Chen Wei lacks /u),
				offers: expect.arrayContaining([expect.objectContaining({line: 'accept sme @chen'})]),
			},
		]);
	});
});

describe('H10: there is one chain of orders', () => {
	const challenged = staffed.and('challenge @ana');

	it('warns until the question is answered', () => {
		expect(challenged.asks('H10')).toMatchObject([
			{
				severity: 'warn',
				subject: 'ana',
				text: 'Ana Reis gives orders against the Incident Manager: do they wish to take command?',
				offers: [{line: 'uphold'}, {line: 'handover im @'}],
			},
		]);
		expect(challenged.and('uphold').asks('H10')).toEqual([]);
	});

	it('is silent when command is offered to the challenger or taken, and asks on when it goes to another', () => {
		expect(challenged.and('handover im @ana').asks('H10')).toEqual([]);
		expect(challenged.and('handover im @ana', 'keep im').asks('H10')).toHaveLength(1);
		expect(challenged.and('assign im @ana').asks('H10')).toEqual([]);
		expect(challenged.and('assign im @tom').asks('H10')).toHaveLength(1);
		expect(challenged.and('assign deputy @ana').asks('H10')).toHaveLength(1);
	});

	it('is silent when nobody challenges, and when the team no longer stands', () => {
		expect([...staffed.asks('H10'), ...challenged.and('phase cold').asks('H10')]).toEqual([]);
	});

	it('asks about each of two, and anew after another order', () => {
		expect(challenged.and('challenge @tom').asks('H10')).toMatchObject([
			{subject: 'ana', offers: [{line: 'uphold @ana'}, {}]},
			{subject: 'tom'},
		]);
		const decided = challenged.and('answer H10 put', 'decide Priya stays rule:H10 because it is her watch');
		expect(decided.asks('H10')).toEqual([]);
		expect(decided.and('uphold', 'challenge @ana again').asks('H10')).toHaveLength(1);
	});
});

describe('G6: the log changes hands openly', () => {
	const changed = staffed.and('assign secretariat @"Mia Berg"', '[10:30] relieve secretariat @sam');

	it('warns of the loggist who has not signed off, and of the one who has not signed on', () => {
		expect(changed.asks('G6').map(one => [one.severity, one.subject, one.text, one.offers[0]?.line])).toEqual([
			['warn', 'sam', 'Sam Ó Briain kept the log until 10:30 UTC and has not signed off.', 'signoff @sam'],
			['warn', 'mia', 'Mia Berg took the log over at 10:00 UTC and has not signed on since.', 'signon @mia'],
		]);
	});

	it('is met by both, before the change or after it', () => {
		expect(changed.and('signoff @sam', 'signon @mia').asks('G6')).toEqual([]);
		const early = staffed.and('signoff', 'handover secretariat @"Mia Berg"', 'accept secretariat', 'signon @mia');
		expect(early.asks('G6')).toEqual([]);
	});

	it('speaks after a handover too', () => {
		const passed = staffed.and('handover secretariat @"Mia Berg"', 'accept secretariat');
		expect(subjects(passed, 'G6')).toEqual(['sam', 'mia']);
	});

	it('is silent about the first loggist, two at a time, a vacant role, and when it is closed', () => {
		expect(
			[
				staffed,
				staffed.and('assign secretariat @ana'),
				staffed.and('relieve secretariat'),
				changed.and('close because done'),
			].flatMap(one => one.asks('G6')),
		).toEqual([]);
	});

	it('asks anew of somebody who takes the log up again', () => {
		const again = changed.and('signoff @sam', 'signon @mia', 'assign secretariat @sam', 'relieve secretariat @mia');
		expect(subjects(again, 'G6')).toEqual(['mia', 'sam']);
		const gone = again.and('signoff @mia', 'assign secretariat @ana', 'relieve secretariat @sam', 'signon @ana');
		expect(subjects(gone, 'G6')).toEqual(['sam']);
	});

	it('asks no sign-on of somebody who kept the log before the one who left came', () => {
		const helped = staffed.and('assign secretariat @"Mia Berg"', 'relieve secretariat @mia');
		expect(subjects(helped, 'G6')).toEqual(['mia']);
	});
});
