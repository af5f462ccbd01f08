import * as v from 'valibot';
import {regimeSchema} from './regime.ts';

const count = v.pipe(v.number(), v.minValue(0, 'must not be negative'));
const words = v.pipe(v.string(), v.minLength(1, 'must not be empty'));

/** Where doctrines disagree: what this one holds, and who says so. */
const stance = v.object({says: words, source: words});

/** Minutes. [D] marks the project's defaults, which no doctrine gives. */
const minutes = v.object({
	/** [D] An owner has this long to say "understood". */
	acknowledge: count,
	/** [D] Said this long before a report is due. */
	comingDue: count,
	/** [D] Later than this is stuck. */
	stuck: count,
	/** [D] An event this much older than its entry is a late entry ("a few minutes"). */
	lateEntry: count,
	/** [D] The log starts within this of the team's assembly. */
	startLog: count,
	/** [D] A silence of the log that is worth asking about. */
	silence: count,
	/** [D] A prompt that was put to the Incident Manager comes back after this. */
	askAgain: count,
	/** Unsolved for so long: declare (SRE: one hour). */
	declare: count,
	/** The security team is told within this of awareness (18F, MoJ policy: one hour). */
	securityTeam: count,
	/** [D] Said this long after awareness that the report is due. */
	securityTeamSoon: count,
	/** [D] An expert without an action for so long may be released. */
	idleExpert: count,
	/** [D] The Incident Manager answers a suggestion within this. */
	suggestion: count,
	/** The deputy calls the time this often (PagerDuty: 10). */
	mark: count,
	/** In command for so long: a handover is encouraged (PagerDuty: one hour). */
	command: count,
	/** In a role for so long: a handover is due (PagerDuty: three hours). */
	roleLimit: count,
	/** Working for so long: a pause is due (PaaS: six hours). */
	work: count,
	/** Rest after work out of hours (PaaS: eleven hours). */
	rest: count,
	/** Running for so long: plan shifts (cloud.gov: three hours). */
	longRunning: count,
	/** An operational period (ICS: 12 or 24 hours). */
	period: count,
	/** [D] The next period is planned this long before the end of this one. */
	planAhead: count,
	/** [D] A draft older than this is read again before it is agreed. */
	draft: count,
	/** Leads are tried for so long before a disruptive action of medium impact (cloud.gov: one hour). */
	reachLeads: count,
});

/** A doctrine as data. Numbers marked [D] are this project's defaults, never doctrine. */
export const profileSchema = v.object({
	name: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/u, 'must be one word of lower-case letters, as acme')),
	title: words,
	span: v.object({
		/** More direct reports than this: worth a word (NIMS: 5). */
		guide: count,
		/** More than this: escalate, release or split (MoJ: 7 or 8). */
		limit: count,
		/** More than this: urgent. */
		hardLimit: count,
		/** A sub-team smaller than this is worth merging (NIMS 2008: 3). */
		least: count,
	}),
	minutes,
	/** Senior management is told within so many minutes of triage (Cydea: 60, 240, 1440); a severity that is absent has no limit. */
	seniorManagement: v.object({
		S1: v.optional(count),
		S2: v.optional(count),
		S3: v.optional(count),
		S4: v.optional(count),
	}),
	counts: v.object({
		/** [D] More open actions than this in hot are too many for one owner. */
		overload: count,
		/** [D] So many experts on one action: a sub-team's work. */
		expertsOnAction: count,
		/** [D] So many open hypotheses, or teams, at once. */
		strands: count,
	}),
	/** Percent of a statutory clock at which it is said, warned of and urged [D]. */
	clockStages: v.object({advise: count, warn: count, urgent: count}),
	/** Days within which the review is dated, and after which lessons are looked at again. */
	days: v.object({
		/** Calendar days, for severity S1 (PagerDuty: 3). */
		reviewS1: count,
		/** Business days, for the others (PagerDuty: 5 for S2). */
		review: count,
		/** Follow-ups are looked at again after so many days (about a month). */
		followUp: count,
	}),
	/** How often each audience is told, in minutes, as this doctrine proposes it. */
	cadences: v.array(v.object({audience: words, minutes: count, source: words})),
	/** Rules that come back sooner or later than `minutes.askAgain` after they were put to the Incident Manager. */
	repeat: v.record(v.string(), count),
	/** Rules that this doctrine does not hold. */
	off: v.array(v.string()),
	/** What this doctrine calls the roles. */
	titles: v.object({
		im: words,
		deputy: words,
		secretariat: words,
		analyst: words,
		privacy: words,
		sme: words,
		comms: words,
		liaison: words,
	}),
	/** Where doctrines disagree, by topic. */
	stances: v.object({
		severityTalk: stance,
		outgoingManager: stance,
		managerRoles: stance,
		combinedStaff: stance,
		whatToLog: stance,
		editing: stance,
		externalMessages: stance,
	}),
	/** Abbreviations that need no explanation in the log. */
	glossary: v.record(v.string(), v.string()),
	/** Duties to notify besides those that the program brings along. */
	regimes: v.array(regimeSchema),
});

export type Profile = Readonly<v.InferOutput<typeof profileSchema>>;
