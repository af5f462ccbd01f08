import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {createSite, type Site} from '../support/console.ts';
import {composer, layoutTroubles, record} from '../support/seen.ts';
import type {TestTerminal} from '../support/terminal.ts';

/*
A drill in real terminals: its players' console and its facilitator's, each in a process of its own, on one ledger.
*/

const scenario = `title: Ransom note
objectives:
  - id: command
    text: Somebody commands
start: 2026-05-12T13:00:00.000Z
duration: 8h
state:
  - checkin @"Priya Shah"
injects:
  - number: 1
    at: +0m
    from: Service desk
    to: analyst
    means: chat
    text: Forty hosts show a note.
    expected:
      - role im by 30m
      - observed they asked for the backups
    objective: command
  - number: 2
    at: +2h
    from: Daily Courier
    text: Are customers affected?
  - number: 3
    at: by hand
    text: The lights go out.
truth: It was the printer.
`;

let site: Site;
let file: string;

beforeEach(() => {
	site = createSite();
	file = path.join(site.folder, 'ransom.yaml');
	writeFileSync(file, scenario);
});

afterEach(async () => {
	await site.remove();
});

/** Types a line of the console, which writes nothing that the line would be taken for. */
const enter = async (terminal: TestTerminal, line: string): Promise<void> => {
	terminal.type(line);
	await terminal.until(`the line holds ${line}`, () => composer(terminal).includes(line));
	terminal.press('<Enter>');
	await terminal.until('the line is taken', () => !composer(terminal).includes(line));
};

const run = (...words: readonly string[]): TestTerminal => site.open({arguments: ['drill', 'run', file, ...words]});

const kinds = (reference: string): readonly string[] =>
	(JSON.parse(site.run('log', '--json', '--incident', reference)) as readonly {readonly kind: string}[]).map(
		one => one.kind,
	);

const drill = 'DRILL-2026-0001';

describe('drill run', () => {
	test('plays a scenario: its injects come, it is paused, moved on and ended, and says how to go on', async () => {
		const terminal = run('--speed', '60');
		await terminal.shows(`EXERCISE  ${drill}`);
		await terminal.shows('EXERCISE INJECT 1 from Service desk to analyst by chat');
		await terminal.shows('×60');
		expect(terminal.raw()).toContain('\u0007');
		expect(layoutTroubles(terminal, 80, 24)).toEqual([]);
		await enter(terminal, '/drill pause');
		await terminal.shows('PAUSED');
		terminal.type('/drill release 9');
		await terminal.until('the line stands', () => composer(terminal).includes('release 9'));
		terminal.press('<Enter>');
		await terminal.shows('release 9: there is no inject 9.');
		terminal.press('<C-u>');
		await enter(terminal, '/drill release 3');
		await terminal.shows('The lights go out.');
		await enter(terminal, '/drill skip');
		await terminal.shows('EXERCISE INJECT 2 from Daily Courier');
		await terminal.shows('Injects · 3');
		await enter(terminal, '/drill injects');
		await terminal.shows('Inject 2 at 15:00');
		terminal.press('<Esc>');
		await terminal.hides('Inject 2 at 15:00');
		expect(terminal.raw()).not.toContain('printer');
		expect(terminal.raw()).not.toContain('they asked for the backups');
		await enter(terminal, '/drill end');
		await terminal.shows('OVER');
		await terminal.shows('the drill is over: /hotwash');
		await enter(terminal, '/hotwash the contact list was missing');
		terminal.press('<C-c>');
		expect(await terminal.exited()).toMatchObject({code: 0});
		expect(terminal.raw()).toContain(`EXERCISE ${drill} is over. How it went: loggist drill report`);
		expect(kinds(drill).slice(-2)).toEqual(['drill-ended', 'hot-wash-noted']);

		// Whoever evaluates it may open it again; its clock stands, and nothing more is delivered.
		const again = run('--incident', drill);
		await again.shows('OVER');
		await enter(again, '/observe 1.2 met they asked at once');
		await again.shows('expectation 1.2 met');
		expect(kinds(drill).at(-1)).toBe('expectation-observed');
	});

	test('sends nothing elsewhere, whatever is asked: no notification of the desktop', async () => {
		const config = path.join(site.folder, 'config.yaml');
		writeFileSync(config, 'notify: osc9\n');
		const terminal = run('--config', config, '--speed', '60');
		await terminal.shows('EXERCISE INJECT 1');
		await enter(terminal, '/drill skip');
		await terminal.shows('EXERCISE INJECT 2');
		terminal.press('<C-c>');
		await terminal.exited();
		// oxlint-disable-next-line no-control-regex
		expect(terminal.raw()).not.toMatch(/\u001B\]9;/u);
	});

	test('goes on after a crash where it was, with everything that was written', async () => {
		const first = run();
		await first.shows('EXERCISE INJECT 1');
		await record(first, '/assign im @priya');
		first.kill('SIGKILL');
		await first.exited();
		const before = kinds(drill);
		const again = run('--incident', drill);
		await again.shows(`EXERCISE  ${drill}`);
		await again.shows('Injects · 1');
		// What was half typed, or just recorded, may stand in the line.
		again.press('<C-u>');
		await enter(again, '/drill skip');
		await again.shows('EXERCISE INJECT 2');
		expect(kinds(drill).slice(0, before.length)).toEqual(before);
		expect(kinds(drill).filter(kind => kind === 'inject-delivered')).toHaveLength(2);
	});

	test('never opens a live incident, nor another scenario’s drill', async () => {
		site.say('declare Payments database exposed severity:S2 kind:security');
		const [live = ''] = (JSON.parse(site.run('incidents', '--json')) as readonly {readonly ref: string}[]).map(
			one => one.ref,
		);
		const terminal = run('--incident', live);
		expect(await terminal.exited()).toMatchObject({code: 2});
		expect(terminal.raw()).toContain(`${live} is a live incident, not a drill.`);
		const facilitated = site.open({arguments: ['drill', 'facilitate', file, '--incident', live]});
		expect(await facilitated.exited()).toMatchObject({code: 2});
		expect(kinds(live)).toEqual(['incident-declared']);
	});
});

describe.each([
	[80, 24],
	[120, 40],
] as const)('drill facilitate at %i×%i', (columns, rows) => {
	test('shows what is to come and expected, sees the players’ entries, and tells them what no file says', async () => {
		const players = run();
		await players.shows('EXERCISE INJECT 1');
		const terminal = site.open({columns, rows, arguments: ['drill', 'facilitate', file]});
		await terminal.shows('Facilitator view');
		await terminal.shows(/2 +in 1:59:\d\d/u);
		await terminal.shows(/3 +by hand/u);
		await terminal.shows(/1\.1 +(?:29|30):\d\d left/u);
		await terminal.shows(/1\.2 +to judge/u);
		expect(layoutTroubles(terminal, columns, rows)).toEqual([]);
		await record(players, '/assign im @priya');
		await terminal.shows(/1\.1 +met #\d+/u);
		await record(terminal, '/inject A customer shouts at the counter from:Customer');
		await players.shows('EXERCISE INJECT from Customer');
		await record(terminal, '/observe 1.2 met they did at once');
		await terminal.shows(/1\.2 +met #\d+/u);
		await enter(terminal, '/drill pause');
		await players.shows('PAUSED');
		expect(players.raw()).not.toContain('in 1:59');
		expect(site.run('board', '--json', '--incident', drill)).not.toContain('The lights go out');
		await enter(terminal, '/drill end');
		await players.shows('EXERCISE ENDS');
		await terminal.shows('OVER');
	});
});

test('the start screen offers the scenarios, and /drill NAME begins one', async () => {
	const terminal = site.open();
	await terminal.shows('lost-laptop');
	await enter(terminal, '/drill lost-laptop');
	await terminal.shows(`EXERCISE  ${drill}`);
	await terminal.shows('EXERCISE INJECT 1');
});
