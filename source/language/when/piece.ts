import type {Amount} from './amount.ts';
import type {Clock} from './clock-time.ts';
import type {MonthDay, Slashed} from './date.ts';
import type {Unread} from './unread.ts';
import type {Zone} from './zone-name.ts';

/**
 * One piece of a time: everything a word may mean, as `1405` is a number and a clock time and `sec` a unit. Words such
 * as `2026-06-02T10:20Z` make several pieces, `2 pm` makes one.
 */
export type Piece = {
	/** In small letters, without the comma or full stop behind it. */
	readonly text: string;
	/** As typed. */
	readonly typed: string;
	/** How many words are read up to the end of this piece; absent where it ends within a word. */
	readonly end?: number;
	readonly clock?: Clock;
	readonly noClock?: true;
	readonly count?: number;
	readonly ordinal?: number;
	readonly amount?: Amount;
	readonly unit?: number;
	readonly sign?: 1 | -1;
	readonly month?: number;
	readonly weekday?: number;
	readonly date?: MonthDay;
	readonly slashed?: Slashed;
	readonly zone?: Zone | Unread;
	/** The zone stands against the clock time and begins with a minus, as the end of a range would: `10:00-11:00`. */
	readonly rangeLike?: true;
};

const marks = new Set(['text', 'typed', 'end']);

/** True for a piece that may mean something by itself, besides being a word. */
export const isMeant = (piece: Piece): boolean => Object.keys(piece).some(key => !marks.has(key));
