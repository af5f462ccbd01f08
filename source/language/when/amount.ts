import {hour, minute, units} from './units.ts';

/** A length of elapsed time with the smallest unit it is given in, so that nothing but a smaller one may follow. */
export type Amount = {
	readonly milliseconds: number;
	readonly largest: number;
	readonly smallest: number;
	/** For `14h05`, which a French hand writes for a time of day: the two ways to say which is meant. */
	readonly twoWays?: readonly [duration: string, clock: string];
};

const step = /(\d{1,9}(?:[.,]\d{1,4})?)([a-z]{1,7})/uy;
const hoursAndMinutes = /^(\d{1,9})h(\d{2})$/u;

/** `1.5` or `1,5`. */
export const numberOf = (text: string): number => Number(text.replace(',', '.'));

// From 8 in the morning an hour with two digits of minutes is as likely said of the clock as of a wait.
const clockFrom = 8;

const readHoursAndMinutes = (text: string): Amount | undefined => {
	const [, hours = '', minutes = ''] = hoursAndMinutes.exec(text) ?? [];
	if (hours === '' || Number(minutes) > 59) {
		return undefined;
	}

	const milliseconds = Number(hours) * hour + Number(minutes) * minute;
	const amount = {milliseconds, largest: hour, smallest: minute};
	return Number(hours) >= clockFrom && Number(hours) <= 24
		? {...amount, twoWays: [`${hours}h${minutes}m`, `${hours}:${minutes}`]}
		: amount;
};

/** A duration in one word, in small letters: `20m`, `1h30`, `1h30m`, `1.5h`, `2d4h`. Units go from large to small. */
export const readAmount = (text: string): Amount | undefined => {
	const short = readHoursAndMinutes(text);
	if (short !== undefined) {
		return short;
	}

	let milliseconds = 0;
	let largest = 0;
	let smallest = Number.POSITIVE_INFINITY;
	step.lastIndex = 0;
	while (step.lastIndex < text.length) {
		const [, count, name = ''] = step.exec(text) ?? [];
		const unit = units.get(name);
		if (count === undefined || unit === undefined || unit >= smallest) {
			return undefined;
		}

		milliseconds += Math.round(numberOf(count) * unit);
		largest = Math.max(largest, unit);
		smallest = unit;
	}

	return largest === 0 ? undefined : {milliseconds, largest, smallest};
};
