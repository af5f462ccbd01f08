import {afterEach, beforeEach, describe, test} from 'vitest';
import {createSite, type Site} from '../support/console.ts';

/*
Palette, filter, a list alone and the searched help, in the program as it is built. Nothing waits for time: each step
waits for what it must show. A filter finds words in times too: the hosts have numbers that no hour and no minute has.
*/

let site: Site;

beforeEach(() => {
	site = createSite();
	site.say(
		'declare Payments database exposed severity:S2 kind:security',
		'assign im @"Priya Shah"',
		'action find the keys @priya by 20m',
		'note host 77 still answers',
		'note nothing else',
	);
});

afterEach(async () => {
	await site.remove();
});

describe.each([
	[40, 12],
	[80, 24],
	[120, 40],
	[200, 60],
] as const)('at %i×%i', (columns, rows) => {
	test('the log is narrowed, shown alone, hears of others, and is whole again', async () => {
		const terminal = site.open({columns, rows});
		await terminal.shows('write what happens');
		terminal.type('half a line');
		await terminal.shows('› half a line');
		terminal.press('<F3>');
		await terminal.shows('› /filter');
		terminal.type('host 77');
		await terminal.shows('› /filter host 77');
		terminal.press('<Enter>');
		await terminal.shows(/▸Log · filter “host 77” · 1 of \d/u);
		await terminal.hides('nothing else');
		await terminal.shows('› half a line');

		terminal.press('<F4>');
		await terminal.until(
			'the log is alone',
			() => (terminal.lines()[1] ?? '').startsWith('╭ ▸Log · filter') && /^╰─+╯$/u.test(terminal.lines().at(-4) ?? ''),
		);
		site.say('note host 77 is off', 'note host 78 is on');
		await terminal.shows('2 of ');
		await terminal.hides('host 78 is on');

		terminal.press('<Esc>');
		await terminal.hides('· filter');
		terminal.press('<Esc>');
		await terminal.until('the prompts are back', () => !(terminal.lines().at(-4) ?? '').startsWith('╰'));
		await terminal.shows('› half a line');
	});

	test('a verb is found in the palette and put into the line', async () => {
		const terminal = site.open({columns, rows});
		await terminal.shows('write what happens');
		terminal.press('<C-p>');
		await terminal.shows('▸Verbs');
		terminal.type('strike');
		await terminal.shows('› strike');
		terminal.press('<Enter>');
		await terminal.shows('› /strike');
		await terminal.hides('▸Verbs');
	});
});

test('the help is searched, and a key that cannot act says why', async () => {
	const terminal = site.open({columns: 80, rows: 24});
	await terminal.shows('write what happens');
	terminal.press('<F6>');
	await terminal.shows('No row is selected');
	terminal.press('<F1>');
	await terminal.shows('type to search');
	terminal.type('copy');
	await terminal.shows('Help · “copy”');
	await terminal.shows(/f6, alt-c +copy the row · not now/u);
	terminal.press('<Esc>');
	await terminal.shows('type to search');
	terminal.press('<Esc>');
	await terminal.shows('write what happens');
	await terminal.hides('▸Help');
});
