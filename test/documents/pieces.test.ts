import {describe, expect, it} from 'vitest';
import {incidentLog, incidentLogParts} from '../../source/documents/incident-log.ts';
import {markdown, markdownPieces} from '../../source/documents/markdown.ts';
import {emptyBoard, foldAll} from '../../source/fold.ts';
import {promptsOf} from '../../source/propose.ts';
import {type Block, figure, heading, list, paragraph, table} from '../../source/section.ts';
import {largeIncident} from '../bench/large-incident.ts';
import {arbitraryStory} from '../support/arbitrary-line.ts';
import * as fc from '../support/fast-check.ts';
import {arbitraryMarkup} from '../support/hostile.ts';

const arbitraryBlock: fc.Arbitrary<Block> = fc.oneof(
	arbitraryMarkup.map(text => paragraph(text)),
	fc.array(arbitraryMarkup, {minLength: 1, maxLength: 3}).map(items => list(items)),
	fc.array(arbitraryMarkup, {minLength: 1, maxLength: 3}).map(lines => figure(lines)),
	fc.array(fc.tuple(arbitraryMarkup, arbitraryMarkup), {maxLength: 4}).map(rows => table(['One', 'Other'], rows)),
);

/** Parts as documents have them: each under a heading of its own. */
const arbitraryParts = fc.array(
	fc
		.tuple(arbitraryMarkup, fc.array(arbitraryBlock, {maxLength: 4}))
		.map(([title, blocks]): readonly Block[] => [heading(`x${title}`), ...blocks]),
	{maxLength: 4},
);

const viewOf = ({board, entries, now}: Pick<Parameters<typeof incidentLog>[0], 'board' | 'entries' | 'now'>) => ({
	board,
	entries,
	now,
	prompts: promptsOf({board, now}),
	version: '1.2.3',
});

const inPieces = (parts: Iterable<readonly Block[]>): string => [...markdownPieces(parts)].join('');

describe('a document in pieces', () => {
	it('is to the byte the one written whole, whatever it says', () => {
		fc.assert(
			fc.property(arbitraryParts, parts => {
				expect(inPieces(parts)).toBe(markdown(parts.flat()));
			}),
			{numRuns: 200},
		);
	});

	it('is the same where a table is long', () => {
		const rows = Array.from({length: 1203}, (_, index) => [String(index), `a | b ${index}`]);
		const blocks = [heading('Log'), table(['No', 'Text'], rows), paragraph('after')];
		expect(inPieces([blocks])).toBe(markdown(blocks));
		expect([...markdownPieces([blocks])].length).toBeGreaterThan(3);
	});

	it('is the same of the whole record, short or long', () => {
		fc.assert(
			fc.property(arbitraryStory, story => {
				const view = viewOf(story);
				expect(inPieces(incidentLogParts(view))).toBe(markdown(incidentLog(view)));
			}),
			{numRuns: 15},
		);
		const {entries, now} = largeIncident(1300, 10);
		const view = viewOf({board: foldAll(emptyBoard('INC-2026-0001'), entries), entries, now});
		expect(inPieces(incidentLogParts(view))).toBe(markdown(incidentLog(view)));
	});

	it('tells how far it is: never back, and whole in the end', () => {
		const {entries, now} = largeIncident(1300, 10);
		const told: number[] = [];
		const parts = incidentLogParts({
			...viewOf({board: foldAll(emptyBoard('INC-2026-0001'), entries), entries, now}),
			progress: (done, of) => told.push(done / of),
		});
		expect(inPieces(parts)).not.toBe('');
		expect(told).toEqual(told.toSorted((a, b) => a - b));
		expect(told.at(-1)).toBe(1);
	});
});
