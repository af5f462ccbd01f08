import {describe, expect, it, test} from 'vitest';
import {markings, markingTyped, markingWords} from '../../source/profiles/markings.ts';
import {nothing, refused} from '../support/spec.ts';

describe('a marking', () => {
	test.each([
		['TLP:AMBER', 'TLP:AMBER'],
		['tlp:amber', 'TLP:AMBER'],
		['TLP AMBER + STRICT', 'TLP:AMBER+STRICT'],
		['tlp-red', 'TLP:RED'],
		['official-sensitive', 'OFFICIAL-SENSITIVE'],
		['top  secret', 'TOP SECRET'],
	])('%s is %s', (typed, label) => {
		expect(markingTyped(typed)).toBe(label);
	});

	it('of one’s own is taken as it was typed', () => {
		expect(markingTyped(' Board eyes only ')).toBe('Board eyes only');
	});

	test.each(['TLP:WHITE', 'tlp:blue', 'TLP', 'TLP:AMBER+'])('%s is no label of TLP 2.0', typed => {
		expect(markingTyped(typed)).toMatchObject(refused('is no label of TLP 2.0', 'TLP:AMBER+STRICT'));
	});

	it('that was called WHITE is called CLEAR', () => {
		expect(markingTyped('TLP:WHITE')).toMatchObject(refused('TLP:WHITE', 'WHITE is called CLEAR'));
	});

	it('says what it allows where its scheme does', () => {
		expect(markings.map(one => one.label).filter(one => one.startsWith('TLP:'))).toEqual([
			'TLP:CLEAR',
			'TLP:GREEN',
			'TLP:AMBER',
			'TLP:AMBER+STRICT',
			'TLP:RED',
		]);
		expect(markingWords('TLP:RED')).toMatch(/only/u);
		expect(markingWords('Board eyes only')).toBeUndefined();
	});

	it('is checked when an incident is declared', () => {
		expect(nothing.when('declare X marking:tlp:green')).toMatchObject([{marking: 'TLP:GREEN'}]);
		expect(nothing.when('declare X marking:TLP:WHITE')).toMatchObject(refused('TLP:WHITE', 'CLEAR'));
	});
});
