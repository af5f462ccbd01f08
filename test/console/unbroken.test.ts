import {writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {createSite, type Site} from '../support/console.ts';
import {composer, composes, invitation, layoutTroubles, record} from '../support/seen.ts';
import type {TestTerminal} from '../support/terminal.ts';
import {createWriter} from '../support/writer.ts';

/*
What must hold whatever the window does and whoever else writes: the layout, the half-typed line, every entry, and what
two boards show.
*/

let site: Site;

beforeEach(() => {
	site = createSite();
});

afterEach(async () => {
	await site.remove();
});

/** An incident with something in every list. */
const busy = [
	'declare Payments database exposed severity:S2 kind:security data:personal',
	'assign im @"Priya Shah"',
	'assign analyst @"Chen Wei"',
	'assign sme @"Siobhán Ó Briain-Featherstonehaugh"',
	'split alpha @siobhan find the leaked keys by 3h channel:bridge-2',
	'action isolate host 17 from the payment network and keep its memory for the examiner @chen by 2h',
	'action 障害を隔離する @chen',
	'know host 17 still answers',
	'suspect the token was used again',
	'hypothesis an insider took the keys',
	'recommend all payments offline because card data still leak',
	'decide payments offline because card data still leak',
	'message We are looking into it audience:customers',
	'clock gdpr since 10m ago',
	'exhibit disk image of host 17',
	'lesson nobody knew the number of the bank',
];

/** The screen without what the clock changes. */
const still = (terminal: TestTerminal): string =>
	terminal
		.lines()
		.slice(1)
		.map(line => line.trimEnd().replaceAll(/\d+h\d*|\d+m\b/gu, '·'))
		.join('\n');

/** The panes alone: each console has said something else of its own last line. */
const board = (terminal: TestTerminal): string => still(terminal).split('\n').slice(0, -3).join('\n');

/** Records notes, one after the other. */
const keepNoting = async (terminal: TestTerminal, notes: readonly string[]): Promise<void> => {
	for (const note of notes) {
		await record(terminal, note);
	}
};

describe('at every size', () => {
	test.each([
		[40, 12],
		[71, 20],
		[80, 24],
		[100, 30],
		[120, 40],
		[200, 60],
	] as const)('%i×%i each pane that can be reached stands in its frame, alone too', async (columns, rows) => {
		site.say(...busy);
		const terminal = site.open({columns, rows});
		/** Prompts that stand alone have no frame. */
		const troubles = () => layoutTroubles(terminal, columns, rows).filter(one => one !== 'no frame at all');
		const holds = async (what: string): Promise<void> => terminal.until(`${what} holds`, () => troubles().length === 0);
		await terminal.shows(invitation);
		expect(layoutTroubles(terminal, columns, rows)).toEqual([]);
		expect(terminal.lines()[0]).toMatch(/INC-\d{4}-0001|HOT/u);
		expect(terminal.cursor()).toEqual({x: 2, y: rows - 3});

		const seen: string[] = [];
		/** What has the focus: a pane by its title, the prompts, which have none, or the line. */
		const focus = (): string =>
			/▸([A-Z][a-z]+)/u.exec(terminal.screen())?.[1] ??
			(terminal.screen().includes('deal with it') ? 'Prompts' : 'line');
		await terminal.until('the line has the focus', () => focus() === 'line');
		// Doctrine is asked once the board is on the screen: what comes of that is no answer to a key.
		await terminal.shows(/^ [!*] [A-Z]\d+ /mu);
		do {
			terminal.press('<Tab>');
			await terminal.until(
				'the focus moves on',
				() => !seen.includes(focus()) && (focus() !== 'line' || seen.length > 5),
			);
			const pane = focus();
			await holds(pane);
			if (pane !== 'line') {
				seen.push(pane);
				const before = still(terminal);
				terminal.press('<F4>');
				await terminal.until(`${pane} stands alone`, () => still(terminal) !== before);
				await holds(`${pane} alone`);
				const alone = still(terminal);
				terminal.press('<F4>');
				await terminal.until(`${pane} stands beside others`, () => still(terminal) !== alone && focus() === pane);
				await holds(`${pane} beside others again`);
			}
		} while (focus() !== 'line');

		// Log, prompts, actions, roles, findings, decisions, and each list that has something in it.
		expect(seen).toEqual(
			expect.arrayContaining([
				'Log',
				'Prompts',
				'Actions',
				'Roles',
				'Known',
				'Decisions',
				'Communications',
				'Notifications',
				'Escalation',
				'Evidence',
				'Review',
			]),
		);
	});
});

/** Numbers that look like chance and are the same each time: below `most`, from 0. */
const chances = (seed: number): ((most: number) => number) => {
	let state = seed;
	return most => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return Math.floor((state / 2_147_483_648) * most);
	};
};

describe('a window that is resized two hundred times', () => {
	test('while a line is typed and another writes ends in the picture of that size, with the line whole', async () => {
		site.say(...busy);
		const terminal = site.open();
		await terminal.shows(invitation);
		const stop = createWriter(site).keepWriting(index => `note from elsewhere ${index}`);
		const chance = chances(20_260_602);
		let typed = '';
		for (let index = 0; index < 200; index++) {
			// Down to what no window has, and up to the largest.
			terminal.resize(2 + chance(index % 10 === 0 ? 10 : 218), 1 + chance(index % 10 === 5 ? 6 : 69));
			if (index % 4 === 0) {
				const letter = String.fromCodePoint(97 + chance(26));
				typed += letter;
				terminal.type(letter);
			}

			if (index % 20 === 0) {
				// Now and then it is given the time to paint.
				const size = {columns: 60 + chance(140), rows: 16 + chance(40)};
				terminal.resize(size.columns, size.rows);
				await terminal.until(
					`it is laid out for ${size.columns}×${size.rows}`,
					() =>
						composer(terminal).endsWith(typed.slice(-20)) &&
						layoutTroubles(terminal, size.columns, size.rows).length === 0,
				);
			} else {
				await new Promise<void>(resolve => {
					setImmediate(resolve);
				});
			}
		}

		const written = await stop();
		expect(written).toBeGreaterThan(0);
		terminal.resize(110, 32);
		await terminal.shows(`elsewhere ${written - 1}`);
		await terminal.until('the line is whole', () => composer(terminal) === `› ${typed}`);

		// A console that never was resized shows the same.
		const fresh = site.open({columns: 110, rows: 32});
		await fresh.shows(invitation);
		fresh.type(typed);
		await fresh.until('both show the same', () => still(fresh) === still(terminal));
		expect(terminal.cursor()).toEqual(fresh.cursor());
		expect(layoutTroubles(terminal, 110, 32)).toEqual([]);
		expect(site.log().filter(({text}) => text.startsWith('from elsewhere'))).toHaveLength(written);
	});
});

describe('ten minutes with two consoles and a third writer', () => {
	/** How many times as fast as the wall's the clock of every process of this incident runs. */
	const speed = 120;

	/** A script that is loaded before the program, and makes its clock run fast: the same in every process. */
	const fastClock = (): Readonly<Record<string, string>> => {
		const file = path.join(site.folder, 'fast.mjs');
		writeFileSync(
			file,
			`const Real = Date, start = ${Date.now()}, origin = Real.parse('2026-06-02T10:00:00Z');
			const now = () => origin + (Real.now() - start) * ${speed};
			globalThis.Date = class extends Real {
				constructor(...given) { super(...(given.length === 0 ? [now()] : given)); }
				static now() { return now(); }
			};\n`,
		);
		return {NODE_OPTIONS: `--import=${file}`};
	};

	test('lose nothing, order everything, keep the chain whole, and show both the same', async () => {
		const env = fastClock();
		const writer = createWriter(site, env);
		await writer.write('declare Payments database exposed severity:S2 kind:security zone:UTC');
		await writer.write('assign im @"Priya Shah"');
		await writer.write('assign analyst @"Chen Wei"');
		const one = site.open({columns: 120, rows: 40, env: {...env, LOGGIST_AS: 'priya'}});
		const other = site.open({columns: 120, rows: 40, env: {...env, LOGGIST_AS: 'chen'}});
		await one.shows(invitation);
		await other.shows(invitation);
		// Each began with the view of its role.
		for (const console of [one, other]) {
			console.type('/view board');
			console.press('<Enter>');
			await console.shows('╭ Roles');
		}

		const stop = writer.keepWriting(index => `note the pager says ${index}`);

		// Each begins with the view of their role; both are to look at the same.
		await record(one, '/view board');
		await record(other, '/view board');
		await record(one, '/action isolate host 17 @chen by 5m');
		await other.shows('isolate host 17');
		await record(other, '/ack A1');
		// What is overdue is so on both, by the clock of the incident.
		await Promise.all([one.shows(/A1 +\d+m late/u), other.shows(/A1 +\d+m late/u)]);
		const [first, second] = ['priya', 'chen'].map(who => Array.from({length: 12}, (_, at) => `${who} writes ${at}.`));
		await Promise.all([keepNoting(one, first ?? []), keepNoting(other, second ?? [])]);
		await record(other, '/done A1 it is off the network result:success');
		await record(one, '/decide payments offline because card data leak');
		await one.until('ten minutes have passed', () => /0:1\d:\d\d/u.test(one.lines()[0] ?? ''));
		const written = await stop();
		one.type('half of one');
		await composes(one, 'half of one');

		const log: {text: string; by: string; recordedAt: string; number: number}[] = JSON.parse(site.run('log', '--json'));
		expect(log.map(({number}) => number)).toEqual(log.map((_, index) => index + 1));
		// Each writer's own are all there, in the order they were written, under the name they were written under.
		const login = log[0]?.by;
		for (const [by, said] of [
			['priya', first],
			['chen', second],
			[login, Array.from({length: written}, (_, index) => `the pager says ${index}`)],
		] as const) {
			const own = log.filter(({text}) => said?.includes(text));
			expect(own.map(({text}) => text)).toEqual(said);
			expect(new Set(own.map(entry => entry.by))).toEqual(new Set([by]));
		}

		const minutes = (Date.parse(log.at(-1)?.recordedAt ?? '') - Date.parse(log[0]?.recordedAt ?? '')) / 60_000;
		expect(minutes).toBeGreaterThanOrEqual(9);
		expect(site.run('verify')).toContain('INC-');
		process.stdout.write(`${log.length} entries of three writers in ${Math.round(minutes)} simulated minutes\n`);

		one.press('<C-u>');
		await one.shows(invitation);
		await one.shows(`the pager says ${written - 1}`);
		await other.shows(`the pager says ${written - 1}`);
		await one.until('both boards show the same', () => board(one) === board(other));
	});
});
