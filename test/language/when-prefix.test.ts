import {describe, expect, test} from 'vitest';
import {type When, readTimePrefix} from '../../source/language/when/index.ts';

const now = '2026-06-02T08:58:00.000Z';
const zone = 'Europe/London';

const reads = (line: string, direction: When['direction']) => readTimePrefix(line.split(' '), {now, zone, direction});

describe('given the words behind `by`', () => {
	test.each([
		['14:30', '2026-06-02T13:30:00.000Z', 1],
		['14:30 call the supplier', '2026-06-02T13:30:00.000Z', 1],
		['14:30, then call', '2026-06-02T13:30:00.000Z', 1],
		['1430 hrs call', '2026-06-02T13:30:00.000Z', 2],
		['2 pm sharp', '2026-06-02T13:00:00.000Z', 2],
		['2:30 pm UTC call', '2026-06-02T14:30:00.000Z', 3],
		['14:30Z call', '2026-06-02T14:30:00.000Z', 1],
		['14:30 and/or 15:30', '2026-06-02T13:30:00.000Z', 1],
		['14:30 15:30', '2026-06-02T13:30:00.000Z', 1],
		['14:30 on call', '2026-06-02T13:30:00.000Z', 1],
		['14:30 at the door', '2026-06-02T13:30:00.000Z', 1],
		['20 min because it burns', '2026-06-02T09:18:00.000Z', 2],
		['half an hour call', '2026-06-02T09:28:00.000Z', 3],
		['an hour and a half and more', '2026-06-02T10:28:00.000Z', 5],
		['1h and call', '2026-06-02T09:58:00.000Z', 1],
		['three quarters of an hour from now call', '2026-06-02T09:43:00.000Z', 7],
		['tomorrow the report', '2026-06-03T08:58:00.000Z', 1],
		['tomorrow 9 hosts', '2026-06-03T08:58:00.000Z', 1],
		['tomorrow at 9 call', '2026-06-03T08:00:00.000Z', 3],
		['noon tomorrow call', '2026-06-03T11:00:00.000Z', 2],
		['Friday 10:00 call', '2026-06-05T09:00:00.000Z', 2],
		['3 June 10:20 call', '2026-06-03T09:20:00.000Z', 3],
		['2026-06-02 10:20 call', '2026-06-02T09:20:00.000Z', 2],
		['2026-06-02T10:20:00.000Z call', '2026-06-02T10:20:00.000Z', 1],
	])('when %j is typed, then it is %s in %i words', (line, at, used) => {
		expect(reads(line, 'due')).toEqual({at, zone, used});
	});

	test('when the zone is named, then it is the one to show', () => {
		expect(reads('14:30 America/New_York call', 'due')).toEqual({
			at: '2026-06-02T18:30:00.000Z',
			zone: 'America/New_York',
			used: 2,
		});
	});

	test.each([
		'phone',
		'5 people',
		'17',
		'25:00',
		'13pm',
		'3/4 of the hosts',
		'2 may be late',
		'half the hosts',
		'a second team',
		'in scope',
		'the book',
		'next of kin',
		'the day team',
		'on call',
		'at',
		'morning shift',
		'UTC',
		'-5',
		'+02:00',
		'',
	])('when %j is typed, then it is text', line => {
		expect(reads(line, 'due')).toBeUndefined();
	});

	test.each([
		['yesterday', /past/u, 1],
		['yesterday 22:10 call', /past/u, 2],
		['20m ago call', /past/u, 2],
		['tomorrow 25:00 call', /no time of day/u, 2],
		['tomorrow morning call', /names no time/u, 2],
		['this evening call', /names no time/u, 2],
		['tonight call', /names no time/u, 1],
		['today call', /names no time/u, 1],
		['31 April 10:20 call', /30 days/u, 3],
		['10:20 IST call', /several time zones/u, 2],
		['10:20 Asia/Nowhere call', /no time zone/u, 2],
		['02/06 call', /two readings/u, 1],
		['2/6 10:20 call', /two readings/u, 2],
		['2/6', /two readings/u, 1],
		['10:00-11:00 call', /range/u, 1],
		['14h05 call', /duration or a time of day/u, 1],
		['tomorrow 9', /no time of day/u, 2],
		['next Friday call', /two days/u, 2],
	])('when %j is typed, then it is a time that is refused', (line, why, used) => {
		expect(reads(line, 'due')).toEqual({refused: expect.stringMatching(why), mend: expect.any(String), used});
	});

	test('when no word follows, then there is no time', () => {
		expect(readTimePrefix([], {now, zone, direction: 'due'})).toBeUndefined();
	});
});

describe('given the words behind `at`', () => {
	test.each([
		['09:50 host 17 went down', '2026-06-02T08:50:00.000Z', 1],
		['14:30 yesterday call', '2026-06-01T13:30:00.000Z', 2],
		['20m ago by phone', '2026-06-02T08:38:00.000Z', 2],
	])('when %j is typed, then it is %s in %i words', (line, at, used) => {
		expect(reads(line, 'occurred')).toEqual({at, zone, used});
	});

	test.each(['20m depth', '20 min intervals', 'half an hour', 'the door', '24 sites'])(
		'when %j is typed, then it is text',
		line => {
			expect(reads(line, 'occurred')).toBeUndefined();
		},
	);

	test.each(['tomorrow 10:00 call', 'in 20 min call', '+20m call'])('when %j is typed, then it is refused', line => {
		expect(reads(line, 'occurred')).toMatchObject({refused: expect.stringMatching(/still to come/u)});
	});
});
