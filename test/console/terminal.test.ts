import {readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {afterAll, afterEach, beforeAll, describe, expect, it, test} from 'vitest';
import {type Bundle, bundle} from '../support/bundle.ts';
import {openTerminal, type TestTerminal} from '../support/terminal.ts';

let program: Bundle;
let terminal: TestTerminal | undefined;
const note = path.join(tmpdir(), `loggist-gone-${process.pid}`);

beforeAll(async () => {
	program = await bundle(fileURLToPath(new URL('board.fixture.tsx', import.meta.url)));
});

afterAll(() => {
	program.remove();
});

afterEach(async () => {
	await terminal?.close();
	terminal = undefined;
	rmSync(note, {force: true});
});

const env = {GONE: note};

const noted = (): string => readFileSync(note, 'utf8');

/** The program in a terminal of its own. */
const start = async (size: {columns?: number; rows?: number} = {}): Promise<TestTerminal> => {
	terminal = openTerminal({command: process.execPath, arguments: [program.file], env, ...size});
	await terminal.shows('Right');
	return terminal;
};

/** The program under a shell that tells afterwards in which mode it got the terminal back. */
const startInShell = async (run = `"${process.execPath}" "${program.file}"`): Promise<TestTerminal> => {
	terminal = openTerminal({
		command: '/bin/sh',
		arguments: ['-c', `trap : INT; ${run}; echo "ended with $?"; stty -a; echo "that was all"`],
		env,
		columns: 100,
		rows: 30,
	});
	await terminal.shows('Right');
	return terminal;
};

/** The pid that the program shows. */
const pidOf = (shown: TestTerminal): number => Number(/pid (\d+)/u.exec(shown.screen())?.[1]);

const atRest = {alternateScreen: false, cursor: true, bracketedPaste: false, wraparound: true, synchronized: false};

/** What stands where the borders of both panes should be. */
const borders = (shown: TestTerminal, columns: number): string[] => {
	const left = Math.floor(columns / 2);
	return [1, 2, 3].map(y => [0, left - 1, left, columns - 1].map(x => shown.cell(x, y)).join(''));
};

describe('on the screen', () => {
	it('paints, places the cursor and takes text', async () => {
		const shown = await start();
		expect(shown.modes()).toEqual({
			alternateScreen: true,
			cursor: true,
			bracketedPaste: true,
			wraparound: false,
			synchronized: false,
		});
		shown.type('isolate host 17');
		await shown.shows('> isolate host 17');
		expect(shown.cursor()).toEqual({x: 17, y: 23});
		shown.press('<Paste:one\ntwo\u001B[2J>');
		await shown.shows('> isolate host 17one ⏎ two␛[2J');
	});

	it('paints where Ink takes nobody to be watching', async () => {
		terminal = openTerminal({command: process.execPath, arguments: [program.file], env: {...env, CI: 'true'}});
		await terminal.shows('Right');
		terminal.resize(60, 12);
		await terminal.shows('size 30x11');
	});

	it('writes few bytes for a key', async () => {
		const shown = await start({columns: 200, rows: 60});
		shown.type('a');
		await shown.shows('> a');
		const before = shown.bytes();
		shown.type('b');
		await shown.shows('> ab');
		expect(shown.bytes() - before).toBeLessThanOrEqual(100);
	});

	it('holds its borders through resizes', async () => {
		const shown = await start();
		for (const [columns, rows] of [
			[60, 12],
			[200, 60],
			[40, 12],
			[80, 24],
		] as const) {
			shown.resize(columns, rows);
			await shown.shows(`size ${Math.ceil(columns / 2)}x${rows - 1}`);
			await shown.until('the composer stands at the bottom', () => shown.lines().at(-1)?.startsWith('>') ?? false);
			expect(borders(shown, columns)).toEqual(['││││', '││││', '││││']);
			expect(shown.lines()).toHaveLength(rows);
		}

		expect(shown.raw()).not.toContain('\u001B[2J');
		expect(shown.raw()).not.toContain('\u001B[J');
	});

	it('opens an overlay and shows what was beneath again', async () => {
		const shown = await start();
		const before = shown.lines();
		shown.press('<C-o>');
		await shown.shows('Over');
		shown.press('<C-o>');
		await shown.hides('Over');
		expect(shown.lines()).toEqual(before);
	});

	it('shows nothing of what Node warns of', async () => {
		const shown = await start();
		shown.press('<C-w>');
		shown.type('later');
		await shown.shows('> later');
		// Node writes its warnings in the tick after.
		shown.type(' still');
		await shown.shows('> later still');
		expect(shown.raw()).not.toContain('warned on purpose');
	});

	it('hides the cursor when it has no place', async () => {
		const shown = await start();
		shown.press('<C-b>');
		await shown.until('the cursor is hidden', () => !shown.modes().cursor);
		shown.type('x');
		await shown.until('the cursor is back', () => shown.modes().cursor);
	});
});

describe('gives the terminal back', () => {
	it('when it is left', async () => {
		const shown = await startInShell();
		shown.press('<C-q>');
		await shown.shows('that was all');
		expect(shown.screen()).toContain('left in order');
		expect(shown.screen()).toContain('ended with 0');
		expect(shown.screen()).toMatch(/ icanon /u);
		expect(shown.screen()).toMatch(/ echo /u);
		expect(shown.modes()).toEqual(atRest);
		expect(() => noted()).toThrow(/ENOENT/u);
	});

	test.each([
		['SIGINT', 130],
		['SIGTERM', 143],
		['SIGHUP', 129],
		['SIGQUIT', 131],
		['SIGABRT', 134],
		['SIGUSR2', 140],
		['SIGALRM', 142],
		['SIGVTALRM', 154],
		['SIGXCPU', 152],
	] as const)('on %s, and dies of it', async (signal, code) => {
		const shown = await startInShell();
		shown.type('half a line');
		await shown.shows('half a line');
		process.kill(pidOf(shown), signal);
		await shown.shows('that was all');
		expect(shown.screen()).toContain(`ended with ${code}`);
		expect(shown.screen()).toMatch(/ icanon /u);
		expect(shown.screen()).toMatch(/ echo /u);
		expect(shown.modes()).toEqual(atRest);
		expect(noted()).toBe('signal half a line\n');
	});

	test.each([
		['throws', '<C-t>', 'thrown on purpose'],
		['rejects', '<C-r>', 'rejected on purpose'],
		['has a pane that breaks', 'broken pane<C-o>', 'pane broke'],
	])('when it %s, and says why', async (_, keys, message) => {
		const shown = await startInShell();
		shown.press(keys);
		await shown.shows('that was all');
		expect(shown.screen()).toContain(message);
		expect(shown.screen()).toContain('ended with 1');
		expect(shown.screen()).toMatch(/ icanon /u);
		expect(shown.modes()).toEqual(atRest);
		expect(noted()).toMatch(/^crash /u);
	});

	it('when something ends the process', async () => {
		const shown = await startInShell();
		shown.press('<C-x>');
		await shown.shows('that was all');
		expect(shown.screen()).toContain('ended with 7');
		expect(shown.screen()).toMatch(/ icanon /u);
		expect(shown.modes()).toEqual(atRest);
	});
});

describe('when the terminal goes', () => {
	it('keeps what is half typed, and ends', async () => {
		const shown = await start();
		shown.type('half a line');
		await shown.shows('half a line');
		shown.hangUp();
		await shown.exited();
		expect(noted()).toMatch(/^(?:signal|vanished) half a line\n$/u);
	});

	it('does so without a signal as well', async () => {
		// In a session of its own the program is not told: it finds that it can no longer read and write.
		const shown = await startInShell(`setsid --wait "${process.execPath}" "${program.file}"`);
		const pid = pidOf(shown);
		shown.type('half a line');
		await shown.shows('half a line');
		shown.hangUp();
		await shown.exited();
		await expect
			.poll(
				() => {
					try {
						process.kill(pid, 0);
						return 'runs';
					} catch {
						return 'ended';
					}
				},
				{timeout: 5000},
			)
			.toBe('ended');
		expect(noted()).toBe('vanished half a line\n');
	});
});

describe('suspended', () => {
	it('gives the terminal to the shell, and takes it again', async () => {
		terminal = openTerminal({
			command: 'bash',
			arguments: ['--norc', '--noprofile', '-i'],
			env: {...env, PS1: 'shell$ '},
		});
		await terminal.shows('shell$');
		terminal.type(`"${process.execPath}" "${program.file}"\r`);
		await terminal.shows('Right');
		terminal.type('kept');
		await terminal.shows('> kept');
		terminal.press('<C-z>');
		await terminal.shows('Stopped');
		expect(terminal.modes()).toMatchObject({alternateScreen: false, cursor: true, wraparound: true});
		terminal.type('stty -a; echo size; fg\r');
		await terminal.shows('> kept');
		expect(terminal.raw()).toMatch(/ icanon /u);
		expect(terminal.modes()).toMatchObject({alternateScreen: true, bracketedPaste: true, wraparound: false});
		terminal.type(' and used');
		await terminal.shows('> kept and used');

		// Resized while it could not know.
		terminal.press('<C-z>');
		await terminal.hides('Right');
		await terminal.shows('Stopped');
		terminal.resize(60, 20);
		terminal.type('fg\r');
		await terminal.shows('size 30x19');
		terminal.press('<C-q>');
		await terminal.shows('left in order');
	});

	it('goes on at once where there is no shell', async () => {
		const shown = await start();
		const before = shown.bytes();
		shown.press('<C-z>');
		await shown.until('it has left and come back', () => shown.bytes() > before + 500 && shown.modes().alternateScreen);
		await shown.shows('Right');
		shown.type('still here');
		await shown.shows('> still here');
	});
});
