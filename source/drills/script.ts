import {later, type Instant} from '../time.ts';
import {scriptLine} from '../script.ts';
import {readOffset} from './offset.ts';

/** One line of a player. */
export type PlayerLine = {
	/** In the file, from 1. */
	readonly number: number;
	readonly at: Instant;
	readonly by: string | undefined;
	readonly line: string;
};

export type ReadScript = {readonly lines: readonly PlayerLine[]} | {readonly wrong: string; readonly mend: string};

const stamped = /^\[?(?<offset>\+[\ddhms]+)\s*(?:@(?<by>"[^"]+"|[^\s\]]+))?\]?\s+(?<line>.*)$/su;

/** Who says a line that has no time of its own: no verb begins with @. */
const spokenBy = /^@(?<by>"[^"]+"|\S+)\s+(?<line>.*)$/su;

/**
 * Reads the players' lines: `+3m @priya action isolate host 17`. A line without an offset is said at the time of the
 * one before it; a moment, `[2026-06-02T09:20:00Z @priya] …`, will do as well.
 */
export const readPlayerLines = (text: string, start: Instant): ReadScript => {
	const lines: PlayerLine[] = [];
	let at = start;
	for (const [index, raw] of text.split(/\r?\n/u).entries()) {
		const number = index + 1;
		const {groups} = stamped.exec(raw.trim()) ?? {};
		const plain = groups === undefined ? scriptLine(raw) : undefined;
		if (groups === undefined && plain === undefined) {
			continue;
		}

		const offset = groups === undefined ? undefined : readOffset(groups['offset'] ?? '');
		const moment = plain?.time === undefined ? Number.NaN : Date.parse(plain.time);
		if (groups !== undefined ? offset === undefined : plain?.time !== undefined && Number.isNaN(moment)) {
			return {
				wrong: `line ${number}: its time cannot be read.`,
				mend: 'Write it as +3m, or as [2026-06-02T09:20:00Z].',
			};
		}

		const said =
			offset === undefined ? (Number.isNaN(moment) ? at : new Date(moment).toISOString()) : later(start, offset);
		if (said < at) {
			return {
				wrong: `line ${number} is said before the line above it.`,
				mend: 'Put the lines into the order of their times.',
			};
		}

		at = said;
		const named = plain?.by === undefined ? spokenBy.exec(plain?.line ?? '')?.groups : undefined;
		const line = (groups?.['line'] ?? named?.['line'] ?? plain?.line ?? '').replace(/^\//u, '');
		if (/^declare(?:\s|$)/iu.test(line)) {
			return {
				wrong: `line ${number} declares an incident; a drill has its own.`,
				mend: 'Leave the line out: title, severity and doctrine stand in the scenario.',
			};
		}

		const by = (groups?.['by'] ?? named?.['by'])?.replace(/^"(.*)"$/u, '$1') ?? plain?.by;
		lines.push({number, at, by, line});
	}

	return {lines};
};
