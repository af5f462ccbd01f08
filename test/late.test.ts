import {describe, expect, it} from 'vitest';
import {type LateEntry, latenessOf, lateEntries, noLate, unexcused, withLate, withReason} from '../source/late.ts';
import * as fc from './support/fast-check.ts';

const minute = 60_000;

/** Late entries in the order of their numbers, some with a reason. */
const arbitraryLate = fc
	.array(fc.tuple(fc.integer({min: 1, max: 60}), fc.option(fc.constantFrom('lunch', 'the pager was off'))))
	.map(all =>
		all.map(
			([minutes, reason], index): LateEntry => ({entry: index + 1, lag: minutes * minute, reason: reason ?? undefined}),
		),
	);

describe('the late entries of a log', () => {
	it('are those that were put in, in the order of their numbers, by the minutes that count', () => {
		fc.assert(
			fc.property(arbitraryLate, fc.integer({min: 0, max: 60}), (all, minutes) => {
				const late = all.reduce(withLate, noLate);
				const counted = all.filter(one => one.lag > minutes * minute);
				expect(lateEntries({late}, minutes)).toEqual(counted);
				expect(unexcused({late}, minutes)).toEqual(counted.filter(one => one.reason === undefined));
				expect(all.map(one => latenessOf({late}, one.entry))).toEqual(all);
			}),
		);
	});

	it('owe nothing more once they are explained, and keep the reason that they had', () => {
		const late = [
			{entry: 3, lag: 5 * minute, reason: undefined},
			{entry: 4, lag: 5 * minute, reason: 'lunch'},
		].reduce(withLate, noLate);
		const after = {late: withReason(withReason(late, 3, 'the pager was off'), 9, 'it was not late')};
		expect(unexcused(after, 3)).toEqual([]);
		expect(lateEntries(after, 3).map(one => one.reason)).toEqual(['the pager was off', 'lunch']);
		expect(latenessOf({late}, 3)?.reason).toBe(undefined);
	});

	it('are not to be found where nothing was late', () => {
		expect(latenessOf({late: noLate}, 1)).toBe(undefined);
	});
});
