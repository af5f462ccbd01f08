import {describe, expect, test} from 'vitest';
import {boardPage} from '../../source/documents/board-page.ts';
import {timeLeft} from '../../source/time.ts';
import {plainText} from '../../source/documents/plain.ts';
import {instant, type Line, type Play, playLines} from '../support/incident.ts';

const pageOf = (play: Play, width = 100): string =>
	plainText(boardPage({board: play.board(), now: play.now(), prompts: play.desk.prompts()}), width);

/** The lines under a title, up to the next. */
const under = (page: string, title: string): readonly string[] => {
	const lines = page.split('\n');
	const start = lines.indexOf(title) + 2;
	return lines.slice(start, lines.indexOf('', start));
};

const lines: readonly Line[] = [
	['09:00', 'sam', 'declare Payments database exposed severity:S2 kind:security data:personal zone:Europe/London'],
	['09:01', 'sam', 'assign im @"Priya Shah"'],
	['09:02', 'priya', 'accept im'],
	['09:03', 'sam', 'assign sme @"Chen Wei"'],
	['09:04', 'priya', 'action find the leaked keys'],
	['09:05', 'priya', 'action draft the notice @chen by 10:40'],
	['09:06', 'priya', 'action isolate host 17 @chen by 10:20'],
	['09:07', 'chen', 'suspect token reuse'],
	['09:08', 'chen', 'know host 17 answers'],
	['09:09', 'priya', 'decide payments offline because card data leak'],
];

describe('given a running incident', () => {
	test('when its board is printed, then the head says what it is, how it stands and what the time is', async () => {
		const play = (await playLines(lines)).at('09:30');

		expect(pageOf(play).split('\n').slice(0, 4)).toEqual([
			'INC-2026-0001 Payments database exposed',
			'=======================================',
			'',
			'S2 security · personal data   HOT · BRONZE   0:30:00   2026-06-02 10:30 BST',
		]);
	});

	test('when its board is printed, then every role is there, held or vacant', async () => {
		const play = (await playLines(lines)).at('09:30');

		expect(under(pageOf(play), 'Roles')).toEqual([
			'Role                   Person      Since  Accepted  Open actions',
			'---------------------  ----------  -----  --------  ------------',
			'Incident Manager       Priya Shah  10:01  10:02     0',
			'Deputy                 VACANT',
			'Secretariat            VACANT',
			'Security analyst       VACANT',
			'Data privacy           VACANT',
			'Subject matter expert  Chen Wei    10:03  not yet   2',
			'Communications         VACANT',
			'Liaison                VACANT',
		]);
	});

	test('when its board is printed, then the most urgent action comes first and says how late it is', async () => {
		const play = (await playLines(lines)).at('09:30');

		expect(under(pageOf(play), 'Actions').slice(2)).toEqual([
			'A3      isolate host 17       Chen Wei  10:20      10m late  open',
			'A2      draft the notice      Chen Wei  10:40      in 10m    open',
			'A1      find the leaked keys  no owner  no time              open',
		]);
	});

	test('when its board is printed, then findings stand by certainty and decisions with their reasons', async () => {
		const page = pageOf((await playLines(lines)).at('09:30'));

		expect(under(page, 'Findings').slice(2)).toEqual([
			'F2       known      host 17 answers  Chen Wei  10:08',
			'F1       suspected  token reuse      Chen Wei  10:07',
		]);
		expect(under(page, 'Decisions').slice(2)).toEqual([
			'D1        payments offline  card data leak  Priya Shah  10:09',
		]);
	});

	test('when its board is printed, then every prompt is there, in the order of their urgency', async () => {
		const play = (await playLines(lines)).at('09:30');

		const printed = under(pageOf(play, 200), 'Prompts').slice(2);

		expect(printed.map(line => line.split(/\s+/u, 2))).toEqual(
			play.desk.prompts().map(one => [one.rule, one.severity]),
		);
	});

	test('when its board is printed, then the newest ten entries are there, and the struck one says so', async () => {
		const play = await playLines(lines);
		await play.at('09:31').as('chen').say('note wrong\u{1B}[2Jhost');
		await play.say(`strike ${play.entries().length} because it is host 17`);
		await play.at('09:40').say('note a call at 10:20');

		const printed = under(pageOf(play, 150), 'Log').slice(2);

		expect(printed).toHaveLength(10);
		expect(printed.slice(-3)).toEqual([
			'13  10:31           Chen Wei    [struck: wrong␛[2Jhost] (struck by Chen Wei at 2026-06-02 10:31 BST, entry 14, because it is host 17)',
			'14  10:31           Chen Wei    entry 13 struck, because it is host 17',
			'15  10:20 late 20m  Chen Wei    a call',
		]);
	});

	test('when a sub-team stands, then it has its line and its own span of control', async () => {
		const play = await playLines([...lines, ['09:20', 'sam', 'split alpha @"Mia Berg" @"Ana Reis" by 10:50']]);

		const page = pageOf(play.at('09:30'));

		expect(under(page, 'Sub-teams').slice(2)).toEqual(['#alpha    Mia Berg  Ana Reis        10:50, in 20m']);
		expect(under(page, 'Span of control').slice(2)).toEqual([
			'Priya Shah  2 of 7          Chen Wei, Mia Berg',
			'Mia Berg    1 of 7          Ana Reis',
		]);
	});

	test('when a text is long, then the board shows its beginning', async () => {
		const play = await playLines(lines);
		await play.say('note x', {});
		await play.happens({kind: 'note-made', text: 'y'.repeat(100_000)});

		expect(pageOf(play).length).toBeLessThan(6000);
	});

	test('when a day has passed, then a time says its day', async () => {
		const play = (await playLines(lines)).at('2026-06-03T09:30:00.000Z');

		expect(under(pageOf(play), 'Roles')[2]).toContain('2026-06-02 10:01');
	});

	test('when it is closed, then the head says since when', async () => {
		const play = await playLines([...lines, ['09:30', 'priya', 'close because it is contained']]);

		expect(pageOf(play.at('09:45'))).toContain('CLOSED 10:30   0:30:00');
	});
});

describe('given an exercise with a marking', () => {
	test('when its board is printed, then both are at its head', async () => {
		const play = await playLines([['09:00', 'sam', 'declare Leak exercise:yes marking:"OFFICIAL SENSITIVE"']]);

		expect(pageOf(play).split('\n')).toEqual(
			expect.arrayContaining(['EXERCISE INC-2026-0001 Leak', 'EXERCISE EXERCISE EXERCISE', 'OFFICIAL SENSITIVE']),
		);
	});
});

describe('given a time that something is due', () => {
	test.each([
		['09:36', 'in 6m'],
		['11:44', 'in 2h14'],
		['09:30:59', 'in 59s'],
		['09:30', 'due now'],
		['09:29:01', 'due now'],
		['09:29', '1m late'],
		['09:18', '12m late'],
	])('when it is 09:30 and due at %s, then it is %s', (due, words) => {
		expect(timeLeft(instant(due), instant('09:30'))).toBe(words);
	});
});
