import {describe, expect, test} from 'vitest';
import {columnWidths, plainText} from '../../source/documents/plain.ts';
import {type Block, heading, list, paragraph, table} from '../../source/section.ts';
import {columns, forTerminal} from '../../source/text.ts';
import {arbitraryText} from '../support/arbitrary-event.ts';
import * as fc from '../support/fast-check.ts';
import {hostileStrings} from '../support/hostile.ts';

const blocksWith = (text: string): readonly Block[] => [
	heading(text, 1),
	heading(text),
	heading(text, 3),
	paragraph(text),
	list([text]),
	table(['No', text, 'Entry'], [[text, 'short', {text, struck: true, note: text}]]),
];

const linesAt = (blocks: readonly Block[], width: number): readonly string[] =>
	plainText(blocks, width).split('\n').slice(0, -1);

const expectToFit = (text: string, width: number): void => {
	for (const line of linesAt(blocksWith(text), width)) {
		expect(columns(line)).toBeLessThanOrEqual(width);
		expect(forTerminal(line)).toBe(line);
		expect(line).not.toMatch(/\s$/u);
	}
};

describe('given any text', () => {
	test.each(hostileStrings.map(text => [JSON.stringify(text).slice(0, 60), text]))(
		'when %s is written for a terminal, then no line is too wide and nothing acts on the terminal',
		(_, text) => {
			expectToFit(text, 80);
			expectToFit(text, 40);
		},
	);

	test('when anything is written for any width, then it fits', () => {
		fc.assert(
			fc.property(arbitraryText, fc.integer({min: 12, max: 200}), (text, width) => {
				expectToFit(text, width);
			}),
			{numRuns: 300},
		);
	});
});

describe('given a table', () => {
	const rows = [
		['1', 'Priya', 'take payments offline'],
		['12', '障害', {text: 'wrong host', struck: true, note: '(struck by Sam)'}],
	] as const;

	test('when there is room, then columns stand under one another and strikes are said', () => {
		expect(linesAt([table(['No', 'By', 'Entry'], rows)], 80)).toEqual([
			'No  By     Entry',
			'--  -----  ------------------------------------',
			'1   Priya  take payments offline',
			'12  障害   [struck: wrong host] (struck by Sam)',
		]);
	});

	test('when there is little room, then the widest column wraps', () => {
		expect(linesAt([table(['No', 'By', 'Entry'], rows)], 28)).toEqual([
			'No  By     Entry',
			'--  -----  -----------------',
			'1   Priya  take payments',
			'           offline',
			'12  障害   [struck: wrong',
			'           host] (struck by',
			'           Sam)',
		]);
	});

	test('when the columns find no room, then each row is a list of its fields', () => {
		expect(linesAt([table(['No', 'By', 'Entry'], rows)], 20)).toEqual([
			'No: 1',
			'By: Priya',
			'Entry: take payments',
			'offline',
			'',
			'No: 12',
			'By: 障害',
			'Entry: [struck:',
			'wrong host] (struck',
			'by Sam)',
		]);
	});

	test('when widths are shared out, then narrow columns keep what they need', () => {
		expect(columnWidths([2, 100, 5, 60], 80)).toEqual([2, 34, 5, 33]);
		expect(columnWidths([2, 5], 80)).toEqual([2, 5]);
		expect(columnWidths([100, 100, 100], 30)).toBeUndefined();
	});
});

describe('given a document', () => {
	test('when it is written, then titles are underlined and parts stand apart', () => {
		const blocks = [heading('Board', 1), paragraph('S2\nhot'), heading('Log'), paragraph('Nothing.'), list(['a', 'b'])];

		expect(linesAt(blocks, 80)).toEqual([
			'Board',
			'=====',
			'',
			'S2',
			'hot',
			'',
			'Log',
			'---',
			'Nothing.',
			'',
			'- a',
			'- b',
		]);
	});
});
