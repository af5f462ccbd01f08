import type {Entry} from '../entry.ts';
import {readTime} from '../language/when/index.ts';
import {own} from '../own.ts';
import {type Refusal, refuse} from '../refusal.ts';
import {clockTimeFrom, type Instant} from '../time.ts';

/** The log in which a moment is named, and where in it one stands. */
export type Standpoint = {
	readonly at: Instant;
	readonly first: Instant;
	readonly last: Instant;
	readonly zone: string;
	readonly entries: readonly Entry[];
};

const ends: Readonly<Record<string, 'first' | 'last'>> = {
	begin: 'first',
	start: 'first',
	first: 'first',
	end: 'last',
	last: 'last',
};

/**
 * Reads a moment of a log: the number of an entry, `begin`, `end`, or a time. A clock time is the next one in the log,
 * else the last one; `10m` lies ahead, `10m ago` behind. What lies outside the log is refused.
 */
export const typedMoment = (typed: string, {at, first, last, zone, entries}: Standpoint): Instant | Refusal => {
	const text = typed.trim();
	const end = own(ends, text.toLowerCase());
	if (end !== undefined) {
		return end === 'first' ? first : last;
	}

	const number = /^\d+$/u.test(text) ? Number(text) : undefined;
	const entry = number === undefined ? undefined : entries.find(one => one.number === number);
	if (entry !== undefined) {
		return entry.recordedAt;
	}

	const ahead = readTime(text, {now: at, zone, direction: 'due'});
	if (!('refused' in ahead) && ahead.at >= first && ahead.at <= last) {
		return ahead.at;
	}

	const behind = readTime(text, {now: at, zone, direction: 'occurred'});
	if (!('refused' in behind) && behind.at >= first && behind.at <= last) {
		return behind.at;
	}

	const said = (moment: Instant) => clockTimeFrom(at, moment, zone);
	if ('refused' in ahead && 'refused' in behind) {
		return number === undefined
			? refuse(behind.refused, 'A moment of a replay is 14:30, 10m, 10m ago, an entry number, begin or end.')
			: refuse(`There is no entry ${text}.`, `The last one is ${entries.at(-1)?.number ?? 0}.`);
	}

	return refuse(`The log runs from ${said(first)} to ${said(last)}.`, 'Name a moment in it, or an entry number.');
};
