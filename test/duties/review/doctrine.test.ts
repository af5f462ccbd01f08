import {describe, expect, it} from 'vitest';
import {consult} from '../../../source/consult.ts';
import {documents} from '../../../source/duties/review/events.ts';
import {profileNamed} from '../../../source/profiles/index.ts';
import {later} from '../../../source/time.ts';
import {at, declared, experts, full, nothing, staffed, storyOf, type Story} from '../../support/spec.ts';

const warm = staffed.and('[10:30] phase warm');
const cold = staffed.and('[10:30] phase cold');
const closed = staffed.and('[10:30] close');
const falseAlarm = staffed.and('[10:01] told supplier by phone', '[10:30] close outcome:false-alarm');

/** What a rule asks at any moment, also of another day. */
const asksOn = ({board}: Story, rule: string, moment: string) =>
	consult(board, moment, profileNamed('moj')).filter(one => one.rule === rule);

const subjects = (story: Story, rule: string) => story.asks(rule).map(one => one.subject);

/** Contained, and an action given at that time. */
const givenAt = (clock: string) =>
	staffed.and('contained', '[10:30] phase warm', `[10:40] action x @chen by 12:00 at ${clock}`);

/** Others heard of the incident in the course of it. */
const told = staffed.and('[10:01] told supplier by phone', '[10:02] update customers we look into it');

/** The return to normal was recommended at 10:10, the supplier told at that time. */
const recoveredAndTold = (clock: string) =>
	told.and('[10:10] bau', `[10:40] told supplier it is over at ${clock}`, 'phase cold');

/** What P5 asks when the review was arranged so, after it went cold. */
const arranged = (line: string) => cold.and(line).asks('P5');

/** A follow-up that was set in the warm phase. */
const set = (line: string) => warm.and(line);

describe('P1: hot ends contained, with its actions in hand', () => {
	it('warns where containment is not confirmed after hot', () => {
		for (const story of [warm, cold, closed]) {
			expect(story.asks('P1')).toMatchObject([
				{severity: 'warn', subject: 'containment', offers: [{line: 'contained'}]},
			]);
		}
	});

	it('is silent while it is hot, before anything happens, once it is contained, and after a false alarm', () => {
		const quiet = [nothing, staffed, warm.and('contained'), staffed.and('contained', 'phase warm'), falseAlarm];
		expect(quiet.flatMap(one => one.asks('P1'))).toEqual([]);
	});

	it('asks again when it was hot again', () => {
		const again = warm.and('contained', 'phase hot', 'phase warm');
		expect(subjects(again, 'P1')).toEqual(['containment']);
	});

	const acted = full.and('contained', '[10:20] action find the keys @chen by 12:00', '[10:30] phase warm');

	it('names the actions that were given while hot and are open', () => {
		expect(acted.asks('P1')).toMatchObject([
			{severity: 'warn', subject: 'actions', text: expect.stringContaining('A1, A2.')},
		]);
		expect(full.and('contained', '[10:30] close').asks('P1')).toMatchObject([
			{subject: 'actions', offers: [{line: 'done A1 '}, {line: 'extend A1 by '}]},
		]);
	});

	it('counts what was given before the end of hot, not a millisecond after it', () => {
		expect(subjects(givenAt('10:30'), 'P1')).toEqual(['actions']);
		expect(subjects(givenAt('10:30:01'), 'P1')).toEqual([]);
	});

	it('is silent about an action that is done, cancelled, or carried over with a new time or owner', () => {
		expect(acted.and('done A1 result:success', 'cancel A2').asks('P1')).toEqual([]);
		expect(acted.and('extend A1 by 18:00', 'reassign A2 @ana').asks('P1')).toEqual([]);
		expect(full.and('contained', 'extend A1 by 18:00', '[10:30] phase warm').asks('P1')).toHaveLength(1);
	});

	it('is asked about the actions again when they are open after another hot phase', () => {
		const again = acted.and(
			'extend A1 by 18:00',
			'reassign A2 @ana',
			'[10:40] phase hot',
			'contained',
			'[10:50] phase warm',
		);
		expect(subjects(again, 'P1')).toEqual(['actions']);
	});
});

describe('P2: recovery is confirmed', () => {
	it('warns of each that is missing, after hot', () => {
		for (const story of [warm, cold, closed]) {
			expect(story.asks('P2').map(one => `${one.severity} ${one.subject}`)).toEqual(['warn clean', 'warn bau']);
		}
	});

	it('offers the experts, also those who were released', () => {
		const [asked] = closed.and('release @chen').asks('P2');
		expect(asked?.offers.map(one => one.line)).toEqual(['clean @chen', 'clean @ana']);
		expect(
			declared
				.and('phase warm')
				.asks('P2')[0]
				?.offers.map(one => one.line),
		).toEqual(['clean @']);
	});

	it('is silent once each is on record, while it is hot, and after a false alarm', () => {
		expect(subjects(warm.and('clean @ana'), 'P2')).toEqual(['bau']);
		expect(subjects(warm.and('bau'), 'P2')).toEqual(['clean']);
		expect([warm.and('clean @ana', 'bau'), staffed, nothing, falseAlarm].flatMap(one => one.asks('P2'))).toEqual([]);
	});

	it('asks again when it was hot again', () => {
		expect(subjects(warm.and('clean @ana', 'bau', 'phase hot', 'phase warm'), 'P2')).toEqual(['clean', 'bau']);
	});
});

describe('P3: nobody waits for an answer at the close', () => {
	it('warns about everybody who was told of the incident and not of its end', () => {
		for (const story of [told.and('[10:30] phase cold'), told.and('[10:30] close')]) {
			expect(story.asks('P3').map(one => `${one.severity} ${one.subject}`)).toEqual([
				'warn customers',
				'warn supplier',
			]);
		}
	});

	it('counts from the recommended return to normal, to the millisecond', () => {
		expect(subjects(recoveredAndTold('10:09:59'), 'P3')).toEqual(['customers', 'supplier']);
		expect(subjects(recoveredAndTold('10:10'), 'P3')).toEqual(['customers']);
	});

	it('counts from the end of the work where no return was recommended', () => {
		const over = told.and('[10:20] told supplier all is well', '[10:30] phase cold');
		expect(subjects(over, 'P3')).toEqual(['customers', 'supplier']);
		expect(over.and('[10:40] told supplier it is over', 'update customers it is over').asks('P3')).toEqual([]);
	});

	it('takes a message that was sent as told', () => {
		const sent = told.and('[10:30] phase cold', 'message it is over audience:customers', 'agree M1', 'send M1');
		expect(subjects(sent, 'P3')).toEqual(['supplier']);
	});

	it('leaves the team out, who are told on the call', () => {
		expect(staffed.and('update team all is well', '[10:30] phase cold').asks('P3')).toEqual([]);
	});

	it('asks for an audience that is to be updated and never was', () => {
		expect(subjects(staffed.and('audience customers every:30m', '[10:30] phase cold'), 'P3')).toEqual(['customers']);
	});

	it('warns about every clock that is neither met nor waived', () => {
		const clocks = staffed.and('clock gdpr since 10:00', 'clock pecr', '[10:30] phase cold');
		expect(clocks.asks('P3').map(one => one.subject)).toEqual(['C1', 'C2']);
		expect(clocks.and('notify C1 by web form', 'waive C2 @priya because no telecoms').asks('P3')).toEqual([]);
	});

	it('is silent before the end, where nobody was told, where it is not needed, and after a false alarm', () => {
		const quiet = [nothing, told, told.and('phase warm'), cold, closed, falseAlarm];
		expect(quiet.flatMap(one => one.asks('P3'))).toEqual([]);
		const over = told.and('[10:30] phase cold', 'answer P3 supplier na because they only asked');
		expect(subjects(over, 'P3')).toEqual(['customers']);
	});
});

describe('P4: the review is arranged', () => {
	it('warns when it is cold or closed and no review is arranged', () => {
		expect(cold.asks('P4')).toMatchObject([{severity: 'warn', subject: ''}]);
		expect(closed.asks('P4')).toHaveLength(1);
	});

	it('is silent before that, once it is arranged or held, and when it was decided to do without', () => {
		const quiet = [
			nothing,
			staffed,
			warm,
			cold.and('arrange'),
			closed.and('held'),
			closed.and('answer P4 override because nothing is to be learnt'),
		];
		expect(quiet.flatMap(one => one.asks('P4'))).toEqual([]);
	});
});

describe('P5: the review has a near date and one owner', () => {
	// Tuesday 2 June 2026: five business days end on Tuesday the 9th, three calendar days on Friday the 5th.

	it('is silent about one owner and a date within five business days, and not a millisecond later', () => {
		expect(arranged('arrange @priya by 2026-06-09 23:59')).toEqual([]);
		expect(arranged('arrange @priya by 2026-06-10 00:00')).toMatchObject([
			{severity: 'advise', subject: '', text: expect.stringContaining('is later than 9 Jun 2026')},
		]);
	});

	it('takes the last millisecond of that day, and counts from cold though it was closed days later', () => {
		const {board, now} = cold.and('arrange @priya by 2026-06-09 23:59');
		const asksWith = (when: string, closedAt?: string) =>
			storyOf(
				{
					...board,
					declaration: {...board.declaration, closedAt},
					review: {...board.review, arranged: {owner: 'priya', at: when, saidAt: now, entry: 9}},
				},
				now,
			).asks('P5');
		const limit = '2026-06-09T23:59:59.999Z';
		expect(asksWith(limit)).toEqual([]);
		expect(asksWith(later(limit, 1))).toHaveLength(1);
		expect(asksWith(later(limit, 1), '2026-06-05T10:00:00.000Z')).toHaveLength(1);
	});

	it('gives three calendar days where the severity is S1', () => {
		const severe = staffed.and('severity S1', '[10:30] phase cold');
		expect(severe.and('arrange @priya by 2026-06-05 23:59').asks('P5')).toEqual([]);
		expect(severe.and('arrange @priya by 2026-06-06 00:00').asks('P5')).toHaveLength(1);
	});

	it('counts from cold though it was closed later, and from the close where it never went cold', () => {
		const line = 'arrange @priya by 2026-06-10 00:00';
		expect(cold.and('[11:00] close', line).asks('P5')).toHaveLength(1);
		expect(closed.and(line).asks('P5')).toHaveLength(1);
	});

	it('advises on an owner and a date that are missing', () => {
		expect(arranged('arrange by 18:00')).toMatchObject([
			{text: expect.stringContaining('has no owner'), offers: [{line: 'arrange @'}]},
		]);
		expect(arranged('arrange @priya')).toMatchObject([
			{text: expect.stringContaining('has no date'), offers: [{line: 'arrange by '}]},
		]);
		expect(arranged('arrange')).toMatchObject([{text: expect.stringContaining('has no owner and has no date')}]);
	});

	it('asks for the date when the days are over and none was arranged, not a millisecond before', () => {
		const over = '2026-06-09T23:59:59.999Z';
		expect(asksOn(cold, 'P5', later(over, -1))).toEqual([]);
		expect(asksOn(cold, 'P5', over)).toMatchObject([{text: expect.stringContaining('by 9 Jun 2026')}]);
	});

	it('is silent where it was decided to do without a review, before the end, and once it was held', () => {
		const waived = cold.and('answer P4 override because nothing is to be learnt');
		expect(asksOn(waived, 'P5', '2026-07-01T00:00:00.000Z')).toEqual([]);
		expect(
			[nothing, staffed.and('arrange'), warm.and('arrange'), cold.and('arrange', 'held')].flatMap(one =>
				one.asks('P5'),
			),
		).toEqual([]);
	});
});

describe('P6: management has the report', () => {
	it('warns when it is cold or closed and management has none', () => {
		expect(cold.asks('P6')).toMatchObject([{severity: 'warn', text: expect.stringContaining('S2')}]);
		expect(staffed.and('severity S3', 'close').asks('P6')).toHaveLength(1);
	});

	it('is silent before that, for low impact, once it was given, and after a false alarm', () => {
		const quiet = [
			nothing,
			staffed,
			warm,
			staffed.and('severity S4', 'phase cold'),
			cold.and('managementreport'),
			falseAlarm,
		];
		expect(quiet.flatMap(one => one.asks('P6'))).toEqual([]);
	});
});

describe('P7: the documents are captured', () => {
	const captures = documents.map(one => `capture ${one}`);

	it('lists what is missing, and offers it', () => {
		const [asked] = cold.and('capture log').asks('P7');
		expect(asked).toMatchObject({
			severity: 'advise',
			text: 'Not captured yet: decisions, actions, messages, evidence, report, chat, calls.',
		});
		expect(asked?.offers.map(one => one.line)).toEqual(captures.slice(1));
		expect(closed.asks('P7')).toHaveLength(1);
	});

	it('is silent before the end, and when all is captured', () => {
		expect([nothing, staffed, warm, cold.and(...captures)].flatMap(one => one.asks('P7'))).toEqual([]);
	});
});

describe('P8: follow-ups have an owner, a date and an end', () => {
	it('advises on a follow-up without owner, without date, without both', () => {
		expect(set('followup rotate the keys by 18:00').asks('P8')).toMatchObject([
			{severity: 'advise', subject: 'U1', text: 'U1 has no owner: rotate the keys', offers: [{line: 'amend U1 @'}]},
		]);
		expect(set('followup rotate the keys @ana').asks('P8')).toMatchObject([{text: 'U1 has no date: rotate the keys'}]);
		expect(set('followup rotate the keys').asks('P8')).toMatchObject([
			{text: 'U1 has no owner and no date: rotate the keys'},
		]);
	});

	it('asks about one whose day has come, not a millisecond before, and after the close too', () => {
		for (const story of [
			set('followup rotate the keys @ana by 12:00'),
			warm.and('followup x @ana by 12:00', 'close'),
		]) {
			expect(story.asks('P8', '11:59:59.999')).toEqual([]);
			expect(story.asks('P8', '12:00')).toMatchObject([
				{subject: 'U1', text: 'U1 was due 2 Jun 2026 12:00 UTC (Ana Reis): done, or a new date?'},
			]);
		}
	});

	it('asks when none was looked at for thirty days, not a millisecond before', () => {
		const waiting = warm.and('followup x @ana by 2026-12-01', 'followup y @ana by 2026-12-01', '[11:00] amend U1 @tom');
		const month = later(at('11:00'), 30 * 24 * 60 * 60_000);
		expect(asksOn(waiting, 'P8', later(month, -1))).toEqual([]);
		expect(asksOn(waiting, 'P8', month)).toMatchObject([
			{subject: '', text: 'Open follow-ups were last looked at on 2 Jun 2026: how does each stand?'},
		]);
		expect(asksOn(waiting.and('followed U1', 'followed U2'), 'P8', later(month, 1))).toEqual([]);
	});

	it('is silent while it is hot, and once it is done', () => {
		expect(
			[staffed.and('followup x'), warm, nothing, set('followup x').and('followed U1')].flatMap(one => one.asks('P8')),
		).toEqual([]);
		expect(staffed.and('followup x', 'close').asks('P8')).toHaveLength(1);
	});
});

describe('P9: people are thanked', () => {
	it('says so at the end', () => {
		expect([cold, closed].flatMap(one => one.asks('P9')).map(one => one.severity)).toEqual(['info', 'info']);
	});

	it('is silent before, and once they were', () => {
		expect([nothing, staffed, warm, cold.and('thank everybody')].flatMap(one => one.asks('P9'))).toEqual([]);
	});
});

describe('P10: people are released', () => {
	it('names who is still there at the end', () => {
		expect(cold.asks('P10')).toMatchObject([
			{
				severity: 'advise',
				subject: '',
				text: expect.stringContaining('Priya Shah, Tom Achebe, Sam Ó Briain, Chen Wei and 1 more'),
			},
		]);
		expect(staffed.and(...experts(8), 'close').asks('P10')).toHaveLength(1);
	});

	it('is silent before, where nobody came, and when all are released', () => {
		const gone = closed.and(...['priya', 'tom', 'sam', 'chen', 'ana'].map(one => `release @${one}`));
		expect([nothing, staffed, warm, declared.and('close'), gone].flatMap(one => one.asks('P10'))).toEqual([]);
	});
});

describe('P11: a false alarm is called off', () => {
	it('names who had reports of it', () => {
		expect(falseAlarm.asks('P11')).toMatchObject([
			{severity: 'advise', subject: '', text: expect.stringContaining('supplier'), offers: [{line: 'told supplier '}]},
		]);
	});

	it('goes on until each was told, by whatever means', () => {
		const two = staffed.and('update customers we look', 'told supplier by phone', '[10:30] close outcome:false-alarm');
		expect(two.and('told supplier it was nothing').asks('P11')).toMatchObject([{offers: [{line: 'told customers '}]}]);
		expect(two.and('told supplier it was nothing', 'update customers it was nothing').asks('P11')).toEqual([]);
	});

	it('is silent about an incident that was none of that, and where nobody was told', () => {
		const quiet = [
			nothing,
			staffed.and('told supplier by phone', '[10:30] close outcome:resolved'),
			staffed.and('audience customers every:30m', 'close outcome:false-alarm'),
			falseAlarm.and('reopen because it was none'),
		];
		expect(quiet.flatMap(one => one.asks('P11'))).toEqual([]);
	});
});

describe('T6: a false alarm says why', () => {
	it('advises where no reason was given', () => {
		expect(falseAlarm.asks('T6')).toMatchObject([{severity: 'advise', subject: '', offers: [{line: 'note '}]}]);
		expect(staffed.and('note we wonder', 'close outcome:false-alarm').asks('T6')).toHaveLength(1);
	});

	it('is silent where the reason was given at the close or noted after it, and elsewhere', () => {
		const quiet = [
			nothing,
			closed,
			staffed.and('close outcome:false-alarm because it was a scan of our own'),
			falseAlarm.and('note it was a scan of our own'),
			falseAlarm.and('reopen because it was none'),
		];
		expect(quiet.flatMap(one => one.asks('T6'))).toEqual([]);
	});

	it('asks again after another close', () => {
		const again = falseAlarm.and('note x', 'reopen because y', '[11:00] close outcome:false-alarm');
		expect(again.asks('T6')).toHaveLength(1);
	});
});
