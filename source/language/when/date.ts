import {day} from './units.ts';

/** A day of some year, or of the year in which it is nearest. Not yet known to exist. */
export type MonthDay = {readonly year?: number; readonly month: number; readonly day: number};

/** `02/06` or `02-06-2026`: a day in numbers only, which two continents read in two ways. */
export type Slashed = {
	readonly first: number;
	readonly second: number;
	readonly year?: string;
	/** True where it can hardly be a fraction or a score: with a year, or with leading zeros. */
	readonly surely: boolean;
};

export const monthNames = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December',
] as const;

export const weekdayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

const spellings = (names: readonly string[], more: Readonly<Record<string, number>>): ReadonlyMap<string, number> =>
	new Map([
		...names.map((name, index): [string, number] => [name.toLowerCase(), index]),
		...names.map((name, index): [string, number] => [name.toLowerCase().slice(0, 3), index]),
		...Object.entries(more),
	]);

/** Months by their names in small letters, full and short, from 0. */
export const months = spellings(monthNames, {sept: 8});

/** Weekdays by their names in small letters, full and short, Sunday 0. */
export const weekdays = spellings(weekdayNames, {tues: 2, weds: 3, thur: 4, thurs: 4});

/** The years in which a time is read. Beyond them an input is a slip of the hand. */
export const firstYear = 1900;
export const lastYear = 2199;

/** Start of a day on the wall clock, in milliseconds as if in UTC; undefined when the month has no such day. */
export const wallDay = (year: number, month: number, dayOfMonth: number): number | undefined => {
	const start = Date.UTC(year, month, dayOfMonth);
	const date = new Date(start);
	return date.getUTCMonth() === month && date.getUTCDate() === dayOfMonth ? start : undefined;
};

/** The year in which this day of the year is nearest to `today` (start of a day as in `wallDay`). */
export const nearestYear = ({month, day: dayOfMonth}: MonthDay, today: number): number => {
	const year = new Date(today).getUTCFullYear();
	const distance = (candidate: number) => Math.abs(Date.UTC(candidate, month, dayOfMonth) - today);
	return [year, year + 1, year - 1].reduce((best, other) => (distance(other) < distance(best) ? other : best));
};

/** `2026-06-02` of a day's start as in `wallDay`. */
export const dateText = (start: number): string => new Date(start).toISOString().slice(0, 10);

/** Sunday 0, of a day's start as in `wallDay`. */
export const weekdayOf = (start: number): number => new Date(start).getUTCDay();

/** Start of the day in which the wall clock stands at `wall`. */
export const startOfDay = (wall: number): number => Math.floor(wall / day) * day;

const iso = /^(\d{4})([-/])(\d{2})\2(\d{2})$/u;
const basic = /^(\d{4})(\d{2})(\d{2})$/u;
const dashed = /^(\d{1,2})-([a-z]{3,9})(?:-(\d{4}))?$/u;
const slashed = /^(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/u;

/** A date in one word, in small letters: `2026-06-02`, `2026/06/02`, `2-jun-2026`. */
export const readDate = (text: string): MonthDay | undefined => {
	const whole = iso.exec(text);
	if (whole !== null) {
		return {year: Number(whole[1]), month: Number(whole[3]) - 1, day: Number(whole[4])};
	}

	const [, dayOfMonth, name = '', year] = dashed.exec(text) ?? [];
	const month = months.get(name);
	if (dayOfMonth === undefined || month === undefined) {
		return undefined;
	}

	return {month, day: Number(dayOfMonth), ...(year === undefined ? {} : {year: Number(year)})};
};

/** `20260602`, which is a date only where a `T` and a time follow. */
export const readBasicDate = (text: string): MonthDay | undefined => {
	const [, year, month, dayOfMonth] = basic.exec(text) ?? [];
	return year === undefined ? undefined : {year: Number(year), month: Number(month) - 1, day: Number(dayOfMonth)};
};

const dayPair = (first: number, other: number): boolean =>
	(first >= 1 && first <= 12 && other >= 1 && other <= 31) || (other >= 1 && other <= 12 && first >= 1 && first <= 31);

/** A date in numbers only that does not begin with the year. Dots and dashes count only with a year behind. */
export const readSlashed = (text: string): Slashed | undefined => {
	const [, first = '', separator, other = '', year] = slashed.exec(text) ?? [];
	if (separator === undefined || (separator !== '/' && year === undefined) || !dayPair(Number(first), Number(other))) {
		return undefined;
	}

	return {
		first: Number(first),
		second: Number(other),
		surely: year !== undefined || first.startsWith('0') || other.startsWith('0'),
		...(year === undefined ? {} : {year}),
	};
};
