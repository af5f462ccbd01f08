import {describe, expect, it} from 'vitest';
import {refused, staffed} from '../../support/spec.ts';

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
