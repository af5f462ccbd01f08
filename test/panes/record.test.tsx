import {describe, expect, test} from 'vitest';
import {type LogLine, drawRecord} from '../../source/duties/record/pane.tsx';
import {briefName} from '../../source/duties/staffing/state.ts';
import {timesFrom} from '../../source/time.ts';
import {timelineLine} from '../../source/timeline.ts';
import {type Line, type Play, playLines} from '../support/incident.ts';
import {picture} from '../support/picture.ts';

const opening: readonly Line[] = [
	['09:00', 'sam', 'declare Payments database exposed severity:S2 kind:security'],
	['09:01', 'sam', 'assign im @"Priya Shah"'],
	['09:30', 'priya', 'note wrong host named'],
	['09:31', 'priya', 'strike 4 because it was host 18'],
	['09:40', 'priya', 'note the supplier rang at 09:10'],
	['09:41', 'priya', 'note their engineer saw the same address in their own logs on Sunday'],
];

const shown = (play: Play, width: number, height: number, selected?: number, seen?: number): string => {
	const lineAt = (index: number): LogLine => {
		const entry = play.entries()[index];
		if (entry === undefined) {
			throw new RangeError(`There is no entry at ${index}.`);
		}

		return {
			...timelineLine(entry, play.board(), play.now()),
			times: timesFrom(play.now(), entry.occurredAt, 'UTC'),
			whoInBrief: briefName(play.board().staffing, entry.by),
		};
	};

	return picture(
		drawRecord(
			{count: play.entries().length, seen, lineAt, selected},
			{size: {width, height}, isFocused: selected !== undefined},
		),
		width,
	);
};

test('a word that has no room beside a long name goes to the next row whole', async () => {
	const play = await playLines([
		['09:00', 'sam', 'declare Fire severity:S2'],
		['09:01', 'Mia Berg', 'note objective1 is rated well'],
	]);
	expect(shown(play, 31, 8)).toContain(`
│ 2 09:01 Mia Berg:           │
│         objective1 is rated │
│         well                │`);
});

const noLine = (): LogLine => {
	throw new RangeError('Nothing is there.');
};

describe('the log', () => {
	test('tells number, time, who and what; late and struck entries say so in words', async () => {
		expect(shown(await playLines(opening), 52, 10)).toMatchInlineSnapshot(`
			"
			╭ Log · 7 ─────────────────────────────────────────╮
			│ 2 09:01 sam: Priya Shah joins (@priya)           │
			│ 3 09:01 sam: Priya Shah is Incident Manager      │
			│ 4 09:30 Priya Shah: (struck) wrong host named    │
			│ 5 09:31 Priya Shah: entry 4 struck, because it   │
			│         was host 18                              │
			│ 6 09:10 Priya Shah: (late) the supplier rang     │
			│ 7 09:41 Priya Shah: their engineer saw the same  │
			│         address in their own logs on Sunday      │
			╰──────────────────────────────────────────────────╯
			"
		`);
	});

	test('has a column for the texts where it is wide', async () => {
		expect(shown(await playLines(opening), 84, 9)).toMatchInlineSnapshot(`
			"
			╭ Log · 7 ─────────────────────────────────────────────────────────────────────────╮
			│ 2 09:01 sam              Priya Shah joins (@priya)                               │
			│ 3 09:01 sam              Priya Shah is Incident Manager                          │
			│ 4 09:30 Priya Shah       (struck) wrong host named                               │
			│ 5 09:31 Priya Shah       entry 4 struck, because it was host 18                  │
			│ 6 09:10 Priya Shah       (late) the supplier rang                                │
			│ 7 09:41 Priya Shah       their engineer saw the same address in their own logs   │
			│                          on Sunday                                               │
			╰──────────────────────────────────────────────────────────────────────────────────╯
			"
		`);
	});

	test('cuts an entry that would fill it, and says that it did', async () => {
		const play = await playLines([...opening, ['09:42', 'priya', `note ${'word '.repeat(200)}`]]);
		expect(shown(play, 40, 7)).toMatchInlineSnapshot(`
			"
			╭ Log · 8 ─────────────────────────────╮
			│         own logs on Sunday           │
			│ 8 09:42 Priya: word word word word   │
			│         word word word word word     │
			│         word word word word word     │
			│         word word word word word wo… │
			╰──────────────────────────────────────╯
			"
		`);
	});

	test('keeps the rows in sight where they are when more is written, and counts what is newer', async () => {
		const play = await playLines(opening);
		const before = shown(play, 52, 8, 3, 7).split('\n').slice(2);
		await play.say('note something new');
		await play.say('note something newer');
		const after = shown(play, 52, 8, 3, 7).split('\n');
		expect(after.slice(2)).toEqual(before);
		expect(after[1]).toMatch(/^╭ ▸Log · 5 newer ─+╮$/u);
	});

	test('is in one piece when it is empty', () => {
		const element = drawRecord(
			{count: 0, lineAt: noLine, selected: undefined},
			{size: {width: 40, height: 3}, isFocused: false},
		);
		expect(picture(element, 40)).toMatchInlineSnapshot(`
			"
			╭ Log · 0 ─────────────────────────────╮
			│ Nothing is in the log yet.           │
			╰──────────────────────────────────────╯
			"
		`);
	});
});
