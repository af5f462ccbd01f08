import {describe, expect, it} from 'vitest';
import {settableClock} from '../source/clock.ts';
import {type Desk, openDesk} from '../source/desk.ts';
import {boardJson} from '../source/documents/board-json.ts';
import {formats} from '../source/documents/index.ts';
import {rules} from '../source/duties/index.ts';
import {emptyBoard, fold, foldAll} from '../source/fold.ts';
import type {Ledger} from '../source/ledger/ledger.ts';
import {openMemoryLedger} from '../source/ledger/memory.ts';
import {createWatch} from '../source/watch.ts';
import {profileNamed} from '../source/profiles/index.ts';
import {promptsOf} from '../source/propose.ts';
import {fixtures, linesOf, type Fixture} from '../source/replay/fixtures.ts';
import {play} from '../source/replay/play.ts';
import {isRefusal} from '../source/refusal.ts';
import {hour, later, minute} from '../source/time.ts';
import {timelineLine} from '../source/timeline.ts';
import {readMarkdown, rowsUnder} from './documents/reading.ts';
import {openSession} from './support/shell.ts';

type Replay = {readonly desk: Desk; readonly ledger: Ledger};

/** A fixture played to its end, without waiting. */
const replayed = async (fixture: Fixture): Promise<Replay> => {
	const lines = linesOf(fixture);
	const clock = settableClock(new Date(lines[0]?.time ?? 0).toISOString());
	const ledger = openMemoryLedger();
	const desk = await openDesk({ledger, clock: clock.clock, login: 'loggist', home: 'UTC'});
	await play(lines, {desk, clock, speed: Infinity});
	return {desk, ledger};
};

const markdown = async ({desk}: Replay, now: string): Promise<string> => {
	const board = desk.board();
	const written = formats
		.find(one => one.name === 'markdown')
		?.write({board, entries: desk.entries(), now, prompts: promptsOf({board, now}), version: '0.0.0'});
	return (await written) ?? '';
};

it('there are three incidents and an exercise', () => {
	expect(fixtures().map(one => one.name)).toEqual(
		expect.arrayContaining(['gitlab-2017-01-31', 'matrix-2019-04-11', 'osm-2024-12-15', 'medcaribe-bec']),
	);
});

describe.each(fixtures().map(fixture => [fixture.name, fixture] as const))('%s', (_, fixture) => {
	it('plays to its end, every line of it', async () => {
		const {desk, ledger} = await replayed(fixture);
		const [incident = ''] = await ledger.incidents();
		expect(await ledger.incidents()).toHaveLength(1);
		expect(desk.entries().length).toBeGreaterThanOrEqual(linesOf(fixture).length);
		expect(desk.board().irregularities).toEqual([]);
		expect(await ledger.verify(incident)).not.toHaveProperty('trouble');
		expect(desk.entries().at(-1)?.recordedAt).toBe(new Date(linesOf(fixture).at(-1)?.time ?? 0).toISOString());
	});

	it('no rule throws on any beginning of it, at the moment and long after', async () => {
		const {desk} = await replayed(fixture);
		let board = emptyBoard(desk.board().incident);
		for (const entry of desk.entries()) {
			board = fold(board, entry);
			for (const after of [-hour, 0, minute, 10 * minute, hour, 30 * 24 * hour]) {
				const now = later(entry.recordedAt, after);
				for (const rule of rules) {
					for (const asking of rule.consult(board, createWatch(now).watch, profileNamed(board.declaration.profile))) {
						expect(asking.text).not.toMatch(/undefined|NaN|\[object/u);
					}
				}
			}
		}
	});

	it('gives the same board, log and document when it is played again', async () => {
		const [once, again] = [await replayed(fixture), await replayed(fixture)];
		const now = later(once.desk.entries().at(-1)?.recordedAt ?? '', hour);
		expect(again.desk.entries()).toEqual(once.desk.entries());
		expect(boardJson(again.desk.board(), now)).toEqual(boardJson(once.desk.board(), now));
		expect(boardJson(foldAll(emptyBoard(once.desk.board().incident), once.desk.entries()), now)).toEqual(
			boardJson(once.desk.board(), now),
		);
		const document = await markdown(once, now);
		expect(await markdown(again, now)).toBe(document);
		expect(rowsUnder(readMarkdown(document), 'Log')).toHaveLength(once.desk.entries().length);
	});

	it('run through the shell it is the same log', async () => {
		const {desk} = await replayed(fixture);
		const session = openSession();
		const start = linesOf(fixture)[0]?.time ?? '';
		expect(await session.call(['run', fixture.file, '--now', start], {env: {LOGGIST_AS: 'loggist'}})).toMatchObject({
			code: 0,
			stderr: '',
		});
		const entries = (await session.json('log --json')) as readonly {readonly hash: string; readonly text: string}[];
		expect(entries.map(one => one.text)).toEqual(
			desk.entries().map(entry => timelineLine(entry, desk.board(), entry.recordedAt).text),
		);
		expect(entries.at(-1)?.hash).toBe(desk.entries().at(-1)?.hash);
	});

	it('demo prints its board', async () => {
		const {code, stdout, stderr} = await openSession().loggist(`demo ${fixture.name} --speed max`);
		const {desk} = await replayed(fixture);
		expect({code, stderr}).toEqual({code: 0, stderr: ''});
		expect(stdout).toContain(desk.board().incident);
		expect(stdout).toContain('\nRoles\n');
	});
});

const emptyDesk = async () =>
	openDesk({ledger: openMemoryLedger(), clock: () => '2026-06-02T10:00:00.000Z', login: 'loggist', home: 'UTC'});

describe('playing', () => {
	it('stops with its line at what is refused: a script that ships must play', async () => {
		const clock = settableClock('2026-06-02T10:00:00.000Z');
		const lines = ['declare Mail is down', 'ack A1', 'note never'].map(line => ({
			line,
			time: undefined,
			by: undefined,
		}));
		const on = await emptyDesk();
		await expect(play(lines, {desk: on, clock, speed: Infinity})).rejects.toThrow(/^line 2 of the script, “ack A1”: /u);
		expect(on.entries()).toHaveLength(1);
	});

	it('can be left in the middle', async () => {
		const clock = settableClock('2026-06-02T10:00:00.000Z');
		const lines = ['declare Mail is down', 'note never'].map((line, index) => ({
			line,
			time: `2026-06-02T1${index}:00:00Z`,
			by: undefined,
		}));
		const on = await emptyDesk();
		const ending = new AbortController();
		const playing = play(lines, {desk: on, clock, speed: 1, signal: ending.signal});
		ending.abort();
		await expect(playing).rejects.toMatchObject({name: 'AbortError'});
		expect(on.entries().length).toBeLessThan(2);
	});

	it('a desk opened to read refuses, in words', async () => {
		const on = await openDesk({
			ledger: openMemoryLedger(),
			clock: () => '2026-06-02T10:00:00.000Z',
			login: 'loggist',
			home: 'UTC',
			isReadonly: true,
		});
		const answer = await on.write('declare x');
		expect(isRefusal(answer)).toBe(true);
	});
});
