import {describe, expect, it} from 'vitest';
import {rhythmRules} from '../../../source/duties/rhythm/doctrine.ts';
import {profileNamed} from '../../../source/profiles/index.ts';
import {createWatch} from '../../../source/watch.ts';
import {at, declared, given, nothing, refused, staffed} from '../../support/spec.ts';

describe('R10: roles are announced on every call', () => {
	const called = staffed.and('[10:10] call');

	it('advises while a call runs on which nobody has said so', () => {
		expect(called.asks('R10')).toMatchObject([
			{severity: 'advise', subject: '', text: expect.stringContaining('Announce on this call')},
		]);
	});

	it('is silent without a call, after the announcement, and when the call or the incident is over', () => {
		const quiet = [
			staffed,
			called.and('[10:11] announce'),
			called.and('announce'),
			called.and('[10:20] endcall'),
			called.and('close'),
		];
		expect(quiet.flatMap(one => one.asks('R10'))).toEqual([]);
	});

	it('does not count what was announced before the call, or on another one', () => {
		expect(staffed.and('[10:09] announce', '[10:10] call').asks('R10')).toHaveLength(1);
		expect(staffed.and('[10:10] announce', 'call').asks('R10')).toHaveLength(1);
		expect(called.and('announce', '[10:20] endcall', '[10:30] call').asks('R10')).toHaveLength(1);
	});

	it('is met by the announcement, or does not apply to this call only', () => {
		expect(called.and('answer R10 do').board.rhythm.announcements).toMatchObject([{im: 'priya'}]);
		const waived = called.and('answer R10 na because all three have just spoken');
		expect(waived.asks('R10')).toEqual([]);
		expect(waived.and('[10:20] endcall', '[10:30] call').asks('R10')).toHaveLength(1);
	});

	it('offers to appoint somebody where there is nobody to announce', () => {
		const alone = declared.and('call');
		expect(alone.asks('R10')[0]?.offers).toMatchObject([{line: 'assign im @'}]);
		expect(alone.when('answer R10 do')).toMatchObject(refused('not said', 'assign im @'));
	});
});

describe('E9: each heartbeat confirms severity and category', () => {
	const held = staffed.and('[10:10] heartbeat data left host 17');

	it('advises after a heartbeat without it', () => {
		expect(held.asks('E9')).toMatchObject([
			{severity: 'advise', subject: '', text: expect.stringContaining('severity S2 and kind security')},
		]);
	});

	it('is silent without a heartbeat, after a confirmation or a new severity, and when it no longer runs', () => {
		const quiet = [staffed, held.and('reconfirm'), held.and('severity S1'), held.and('phase cold'), held.and('close')];
		expect(quiet.flatMap(one => one.asks('E9'))).toEqual([]);
	});

	it('still asks while warm, and again after the next heartbeat', () => {
		expect(held.and('phase warm').asks('E9')).toHaveLength(1);
		expect(held.and('reconfirm', '[10:30] heartbeat it is contained').asks('E9')).toHaveLength(1);
	});

	it('asks again when the confirmation is struck', () => {
		const confirmed = held.and('reconfirm');
		expect(confirmed.and(`strike ${confirmed.entries.length} because nobody said so`).asks('E9')).toHaveLength(1);
	});

	it('is met there and then', () => {
		expect(held.and('answer E9 do').board.rhythm.confirmations).toMatchObject([{severity: 'S2'}]);
	});
});

describe('H1: the deputy calls the time', () => {
	it('tells at each mark, from the very moment', () => {
		expect(staffed.asks('H1', '10:09:59.999')).toEqual([]);
		expect(staffed.asks('H1', '10:10')).toMatchObject([
			{severity: 'info', subject: '', answers: [], text: expect.stringContaining('at the 10-minute mark')},
		]);
		expect(staffed.asks('H1', '10:19:59.999')).toMatchObject([{text: expect.stringContaining('10-minute')}]);
		expect(staffed.asks('H1', '10:20')).toMatchObject([{text: expect.stringContaining('20-minute')}]);
		expect(staffed.asks('H1', '11:30')).toMatchObject([{text: expect.stringContaining('at the 1h30 mark')}]);
	});

	it('is silent until the next mark when the severity was looked at since', () => {
		const looked = [staffed.and('[10:10] reconfirm'), staffed.and('[10:12] severity S1')];
		expect(looked.flatMap(one => one.asks('H1', '10:19:59.999'))).toEqual([]);
		expect(looked.flatMap(one => one.asks('H1', '10:20'))).toHaveLength(2);
		expect(staffed.and('[10:09:59.999] reconfirm').asks('H1', '10:10')).toHaveLength(1);
	});

	it('is silent when it is not hot', () => {
		const quiet = [staffed.and('phase warm'), staffed.and('phase pre-incident'), staffed.and('close'), nothing];
		expect(quiet.flatMap(one => one.asks('H1', '11:00'))).toEqual([]);
	});

	it('counts from when it became hot', () => {
		const again = staffed.and('[10:15] phase warm', '[10:35] phase hot');
		expect(again.asks('H1', '10:44:59.999')).toEqual([]);
		expect(again.asks('H1', '10:45')).toMatchObject([{text: expect.stringContaining('10-minute')}]);
	});

	it('counts anew from a reopening', () => {
		const reopened = staffed.and('[11:00] close', '[12:00] reopen because it leaks again');
		expect(reopened.asks('H1', '12:09:59.999')).toEqual([]);
		expect(reopened.asks('H1', '12:10')).toHaveLength(1);
	});

	it('takes no answer', () => {
		expect(staffed.when('[10:10] answer H1 na because I know')).toMatchObject(refused('only tells', 'by itself'));
	});

	it('calls no mark where a doctrine has none', () => {
		const moj = profileNamed('moj');
		const rule = rhythmRules.find(one => one.id === 'H1');
		const {watch} = createWatch(at('11:00'));
		expect(rule?.consult(staffed.board, watch, {...moj, minutes: {...moj.minutes, mark: 0}})).toEqual([]);
	});
});

describe('H7: a long incident is planned as one', () => {
	it('warns after three hours, not a millisecond before', () => {
		expect(staffed.asks('H7', '12:59:59.999')).toEqual([]);
		expect(staffed.asks('H7', '13:00')).toMatchObject([
			{severity: 'warn', subject: '', text: expect.stringContaining('Running since 10:00 UTC')},
		]);
	});

	it('goes on while warm, counted from when it was hot first', () => {
		const warm = staffed.and('[10:30] phase warm');
		expect(warm.asks('H7', '13:00')).toHaveLength(1);
		expect(warm.and('[11:00] phase hot').asks('H7', '13:00')).toHaveLength(1);
	});

	it('does not count the time before it was an incident, nor after it was over', () => {
		for (const phase of ['pre-incident', 'cold']) {
			const again = staffed.and(`[10:05] phase ${phase}`, '[11:00] phase hot');
			expect(again.asks('H7', '13:59:59.999')).toEqual([]);
			expect(again.asks('H7', '14:00')).toHaveLength(1);
		}
	});

	it('is silent when it no longer runs', () => {
		const quiet = [staffed.and('phase cold'), staffed.and('close'), nothing];
		expect(quiet.flatMap(one => one.asks('H7', '18:00'))).toEqual([]);
	});

	it('counts anew from a reopening', () => {
		const reopened = staffed.and('[11:00] close', '[12:00] reopen because it leaks again');
		expect(reopened.asks('H7', '14:59:59.999')).toEqual([]);
		expect(reopened.asks('H7', '15:00')).toHaveLength(1);
	});

	it('is settled by a decision of the Incident Manager', () => {
		const decided = staffed.and(
			'[13:00] answer H7 put',
			'decide two shifts, around the clock rule:H7 because it leaks',
		);
		expect(decided.asks('H7', '20:00')).toEqual([]);
	});
});

describe('H11: the next operational period has objectives', () => {
	const period = staffed.and('[10:10] period until 12:00', 'objective contain the leak');

	it('advises an hour before the period ends, not a millisecond before, and goes on after its end', () => {
		expect(period.asks('H11', '10:59:59.999')).toEqual([]);
		expect(period.asks('H11', '11:00')).toMatchObject([
			{severity: 'advise', subject: '', text: expect.stringContaining('period 1 is until 12:00 UTC')},
		]);
		expect(period.asks('H11', '12:30')).toHaveLength(1);
	});

	it('is silent without a period, and when it no longer runs', () => {
		const quiet = [staffed.and('objective contain the leak'), period.and('phase cold'), period.and('close')];
		expect(quiet.flatMap(one => one.asks('H11', '23:00'))).toEqual([]);
	});

	it('is met by an objective of the next period, or by starting it', () => {
		expect(period.and('[11:00] answer H11 do objective rebuild period:next').asks('H11', '11:30')).toEqual([]);
		expect(period.and('[11:00] answer H11 do period until 14:00').asks('H11', '12:30')).toEqual([]);
	});

	it('asks again for the period after that, whatever was answered before', () => {
		const waived = period.and('[11:00] answer H11 na because it ends with this shift', '[11:30] period until 14:00');
		expect(waived.asks('H11', '12:59:59.999')).toEqual([]);
		expect(waived.asks('H11', '13:00')).toMatchObject([{text: expect.stringContaining('period 2')}]);
	});
});

describe('an incident that is not hot from the start', () => {
	it('is counted from when it became hot', () => {
		const late = given('declare Odd mails', 'phase pre-incident').and('[10:30] note odd mails', '[10:40] phase hot');
		expect(late.asks('H1', '10:49:59.999')).toEqual([]);
		expect(late.asks('H1', '10:50')).toHaveLength(1);
	});
});
