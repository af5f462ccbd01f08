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
});
const optionalReason = v.optional(v.string());

/** People are named by their handles, teams by their names in lower case. */
export const staffingSchemas = {
	'person-joined': v.object({handle: v.string(), name: v.string()}),
	'person-released': v.object({person: v.string(), reason: optionalReason}),
	'role-assigned': v.object({role, person: v.string()}),
	'role-accepted': v.object({role, person: v.string()}),
	'role-relieved': v.object({role, person: v.string(), reason: optionalReason}),
	'team-split': team,
	'team-completed': team,
	'team-merged': v.object({team: v.string(), reason: optionalReason}),
};

export type StaffingEvent = EventOf<typeof staffingSchemas>;
