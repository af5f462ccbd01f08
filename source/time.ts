import {tz} from '@date-fns/tz';
import {addDays} from 'date-fns/addDays';
import {addYears} from 'date-fns/addYears';
import {format} from 'date-fns/format';
import {startOfDay} from 'date-fns/startOfDay';
import {startOfYear} from 'date-fns/startOfYear';

/** A moment as ISO 8601 in UTC with milliseconds: `2026-06-02T09:20:00.000Z`. Compares as text. */
export type Instant = string;

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;

/** Throws a RangeError when the date is invalid. */
export const instantOf = (date: Date | number): Instant => new Date(date).toISOString();

/** Milliseconds from `from` to `to`; negative when `to` is earlier. */
export const elapsed = (from: Instant, to: Instant): number => Date.parse(to) - Date.parse(from);

/** The instant `milliseconds` after `from`. */
export const later = (from: Instant, milliseconds: number): Instant => instantOf(Date.parse(from) + milliseconds);

/** True when the text is an instant, to the letter. */
export const isInstant = (text: string): boolean =>
	/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u.test(text) && !Number.isNaN(Date.parse(text));

/** True when the runtime's time-zone database knows `zone`. */
export const isZone = (zone: string): boolean => {
	try {
		return new Intl.DateTimeFormat('en', {timeZone: zone}).resolvedOptions().timeZone !== '';
	} catch {
		return false;
	}
};

/** Writing a moment costs a tenth of a millisecond, and the same few are written again and again. */
const written = new Map<string, string>();
const mostWritten = 10_000;

/** A moment on the wall clock of `zone`, by a date-fns pattern. */
export const inZone = (at: Instant, zone: string, pattern: string): string => {
	const key = `${at} ${zone} ${pattern}`;
	const known = written.get(key);
	if (known !== undefined) {
		return known;
	}

	if (written.size >= mostWritten) {
		written.clear();
	}

	const text = format(at, pattern, {in: tz(zone)});
	written.set(key, text);
	return text;
};

/** `14:05` on the wall clock of `zone`. */
export const clockTime = (at: Instant, zone: string): string => inZone(at, zone, 'HH:mm');

const names = new Map<string, Intl.DateTimeFormat>();
const called = new Map<string, string>();

/** The zone's short name at that moment: `BST`, `UTC`, `GMT-4`. */
export const zoneName = (at: Instant, zone: string): string => {
	let formatter = names.get(zone);
	if (formatter === undefined) {
		formatter = new Intl.DateTimeFormat('en-GB', {timeZone: zone, timeZoneName: 'short'});
		names.set(zone, formatter);
	}

	// A zone changes its name with its offset, and never within a quarter of an hour.
	const quarter = Math.floor(Date.parse(at) / (15 * minute)) * 15 * minute;
	const key = `${quarter} ${zone}`;
	const known = called.get(key);
	if (known !== undefined) {
		return known;
	}

	if (called.size >= mostWritten) {
		called.clear();
	}

	const name = formatter.formatToParts(quarter).find(part => part.type === 'timeZoneName')?.value ?? zone;
	called.set(key, name);
	return name;
};

/** `11:14 BST`: a clock time that says whose clock it is. */
export const clockTimeWithZone = (at: Instant, zone: string): string => `${clockTime(at, zone)} ${zoneName(at, zone)}`;

/** Whether both are on one day of the zone's calendar. */
export const isSameDay = (one: Instant, other: Instant, zone: string): boolean =>
	inZone(one, zone, 'yyyy-MM-dd') === inZone(other, zone, 'yyyy-MM-dd');

/** How far a moment is from another by the calendar. */
export type Nearness = 'day' | 'year' | 'far';

/** Whether both are of one day, or at least of one year. */
const nearnessOf = (from: Instant, at: Instant, zone: string): Nearness => {
	if (isSameDay(from, at, zone)) {
		return 'day';
	}

	return inZone(from, zone, 'yyyy') === inZone(at, zone, 'yyyy') ? 'year' : 'far';
};

const dayPatterns = {year: 'd MMM', far: 'd MMM yyyy'} as const;

/** `11:14 BST`; of another day `3 Jun 11:14 BST`, of another year `3 Jun 2025 11:14 BST`. */
export const clockTimeAs = (nearness: Nearness, at: Instant, zone: string): string =>
	`${nearness === 'day' ? '' : `${inZone(at, zone, dayPatterns[nearness])} `}${clockTimeWithZone(at, zone)}`;

/** `11:14 BST`, or with its day when that is not the day of `from`: `3 Jun 11:14 BST`. */
export const clockTimeFrom = (from: Instant, at: Instant, zone: string): string =>
	clockTimeAs(nearnessOf(from, at, zone), at, zone);

const timePatterns = {
	day: ['HH:mm'],
	year: ['d MMM HH:mm', 'd MMM'],
	far: ['d MMM yyyy HH:mm', 'd MMM yyyy', 'MMM yyyy', 'yyyy'],
} as const;

/**
 * The ways to say a moment to whoever stands at `from`, longest first: `11:14`, or `3 Jun 11:14` and `3 Jun`. None lets
 * another day's time pass for today's.
 */
export const timesFrom = (from: Instant, at: Instant, zone: string): readonly string[] =>
	timePatterns[nearnessOf(from, at, zone)].map(pattern => inZone(at, zone, pattern));

/** The first that fits into `room` columns; the last where none does. */
export const fitting = (wordings: readonly string[], room: number): string =>
	wordings.find(one => one.length <= room) ?? wordings.at(-1) ?? '';

/** `11:14`, or with its day when that is not the day of `from`: `3 Jun 11:14`, and `3 Jun` where that has no room. */
export const timeFrom = (from: Instant, at: Instant, zone: string, room: number = Number.POSITIVE_INFINITY): string =>
	fitting(timesFrom(from, at, zone), room);

/** A text in which moments of whatever day are said as those of today are: `3 Jun 11:14 BST` becomes `11:14 BST`. */
export const withoutDays = (text: string): string =>
	text.replaceAll(/\b\d{1,2} [A-Z][a-z]{2}(?: \d{4})? (?=\d\d:\d\d )/gu, '');

/** From when until before when a moment's day, or its year, lasts. */
export type Span = {readonly from: Instant; readonly until: Instant};

const spans = new Map<string, Span>();

/** The day, or the year, of `at` on the calendar of `zone`. */
export const spanOf = (what: 'day' | 'year', at: Instant, zone: string): Span => {
	const key = `${what} ${at} ${zone}`;
	const known = spans.get(key);
	if (known !== undefined) {
		return known;
	}

	if (spans.size >= mostWritten) {
		spans.clear();
	}

	const from = (what === 'day' ? startOfDay : startOfYear)(at, {in: tz(zone)});
	const span = {
		from: instantOf(from.getTime()),
		until: instantOf((what === 'day' ? addDays : addYears)(from, 1).getTime()),
	};
	spans.set(key, span);
	return span;
};

/** `2026-06-02 10:20 BST`. */
export const dayAndTime = (at: Instant, zone: string): string =>
	`${inZone(at, zone, 'yyyy-MM-dd HH:mm')} ${zoneName(at, zone)}`;

const pad = (value: number): string => String(value).padStart(2, '0');

/** A duration as a stopwatch shows it: `2:14:07`, `3d 02:14:07`. */
export const stopwatch = (milliseconds: number): string => {
	const seconds = Math.max(0, Math.floor(milliseconds / second));
	const days = Math.floor(seconds / 86_400);
	const hours = Math.floor((seconds % 86_400) / 3600);
	const rest = `${pad(Math.floor((seconds % 3600) / 60))}:${pad(seconds % 60)}`;
	return days > 0 ? `${days}d ${pad(hours)}:${rest}` : `${hours}:${rest}`;
};

/** A duration in its largest two units, whole minutes: `6m`, `2h14`, `3d 4h`; under a minute `0m`. */
export const inBrief = (milliseconds: number): string => {
	const minutes = Math.floor(Math.abs(milliseconds) / minute);
	if (minutes < 60) {
		return `${minutes}m`;
	}

	const hours = Math.floor(minutes / 60);
	if (hours < 24) {
		return `${hours}h${String(minutes % 60).padStart(2, '0')}`;
	}

	return `${Math.floor(hours / 24)}d ${hours % 24}h`;
};

/** Of weeks the hours say nothing any more, and take the room of words. */
const inDays = (milliseconds: number): string => {
	const days = Math.floor(Math.abs(milliseconds) / (24 * hour));
	return days < 10 ? inBrief(milliseconds) : `${days}d`;
};

/** What is left until a due time: `in 6m`, `in 40s`, `due now`, `12m late`, from ten days on `12d late`. */
export const timeLeft = (due: Instant, now: Instant): string => {
	const left = elapsed(now, due);
	if (left <= 0) {
		return left > -minute ? 'due now' : `${inDays(left)} late`;
	}

	return left < minute ? `in ${Math.ceil(left / second)}s` : `in ${inDays(left)}`;
};

/** The same in two stages: what is late for long says so without the help of a colour, in as many columns: `45m LATE`. */
export const timeLeftInStages = (due: Instant, now: Instant, isLong: boolean): string =>
	isLong ? timeLeft(due, now).replace(/late$/u, 'LATE') : timeLeft(due, now);
