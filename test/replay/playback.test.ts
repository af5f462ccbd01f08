import {describe, expect, test} from 'vitest';
import {
	fastest,
	played,
	type Playback,
	slowest,
	speedBeside,
	type Track,
	usualSpeed,
} from '../../source/replay/playback.ts';
import * as fc from '../support/fast-check.ts';

const start = Date.parse('2026-06-02T10:00:00.000Z');
const minute = 60_000;

const going = (speed: number, since = 0): Playback => ({at: start, since, speed, isPlaying: true});

/** A log of entries so many minutes after its beginning; the last one is its end. */
const trackOf = (minutes: readonly number[], patience = Number.POSITIVE_INFINITY): Track => {
	const stops = minutes.map(one => start + one * minute);
	return {end: Math.max(start, ...stops), patience, after: at => stops.find(stop => stop > at)};
};

const endless: Track = {end: Number.MAX_SAFE_INTEGER, patience: Number.POSITIVE_INFINITY, after: () => undefined};

describe('the clock of a replay', () => {
	test.each([slowest, 2, 5, 10, 20, usualSpeed, 100, 200, 500, fastest])(
		'at ×%i shows where it was set going and what has passed since, so many times',
		speed => {
			for (const passed of [0, 1, 40, 999, 1000, 61_000, 3_600_000]) {
				expect(played(going(speed, 500), 500 + passed, endless).at).toBe(start + passed * speed);
			}
		},
	);

	test('shows the same however often it is looked at on the way', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({min: 0, max: 5000}), {minLength: 1, maxLength: 30}),
				fc.integer({min: slowest, max: fastest}),
				fc.array(fc.integer({min: 1, max: 600}), {maxLength: 20}),
				fc.option(fc.integer({min: 1, max: 4000}), {nil: Number.POSITIVE_INFINITY}),
				(looks, speed, minutes, patience) => {
					const track = trackOf(
						minutes.toSorted((a, b) => a - b),
						patience,
					);
					const end = looks.reduce((sum, one) => sum + one, 0);
					let playback = going(speed);
					let time = 0;
					for (const pause of looks) {
						time += pause;
						({playback} = played(playback, time, track));
					}

					expect(played(playback, end, track).at).toBeCloseTo(played(going(speed), end, track).at, 3);
				},
			),
		);
	});

	test('never goes back while it runs, whatever the time of the machine does, and never past the end', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({min: 0, max: 100_000}), {minLength: 2, maxLength: 20}),
				fc.array(fc.integer({min: 1, max: 600}), {minLength: 1, maxLength: 20}),
				fc.option(fc.integer({min: 1, max: 4000}), {nil: Number.POSITIVE_INFINITY}),
				(times, minutes, patience) => {
					const track = trackOf(
						minutes.toSorted((a, b) => a - b),
						patience,
					);
					let last = start;
					for (const time of times.toSorted((a, b) => a - b)) {
						const {at} = played(going(60), time, track);
						expect(at).toBeGreaterThanOrEqual(last);
						expect(at).toBeLessThanOrEqual(track.end);
						last = at;
					}

					expect(played(going(60, 1000), 400, track).at).toBe(start);
				},
			),
		);
	});

	test('stands still where it was told to, and at the end', () => {
		const paused = {...going(60), isPlaying: false};
		expect(played(paused, 100_000, endless)).toEqual({playback: paused, at: start, skipped: 0});
		const over = played(going(60), 10 * minute, trackOf([1, 5]));
		expect(over).toMatchObject({at: start + 5 * minute, playback: {isPlaying: false, at: start + 5 * minute}});
	});
});

describe('a silence', () => {
	test('is watched for as long as one has patience, and then over at once', () => {
		// Ten minutes at ×60 take ten seconds.
		const track = trackOf([10, 11], 2000);
		expect(played(going(60), 1999, track)).toMatchObject({at: start + 1999 * 60, skipped: 0});
		expect(played(going(60), 2000, track)).toMatchObject({at: start + 10 * minute, skipped: 8 * minute});
		expect(played(going(60), 2500, track).at).toBe(start + 10.5 * minute);
		expect(played(going(60), 3000, track)).toMatchObject({at: start + 11 * minute, skipped: 0});
	});

	test('that is short is watched to its end', () => {
		const track = trackOf([1, 2, 3], 2000);
		expect(played(going(60), 2500, track)).toMatchObject({at: start + 2.5 * minute, skipped: 0});
	});
});

test('speeds follow one another to both ends', () => {
	const up: number[] = [];
	for (let speed = slowest; up.at(-1) !== speed; speed = speedBeside(speed, 1)) {
		up.push(speed);
	}

	expect(up).toEqual([1, 2, 5, 10, 20, 60, 100, 200, 500, 1000]);
	expect(speedBeside(1, -1)).toBe(1);
	expect(speedBeside(30, 1)).toBe(60);
	expect(speedBeside(30, -1)).toBe(20);
});
