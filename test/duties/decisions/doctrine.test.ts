import {describe, expect, it} from 'vitest';
import {at, refused, staffed} from '../../support/spec.ts';

const bare = staffed.and('decide payments offline');

describe('E1: every decision has its reason', () => {
	it('warns of one without, in every phase', () => {
		expect(bare.asks('E1')).toMatchObject([
			{severity: 'warn', subject: 'D1', text: 'Why was D1 decided, payments offline?'},
		]);
		expect(bare.and('phase cold').asks('E1')).toHaveLength(1);
	});

	it('is silent where the reason is given, was given later, or the decision is struck, and after closing', () => {
		const quiet = [
			staffed.and('decide payments offline because card data leak'),
			bare.and('justify D1 because card data leak'),
			bare.and(`strike ${bare.entries.length} because it was not said`),
			bare.and('close'),
		];
		expect(quiet.flatMap(one => one.asks('E1'))).toEqual([]);
	});

	it('asks about each by itself', () => {
		expect(
			bare
				.and('decide mail offline')
				.asks('E1')
				.map(one => one.subject),
		).toEqual(['D1', 'D2']);
	});

	it('is met by the reason', () => {
		expect(bare.when('answer E1 do')).toMatchObject(refused('not said', 'answer E1 D1 do justify D1 because'));
		expect(bare.and('answer E1 do justify D1 because card data leak').asks('E1')).toEqual([]);
	});
});

describe('E2: options are weighed before one is chosen', () => {
	it('advises of a decision for which none was considered, each by itself', () => {
		expect(bare.and('decide mail offline').asks('E2')).toMatchObject([
			{
				severity: 'advise',
				subject: 'D1',
				text: 'Which options were there beside D1, payments offline, and why not?',
				offers: [{line: 'option for:D1 '}],
			},
			{subject: 'D2'},
		]);
	});

	it('is silent where one was recorded before or after, and when it is no longer hot', () => {
		const quiet = [
			staffed.and('option wait because keys leak', 'decide payments offline'),
			bare.and('option wait for:D1'),
			bare.and('phase warm'),
			bare.and('close'),
		];
		expect(quiet.flatMap(one => one.asks('E2'))).toEqual([]);
	});

	it('is not met by an option of another decision', () => {
		expect(bare.and('option wait', 'decide mail offline').asks('E2')).toMatchObject([{subject: 'D1'}]);
	});

	it('is met by an option, or does not apply', () => {
		expect(bare.and('answer E2 do option wait for:D1 because keys leak').asks('E2')).toEqual([]);
		expect(bare.and('answer E2 na because there was no choice').asks('E2')).toEqual([]);
	});
});

describe('E3: every decision has a next decision point', () => {
	const set = staffed.and('[10:10] decide payments offline next 10:40');

	it('advises of one that has none', () => {
		expect(bare.asks('E3')).toMatchObject([
			{
				severity: 'advise',
				subject: 'D1',
				text: 'When is the next decision point after D1, payments offline?',
				offers: [{line: 'nextpoint D1 next '}],
			},
		]);
	});

	it('speaks again when that point has come, not a millisecond before', () => {
		expect(set.asks('E3', '10:39:59.999')).toEqual([]);
		expect(set.asks('E3', '10:40')).toMatchObject([
			{
				subject: 'D1',
				text: 'The next decision point of D1 has come, 10:40 UTC: what is decided?',
				basis: at('10:40'),
			},
		]);
	});

	it('is silent once something was decided at that point or after it, and not by what was decided before', () => {
		expect(set.and('[10:40] decide on it next 11:00').asks('E3')).toEqual([]);
		expect(set.and('[10:41] decide on it next 11:00').asks('E3')).toEqual([]);
		expect(set.and('[10:20] decide on it next 11:00').asks('E3', '10:40')).toMatchObject([{subject: 'D1'}]);
		expect(set.and('[10:41] decide on it next 11:00').asks('E3', '11:00')).toMatchObject([{subject: 'D2'}]);
	});

	it('goes by when it was decided, not by when that was written', () => {
		expect(set.and('[10:50] decide on it next 11:00 at 10:30').asks('E3')).toMatchObject([{subject: 'D1'}]);
	});

	it('is silent when it is no longer hot', () => {
		expect([bare, set].flatMap(one => one.and('phase warm').asks('E3', '12:00'))).toEqual([]);
	});

	it('is met by a time, or by another decision', () => {
		expect(bare.and('answer E3 do nextpoint D1 next 11:00').asks('E3')).toEqual([]);
		const come = set.and('[10:40] note it is time');
		expect(come.and('answer E3 do nextpoint D1 next 11:00').asks('E3')).toEqual([]);
		expect(come.and('answer E3 do decide stay offline next 11:00').asks('E3')).toEqual([]);
	});
});
