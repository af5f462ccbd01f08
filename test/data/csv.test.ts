import {parse} from 'csv-parse/sync';
import {describe, expect, it} from 'vitest';
import {cellText, csvLine} from '../../source/data/csv.ts';
import {csvOf, objectNames} from '../../source/data/tables.ts';
import {timesketchCsv, timesketchJsonl} from '../../source/data/timesketch.ts';
import type {BoardEvent} from '../../source/entry.ts';
import {emptyBoard, foldAll} from '../../source/fold.ts';
import {tell} from '../../source/timeline.ts';
import {arbitraryText} from '../support/arbitrary-event.ts';
import {arbitraryStory} from '../support/arbitrary-line.ts';
import * as fc from '../support/fast-check.ts';
import {arbitraryMarkup, hostileStrings} from '../support/hostile.ts';
import {entriesFrom} from '../support/incident.ts';
import {openSession} from '../support/shell.ts';
import {full} from '../support/spec.ts';

const anyText = fc.oneof(arbitraryText, arbitraryMarkup, fc.constantFrom(...hostileStrings));

const records = (text: string): readonly (readonly string[])[] => parse(text);

const isFormula = (text: string): boolean => /^[\s"'“”‘’]*[=+\-@＝＋－＠]/u.test(text);

describe('a record', () => {
	it('is read back as it was written, whatever it holds', () => {
		fc.assert(
			fc.property(fc.array(anyText, {minLength: 2, maxLength: 5}), texts => {
				const line = csvLine(texts);
				expect(line.endsWith('\r\n')).toBe(true);
				expect(records(line)).toEqual([texts.map(cellText)]);
			}),
			{numRuns: 300},
		);
	});

	it.each([
		'=1+1',
		'+44 20',
		'-1',
		'@SUM(A1)',
		'\t=1+1',
		'\r=1+1',
		' =1+1',
		'"=1+1"',
		"'=1+1",
		'“=1+1',
		'＝1+1',
		'=cmd|’/c calc’!A1',
	])('is no formula for a spreadsheet: %j', text => {
		const [[first = '', second = ''] = []] = records(csvLine([text, 'x']));
		expect(first.startsWith("'")).toBe(true);
		expect(second).toBe('x');
	});

	it('leaves alone what is none', () => {
		expect(['a=b', '1-2', 'who@home', "it's", ''].map(cellText)).toEqual(['a=b', '1-2', 'who@home', "it's", '']);
	});
});

/** Rows as objects by the names in the header. */
const objectsIn = (text: string): readonly Readonly<Record<string, string>>[] => parse(text, {columns: true});

describe('each object of an incident', () => {
	it.each(objectNames)('%s has a header, and a row for each with as many cells', name => {
		const text = [...(csvOf(name, full) ?? [])].join('');
		const rows = records(text);
		const [head = []] = rows;
		expect(head.slice(0, 3)).toEqual(['incident', 'exercise', 'marking']);
		expect(new Set(rows.map(row => row.length))).toEqual(new Set([head.length]));
		const {board, entries} = full;
		const things = {
			log: entries,
			actions: board.actions,
			roles: board.staffing.assignments,
			findings: board.findings.findings,
			decisions: board.decisions.decisions,
		}[name];
		expect(rows).toHaveLength(things.length + 1);
	});

	it('says nothing that a spreadsheet calculates, whatever was said', () => {
		const events: readonly BoardEvent[] = hostileStrings.flatMap((text, index): readonly BoardEvent[] => [
			{kind: 'note-made', text},
			{kind: 'person-joined', handle: `p${index}`, name: text},
			{kind: 'action-opened', ref: `A${index + 1}`, text, owner: `p${index}`, team: text},
			{kind: 'action-reported', ref: `A${index + 1}`, text},
			{kind: 'finding-recorded', ref: `F${index + 1}`, certainty: 'known', text},
			{kind: 'decision-made', ref: `D${index + 1}`, text, reason: text},
			{kind: 'role-assigned', role: 'sme', person: `p${index}`},
		]);
		const entries = entriesFrom(events);
		const view = {entries, board: foldAll(emptyBoard('INC-2026-0001'), entries)};
		for (const name of objectNames) {
			const cells = records([...(csvOf(name, view) ?? [])].join(''))
				.slice(1)
				.flat();
			// Behind its apostrophe a formula is text.
			expect(cells.filter(cell => !cell.startsWith("'") && isFormula(cell))).toEqual([]);
		}
	});

	it('holds every entry once, in the order of their numbers', () => {
		fc.assert(
			fc.property(arbitraryStory, ({board, entries}) => {
				const rows = objectsIn([...(csvOf('log', {board, entries}) ?? [])].join(''));
				expect(rows.map(row => [row['number'], row['hash'], row['text']])).toEqual(
					entries.map(entry => [String(entry.number), entry.hash, cellText(tell(entry, board))]),
				);
			}),
			{numRuns: 30},
		);
	});

	it('that is not there is named with those that are, and nothing is written', async () => {
		const session = openSession();
		await session.loggist('declare Fire');
		expect(await session.loggist('export csv --object people')).toEqual({
			code: 2,
			stdout: '',
			stderr: expect.stringContaining(
				'There is no object people. Name one of log, actions, roles, findings, decisions',
			),
		});
		expect(await session.loggist('export jsonl --object log')).toMatchObject({code: 2});
	});
});

describe('a timeline for Timesketch', () => {
	const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00$/u;

	it('has what Timesketch asks for in every row, as CSV and as JSON Lines', () => {
		fc.assert(
			fc.property(arbitraryStory, view => {
				const rows = objectsIn([...timesketchCsv(view)].join(''));
				const lines = [...timesketchJsonl(view)].map((line): unknown => JSON.parse(line));
				expect(rows).toHaveLength(view.entries.length);
				expect(lines).toHaveLength(view.entries.length);
				for (const row of [...rows, ...lines]) {
					expect(row).toMatchObject({
						message: expect.stringMatching(/./su),
						datetime: expect.stringMatching(moment),
						timestamp_desc: 'Occurred',
					});
				}

				for (const [index, entry] of view.entries.entries()) {
					expect(lines[index]).toMatchObject({timestamp: Date.parse(entry.occurredAt) * 1000, number: entry.number});
					// A list as a value is what Timesketch does not read.
					expect(Object.values(lines[index] ?? {}).some(value => typeof value === 'object')).toBe(false);
				}
			}),
			{numRuns: 20},
		);
	});
});
