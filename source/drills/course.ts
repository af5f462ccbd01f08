import type {Entry} from '../entry.ts';
import {elapsed, type Instant} from '../time.ts';

/** How the clock of a drill was run, and what whoever ran it did by hand. */
export type Course = {
	/** Each speed at which it ran, in that order, each once; without pauses. */
	readonly speeds: readonly number[];
	readonly pauses: number;
	/** How often the clock was moved on. */
	readonly skips: number;
	/** How long it took by the clock on the wall, in milliseconds, pauses and all; undefined where a script played it. */
	readonly took: number | undefined;
};

/** So much the clock of a drill may be off when it is set without being moved on. */
const slack = 1000;

/** Reads the course of a drill out of its log, struck entries left out. Pure. */
export const courseOf = (entries: readonly Entry[], struck: ReadonlyMap<number, unknown>): Course => {
	const speeds: number[] = [];
	let pauses = 0;
	let skips = 0;
	let last: {readonly at: Instant; readonly wall: Instant; readonly speed: number} | undefined;
	let from: Instant | undefined;
	let took: number | undefined;
	for (const {event, number, occurredAt} of entries) {
		if (struck.has(number)) {
			continue;
		}

		if (event.kind === 'drill-paced') {
			const {at, wall, speed} = event;
			from ??= wall;
			const due = last === undefined ? 0 : Math.max(0, elapsed(last.wall, wall)) * last.speed;
			skips += last !== undefined && elapsed(last.at, at) > due + slack * Math.max(1, last.speed) ? 1 : 0;
			pauses += speed === 0 && last?.speed !== 0 ? 1 : 0;
			if (speed !== 0 && !speeds.includes(speed)) {
				speeds.push(speed);
			}

			last = event;
		} else if (event.kind === 'drill-ended' && last !== undefined && from !== undefined) {
			const rest = last.speed === 0 ? 0 : elapsed(last.at, occurredAt) / last.speed;
			took = elapsed(from, last.wall) + Math.max(0, rest);
		}
	}

	return {speeds, pauses, skips, took};
};
