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

	it('asks what came of it when the testing action is done, while the suspicion stands', () => {
		const tested = suspected.and('action read the proxy log @chen tests:F2', 'done A1 it was read');
		expect(tested.asks('T4')).toMatchObject([
			{
				severity: 'advise',
				subject: 'F2',
				text: 'A1 is done: is F2 confirmed or refuted, the supplier token was reused?',
				offers: [{line: 'confirm F2 '}, {line: 'refute F2 because '}, {line: 'action test F2 tests:F2 @'}],
			},
		]);
		const quiet = ['confirm F2', 'refute F2', 'action read the other log @ana tests:F2'];
		expect(quiet.flatMap(line => tested.and(line).asks('T4'))).toEqual([]);
	});

	it('does not choose whether it is confirmed or refuted', () => {
		const tested = suspected.and('action read it @chen tests:F2', 'done A1 read');
		expect(tested.when('answer T4 do')).toMatchObject(refused('not said', 'do confirm F2'));
		expect(tested.and('answer T4 do refute F2 because it had expired').asks('T4')).toEqual([]);
	});

	it('is asked anew when what was put untested has been tested', () => {
		const put = suspected.and('answer T4 put', 'decide leave it rule:T4 because it is old');
		expect(put.asks('T4')).toEqual([]);
		expect(put.and('action read it @chen tests:F2', 'done A1 read').asks('T4')).toHaveLength(1);
	});

	it('is silent while one action still tests it, whatever others did', () => {
		const both = ['action x @chen tests:F2', 'action y @ana tests:F2'];
		expect(suspected.and(...both, 'done A1').asks('T4')).toEqual([]);
		expect(suspected.and(...both, 'done A2').asks('T4')).toEqual([]);
		expect(suspected.and(...both, 'done A1', 'cancel A2').asks('T4')).toMatchObject([
			{text: expect.stringContaining('A1 is done')},
		]);
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

describe('S6: two causes are two incidents', () => {
	const one = staffed.and('hypothesis an insider', 'hypothesis a supplier', 'settle H1 confirmed');
	const two = one.and('settle H2 confirmed');

	it('advises when a second cause is confirmed', () => {
		expect(one.asks('S6')).toEqual([]);
		expect(two.asks('S6')).toMatchObject([
			{
				severity: 'advise',
				subject: '',
				text: 'Two distinct causes are confirmed (H1, H2): open a second incident file, keep one Incident Manager above both?',
				answers: ['put'],
			},
		]);
	});

	it('is silent when one of them is eliminated after all, and when the team no longer stands', () => {
		const quiet = [two.and('settle H1 eliminated'), two.and('phase cold'), two.and('close')];
		expect(quiet.flatMap(story => story.asks('S6'))).toEqual([]);
		expect(two.and('phase warm').asks('S6')).toHaveLength(1);
	});

	it('is asked anew of a third', () => {
		const decided = two.and('answer S6 put', 'decide one file rule:S6 because one team works on both');
		expect(decided.asks('S6')).toEqual([]);
		expect(decided.and('hypothesis a storm', 'settle H3 confirmed').asks('S6')).toMatchObject([
			{text: expect.stringMatching(/^3 distinct causes are confirmed \(H1, H2, H3\)/u)},
		]);
	});
});
