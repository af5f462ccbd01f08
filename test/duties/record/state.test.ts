import {describe, expect, it} from 'vitest';
import {abbreviationsIn} from '../../../source/duties/record/state.ts';
import {declared} from '../../support/spec.ts';

describe('the abbreviations in a text', () => {
	it.each([
		['the PSP called the ATM team, the PSP again', ['PSP', 'ATM']],
		['by (PSP), “ATM”; B2B.', ['PSP', 'ATM', 'B2B']],
		['the PSP’s host', ['PSP']],
		['PSP-side, non-PSP', ['PSP']],
		['calls the PSP.', ['PSP']],
		['ABCDEF and ABCDEFG', ['ABCDEF']],
	])('are two to six capitals and digits: %s', (text, found) => {
		expect(abbreviationsIn(text)).toEqual(found);
	});

	it.each([
		'see A1, F12, M3 and INC-2026-0001 and CVE-2026-1',
		'the IM asked the SME about GDPR',
		'SHOUTED ALL THROUGH PSP',
		'psp, Psp, PSPs, xPSP, PSP_KEY, @PSP, #PSP, a/PSP/b, PSP.example, PSP@example.org, hash:PSP',
		'ÄPSP PSPÖ',
		'A B C 1 22 2FA',
		'',
	])('are none of these: %s', text => {
		expect(abbreviationsIn(text)).toEqual([]);
	});

	it('are read of a lone word in capitals', () => {
		expect(abbreviationsIn('PSP?')).toEqual(['PSP']);
	});

	it('are read in a time that grows with the text only', () => {
		const begun = performance.now();
		abbreviationsIn('A'.repeat(1_000_000));
		abbreviationsIn('AB-1 '.repeat(200_000));
		expect(performance.now() - begun).toBeLessThan(2000);
	});
});

describe('the abbreviations of a log', () => {
	it('stand with the entry that used them first', () => {
		const {board} = declared.and('note the PSP called', 'note the PSP and the ATM');
		expect(board.record.abbreviations).toEqual([
			{term: 'PSP', entry: 2},
			{term: 'ATM', entry: 3},
		]);
	});
});
