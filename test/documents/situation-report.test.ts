import {describe, expect, test} from 'vitest';
import {markdown} from '../../source/documents/markdown.ts';
import {situationReport} from '../../source/documents/situation-report.ts';
import {type Line, type Play, playLines} from '../support/incident.ts';
import {headingsOf, readMarkdown, rowsUnder, textOf} from './reading.ts';

const written = (play: Play): string =>
	markdown(
		situationReport({
			board: play.board(),
			now: play.now(),
			prompts: play.desk.prompts(),
			version: '1.2.3',
			madeBy: 'sam',
		}),
	);

const read = (play: Play) => readMarkdown(written(play));

const texts = (rows: ReturnType<typeof rowsUnder>) => rows.map(row => row.map(cell => textOf(cell)));

const fields = (play: Play) => Object.fromEntries(texts(rowsUnder(read(play), 'exposed')));

/** The paragraph that follows a heading. */
const under = (play: Play, title: string): string | undefined => {
	const document = read(play);
	const at = document.findIndex(node => node.type === 'heading' && textOf(node) === title);
	const next = document[at + 1];
	return at === -1 || next === undefined ? undefined : textOf(next);
};

const story: readonly Line[] = [
	['09:00', 'sam', 'declare Payments database exposed severity:S2 kind:security zone:Europe/London marking:OFFICIAL'],
	['09:01', 'sam', 'assign im @"Priya Shah"'],
	['09:01', 'sam', 'assign deputy @"Tom Achebe"'],
	['09:02', 'sam', 'assign secretariat @"Sam Ó Briain"'],
	['09:02', 'sam', 'checkin @"Chen Wei" analyst'],
	['09:03', 'chen', 'know host 17 sends card data'],
	['09:04', 'chen', 'suspect the supplier token'],
	['09:05', 'chen', 'unknown since when'],
	['09:06', 'chen', 'recommend payments offline because it still leaks'],
	['09:07', 'chen', 'can @chen host 17 still sends | filtering | a second analyst'],
	['09:10', 'priya', 'heartbeat data left host 17 | cards must be blocked | | find the leaked keys next 10:40'],
];

describe('given a heartbeat with three of its four answers', () => {
	test('when the report is made, then its parts stand in their order', async () => {
		expect(headingsOf(read(await playLines(story)))).toEqual([
			'Situation report 1: INC-2026-0001 Payments database exposed',
			'What happened',
			'What it means for us',
			'What we have done',
			'What we do next',
			'Conditions, actions, needs',
			'Known, unknown, suspected',
			'CAN reports',
			'Decisions needed',
		]);
	});

	test('when the report is made, then the incident stands at its head, in its zone', async () => {
		expect(fields((await playLines(story)).at('09:15'))).toEqual({
			Incident: 'INC-2026-0001',
			Number: '1',
			Time: '2026-06-02 10:15 BST',
			'Made by': 'Loggist 1.2.3, run by sam',
			Status: 'open',
			Severity: 'S2',
			'Personal data': 'not involved',
			Kind: 'security',
			Category: 'not recorded',
			Phase: 'hot',
			Tier: 'bronze',
			'Incident Manager': 'Priya Shah',
			Deputy: 'Tom Achebe',
			Responders: 'Sam Ó Briain (secretariat), Chen Wei (security analyst)',
			'Next update': '2026-06-02 10:40 BST',
			Distribution: 'team',
		});
	});

	test('when the report is made, then the answers are there, and what was not said says so', async () => {
		const play = await playLines(story);

		expect(
			['What happened', 'What it means for us', 'What we have done', 'What we do next'].map(title =>
				under(play, title),
			),
		).toEqual(['data left host 17', 'cards must be blocked', 'not said', 'find the leaked keys']);
		expect(written(play)).toContain('From the heartbeat of 2026-06-02 10:10 BST, entry');
		expect(written(play)).toContain('OFFICIAL');
	});

	test('when the next update is late, then the report says so', async () => {
		const play = await playLines(story);

		expect(fields(play.at('09:39'))['Next update']).toBe('2026-06-02 10:40 BST');
		expect(fields(play.at('09:40'))['Next update']).toBe('2026-06-02 10:40 BST, passed');
	});

	test('when another heartbeat is held, then the report has the next number, and says from when an older answer is', async () => {
		const play = await playLines([...story, ['09:40', 'priya', 'heartbeat it is contained']]);

		expect(headingsOf(read(play))[0]).toContain('Situation report 2:');
		expect(under(play, 'What happened')).toBe('it is contained');
		expect(under(play, 'What it means for us')).toMatch(
			/^cards must be blocked \(said at the heartbeat of .* BST|UTC\)$/u,
		);
	});

	test('when the heartbeat is struck, then the report does not speak of it', async () => {
		const play = await playLines(story);
		await play.at('09:20').say(`strike ${play.entries().length} because it was a draft`);

		expect(under(play, 'What happened')).toBe('not said');
	});
});

describe('given findings and an expert’s report', () => {
	test('when the report is made, then they are in tables', async () => {
		const document = read(await playLines(story));

		expect(texts(rowsUnder(document, 'Known, unknown, suspected')).map(row => row.slice(0, 4))).toEqual([
			['F1', 'known', 'host 17 sends card data', 'Chen Wei'],
			['F3', 'unknown', 'since when', 'Chen Wei'],
			['F2', 'suspected', 'the supplier token', 'Chen Wei'],
		]);
		expect(texts(rowsUnder(document, 'CAN reports'))).toEqual([
			['Chen Wei', '2026-06-02 10:07 BST', 'host 17 still sends', 'filtering', 'a second analyst'],
		]);
	});
});

/** What waits for the Incident Manager, row by row. */
const needed = (play: Play) => texts(rowsUnder(read(play), 'Decisions needed')).map(([what]) => what);

describe('given what waits for the Incident Manager', () => {
	test('when a recommendation is not decided, then it is there, and gone when it is', async () => {
		const play = await playLines(story);
		expect(needed(play)).toEqual(['payments offline (recommended in entry 13)']);

		await play.at('09:12').as('priya').say('decide payments offline on:13 because it still leaks');

		expect(needed(play)).toEqual([]);
		expect(under(play, 'Decisions needed')).toBe('Nothing waits for the Incident Manager.');
	});

	test('when a prompt was put, then it is there until it is decided, also when doctrine has come back to it', async () => {
		const play = await playLines([...story, ['12:10', 'sam', 'answer H7 put']]);
		const long = expect.stringMatching(/^Running since 10:00 BST: .* \(H7\)$/u);
		expect(needed(play.at('12:11'))).toContainEqual(long);
		expect(needed(play.at('12:30'))).toContainEqual(long);

		await play.as('priya').say('decide two shifts rule:H7 because it leaks');

		expect(needed(play)).not.toContainEqual(long);
	});
});

describe('given a prompt that was put and a situation that is another since', () => {
	test('when the report is made, then the old question does not wait any more', async () => {
		const play = await playLines([
			...story,
			['12:10', 'sam', 'answer H7 put'],
			['12:15', 'sam', 'close'],
			['12:20', 'sam', 'reopen because it leaks again'],
		]);

		const asked = play.at('15:20').desk.prompts();
		expect(asked.map(one => one.rule)).toContain('H7');
		expect(needed(play).filter(what => what?.includes('(H7)'))).toEqual([]);
	});
});

describe('given people who are kept informed', () => {
	test('when the report is made, then it names them once, with their cadence, and whom messages are for', async () => {
		const play = await playLines([
			...story,
			['09:12', 'sam', 'audience siro every:30m'],
			['09:13', 'sam', 'message It is being looked at. audience:siro'],
			['09:14', 'sam', 'message Some payments fail. audience:customers'],
			['09:15', 'sam', 'message Nothing to see. audience:press'],
			['09:16', 'sam', 'withdraw M3'],
		]);

		// Nobody is written to by a message that was withdrawn.
		expect(fields(play)['Distribution']).toBe('team, SIRO (every 30 min), customers');
	});
});

describe('given objectives of an operational period', () => {
	test('when the report is made, then they are listed, with the time until which the period is', async () => {
		const play = await playLines([
			...story,
			['09:20', 'sam', 'period until 20:00'],
			['09:21', 'sam', 'objective contain the leak'],
		]);

		expect(headingsOf(read(play))).toContain('Objectives');
		expect(written(play)).toContain('contain the leak');
		expect(fields(play)['Operational period']).toBe('1, until 2026-06-02 20:00 BST');
	});
});

describe('given next to nothing', () => {
	test('when no heartbeat was held, then the report has no number and says so', async () => {
		const play = await playLines([['09:00', 'sam', 'declare Payments database exposed']]);

		expect(headingsOf(read(play))[0]).toBe('Situation report: INC-2026-0001 Payments database exposed');
		expect(fields(play)).toMatchObject({
			Number: 'no heartbeat has been held yet',
			'Incident Manager': 'VACANT',
			Responders: 'nobody',
			'Next update': 'not said',
		});
		expect(written(play)).toContain('Nothing is recorded as known, unknown or suspected.');
	});

	test('when the incident is closed as a false alarm, then the report says so', async () => {
		const play = await playLines([...story, ['09:50', 'sam', 'close outcome:false-alarm']]);

		expect(fields(play)['Status']).toBe('closed, a false alarm');
	});
});

describe('given an exercise', () => {
	test('when the report is made, then every heading says EXERCISE', async () => {
		const play = await playLines([
			['09:00', 'sam', 'declare Leak exercise:yes'],
			['09:10', 'sam', 'heartbeat it began'],
		]);

		expect(headingsOf(read(play)).filter(title => !title.startsWith('EXERCISE: '))).toEqual([]);
		expect(written(play)).toContain('EXERCISE EXERCISE EXERCISE');
	});

	test('when the incident is real, then nothing says EXERCISE', async () => {
		expect(written(await playLines(story))).not.toContain('EXERCISE');
	});
});
