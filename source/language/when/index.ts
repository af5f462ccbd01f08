import type {Instant} from '../../time.ts';
import {readCalendar} from './calendar.ts';
import {type When, askedOf} from './desk.ts';
import {notRead} from './misses.ts';
import {type Piece, isMeant} from './piece.ts';
import {piecesOf} from './pieces.ts';
import {type Reading, resolve} from './resolve.ts';
import {type Unread, isUnread} from './unread.ts';
import {readWait} from './wait.ts';

export type {When} from './desk.ts';

/** A time as read, with the zone in which to show it; or why it was not read, and how to write it. */
export type TimeReading =
	| {readonly at: Instant; readonly zone: string}
	| {readonly refused: string; readonly mend: string};

/** The same for a time at the beginning of a line: `used` counts the words that it takes. */
export type PrefixReading =
	| {readonly at: Instant; readonly zone: string; readonly used: number}
	| {readonly refused: string; readonly mend: string; readonly used: number};

// More than `three quarters of an hour from now` or `the day before yesterday at 10:20 pm` takes; beyond, it is text.
const mostWords = 9;
const mostLetters = 200;

const read = (pieces: readonly Piece[], when: When, text: string): Reading | Unread | undefined => {
	const phrase = readWait(pieces) ?? readCalendar(pieces);
	if (phrase === undefined || isUnread(phrase)) {
		return phrase;
	}

	return resolve(phrase, when, text);
};

/**
 * Reads the whole text as a time: `14:05`, `20m`, `tomorrow at 9`, `2026-06-02T10:20Z`. What is ambiguous is refused
 * with the ways to write it, what is not a time with examples.
 * @throws RangeError when `when.now` is no instant or the runtime does not know `when.zone`; never for the text.
 */
export const readTime = (text: string, when: When): TimeReading => {
	const words = text.length > mostLetters ? [] : text.trim().split(/\s+/u);
	const reading =
		(words.length > mostWords ? undefined : read(piecesOf(words), when, words.join(' '))) ??
		notRead(askedOf(when, text.slice(0, mostLetters).trim()));
	return isUnread(reading) ? {refused: reading.refused, mend: reading.mend} : reading;
};

const connectives = new Set(
	(
		'today tomorrow tmrw yesterday now in ago at on of the and a an half quarter quarters time from day before after ' +
		'this next last tonight eod cob morning afternoon evening lunchtime night'
	).split(' '),
);

// Most lines are told from a time by their first word.
const speaks = (piece: Piece): boolean => isMeant(piece) || connectives.has(piece.text);

/** *2 may be late* speaks of no month. */
const isVerb = (pieces: readonly Piece[], length: number, total: number): boolean =>
	pieces[length - 1]?.typed === 'may' && (pieces[length - 1]?.end ?? total) < total;

const isCertain = ({certain}: Unread, atTheEnd: boolean): boolean =>
	certain === 'always' || (certain === 'atTheEnd' && atTheEnd);

/**
 * Reads a time from the first words of a line, the longest that is one: what stands behind `by` or `at`. Undefined where
 * the line begins with none (*phone the supplier*), a refusal where it does begin with one that cannot be meant
 * (`yesterday` for what is due) or that has two readings.
 * @throws RangeError when `when.now` is no instant or the runtime does not know `when.zone`; never for the words.
 */
export const readTimePrefix = (words: readonly string[], when: When): PrefixReading | undefined => {
	const pieces = piecesOf(words.slice(0, mostWords));
	const silent = pieces.findIndex(piece => !speaks(piece));
	for (let length = silent < 0 ? pieces.length : silent; length > 0; length--) {
		const used = pieces[length - 1]?.end;
		if (used === undefined || isVerb(pieces, length, words.length)) {
			continue;
		}

		const reading = read(pieces.slice(0, length), when, words.slice(0, used).join(' '));
		if (reading !== undefined && !isUnread(reading)) {
			return {...reading, used};
		}

		if (reading !== undefined && isUnread(reading) && isCertain(reading, used === words.length)) {
			return {refused: reading.refused, mend: reading.mend, used};
		}
	}

	return undefined;
};
