import {describe, expect, test} from 'vitest';
import {handoverBrief} from '../../source/documents/handover-brief.ts';
import {markdown} from '../../source/documents/markdown.ts';
import type {Block, Cell} from '../../source/section.ts';
import {at, declared, full, given, staffed, type Story} from '../support/spec.ts';
import {headingsOf, readMarkdown} from './reading.ts';

const viewOf = (story: Story, clock?: string) => ({
	board: story.board,
	entries: story.entries,
	now: clock === undefined ? story.now : at(clock),
	prompts: story.prompts(clock),
	version: '1.2.3',
	madeBy: 'sam',
});

const brief = (story: Story, clock?: string): readonly Block[] => handoverBrief(viewOf(story, clock));

/** What stands under a heading, up to the next one. */
const under = (blocks: readonly Block[], title: string): readonly Block[] => {
	const after = blocks.slice(blocks.findIndex(one => one.type === 'heading' && one.text === title) + 1);
	const end = after.findIndex(one => one.type === 'heading');
	return after.slice(0, end === -1 ? undefined : end);
};

const rows = (blocks: readonly Block[], title: string): readonly (readonly Cell[])[] =>
	under(blocks, title).flatMap(one => (one.type === 'table' ? one.rows : []));

const items = (blocks: readonly Block[], title: string): readonly string[] =>
	under(blocks, title).flatMap(one => (one.type === 'list' ? one.items : []));

const said = (blocks: readonly Block[], title: string): readonly string[] =>
	under(blocks, title).flatMap(one => (one.type === 'paragraph' ? [one.text] : []));

const fields = [
	'Handover',
	'History',
	'Priorities and objectives',
	'Current plan',
	'People and assignments',
	'Organisation',
	'Facilities and channels',
	'State of communications',
	'Constraints',
	'Delegated authority',
	'Hypotheses',
	'Open decisions',
	'Actions due in the next hour',
	'Prompts open',
	'Clocks',
	'Prompts deferred or overridden',
	'Welfare',
];

describe('given an incident of which the board knows next to nothing', () => {
	const empty = given('declare X severity:S3 kind:operational');

	test('when the brief is made, then every field that doctrine wants stands there, and says what is not recorded', () => {
		const blocks = brief(empty);

		expect(blocks.flatMap(one => (one.type === 'heading' ? [one.text] : []))).toEqual([
			'Handover brief: INC-2026-0001 X',
			...fields,
		]);
		for (const title of [
			'Handover',
			'Current plan',
			'People and assignments',
			'Facilities and channels',
			'Constraints',
			'Delegated authority',
			'Hypotheses',
			'Clocks',
			'Prompts deferred or overridden',
		]) {
			expect(said(blocks, title)).toEqual(['not recorded']);
		}

		// The last part is followed by the line by which the brief is checked.
		expect(said(blocks, 'Welfare')).toEqual(['not recorded', expect.stringContaining('Not signed.')]);
		expect(said(blocks, 'State of communications')).toEqual(['Last message sent: not recorded']);
		expect(said(blocks, 'Priorities and objectives')).toEqual(['Severity S3, hot.', 'Objectives: not recorded']);
	});

	test('when it is written as Markdown, then its headings are read as they stand', () => {
		expect(headingsOf(readMarkdown(markdown(brief(full))))).toEqual(
			expect.arrayContaining(['Handover brief: INC-2026-0001 Payments database exposed', ...fields]),
		);
	});

	test('when it is an exercise with a marking, then every page says so', () => {
		const drill = brief(given('declare X severity:S3 kind:operational exercise:yes marking:OFFICIAL'));

		const headings = drill.flatMap(one => (one.type === 'heading' ? [one.text] : []));
		expect(headings.filter(one => !one.startsWith('EXERCISE: '))).toEqual([]);
		const banners = [{text: 'OFFICIAL'}, {text: 'EXERCISE EXERCISE EXERCISE'}];
		expect(drill.slice(0, 2)).toMatchObject(banners);
		expect(drill.slice(-2)).toMatchObject(banners);
		expect(items(drill, 'EXERCISE: Constraints')).toEqual(['marked OFFICIAL']);
	});
});

describe('given a team in full work', () => {
	test('when it is made, then it says who holds what and what they have open', () => {
		const blocks = brief(full);

		expect(rows(blocks, 'People and assignments')).toContainEqual([
			'Subject matter expert',
			'Ana Reis',
			'2026-06-02 10:00 UTC',
			'not recorded',
			'A1',
		]);
		expect(under(blocks, 'Organisation')).toMatchObject([{type: 'figure'}]);
	});

	test('when a finding was settled or a decision made, then the history tells it, but not what was struck', () => {
		const story = full.and('[10:20] refute F2 the token is old', 'note x');

		expect(items(brief(story), 'History').at(-1)).toContain('2026-06-02 10:20 UTC, entry 18');
		expect(items(brief(story), 'History')[0]).toContain('entry 1:');
		const struck = story.and('strike 18 because it was F1');
		expect(items(brief(struck), 'History').some(one => one.includes('entry 18'))).toBe(false);
	});

	test('when the history is long, then the newest are told and the rest is counted', () => {
		const long = full.and(...Array.from({length: 40}, (_, index) => `decide step ${index} because x`));

		expect(items(brief(long), 'History')).toHaveLength(30);
		expect(items(brief(long), 'History').at(-1)).toContain('step 39');
		expect(said(brief(long), 'History')[0]).toContain('The first 12 are left out');
	});

	test('when actions fall due within the hour, then they stand there with the time left, and no others', () => {
		const story = full.and('action y @chen by 11:01', 'action z @chen by 10:30');

		expect(rows(brief(story), 'Actions due in the next hour').map(row => [row[0], row[4]])).toEqual([
			['A3', 'in 30m'],
			['A1', 'in 1h00'],
		]);
		expect(said(brief(declared), 'Actions due in the next hour')).toEqual(['None.']);
	});

	test('when a heartbeat said what comes next, then that is the plan', () => {
		const story = full.and('heartbeat leak found | customers | host off | restore the backup next 11:30');

		expect(said(brief(story), 'Current plan')).toEqual([
			expect.stringContaining('restore the backup'),
			'Next heartbeat: 2026-06-02 11:30 UTC',
		]);
	});

	test('when prompts were answered, then deferrals that still hold and exceptions are handed on', () => {
		const story = full.and('relieve deputy', 'answer R3 deputy defer until 11:00 because Tom is on his way');

		expect(rows(brief(story), 'Prompts deferred or overridden')).toMatchObject([
			['R3', 'deputy', expect.anything(), 'deferred', '2026-06-02 11:00 UTC', 'Tom is on his way', ''],
		]);
		expect(rows(brief(story, '10:59:59.999'), 'Prompts deferred or overridden')).toHaveLength(1);
		expect(rows(brief(story, '11:00'), 'Prompts deferred or overridden')).toEqual([]);
		const overridden = story.and('[11:00] answer R3 deputy override because we are three');
		expect(rows(brief(overridden, '15:00'), 'Prompts deferred or overridden')).toMatchObject([
			{3: 'overridden', 6: 'Priya Shah'},
		]);
	});

	test('when something waits for the Incident Manager, then it is an open decision', () => {
		const story = staffed.and(
			'[ @chen] recommend take host 17 off',
			'[10:01 @sam] assign sme @priya',
			'answer R6 override because x',
		);

		expect(items(brief(story), 'Open decisions')).toEqual(['take host 17 off (recommended by Chen Wei in entry 13)']);
		const put = staffed.and('relieve analyst', 'answer R4 put');
		expect(items(brief(put, '12:00'), 'Open decisions')[0]).toContain('(R4, put at 2026-06-02 10:00 UTC)');
		expect(said(brief(staffed), 'Open decisions')).toEqual(['None waits for the Incident Manager.']);
	});

	test('when people have been at work for long, then welfare says so, longest first', () => {
		const story = full.and('[12:00] release @ana', '[12:30] checkin @ana', 'offline @tom by 17:00');

		const welfare = rows(brief(story, '16:00'), 'Welfare');
		expect(welfare[0]).toEqual(['Priya Shah', '2026-06-02 10:00 UTC', '6h00', 'a pause is due']);
		expect(welfare[1]?.[3]).toBe('a pause is due; offline from 2026-06-02 17:00 UTC');
		expect(welfare.at(-1)).toEqual([
			'Ana Reis',
			'2026-06-02 12:30 UTC',
			'3h30',
			'not rested since 2026-06-02 12:00 UTC',
		]);
	});

	test('when a role is offered, then its times stand there with what lacks; when it is done, nothing lacks', () => {
		const offered = full.and('handover im @tom by 10:30', '[10:05] briefed im');

		expect(rows(brief(offered), 'Handover')).toEqual([
			[
				'Incident Manager',
				'Priya Shah',
				'Tom Achebe',
				'2026-06-02 10:05 UTC',
				'2026-06-02 10:30 UTC',
				'not recorded',
				'not recorded',
				'acceptance, announcement, situation report',
			],
		]);
		const done = offered.and('[10:31] accept im', 'announce', 'heartbeat x');
		expect(rows(brief(done), 'Handover')).toMatchObject([{5: '2026-06-02 10:31 UTC', 7: 'nothing'}]);
	});

	test('when a role was vacant, then that is flagged with how long', () => {
		const blocks = brief(full.and('[10:30] relieve deputy'), '10:45');

		expect(rows(blocks, 'Roles not covered')).toMatchObject([['Deputy', {}, {}, '15m']]);
		expect(rows(brief(full), 'Roles not covered')).toEqual([]);
	});
});
