import {readClock} from './clock-time.ts';
import {readBasicDate, readDate} from './date.ts';
import {meanings, signOf} from './meaning.ts';
import type {Piece} from './piece.ts';
import {readZone} from './zone-name.ts';

const isoShape = /^([\d/-]{8,10})t(\d.*)$/u;
const basicClock = /^(\d{2})(\d{2})(\d{2})(?=\D|$)/u;
const clockAndZone =
	/^(\d{1,2}[:.]\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:am|pm)?|\d{1,2}(?:am|pm)|\d{4})((?:[a-z]{1,4})?(?:[+-]\d{1,2}(?::?\d{2})?)?)$/u;

const readClockAndZone = (text: string): readonly Piece[] | undefined => {
	const [, time, place = ''] = clockAndZone.exec(text) ?? [];
	if (time === undefined || place === '') {
		return undefined;
	}

	const clock = readClock(time);
	const zone = readZone(place, true);
	if (clock === undefined || zone === undefined) {
		return undefined;
	}

	return [
		{text: time, typed: time, clock},
		{text: place, typed: place, zone, ...(place.startsWith('-') ? {rangeLike: true} : {})},
	];
};

const readIso = (text: string): readonly Piece[] | undefined => {
	const [, day = '', rest = ''] = isoShape.exec(text) ?? [];
	const date = readDate(day) ?? readBasicDate(day);
	if (date === undefined) {
		return undefined;
	}

	const time = rest.replace(basicClock, '$1:$2:$3');
	const clock = readClock(time);
	const timed = clock === undefined ? readClockAndZone(time) : [{text: time, typed: time, clock}];
	return [{text: day, typed: day, date}, ...(timed ?? [{text: time, typed: time, noClock: true}])];
};

const readSigned = (text: string, typed: string): readonly Piece[] | undefined => {
	const sign = signOf(text.slice(0, 1));
	if (sign === undefined) {
		return undefined;
	}

	const rest = meanings(text.slice(1), typed.slice(1));
	return rest.count === undefined && rest.amount === undefined
		? undefined
		: [{text: text.slice(0, 1), typed: typed.slice(0, 1), sign}, rest];
};

/** The pieces of a word that has several: `2026-06-02T10:20Z`, `14:05+02:00`, `-10m`; undefined for any other word. */
export const readJoined = (text: string, typed: string): readonly Piece[] | undefined =>
	readIso(text) ?? readClockAndZone(text) ?? readSigned(text, typed);
