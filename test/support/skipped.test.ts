import {describe, expect, it} from 'vitest';
import {skippedLines} from './skipped.ts';

const report = (status: string, fullName: string) => ({testResults: [{assertionResults: [{status, fullName}]}]});

describe('tests that were left out', () => {
	it('are told with their reason, and counted', () => {
		const [first] = report('skipped', 'in a browser (SKIPPED: there is no /usr/bin/chromium) shows it').testResults;
		const testResults = first === undefined ? [] : [first, first];
		expect(skippedLines({testResults})).toEqual(['SKIPPED, 2 tests: there is no /usr/bin/chromium']);
		expect(skippedLines(report('pending', 'prints (SKIPPED: there is no pdftotext)'))).toEqual([
			'SKIPPED, 1 test: there is no pdftotext',
		]);
	});

	it('are not those that ran, or that were not asked for', () => {
		expect(skippedLines(report('passed', 'prints (SKIPPED: x)'))).toEqual([]);
		expect(skippedLines(report('skipped', 'prints'))).toEqual([]);
		expect(skippedLines({})).toEqual([]);
	});
});
