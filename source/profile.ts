/** A doctrine as data. Numbers marked [D] are this project's defaults, never doctrine. */
export type Profile = {
	readonly name: string;
	readonly title: string;
	readonly span: {
		/** More direct reports than this: worth a word (NIMS: 5). */
		readonly guide: number;
		/** More than this: escalate, release or split (MoJ: 7 or 8). */
		readonly limit: number;
		/** More than this: urgent. */
		readonly hardLimit: number;
	};
	readonly minutes: {
		/** [D] An owner has this long to say "understood". */
		readonly acknowledge: number;
		/** [D] Said this long before a report is due. */
		readonly comingDue: number;
		/** [D] Later than this is stuck. */
		readonly stuck: number;
		/** [D] An event this much older than its entry is a late entry ("a few minutes"). */
		readonly lateEntry: number;
		/** [D] The log starts within this of the team's assembly. */
		readonly startLog: number;
		/** [D] A silence of the log that is worth asking about. */
		readonly silence: number;
		/** [D] A prompt that was put to the Incident Manager comes back after this. */
		readonly askAgain: number;
	};
	/** Rules that this doctrine does not hold. */
	readonly off: readonly string[];
};
