import {type Instant, later, minute} from './time.ts';

/**
 * The clock as a rule may look at it: it answers whether a moment has come, and never what time it is. So it is known
 * when the next answer can change, and nobody need ask before that.
 */
export type Watch = {
	/** Whether that moment is now or past. */
	readonly reached: (at: Instant) => boolean;
	/** Whether so many minutes have passed since then. */
	readonly hasPassed: (since: Instant, minutes: number) => boolean;
	/** How many whole spans of so many minutes have passed since then; 0 before the first is over. */
	readonly spans: (since: Instant, minutes: number) => number;
};

/** A watch that stands at `now`, and the first moment to come at which one of its answers changes. */
export type SetWatch = {readonly watch: Watch; readonly next: () => Instant | undefined};

export const createWatch = (now: Instant): SetWatch => {
	let next: Instant | undefined;
	const expect = (at: Instant) => {
		if (next === undefined || at < next) {
			next = at;
		}
	};

	const reached = (at: Instant): boolean => {
		if (at > now) {
			expect(at);
			return false;
		}

		return true;
	};

	return {
		watch: {
			reached,
			hasPassed: (since, minutes) => reached(later(since, minutes * minute)),
			spans(since, minutes) {
				const count = Math.max(0, Math.floor((Date.parse(now) - Date.parse(since)) / (minutes * minute)));
				expect(later(since, (count + 1) * minutes * minute));
				return count;
			},
		},
		next: () => next,
	};
};
