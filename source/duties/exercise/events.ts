import * as v from 'valibot';
import {type EventOf, instant} from '../../event.ts';

/** Performed without challenges, with some, with major ones, unable to be performed. The best first. */
export const ratings = ['P', 'S', 'M', 'U'] as const;

export type Rating = (typeof ratings)[number];

const optionalText = v.optional(v.string());
const rating = v.picklist(ratings);

export const exerciseSchemas = {
	/** From here on the incident follows a scenario. What is still to come is not told: players may read the log. */
	'drill-begun': v.object({
		title: v.string(),
		/** SHA-256 in hex of the scenario file, so that runs of the same scenario are known as such. */
		sha256: v.string(),
		/** Offsets count from here. */
		start: instant,
		/** When people came together for it, by the wall's clock; absent where a script played it: that tests nobody. */
		held: v.optional(instant),
	}),
	/**
	 * From here on the drill's clock shows `at` when the wall's shows `wall`, and runs `speed` times as fast; 0: it stands.
	 * Whoever opens the drill reads its time out of this, so that all read the same.
	 */
	'drill-paced': v.object({at: instant, wall: instant, speed: v.number()}),
	/** Something the players are told or shown. */
	'inject-delivered': v.object({
		/** As in the scenario; absent where the facilitator thought of it. */
		number: v.optional(v.number()),
		text: v.string(),
		/** Who is played as saying it. */
		from: optionalText,
		/** Whom it reaches: a role, a team, a name. */
		to: optionalText,
		/** How it comes: telephone, chat, alert. */
		means: optionalText,
	}),
	/** An evaluator saw whether an expectation was met that no query can answer. */
	'expectation-observed': v.object({
		/** Inject and place among its expectations: `3.2`. */
		expectation: v.string(),
		isMet: v.boolean(),
		text: optionalText,
	}),
	'hot-wash-noted': v.object({text: v.string()}),
	/** The play is over; what was hidden may be read now. */
	'drill-ended': v.object({
		reason: optionalText,
		/** The scenario file, whole: the log can be judged without it. */
		scenario: optionalText,
		/** Per objective the best that the evidence allows, whatever is still to be observed. */
		best: v.optional(v.record(v.string(), rating)),
	}),
	/** The evaluator's rating of an objective. */
	'objective-rated': v.object({objective: v.string(), rating, reason: optionalText}),
};

export type ExerciseEvent = EventOf<typeof exerciseSchemas>;
