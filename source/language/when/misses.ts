import {dateText} from './date.ts';
import type {Asked, Desk} from './desk.ts';
import {day, hour} from './units.ts';
import {type Unread, doubt, listed, quoted, refuseTime} from './unread.ts';

/** What is offered to someone whose words were not read. Each one can be read, at that moment and in that direction. */
export const examples = ({now, direction}: Pick<Asked, 'now' | 'direction'>): readonly string[] =>
	direction === 'occurred'
		? ['14:05', '20m ago', 'yesterday 22:10', `${dateText(now - 2 * day)} 10:20`]
		: ['14:05', '2pm', 'in 20 min', 'tomorrow 09:00', `${dateText(now + 2 * day)} 10:20`];

/** Nothing was recognised. */
export const notRead = (asked: Asked): Unread =>
	doubt(
		asked.text === '' ? 'There is no time here.' : `${quoted(asked.text)} is not read as a time.`,
		`Write it like ${listed(examples(asked))}.`,
		'never',
	);

/** A due time that has gone by. */
export const isPast = (asked: Asked): Unread =>
	refuseTime(`${quoted(asked.text)} is past.`, `Write a time still to come: ${listed(examples(asked))}.`);

/** Something that is said to have happened, tomorrow. */
export const isAhead = (asked: Asked): Unread =>
	refuseTime(`${quoted(asked.text)} is still to come.`, `Write when it happened: ${listed(examples(asked))}.`);

/** A duration that may be counted from now or back from now. It may be a length as well: *at 20m depth*. */
export const isTwoSided = (asked: Asked): Unread =>
	doubt(
		`${quoted(asked.text)} does not say that it is past.`,
		`Write when it happened: ${listed(examples(asked))}.`,
		'never',
	);

/** Out of the years in which times are read. */
export const isTooFar = (asked: Asked): Unread =>
	refuseTime(`${quoted(asked.text)} is too far away.`, `Write a nearer time: ${listed(examples(asked))}.`);

/** Today, without a time of day: for what is due the next full hour stands as an example, else the last one. */
export const namesNoTime = (desk: Desk, otherwise: readonly string[] = []): Unread => {
	const hours = Math.floor(desk.sinceMidnight / hour) + (desk.direction === 'occurred' ? 0 : 1);
	const ways = [`today ${String(hours).padStart(2, '0')}:00`, ...otherwise];
	return refuseTime(`${quoted(desk.text)} names no time of day.`, `Write it: ${listed(ways)}.`);
};
