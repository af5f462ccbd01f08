import {type Instant, instantOf} from './time.ts';

/** Says what time it is. The only thing in the program that does. */
export type Clock = () => Instant;

/** The wall's clock. */
export const wallClock: Clock = () => instantOf(Date.now());

/** How many milliseconds this machine has counted since some beginning: whatever is done to the wall's clock, never back. */
export type Uptime = () => number;

/** The machine's. */
export const uptime: Uptime = () => performance.now();

/** A clock that always says `at`. */
export const fixedClock =
	(at: Instant): Clock =>
	() =>
		at;

/** A clock that can be set, and told how fast to run. */
export type SettableClock = {
	readonly clock: Clock;
	readonly set: (at: Instant, speed: number) => void;
};

/** A clock that starts at `start` and stands still until it is set. */
export const settableClock = (start: Instant): SettableClock => {
	let origin = Date.now();
	let begin = Date.parse(start);
	let rate = 0;
	return {
		clock: () => instantOf(begin + (Date.now() - origin) * rate),
		set(at, speed) {
			origin = Date.now();
			begin = Date.parse(at);
			rate = speed;
		},
	};
};
