import {type Instant, instantOf} from '../../time.ts';
import {firstYear, lastYear} from './date.ts';
import {nextOrLast, resolveDay} from './days.ts';
import {type Asked, type When, askedOf, deskOf} from './desk.ts';
import {isAhead, isPast, isTooFar, isTwoSided} from './misses.ts';
import type {Phrase} from './phrase.ts';
import {type Unread, quoted, refuseTime} from './unread.ts';
import {offsetOf} from './zone.ts';

/** A time that was read, and the zone in which to show it. */
export type Reading = {readonly at: Instant; readonly zone: string};

const inRange = (moment: number): boolean =>
	moment >= Date.UTC(firstYear, 0, 1) && moment < Date.UTC(lastYear + 1, 0, 1);

type Calendar = Extract<Phrase, {readonly kind: 'calendar'}>;

const resolveCalendar = (phrase: Calendar, zone: string, asked: Asked): number | Unread | undefined => {
	const {clock, dayText} = phrase;
	const desk = deskOf(asked, phrase.zone?.offset ?? offsetOf(zone));
	if (phrase.day === undefined) {
		return clock === undefined ? undefined : nextOrLast(clock, desk);
	}

	return clock?.word === 'midnight'
		? refuseTime(`${quoted(asked.text)} may be either end of the day.`, `Write ${dayText} 00:00 or ${dayText} 24:00.`)
		: resolveDay(phrase.day, clock, desk);
};

type Wait = Extract<Phrase, {readonly kind: 'wait'}>;

const resolveWait = ({milliseconds, towards, twoWays}: Wait, asked: Asked): number | Unread => {
	const {now, direction, text} = asked;
	if (twoWays !== undefined && towards === 'either') {
		const [duration, clock] = twoWays;
		return refuseTime(
			`${quoted(text)} may be a duration or a time of day.`,
			`Write ${direction === 'occurred' ? `${duration} ago` : `in ${duration}`} or ${clock}.`,
		);
	}

	if (direction === 'occurred' && towards === 'either') {
		return isTwoSided(asked);
	}

	if (direction === 'due' && milliseconds < 0) {
		return isPast(asked);
	}

	return direction === 'occurred' && milliseconds > 0 ? isAhead(asked) : now + milliseconds;
};

const momentOf = (phrase: Phrase, zone: string, asked: Asked): number | Unread | undefined => {
	if (phrase.kind === 'now') {
		return asked.now;
	}

	return phrase.kind === 'wait' ? resolveWait(phrase, asked) : resolveCalendar(phrase, zone, asked);
};

/**
 * The moment that a phrase means, or why it means none. `text` is how the phrase was typed, for the refusal.
 * @throws RangeError when `when.now` is no instant or the runtime does not know `when.zone`.
 */
export const resolve = (phrase: Phrase, when: When, text: string): Reading | Unread => {
	const asked = askedOf(when, text);
	const moment = momentOf(phrase, when.zone, asked);
	if (typeof moment === 'object') {
		return moment;
	}

	if (moment === undefined || !inRange(moment)) {
		return isTooFar(asked);
	}

	const zone = phrase.kind === 'calendar' ? phrase.zone?.name : undefined;
	return {at: instantOf(moment), zone: zone ?? when.zone};
};
