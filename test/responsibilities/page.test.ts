import {parse} from 'csv-parse/sync';
import {describe, expect, it} from 'vitest';
import {documentPage} from '../../source/documents/page.ts';
import {markdown} from '../../source/documents/markdown.ts';
import {plainText} from '../../source/documents/plain.ts';
import {matrixCsv} from '../../source/data/responsibilities.ts';
import {columnsOf, lettersOf} from '../../source/responsibilities/matrix.ts';
import {bannersOfMatrix, responsibilitiesBody, responsibilitiesPage} from '../../source/responsibilities/page.ts';
import {isDay, type Responsibilities} from '../../source/responsibilities/shape.ts';
import {columns, visible} from '../../source/text.ts';
import {readMarkdown, rowsUnder, textOf} from '../documents/reading.ts';
import * as fc from '../support/fast-check.ts';
import {responsibilitiesOf, storyFile} from './story-file.ts';
import {arbitraryText} from '../support/arbitrary-event.ts';
import {arbitraryMarkup, hostileStrings} from '../support/hostile.ts';

const today = '2026-06-02';
const {matrix} = responsibilitiesOf(storyFile);

/** The matrix with a text in every place where a text may stand. */
const full = (text: string): Responsibilities => ({
	...matrix,
	title: text,
	owner: text,
	marking: text,
	roles: [...matrix.roles, {...matrix.roles[0], key: 'x', title: text, responsibilities: [text]}].map(role => ({
		...role,
		key: role.key ?? 'x',
		title: role.title ?? text,
		responsibilities: role.responsibilities ?? [],
		authority: [{may: text, limit: text}],
		jobDescription: undefined,
		group: undefined,
		perIncident: false,
		holders: [{person: text, acknowledged: []}],
	})),
	tasks: matrix.tasks.map(one => ({...one, task: text, informed: [text], note: text})),
	changes: [{on: today, what: text, because: text}],
});

const shown = (text: string): string => visible(text).replaceAll('\n', ' ⏎ ');

const taskCells = (written: string, index: number): string => {
	const cell = rowsUnder(readMarkdown(written), 'Responsibilities')[index]?.[0];
	return cell === undefined ? 'no row' : textOf(cell);
};

describe('the matrix', () => {
	it('has a column for each role and whoever else a task names, and each letter in its place', () => {
		expect(columnsOf(matrix)).toEqual(['security-manager', 'board', 'operations', 'Tom Achebe']);
		const cells = matrix.tasks.map(task => columnsOf(matrix).map(column => lettersOf(matrix, task, column)));
		expect(cells).toEqual([
			['R A', 'C', 'I', ''],
			['R A', 'I', '', ''],
			['A', '', 'R', 'A'],
			['R A', '', 'R', 'C'],
		]);
	});

	it.each([40, 60, 72, 80, 100, 120, 200])('fits a terminal of %i columns', width => {
		const page = plainText(responsibilitiesPage({matrix, today, width}), width);
		expect(page.split('\n').filter(line => columns(line) > width)).toEqual([]);
		expect(page).toMatch(/^Keep the .*R A {2,}C/mu);
	});

	it('numbers its roles where their names find no room, and says below which is which', () => {
		const page = plainText(responsibilitiesPage({matrix, today, width: 60}), 60);
		expect(page).toMatch(/^Task +1 +2 +3 +4$/mu);
		expect(page).toContain('1 Security manager · 2 Board · 3 Operations · 4 Tom Achebe');
	});
});

describe('days', () => {
	it('are those of the calendar', () => {
		fc.assert(
			fc.property(fc.date({min: new Date('1970-01-01'), max: new Date('2999-12-31'), noInvalidDate: true}), date => {
				expect(isDay(date.toISOString().slice(0, 10))).toBe(true);
			}),
		);
	});
});

/** The elements that the writer of HTML makes; no text makes another. */
const ownTags: ReadonlySet<string> = new Set(
	'!doctype html head meta title style body nav a header footer script main h1 h2 h3 p br ul li div table caption thead tbody tr th td'.split(
		' ',
	),
);

/** Everything a text could do to a document: every place is filled with it, and every task is read back. */
const expectToRead = (text: string): void => {
	const whole = full(text);
	const written = markdown(responsibilitiesPage({matrix: whole, today}));
	const document = readMarkdown(written);
	expect(document.filter(node => !['heading', 'paragraph', 'table', 'list'].includes(node.type))).toEqual([]);
	if (text.trim() !== '') {
		expect(taskCells(written, 0)).toBe(shown(text));
	}

	const csv = matrixCsv(whole);
	const records = parse(csv, {relaxColumnCount: false}) as unknown as readonly (readonly string[])[];
	expect(records).toHaveLength(whole.tasks.length + 1);
	expect(records.flat().filter(cell => /^[=+\-@]/u.test(cell))).toEqual([]);
	expect([visible(text), `'${visible(text)}`]).toContain(records[1]?.[0]);

	const page = documentPage(
		whole.title,
		bannersOfMatrix({matrix: whole}),
		responsibilitiesBody({matrix: whole, today}),
	);
	const stray = [...page.matchAll(/<\/?([a-z\d!]*)/gu)].map(match => match[1] ?? '').filter(tag => !ownTags.has(tag));
	expect(stray).toEqual([]);
	// oxlint-disable-next-line no-control-regex
	expect(page + csv.replaceAll('\r\n', '\n')).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/u);
};

describe('given a file in which every text is one that breaks things', () => {
	it.each(hostileStrings.map(text => [JSON.stringify(text).slice(0, 60), text]))('%s reads as written', (_, text) => {
		expectToRead(text);
	});

	it('whatever the text, every task has its row and nothing else comes of it', () => {
		fc.assert(
			fc.property(fc.oneof(arbitraryText, arbitraryMarkup), text => {
				expectToRead(text);
			}),
			{numRuns: 60},
		);
	});
});
