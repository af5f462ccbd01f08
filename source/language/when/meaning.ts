import {numberOf, readAmount} from './amount.ts';
import {isNoClock, readClock} from './clock-time.ts';
import {months, readDate, readSlashed, weekdays} from './date.ts';
import type {Piece} from './piece.ts';
import {units} from './units.ts';
import {readZone} from './zone-name.ts';

const spelledCounts: ReadonlyMap<string, number> = new Map(
	Object.entries({
		one: 1,
		two: 2,
		three: 3,
		four: 4,
		five: 5,
		six: 6,
		seven: 7,
		eight: 8,
		nine: 9,
		ten: 10,
		eleven: 11,
		twelve: 12,
		fifteen: 15,
		twenty: 20,
		thirty: 30,
		forty: 40,
		'forty-five': 45,
		sixty: 60,
		ninety: 90,
	}),
);

const countShape = /^\d{1,9}(?:[.,]\d{1,4})?$/u;
const ordinalShape = /^(\d{1,2})(?:st|nd|rd|th)$/u;
const exactHours = /^(\d{4}|\d{1,2}:\d{2})(?:h|hrs|hours)$/u;

/** A plus or a minus that stands alone. */
export const signOf = (text: string): 1 | -1 | undefined => {
	if (text === '+' || text === '-') {
		return text === '+' ? 1 : -1;
	}

	return undefined;
};

/** Everything that one undivided word may mean. `text` is `typed` in small letters. */
export const meanings = (text: string, typed: string): Piece => {
	const clock = readClock(exactHours.exec(text)?.[1] ?? text);
	const count = countShape.test(text) ? numberOf(text) : spelledCounts.get(text);
	const ordinal = ordinalShape.exec(text)?.[1];
	const amount = readAmount(text);
	const unit = units.get(text);
	const sign = signOf(text);
	const month = months.get(text);
	const weekday = weekdays.get(text);
	const date = readDate(text);
	const slashed = date === undefined ? readSlashed(text) : undefined;
	const zone = readZone(typed);
	return {
		text,
		typed,
		...(clock === undefined ? {} : {clock}),
		...(isNoClock(text) ? {noClock: true} : {}),
		...(count === undefined ? {} : {count}),
		...(ordinal === undefined ? {} : {ordinal: Number(ordinal)}),
		...(amount === undefined ? {} : {amount}),
		...(unit === undefined ? {} : {unit}),
		...(sign === undefined ? {} : {sign}),
		...(month === undefined ? {} : {month}),
		...(weekday === undefined ? {} : {weekday}),
		...(date === undefined ? {} : {date}),
		...(slashed === undefined ? {} : {slashed}),
		...(zone === undefined ? {} : {zone}),
	};
};
