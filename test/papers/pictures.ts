// Writes the pictures of the papers, from the real program in a real terminal: npm run pictures.
import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import * as pty from '@lydell/node-pty';
// oxlint-disable-next-line import/default
import unicode11 from '@xterm/addon-unicode11';
import headless from '@xterm/headless';
import {picturePage} from './page-picture.ts';
import {svgOf} from './svg.ts';

const root = path.join(import.meta.dirname, '..', '..');
const cli = path.join(root, 'dist', 'cli.js');
const folder = mkdtempSync(path.join(tmpdir(), 'loggist-pictures-'));
const db = path.join(folder, 'ledger.db');
const start = '2026-06-02T08:00:00Z';
const shown = '2026-06-02T10:14:07Z';

const picture = async (
	name: string,
	columns: number,
	rows: number,
	typed: string,
	{words = [], what = 'board'}: {readonly words?: readonly string[]; readonly what?: string} = {},
): Promise<void> => {
	const terminal = new headless.Terminal({cols: columns, rows, allowProposedApi: true});
	// oxlint-disable-next-line import/no-named-as-default-member
	terminal.loadAddon(new unicode11.Unicode11Addon());
	terminal.unicode.activeVersion = '11';
	const child = pty.spawn(process.execPath, [cli, '--db', db, '--now', shown, ...words], {
		cols: columns,
		rows,
		name: 'xterm-256color',
		env: {PATH: process.env['PATH'], HOME: folder, XDG_STATE_HOME: path.join(folder, name), TERM: 'xterm-256color'},
	});
	child.onData(data => {
		terminal.write(data);
	});
	await sleep(1500);
	child.write(typed);
	await sleep(500);
	writeFileSync(
		path.join(root, 'docs', name),
		svgOf(terminal, `The ${what} of Loggist, ${columns} columns by ${rows} rows`),
	);
	child.kill('SIGKILL');
	terminal.dispose();
};

execFileSync(process.execPath, [
	cli,
	'run',
	path.join(root, 'fixtures', 'pictures', 'board.lines'),
	'--db',
	db,
	'--now',
	start,
]);
await picture('board.svg', 120, 40, '/action isolate host 17 again @chen by 11:30');
await picture('board-80x24.svg', 80, 24, 'supplier rings back at 11:30');
await picture('view-deputy.svg', 120, 40, '', {words: ['--as', '@tom'], what: "deputy's view"});
const page = execFileSync(process.execPath, [cli, '--db', db, '--now', shown, 'export', 'html'], {encoding: 'utf8'});
await picturePage(page, path.join(root, 'docs', 'page.png'));
rmSync(folder, {recursive: true, force: true});
