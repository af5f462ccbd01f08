import type {Clock} from './clock-time.ts';
import type {MonthDay} from './date.ts';
import type {Piece} from './piece.ts';
import type {Unread} from './unread.ts';
import type {Zone} from './zone-name.ts';

/** A day as it is said. */
export type Day =
	| {readonly kind: 'relative'; readonly days: number}
	| {readonly kind: 'weekday'; readonly weekday: number; readonly said: 'plain' | 'this' | 'next' | 'last'}
	| {
			readonly kind: 'date';
			readonly date: MonthDay;
			/** Said as well, and to be checked. */
			readonly weekday?: number;
			/** The year may be meant as a time of day: `2 June 2030`. */
			readonly yearAsClock?: Clock;
	  };

/** A time as it is said, before anyone asks what time it is now. */
export type Phrase =
	| {readonly kind: 'now'}
	| {
			readonly kind: 'wait';
			readonly milliseconds: number;
			/** `either` where nothing says which way to count. */
			readonly towards: 'future' | 'past' | 'either';
			/** Where it may be a time of day as well, as `14h05`: the duration and the time of day, without a doubt. */
			readonly twoWays?: readonly [duration: string, clock: string];
	  }
	| {
			readonly kind: 'calendar';
			readonly day?: Day;
			/** The words of the day, as typed. */
			readonly dayText: string;
			readonly clock?: Clock;
			readonly zone?: Zone;
	  };

/** Reads all the pieces as one time; undefined when they are none. */
export type PhraseReader = (pieces: readonly Piece[]) => Phrase | Unread | undefined;
