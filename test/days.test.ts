import {describe, expect, test} from 'vitest';
import {drawActions} from '../source/duties/actions/pane.tsx';
import {drawDecisions} from '../source/duties/decisions/pane.tsx';
import {drawHeader} from '../source/duties/declaration/pane.tsx';
import {communicationsPane} from '../source/duties/communications/pane.tsx';
import {lateEntriesPane} from '../source/console/role-lists/late-entries.ts';
import {filteredRows} from '../source/console/filtered.ts';
import {wordedRows, wordsOfRow} from '../source/console/listing.ts';
import {spokenChanges} from '../source/console/linear.ts';
import {panes} from '../source/console/panes.ts';
import {drawListing} from '../source/looks/list-pane.tsx';
import {raisedPrompts} from '../source/raised.ts';
import {clockTimeFrom, instantOf, timeFrom, timesFrom} from '../source/time.ts';
import {clockTimeBy, createWatch} from '../source/watch.ts';
import * as fc from './support/fast-check.ts';
import {type Line, type Play, playLines} from './support/incident.ts';
import {picture} from './support/picture.ts';

const zone = 'Europe/London';
const moments = fc.integer({min: Date.UTC(2024, 0, 1), max: Date.UTC(2027, 0, 1)}).map(instantOf);

describe('a time', () => {
	test.each([
		['2026-06-03T08:00:00.000Z', ['10:20']],
		['2026-06-03T23:30:00.000Z', ['3 Jun 10:20', '3 Jun']],
		['2026-06-22T08:00:00.000Z', ['3 Jun 10:20', '3 Jun']],
		['2027-01-01T08:00:00.000Z', ['3 Jun 2026 10:20', '3 Jun 2026', 'Jun 2026', '2026']],
	])('seen at %s says its day unless that is the same on the wall clock', (now, words) => {
		expect(timesFrom(now, '2026-06-03T09:20:00.000Z', zone)).toEqual(words);
	});

	test('never passes for one of today: the bare clock time is said of today alone, however little room there is', () => {
		fc.assert(
			fc.property(moments, moments, fc.integer({min: 0, max: 20}), (now, at, room) => {
				const isToday =
					new Intl.DateTimeFormat('sv', {timeZone: zone}).format(Date.parse(now)) ===
					new Intl.DateTimeFormat('sv', {timeZone: zone}).format(Date.parse(at));
				expect(/^\d\d:\d\d$/u.test(timeFrom(now, at, zone, room))).toBe(isToday);
			}),
		);
	});

	test('is told by a watch as by a clock, and the watch knows until when it holds', () => {
		fc.assert(
			fc.property(moments, moments, (now, at) => {
				const {watch, next} = createWatch(now);
				const said = clockTimeBy(watch, at, zone);
				expect(said).toBe(clockTimeFrom(now, at, zone));
				const until = next();
				if (until !== undefined) {
					const before = instantOf(Date.parse(until) - 1);
					expect(clockTimeFrom(before, at, zone)).toBe(said);
				}
			}),
		);
	});
});

/** An incident that began on 2 June and is looked at on 22 June, with one entry of the day itself. */
const lines: readonly Line[] = [
	['09:00', 'sam', 'declare Payments database exposed severity:S2 kind:security'],
	['09:01', 'sam', 'assign im @"Priya Shah"'],
	['09:02', 'priya', 'action isolate host 17 @"Chen Wei" by 10:20'],
	['09:03', 'priya', 'decide payments offline next 11:30 because card data leak'],
	['09:04', 'priya', 'message we look into it audience:customers'],
	['09:05', 'priya', 'agree M1'],
	['09:06', 'priya', 'send M1'],
	['09:40', 'priya', 'note the supplier rang at 09:10'],
];

const later = async (): Promise<Play> => {
	const play = await playLines(lines);
	await play.at('2026-06-22T10:14:00.000Z').as('priya').say('note we go on');
	return play;
};

const listedOf = (play: Play) => ({board: play.board(), entries: play.entries(), prompts: play.desk.prompts()});

const shownPane = async (name: keyof typeof panes, width: number): Promise<string> => {
	const play = await later();
	const {rows} = panes[name].draw(
		{listed: listedOf(play), now: play.now(), selection: undefined, isFocused: false, top: undefined, marks: undefined},
		{width, height: 24},
	);
	return picture({rows}, width);
};

describe('a board that is older than a day', () => {
	test('has the day in the log: before the time where there is room, in its place where there is not', async () => {
		const wide = await shownPane('log', 80);
		expect(wide).toMatch(/ 3 2 Jun 09:01 sam +Priya Shah is Incident Manager/u);
		expect(wide).toMatch(/\d+ 10:14 Priya Shah +we go on/u);
		// The texts stand in their column all the same.
		const column = (words: string) =>
			wide
				.split('\n')
				.find(row => row.includes(words))
				?.indexOf(words);
		expect(column('we go on')).toBe(column('Priya Shah is Incident'));
		expect(await shownPane('log', 52)).toMatch(/ 3 2 Jun 09:01 sam: Priya Shah is/u);
		const narrow = await shownPane('log', 30);
		expect(narrow).toMatch(/ 3 2 Jun sam: Priya Shah/u);
		expect(narrow).toMatch(/\d+ 10:14 Priya: we go on/u);
	});

	test.each([26, 38, 52, 80, 120])('shows no time of that day without it in a pane of %i columns', async width => {
		const play = await later();
		const size = {width, height: 40};
		const state = {size, selected: 0, isFocused: false};
		const drawn = [
			drawActions(play.board(), play.now(), state),
			drawDecisions(play.board(), play.now(), state),
			drawListing(communicationsPane, play.board(), play.now(), state),
			drawListing(lateEntriesPane(listedOf(play)), play.board(), play.now(), state),
		].map(one => picture(one, width));
		const seen = [...drawn, await shownPane('prompts', width)].join('\n');
		// Each time that is not the one of today has its day before it, on the row above where a row ended between them.
		const bare = [...seen.replaceAll(/[\s│]+/gu, ' ').matchAll(/(\S+ \S+) (\d\d:\d\d)/gu)].filter(
			([, before = '', time]) => time !== '10:14' && !/\d+ Jun$/u.test(before),
		);
		// What somebody has typed stands as it was typed.
		expect(bare.map(([all]) => all).filter(all => all !== 'rang at 09:10')).toEqual([]);
		// A text of the log hangs on the day of its own row.
		const heads = (await shownPane('log', width)).split('\n').flatMap(row => /^│ +(\d+ .{6})/u.exec(row)?.[1] ?? []);
		expect(heads.length).toBeGreaterThan(5);
		expect(heads.filter(head => !/^\d+ 2 Jun /u.test(head))).toEqual(['11 10:14 ']);
	});

	test('has it in the rows that are searched and copied, and in what is read out', async () => {
		const play = await later();
		const rows = wordedRows('log', listedOf(play), play.now());
		expect(rows.keys.map((_, index) => wordsOfRow(rows.at(index) ?? {key: '', lead: [], text: ''}))).toContain(
			'3 2 Jun 09:01 sam Priya Shah is Incident Manager',
		);
		const before = {...listedOf(await playLines(lines.slice(0, 1))), now: play.now()};
		const said = spokenChanges(before, {...listedOf(play), now: play.now()}, () => false);
		expect(said.find(one => one.startsWith('Entry 3'))).toContain('Entry 3, 2 Jun 09:01');
	});

	test('is found by its day in the rows that are filtered, from the midnight on after which it is shown', async () => {
		const play = await playLines(lines);
		const found = (now: string) => filteredRows(listedOf(play), now, {pane: 'log', words: '2 Jun isolate'}).keys.length;
		expect(found('2026-06-02T23:59:00.000Z')).toBe(0);
		expect(found('2026-06-03T00:00:00.000Z')).toBe(1);
	});

	test('has it in what doctrine asks', async () => {
		const play = await later();
		const told = play.desk.prompts().find(one => one.rule === 'E8');
		expect(told?.text).toContain('was to be told of an S2 by 2 Jun 13:00 UTC');
	});

	test('is asked nothing anew because a day begins', async () => {
		const play = await playLines(lines);
		const raised = (now: string) =>
			raisedPrompts(play.entries(), now)
				.filter(one => one.rule === 'E8')
				.map(({text, to}) => [text, to]);
		const before = raised('2026-06-02T23:59:00.000Z');
		expect(before).toEqual([['Senior management was to be told of an S2 by 13:00 UTC: call them now.', undefined]]);
		expect(raised('2026-06-05T12:00:00.000Z')).toEqual(before);
	});

	test('has it in its header once it is closed', async () => {
		const play = await later();
		await play.at('2026-06-22T10:20:00.000Z').say('close because it is over');
		const header = (now: string) => picture({rows: drawHeader(play.board(), now, {width: 120, height: 1})}, 120);
		expect(header('2026-06-22T11:00:00.000Z')).toContain('CLOSED 10:20');
		expect(header('2026-06-23T11:00:00.000Z')).toContain('CLOSED 22 Jun 10:20');
	});
});
