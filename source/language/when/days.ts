import type {Clock} from './clock-time.ts';
import {
	type MonthDay,
	dateText,
	firstYear,
	lastYear,
	monthNames,
	nearestYear,
	wallDay,
	weekdayNames,
	weekdayOf,
} from './date.ts';
import type {Desk} from './desk.ts';
import {isAhead, isPast, isTooFar, namesNoTime} from './misses.ts';
import type {Day} from './phrase.ts';
import {day} from './units.ts';
import {type Unread, listed, quoted, refuseTime} from './unread.ts';
import {momentsOf, wallAt} from './zone.ts';

/** Of the moments of one wall clock: the first still to come, or of what has happened the last one past. */
const pick = (moments: readonly number[], {now, direction}: Desk): number | undefined => {
	const past = moments.findLast(moment => moment <= now);
	const ahead = moments.find(moment => moment >= now);
	return direction === 'occurred' ? (past ?? moments[0]) : (ahead ?? past);
};

/** A time of an explicit day: it is where it is, and refused on the wrong side of now. */
const onDay = (start: number, clock: Clock | undefined, desk: Desk): number | Unread => {
	if (clock === undefined && start === desk.today) {
		return namesNoTime(desk);
	}

	const moment = pick(momentsOf(start + (clock?.sinceMidnight ?? desk.sinceMidnight), desk.offset), desk);
	if (moment === undefined) {
		return isTooFar(desk);
	}

	if (desk.direction === 'due' && moment < desk.now) {
		return isPast(desk);
	}

	return desk.direction === 'occurred' && moment > desk.now ? isAhead(desk) : moment;
};

// What the clock jumped over yesterday is made up for by now, and nobody means it any more.
const isMadeUp = (count: number, moment: number, wall: number, {offset}: Desk): boolean =>
	count < 0 && wallAt(moment, offset) !== wall;

/**
 * The nearest moment after now, or not after it for what has happened, at which one of these days shows the time.
 * `days` count from today, in the order of the search.
 */
const nearest = (days: readonly number[], sinceMidnight: number, desk: Desk): number | undefined => {
	const {today, offset, direction, now} = desk;
	for (const count of days) {
		const wall = today + count * day + sinceMidnight;
		const moments = momentsOf(wall, offset);
		const found =
			direction === 'occurred'
				? moments.findLast(moment => moment <= now)
				: moments.find(moment => moment > now && !isMadeUp(count, moment, wall, desk));
		if (found !== undefined) {
			return found;
		}
	}

	return undefined;
};

// Where the clock is put back over midnight, a late hour of yesterday is still to come, an early one of tomorrow past.
const daysAhead = [-1, 0, 1];
const daysBehind = [1, 0, -1, -2];

/** A bare time of day: the next one, or of what has happened the last one. */
export const nextOrLast = (clock: Clock, desk: Desk): number | undefined =>
	nearest(desk.direction === 'occurred' ? daysBehind : daysAhead, clock.sinceMidnight, desk);

type Weekday = Extract<Day, {readonly kind: 'weekday'}>;

const clockText = ({sinceMidnight}: Clock): string => new Date(sinceMidnight).toISOString().slice(11, 16);

/** *Next Friday* is this week's for some and next week's for others; so is *last Friday*. */
const refuseTwoWeeks = (first: number, second: number, clock: Clock | undefined, desk: Desk): Unread => {
	const time = clock === undefined ? '10:00' : clockText(clock);
	const ways = [first, second].map(days => `${dateText(desk.today + days * day)} ${time}`);
	return refuseTime(`${quoted(desk.text)} may be one of two days.`, `Write ${listed(ways)}.`);
};

const onWeekday = ({weekday, said}: Weekday, clock: Clock | undefined, desk: Desk): number | Unread | undefined => {
	const {direction, today} = desk;
	const ahead = (weekday - weekdayOf(today) + 7) % 7;
	if (said === 'next') {
		const first = ahead === 0 ? 7 : ahead;
		return direction === 'occurred' ? isAhead(desk) : refuseTwoWeeks(first, first + 7, clock, desk);
	}

	if (said === 'last') {
		return direction === 'due' ? isPast(desk) : refuseTwoWeeks(ahead - 7, ahead - 14, clock, desk);
	}

	if (clock === undefined && ahead === 0) {
		const other = dateText(today + (direction === 'occurred' ? -7 : 7) * day);
		return namesNoTime(desk, [`${other} 10:00`]);
	}

	const days = direction === 'occurred' ? [ahead, ahead - 7, ahead - 14] : [ahead - 7, ahead, ahead + 7];
	return nearest(days, clock?.sinceMidnight ?? desk.sinceMidnight, desk);
};

type Dated = Extract<Day, {readonly kind: 'date'}>;

// A year next to now is a year; any other one may be the time of day that it looks like.
const isPlainYear = (year: number, today: number): boolean => Math.abs(year - new Date(today).getUTCFullYear()) <= 1;

const noSuchDay = (date: MonthDay, year: number): Unread => {
	const month = monthNames[date.month];
	if (month === undefined) {
		return refuseTime('A year has twelve months.', 'Write the date as 2026-06-02: year, month, day.');
	}

	const last = new Date(Date.UTC(year, date.month + 1, 0)).getUTCDate();
	return refuseTime(
		`${month} ${year} has ${last} days.`,
		`Write a day that exists, such as ${last} ${month} ${year} 10:20.`,
	);
};

const startOf = ({date, weekday, yearAsClock}: Dated, desk: Desk): number | Unread => {
	const month = monthNames[date.month] ?? '';
	if (date.year !== undefined && yearAsClock !== undefined && !isPlainYear(date.year, desk.today)) {
		return refuseTime(
			`${date.year} may be a year or a time of day.`,
			`Write ${date.day} ${month} ${clockText(yearAsClock)} or ${date.day} ${month} ${date.year} 10:20.`,
		);
	}

	const year = date.year ?? nearestYear(date, desk.today);
	if (year < firstYear || year > lastYear) {
		return isTooFar(desk);
	}

	const start = wallDay(year, date.month, date.day);
	if (start === undefined) {
		return noSuchDay(date, year);
	}

	const actual = weekdayNames[weekdayOf(start)];
	return weekday === undefined || weekday === weekdayOf(start)
		? start
		: refuseTime(
				`${dateText(start)} is a ${actual}, not a ${weekdayNames[weekday]}.`,
				`Write ${dateText(start)} 10:20 if the date is right.`,
			);
};

/** A day with a time of day, or without one: it is then the time that the wall clock shows now. */
export const resolveDay = (said: Day, clock: Clock | undefined, desk: Desk): number | Unread | undefined => {
	if (said.kind === 'weekday') {
		return onWeekday(said, clock, desk);
	}

	const start = said.kind === 'relative' ? desk.today + said.days * day : startOf(said, desk);
	return typeof start === 'number' ? onDay(start, clock, desk) : start;
};
