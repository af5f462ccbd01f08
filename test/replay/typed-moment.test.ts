import {describe, expect, test} from 'vitest';
import {readSpeed} from '../../source/replay/speed.ts';
import {typedMoment} from '../../source/replay/typed-moment.ts';
import {readWaitingTime} from '../../source/replay/waiting-time.ts';
import {at, declared} from '../support/spec.ts';

// From 10:00 on the second of June to 09:00 on the fourth.
const {entries} = declared.and('[10:30] note one', '[11:00] note two');
const log = entries.map((entry, index) =>
	index === entries.length - 1 ? {...entry, recordedAt: '2026-06-04T09:00:00.000Z'} : entry,
);
const from = (clock: string) => ({
	at: clock.includes('T') ? clock : at(clock),
	first: at('10:00'),
	last: '2026-06-04T09:00:00.000Z',
	zone: 'UTC',
	entries: log,
});

describe('a moment of a replay', () => {
	test.each([
		['10:45', '10:30', at('10:45')],
		// Passed already: that of the day after lies in the log.
		['10:15', '10:30', '2026-06-03T10:15:00.000Z'],
		['10:15', '2026-06-04T08:00:00.000Z', '2026-06-03T10:15:00.000Z'],
		['10m', '10:30', at('10:40')],
		['10m ago', '10:30', at('10:20')],
		['2026-06-03T12:00Z', '10:30', '2026-06-03T12:00:00.000Z'],
		['2', '10:00', at('10:30')],
		['begin', '11:00', at('10:00')],
		['END', '11:00', '2026-06-04T09:00:00.000Z'],
		// Of the entries none has that number: it is a time.
		['1045', '10:30', at('10:45')],
	])('“%s” at %s is %s', (typed, where, moment) => {
		expect(typedMoment(typed, from(where))).toBe(moment);
	});

	test('that cannot be read, or lies outside, is refused with what there is', () => {
		expect(typedMoment('the flood', from('10:30'))).toMatchObject({mend: expect.stringContaining('14:30, 10m')});
		expect(typedMoment('99', from('10:30'))).toMatchObject({
			refused: 'There is no entry 99.',
			mend: 'The last one is 3.',
		});
		expect(typedMoment('2026-06-01 10:00', from('10:30'))).toMatchObject({
			refused: expect.stringMatching(/^The log runs from 10:00 UTC to 4 Jun 09:00 UTC/u),
		});
	});
});

test('a speed is read as people write it, from 1 to 1000', () => {
	expect(['60', '×60', 'x60', '60x', '1', '1000', '2.5'].map(readSpeed)).toEqual([60, 60, 60, 60, 1, 1000, 2.5]);
	expect(['0', '0.5', '1001', '-3', 'max', '', 'fast'].map(readSpeed)).toEqual(Array.from({length: 7}));
});

test('a time to wait is read with its unit, and alone in seconds', () => {
	expect(['30s', '2m', '1h', '45', '45 s'].map(readWaitingTime)).toEqual([30_000, 120_000, 3_600_000, 45_000, 45_000]);
	expect(['0', '', 'soon', '5d', '-3s'].map(readWaitingTime)).toEqual(Array.from({length: 5}));
});
