import {describe, expect, it} from 'vitest';
import {nothing, staffed} from '../../support/spec.ts';

describe('G10: the chain of custody has no gap', () => {
	it('warns of an item that nobody keeps, and of one that nobody is known to have taken', () => {
		expect(staffed.and('exhibit disk image').asks('G10')).toMatchObject([
			{severity: 'warn', subject: 'X1', text: 'X1 has no custodian on record: disk image'},
		]);
		const both = staffed.and('[10:05 @pager] exhibit disk image');
		expect(both.asks('G10')).toMatchObject([{text: 'X1 has no custodian and no handler on record: disk image'}]);
		expect(both.and('custody X1 @ana').asks('G10')).toMatchObject([
			{text: 'X1 has no handler on record: disk image', offers: [{line: 'taker X1 @'}]},
		]);
	});

	it('asks about each item by itself, after the close too', () => {
		const two = staffed.and('exhibit disk image', 'exhibit phone');
		expect(two.asks('G10').map(one => one.subject)).toEqual(['X1', 'X2']);
		expect(two.and('close').asks('G10')).toHaveLength(2);
	});

	it('is silent where both are on record, and where there is nothing', () => {
		const quiet = [
			nothing,
			staffed,
			staffed.and('exhibit disk image @chen'),
			staffed.and('exhibit disk image', 'custody X1 @chen'),
			staffed.and('[10:05 @pager] exhibit disk image @chen', 'taker X1 @ana'),
		];
		expect(quiet.flatMap(one => one.asks('G10'))).toEqual([]);
	});
});
