import {describe, expect, it} from 'vitest';
import {
	byDue,
	countdownOf,
	isInPhases,
	isLate,
	noNotifications,
	notificationsEvolution,
	shareUsed,
	stageOf,
} from '../../../source/duties/notifications/state.ts';
import type {Clock} from '../../../source/duties/notifications/state.ts';
import {at, type Story, staffed} from '../../support/spec.ts';
import {manifold, running} from './situations.ts';

const clockOf = ({board}: Story, ref = 'C1'): Clock => {
	const found = board.notifications.clocks.find(one => one.ref === ref);
	if (found === undefined) {
		throw new Error(`There is no ${ref}.`);
	}

	return found;
};

describe('the slice', () => {
	it('stays the same where an entry speaks of no clock that is there', () => {
		const [entry] = running.entries.slice(-1);
		if (entry === undefined) {
			throw new Error('There are entries.');
		}

		const events = [
			{kind: 'clock-anchored', ref: 'C1', at: at('10:00')},
			{kind: 'clock-notified', ref: 'C1'},
		] as const;
		expect(notificationsEvolution['clock-anchored'](noNotifications, events[0], entry)).toBe(noNotifications);
		expect(notificationsEvolution['clock-notified'](noNotifications, events[1], entry)).toBe(noNotifications);
	});
});

describe('the share of the time', () => {
	it('goes from 0 at the anchor to 1 when it is due, and no further', () => {
		const clock = clockOf(running);
		expect(['09:00', '09:30', '11:30', '13:30', '20:00'].map(one => shareUsed(clock, at(one)))).toEqual([
			0, 0, 0.5, 1, 1,
		]);
		expect(shareUsed(clockOf(staffed.and('clock gdpr-people since 09:30')), at('11:00'))).toBeUndefined();
	});

	it('has its stages', () => {
		expect([0, 50, 75, 90, 100].map(one => stageOf(clockOf(running), one))).toEqual(
			['09:30', '11:30', '12:30', '13:06', '13:30'].map(at),
		);
		expect(stageOf(clockOf(staffed.and('clock gdpr')), 50)).toBeUndefined();
	});
});

describe('a notification', () => {
	it('is late a millisecond after its time, not at it', () => {
		const late = ['13:30', '13:30:00.001'].map(clock => isLate(clockOf(running.and(`[${clock}] notify C1`))));
		expect(late).toEqual([false, true]);
	});

	it('is late by its first part, not by what follows', () => {
		const parts = running.and('[13:00] notify C1 phase:initial', '[14:00] notify C1 phase:final');
		expect([isLate(clockOf(parts)), isInPhases(clockOf(parts))]).toEqual([false, false]);
	});
});

describe('the order', () => {
	it('is soonest due first, then without an anchor, then in part and undated, then over', () => {
		expect(byDue(manifold.board.notifications).map(one => one.ref)).toEqual([
			'C3',
			'C8',
			'C4',
			'C1',
			'C2',
			'C7',
			'C5',
			'C6',
		]);
	});

	it('counts down to the due time and beyond', () => {
		const left = ['13:29:20', '13:30', '13:45'].map(one => countdownOf(clockOf(running), at(one)));
		expect(left).toEqual(['in 40s', 'due now', '15m late']);
	});
});
