import {describe, expect, it} from 'vitest';
import {waiting} from '../../../source/duties/decisions/state.ts';
import {at, declared, refused, staffed} from '../../support/spec.ts';

/** The recommendation is the newest entry. */
const recommended = staffed.and('[10:10 @chen] recommend take the payment hosts offline because keys are on them');
const number = recommended.entries.length;
const decided = recommended.and(`[10:12] decide payments offline on:${number} because card data leak`);

describe('recommend', () => {
	it('records what an expert proposes, which waits for an answer', () => {
		expect(waiting(recommended.board.decisions)).toEqual([
			{
				entry: number,
				text: 'take the payment hosts offline',
				reason: 'keys are on them',
				by: 'chen',
				at: at('10:10'),
				answeredBy: undefined,
			},
		]);
	});

	it('needs no reason', () => {
		expect(staffed.when('recommend wait')).toEqual([{kind: 'recommendation-made', text: 'wait'}]);
	});

	it('refuses to recommend nothing', () => {
		expect(staffed.when('recommend because it is late')).toMatchObject(refused('lacks its text', 'recommend take'));
	});
});

describe('decide', () => {
	it('records the decision as the Incident Manager’s, with the reason', () => {
		expect(staffed.when('decide payments offline because card data leak')).toEqual([
			{kind: 'decision-made', ref: 'D1', text: 'payments offline', reason: 'card data leak', decider: 'priya'},
		]);
	});

	it('is somebody else’s where they are named, and nobody’s where nobody commands', () => {
		expect(staffed.when('decide payments offline @tom')).toMatchObject([{decider: 'tom'}]);
		expect(declared.when('decide payments offline')).toEqual([
			{kind: 'decision-made', ref: 'D1', text: 'payments offline'},
		]);
	});

	it('answers a recommendation, which waits no longer', () => {
		expect(waiting(decided.board.decisions)).toEqual([]);
		expect(decided.board.decisions).toMatchObject({
			decisions: [{recommendation: number, at: at('10:12')}],
			recommendations: [{answeredBy: 'D1'}],
		});
	});

	it('refuses to answer an entry that recommends nothing', () => {
		expect(staffed.when('decide offline on:1')).toMatchObject(
			refused('Entry 1 is no recommendation', 'leave on: away'),
		);
		expect(staffed.when('decide offline on:maybe')).toMatchObject(refused('not the number of an entry', '17'));
		expect(staffed.when('decide')).toMatchObject(refused('lacks its text', 'decide payments'));
	});

	it('names the rule that it answers in capitals', () => {
		expect(staffed.when('decide bear with it rule:s2')).toMatchObject([{rule: 'S2'}]);
	});
});

describe('justify', () => {
	const bare = staffed.and('decide payments offline');

	it('records the reason of a decision that had none, also after closing', () => {
		const justified = bare.and('close', 'justify D1 because card data were leaking');
		expect(justified.board.decisions.decisions).toMatchObject([{reason: 'card data were leaking'}]);
		expect(justified.told()).toBe('D1 was decided because card data were leaking');
	});

	it('never changes a reason that was given', () => {
		expect(decided.when('justify D1 because I say so')).toMatchObject(
			refused('D1 has its reason', 'add to it with a note'),
		);
		expect(bare.and('justify D1 because x').when('justify D1 because y')).toMatchObject(
			refused('has its reason', 'note'),
		);
	});

	it('refuses a decision that was never made or was struck, and a missing reason', () => {
		expect(bare.when('justify D2 because x')).toMatchObject(refused('There is no decision D2', 'The newest is D1'));
		expect(bare.and(`strike ${bare.entries.length} because not said`).when('justify D1 because x')).toMatchObject(
			refused('There is no decision D1 now', 'struck'),
		);
		expect(bare.when('justify D1')).toMatchObject(refused('justify is not complete: why?', 'justify D1 because'));
	});
});

describe('how each kind reads on the timeline', () => {
	it('says who decided, why, on what and for which rule', () => {
		expect(recommended.told()).toBe('recommends: take the payment hosts offline, because keys are on them');
		expect(decided.told()).toBe(`D1 payments offline, because card data leak; decided by Priya Shah; on ${number}`);
		expect(staffed.and('decide bear with it rule:S2').told()).toBe('D1 bear with it; decided by Priya Shah; rule S2');
	});
});
