import {describe, expect, test} from 'vitest';
import {emptyBoard, fold, foldAll} from '../source/fold.ts';
import {createMoments} from '../source/moments.ts';
import {type Instant, later} from '../source/time.ts';
import {arbitraryLog, arbitraryLogOfWrongClock, toTheLetter} from './support/arbitrary-log.ts';
import * as fc from './support/fast-check.ts';
import {at, incident, staffed} from './support/spec.ts';

/** Places in a log to be gone to one after the other, far and near. */
const journey = fc.array(fc.oneof(fc.nat(200), fc.constantFrom(0, 1, 2, 3)), {minLength: 1, maxLength: 25});

describe('the board of any moment', () => {
	test('is the fold of every entry recorded by then, wherever one comes from', () => {
		fc.assert(
			fc.property(arbitraryLog, journey, fc.integer({min: 1, max: 9}), (entries, places, stride) => {
				const moments = createMoments(incident, entries, stride);
				for (const place of places) {
					const moment = entries[place % entries.length]?.recordedAt ?? at('10:00');
					const {board, entries: standing} = moments.at(moment);
					expect(board).toEqual(toTheLetter(entries, moment));
					expect(standing).toEqual(entries.filter(one => one.recordedAt <= moment));
				}
			}),
			{numRuns: 60},
		);
	});

	test('is that also where a clock went back, and at moments between two entries', () => {
		fc.assert(
			fc.property(arbitraryLogOfWrongClock, journey, (entries, places) => {
				const moments = createMoments(incident, entries, 4);
				for (const place of places) {
					const moment = later(entries[place % entries.length]?.recordedAt ?? at('10:00'), place % 3);
					expect(moments.at(moment).board).toEqual(toTheLetter(entries, moment));
				}
			}),
			{numRuns: 40},
		);
	});

	test('takes up what is written while one is back, and shows the same board as long as it is the same', () => {
		const {entries} = staffed.and('[10:30] action isolate host 17 @chen', '[10:40] strike 3 because x');
		const log = entries.slice(0, -2);
		const moments = createMoments(incident, log);
		const before = moments.at(at('10:20'));
		log.push(...entries.slice(-2));
		expect(moments.at(at('10:21'))).toBe(before);
		expect(moments.at(at('10:35')).board.actions).toHaveLength(1);
		expect(moments.at(at('10:40')).board.struck.has(3)).toBe(true);
		expect(moments.at(at('10:35')).board.struck.has(3)).toBe(false);
		expect(moments.last()).toBe(at('10:40'));
	});
});

describe('a step', () => {
	test('goes over every time at which something was recorded, once, on and back', () => {
		fc.assert(
			fc.property(arbitraryLog, entries => {
				const moments = createMoments(incident, entries);
				const stops = [...new Set(entries.map(one => one.recordedAt))].toSorted();
				const there: Instant[] = [];
				for (let stop = moments.first(); stop !== undefined; stop = moments.after(stop)) {
					there.push(stop);
				}

				const back: Instant[] = [];
				for (let stop = moments.last(); stop !== undefined; stop = moments.before(stop)) {
					back.unshift(stop);
				}

				expect(there).toEqual(stops);
				expect(back).toEqual(stops);
			}),
			{numRuns: 40},
		);
	});

	test('leads nowhere in an empty log', () => {
		const moments = createMoments(incident, []);
		expect(moments.first()).toBeUndefined();
		expect(moments.last()).toBeUndefined();
		expect(moments.before(at('10:00'))).toBeUndefined();
		expect(moments.after(at('10:00'))).toBeUndefined();
		expect(moments.at(at('10:00')).board).toEqual(emptyBoard(incident));
	});
});

test('many entries at once give the board that they give one by one', () => {
	fc.assert(
		fc.property(arbitraryLog, fc.nat(), (entries, cut) => {
			const place = cut % (entries.length + 1);
			const before = entries.slice(0, place).reduce(fold, emptyBoard(incident));
			expect(foldAll(before, entries.slice(place))).toEqual(entries.reduce(fold, emptyBoard(incident)));
		}),
		{numRuns: 60},
	);
});
