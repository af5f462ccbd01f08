import {type Clock, fullHour} from './clock-time.ts';
import {type Slashed, monthNames} from './date.ts';
import type {Day, PhraseReader} from './phrase.ts';
import type {Piece} from './piece.ts';
import {type Read, readDay} from './said-day.ts';
import {type Unread, doubt, isUnread, refuseTime} from './unread.ts';
import type {Zone} from './zone-name.ts';

// They name a time, but every desk has its own for them.
const vague = new Set(['tonight', 'eod', 'cob', 'morning', 'afternoon', 'evening', 'lunchtime', 'night']);
const surelyVague = new Set(['tonight', 'eod', 'cob']);

const slashedWays = ({first, second, year}: Slashed): readonly string[] =>
	[
		[first, second],
		[second, first],
	]
		.filter(([day = 0, month = 0]) => day >= 1 && day <= 31 && month >= 1 && month <= 12)
		.map(([day = 0, month = 0]) => `${day} ${monthNames[month - 1]}${year?.length === 4 ? ` ${year}` : ''}`);

const refuseSlashed = (piece: Piece, slashed: Slashed, sure: boolean): Unread => {
	const ways = slashedWays(slashed);
	return {
		refused: ways.length > 1 ? `${piece.typed} has two readings.` : `${piece.typed} is not how a date is written here.`,
		mend: `Write ${ways.join(' or ')}.`,
		certain: sure ? 'always' : 'atTheEnd',
	};
};

const readHour = (pieces: readonly Piece[], at: number, dayText: string): Read<Clock> | Unread | undefined => {
	const piece = pieces[at];
	const clock = pieces[at - 1]?.text === 'at' ? fullHour(piece?.text ?? '') : undefined;
	if (piece === undefined || clock === undefined) {
		return undefined;
	}

	// From 8 on nobody doubts what is meant; a leading zero shows a 24-hour hand.
	return /^[1-7]$/u.test(piece.text)
		? refuseTime(
				`${piece.typed} may be morning or afternoon.`,
				`Write ${dayText} 0${piece.text}:00 or ${dayText} ${Number(piece.text) + 12}:00.`,
			)
		: {what: clock, next: at + 1};
};

type Found = {
	readonly day?: Day;
	readonly dayText: string;
	readonly clock?: Clock;
	readonly zone?: Zone;
	readonly ranged?: Piece;
};

type Step = {readonly found: Found; readonly next: number} | Unread | undefined;

const readZoneAt = (found: Found, piece: Piece, at: number): Step => {
	if (piece.zone === undefined || found.clock === undefined || found.zone !== undefined) {
		return undefined;
	}

	return isUnread(piece.zone)
		? piece.zone
		: {found: {...found, zone: piece.zone, ...(piece.rangeLike ? {ranged: piece} : {})}, next: at + 1};
};

const readClockAt = (found: Found, pieces: readonly Piece[], at: number): Step => {
	const clock = pieces[at]?.clock;
	const read = clock === undefined && found.day !== undefined ? readHour(pieces, at, found.dayText) : undefined;
	if (read !== undefined && isUnread(read)) {
		return read;
	}

	const what = clock ?? read?.what;
	return what === undefined || found.clock !== undefined ? undefined : {found: {...found, clock: what}, next: at + 1};
};

const readDoubtful = (found: Found, pieces: readonly Piece[], at: number): Unread | undefined => {
	const piece = pieces[at];
	if (piece === undefined) {
		return undefined;
	}

	const begun = found.day !== undefined || found.clock !== undefined;
	const last = at === pieces.length - 1;
	if (piece.slashed !== undefined) {
		return refuseSlashed(piece, piece.slashed, begun || piece.slashed.surely || pieces[at + 1]?.clock !== undefined);
	}

	if (piece.noClock && found.clock === undefined) {
		const refused = `${piece.typed} is no time of day.`;
		return {refused, mend: 'Write it as 14:05, 2pm or 1405.', certain: found.day === undefined ? 'never' : 'always'};
	}

	if (vague.has(piece.text) && last) {
		const certain = begun || at > 0 || surelyVague.has(piece.text) ? 'always' : 'atTheEnd';
		return {refused: `${piece.typed} names no time.`, mend: 'Write the time itself, as 09:00 or 5pm.', certain};
	}

	return found.day !== undefined && found.clock === undefined && piece.count !== undefined && last
		? doubt(`${piece.typed} is no time of day.`, 'Write it as 14:05, 2pm or 1405.', 'atTheEnd')
		: undefined;
};

// `at` only leads to a time, `this` to a part of the day; neither says anything by itself.
const isLead = (pieces: readonly Piece[], at: number): boolean => {
	const next = pieces[at + 1]?.text;
	return pieces[at]?.text === 'this'
		? vague.has(next ?? '')
		: pieces[at]?.text === 'at' && next !== undefined && next !== 'at';
};

const readNext = (found: Found, pieces: readonly Piece[], at: number): Step => {
	const piece = pieces[at];
	if (piece === undefined) {
		return undefined;
	}

	const day = found.day === undefined ? readDay(pieces, at, found.clock !== undefined) : undefined;
	if (day !== undefined) {
		const dayText = pieces
			.slice(at, day.next)
			.map(({typed}) => typed)
			.join(' ')
			.replace(/^on /iu, '');
		return {found: {...found, day: day.what, dayText}, next: day.next};
	}

	const timed = readClockAt(found, pieces, at) ?? readZoneAt(found, piece, at);
	if (timed !== undefined) {
		return timed;
	}

	const doubtful = readDoubtful(found, pieces, at);
	return doubtful ?? (isLead(pieces, at) ? {found, next: at + 1} : undefined);
};

/** A time of day, a day, or both in either order, with a zone: `14:05`, `tomorrow at 9`, `10:20 2 June UTC`. */
export const readCalendar: PhraseReader = pieces => {
	let found: Found = {dayText: ''};
	let at = 0;
	while (at < pieces.length) {
		const step = readNext(found, pieces, at);
		if (step === undefined || isUnread(step)) {
			return step;
		}

		found = step.found;
		at = step.next;
	}

	const {day, dayText, clock, zone, ranged} = found;
	if (ranged !== undefined && !(day?.kind === 'date' && day.date.year !== undefined)) {
		return refuseTime(
			`${pieces.map(piece => piece.typed).join('')} may be a range or a time with its offset.`,
			`Write the end alone, or the offset as UTC${ranged.typed}.`,
		);
	}

	if (day === undefined && clock === undefined) {
		return undefined;
	}

	return {
		kind: 'calendar',
		dayText,
		...(day === undefined ? {} : {day}),
		...(clock === undefined ? {} : {clock}),
		...(zone === undefined ? {} : {zone}),
	};
};
