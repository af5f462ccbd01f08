import {describe, expect, test} from 'vitest';
import type {Board} from '../../source/board.ts';
import {overview, overviewJson, overviewRows} from '../../source/documents/overview.ts';
import {plainText} from '../../source/documents/plain.ts';
import {emptyBoard} from '../../source/fold.ts';
import {promptsOf} from '../../source/propose.ts';
import {readArguments} from '../../source/shell/arguments.ts';
import {overview as overviewCall} from '../../source/shell/overview.ts';
import {createShell, type World} from '../../source/shell/shell.ts';
import {at, storyOf} from '../support/spec.ts';
import {openSession} from '../support/shell.ts';

const now = at('12:00');

/** An incident of its own, told by lines. */
const incident = (number: number, ...lines: readonly string[]): Board =>
	storyOf(emptyBoard(`INC-2026-000${number}`), at('10:00')).and(...lines).board;

const viewsOf = (...boards: readonly Board[]) => boards.map(board => ({board, prompts: promptsOf({board, now})}));

/** What is listed, each as deep as it stands. */
const listed = (...boards: readonly Board[]): readonly string[] =>
	overviewRows(viewsOf(...boards), now).map(({ref, depth}) => `${'>'.repeat(depth)}${ref.slice(-1)}`);

const declare = (title: string, rest = '') => `declare ${title} severity:S3${rest}`;
const alone = incident(1, declare('Site is slow'));
const silver = incident(2, declare('Payments exposed'), 'escalate silver', 'link INC-2026-0003', 'link INC-2026-0004');
const held = incident(3, declare('Mail is down'));

describe('given several open incidents', () => {
	test('when one is led by silver, then those it links stand under it, before the others', () => {
		expect(listed(alone, held, silver)).toEqual(['2', '>3', '1']);
	});

	test('when the other log said the link, then it is held all the same', () => {
		const said = incident(4, declare('Wifi is down'), 'link INC-2026-0002');
		const lead = incident(2, declare('Payments exposed'), 'escalate silver');
		expect(listed(said, lead)).toEqual(['2', '>4']);
	});

	test('when gold holds silver, then silver stands under it with what silver holds', () => {
		const gold = incident(5, declare('All is down'), 'escalate gold', 'link INC-2026-0002', 'link INC-2026-0001');
		expect(listed(alone, silver, held, gold)).toEqual(['5', '>2', '>>3', '>1']);
	});

	test('when bronze links bronze, silver links silver, or the link was taken back, then each stands by itself', () => {
		const bronze = incident(4, declare('Wifi is down'), 'link INC-2026-0001');
		const other = incident(6, declare('Data centre is hot'), 'escalate silver', 'link INC-2026-0002');
		const gone = incident(7, declare('Door is open'), 'escalate silver', 'link INC-2026-0001', 'unlink INC-2026-0001');
		expect(listed(alone, bronze)).toEqual(['1', '4']);
		expect(listed(silver, other)).toEqual(['2', '6']);
		expect(listed(alone, gone)).toEqual(['7', '1']);
	});

	test('when two commands link one incident, then it is listed once', () => {
		const other = incident(6, declare('Data centre is hot'), 'escalate silver', 'link INC-2026-0003');
		expect(listed(silver, held, other)).toEqual(['2', '>3', '6']);
	});

	test('when one is closed, then it is not listed and holds nothing', () => {
		const over = incident(2, declare('Payments exposed'), 'escalate silver', 'link INC-2026-0003', 'close');
		expect(listed(alone, held, over)).toEqual(['1', '3']);
	});

	test('when one is an exercise, then it says so and no real command holds it', () => {
		const drill = incident(3, declare('Mail is down', ' exercise:yes'));
		expect(listed(silver, drill)).toEqual(['2', '3']);
		expect(plainText(overview(viewsOf(drill), now), 120)).toContain('EXERCISE INC-2026-0003 Mail is down');
	});

	test('when the page is printed, then each says how it stands', () => {
		const busy = incident(
			1,
			'declare Site is slow severity:S1',
			'assign im @"Priya Shah"',
			'action look @"Chen Wei" by 11:00',
			'action wait @chen by 13:00',
		);
		const urgent = promptsOf({board: busy, now}).filter(one => one.severity === 'urgent').length;
		expect(urgent).toBeGreaterThan(0);
		expect(plainText(overview(viewsOf(silver, held, busy), now), 120).split('\n')).toEqual([
			'Open incidents',
			'==============',
			'',
			'Incident                        Severity  Phase  Tier    Incident Manager  Overdue  Urgent  Age',
			'------------------------------  --------  -----  ------  ----------------  -------  ------  ----',
			'INC-2026-0002 Payments exposed  S3        hot    silver  VACANT            0        1       2h00',
			'  INC-2026-0003 Mail is down    S3        hot    bronze  VACANT            0        1       2h00',
			`INC-2026-0001 Site is slow      S1        hot    bronze  Priya Shah        1        ${urgent}       2h00`,
			'',
		]);
	});

	test('when there is little room, then the page fits', () => {
		const lines = plainText(overview(viewsOf(silver, held, alone), now), 80).split('\n');
		expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(80);
		expect(lines.some(line => line.startsWith('Incident:'))).toBe(false);
	});

	test('when it is asked for as JSON, then it says who holds whom', () => {
		expect(overviewJson(viewsOf(silver, held), now)).toEqual([
			{
				ref: 'INC-2026-0002',
				title: 'Payments exposed',
				exercise: false,
				severity: 'S3',
				phase: 'hot',
				tier: 'silver',
				incidentManager: null,
				overdueActions: 0,
				urgentPrompts: 1,
				declaredAt: at('10:00'),
				ageMinutes: 120,
				under: null,
			},
			expect.objectContaining({ref: 'INC-2026-0003', tier: 'bronze', under: 'INC-2026-0002'}),
		]);
	});
});

describe('given nothing that is open', () => {
	test('when the overview is made, then it says so', () => {
		expect(plainText(overview([], now), 80)).toContain('No incident is open.');
		expect(overviewJson(viewsOf(incident(1, declare('Site is slow'), 'close')), now)).toEqual([]);
	});
});

/** What the call prints. */
const call = async (folder: string, ...argv: readonly string[]): Promise<string> => {
	let printed = '';
	const world: World = {
		env: {},
		readInput: async () => new Uint8Array(),
		print(text) {
			printed += text;
		},
		complain() {},
		isTerminal: false,
		columns: 100,
		login: 'loggist',
		home: folder,
		zone: 'UTC',
		version: '0.0.0',
	};
	expect(await overviewCall(createShell(world, readArguments(argv).flags))).toBe(0);
	return printed;
};

describe('given a ledger', () => {
	test('when it holds several incidents, then all that are open are printed', async () => {
		const {file, folder, loggist} = openSession();
		await loggist(`--now ${now} declare Site is slow severity:S3`);
		await loggist(`--now ${now} declare Payments exposed severity:S3`);
		await loggist(`--now ${now} escalate silver`);
		await loggist(`--now ${now} link INC-2026-0001`);
		const page = await call(folder, '--db', file, '--now', now);
		expect(page.split('\n').slice(5)).toEqual([
			expect.stringMatching(/^INC-2026-0002 Payments exposed .* silver /u),
			expect.stringMatching(/^ {2}INC-2026-0001 Site is slow .* bronze /u),
			'',
		]);
		expect(JSON.parse(await call(folder, '--db', file, '--now', now, '--json'))).toMatchObject([
			{ref: 'INC-2026-0002', under: null},
			{ref: 'INC-2026-0001', under: 'INC-2026-0002'},
		]);
	});

	test('when there is none yet, then the list is empty and no file is made', async () => {
		const {file, folder} = openSession();
		expect(await call(folder, '--db', file, '--json')).toBe('[]\n');
	});
});
