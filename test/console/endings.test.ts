import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {createSite, program, type Site} from '../support/console.ts';
import {composer, composes, invitation, layoutTroubles, opening, record} from '../support/seen.ts';
import type {TestTerminal} from '../support/terminal.ts';

/*
What may befall a console besides the signals that it hears (console.test.ts, terminal.test.ts): it is killed or stopped,
its window goes or takes nothing more, the disk is full. Whatever it is, every entry that was told as recorded is in the ledger, and the half-typed line is there at the next start.
*/

let site: Site;

beforeEach(() => {
	site = createSite();
	site.say(...opening);
});

afterEach(async () => {
	await site.remove();
});

const half = 'half a line';

/** A console in which two notes are recorded and one line is half typed. */
const opened = async (options: Parameters<Site['open']>[0] = {}): Promise<TestTerminal> => {
	const terminal = site.open(options);
	await terminal.shows(invitation);
	await record(terminal, 'the first note');
	await record(terminal, 'the second note');
	terminal.type(half);
	await composes(terminal, half);
	return terminal;
};

/** Whether a process runs. One that has ended and that nobody has asked after yet does not. */
const isRunning = (pid: number): boolean => {
	try {
		process.kill(pid, 0);
		const [state] = execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], {encoding: 'utf8'});
		return state !== 'Z';
	} catch {
		return false;
	}
};

/** Every entry is there, the chain is whole, and the next console begins with the half-typed line. */
const expectNothingLost = async (notes: readonly string[] = ['the first note', 'the second note']): Promise<void> => {
	expect(
		site
			.log()
			.filter(({kind}) => kind === 'note-made')
			.map(({text}) => text),
	).toEqual(notes);
	expect(site.run('verify')).toContain('INC-');
	const next = site.open();
	await next.until('the line is back', () => composer(next) === `› ${half}`);
	expect(layoutTroubles(next, 80, 24)).toEqual([]);
};

/** How long something took is told, not asserted: the machine may have other work. */
const tell = (what: string, since: number): void => {
	process.stdout.write(`${what} after ${Math.round(performance.now() - since)} ms\n`);
};

const draftKept = async (): Promise<void> => {
	const drafts = path.join(site.folder, 'state');
	await expect
		.poll(
			() => {
				try {
					return execFileSync('grep', ['-rl', half, drafts], {encoding: 'utf8', stdio: 'pipe'}) !== '';
				} catch {
					return false;
				}
			},
			{timeout: 10_000},
		)
		.toBe(true);
};

describe('killed', () => {
	test('by what nothing can answer, right after an entry was told, every entry is there', async () => {
		const terminal = await opened();
		await draftKept();
		terminal.kill('SIGKILL');
		await terminal.exited();
		await expectNothingLost();
	});
});

describe('the window', () => {
	test('is closed: it ends by itself', async () => {
		const terminal = await opened();
		const {pid} = terminal;
		const start = performance.now();
		terminal.hangUp();
		await expect.poll(() => isRunning(pid), {timeout: 10_000, interval: 10}).toBe(false);
		tell('a console whose window was closed has ended', start);
		await expectNothingLost();
	});

	test('is closed and no signal tells of it: it ends by itself all the same', async () => {
		const file = path.join(site.folder, 'pid');
		const terminal = await opened({
			env: {PID_FILE: file},
			within: `setsid --wait sh -c 'echo $$ >"$PID_FILE"; exec "$@"' sh "$@"`,
		});
		const pid = Number(readFileSync(file, 'utf8'));
		const start = performance.now();
		terminal.hangUp();
		await expect.poll(() => isRunning(pid), {timeout: 10_000, interval: 10}).toBe(false);
		tell('a console that was not told of it has ended', start);
		await expectNothingLost();
	});
});

/** Paints more than the system keeps for a reader that does not read. */
const stalled = async (options: Parameters<Site['open']>[0] = {}): Promise<TestTerminal> => {
	const terminal = await opened({columns: 200, rows: 60, ...options});
	terminal.stall();
	const before = terminal.bytes();
	for (let index = 0; index < 60; index++) {
		terminal.resize(150 + (index % 50), 40 + (index % 20));
		await new Promise<void>(resolve => {
			setImmediate(resolve);
		});
	}

	// What was on its way may still arrive; then nothing more does.
	expect(terminal.bytes() - before).toBeLessThan(100_000);
	return terminal;
};

describe('a terminal that takes nothing', () => {
	test('does not stop it: what is typed is recorded, and shown once the terminal takes it again', async () => {
		const terminal = await stalled();
		terminal.press('<C-u>');
		terminal.type('a note in the dark');
		terminal.press('<Enter>');
		await expect
			.poll(() => site.log().some(({text}) => text === 'a note in the dark'), {timeout: 10_000, interval: 100})
			.toBe(true);
		terminal.type(half);
		site.say('note from elsewhere');
		terminal.resize(100, 30);
		terminal.flow();
		await terminal.until('the newest state is on the screen', () => composer(terminal) === `› ${half}`);
		await terminal.shows('from elsewhere');
		await terminal.until('the layout is whole', () => layoutTroubles(terminal, 100, 30).length === 0);
	});

	test('does not keep it from ending when it is told to, nor the line from being kept', async () => {
		const terminal = await stalled();
		const start = performance.now();
		terminal.kill('SIGTERM');
		// The end is only heard of when the terminal has been read to its end: the process itself is looked at.
		await expect.poll(() => isRunning(terminal.pid), {timeout: 10_000, interval: 10}).toBe(false);
		tell('a console before a terminal that takes nothing has ended', start);
		terminal.flow();
		expect((await terminal.exited()).signal).toBe(15);
		await expectNothingLost();
	});
});

describe('stopped', () => {
	test('by ctrl-z in a shell and continued by fg, it has what others wrote, and the line', async () => {
		const terminal = site.open({
			columns: 100,
			rows: 30,
			within: `exec bash --norc --noprofile -i`,
			env: {PS1: 'shell$ ', NODE: process.execPath, PROGRAM: program},
		});
		await terminal.shows('shell$');
		terminal.type('"$NODE" "$PROGRAM"\r');
		await terminal.shows(invitation);
		terminal.type(half);
		await composes(terminal, half);
		terminal.press('<C-z>');
		await terminal.shows('Stopped');
		expect(terminal.modes()).toMatchObject({alternateScreen: false, cursor: true, wraparound: true});
		terminal.type('stty -a | grep -q " icanon .* echo " && "$NODE" "$PROGRAM" note written from the shell\r');
		await terminal.shows('written from the shell');
		terminal.resize(80, 24);
		terminal.type('fg\r');
		await terminal.until('the line is back', () => composer(terminal) === `› ${half}`);
		await terminal.until('the layout is whole', () => layoutTroubles(terminal, 80, 24).length === 0);
		await terminal.shows('written from the shell');
		terminal.type(' and more');
		await composes(terminal, `${half} and more`);
		terminal.press('<Enter>');
		await terminal.shows(invitation);

		// Once more, by another's signal this time, and ended while it is stopped.
		terminal.type(half);
		await composes(terminal, half);
		terminal.press('<C-z>');
		await terminal.shows('Stopped');
		terminal.type('kill %1; fg\r');
		await terminal.shows('Terminated');
		expect(terminal.modes()).toMatchObject({alternateScreen: false, cursor: true});
		await expectNothingLost(['written from the shell', `${half} and more`]);
	});
});

describe('a disk that is full', () => {
	test('gives the line back and says NOT WRITTEN, and the console goes on', async () => {
		const terminal = await opened({within: 'ulimit -f 500; exec "$@"'});
		terminal.press('<C-u>');
		const long = 'word '.repeat(60_000).trim();
		terminal.press(`<Paste:${long}>`);
		await composes(terminal, 'word word');
		terminal.press('<Enter>');
		await terminal.shows('NOT WRITTEN.');
		expect(composer(terminal).endsWith('word word')).toBe(true);
		expect(layoutTroubles(terminal, 80, 24)).toEqual([]);
		expect(site.log()).toHaveLength(opening.length + 2 + 2);

		// What there is room for is written.
		terminal.press('<C-u>');
		await terminal.shows(invitation);
		await record(terminal, 'a short note');
		terminal.type(half);
		await composes(terminal, half);
		terminal.press('<C-c>');
		expect((await terminal.exited()).code).toBe(0);
		await expectNothingLost(['the first note', 'the second note', 'a short note']);
	});
});
