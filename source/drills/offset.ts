import {hour, minute, second} from '../time.ts';

const day = 24 * hour;

const parts = /^(?:(\d+)d)?\s*(?:(\d+)h)?\s*(?:(\d+)m)?\s*(?:(\d+)s)?$/u;

/** A span as a pattern for editors: `1h30m`. */
export const spanPattern = String.raw`(?=\d)(?:\d+d)?\s*(?:\d+h)?\s*(?:\d+m)?\s*(?:\d+s)?`;

/** Milliseconds of `1h30m`, `90s`, `2d`, without a sign; undefined for anything else. */
export const readSpan = (text: string): number | undefined => {
	const found = parts.exec(text.trim());
	if (found === null || text.trim() === '') {
		return undefined;
	}

	const [days = 0, hours = 0, minutes = 0, seconds = 0] = found.slice(1).map(one => Number(one ?? 0));
	return days * day + hours * hour + minutes * minute + seconds * second;
};

/** Milliseconds after the start of `+5m`; undefined without the plus. */
export const readOffset = (text: string): number | undefined =>
	text.startsWith('+') ? readSpan(text.slice(1)) : undefined;

/** `1h30m` */
export const spanWords = (milliseconds: number): string => {
	const units: readonly (readonly [string, number])[] = [
		['d', day],
		['h', hour],
		['m', minute],
		['s', second],
	];
	let rest = Math.max(0, Math.round(milliseconds / second) * second);
	const told = units.flatMap(([letter, size]) => {
		const count = Math.floor(rest / size);
		rest -= count * size;
		return count === 0 ? [] : [`${count}${letter}`];
	});
	return told.length === 0 ? '0m' : told.join('');
};

/** By when: `since` the start of the drill, or since the inject was delivered. Milliseconds. */
export type Limit = {readonly since: 'start' | 'inject'; readonly after: number};

/** `+20m` counts from the start, `20m` from the inject. */
export const readLimit = (text: string): Limit | undefined => {
	const after = text.startsWith('+') ? readOffset(text) : readSpan(text);
	return after === undefined ? undefined : {since: text.startsWith('+') ? 'start' : 'inject', after};
};

/** `+20m` from the start, `20m` from the inject: as it is read. */
export const limitWords = ({since, after}: Limit): string => `${since === 'start' ? '+' : ''}${spanWords(after)}`;
