import {describe, expect, it} from 'vitest';
import {declared, given, staffed} from '../../support/spec.ts';

const reported = given('declare Odd mail from the supplier severity:S3 phase:pre-incident');

describe('T1: what may be an incident is declared in time', () => {
	it('speaks an hour after the report, not a millisecond before', () => {
		expect(reported.asks('T1', '10:59:59.999')).toEqual([]);
		expect(reported.asks('T1', '11:00')).toMatchObject([
			{severity: 'warn', subject: '', text: 'Declare it an incident: unsolved for 60 min?'},
		]);
	});

	it('speaks at once when a second team is at work or users see it', () => {
		expect(reported.and('split alpha @"Mia Berg"').asks('T1')).toMatchObject([{text: /second team/u}]);
		expect(reported.and('flag visible').asks('T1')).toMatchObject([{text: /users see it/u}]);
	});

	it('is asked anew when a further reason is there', () => {
		const answered = reported.and('[11:00] answer T1 na because it is a test mail');
		expect(answered.asks('T1', '12:00')).toEqual([]);
		expect(answered.and('flag visible').asks('T1')).toHaveLength(1);
	});

	it('is silent in an incident, and when the flag is taken back', () => {
		expect(reported.and('flag visible', 'unflag visible').asks('T1')).toEqual([]);
		expect(reported.and('phase hot').asks('T1', '12:00')).toEqual([]);
		expect(declared.asks('T1', '12:00')).toEqual([]);
		expect(reported.and('close').asks('T1', '12:00')).toEqual([]);
	});
});

describe('T2: the triage record is complete', () => {
	it('names what is missing, and is silent when nothing is', () => {
		expect(declared.asks('T2')).toMatchObject([
			{severity: 'warn', text: 'The triage record lacks: source, category, working hypothesis.'},
		]);
		const half = declared.and('triage source:alert category:"data leak"');
		expect(half.asks('T2')).toMatchObject([{text: 'The triage record lacks: working hypothesis.'}]);
		expect(half.and('triage the token was reused').asks('T2')).toEqual([]);
	});

	it('is silent before and after hot', () => {
		expect(reported.asks('T2')).toEqual([]);
		expect(declared.and('phase warm').asks('T2')).toEqual([]);
	});
});

describe('T3: in doubt the higher severity is taken', () => {
	it('speaks of the higher of the two that were proposed', () => {
		expect(staffed.and('unsure or:S1').asks('T3')).toMatchObject([
			{severity: 'advise', text: 'The severity is unsure, S2 or S1: take the higher, S1, and review it later.'},
		]);
		expect(staffed.and('unsure or:S4').asks('T3')).toMatchObject([{offers: [{line: 'severity S2'}]}]);
	});

	it('speaks of the one above where nothing was proposed', () => {
		expect(staffed.and('unsure').asks('T3')).toMatchObject([{offers: [{line: 'severity S1'}]}]);
	});

	it('is silent once a severity was taken, the same one too', () => {
		expect(staffed.asks('T3')).toEqual([]);
		expect(staffed.and('unsure', 'severity S2').asks('T3')).toEqual([]);
		expect(staffed.and('unsure or:S1', 'severity S1').asks('T3')).toEqual([]);
	});
});
