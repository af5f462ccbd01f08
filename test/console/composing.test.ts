import {chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {createSite, type Site} from '../support/console.ts';
import type {TestTerminal} from '../support/terminal.ts';

/*
The composer of the program as it is built, in a real pseudo-terminal: pastes that a terminal marks and that it does not,
an editor that is given the terminal, the history from one start to the next, and where the cursor stands.
*/

let site: Site;

beforeEach(() => {
	site = createSite();
	site.say('declare Payments database exposed severity:S2 kind:security', 'assign im @"Priya Shah"');
});

afterEach(async () => {
	await site.remove();
});

const invitation = '› write what happens';

const composer = (terminal: TestTerminal): string => terminal.lines().at(-3)?.trimEnd() ?? '';

const composes = async (terminal: TestTerminal, what: string): Promise<void> =>
	terminal.until(`the line ends in ${what}`, () => composer(terminal).endsWith(what));

const notes = (): readonly string[] =>
	site
		.log()
		.filter(({kind}) => kind === 'note-made')
		.map(({text}) => text);

const open = async (options: Parameters<Site['open']>[0] = {}): Promise<TestTerminal> => {
	const terminal = site.open(options);
	await terminal.shows(invitation);
	return terminal;
};

describe('many lines', () => {
	test('pasted are asked about, let go by Esc, had again by undo, and written one by one', async () => {
		const terminal = await open();
		terminal.press('<Paste:one\ntwo\n\n/action ring the bank @priya by 20m>');
		await terminal.shows('3 lines at once: what is meant?');
		terminal.press('<Esc>');
		await terminal.shows('undo asks again');
		terminal.press('<M-u>');
		await terminal.shows('3 lines at once: what is meant?');
		terminal.press('2');
		await terminal.shows('3 lines recorded, entries');
		expect(notes()).toEqual(['one', 'two']);
		expect(site.run('board')).toContain('ring the bank');
	});

	test('that a terminal does not mark as a paste are asked about too, and none is recorded by its line end', async () => {
		const terminal = await open();
		terminal.type('one\rtwo\rthree\r');
		await terminal.shows('3 lines at once: what is meant?');
		expect(notes()).toEqual([]);
		terminal.press('1');
		await terminal.shows('one ⏎ two ⏎ three');
		await terminal.shows(invitation);
		expect(notes()).toEqual(['one\ntwo\nthree']);
	});

	test.each([
		['10,000 lines', Array.from({length: 10_000}, (_, index) => `line ${index} of a file`).join('\n'), '10000 lines'],
		['100 kB in two lines', `${'障害 word '.repeat(8000)}\nend`, '2 lines'],
		['control characters', 'a\u0007\u001B]0;x\u0007\nb\u0000\u001B[2J\u009B31m', '2 lines'],
	])('as %s hold the layout, and typing goes on', async (_, text, said) => {
		const terminal = await open();
		terminal.press(`<Paste:${text}>`);
		await terminal.shows(`${said} at once`);
		expect(
			terminal
				.lines()
				.filter(line => line.startsWith('╭'))
				.every(line => line.trimEnd().endsWith('╮')),
		).toBe(true);
		terminal.type('typed on');
		await composes(terminal, 'typed on');
		expect(composer(terminal)).toBe('› typed on');
		terminal.press('<C-_><C-_>');
		await terminal.shows(`${said} at once`);
		terminal.press('3');
		await terminal.hides(' at once');
		terminal.type('.');
		await composes(terminal, '.');
		expect(notes()).toEqual([]);
		expect(terminal.lines()).toHaveLength(24);
	});
});

/** An editor: a script of the shell that has the file as its first word. */
const editor = (script: string): Readonly<Record<string, string>> => {
	const file = path.join(site.folder, 'my editor');
	writeFileSync(file, `#!/bin/sh\n${script}\n`);
	chmodSync(file, 0o755);
	return {VISUAL: `"${file}" -w`, EDITOR: 'false'};
};

const draftFolder = () => path.join(site.folder, 'state', 'loggist', 'drafts');

/** Texts that an editor was given and that are still there. */
const left = () => readdirSync(draftFolder()).filter(name => name.startsWith('line-'));

const pidFile = () => path.join(site.folder, 'pid');

const pid = (): number => Number(readFileSync(pidFile(), 'utf8'));

/** For a shell: the program, whose process is noted. */
const noted = `sh -c 'echo $$ >"$PID_FILE"; exec "$@"' sh "$@"`;

const inUse = {alternateScreen: true, cursor: true, bracketedPaste: true, wraparound: false, synchronized: false};

describe('an editor', () => {
	test('has the terminal and the line, and its text takes the place of the line', async () => {
		const terminal = await open({
			env: editor(`
				ls -ld "$2" "\${2%/*}" | cut -c1-10 >"${site.folder}/mode"
				stty -a >"${site.folder}/stty"
				echo "the editor has: $(cat "$2")"
				read answer
				echo "$answer by hand" >"$2"`),
		});
		terminal.type('half a line');
		await composes(terminal, 'half a line');
		terminal.press('<F8>');
		await terminal.shows('the editor has: half a line');
		expect(terminal.modes()).toMatchObject({alternateScreen: false, bracketedPaste: false, wraparound: true});
		// Another writes meanwhile: it is on the board when the terminal is back.
		site.say('note written meanwhile');
		terminal.type('rewritten\r');
		await composes(terminal, 'rewritten by hand');
		await terminal.shows('written meanwhile');
		expect(terminal.modes()).toEqual(inUse);
		expect(readFileSync(path.join(site.folder, 'mode'), 'utf8').trim().split('\n')).toEqual([
			'drwx------',
			'-rw-------',
		]);
		expect(readFileSync(path.join(site.folder, 'stty'), 'utf8')).toMatch(/ icanon /u);
		expect(statSync(draftFolder()).mode & 0o777).toBe(0o700);
		expect(left()).toEqual([]);
		terminal.press('<M-u>');
		await composes(terminal, 'half a line');
		terminal.press('<M-r><Enter>');
		await terminal.shows(invitation);
		expect(notes()).toEqual(['written meanwhile', 'rewritten by hand']);
	});

	test('that gives many lines is asked about as a paste is', async () => {
		const terminal = await open({env: editor(`printf 'one\\ntwo\\n\\n' >"$2"`)});
		terminal.type('/editor');
		await composes(terminal, '/editor');
		terminal.press('<Enter>');
		await terminal.shows('2 lines from the editor');
		terminal.press('2');
		await terminal.shows('2 lines recorded');
		expect(notes()).toEqual(['one', 'two']);
	});

	test.each([
		['is killed', 'stty raw -echo; printf "\\033[?1000h\\033[?1049h"; kill -9 $$', 'was ended by SIGKILL'],
		['says that nothing is to come of it', 'echo lost >"$2"; exit 3', 'ended with 3'],
		['removes the file', 'rm "$2"', 'cannot be read back (ENOENT)'],
		['saves what is no text', `printf '\\377\\376' >"$2"`, 'not UTF-8'],
	])('that %s leaves the line as it was, and the terminal whole', async (_, script, said) => {
		const terminal = site.open({
			columns: 100,
			rows: 30,
			env: {...editor(script), PID_FILE: pidFile()},
			within: `${noted}; echo "ended with $?"; stty -a; echo "that was all"`,
		});
		await terminal.shows(invitation);
		terminal.type('half a line');
		await composes(terminal, 'half a line');
		terminal.press('<M-e>');
		await terminal.shows(said);
		expect(composer(terminal)).toBe('› half a line');
		expect(terminal.modes()).toEqual(inUse);
		terminal.type(', typed on');
		await composes(terminal, ', typed on');
		expect(left()).toEqual([]);
		// By a signal, after which Node itself puts nothing right.
		process.kill(pid(), 'SIGTERM');
		await terminal.shows('that was all');
		expect(terminal.screen()).toMatch(/ icanon /u);
		expect(terminal.screen()).toMatch(/ echo /u);
	});

	test.each([
		['is not there', {VISUAL: '/nowhere/ed -w'}, 'The editor /nowhere/ed is not found'],
		['is not named', {VISUAL: '', EDITOR: ''}, 'No editor is named.'],
		['is named with a quote left open', {VISUAL: '"ed'}, '$VISUAL has a quote that is not closed'],
	])('that %s is said', async (_, env, said) => {
		const terminal = await open({env, columns: 120});
		terminal.type('half');
		await composes(terminal, 'half');
		terminal.press('<F8>');
		await terminal.shows(said);
		expect(composer(terminal)).toBe('› half');
	});

	test('hears Ctrl-C alone; the console goes on', async () => {
		const terminal = await open({
			env: editor(`trap 'echo stopped >"$2"; exit 0' INT; echo waiting; while :; do sleep 0.1; done`),
		});
		terminal.press('<F8>');
		await terminal.shows('waiting');
		terminal.press('<C-c>');
		await composes(terminal, 'stopped');
		expect(terminal.modes()).toEqual(inUse);
	});

	test('ends with the console, and the half-typed line is kept', async () => {
		const terminal = site.open({
			columns: 100,
			rows: 30,
			env: {
				...editor(`echo $$ >"${site.folder}/editor"; echo waiting; exec sleep 1000`),
				PID_FILE: pidFile(),
			},
			// The shell stays: when it ends, whoever it has started is told in any case.
			within: `${noted}; echo "ended with $?"; stty -a; echo "that was all"; read end`,
		});
		await terminal.shows(invitation);
		terminal.type('half a line');
		await composes(terminal, 'half a line');
		terminal.press('<F8>');
		await terminal.shows('waiting');
		process.kill(pid(), 'SIGTERM');
		await terminal.shows('that was all');
		expect(terminal.screen()).toContain('ended with 143');
		expect(terminal.screen()).toMatch(/ icanon /u);
		const started = Number(readFileSync(path.join(site.folder, 'editor'), 'utf8'));
		await expect.poll(() => existsSync(`/proc/${started}`), {timeout: 10_000}).toBe(false);
		const next = site.open();
		await next.until('the line is back', () => composer(next) === '› half a line');
	});
});

describe('lines that were recorded', () => {
	test('are there at the next start, those that were refused are not', async () => {
		const terminal = await open();
		terminal.type('host 17 answers');
		await composes(terminal, 'answers');
		terminal.press('<Enter>');
		await terminal.shows(invitation);
		terminal.type('/ack A9');
		await composes(terminal, '/ack A9');
		terminal.press('<Enter>');
		await terminal.shows('No action has been recorded yet');
		terminal.press('<M-K>');
		await terminal.shows(invitation);
		terminal.press('<C-c>');
		await terminal.exited();
		const next = await open();
		next.press('<Up>');
		await composes(next, 'host 17 answers');
		next.press('<Up>');
		await next.shows('This is the first line that was recorded here.');
	});
});

describe('the cursor', () => {
	test.each([
		['👨‍👩‍👧 a family', 17],
		['障害が起きた', 14],
		['ที่นี่น้ำ', 6],
		['\u1112\u1161\u11AB\u1100\u116E\u11A8', 6],
		['क्षत्रिय', 8],
	])('stands behind %s, where an input method looks for it', async (text, x) => {
		const terminal = await open();
		terminal.type(text);
		await terminal.until('the cursor has come', () => terminal.cursor().x === x);
		expect(terminal.cursor().y).toBe(21);
		terminal.press('<Home>');
		await terminal.until('the cursor is at the start', () => terminal.cursor().x === 2);
		terminal.press('<End>');
		await terminal.until('the cursor is at the end', () => terminal.cursor().x === x);
	});

	test('stays in sight in a line that is longer than the screen, wherever it is moved', async () => {
		const terminal = await open();
		const text = '障害 host 👩🏽‍🚒 x '.repeat(30);
		terminal.press(`<Paste:${text}>`);
		terminal.type('end');
		await composes(terminal, 'end');
		for (let times = 0; times < 60; times++) {
			terminal.press('<M-b>');
		}

		terminal.type('HERE');
		await terminal.until('what is typed stands before the cursor', () => {
			const {x, y} = terminal.cursor();
			return Array.from({length: x}, (_, at) => terminal.cell(at, y))
				.join('')
				.endsWith('HERE');
		});
		expect(terminal.cursor().x).toBeLessThan(80);
	});
});
