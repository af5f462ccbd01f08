import {hash as digest} from 'node:crypto';
import {readTime, readTimePrefix} from '../language/when/index.ts';
import type {Situation} from '../propose.ts';
import {isRefusal, type Refusal} from '../refusal.ts';
import {hour, inZone, type Instant, instantOf, minute, second} from '../time.ts';
import type {Imported, Material} from './index.ts';
import {importRows, namedByWords, noteOf, notSo, type WordedRow} from './rows.ts';
import {textIn} from './text-in.ts';

/** What somebody wrote on paper: at which time of day, and what. */
type Written = {
	readonly line: number;
	/** As `14:05` or `14:05:30`. */
	readonly clock: string;
	/** Milliseconds since midnight. */
	readonly sinceMidnight: number;
	/** What the day line above it says, or the date before its time; undefined where no day is said. */
	readonly day: {readonly date: string; readonly line: number} | undefined;
	readonly text: string;
};

const dayMilliseconds = 24 * hour;

const clockPattern =
	/^(?:(?<date>\d{4}-\d\d-\d\d)[T ])?(?:(?<hours>\d\d?):(?<minutes>\d\d)(?::(?<seconds>\d\d))?|(?<compact>\d{4}))(?:[ \t]+(?:[-–—|:][ \t]+)?|$)(?<text>.*)$/su;

/** The day that a line names, and nothing else; undefined for a line that names none. */
const dayIn = (line: string, {now, zone}: Situation): string | Refusal | undefined => {
	const words = [...line.trim().split(/\s+/u), '00:00'];
	const reading = readTimePrefix(words, {now, zone, direction: 'occurred'});
	if (reading === undefined || reading.used < words.length) {
		return undefined;
	}

	return 'refused' in reading ? reading : inZone(reading.at, zone, 'yyyy-MM-dd');
};

type Reading = {readonly written: Written[]; day: Written['day']};

/** What a line adds to those above it, or why it adds nothing. */
const take = (
	reading: Reading,
	text: string,
	line: number,
	where: string,
	situation: Situation,
): Refusal | undefined => {
	const last = reading.written.at(-1);
	if (text.trim() === '' || /^#(?:\s|$)/u.test(text)) {
		return undefined;
	}

	const {groups} = clockPattern.exec(text.trim()) ?? {};
	// What is set in goes on with the line above, unless it has a time of its own.
	if (/^\s/u.test(text) && last !== undefined && groups?.['hours'] === undefined) {
		reading.written[reading.written.length - 1] = {...last, text: `${last.text}\n${text.trim()}`};
		return undefined;
	}

	const date = groups === undefined ? dayIn(text, situation) : groups['date'] && dayIn(groups['date'], situation);
	if (typeof date === 'object') {
		return notSo(where, date.refused, date.mend);
	}

	if (date) {
		reading.day = {date, line};
	}

	if (groups === undefined) {
		return date === undefined
			? notSo(
					where,
					`it begins with no time: “${text.slice(0, 60)}”.`,
					'Write each line as HH:MM and what happened, a day on a line of its own as 2026-06-02; a line that goes on begins with a blank.',
				)
			: undefined;
	}

	const compact = groups['compact'] ?? '';
	const hours = Number(groups['hours'] ?? compact.slice(0, 2));
	const minutes = Number(groups['minutes'] ?? compact.slice(2));
	const seconds = Number(groups['seconds'] ?? 0);
	if (hours > 23 || minutes > 59 || seconds > 59) {
		return notSo(where, `there is no such time of day: “${text.slice(0, 20)}”.`, 'Write it as 14:05.');
	}

	const words = groups['text'] ?? '';
	if (words.trim() === '') {
		return notSo(
			where,
			'it has a time and says nothing.',
			'Write what happened behind the time, or take the line out.',
		);
	}

	const sinceMidnight = hours * hour + minutes * minute + seconds * second;
	const clock = instantOf(sinceMidnight).slice(11, 19);
	reading.written.push({line, clock, sinceMidnight, day: reading.day, text: words.trim()});
	return undefined;
};

/**
 * How many days each line lies behind the day that is said for it. A clock goes on: a time well before the line above is
 * the next day's; one that is a little before it was written down out of order.
 */
const daysAfter = (written: readonly Written[]): readonly number[] => {
	const days: number[] = [];
	let last = Number.NEGATIVE_INFINITY;
	let day: Written['day'];
	for (const one of written) {
		const goesOn = days.length > 0 && one.day === day;
		// The first day on which it is not more than an hour before the line above.
		const count = goesOn ? Math.max(0, Math.ceil((last - hour - one.sinceMidnight) / dayMilliseconds)) : 0;
		day = one.day;
		last = count * dayMilliseconds + one.sinceMidnight;
		days.push(count);
	}

	return days;
};

/** A day after another, both as `2026-06-02`. */
const plusDays = (day: string, count: number): string =>
	instantOf(Date.parse(`${day}T00:00:00Z`) + count * dayMilliseconds).slice(0, 10);

const momentOf = (date: string, {clock}: Written, {now, zone}: Situation) =>
	readTime(`${date} ${clock}`, {now, zone, direction: 'either'});

/** The day on which lines without any day began: the newest on which none of them is still to come. */
const guessedDay = (written: readonly Written[], days: readonly number[], situation: Situation): string => {
	const today = inZone(situation.now, situation.zone, 'yyyy-MM-dd');
	const isPast = (first: string): boolean =>
		written.every((one, index) => {
			const reading = momentOf(plusDays(first, days[index] ?? 0), one, situation);
			return !('refused' in reading) && reading.at <= situation.now;
		});
	const longest = Math.max(0, ...days);
	const newest = plusDays(today, -longest);
	return isPast(newest) ? newest : plusDays(newest, -1);
};

const rowsOf = (
	written: readonly Written[],
	name: string,
	situation: Situation,
): {readonly rows: readonly WordedRow[]; readonly notices: readonly string[]} | Refusal => {
	const dayless = written.find(one => one.day === undefined);
	const named = written.find(one => one.day !== undefined);
	if (dayless !== undefined && named !== undefined) {
		return notSo(
			`${name}, line ${dayless.line}`,
			`no day stands before it, and one stands on line ${named.day?.line ?? named.line}.`,
			'Write the day above the first line.',
		);
	}

	const days = daysAfter(written);
	const guessed = named === undefined && written.length > 0 ? guessedDay(written, days, situation) : undefined;
	const rows: WordedRow[] = [];
	for (const [index, one] of written.entries()) {
		const where = `${name}, line ${one.line}`;
		const date = guessed ?? one.day?.date ?? '';
		const reading = momentOf(plusDays(date, days[index] ?? 0), one, situation);
		if ('refused' in reading) {
			return notSo(where, reading.refused, reading.mend);
		}

		const occurredAt: Instant = reading.at;
		rows.push({where, occurredAt, by: situation.by, words: one.text, decide: noteOf(one.text)});
	}

	return {
		rows,
		notices: guessed === undefined ? [] : [`No line says which day it was: the first was taken to be ${guessed}.`],
	};
};

/** Takes in a log that was kept on paper, a line each. */
export const importLines = async (material: Material): Promise<Imported | Refusal> => {
	const {name} = material;
	const bytes = await material.bytes();
	const text = textIn(bytes, name);
	if (typeof text !== 'string') {
		return text;
	}

	return importRows(material, 'lines', digest('sha256', bytes), (_, situation) => {
		const reading: Reading = {written: [], day: undefined};
		for (const [index, line] of text.split(/\r?\n/u).entries()) {
			const trouble = take(reading, line, index + 1, `${name}, line ${index + 1}`, situation);
			if (trouble !== undefined) {
				return trouble;
			}
		}

		const told = rowsOf(reading.written, name, situation);
		return isRefusal(told) ? told : {rows: namedByWords(told.rows), notices: told.notices};
	});
};
