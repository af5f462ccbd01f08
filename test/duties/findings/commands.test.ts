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
		expect(declared.and(`[10:10 @ana] ${verb} host 17 sends data out at 10:05`).board.findings.findings).toMatchObject([
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
		expect(confirmed.board.findings.findings).toMatchObject([
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
		expect(wrong.board.findings.findings).toMatchObject([
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

describe('hypothesis', () => {
	it('records an explanation to be tested, under the next ref', () => {
		expect(three.when('hypothesis an insider took the keys')).toEqual([
			{kind: 'hypothesis-raised', ref: 'H1', text: 'an insider took the keys'},
		]);
		expect(three.and('hypothesis x').when('hypothesis y')).toMatchObject([{ref: 'H2'}]);
		expect(three.when('hypothesis')).toMatchObject(refused('lacks its text', 'hypothesis an insider'));
	});
});

/** H1 with F2 against it. */
const weighed = three.and('hypothesis an insider took the keys', '[10:20 @chen] weigh H1 F2 i because of the address');

describe('weigh', () => {
	it.each([
		['consistent', 'consistent'],
		['c', 'consistent'],
		['INCONSISTENT', 'inconsistent'],
		['i', 'inconsistent'],
		['na', 'na'],
		['n/a', 'na'],
	])('marks a finding against a hypothesis: %s', (typed, consistency) => {
		expect(weighed.when(`weigh H1 F1 ${typed}`)).toEqual([
			{kind: 'hypothesis-weighed', ref: 'H1', finding: 'F1', consistency},
		]);
	});

	it('keeps who said so and why, and only the newest mark of a finding', () => {
		const [hypothesis] = weighed.board.findings.hypotheses;
		expect(hypothesis?.marks).toEqual([
			{finding: 'F2', consistency: 'inconsistent', reason: 'of the address', at: at('10:20'), by: 'chen'},
		]);
		expect(weighed.and('weigh H1 F2 na').board.findings.hypotheses[0]?.marks).toMatchObject([{consistency: 'na'}]);
		expect(weighed.when('weigh H1 F2 na')).toMatchObject([{was: 'inconsistent'}]);
	});

	it('refuses the same mark twice, but not a reason for it', () => {
		expect(weighed.when('weigh H1 F2 i')).toMatchObject(refused('marked so for H1 already', 'because'));
		expect(weighed.when('weigh H1 F2 i because it is foreign')).toMatchObject([{reason: 'it is foreign'}]);
	});

	it('refuses what is no evidence, what was never recorded, and a word that is no mark', () => {
		expect(weighed.and('refute F1').when('weigh H1 F1 c')).toMatchObject(refused('F1 is refuted', 'know …'));
		expect(weighed.when('weigh H1 F9 c')).toMatchObject(refused('no finding F9', 'newest is F3'));
		expect(weighed.when('weigh H9 F1 c')).toMatchObject(refused('no hypothesis H9', 'newest is H1'));
		expect(weighed.when('weigh H1 F1 perhaps')).toMatchObject(refused('perhaps is not one of', 'Choose one'));
		expect(weighed.and('strike 3 because hearsay').when('weigh H1 F2 c')).toMatchObject(
			refused('There is no finding F2 now', 'struck'),
		);
		expect(weighed.and('strike 5 because not said').when('weigh H1 F1 c')).toMatchObject(
			refused('There is no hypothesis H1 now', 'struck'),
		);
	});
});

describe('settle', () => {
	it('confirms or eliminates a hypothesis, also after closing', () => {
		const settled = weighed.and('[10:30 @chen] settle H1 eliminated because two findings speak against it');
		expect(settled.board.findings.hypotheses).toMatchObject([
			{
				status: 'eliminated',
				settledAt: at('10:30'),
				settledBy: 'chen',
				reason: 'two findings speak against it',
			},
		]);
		expect(weighed.and('close').when('settle H1 confirmed')).toEqual([
			{kind: 'hypothesis-settled', ref: 'H1', verdict: 'confirmed', was: 'open'},
		]);
	});

	it('may change the verdict, and refuses the same one', () => {
		const eliminated = weighed.and('settle H1 eliminated');
		expect(eliminated.when('settle H1 eliminated')).toMatchObject(refused('H1 is eliminated already', 'note'));
		expect(eliminated.when('settle H1 confirmed')).toMatchObject([{was: 'eliminated'}]);
	});

	it('refuses what was never recorded, and a verdict that is neither', () => {
		expect(three.when('settle H1 confirmed')).toMatchObject(refused('no hypothesis H1', 'No hypothesis has been'));
		expect(weighed.when('settle H1 open')).toMatchObject(refused('open is not one of confirmed', 'Choose one'));
	});
});

describe('how each kind reads on the timeline', () => {
	it.each([
		['hypothesis the supplier did it', 'H2 hypothesis: the supplier did it'],
		['weigh H1 F1 c because he knew it', 'F1 is consistent with H1, because he knew it'],
		['weigh H1 F2 na', 'F2 does not apply to H1, was marked inconsistent'],
		['weigh H1 F2 i because it is foreign', 'F2 is inconsistent with H1, because it is foreign'],
		['settle H1 confirmed', 'H1 confirmed'],
	])('%s', (line, text) => {
		expect(weighed.and(line).told()).toBe(text);
	});

	it('says what the verdict was before', () => {
		expect(weighed.and('settle H1 confirmed', 'settle H1 eliminated because he was away').told()).toBe(
			'H1 eliminated, was confirmed, because he was away',
		);
	});

	it.each([
		['know host 18 too', 'F4 known: host 18 too'],
		['confirm F1 it was used twice', 'F1 confirmed, was suspected: it was used twice'],
		['confirm F3', 'F3 confirmed, was unknown'],
		['refute F1 it had expired because of its age', 'F1 refuted, was suspected: it had expired, because of its age'],
	])('%s', (line, text) => {
		expect(three.and(line).told()).toBe(text);
	});
});
