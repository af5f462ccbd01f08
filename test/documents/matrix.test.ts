import {describe, expect, it} from 'vitest';
import {matrix} from '../../source/documents/matrix.ts';
import {staffed} from '../support/spec.ts';

const weighed = staffed.and(
	'suspect the address is a supplier’s',
	'unknown who did it',
	'unknown when it began',
	'hypothesis an insider took the keys',
	'hypothesis the supplier was broken into',
	'weigh H1 F1 consistent',
	'weigh H1 F2 inconsistent',
	'weigh H2 F2 consistent',
	'weigh H2 F3 na',
);

describe('the matrix of hypotheses', () => {
	it('says so where there are none', () => {
		expect(matrix(staffed)).toEqual([
			{type: 'heading', level: 2, text: 'Hypotheses'},
			{type: 'paragraph', text: 'No hypotheses were recorded.'},
		]);
	});

	it('sets each finding against each hypothesis, the least disproved first, and counts what speaks against it', () => {
		expect(matrix(weighed).find(one => one.type === 'table')).toEqual({
			type: 'table',
			head: ['Finding', 'H2', 'H1'],
			rows: [
				['F1 known: host 17 sends card data to an unknown address', '', 'C'],
				['F2 suspected: the address is a supplier’s', 'C', 'I'],
				// An open question stands there once it was weighed: F4 was not.
				['F3 unknown: who did it', 'NA', ''],
				['Inconsistencies', '0', '1'],
			],
		});
	});

	it('strikes what is refuted, which counts no longer', () => {
		expect(matrix(weighed.and('refute F2')).find(one => one.type === 'table')).toMatchObject({
			head: ['Finding', 'H1', 'H2'],
			rows: [
				{},
				[
					{text: 'F2 the address is a supplier’s', struck: true, note: 'refuted, does not count'},
					{text: 'I', struck: true},
					{text: 'C', struck: true},
				],
				['F3 unknown: who did it', '', 'NA'],
				['Inconsistencies', '0', '0'],
			],
		});
	});

	it('says how each hypothesis stands, since when and why', () => {
		const settled = weighed.and('[10:30 @chen] settle H1 eliminated because he was away');
		expect(matrix(settled).at(-1)).toEqual({
			type: 'list',
			items: [
				'H2 open: the supplier was broken into',
				'H1 eliminated by Chen Wei at 2026-06-02 10:30 UTC: an insider took the keys, because he was away',
			],
		});
	});
});
