import {describe, expect, test} from 'vitest';
import {actionList} from '../../source/documents/action-list.ts';
import {curatedEntries, curatedLog, ranges} from '../../source/documents/curated-log.ts';
import {decisionLog} from '../../source/documents/decision-log.ts';
import {type DocumentView, incidentLog} from '../../source/documents/incident-log.ts';
import {markdown} from '../../source/documents/markdown.ts';
import {situationReport} from '../../source/documents/situation-report.ts';
import type {Block} from '../../source/section.ts';
import {at, declared, given, staffed, type Story} from '../support/spec.ts';
import {headingsOf, readMarkdown, rowsUnder, textOf} from './reading.ts';

const viewOf = (story: Story, clock?: string): DocumentView => ({
	board: story.board,
	entries: story.entries,
	now: clock === undefined ? story.now : at(clock),
	prompts: story.prompts(clock),
	version: '1.2.3',
});

const read = (blocks: readonly Block[]) => readMarkdown(markdown(blocks));

const rows = (blocks: readonly Block[], title: string) =>
	rowsUnder(read(blocks), title).map(row => row.map(cell => textOf(cell)));

const items = (blocks: readonly Block[], title: string): readonly string[] => {
	const from = blocks.findIndex(one => one.type === 'heading' && one.text === title);
	const found = blocks.slice(from + 1).find(one => one.type !== 'paragraph');
	return found?.type === 'list' ? found.items : [];
};

describe('the curated log', () => {
	const story = staffed.and(
		'[10:10 @priya] action isolate host 17 @chen by 10:30',
		'[10:11 @chen] ack A1',
		'[10:12 @sam] note host 71 named',
		'[10:13 @sam] strike 15 because it is host 17',
		'[10:14 @chen] done A1 off result:success',
	);

	test('leaves out what was struck, the strikes, and how log and team were kept, and names the numbers', () => {
		const curated = curatedEntries(viewOf(story));

		expect(curated.struck).toEqual([15, 16]);
		expect(curated.told.map(one => one.event.kind)).not.toContain('person-joined');
		expect(curated.told.map(one => one.event.kind)).toContain('action-done');
		const all = [...curated.told.map(one => one.number), ...curated.struck, ...curated.housekeeping];
		expect(all.toSorted((a, b) => a - b)).toEqual(story.entries.map(one => one.number));
	});

	test('keeps the numbers of the entries, and says which are missing', () => {
		const blocks = curatedLog(viewOf(story));

		const numbers = rows(blocks, 'Log').map(([number]) => Number(number));
		expect(numbers).toEqual(curatedEntries(viewOf(story)).told.map(one => one.number));
		expect(items(blocks, 'Log')).toEqual([
			'Struck, and the strikes: 15 to 16',
			expect.stringMatching(/^How the log and the team were kept: /u),
		]);
		expect(markdown(blocks)).not.toContain('host 71');
	});

	test('says that nothing was left out where nothing was', () => {
		expect(markdown(curatedLog(viewOf(given('declare X', 'note y'))))).toContain('Nothing was left out.');
	});

	test('a kind that a newer version wrote is told', () => {
		const view = viewOf(declared);
		const unread = {kind: 'unread' as const, wasKind: 'moon-seen', data: {}};
		const entries = [...view.entries, ...view.entries.slice(0, 1).map(one => ({...one, number: 2, event: unread}))];

		expect(curatedEntries({...view, entries}).told.map(one => one.number)).toEqual([1, 2]);
	});

	test('ranges read as people write them', () => {
		expect(ranges([])).toBe('');
		expect(ranges([3, 7, 8, 9, 12])).toBe('3, 7 to 9, 12');
	});
});

describe('the decision log', () => {
	const story = staffed.and(
		'[10:10 @chen] suspect the supplier token',
		'[10:11 @ana] recommend payments offline because it leaks',
		'[10:12 @priya] option leave it on because it costs less',
		'[10:13 @sam] decide payments offline on:14 next 11:00 because card data leak',
		'[10:14 @sam] object D1 @ana because customers cannot pay',
		'[10:15 @priya] action switch payments off @chen by 10:30 on:16',
		'[10:16 @chen] refute F2 because it is revoked',
		'[10:18 @ana] recommend tell the supplier because they must know',
	);
	const blocks = decisionLog(viewOf(story));
	const fields = Object.fromEntries(rows(blocks, 'D1 payments offline'));

	test('tells of each decision what was asked, decided, why, by whom, and what followed', () => {
		expect(fields).toMatchObject({
			Question: 'payments offline (recommended by Ana Reis, entry 14)',
			Decided: 'payments offline',
			Because: 'card data leak',
			'Decided by': 'Priya Shah',
			'Next decision point': '2026-06-02 11:00 UTC',
			'What followed': 'A1 switch payments off (open)',
		});
		expect(rows(blocks, 'Options')).toEqual([['leave it on', 'it costs less', 'Priya Shah', '15']]);
		expect(rows(blocks, 'Strong objections')).toEqual([
			['Ana Reis', 'customers cannot pay', '2026-06-02 10:14 UTC', expect.any(String)],
		]);
	});

	test('tells what was known then, whatever became of it since', () => {
		expect(items(blocks, 'Known then')).toEqual([
			'known: F1 host 17 sends card data to an unknown address',
			'suspected: F2 the supplier token',
		]);
	});

	test('tells what was known by a finding that is struck since, and why it is struck', () => {
		const known = declared.and(
			'assign im @"Priya Shah"',
			'know host 17 sends card data to an unknown address',
			'[10:05 @priya] decide payments offline because card data leak',
		);
		const finding = known.entries.findIndex(({event}) => event.kind === 'finding-recorded') + 1;
		const struck = known.and(`[10:30] strike ${finding} because it was host 18`);
		const strike = struck.entries.length;
		const told = `F1 host 17 sends card data to an unknown address (struck later by entry ${strike}, because it was host 18)`;
		expect(items(decisionLog(viewOf(struck)), 'Known then')).toEqual([`known: ${told}`]);
		expect(rows(incidentLog(viewOf(struck)), 'Decisions').map(row => row.at(-1))).toEqual([`known ${told}`]);
		expect(rows(incidentLog(viewOf(known)), 'Decisions').map(row => row.at(-1))).toEqual(['known F1']);
	});

	test('tells where only the word that made a finding known was struck later', () => {
		const struck = declared.and(
			'suspect the supplier token',
			'confirm F1',
			'decide payments offline',
			'strike 3 because nobody had looked',
		);
		expect(items(decisionLog(viewOf(struck)), 'Known then')).toEqual([
			'known: F1 the supplier token (confirmation struck later by entry 5, because nobody had looked)',
		]);
	});

	test('names the decisions that were struck, so that no number is missing', () => {
		const struck = declared.and('decide a', 'decide b', 'strike 2 because it was not decided');
		expect(rows(decisionLog(viewOf(struck)), 'Struck decisions')).toEqual([
			[
				'D1',
				'2',
				expect.any(String),
				expect.stringMatching(/^D1 a.* \(struck by sam at .*, entry 4, because it was not decided\)$/u),
			],
		]);
		expect(markdown(decisionLog(viewOf(declared.and('decide a'))))).not.toContain('Struck decisions');
	});

	test('says of a decision that was written down late when that was', () => {
		const late = declared.and('[10:40] decide a at 10:25', '[10:41] explain 2 because the line was down');
		expect(Object.fromEntries(rows(decisionLog(viewOf(late)), 'D1 a'))).toMatchObject({
			At: '2026-06-02 10:25 UTC',
			Recorded: 'by sam in entry 2, at 2026-06-02 10:40 UTC, late 15m, because the line was down',
		});
	});

	test('heads a decision of two lines with one', () => {
		const written = markdown(decisionLog(viewOf(declared.and('decide payments offline\nuntil host 17 is clean'))));
		expect(written).toContain('## D1 payments offline until host 17 is clean\n');
		expect(written).toContain('| Decided | payments offline ⏎ until host 17 is clean |');
	});

	test('marks what the log cannot know as a gap', () => {
		expect(fields['Who was told']).toMatch(/^TO FILL IN: /u);
		expect(fields['Looked at again']).toMatch(/^TO FILL IN: /u);
	});

	test('tells what waits, and other rulings', () => {
		expect(rows(blocks, 'Not decided').map(row => row[1])).toEqual(['tell the supplier']);
		const ruled = declared.and(
			'assign im @"Priya Shah"',
			'escalate silver @"Uma Diaz" because two departments',
			'clock gdpr since 09:50',
			'waive C1 @priya because no risk to people',
		);
		const rulings = rows(decisionLog(viewOf(ruled)), 'Other rulings');
		expect(rulings.map(row => [row[2], row[4]])).toEqual([
			['silver command (tactical) stood up', 'two departments'],
			[expect.stringMatching(/^C1 not notified: /u), 'no risk to people'],
		]);
	});

	test('says so where nothing was decided', () => {
		expect(markdown(decisionLog(viewOf(declared)))).toContain('No decisions were recorded.');
	});
});

describe('a cancelled action', () => {
	test('has a reason, and no effect', () => {
		const view = viewOf(declared.and('action find the keys', 'cancel A1 because it was given twice'));
		expect(rows(actionList(view), 'Ended')[0]?.slice(8, 10)).toEqual(['cancelled', 'because it was given twice']);
	});
});

describe('the list of actions', () => {
	const story = staffed.and(
		'[10:10 @priya] action isolate host 17 @chen by 10:30 affects:users',
		'[10:11 @chen] ack A1',
		'[10:12 @priya] action find the keys',
		'[10:20 @chen] report A1 still up by 10:50',
		'[10:21 @priya] action look at logs @ana by 10:40',
		'[10:25 @ana] done A3 nothing in them result:failure',
		'[10:26 @sam] reassign A2 @ana because she is free',
		'[10:30] followup rotate the keys @chen by friday',
	);
	const blocks = actionList(viewOf(story, '10:55'));

	test('has the open ones first, most urgent first, with who gave them, when, and how they stand', () => {
		expect(rows(blocks, 'Open')).toEqual([
			[
				'A1',
				'isolate host 17 (affects users)',
				'Chen Wei',
				'Priya Shah',
				'2026-06-02 10:10 UTC',
				'2026-06-02 10:11 UTC',
				'2026-06-02 10:50 UTC',
				'5m late',
				'0',
				'not told',
			],
			[
				'A2',
				'find the keys',
				'Ana Reis',
				'Priya Shah',
				'2026-06-02 10:12 UTC',
				'not acknowledged',
				'no time',
				'no time',
				'0',
				'',
			],
		]);
	});

	test('has those that ended with result and effect, and what was said on the way', () => {
		expect(rows(blocks, 'Ended').map(row => [row[0], row[8], row[9]])).toEqual([['A3', 'failure', 'nothing in them']]);
		expect(rows(blocks, 'Reports and changes').map(row => row[0])).toEqual(['A1', 'A2']);
		expect(rows(blocks, 'Follow-ups, 1 open').map(row => row[2])).toEqual(['Chen Wei']);
	});
});

describe('the situation report', () => {
	const story = staffed.and(
		'[10:05 @chen] can @chen host 17 still sends | filtering | a second analyst',
		'[10:06 @priya] action isolate host 17 @chen by 10:10',
		'[10:07 @priya] action find the keys',
		'[10:08 @ana] recommend payments offline',
	);

	test('carries conditions, actions and needs of the whole incident', () => {
		const blocks = situationReport(viewOf(story, '10:20'));

		expect(items(blocks, 'Conditions')).toEqual([
			'open, S2, hot, bronze; personal data not involved',
			'Chen Wei, 2026-06-02 10:05 UTC: host 17 still sends',
		]);
		expect(items(blocks, 'Actions')).toEqual([
			'2 open, 1 overdue (A1), 0 ended',
			'Chen Wei, 2026-06-02 10:05 UTC: filtering',
		]);
		expect(items(blocks, 'Needs')).toEqual([
			'1 recommended and not decided',
			'an owner for A2',
			'a report time for A2',
			'Chen Wei, 2026-06-02 10:05 UTC: a second analyst',
		]);
	});

	test('says that command is vacant, and that nothing is asked for where nothing is', () => {
		expect(items(situationReport(viewOf(declared)), 'Needs')).toEqual(['Incident Manager is vacant']);
		expect(markdown(situationReport(viewOf(declared.and('assign im @"Priya Shah"'))))).toContain(
			'### Needs\n\nNothing is asked for.\n',
		);
	});
});

describe('every record', () => {
	test.each([
		['curated', curatedLog],
		['decisions', decisionLog],
		['actions', actionList],
		['sitrep', situationReport],
	])('%s is marked at its top and bottom, and says EXERCISE in an exercise', (_, make) => {
		const blocks = make(viewOf(given('declare X exercise:yes marking:TLP:RED')));

		const banners = [
			{type: 'paragraph', text: 'TLP:RED'},
			{type: 'paragraph', text: 'EXERCISE EXERCISE EXERCISE'},
		];
		expect(blocks.slice(0, 2)).toEqual(banners);
		expect(blocks.slice(-2)).toEqual(banners);
		expect(headingsOf(read(blocks)).filter(one => !one.startsWith('EXERCISE: '))).toEqual([]);
	});
});
