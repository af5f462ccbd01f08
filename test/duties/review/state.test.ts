import {describe, expect, it} from 'vitest';
import {byDue, expertsSoFar, hasBeenExpert} from '../../../source/duties/review/state.ts';
import {declared, full, staffed} from '../../support/spec.ts';

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
