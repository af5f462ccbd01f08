import {describe, expect, it} from 'vitest';
import {afterBusinessDays, afterCalendarDays, afterMonths, periodEnd, periodWords} from '../source/business-time.ts';
import type {ClockUnit} from '../source/regime.ts';
import {inZone, later, second} from '../source/time.ts';

const london = 'Europe/London';
const newYork = 'America/New_York';

/** Ends on the wall clock of the zone, to the second; with the day of the week, for the weekends. */
const wall = (from: string, count: number, unit: ClockUnit, zone: string): string => {
	const end = periodEnd(from, count, unit, zone);
	return end === undefined ? 'never' : inZone(end, zone, 'EEE yyyy-MM-dd HH:mm:ss.SSS');
};

describe('minutes and hours', () => {
	it('are elapsed time, to the millisecond', () => {
		expect(periodEnd('2026-06-02T09:50:00.000Z', 72, 'hours', london)).toBe('2026-06-05T09:50:00.000Z');
		expect(periodEnd('2026-06-02T09:50:00.123Z', 90, 'minutes', newYork)).toBe('2026-06-02T11:20:00.123Z');
	});

	it.each([
		['clocks go forward', '2026-03-28T12:00:00.000Z', london, 'Tue 2026-03-31 13:00:00.000'],
		['clocks go back', '2026-10-24T12:00:00.000Z', london, 'Tue 2026-10-27 12:00:00.000'],
		['clocks go forward', '2026-03-07T17:00:00.000Z', newYork, 'Tue 2026-03-10 13:00:00.000'],
		['clocks go back', '2026-10-31T16:00:00.000Z', newYork, 'Tue 2026-11-03 11:00:00.000'],
	])('are not longer or shorter where %s (%s in %s)', (_, from, zone, ends) => {
		expect(wall(from, 72, 'hours', zone)).toBe(ends);
	});

	it('do not skip weekends', () => {
		// Friday to Monday.
		expect(wall('2026-06-05T15:00:00.000Z', 72, 'hours', london)).toBe('Mon 2026-06-08 16:00:00.000');
	});
});

describe('calendar days', () => {
	it('end with the last day on the wall clock of the zone', () => {
		expect(afterCalendarDays('2026-06-02T09:50:00.000Z', 60, london)).toBe('2026-08-01T22:59:59.999Z');
		expect(afterCalendarDays('2026-06-02T09:50:00.000Z', 60, newYork)).toBe('2026-08-02T03:59:59.999Z');
	});

	it('are those of the zone: a second before and after its midnight', () => {
		const midnight = '2026-06-02T23:00:00.000Z';
		expect(wall(later(midnight, -second), 1, 'calendar-days', london)).toBe('Wed 2026-06-03 23:59:59.999');
		expect(wall(midnight, 1, 'calendar-days', london)).toBe('Thu 2026-06-04 23:59:59.999');
		expect(wall(later(midnight, second), 1, 'calendar-days', london)).toBe('Thu 2026-06-04 23:59:59.999');
		expect(wall(midnight, 1, 'calendar-days', newYork)).toBe('Wed 2026-06-03 23:59:59.999');
	});

	it.each([
		['2026-03-28T12:00:00.000Z', london, '2026-03-29T22:59:59.999Z'],
		['2026-10-24T12:00:00.000Z', london, '2026-10-25T23:59:59.999Z'],
		['2026-03-07T17:00:00.000Z', newYork, '2026-03-09T03:59:59.999Z'],
		['2026-10-31T16:00:00.000Z', newYork, '2026-11-02T04:59:59.999Z'],
	])('end with a day on which the clocks are changed: from %s in %s', (from, zone, ends) => {
		expect(afterCalendarDays(from, 1, zone)).toBe(ends);
	});

	it('of none end with the same day', () => {
		expect(wall('2026-06-02T09:50:00.000Z', 0, 'calendar-days', london)).toBe('Tue 2026-06-02 23:59:59.999');
	});
});

describe('business days', () => {
	it.each([
		['from Monday', '2026-06-01T09:00:00.000Z', 'Fri 2026-06-05 23:59:59.999'],
		['from Tuesday, over the weekend', '2026-06-02T09:00:00.000Z', 'Mon 2026-06-08 23:59:59.999'],
		['from Friday', '2026-06-05T09:00:00.000Z', 'Thu 2026-06-11 23:59:59.999'],
		['from Saturday', '2026-06-06T09:00:00.000Z', 'Thu 2026-06-11 23:59:59.999'],
		['from Sunday', '2026-06-07T09:00:00.000Z', 'Thu 2026-06-11 23:59:59.999'],
	])('skip Saturdays and Sundays: four %s', (_, from, ends) => {
		expect(wall(from, 4, 'business-days', newYork)).toBe(ends);
		expect(wall(from, 4, 'business-days', london)).toBe(ends);
	});

	it('of whole weeks end on the same day of the week, from a weekend on Friday', () => {
		expect(wall('2026-06-03T09:00:00.000Z', 10, 'business-days', london)).toBe('Wed 2026-06-17 23:59:59.999');
		expect(wall('2026-06-06T09:00:00.000Z', 5, 'business-days', london)).toBe('Fri 2026-06-12 23:59:59.999');
	});

	it('begin with the day of the zone: a second before and after midnight between Friday and Saturday', () => {
		const saturday = '2026-06-06T04:00:00.000Z';
		expect(wall(later(saturday, -second), 1, 'business-days', newYork)).toBe('Mon 2026-06-08 23:59:59.999');
		expect(wall(later('2026-06-08T04:00:00.000Z', -second), 1, 'business-days', newYork)).toBe(
			'Mon 2026-06-08 23:59:59.999',
		);
		expect(wall('2026-06-08T04:00:00.000Z', 1, 'business-days', newYork)).toBe('Tue 2026-06-09 23:59:59.999');
		// In London it is Saturday already.
		expect(wall('2026-06-05T23:00:00.000Z', 0, 'business-days', london)).toBe('Sat 2026-06-06 23:59:59.999');
	});

	it('count public holidays, which are not known', () => {
		// 4 July 2025 was a Friday.
		expect(wall('2025-07-03T16:00:00.000Z', 1, 'business-days', newYork)).toBe('Fri 2025-07-04 23:59:59.999');
	});

	it('hold over changes of the clock', () => {
		expect(afterBusinessDays('2026-03-27T12:00:00.000Z', 3, london)).toBe('2026-04-01T22:59:59.999Z');
		expect(afterBusinessDays('2026-10-30T12:00:00.000Z', 4, newYork)).toBe('2026-11-06T04:59:59.999Z');
	});
});

describe('months', () => {
	it.each([
		['2026-06-02T09:50:00.000Z', 1, 'Thu 2026-07-02 23:59:59.999'],
		['2026-01-31T09:50:00.000Z', 1, 'Sat 2026-02-28 23:59:59.999'],
		['2028-01-31T09:50:00.000Z', 1, 'Tue 2028-02-29 23:59:59.999'],
		['2026-12-31T09:50:00.000Z', 2, 'Sun 2027-02-28 23:59:59.999'],
		['2026-02-28T09:50:00.000Z', 1, 'Sat 2026-03-28 23:59:59.999'],
	])('end with the same day, or the last of the month: %s and %s', (from, count, ends) => {
		expect(wall(from, count, 'months', london)).toBe(ends);
	});

	it('are those of the zone: a second before and after its midnight', () => {
		const midnight = '2026-06-30T23:00:00.000Z';
		expect(wall(later(midnight, -second), 1, 'months', london)).toBe('Thu 2026-07-30 23:59:59.999');
		expect(wall(midnight, 1, 'months', london)).toBe('Sat 2026-08-01 23:59:59.999');
		expect(afterMonths('2026-10-01T12:00:00.000Z', 1, newYork)).toBe('2026-11-02T04:59:59.999Z');
	});
});

describe('a period without an end', () => {
	it('is one that is to be met at once, and one beyond every calendar', () => {
		expect(wall('2026-06-02T09:50:00.000Z', 0, 'at-once', london)).toBe('never');
		for (const unit of ['minutes', 'hours', 'calendar-days', 'business-days', 'months'] as const) {
			expect(wall('2026-06-02T09:50:00.000Z', 1e300, unit, london)).toBe('never');
			expect(wall('2026-06-02T09:50:00.000Z', 1e10, unit, london)).toBe('never');
		}
	});
});

describe('a period in words', () => {
	it.each([
		[72, 'hours', '72 hours'],
		[1, 'hours', '1 hour'],
		[1, 'months', '1 month'],
		[4, 'business-days', '4 business days'],
		[1, 'calendar-days', '1 calendar day'],
		[0, 'at-once', 'without undue delay'],
	] as const)('%s %s', (count, unit, words) => {
		expect(periodWords(count, unit)).toBe(words);
	});
});
