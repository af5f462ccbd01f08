import {describe, expect, it} from 'vitest';
import {courseOf} from '../../source/drills/course.ts';
import type {BoardEvent} from '../../source/entry.ts';
import {entriesFrom} from '../support/incident.ts';

const day = '2026-11-23T';

const paced = (at: string, wall: string, speed: number): BoardEvent => ({
	kind: 'drill-paced',
	at: `2026-05-12T${at}.000Z`,
	wall: `${day}${wall}.000Z`,
	speed,
});

const course = (ended: string, ...events: readonly BoardEvent[]) =>
	courseOf(
		[
			...entriesFrom(events),
			...entriesFrom([{kind: 'drill-ended', reason: 'the time is up', best: {}}]).map(one => ({
				...one,
				number: 99,
				occurredAt: `2026-05-12T${ended}.000Z`,
			})),
		],
		new Map(),
	);

describe('the course of a drill', () => {
	it('is told by the clock on the wall: how long it took, how fast it ran', () => {
		expect(course('14:00:00', paced('13:00:00', '09:00:00', 1))).toEqual({
			speeds: [1],
			pauses: 0,
			skips: 0,
			took: 3_600_000,
		});
		expect(course('14:00:00', paced('13:00:00', '09:00:00', 1), paced('13:10:00', '09:10:00', 10))).toEqual({
			speeds: [1, 10],
			pauses: 0,
			skips: 0,
			took: 15 * 60_000,
		});
	});

	it('counts a pause with what it took, and a clock that was moved on', () => {
		expect(
			course(
				'14:00:00',
				paced('13:00:00', '09:00:00', 1),
				paced('13:10:00', '09:10:00', 0),
				paced('13:10:00', '09:20:00', 1),
				paced('13:40:00', '09:21:00', 1),
			),
		).toEqual({speeds: [1], pauses: 1, skips: 1, took: 41 * 60_000});
	});

	it('is none where a script played', () => {
		expect(course('14:00:00')).toEqual({speeds: [], pauses: 0, skips: 0, took: undefined});
	});
});
