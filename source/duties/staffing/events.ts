import * as v from 'valibot';
import {type EventOf, instant} from '../../event.ts';

/** Role keys in board order; `analyst` and `privacy` are subject matter experts that doctrine may demand. */
export const roleKeys = ['im', 'deputy', 'secretariat', 'analyst', 'privacy', 'sme', 'comms', 'liaison'] as const;

export type RoleKey = (typeof roleKeys)[number];

const role = v.picklist(roleKeys);
const team = v.object({
	team: v.string(),
	lead: v.optional(v.string()),
	members: v.array(v.string()),
	task: v.optional(v.string()),
	/** When the lead reports. */
	due: v.optional(instant),
	/** Where the team talks: a call, a room, a radio channel. */
	channel: v.optional(v.string()),
	/** The team whose lead this one's lead reports to; absent: the Incident Manager. */
	under: v.optional(v.string()),
});
const optionalReason = v.optional(v.string());

/** Somebody who may be called: what they are trained for, and how they are reached. */
const rosterPerson = v.object({
	/** Typed after `@`. */
	handle: v.string(),
	name: v.string(),
	/** Roles that they are suitably trained for. */
	trained: v.array(role),
	/** The day of the last drill they took part in, `2026-05-01`. */
	lastDrill: v.optional(v.string()),
	/** Who is not available is on the roster all the same. */
	isAvailable: v.boolean(),
	/** When they can be had, in words: `on call to 18:00`. */
	availability: optionalReason,
	/** The contact of record: a telephone number, a pager. */
	contact: optionalReason,
});

/** The people who may be called, and from where that is known. */
export const rosterSchema = v.object({
	/** The file's name. */
	source: v.string(),
	people: v.array(rosterPerson),
});

export type RosterPerson = Readonly<v.InferOutput<typeof rosterPerson>>;

export type Roster = Readonly<v.InferOutput<typeof rosterSchema>>;

/** What was done with the responsibilities that were agreed before the incident. */
export const responsibilityDeeds = ['consulted', 'agreed', 'shared', 'reviewed', 'changed'] as const;

/** People are named by their handles, teams by their names in lower case. */
export const staffingSchemas = {
	'person-joined': v.object({handle: v.string(), name: v.string()}),
	'person-released': v.object({person: v.string(), reason: optionalReason}),
	'role-assigned': v.object({role, person: v.string()}),
	'role-accepted': v.object({role, person: v.string()}),
	'role-relieved': v.object({role, person: v.string(), reason: optionalReason}),
	'team-split': team,
	'team-completed': team,
	'roster-adopted': rosterSchema,
	/** The file is cited, not repeated: its name, version and digest find the very text again. */
	'responsibilities-cited': v.object({
		deed: v.picklist(responsibilityDeeds),
		source: v.string(),
		title: v.string(),
		version: v.optional(v.string()),
		/** SHA-256 over the bytes of the file. */
		sha256: v.string(),
		/** Who, with whom, how, or what. */
		text: optionalReason,
		reason: optionalReason,
	}),
	'team-merged': v.object({team: v.string(), reason: optionalReason}),
};

export type StaffingEvent = EventOf<typeof staffingSchemas>;
