import {describe, expect, it} from 'vitest';
import {byDue, endOfDayAfter, expertsSoFar, hasBeenExpert} from '../../../source/duties/review/state.ts';
import {declared, full, staffed} from '../../support/spec.ts';

describe('the end of a day so many days on', () => {
	it.each([
		// A Tuesday.
		['2026-06-02T10:00:00.000Z', 3, 'calendar', 'UTC', '2026-06-05T23:59:59.999Z'],
		['2026-06-02T10:00:00.000Z', 3, 'business', 'UTC', '2026-06-05T23:59:59.999Z'],
		['2026-06-02T10:00:00.000Z', 5, 'calendar', 'UTC', '2026-06-07T23:59:59.999Z'],
		['2026-06-02T10:00:00.000Z', 5, 'business', 'UTC', '2026-06-09T23:59:59.999Z'],
		// A Saturday: the first business day is Monday.
		['2026-06-06T10:00:00.000Z', 5, 'business', 'UTC', '2026-06-12T23:59:59.999Z'],
		['2026-06-06T10:00:00.000Z', 1, 'business', 'UTC', '2026-06-08T23:59:59.999Z'],
		// It is Wednesday in London already.
		['2026-06-02T23:30:00.000Z', 1, 'business', 'Europe/London', '2026-06-04T22:59:59.999Z'],
		// It is Monday in New York still.
		['2026-06-02T03:30:00.000Z', 1, 'calendar', 'America/New_York', '2026-06-03T03:59:59.999Z'],
		// Clocks go forward in London on 29 March, back on 25 October.
		['2026-03-28T12:00:00.000Z', 1, 'calendar', 'Europe/London', '2026-03-29T22:59:59.999Z'],
		['2026-10-24T12:00:00.000Z', 1, 'calendar', 'Europe/London', '2026-10-25T23:59:59.999Z'],
	] as const)('%s and %d %s days in %s', (from, days, unit, zone, end) => {
		expect(endOfDayAfter(from, days, unit, zone)).toBe(end);
	});
});

describe('an expert', () => {
	it('is whoever holds or held the role of one', () => {
		expect(expertsSoFar(staffed.and('release @chen').board.staffing)).toEqual(['chen', 'ana']);
		expect(hasBeenExpert(staffed.board.staffing, 'tom')).toBe(false);
		expect(expertsSoFar(declared.board.staffing)).toEqual([]);
	});
});

describe('follow-ups', () => {
	it('stand in the order of their days, those without one last', () => {
		const {followUps} = full.and('followup a', 'followup b by 18:00', 'followup c by 12:00', 'followup d').board.review;
		expect(byDue(followUps).map(one => one.ref)).toEqual(['U3', 'U2', 'U1', 'U4']);
	});
});

describe('the slice', () => {
	it('stays the same where nothing of it changes', () => {
		const before = full.and('lesson x');
		for (const line of ['note x', 'extend A1 by 18:00', 'severity S1']) {
			expect(before.and(line).board.review).toBe(before.board.review);
		}
	});

	it('counts an action as carried over once, and only after hot', () => {
		const warm = full.and('extend A1 by 12:00', 'phase warm');
		expect(warm.board.review.carried).toEqual([]);
		expect(warm.and('extend A1 by 13:00', 'extend A1 by 14:00').board.review.carried).toEqual(['A1']);
	});

	it('knows the first note after the close', () => {
		const closed = full.and('note before', 'close');
		expect(closed.board.review.closing).toEqual({entry: closed.entries.length, note: undefined});
		expect(closed.and('note a', 'note b').board.review.closing?.note).toBe(closed.entries.length + 1);
		expect(closed.and('reopen because x').board.review.closing).toBeUndefined();
	});
});
