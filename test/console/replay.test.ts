import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {createSite, type Site} from '../support/console.ts';
import {composer, composes, layoutTroubles, saying} from '../support/seen.ts';
import type {TestTerminal} from '../support/terminal.ts';

let site: Site;

beforeEach(() => {
	site = createSite();
	site.play(
		[
			'[2026-06-02T09:00:00Z] declare Payments database exposed severity:S2 kind:security zone:UTC',
			'[2026-06-02T09:01:00Z] assign im @"Priya Shah"',
			'[2026-06-02T09:02:00Z] action isolate host 17 @"Chen Wei" by 09:20',
			'[2026-06-02T09:10:00Z] decide payments offline because card data leak',
			'[2026-06-02T09:25:00Z] note host 17 still answers',
			'[2026-06-02T13:00:00Z] done A1 it is off',
			'[2026-06-02T13:10:00Z] close because it is over',
		],
		'2026-06-02T09:00:00Z',
	);
});

afterEach(async () => {
	await site.remove();
});

/** A replay that stands still at its beginning. */
const begin = async (columns: number, rows: number, ...words: readonly string[]): Promise<TestTerminal> => {
	const terminal = site.open({
		columns,
		rows,
		arguments: ['drill', 'replay', 'INC-2026-0001', '--speed', '1', ...words],
	});
	await terminal.shows('REPLAY');
	terminal.press('<Space>');
	await terminal.shows('‖ ×1');
	return terminal;
};

/** Types a line of the console and has it done. */
const ask = async (terminal: TestTerminal, line: string, seen: string | RegExp): Promise<void> => {
	terminal.type(line);
	await composes(terminal, line.slice(-20));
	terminal.press('<Enter>');
	await terminal.shows(seen);
};

const goTo = async (terminal: TestTerminal, moment: string, seen: string | RegExp): Promise<void> =>
	ask(terminal, `/goto ${moment}`, seen);

/** What lies beside the ledger, and what it holds, but the pages that SQLite keeps for readers. */
const held = (): readonly string[] =>
	readdirSync(site.folder)
		.filter(name => !/-(?:shm|wal)$/u.test(name))
		.toSorted()
		.filter(name => name.includes('.'))
		.map(
			name =>
				`${name} ${createHash('sha256')
					.update(readFileSync(path.join(site.folder, name)))
					.digest('hex')}`,
		);

describe.each([
	[80, 24],
	[120, 40],
] as const)('a replay at %i×%i', (columns, rows) => {
	test('shows the board and the clock of each moment, forward and back, and writes nothing', async () => {
		const before = held();
		const terminal = await begin(columns, rows);
		expect(layoutTroubles(terminal, columns, rows)).toEqual([]);
		await terminal.shows(/Log · [12] /u);
		terminal.press('<Right><Right>');
		await terminal.shows('isolate host 17');
		await goTo(terminal, '09:19', /0:19:00 +09:19:00/u);
		expect(terminal.lines()[0]).not.toMatch(/overdue|late/u);
		terminal.type('.');
		await terminal.shows(/0:20:00 +09:20:00/u);
		await goTo(terminal, '09:30', /1 (?:overdue|late) .*0:30:00 +09:30:00/u);
		await terminal.shows('host 17 still answers');
		terminal.press('<Left>');
		await terminal.shows(/0:25:00 +09:25:00/u);
		terminal.press('<S-Left>');
		await terminal.shows(/0:15:00 +09:15:00/u);
		await terminal.hides('still answers');
		terminal.press('<End>');
		await terminal.shows('CLOSED 13:10');
		terminal.press('<Home>');
		await terminal.hides('CLOSED');
		expect(layoutTroubles(terminal, columns, rows)).toEqual([]);
		terminal.press('<C-c>');
		await terminal.exited();
		expect(held()).toEqual(before);
		expect(site.log()).toHaveLength(9);
	});

	test('runs by itself, faster and faster, to its end', async () => {
		const terminal = await begin(columns, rows, '--skip-idle', '1s');
		for (const speed of [2, 5, 10, 20, 60, 100, 200, 500, 1000]) {
			terminal.type('+');
			await terminal.shows(`×${speed}`);
		}

		terminal.press('<Space>');
		await terminal.shows('▶ ×1000');
		await terminal.shows(/skipped 3h/u);
		await terminal.shows('■ ×1000');
		await terminal.shows('CLOSED 13:10');
		// What was urgent then calls nobody now, and the window says what this is.
		expect(terminal.raw()).not.toContain('\u0007');
		expect(terminal.raw()).toContain('REPLAY INC-2026-0001');
	});

	test('goes to decisions and prompts by signs, and says what is there', async () => {
		const terminal = await begin(columns, rows);
		terminal.type(']');
		await terminal.shows(/0:10:00 +09:10:00/u);
		await terminal.until('the decision is told', () => saying(terminal).includes('D1 payments offline'));
		terminal.type('[');
		await terminal.until('it says that there is none', () => saying(terminal).includes('no decision before'));
		terminal.type('>');
		await terminal.until('a prompt is told', () => /^\s*[A-Z]\d+ /u.test(saying(terminal)));
		terminal.type(')');
		await terminal.until('it says that there is none', () => saying(terminal).includes('no inject after'));
		terminal.press('<Home>');
		await terminal.shows(/0:00:00 +09:00:00/u);
		// As a key that is held down may arrive.
		terminal.type('.....');
		await terminal.shows(/0:05:00 +09:05:00/u);
		terminal.type('*');
		await terminal.until('silences are short', () => saying(terminal).includes('watched for 5s'));
	});
});

test('a line that would be recorded is refused while it is typed, stays, and verbs of the console work', async () => {
	const terminal = await begin(120, 40);
	await goTo(terminal, '09:30', /0:30:00 +09:30:00/u);
	terminal.type('/note x');
	await terminal.until('it is refused', () => saying(terminal).includes('only looked at'));
	terminal.press('<Enter>');
	await terminal.until('it stays', () => composer(terminal) === '› /note x');
	terminal.press('<C-u>');
	terminal.type('/assign deputy @');
	await terminal.until('it is refused', () => saying(terminal).includes('only looked at'));
	terminal.press('<C-u>');
	terminal.type('host [17] + more');
	await composes(terminal, 'host [17] + more');
	terminal.press('<Enter>');
	await terminal.until('it stays', () => composer(terminal) === '› host [17] + more');
	terminal.press('<C-u>');
	await ask(terminal, '/filter card', 'filter “card”');
	await terminal.shows('payments offline');
	terminal.press('<Esc>');
	await terminal.hides('filter “');
	await ask(terminal, '/show timeline', 'The incident over time');
	terminal.press('<Right>');
	await terminal.shows(/4:00:00 +13:00:00/u);
	terminal.press('<Esc>');
	await terminal.hides('The incident over time');
	terminal.press('<Left>');
	await terminal.shows(/0:25:00 +09:25:00/u);
	const file = path.join(site.folder, 'then.md');
	await ask(terminal, `/export markdown ${file}`, 'is written');
	expect(readFileSync(file, 'utf8')).not.toContain('it is off');
	expect(readFileSync(file, 'utf8')).toContain('host 17 still answers');
});

test('begins where it is told to, stands still where it is told to, and goes back to the incident', async () => {
	const terminal = site.open({
		columns: 120,
		rows: 40,
		arguments: ['drill', 'replay', 'INC-2026-0001', '--speed', '1000', '--from', '09:24', '--until', '09:26'],
	});
	await terminal.shows('‖ ×1000');
	await terminal.shows(/0:26:00 +09:26:00/u);
	await ask(terminal, '/replay', 'CLOSED');
	await terminal.hides('REPLAY');
});

test('is begun from the board of an incident, and leads back to it; nobody is seen to be there', async () => {
	const terminal = site.open({columns: 120, rows: 40, arguments: ['--incident', 'INC-2026-0001']});
	await terminal.shows('CLOSED');
	await ask(terminal, '/pause', 'No replay is looked at here');
	terminal.press('<C-u>');
	await ask(terminal, '/replay', 'REPLAY');
	await terminal.shows(/▶ ×60/u);
	expect(JSON.parse(site.run('who', '--json'))).toEqual([]);
	terminal.type('/replay');
	terminal.press('<Enter>');
	await terminal.hides('REPLAY');
	await terminal.shows('CLOSED');
});

test('of a drill that ships with the program says EXERCISE at every moment, and goes from inject to inject', async () => {
	const terminal = site.open({columns: 80, rows: 24, arguments: ['drill', 'replay', 'lost-laptop', '--speed', '1']});
	await terminal.shows('REPLAY');
	terminal.press('<Space>');
	await terminal.shows('‖ ×1');
	terminal.type(')');
	await terminal.until('the inject is told', () => saying(terminal).includes('inject 2 from Service desk'));
	expect(terminal.lines()[0]).toContain('EXERCISE');
	terminal.type('(');
	await terminal.until('the one before', () => saying(terminal).includes('inject 1 from'));
	expect(terminal.lines()[0]).toContain('EXERCISE');
	expect(layoutTroubles(terminal, 80, 24)).toEqual([]);
});
