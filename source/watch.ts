import {clockTimeAs, type Instant, instantOf, minute, type Span, spanOf} from './time.ts';

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
	const moment = Date.parse(now);
	// In milliseconds: rules ask about thousands of moments, and one of them is wanted as a text.
	let next = Number.POSITIVE_INFINITY;
	const has = (at: number): boolean => {
		if (at > moment) {
			next = Math.min(next, at);
			return false;
		}

		return true;
	};

	return {
		watch: {
			reached: at => at <= now || has(Date.parse(at)),
			hasPassed: (since, minutes) => has(Date.parse(since) + minutes * minute),
			spans(since, minutes) {
				const start = Date.parse(since);
				const count = Math.max(0, Math.floor((moment - start) / (minutes * minute)));
				has(start + (count + 1) * minutes * minute);
				return count;
			},
		},
		next: () => (Number.isFinite(next) ? instantOf(next) : undefined),
	};
};

const isIn = (watch: Watch, {from, until}: Span): boolean => watch.reached(from) && !watch.reached(until);

/**
 * `11:14 BST`, with its day where that is not today's: `3 Jun 11:14 BST`. It looks at the watch, so that a rule that says
 * it is asked again when the day changes; an asking whose text holds it needs a basis of its own.
 */
export const clockTimeBy = (watch: Watch, at: Instant, zone: string): string => {
	const nearness = isIn(watch, spanOf('day', at, zone))
		? 'day'
		: isIn(watch, spanOf('year', at, zone))
			? 'year'
			: 'far';
	return clockTimeAs(nearness, at, zone);
};
