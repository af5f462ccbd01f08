import {describe, expect, it} from 'vitest';
import {declared, refused, staffed} from '../../support/spec.ts';

const suspected = staffed.and('suspect the supplier token was reused');

describe('T4: known, unknown and suspected are sorted, and suspicions are tested', () => {
	it('advises to sort while hot and nothing is on record', () => {
		expect(declared.asks('T4')).toMatchObject([{severity: 'advise', subject: '', offers: {length: 3}}]);
	});

	it('is silent when anything is known or unknown', () => {
		expect([staffed, declared.and('unknown who did it')].flatMap(one => one.asks('T4'))).toEqual([]);
	});

	it('asks who tests each suspicion', () => {
		expect(suspected.and('suspect a second host').asks('T4')).toMatchObject([
			{subject: 'F2', text: 'Who confirms or refutes F2, the supplier token was reused?'},
			{subject: 'F3'},
		]);
	});

	it('is silent when an action tests it, and when it is settled', () => {
		const quiet = ['action read the proxy log @chen tests:F2', 'confirm F2', 'refute F2'];
		expect(quiet.flatMap(line => suspected.and(line).asks('T4'))).toEqual([]);
	});

	it('asks again when that action is withdrawn or struck', () => {
		const tested = suspected.and('action read the proxy log @chen tests:F2');
		expect(tested.and('cancel A1').asks('T4')).toHaveLength(1);
		expect(tested.and(`strike ${tested.entries.length} because wrong`).asks('T4')).toHaveLength(1);
	});

	it('is silent when it is no longer hot', () => {
		expect([declared, suspected].flatMap(one => one.and('phase warm').asks('T4'))).toEqual([]);
	});

	it('is met there and then, of the suspicion that is meant', () => {
		expect(declared.when('answer T4 do')).toMatchObject(refused('not said', 'answer T4 do know'));
		expect(declared.and('answer T4 do unknown who did it').asks('T4')).toEqual([]);
		const two = suspected.and('suspect a second host');
		expect(two.when('answer T4 put')).toMatchObject(refused('T4 asks about F2, F3', 'answer T4 F2'));
		expect(two.and('answer T4 f3 do action look at it @chen tests:F3').asks('T4')).toMatchObject([{subject: 'F2'}]);
	});
});
