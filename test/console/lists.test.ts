import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {createSite, type Site} from '../support/console.ts';
import {composer, composes, invitation, layoutTroubles, opening, saying} from '../support/seen.ts';
import type {TestTerminal} from '../support/terminal.ts';

/*
Lists dealt with by hand, in a real terminal: several rows at once, and the mouse.
*/

let site: Site;

beforeEach(() => {
	site = createSite();
	site.say(
		...opening,
		'action isolate host 17 @chen by 20m',
		'action find the leaked keys @chen by 40m',
		'action ring the bank by 60m',
	);
});

afterEach(async () => {
	await site.remove();
});

const opened = async (options: Parameters<Site['open']>[0] = {}): Promise<TestTerminal> => {
	const terminal = site.open({columns: 120, rows: 40, ...options});
	await terminal.shows(invitation);
	await terminal.shows('A3  in ');
	return terminal;
};

describe('several rows', () => {
	test('are marked, and one line is said for all of them', async () => {
		const terminal = await opened();
		terminal.press('<Tab><Tab><Tab>');
		await terminal.shows('▸Actions');
		terminal.press('<Insert>');
		await terminal.shows('▸Actions · 3 open · 1 marked');
		await terminal.shows('│●A1');
		terminal.press('<S-Down>');
		await terminal.shows('3 marked');
		terminal.press('<Up><Insert>');
		await terminal.shows('2 marked');
		expect(layoutTroubles(terminal, 120, 40)).toEqual([]);

		terminal.press('<Enter>');
		await terminal.shows('▸2 marked');
		await terminal.shows('/done A1 A3 result:success');
		terminal.press('2');
		await composes(terminal, '/done A1 A3 result:success');
		await terminal.until('the reading names both', () => saying(terminal).startsWith('DONE A1, A3'));
		terminal.press('<Enter>');
		await terminal.until('the receipt counts them', () => /\d+ to \d+ \d\d:\d\d 2 entries/u.test(saying(terminal)));
		await terminal.hides('marked');
		await terminal.shows('Actions · 1 open');
		expect(
			site
				.log()
				.slice(-2)
				.map(({text}) => text),
		).toEqual(['A1 done, success', 'A3 done, success']);
	});

	test('stay marked while something else is typed, are refused together, and let go by Esc', async () => {
		const terminal = await opened();
		const before = site.log().length;
		terminal.press('<Tab><Tab><Tab><M-a>');
		await terminal.shows('3 marked');
		terminal.type('a note between');
		await composes(terminal, 'a note between');
		terminal.press('<Enter>');
		await terminal.shows(invitation);
		await terminal.shows('3 marked');

		// Another closes one of them meanwhile: nothing is written for the others.
		terminal.press('<Tab><Tab><Tab><Enter>');
		await terminal.shows('▸3 marked');
		terminal.press('6');
		await composes(terminal, 'because');
		site.say('done A2 they are found result:success');
		await terminal.shows('Actions · 2 open');
		terminal.type('it is over');
		await terminal.until('it is refused while it is typed', () => saying(terminal).includes('A2 is done already.'));
		terminal.press('<Enter>');
		expect(composer(terminal)).toContain('/cancel A1 A2 A3 because it is over');
		expect(site.log()).toHaveLength(before + 2);

		terminal.press('<Esc><Left><Esc><Left>');
		await terminal.hides('marked');
	});

	test('of the log are dealt with one at a time, and the key says so', async () => {
		const terminal = await opened();
		terminal.press('<Tab>');
		await terminal.shows('▸Log');
		terminal.press('<Insert>');
		await terminal.shows('These rows are dealt with one at a time: enter opens one.');
	});
});

/** A report of the mouse in a cell, counted from 0. */
const mouse = (button: number, x: number, y: number): string => `\u001B[<${button};${x + 1};${y + 1}M`;

/** The row and column of a text. */
const find = (terminal: TestTerminal, text: string): readonly [number, number] => {
	const y = terminal.lines().findIndex(line => line.includes(text));
	return [terminal.lines()[y]?.indexOf(text) ?? -1, y];
};

describe('the mouse', () => {
	test('is left to the terminal unless it is asked for, and a report that comes all the same does nothing', async () => {
		const terminal = await opened();
		expect(terminal.mouse()).toBe('none');
		expect(terminal.raw()).not.toMatch(/\?100\d/u);
		terminal.type(mouse(0, ...find(terminal, 'A2  in')));
		terminal.type('a');
		await composes(terminal, '› a');
		expect(terminal.screen()).not.toContain('▸Actions');
	});

	test('selects, opens, chooses, marks and scrolls', async () => {
		const terminal = await opened({arguments: ['--mouse']});
		expect(terminal.mouse()).toBe('vt200');
		terminal.type(mouse(0, ...find(terminal, 'A2  in')));
		await terminal.shows('▸Actions');
		terminal.type(mouse(0, ...find(terminal, 'A2  in')));
		await terminal.shows('▸A2');
		terminal.type(mouse(0, ...find(terminal, 'more time')));
		terminal.type(mouse(0, ...find(terminal, 'more time')));
		await composes(terminal, '/extend A2 by');
		terminal.press('<C-u>');
		terminal.type(mouse(16, ...find(terminal, 'A1  in')));
		await terminal.shows('1 marked');
		terminal.type(mouse(64, ...find(terminal, 'Log ·')));
		await terminal.shows('▸Log · 3 newer');
		terminal.type(mouse(65, ...find(terminal, 'Log ·')));
		await terminal.shows(/▸Log · \d+ [─]/u);
		terminal.type(mouse(0, 4, 37));
		await terminal.hides('▸Log');
		terminal.press('<C-c>');
		expect((await terminal.exited()).code).toBe(0);
		expect(terminal.mouse()).toBe('none');
	});

	test('is asked for in the configuration too, and given back on a suspension, taken again, and given back on a kill', async () => {
		const folder = path.join(site.folder, 'loggist');
		mkdirSync(folder);
		writeFileSync(path.join(folder, 'config.yaml'), 'mouse: yes\n');
		const terminal = site.open({
			within: 'exec bash --norc --noprofile -i',
			env: {PS1: 'shell$ ', XDG_CONFIG_HOME: site.folder, LOGGIST_CONFIG: '', CALL: `${process.execPath} dist/cli.js`},
		});
		await terminal.shows('shell$');
		terminal.type('$CALL\r');
		await terminal.shows(invitation);
		expect(terminal.mouse()).toBe('vt200');
		terminal.press('<C-z>');
		await terminal.shows('Stopped');
		expect(terminal.mouse()).toBe('none');
		terminal.type('fg\r');
		await terminal.shows(invitation);
		expect(terminal.mouse()).toBe('vt200');
		terminal.press('<C-z>');
		await terminal.shows('Stopped');
		terminal.type('kill %1; fg\r');
		await terminal.shows('Terminated');
		expect(terminal.mouse()).toBe('none');
	});
});
