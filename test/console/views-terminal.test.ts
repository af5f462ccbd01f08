import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import {createSite, type Site} from '../support/console.ts';
import {layoutTroubles} from '../support/seen.ts';
import type {TestTerminal} from '../support/terminal.ts';

/*
Each view in a real terminal, at each of the sizes that a screen may well have. The clock stands still: what is late
is late in every run.
*/

let site: Site;

const now = '2026-06-02T10:14:07Z';

const incident = [
	'[2026-06-02T08:00:00Z @sam] declare Payments database exposed severity:S2 kind:security data:personal',
	'[2026-06-02T08:01:00Z @sam] assign im @"Priya Shah"',
	'[2026-06-02T08:01:00Z @sam] assign deputy @"Tom Achebe"',
	'[2026-06-02T08:01:00Z @sam] assign secretariat @"Sam Ó Briain"',
	'[2026-06-02T08:02:00Z @sam] assign analyst @"Chen Wei"',
	'[2026-06-02T08:02:00Z @sam] assign comms @"Leo Grant"',
	'[2026-06-02T08:02:00Z @sam] assign liaison @"Mia Berg"',
	'[2026-06-02T08:03:00Z @sam] checkin @"Zoe Lang"',
	'[2026-06-02T08:04:00Z @sam] clock gdpr since 07:50',
	'[2026-06-02T08:05:00Z @sam] suspect the supplier token was reused',
	'[2026-06-02T08:06:00Z @priya] action isolate host 17 @chen by 10:00',
	'[2026-06-02T08:07:00Z @sam] action find the leaked keys',
	'[2026-06-02T08:08:00Z @chen] recommend take the hosts offline because keys are on them',
	'[2026-06-02T08:09:00Z @leo] message Card payments fail. Next update by 11:00. audience:customers',
	'[2026-06-02T08:10:00Z @sam] audience customers every:30m @leo',
	'[2026-06-02T08:40:00Z @sam] note the supplier rang at 08:20',
];

beforeAll(() => {
	site = createSite();
	site.play(incident, '2026-06-02T08:00:00Z');
});

let terminals = 0;

beforeEach(() => {
	terminals += 1;
});

afterAll(async () => {
	await site.remove();
});

const open = (person: string, size: {readonly columns: number; readonly rows: number}): TestTerminal =>
	site.open({
		...size,
		arguments: ['--now', now, ...(person === '' ? [] : ['--as', person])],
		// Each has a half-typed line of its own.
		env: {XDG_STATE_HOME: `${site.folder}/state-${terminals}`},
	});

const foot = (terminal: TestTerminal): string => terminal.lines().at(-1)?.trim() ?? '';

/** What stands on the screen, but for what is said of the line and the keys. */
const shown = (terminal: TestTerminal): string =>
	terminal
		.lines()
		.slice(0, -2)
		.map(line => line.trimEnd())
		.join('\n');

const sizes = [
	[40, 12],
	[80, 24],
	[120, 40],
	[200, 60],
] as const;

const isLaidOut = (terminal: TestTerminal, columns: number, rows: number): boolean =>
	layoutTroubles(terminal, columns, rows).length === 0 && terminal.cursor().y === rows - 3;

/** Who opens it, what the foot says, what is on top of its main column, and what stands on a wide screen as well. */
const opened = [
	[
		'@priya',
		'Manager view',
		'Decisions · 1 to decide',
		['Span · limit 7', 'Notifications · 1', 'without a tester · 1'],
	],
	['@tom', 'Deputy view', 'Times · ', ['Replies owed · ', 'Actions · 2 open, 1 overdue', 'Escalation · bronze']],
	['@sam', 'Secretariat view', 'Log · ', ['Actions to complete · 1', 'Late entries · 1', 'Channels 0']],
	['@chen', 'Expert view', 'Own actions · ', ['Own recommendations · ', 'suspected 1', 'without a tester · 1']],
	['@leo', 'Communications view', 'Messages · 1 to agree', ['Updates · 1 missed', 'Stakeholders · ', 'Channels 0']],
	['@mia', 'Liaison view', 'Stakeholders · ', ['Updates · 1 missed', 'Messages · 1 to agree', 'Roles']],
] as const;

describe.each(opened)('the console of %s', (person, view, first, others) => {
	test(`is the ${view} at each size, with what presses in the header`, async () => {
		const terminal = open(person, {columns: 40, rows: 12});
		await terminal.shows(first);
		terminal.type('half a l');
		for (const [columns, rows] of sizes) {
			terminal.resize(columns, rows);
			await terminal.until(`it is laid out for ${columns}×${rows}`, () => isLaidOut(terminal, columns, rows));
			await terminal.shows('half a l');
			await terminal.shows(first);
			await terminal.until('the view is named', () => foot(terminal).startsWith(view));
			// The most urgent of what doctrine asks; it is asked once the board is on the screen.
			await terminal.shows(/^ ! [A-Z]\d+ /mu);
			const [header = ''] = terminal.lines();
			expect(header).toMatch(/C1 (?:gdpr in )?2d/u);
			expect(header).toMatch(/1 (?:late|overdue)/u);
			expect(header).toContain('10:14');
			if (columns >= 80) {
				await terminal.shows(/Duties · \d of \d done/u);
			}
		}

		for (const other of others) {
			await terminal.shows(other);
		}
	});

	test('shows one of its lists alone, and all of them again', async () => {
		for (const [columns, rows] of sizes) {
			const terminal = open(person, {columns, rows});
			await terminal.shows(first);
			// Doctrine is asked once the board is on the screen.
			await terminal.shows(/^ ! [A-Z]\d+ /mu);
			const before = shown(terminal);
			terminal.press('<F4>');
			await terminal.until('nothing else has a frame', () => terminal.screen().split('╭').length === 2);
			await terminal.shows(`╭ ${first}`);
			await terminal.until('every frame is whole', () => layoutTroubles(terminal, columns, rows).length === 0);
			terminal.press('<F4>');
			await terminal.until('all stands as before', () => shown(terminal) === before);
			terminal.press('<C-c>');
			await terminal.exited();
			terminals += 1;
		}
	});
});

test.each(['', '@zoe', '@nobody'])('whoever holds no role (%j) begins with the board', async person => {
	const terminal = open(person, {columns: 120, rows: 40});
	await terminal.shows('╭ Roles');
	await terminal.shows('? help');
	expect(foot(terminal)).toMatch(/^\? help/u);
});

test('Alt-V goes round the views at every size, and Tab goes into the first list of each', async () => {
	for (const [columns, rows] of sizes) {
		const terminal = open('@chen', {columns, rows});
		await terminal.shows('Own actions');
		for (const view of ['Communications', 'Liaison', 'Board', 'Manager', 'Deputy', 'Secretariat', 'Expert']) {
			terminal.press('<M-v>');
			await terminal.until(`${view} is on`, () =>
				foot(terminal).startsWith(view === 'Board' ? '? help' : `${view} view`),
			);
			await terminal.until('every frame is whole', () => layoutTroubles(terminal, columns, rows).length === 0);
			terminal.press('<Tab>');
			await terminal.shows('▸');
			await terminal.until('every frame is whole', () => layoutTroubles(terminal, columns, rows).length === 0);
			terminal.press('<Esc><Left>');
			await terminal.hides('▸');
		}

		terminal.press('<C-c>');
		await terminal.exited();
		terminals += 1;
	}
});

test('what is gone to by name is completed, and a row of its list is dealt with from there', async () => {
	const terminal = open('', {columns: 80, rows: 24});
	await terminal.shows('╭ Roles');
	terminal.type('/view se');
	await terminal.shows('the log, actions without owner or time');
	terminal.press('<Tab>');
	await terminal.shows('/view secretariat');
	terminal.press('<Enter>');
	await terminal.shows('Actions to complete · 1');
	terminal.press('<Tab><Tab>');
	await terminal.shows('▸Actions to complete · 1');
	terminal.press('<Enter>');
	await terminal.shows('give it to');
	terminal.press('1');
	await terminal.shows('› /reassign A2 @');
});
