import {day, hour, minute, second} from './units.ts';

/**
 * A time of day, in milliseconds since the wall clock showed 00:00. `24:00` is the end of the day. `word` for *midnight*,
 * which is on either end of a day that is named with it.
 */
export type Clock = {readonly sinceMidnight: number; readonly word?: 'midnight'};

const colons = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(am|pm)?$/u;
const dotted = /^(\d{1,2})\.(\d{2})(am|pm)?$/u;
const hours = /^(\d{1,2})(am|pm)$/u;
const digits = /^(\d{2})(\d{2})$/u;
const clockLike = /^\d{1,3}:\d{1,3}(?::\d{1,3})?(?:am|pm)?$|^\d{1,3}(?:am|pm)$/u;

const words: ReadonlyMap<string, Clock> = new Map([
	['noon', {sinceMidnight: 12 * hour}],
	['midday', {sinceMidnight: 12 * hour}],
	['midnight', {sinceMidnight: 0, word: 'midnight'}],
]);

type Parts = {
	readonly hours: string | undefined;
	readonly minutes?: string | undefined;
	readonly seconds?: string | undefined;
	readonly fraction?: string | undefined;
	readonly half?: string | undefined;
};

const clockOf = (parts: Parts): Clock | undefined => {
	const written = Number(parts.hours);
	const noHour = parts.half === undefined ? written > 24 : written < 1 || written > 12;
	const minutes = Number(parts.minutes ?? 0);
	const seconds = Number(parts.seconds ?? 0);
	if (noHour || minutes > 59 || seconds > 59) {
		return undefined;
	}

	const hourOfDay = parts.half === undefined ? written : (written % 12) + (parts.half === 'pm' ? 12 : 0);
	const milliseconds = Number((parts.fraction ?? '').padEnd(3, '0').slice(0, 3));
	const sinceMidnight = hourOfDay * hour + minutes * minute + seconds * second + milliseconds;
	return sinceMidnight > day ? undefined : {sinceMidnight};
};

/** A time of day in one word, in small letters: `14:05`, `09:05:30`, `1405`, `14.05`, `2pm`, `noon`. */
export const readClock = (text: string): Clock | undefined => {
	const word = words.get(text);
	if (word !== undefined) {
		return word;
	}

	const long = colons.exec(text);
	if (long !== null) {
		return clockOf({hours: long[1], minutes: long[2], seconds: long[3], fraction: long[4], half: long[5]});
	}

	const short = dotted.exec(text) ?? digits.exec(text);
	if (short !== null) {
		return clockOf({hours: short[1], minutes: short[2], half: short[3]});
	}

	const bare = hours.exec(text);
	return bare === null ? undefined : clockOf({hours: bare[1], half: bare[2]});
};

/** True for a word that looks like a time of day and is none: `25:00`, `13pm`, `9:5`. */
export const isNoClock = (text: string): boolean => clockLike.test(text) && readClock(text) === undefined;

/** The full hour `text`, 0 to 24, as said after a day: *tomorrow at 9*. */
export const fullHour = (text: string): Clock | undefined =>
	/^\d{1,2}$/u.test(text) ? clockOf({hours: text}) : undefined;
