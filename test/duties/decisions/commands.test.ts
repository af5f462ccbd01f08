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

describe('decide, with its next decision point', () => {
	it('keeps it', () => {
		expect(staffed.when('decide payments offline next 15:30 because card data leak')).toMatchObject([
			{text: 'payments offline', next: at('15:30'), reason: 'card data leak'},
		]);
		expect(staffed.and('decide x next 15:30').board.decisions.decisions).toMatchObject([{next: at('15:30')}]);
	});

	it('leaves “next” in the sentence where no time follows', () => {
		expect(staffed.when('decide take the next two hosts offline')).toMatchObject([
			{text: 'take the next two hosts offline'},
		]);
	});
});

describe('option', () => {
	it('belongs to the decision that is named, or to the one to come', () => {
		const [first, second] = decided
			.and(
				'option only block the address for:D1 because it may change',
				'option wait',
				'decide mail offline',
				'decide x',
			)
			.board.decisions.decisions.map(one => one.options.map(({text, reason}) => [text, reason]));
		expect(first).toEqual([['only block the address', 'it may change']]);
		expect(second).toEqual([['wait', undefined]]);
	});

	it('waits for its decision, and is given to one only', () => {
		const waits = decided.and('option wait');
		expect(waits.board.decisions.options).toMatchObject([{text: 'wait', entry: waits.entries.length}]);
		const made = waits.and('decide x', 'decide y');
		expect(made.board.decisions).toMatchObject({options: [], decisions: [{}, {ref: 'D2'}, {ref: 'D3', options: []}]});
	});

	it('waits again when that decision is struck', () => {
		const made = decided.and('option wait', 'decide x');
		expect(made.and(`strike ${made.entries.length} because not said`).board.decisions.options).toHaveLength(1);
	});

	it('refuses one without words, and a decision that is not there', () => {
		expect(decided.when('option for:D1')).toMatchObject(refused('lacks its text', 'option only block'));
		expect(decided.when('option wait for:D2')).toMatchObject(refused('no decision D2', 'newest is D1'));
		expect(decided.and(`strike ${decided.entries.length} because not said`).when('option wait for:D1')).toMatchObject(
			refused('There is no decision D1 now', 'struck'),
		);
	});
});

describe('object', () => {
	it('records who strongly objects and why; the decision stands', () => {
		const objected = decided.and('[10:15] object D1 @chen because evidence is lost');
		expect(objected.board.decisions.decisions).toMatchObject([
			{
				text: 'payments offline',
				objections: [{person: 'chen', reason: 'evidence is lost', at: at('10:15'), entry: objected.entries.length}],
			},
		]);
	});

	it('refuses nobody’s objection, one without a reason, and a decision that is not there', () => {
		expect(decided.when('object D1 because evidence is lost')).toMatchObject(refused('who objects', 'object D1 @chen'));
		expect(decided.when('object D1 @chen')).toMatchObject(refused('why', 'object D1 @chen because'));
		expect(decided.when('object D2 @chen because x')).toMatchObject(refused('no decision D2', 'newest is D1'));
		expect(
			decided.and(`strike ${decided.entries.length} because not said`).when('object D1 @chen because x'),
		).toMatchObject(refused('There is no decision D1 now', 'struck'));
	});
});

describe('nextpoint', () => {
	it('sets or moves the next decision point', () => {
		expect(decided.when('nextpoint D1 next 15:30')).toEqual([
			{kind: 'decision-point-set', ref: 'D1', next: at('15:30')},
		]);
		const set = decided.and('nextpoint D1 next 15:30');
		expect(set.when('nextpoint D1 next 16:00')).toMatchObject([{next: at('16:00'), was: at('15:30')}]);
		expect(set.and('nextpoint D1 next 16:00').board.decisions.decisions).toMatchObject([{next: at('16:00')}]);
	});

	it('refuses the same time, none, and a decision that is not there', () => {
		const set = decided.and('nextpoint D1 next 15:30');
		expect(set.when('nextpoint D1 next 15:30')).toMatchObject(refused('of D1 already', 'another time'));
		expect(decided.when('nextpoint D1')).toMatchObject(refused('decision point?', 'next 15:30'));
		expect(decided.when('nextpoint D2 next 15:30')).toMatchObject(refused('no decision D2', 'newest is D1'));
		expect(
			decided.and(`strike ${decided.entries.length} because not said`).when('nextpoint D1 next 15:30'),
		).toMatchObject(refused('There is no decision D1 now', 'struck'));
	});
});

describe('how each kind reads on the timeline', () => {
	it.each([
		['decide x next 15:30', 'D2 x; decided by Priya Shah; next decision point 15:30 UTC'],
		['option wait', 'option for the next decision: wait'],
		['option wait for:D1 because keys leak', 'option for D1: wait, not because keys leak'],
		['object D1 @chen because evidence is lost', 'Chen Wei strongly objects to D1, because evidence is lost'],
		['nextpoint D1 next tomorrow at 9', 'D1 next decision point 3 Jun 09:00 UTC'],
	])('%s', (line, text) => {
		expect(decided.and(line).told()).toBe(text);
	});

	it('says who decided, why, on what and for which rule', () => {
		expect(recommended.told()).toBe('recommends: take the payment hosts offline, because keys are on them');
		expect(decided.told()).toBe(`D1 payments offline, because card data leak; decided by Priya Shah; on ${number}`);
		expect(staffed.and('decide bear with it rule:S2').told()).toBe('D1 bear with it; decided by Priya Shah; rule S2');
	});
});
