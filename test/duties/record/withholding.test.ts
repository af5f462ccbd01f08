import {describe, expect, it} from 'vitest';
import {declared, refused} from '../../support/spec.ts';

const noted = declared.and('note a customer called');
const withheld = noted.and('withhold 2 because it names a customer');

describe('withhold', () => {
	it('marks an entry as not for sharing, with its reason, and changes nothing of it', () => {
		expect(noted.when('withhold 2 because it names a customer')).toEqual([
			{kind: 'entry-withheld', entry: 2, reason: 'it names a customer'},
		]);
		expect(withheld.board.record.withheld).toEqual([{entry: 2, reason: 'it names a customer'}]);
		expect(withheld.entries[1]).toEqual(noted.entries[1]);
	});

	it('needs a reason, and an entry that is there and may be withheld', () => {
		expect(noted.when('withhold 2')).toHaveProperty('refused');
		expect(noted.when('withhold 9 because x')).toMatchObject(refused('There is no entry 9', '1 to 2'));
		expect(noted.when('withhold 1 because x')).toMatchObject(refused('The declaration is not withheld', 'after it'));
		expect(withheld.when('withhold 2 because y')).toMatchObject(refused('withheld already', 'disclose 2'));
	});
});

describe('disclose', () => {
	it('takes it back', () => {
		expect(withheld.when('disclose 2 because they agreed')).toEqual([
			{kind: 'entry-disclosed', entry: 2, reason: 'they agreed'},
		]);
		expect(withheld.and('disclose 2').board.record.withheld).toEqual([]);
	});

	it('refuses an entry that is not withheld', () => {
		expect(noted.when('disclose 2')).toMatchObject(refused('Entry 2 is not withheld', 'No entry is'));
		expect(withheld.when('disclose 1')).toMatchObject(refused('Entry 1 is not withheld', 'Withheld are 2'));
	});
});
