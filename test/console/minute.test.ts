import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {createSite, type Site} from '../support/console.ts';
import type {TestTerminal} from '../support/terminal.ts';

/*
The first minute and the company one has, with the program as it is built in real pseudo-terminals. Nothing waits for
time: each step waits for what it must show.
*/

let site: Site;

beforeEach(() => {
	site = createSite();
});

afterEach(async () => {
	await site.remove();
});

const composer = (terminal: TestTerminal): string => terminal.lines().at(-3)?.trimEnd() ?? '';

/** Types a line, waits until it stands there, and takes it. */
const enter = async (terminal: TestTerminal, line: string): Promise<void> => {
	terminal.type(line);
	await terminal.until(`the line ends in ${line.slice(-12)}`, () => composer(terminal).endsWith(line.slice(-12)));
	terminal.press('<Enter>');
};

const opening = ['declare Payments database exposed severity:S2 kind:security', 'assign im @"Priya Shah"'];

describe('the start screen', () => {
	test.each([
		[40, 12],
		[80, 24],
		[120, 40],
		[200, 60],
	])(
		'at %i×%i leads by a digit into the tour, which the five things lead through, and back home',
		async (columns, rows) => {
			const terminal = site.open({columns, rows});
			await terminal.shows('/declare an incident');
			terminal.press('2');
			await terminal.shows('Tour 1/5');
			expect(terminal.lines()[0]).toContain('EXERCISE');
			await enter(terminal, 'insurer rings back at noon');
			await terminal.shows('Tour 2/5');
			await enter(terminal, '/action freeze the new account @bill by 15m');
			await terminal.shows('Tour 3/5');
			terminal.press('<F2>');
			await terminal.shows(/deal with it|take it|help/u);
			terminal.press('<Enter>');
			await terminal.shows('▸R5');
			terminal.press('2');
			await terminal.until('the answer stands in the line', () => composer(terminal).includes('put'));
			terminal.press('<Enter>');
			await terminal.shows('Tour 4/5');
			await enter(terminal, '/decide stop all payments because it is not ours');
			await terminal.shows('Tour 5/5');
			const file = path.join(site.folder, 'tour.md');
			await enter(terminal, `/export markdown ${file}`);
			await terminal.shows('Tour: that was all');
			expect(readFileSync(file, 'utf8')).toMatch(/EXERCISE[^]*insurer rings back at noon[^]*freeze the new account/u);

			// What is real is not declared where it is thrown away.
			terminal.type('/declare Payments down');
			await terminal.shows('This ledger is thrown away');
			terminal.press('<C-u>');
			await enter(terminal, '/open start');
			await terminal.shows('/declare an incident');
			await terminal.hides('EXERCISE');
			terminal.press('<C-c>');
			expect((await terminal.exited()).code).toBe(0);
			expect(JSON.parse(site.run('incidents', '--json'))).toEqual([]);
		},
	);

	test('plays a recorded incident, which is left for an incident of one’s own', async () => {
		site.say(...opening);
		const terminal = site.open();
		await terminal.shows('Payments database exposed');
		await enter(terminal, '/demo medcaribe');
		await terminal.shows('EXERCISE');
		await enter(terminal, '/open');
		await terminal.shows('▸Start');
		await terminal.shows('INC-2');
		terminal.press('2');
		await terminal.shows('Payments database exposed');
		await terminal.hides('EXERCISE');
		terminal.type('typed here');
		await terminal.until('keys still arrive', () => composer(terminal).endsWith('typed here'));
	});

	test('lists closed incidents where none is open, and leaves keys to the list while the line is empty', async () => {
		site.say(...opening, 'close because it is over');
		const terminal = site.open();
		await terminal.shows('No incident is open in this ledger.');
		await terminal.shows(/INC-\d+-0001 +S2 +closed/u);
		terminal.type('x');
		await terminal.hides('▸Start');
		terminal.press('<Backspace>');
		await terminal.until('the line is empty', () => composer(terminal).startsWith('› /declare'));
		terminal.press('<Down>');
		await terminal.shows('▸Start');
		terminal.press('<Enter>');
		await terminal.shows('CLOSED');
	});

	test('shows what another declares meanwhile, and stays where it is', async () => {
		const terminal = site.open();
		await terminal.shows('Nothing has been declared in this ledger.');
		site.say(...opening);
		await terminal.shows(/INC-\d+-0001 +S2 +HOT/u);
		expect(terminal.screen()).toContain('▸Start');
	});
});

describe('loggist tour', () => {
	test('begins with the tour, and leaves no ledger behind', async () => {
		const terminal = site.open({arguments: ['tour']});
		await terminal.shows('Tour 1/5');
		terminal.press('<F7>');
		await terminal.shows('Tour 2/5');
		terminal.press('<Esc><Left>');
		await terminal.hides('Tour 2/5');
		terminal.press('<C-c>');
		expect((await terminal.exited()).code).toBe(0);
		expect(existsSync(site.db)).toBe(false);
	});
});

const config = (): string => {
	const file = path.join(site.folder, 'config.yaml');
	writeFileSync(file, 'goneAfter: 2\n');
	return file;
};

describe('two consoles on one incident', () => {
	test('see each other, and one that is killed vanishes by itself', async () => {
		site.say(...opening);
		const one = site.open({columns: 120, rows: 40, arguments: ['--as', 'priya', '--config', config()]});
		await one.shows('write what happens');
		expect(one.lines()[0]).not.toContain('on the board');
		const other = site.open({columns: 120, rows: 40, arguments: ['--config', config()]});
		await other.shows('2 on the board');
		await one.shows('2 on the board');
		await enter(one, '/who');
		await one.shows(/Priya Shah \(here\) .* writes/u);
		expect(site.run('who')).toMatch(/Priya Shah .* writes/u);
		other.kill('SIGKILL');
		await other.exited();
		await one.until('it is alone again', () => !(one.lines()[0] ?? '').includes('on the board'));
	});

	test('see at once that one was left', async () => {
		site.say(...opening);
		const [one, other] = [site.open({columns: 120, rows: 40}), site.open({columns: 120, rows: 40})];
		await one.shows('2 on the board');
		other.press('<C-c>');
		await other.exited();
		// In its time alone it would be there for half a minute, longer than anybody here waits.
		await one.until('it is alone', () => !(one.lines()[0] ?? '').includes('on the board'));
	});

	test('one of which only reads, and appends nothing', async () => {
		site.say(...opening);
		const before = site.log();
		const [one, wall] = [
			site.open({columns: 120, rows: 40}),
			site.open({columns: 120, rows: 40, arguments: ['--readonly']}),
		];
		await one.shows('2 on the board');
		await wall.shows('READ ONLY');
		await enter(one, '/show people');
		await one.shows(/ reads /u);
		wall.press('<C-c>');
		await wall.exited();
		expect(site.log()).toEqual(before);
	});
});

describe('a wall screen', () => {
	test('waits for a ledger and goes by itself to what is declared in it, and keeps in step', async () => {
		const wall = site.open({columns: 120, rows: 40, arguments: ['--readonly']});
		await wall.shows('READ ONLY');
		expect(wall.screen()).not.toContain('/declare an incident');
		site.say(...opening);
		await wall.shows('Payments database exposed');
		site.run('note', 'host 17 still answers');
		await wall.shows('host 17 still answers');
		expect(wall.screen()).toContain('READ ONLY');
	});
});
