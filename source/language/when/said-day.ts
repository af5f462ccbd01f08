import type {Clock} from './clock-time.ts';
import {firstYear, lastYear} from './date.ts';
import type {Day} from './phrase.ts';
import type {Piece} from './piece.ts';

/** What was read at a place, and where to read on. */
export type Read<What> = {readonly what: What; readonly next: number};

const relatives: ReadonlyMap<string, number> = new Map([
	['today', 0],
	['tomorrow', 1],
	['tmrw', 1],
	['yesterday', -1],
]);

const saids: ReadonlyMap<string, 'this' | 'next' | 'last'> = new Map([
	['this', 'this'],
	['next', 'next'],
	['last', 'last'],
]);

const readRelative = (pieces: readonly Piece[], at: number): Read<Day> | undefined => {
	const days = relatives.get(pieces[at]?.text ?? '');
	if (days !== undefined) {
		return {what: {kind: 'relative', days}, next: at + 1};
	}

	const start = pieces[at]?.text === 'the' ? at + 1 : at;
	const [first, second, third] = [start, start + 1, start + 2].map(index => pieces[index]?.text);
	if (first === 'day' && second === 'after' && third === 'tomorrow') {
		return {what: {kind: 'relative', days: 2}, next: start + 3};
	}

	return first === 'day' && second === 'before' && third === 'yesterday'
		? {what: {kind: 'relative', days: -2}, next: start + 3}
		: undefined;
};

type Year = {readonly year?: number; readonly yearAsClock?: Clock; readonly next: number};

/** Four digits behind a month: a year, a time of day (`2 June 1405`), or either one. */
const readYear = (pieces: readonly Piece[], at: number, hasClock: boolean): Year => {
	const piece = pieces[at];
	if (piece?.count === undefined || !/^\d{4}$/u.test(piece.text)) {
		return {next: at};
	}

	const year = piece.count;
	if (piece.clock === undefined || hasClock) {
		return {year, next: at + 1};
	}

	if (year < firstYear || year > lastYear) {
		return {next: at};
	}

	const behind = pieces[at + 1];
	const clockFollows = behind?.clock !== undefined || behind?.text === 'at';
	return clockFollows ? {year, next: at + 1} : {year, yearAsClock: piece.clock, next: at + 1};
};

const dayOfMonth = (piece: Piece | undefined): number | undefined =>
	piece?.ordinal ?? (piece !== undefined && /^\d{1,2}$/u.test(piece.text) ? piece.count : undefined);

const dated = (month: number, day: number, {next, year, yearAsClock}: Year): Read<Day> => ({
	what: {
		kind: 'date',
		date: {month, day, ...(year === undefined ? {} : {year})},
		...(yearAsClock === undefined ? {} : {yearAsClock}),
	},
	next,
});

const readMonthDay = (pieces: readonly Piece[], at: number, hasClock: boolean): Read<Day> | undefined => {
	const first = pieces[at];
	if (first?.month !== undefined) {
		const day = dayOfMonth(pieces[at + 1]);
		return day === undefined ? undefined : dated(first.month, day, readYear(pieces, at + 2, hasClock));
	}

	const start = first?.text === 'the' ? at + 1 : at;
	const day = dayOfMonth(pieces[start]);
	const named = pieces[start + 1]?.text === 'of' ? start + 2 : start + 1;
	const month = pieces[named]?.month;
	return day === undefined || month === undefined
		? undefined
		: dated(month, day, readYear(pieces, named + 1, hasClock));
};

const readDateAt = (pieces: readonly Piece[], at: number, hasClock: boolean): Read<Day> | undefined => {
	const date = pieces[at]?.date;
	return date === undefined ? readMonthDay(pieces, at, hasClock) : {what: {kind: 'date', date}, next: at + 1};
};

const readWeekday = (pieces: readonly Piece[], at: number, hasClock: boolean): Read<Day> | undefined => {
	const said = saids.get(pieces[at]?.text ?? '');
	const start = said === undefined ? at : at + 1;
	const weekday = pieces[start]?.weekday;
	if (weekday === undefined) {
		return undefined;
	}

	const date = said === undefined ? readDateAt(pieces, start + 1, hasClock) : undefined;
	return date?.what.kind === 'date'
		? {what: {...date.what, weekday}, next: date.next}
		: {what: {kind: 'weekday', weekday, said: said ?? 'plain'}, next: start + 1};
};

/** A day at the piece `at`, with the index of the piece behind it. `hasClock`: four digits can only be a year then. */
export const readDay = (pieces: readonly Piece[], at: number, hasClock: boolean): Read<Day> | undefined => {
	const start = pieces[at]?.text === 'on' ? at + 1 : at;
	return readRelative(pieces, start) ?? readWeekday(pieces, start, hasClock) ?? readDateAt(pieces, start, hasClock);
};
