import {describe, expect, test} from 'vitest';
import {ics203} from '../../source/documents/ics-203.ts';
import {ics207} from '../../source/documents/ics-207.ts';
import {ics214} from '../../source/documents/ics-214.ts';
import type {DocumentView} from '../../source/documents/incident-log.ts';
import {markdown} from '../../source/documents/markdown.ts';
import type {DocumentOptions} from '../../source/documents/options.ts';
import {isWithin, operationalPeriod, overlaps, periodOf} from '../../source/documents/period.ts';
import type {Block, Cell} from '../../source/section.ts';
import {at, declared, experts, given, staffed, type Story} from '../support/spec.ts';
import {headingsOf, readMarkdown} from './reading.ts';

const viewOf = (story: Story, options: DocumentOptions = {}, clock?: string): DocumentView => ({
	board: story.board,
	entries: story.entries,
	now: clock === undefined ? story.now : at(clock),
	prompts: [],
	version: '1.2.3',
	options,
});

/** The rows of the first table after a heading that begins so. */
const rows = (blocks: readonly Block[], title: string): readonly (readonly Cell[])[] => {
	const from = blocks.findIndex(one => one.type === 'heading' && one.text.startsWith(title));
	const found = blocks.slice(from + 1).find(one => one.type === 'table');
	return found?.rows ?? [];
};

const shift = staffed.and(
	'[10:05 @priya] period until 12:00 contain the leak',
	'[10:10 @sam] action isolate host 17 @chen by 10:30',
	'[10:12 @sam] decide payments offline because it leaks',
	'[10:14 @chen] ack A1',
	'[10:20 @chen] done A1 off result:success',
	'[10:25 @sam] note wrong',
	'[10:26 @sam] strike 18 because it was another host',
	'[11:00 @sam] relieve im @priya',
	'[11:00 @sam] assign im @tom',
	'[11:10 @tom] note a quiet hour',
);

/** What the form of a role tells, row by row. */
const activity = (role: string) => rows(ics214(viewOf(shift, {role})), '7. Activity');

/** The kinds of blocks of the organisation chart. */
const kinds = (options: DocumentOptions) => new Set(ics207(viewOf(shift, options)).map(one => one.type));

describe('an operational period', () => {
	test('ends with the next one, or when its time is over', () => {
		const two = shift.and('[11:30] period until 18:00');
		expect(operationalPeriod(two.board, 1)).toEqual({from: at('10:05'), to: at('11:30'), number: 1});
		expect(operationalPeriod(shift.board, 1)).toEqual({from: at('10:05'), to: at('12:00'), number: 1});
		expect(operationalPeriod(shift.board, 2)).toBeUndefined();
	});

	test('is the one that runs unless another is asked for; without any it is the whole incident', () => {
		expect(periodOf(viewOf(shift), undefined)).toMatchObject({number: 1});
		const asked = {from: at('10:00'), to: at('10:10')};
		expect(periodOf(viewOf(shift), asked)).toBe(asked);
		expect(periodOf(viewOf(declared, {}, '11:00'), undefined)).toEqual({from: at('10:00'), to: at('11:00')});
		const closed = declared.and('[10:30] close');
		expect(periodOf(viewOf(closed, {}, '23:00'), undefined)).toEqual({from: at('10:00'), to: at('10:30')});
	});

	test('holds its first and its last moment, and what lasts beyond it', () => {
		const period = {from: at('10:00'), to: at('11:00')};
		expect([at('09:59'), at('10:00'), at('11:00'), at('11:01')].map(one => isWithin(one, period))).toEqual([
			false,
			true,
			true,
			false,
		]);
		expect(overlaps(at('09:00'), undefined, period)).toBe(true);
		expect(overlaps(at('09:00'), at('10:00'), period)).toBe(true);
		expect(overlaps(at('09:00'), at('09:59'), period)).toBe(false);
		expect(overlaps(at('11:01'), undefined, period)).toBe(false);
	});
});

const told = (story: Story, options: DocumentOptions = {}) => markdown(ics214(viewOf(story, options)));

describe('ICS 214', () => {
	test('names the entries that stand in no form', () => {
		const late = shift.and('[11:20 @priya] note home, and without a role');
		expect(told(shift)).not.toContain('In no form');
		expect(told(late)).toContain(`they stand in the full log: ${late.entries.length}.`);
		expect(told(late, {role: 'im'})).not.toContain('In no form');
	});

	test('is one form for each role that was held in the period', () => {
		expect(headingsOf(readMarkdown(markdown(ics214(viewOf(shift)))))).toEqual([
			'ICS 214: INC-2026-0001 Payments database exposed',
			'ICS 214 Activity log: Incident Commander (Incident Manager)',
			'ICS 214 Activity log: Deputy',
			'ICS 214 Activity log: Documentation Unit Leader (Secretariat)',
			'ICS 214 Activity log: Technical Specialist, security (Security analyst)',
			'ICS 214 Activity log: Technical Specialist (Subject matter expert)',
		]);
	});

	test('has its boxes: name and position from when to when, what the log cannot know as a gap', () => {
		const blocks = ics214(viewOf(shift, {role: 'im'}));

		expect(Object.fromEntries(rows(blocks, 'ICS 214 Activity').map(([box, value]) => [box, value]))).toEqual({
			'1. Incident name': 'Payments database exposed (INC-2026-0001)',
			'2. Operational period': '1: 2026-06-02 10:05 UTC to 2026-06-02 12:00 UTC',
			'3. Name': 'Priya Shah (until 2026-06-02 11:00 UTC), Tom Achebe (from 2026-06-02 11:00 UTC)',
			'4. ICS position': 'Incident Commander (Incident Manager)',
			'5. Home agency and unit': 'TO FILL IN: agency and unit',
		});
		expect(rows(blocks, '6. Resources').map(([name]) => name)).toEqual([
			'Priya Shah',
			'Tom Achebe',
			'Tom Achebe',
			'Sam Ó Briain',
			'Chen Wei',
			'Ana Reis',
		]);
	});

	test('tells of the commander what they decided, whoever wrote it, and what each did while in command only', () => {
		expect(activity('im').map(row => row[2])).toEqual(['13', '15', '20', '21', '22']);
	});

	test('tells of an expert what they were given, said and did', () => {
		expect(activity('analyst').map(row => row[2])).toEqual(['14', '16', '17']);
	});

	test('tells of an owner what the loggist wrote of their action, and of a new owner what came after', () => {
		const written = staffed.and(
			'[10:10 @sam] action isolate host 17 @chen',
			'[10:11 @sam] report A1 still up',
			'[10:12 @sam] reassign A1 @ana',
			'[10:13 @sam] done A1 off',
		);
		const of = (role: string) => rows(ics214(viewOf(written, {role})), '7. Activity').map(row => row[2]);

		expect(of('analyst').slice(-2)).toEqual(['13', '14']);
		expect(of('sme').slice(-2)).toEqual(['15', '16']);
	});

	test('what was struck stays readable and is struck', () => {
		const struck = activity('secretariat').map(row => row[1]);

		expect(struck).toContainEqual(expect.objectContaining({text: 'wrong', struck: true}));
	});

	test('what happened before the period or after it is not in it', () => {
		const period = {from: at('10:11'), to: at('10:14')};
		const blocks = ics214(viewOf(shift, {role: 'analyst', period}));

		expect(rows(blocks, '7. Activity').map(row => row[2])).toEqual(['16']);
	});

	test('of a sub-team tells what its people did', () => {
		const split = shift.and(
			'[11:20] split alpha @chen @ana find the keys by 11:50',
			'[11:30 @ana] know two keys leaked',
		);
		const blocks = ics214(viewOf(split, {role: '#alpha'}));

		expect(rows(blocks, '6. Resources').map(row => row.slice(0, 2))).toEqual([
			['Chen Wei', 'lead of #alpha'],
			['Ana Reis', 'member of #alpha'],
		]);
		expect(rows(blocks, '7. Activity').map(row => row[1])).toContainEqual(expect.stringContaining('two keys leaked'));
	});

	test('where nobody held a role, it is one form of the whole team', () => {
		const blocks = ics214(viewOf(given('declare X', '[10:01 @ana] know it leaks')));

		expect(rows(blocks, '7. Activity')).toHaveLength(2);
		expect(markdown(blocks)).toContain('Incident team (nobody held a role)');
	});
});

describe('ICS 203', () => {
	test('names who was in each position in the period, and leaves the others with the commander', () => {
		const blocks = ics203(viewOf(shift));

		expect(rows(blocks, '3. Incident Commander')).toEqual([
			[
				'Incident Commander (Incident Manager)',
				'Priya Shah (until 2026-06-02 11:00 UTC), Tom Achebe (from 2026-06-02 11:00 UTC)',
			],
			['Deputy', 'Tom Achebe'],
			['Safety Officer', 'not staffed: stays with the Incident Commander'],
			['Public Information Officer (Communications)', 'not staffed: stays with the Incident Commander'],
			['Liaison Officer (Liaison)', 'not staffed: stays with the Incident Commander'],
		]);
		expect(rows(blocks, '7. Operations').map(([, name]) => name)).toEqual([
			'not staffed: stays with the Incident Commander',
			'Chen Wei',
			'Ana Reis',
		]);
	});

	test('says that nobody is in command where nobody is', () => {
		expect(rows(ics203(viewOf(declared)), '3. Incident Commander')[0]).toEqual([
			'Incident Commander (Incident Manager)',
			'VACANT',
		]);
	});
});

describe('ICS 207', () => {
	test('draws the organisation as a tree, and as a chart where pictures are asked for', () => {
		expect(kinds({})).not.toContain('diagram');
		expect(kinds({pictures: true})).toContain('diagram');
		expect(kinds({})).toContain('figure');
	});

	test('stays small with many people, and says what was left out', () => {
		const crowd = Array.from({length: 70}, (_, index) => `assign sme @"Person ${index + 10}"`);
		const blocks = ics207(viewOf(staffed.and(...experts(3), ...crowd), {pictures: true}));

		const chart = blocks.find(one => one.type === 'diagram');
		expect(chart?.lines.length).toBeLessThan(130);
		expect(markdown(blocks)).toMatch(/\d+ of \d+ positions are left out of the chart/u);
	});
});
