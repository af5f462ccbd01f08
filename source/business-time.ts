import {tz} from '@date-fns/tz';
import {addBusinessDays} from 'date-fns/addBusinessDays';
import {addDays} from 'date-fns/addDays';
import {addMonths} from 'date-fns/addMonths';
import {endOfDay} from 'date-fns/endOfDay';
import type {ClockUnit} from './regime.ts';
import {hour, type Instant, instantOf, isInstant, minute} from './time.ts';

type Adding = (date: Date | string | number, count: number, options: {readonly in: ReturnType<typeof tz>}) => Date;

/** The end of the day to which `add` leads on the wall clock of `zone`; undefined where no calendar reaches it. */
const endOfDayAfter = (add: Adding, from: Instant, count: number, zone: string): Instant | undefined => {
	const zoned = {in: tz(zone)};
	const end = endOfDay(add(from, count, zoned), zoned).getTime();
	return instantIfAny(end);
};

const instantIfAny = (milliseconds: number): Instant | undefined => {
	const at = Number.isNaN(new Date(milliseconds).getTime()) ? '' : instantOf(milliseconds);
	return isInstant(at) ? at : undefined;
};

/** The end of the n-th day after that of `from`, 23:59:59.999 on the wall clock of `zone`. */
export const afterCalendarDays = (from: Instant, days: number, zone: string): Instant | undefined =>
	endOfDayAfter(addDays, from, days, zone);

/**
 * The end of the n-th business day after the day of `from`, on the wall clock of `zone`. Saturdays and Sundays are
 * skipped; public holidays are not known and count, so that the time is never later than the true one.
 */
export const afterBusinessDays = (from: Instant, days: number, zone: string): Instant | undefined =>
	endOfDayAfter(addBusinessDays, from, days, zone);

/** The end of the same day of the month, n months on; of the month's last day where it has no such day. */
export const afterMonths = (from: Instant, months: number, zone: string): Instant | undefined =>
	endOfDayAfter(addMonths, from, months, zone);

/**
 * When a period that is counted from `from` ends. Minutes and hours are elapsed time, whatever the wall clock does.
 * Days and months end with their last day, as such periods do in law (for the EU: Regulation 1182/71 art. 3): at its
 * last millisecond on the wall clock of `zone`. A last day on a weekend is not moved on: better early than late.
 * Undefined for `at-once`, and for a period that leads beyond the year 9999.
 */
export const periodEnd = (from: Instant, count: number, unit: ClockUnit, zone: string): Instant | undefined => {
	switch (unit) {
		case 'minutes': {
			return instantIfAny(Date.parse(from) + count * minute);
		}

		case 'hours': {
			return instantIfAny(Date.parse(from) + count * hour);
		}

		case 'calendar-days': {
			return afterCalendarDays(from, count, zone);
		}

		case 'business-days': {
			return afterBusinessDays(from, count, zone);
		}

		case 'months': {
			return afterMonths(from, count, zone);
		}

		case 'at-once': {
			return undefined;
		}
	}
};

/** How a period is said: `72 hours`, `1 month`, `4 business days`, `without undue delay`. */
export const periodWords = (count: number, unit: ClockUnit): string => {
	if (unit === 'at-once') {
		return 'without undue delay';
	}

	const many = unit.replace('-', ' ');
	return `${count} ${count === 1 ? many.slice(0, -1) : many}`;
};
