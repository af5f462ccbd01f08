import {tz} from '@date-fns/tz';
import {format} from 'date-fns/format';

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

/** `11:14 BST`, or with its day when that is not the day of `from`: `3 Jun 11:14 BST`. */
export const clockTimeFrom = (from: Instant, at: Instant, zone: string): string => {
	const day = 'yyyy-MM-dd';
	return inZone(from, zone, day) === inZone(at, zone, day)
		? clockTimeWithZone(at, zone)
		: `${inZone(at, zone, 'd MMM')} ${clockTimeWithZone(at, zone)}`;
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

/** What is left until a due time: `in 6m`, `in 40s`, `due now`, `12m late`. */
export const timeLeft = (due: Instant, now: Instant): string => {
	const left = elapsed(now, due);
	if (left <= 0) {
		return left > -minute ? 'due now' : `${inBrief(left)} late`;
	}

	return left < minute ? `in ${Math.ceil(left / second)}s` : `in ${inBrief(left)}`;
};

/** The same in two stages: what is late for long says so without the help of a colour, in as many columns: `45m LATE`. */
export const timeLeftInStages = (due: Instant, now: Instant, isLong: boolean): string =>
	isLong ? timeLeft(due, now).replace(/late$/u, 'LATE') : timeLeft(due, now);
