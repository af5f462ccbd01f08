import * as v from 'valibot';

/** How the time of a duty to notify is counted. */
export const clockUnits = ['minutes', 'hours', 'calendar-days', 'business-days', 'months', 'at-once'] as const;

export type ClockUnit = (typeof clockUnits)[number];

/** One duty to notify: what it counts from, how long, what is to be in it, who says so. Data, not legal advice. */
export const regimeSchema = v.object({
	/** As typed after `clock`: `gdpr`, `nis2-final`. */
	id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/u, 'must be lower-case letters, digits and hyphens, as gdpr')),
	title: v.string(),
	/** Who is to be told. */
	recipient: v.string(),
	/** The event that the time counts from, in words: `controller aware`. */
	anchor: v.string(),
	/** The clock whose notification is the anchor, where one depends on another. */
	after: v.optional(v.string()),
	/** How many units; 0 for `at-once`. */
	count: v.pipe(v.number(), v.minValue(0, 'must not be negative')),
	unit: v.picklist(clockUnits),
	/** What the notification must hold. */
	content: v.string(),
	source: v.string(),
	/** The day on which the source was last read, `2026-05-01`. */
	checkedOn: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/u, 'must be a day, as 2026-05-01')),
	/** Asked for wherever personal data may be involved. */
	personalData: v.optional(v.boolean()),
	note: v.optional(v.string()),
});

export type Regime = Readonly<v.InferOutput<typeof regimeSchema>>;
