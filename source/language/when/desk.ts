import type {Instant} from '../../time.ts';
import {startOfDay} from './date.ts';
import {type Offset, wallAt} from './zone.ts';

/** Which way a time is looked for. `due` lies ahead, `occurred` behind; `either` looks ahead and refuses neither. */
export type Direction = 'due' | 'occurred' | 'either';

/** What a time is read against: the moment, the incident's zone (an IANA name the runtime knows) and the direction. */
export type When = {readonly now: Instant; readonly zone: string; readonly direction: Direction};

/** What is asked, with the words as typed for a refusal. `now` in milliseconds since 1970. */
export type Asked = {readonly now: number; readonly direction: Direction; readonly text: string};

/** What is asked, on a wall clock: where today starts on it (see `wallAt`) and how much of today has gone. */
export type Desk = Asked & {readonly offset: Offset; readonly today: number; readonly sinceMidnight: number};

/** The question in milliseconds. */
export const askedOf = ({now, direction}: When, text: string): Asked => ({now: Date.parse(now), direction, text});

/** The question as it stands on the wall clock of `offset`. */
export const deskOf = (asked: Asked, offset: Offset): Desk => {
	const wall = wallAt(asked.now, offset);
	const today = startOfDay(wall);
	return {...asked, offset, today, sinceMidnight: wall - today};
};
