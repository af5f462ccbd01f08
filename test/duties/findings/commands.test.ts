import {describe, expect, it} from 'vitest';
import {at, declared, refused} from '../../support/spec.ts';

/** F1 suspected, F2 known, F3 unknown. */
const three = declared.and(
	'[10:10 @ana] suspect the supplier token was reused',
	'know host 17 sends data out',
	'unknown how many customers are affected',
);

describe.each([
	['know', 'known'],
	['suspect', 'suspected'],
	['unknown', 'unknown'],
])('%s', (verb, certainty) => {
	it(`records what is ${certainty}, under the next ref`, () => {
		expect(declared.when(`${verb} host 17 sends data out`)).toEqual([
			{kind: 'finding-recorded', ref: 'F1', certainty, text: 'host 17 sends data out'},
		]);
		expect(three.when(`${verb} something else`)).toMatchObject([{ref: 'F4'}]);
	});

	it('keeps who said it and when it happened', () => {
		expect(declared.and(`[10:10 @ana] ${verb} host 17 sends data out at 10:05`).board.findings).toMatchObject([
			{by: 'ana', recordedAt: at('10:05'), since: at('10:05'), settledBy: undefined},
		]);
	});

	it('refuses to record nothing', () => {
		expect(declared.when(verb)).toMatchObject(refused('lacks its text', `For example: ${verb}`));
	});

	it('leaves reasons, people and keys in the sentence', () => {
		expect(declared.when(`${verb} @ana saw tests:F1 because it was open`)).toMatchObject([
			{text: '@ana saw tests:F1 because it was open'},
		]);
	});
});

describe('confirm', () => {
	it('turns a suspicion or an open question into knowledge', () => {
		const confirmed = three.and('[10:20 @chen] confirm F1 it was used twice', 'confirm F3');
		expect(confirmed.board.findings).toMatchObject([
			{certainty: 'known', since: at('10:20'), settledBy: 'chen', remark: 'it was used twice'},
			{certainty: 'known'},
			{certainty: 'known', remark: undefined},
		]);
	});

	it('refuses what is known already, and what is refuted', () => {
		expect(three.when('confirm F2')).toMatchObject(refused('F2 is known already', 'refute F2 because'));
		expect(three.and('refute F1').when('confirm F1')).toMatchObject(refused('F1 is refuted already', 'know …'));
	});

	it('refuses what was never recorded, and what was struck', () => {
		expect(three.when('confirm F9')).toMatchObject(refused('There is no finding F9', 'The newest is F3'));
		expect(three.and('strike 2 because it was hearsay').when('confirm F1')).toMatchObject(
			refused('There is no finding F1 now', 'may have been struck'),
		);
	});
});

describe('refute', () => {
	it('says that it has proved wrong, and why', () => {
		const wrong = three.and('[10:20 @chen] refute F1 because the token had expired');
		expect(wrong.board.findings).toMatchObject([
			{certainty: 'refuted', since: at('10:20'), settledBy: 'chen', remark: 'the token had expired'},
			{},
			{},
		]);
	});

	it('may take back what was known', () => {
		expect(three.when('refute F2 the host was 18')).toEqual([
			{kind: 'finding-refuted', ref: 'F2', was: 'known', text: 'the host was 18'},
		]);
	});

	it('refuses what is refuted already', () => {
		expect(three.and('refute F1').when('refute F1')).toMatchObject(refused('refuted already', 'finding of its own'));
		expect(three.when('refute A1')).toMatchObject(refused('A1 is not a finding', 'F1'));
	});
});

describe('how each kind reads on the timeline', () => {
	it.each([
		['know host 18 too', 'F4 known: host 18 too'],
		['confirm F1 it was used twice', 'F1 confirmed, was suspected: it was used twice'],
		['confirm F3', 'F3 confirmed, was unknown'],
		['refute F1 it had expired because of its age', 'F1 refuted, was suspected: it had expired, because of its age'],
	])('%s', (line, text) => {
		expect(three.and(line).told()).toBe(text);
	});
});
