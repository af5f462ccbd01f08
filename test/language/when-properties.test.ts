import {describe, expect, test} from 'vitest';
import {readTime, readTimePrefix} from '../../source/language/when/index.ts';
import {momentsOf, offsetOf, wallAt} from '../../source/language/when/zone.ts';
import {clockTime, elapsed, hour, instantOf, later, minute, second} from '../../source/time.ts';
import * as fc from '../support/fast-check.ts';

const zones = fc.constantFrom(
	'UTC',
	'Europe/London',
	'America/New_York',
	'America/St_Johns',
	'America/Santiago',
	'Asia/Kathmandu',
	'Asia/Gaza',
	'Africa/Casablanca',
	'Atlantic/Azores',
	'Australia/Lord_Howe',
	'Pacific/Apia',
	'Pacific/Chatham',
);
const ordinary = fc.integer({min: Date.UTC(2000, 0, 1), max: Date.UTC(2037, 11, 31)});

// Half of the moments within a day and a half of a clock change in London, New York or on Lord Howe Island.
const changes = [
	'2026-03-29T01:00Z',
	'2026-10-25T01:00Z',
	'2026-03-08T07:00Z',
	'2026-11-01T06:00Z',
	'2026-04-04T15:00Z',
];
const nearChange = fc
	.tuple(fc.constantFrom(...changes), fc.integer({min: -36 * hour, max: 36 * hour}))
	.map(([change, away]) => Date.parse(change) + away);
const moments = fc.oneof(ordinary, nearChange).map(moment => instantOf(moment));
const directions = fc.constantFrom('due', 'occurred', 'either');
const whens = fc.record({now: moments, zone: zones, direction: directions});
const clocks = fc
	.tuple(fc.integer({min: 0, max: 23}), fc.integer({min: 0, max: 59}))
	.map(parts => parts.map(part => String(part).padStart(2, '0')).join(':'));

// Words that mean something, so that most lines come close to a time.
const vocabulary =
	'14:05 1405 2 5 17 2pm pm 25:00 20m 1h30 14h05 min hours and a an half quarter of in ago now from + - -10m today ' +
	'tomorrow yesterday next last this Friday fri on at June may 2026 2030 2026-06-02 2026-02-29 02/06 2nd the day after ' +
	'before UTC +02:00 BST IST Europe/London Asia/Nowhere midnight noon morning tonight phone 2026-06-02T10:20Z 10:00-11:00';
const line = fc.array(fc.oneof(fc.constantFrom(...vocabulary.split(' ')), fc.string({unit: 'binary'})), {
	maxLength: 10,
});

const readAt = (text: string, when: Parameters<typeof readTime>[1]): string => {
	const reading = readTime(text, when);
	expect(reading, text).toHaveProperty('at');
	return 'at' in reading ? reading.at : '';
};

describe('given any moment in any zone', () => {
	test('when a due clock time is read, then it is the next one and the wall clock shows it, unless it falls in a gap', () => {
		fc.assert(
			fc.property(moments, zones, clocks, (now, zone, clock) => {
				const at = readAt(clock, {now, zone, direction: 'due'});
				const wait = elapsed(now, at);
				expect(wait).toBeGreaterThan(0);
				expect(wait).toBeLessThanOrEqual(25 * hour);
				const shown = clockTime(at, zone);
				// In a gap the wall clock jumps over the time: a minute by minute search does not find it.
				const inGap = shown !== clock;
				if (inGap) {
					const start = Date.parse(at) - 2 * hour;
					const around = Array.from({length: 181}, (_, index) => clockTime(instantOf(start + index * minute), zone));
					expect(around).not.toContain(clock);
				}
			}),
			{numRuns: 400},
		);
	});

	test('when a clock time of something past is read, then it is within the last 25 hours', () => {
		fc.assert(
			fc.property(moments, zones, clocks, (now, zone, clock) => {
				const since = elapsed(readAt(clock, {now, zone, direction: 'occurred'}), now);
				expect(since).toBeGreaterThanOrEqual(0);
				expect(since).toBeLessThanOrEqual(25 * hour);
			}),
			{numRuns: 400},
		);
	});

	test('when a duration is read, then exactly that has elapsed', () => {
		const units = fc.constantFrom<readonly [string, number]>(
			['s', second],
			[' sec', second],
			['m', minute],
			[' minutes', minute],
			['h', hour],
			[' hours', hour],
			['d', 24 * hour],
			[' days', 24 * hour],
		);
		fc.assert(
			fc.property(moments, zones, fc.integer({min: 0, max: 900}), units, (now, zone, count, [unit, length]) => {
				expect(readAt(`${count}${unit}`, {now, zone, direction: 'due'})).toBe(later(now, count * length));
				expect(readAt(`${count}${unit} ago`, {now, zone, direction: 'occurred'})).toBe(later(now, -count * length));
			}),
		);
	});

	test('when a day is named without a time, then the wall clock shows the same time, unless it falls in a gap', () => {
		fc.assert(
			fc.property(ordinary, zones, (moment, zone) => {
				const offset = offsetOf(zone);
				const wall = wallAt(moment, offset) + 24 * hour;
				const at = readAt('tomorrow', {now: instantOf(moment), zone, direction: 'due'});
				expect(momentsOf(wall, offset)).toContain(Date.parse(at));
			}),
		);
	});

	test('when an instant is read back, then it is itself', () => {
		fc.assert(
			fc.property(whens, moments, (when, at) => {
				expect(readTime(at, {...when, direction: 'either'})).toEqual({at, zone: when.zone});
			}),
		);
	});

	test('when anything is read, then a due time is not past and what has happened is not ahead', () => {
		fc.assert(
			fc.property(whens, line, (when, words) => {
				const reading = readTime(words.join(' '), when);
				if ('at' in reading && when.direction !== 'either') {
					const wait = elapsed(when.now, reading.at);
					expect(when.direction === 'due' ? wait : -wait).toBeGreaterThanOrEqual(0);
				}
			}),
			{numRuns: 3000},
		);
	});

	test('when any words are read, then a time takes at least one and at most all of them, and reads alone as well', () => {
		fc.assert(
			fc.property(whens, line, (when, words) => {
				const reading = readTimePrefix(words, when);
				if (reading === undefined) {
					return;
				}

				const {used, ...rest} = reading;
				expect(used).toBeGreaterThan(0);
				expect(used).toBeLessThanOrEqual(words.length);
				expect(readTime(words.slice(0, used).join(' '), when)).toEqual(rest);
			}),
			{numRuns: 3000},
		);
	});

	test('when arbitrary text is read, then nothing throws', () => {
		const text = fc.oneof(
			fc.string(),
			fc.string({unit: 'binary'}),
			line.map(words => words.join('')),
		);
		fc.assert(
			fc.property(whens, text, (when, typed) => {
				const reading = readTime(typed, when);
				expect('at' in reading || reading.mend.length > 0).toBe(true);
			}),
			{numRuns: 2000},
		);
	});
});

describe('given a wall clock', () => {
	test('when the moments that show it are sought, then they show it, earliest first', () => {
		fc.assert(
			fc.property(fc.oneof(ordinary, nearChange), zones, (moment, zone) => {
				const offset = offsetOf(zone);
				const found = momentsOf(wallAt(moment, offset), offset);
				expect(found).toContain(moment);
				expect(found).toEqual(found.toSorted((one, other) => one - other));
			}),
			{numRuns: 500},
		);
	});
});

describe('given an input of 100 kB', () => {
	const size = 100_000;
	const inputs = ['9', ' ', '14:05 ', '+', '1h', 'a/', '-', '1:', '.', '\u00A0', 'in ', '20 min and '].map(part =>
		part.repeat(Math.ceil(size / part.length)),
	);

	test.each(inputs)('when it is read (%#), then it takes no time', input => {
		const when = {now: '2026-06-02T08:58:00.000Z', zone: 'Europe/London', direction: 'due'} as const;
		const start = performance.now();
		for (let round = 0; round < 20; round++) {
			readTime(input, when);
			readTimePrefix([input, input], when);
			readTimePrefix(['14:05', input], when);
		}

		// Some 50 µs each on an idle machine; a regular expression that backtracks would take minutes.
		expect(performance.now() - start).toBeLessThan(2000);
	});
});
