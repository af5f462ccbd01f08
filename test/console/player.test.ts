import {describe, expect, test} from 'vitest';
import {createPlayer, type Player, type PlayerSetting} from '../../source/console/player.ts';
import {consult} from '../../source/consult.ts';
import {openDesk} from '../../source/desk.ts';
import {profileOf} from '../../source/duties/declaration/state.ts';
import type {Entry} from '../../source/entry.ts';
import {openMemoryLedger} from '../../source/ledger/memory.ts';
import {isRefusal} from '../../source/refusal.ts';
import {landmarkKinds} from '../../source/replay/landmarks.ts';
import {elapsed, hour, later, minute, second} from '../../source/time.ts';
import {arbitraryLog, arbitraryLogOfWrongClock, toTheLetter} from '../support/arbitrary-log.ts';
import * as fc from '../support/fast-check.ts';
import {at, declared, incident, staffed} from '../support/spec.ts';

/** A player on a log, with a machine whose time stands until it is moved. */
const playing = async (
	entries: readonly Entry[],
	setting?: PlayerSetting,
): Promise<{readonly player: Player; readonly pass: (milliseconds: number) => void}> => {
	let uptime = 5000;
	const desk = await openDesk(
		{ledger: openMemoryLedger(), clock: () => '2026-06-09T00:00:00.000Z', login: 'x', home: 'UTC', isReadonly: true},
		incident,
		entries,
	);
	const player = createPlayer(desk, () => uptime, setting);
	return {
		player,
		pass(milliseconds) {
			uptime += milliseconds;
			player.tick();
		},
	};
};

/** What one may do in a replay. */
const arbitraryMove = fc.oneof(
	fc.constantFrom(
		...([1, -1] as const).flatMap(by => [
			(player: Player) => void player.step(by),
			(player: Player) => void player.step(by),
			(player: Player) => void player.changeSpeed(by),
			(player: Player) => void player.shift(by * minute),
			(player: Player) => void player.shift(by * 10 * minute),
			(player: Player) => void player.shift(by * hour),
			...landmarkKinds.map(kind => (player: Player) => void player.toLandmark(kind, by)),
		]),
		(player: Player) => void player.toFirst(),
		(player: Player) => void player.toLast(),
		(player: Player) => player.toggle(),
		(player: Player) => player.setPatience(700),
		(player: Player) => player.setPatience(undefined),
	),
	fc.nat(40).map(number => (player: Player) => void player.goToTyped(String(number))),
	fc.integer({min: -90, max: 90}).map(minutes => (player: Player) => {
		const {at: there = ''} = player.transport.get() ?? {};
		player.goTo(later(there, minutes * minute));
	}),
);

const walk = fc.array(fc.tuple(arbitraryMove, fc.constantFrom(0, 0, 1, 90, 1000, 30_000)), {
	minLength: 1,
	maxLength: 30,
});

describe('wherever one goes in a replay', () => {
	test.each([
		['any log', arbitraryLog],
		['a log whose writer had a wrong clock', arbitraryLogOfWrongClock],
	])('the board is the fold of what was recorded by then, and doctrine asks what it asked then: %s', async (_, log) => {
		await fc.assert(
			fc.asyncProperty(log, walk, async (entries, moves) => {
				const {player, pass} = await playing(entries);
				for (const [move, time] of moves) {
					move(player);
					pass(time);
					const shown = player.transport.get();
					const {board, now} = player.desk.situation();
					expect(now).toBe(shown?.at);
					expect(board).toEqual(toTheLetter(entries, now));
					expect(player.desk.board()).toBe(board);
					expect(player.desk.entries()).toEqual(entries.filter(one => one.recordedAt <= now));
					expect(shown?.shown).toBe(player.desk.entries().length);
					expect(player.desk.prompts()).toEqual(consult(board, now, profileOf(board.declaration)));
				}
			}),
			{numRuns: 40},
		);
	});
});

const story = declared.and(
	'[10:10] note one',
	'[10:20] decide host 17 goes off because it leaks',
	'[10:40] note two',
	'[14:00] decide host 17 comes back because it is clean',
	'[14:10] close because it is over',
);

const where = ({transport}: Player) => {
	const {at: shown = '', isPlaying, speed, skipped} = transport.get() ?? {};
	return {clock: shown.slice(11, 19), isPlaying, speed, skipped};
};

describe('a replay', () => {
	test.each([1, 2, 5, 10, 20, 60, 100, 200, 500, 1000])(
		'at ×%i shows its beginning and what has passed since',
		async speed => {
			const {player, pass} = await playing(story.entries, {speed});
			for (const passed of [1, 400, 900, 5000]) {
				const before = player.transport.get()?.at ?? '';
				pass(passed);
				expect(elapsed(before, player.transport.get()?.at ?? '')).toBe(passed * speed);
			}
		},
	);

	test('begins where it is told to, stands still where it is told to, and goes on from there', async () => {
		const {player, pass} = await playing(story.entries, {from: at('10:05'), until: at('10:30'), speed: 60});
		expect(where(player)).toMatchObject({clock: '10:05:00', isPlaying: true});
		pass(60 * second);
		expect(where(player)).toMatchObject({clock: '10:30:00', isPlaying: false});
		player.toggle();
		pass(10 * second);
		expect(where(player)).toMatchObject({clock: '10:40:00', isPlaying: true});
		pass(10 * minute);
		expect(where(player)).toMatchObject({clock: '14:10:00', isPlaying: false});
		player.toggle();
		expect(where(player)).toMatchObject({clock: '10:05:00', isPlaying: true});
	});

	test('stands still while it is paused, and goes on at another speed from where it was', async () => {
		const {player, pass} = await playing(story.entries, {speed: 60});
		pass(second);
		player.toggle();
		pass(hour);
		expect(where(player)).toMatchObject({clock: '10:01:00', isPlaying: false});
		expect(player.wait()).toBeUndefined();
		player.toggle();
		player.changeSpeed(1);
		pass(second);
		expect(where(player)).toMatchObject({clock: '10:02:40', speed: 100});
		expect(player.setSpeed(0)).toMatchObject({mend: expect.stringContaining('from 1 to 1000')});
		expect(player.setSpeed(1000)).toBeUndefined();
		expect(player.changeSpeed(1)).toMatchObject({refused: 'It runs ×1000 already.'});
	});

	test('shows nothing new while it stands still: nobody is told of it', async () => {
		const {player, pass} = await playing(story.entries, {isPaused: true});
		let told = 0;
		player.transport.subscribe(() => {
			told++;
		});
		pass(minute);
		pass(hour);
		expect(told).toBe(0);
	});

	test('waits for the next second of its clock, or the next entry, and no shorter than can be followed', async () => {
		const {player, pass} = await playing(story.entries, {speed: 1});
		expect(player.wait()).toBe(1000);
		pass(300);
		expect(player.wait()).toBe(700);
		player.setSpeed(1000);
		expect(player.wait()).toBe(100);
	});

	test('goes by steps over every time at which something was recorded, and stands still at each', async () => {
		const {player} = await playing(story.entries);
		expect(player.step(-1)).toMatchObject({refused: 'This is the first entry.'});
		const clocks: string[] = [];
		while (player.step(1) === undefined) {
			clocks.push(where(player).clock);
		}

		expect(clocks).toEqual(['10:10:00', '10:20:00', '10:40:00', '14:00:00', '14:10:00']);
		expect(where(player).isPlaying).toBe(false);
		expect(player.step(1)).toMatchObject({refused: 'This is the last entry.'});
		player.shift(-minute);
		player.step(-1);
		expect(where(player).clock).toBe('14:00:00');
	});

	test('goes no further than its log, and says where that ends', async () => {
		const {player} = await playing(story.entries, {isPaused: true});
		player.shift(-hour);
		expect(where(player).clock).toBe('10:00:00');
		player.shift(20 * hour);
		expect(where(player).clock).toBe('14:10:00');
		expect(player.goToTyped('23:00')).toMatchObject({refused: 'The log runs from 10:00 UTC to 14:10 UTC.'});
		expect(player.goToTyped('3')).toBeUndefined();
		expect(where(player).clock).toBe('10:20:00');
	});

	test('passes over a silence when one has no more patience, and says for a while how long it was', async () => {
		const {player, pass} = await playing(story.entries, {from: at('10:40'), speed: 60, patience: 5 * second});
		pass(4999);
		expect(where(player)).toMatchObject({clock: '10:44:59', skipped: 0});
		pass(1);
		expect(where(player)).toMatchObject({clock: '14:00:00', skipped: 3 * hour + 15 * minute});
		pass(second);
		expect(where(player)).toMatchObject({clock: '14:01:00', skipped: 3 * hour + 15 * minute});
		pass(3 * second);
		expect(where(player)).toMatchObject({clock: '14:04:00', skipped: 0});
	});

	test('can be written into by nothing', async () => {
		const {player} = await playing(story.entries);
		const {desk} = player;
		const before = desk.entries().length;
		const answers = [
			desk.propose('note x'),
			await desk.write('note x'),
			await desk.writeAll([{line: 'note x', literal: {}}]),
			await desk.record(() => []),
			desk.propose('declare another'),
			await desk.write('declare another'),
		];
		expect(answers.every(one => isRefusal(one) && one.refused.startsWith('A replay is only looked at'))).toBe(true);
		expect(desk.entries()).toHaveLength(before);
	});
});

describe('a landmark', () => {
	test('is the decision before and after, with what it says', async () => {
		const {player} = await playing(story.entries);
		expect(player.toLandmark('decision', 1)).toMatch(/^3 D1 host 17 goes off/u);
		expect(where(player)).toMatchObject({clock: '10:20:00', isPlaying: false});
		expect(player.toLandmark('decision', 1)).toMatch(/^5 D2 host 17 comes back/u);
		expect(player.toLandmark('decision', 1)).toMatchObject({refused: 'There is no decision after this.'});
		expect(player.toLandmark('decision', -1)).toMatch(/^3 D1/u);
		expect(player.toLandmark('inject', 1)).toMatchObject({refused: 'There is no inject after this.'});
	});

	test('is the moment at which doctrine begins to ask something, also where time alone makes it', async () => {
		const {entries} = staffed.and('[10:02] action isolate host 17 @chen by 10:30', '[11:30] note still there');
		const {player} = await playing(entries);
		const raised: string[] = [];
		for (let said = player.toLandmark('prompt', 1); typeof said === 'string'; said = player.toLandmark('prompt', 1)) {
			raised.push(`${where(player).clock.slice(0, 5)} ${said}`);
		}

		expect(raised.some(one => /^10:3\d .*A\d .*A1/u.test(one))).toBe(true);
		const back: string[] = [];
		player.toLast();
		for (let said = player.toLandmark('prompt', -1); typeof said === 'string'; said = player.toLandmark('prompt', -1)) {
			back.unshift(`${where(player).clock.slice(0, 5)} ${said}`);
		}

		// What is raised by the last entry itself stands at the end, before which one begins to go back.
		expect(raised.slice(0, back.length)).toEqual(back);
		expect(raised.length - back.length).toBeLessThanOrEqual(1);
	});
});
