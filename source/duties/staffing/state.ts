import type {Evolution} from '../../evolution.ts';
import type {Instant} from '../../time.ts';
import {type RoleKey, roleKeys, type StaffingEvent} from './events.ts';

/** A human on the board. */
export type Person = {
	/** Short, unique on the board, typed after `@`. */
	readonly handle: string;
	readonly name: string;
	readonly joinedAt: Instant;
	readonly releasedAt: Instant | undefined;
};

/** A person in a role, from and until. */
export type Assignment = {
	readonly role: RoleKey;
	readonly person: string;
	readonly since: Instant;
	readonly assignedBy: string;
	/** The entry that assigned it: where it was made known. */
	readonly entry: number;
	readonly acceptedAt: Instant | undefined;
	readonly until: Instant | undefined;
};

/** A split-off group with one contact. */
export type SubTeam = {
	readonly name: string;
	readonly lead: string | undefined;
	/** Without the lead. */
	readonly members: readonly string[];
	readonly task: string | undefined;
	readonly due: Instant | undefined;
	readonly since: Instant;
	readonly mergedAt: Instant | undefined;
};

export type Staffing = {
	readonly people: readonly Person[];
	readonly assignments: readonly Assignment[];
	readonly teams: readonly SubTeam[];
};

/** Who reports to whom, counted. */
export type Span = {
	readonly supervisor: string;
	/** Handles of the people who report to the supervisor. */
	readonly reports: readonly string[];
};

export const nobody: Staffing = {people: [], assignments: [], teams: []};

export const roleTitles: Readonly<Record<RoleKey, string>> = {
	im: 'Incident Manager',
	deputy: 'Deputy',
	secretariat: 'Secretariat',
	analyst: 'Security analyst',
	privacy: 'Data privacy',
	sme: 'Subject matter expert',
	comms: 'Communications',
	liaison: 'Liaison',
};

const endWhere = (
	assignments: readonly Assignment[],
	ends: (one: Assignment) => boolean,
	until: Instant,
): readonly Assignment[] => assignments.map(one => (one.until === undefined && ends(one) ? {...one, until} : one));

const withoutPerson = (team: SubTeam, person: string): SubTeam => ({
	...team,
	lead: team.lead === person ? undefined : team.lead,
	members: team.members.filter(member => member !== person),
});

const changeTeam = (slice: Staffing, name: string, change: (team: SubTeam) => SubTeam): Staffing => ({
	...slice,
	teams: slice.teams.map(one => (one.name === name && one.mergedAt === undefined ? change(one) : one)),
});

/** Takes people out of every other standing team: each person has one supervisor. */
const leaveOtherTeams = (slice: Staffing, name: string, people: readonly string[]): Staffing => ({
	...slice,
	teams: slice.teams.map(one =>
		one.name === name || one.mergedAt !== undefined
			? one
			: people.reduce((left, member) => withoutPerson(left, member), one),
	),
});

/** Whoever is given something to do is here, though the entry that brought them in may have been struck. */
const withPeople = (slice: Staffing, handles: readonly string[], at: Instant): Staffing => {
	const unknown = handles.filter(handle => slice.people.every(one => one.handle !== handle));
	return unknown.length === 0
		? slice
		: {
				...slice,
				people: [
					...slice.people,
					...unknown.map(handle => ({handle, name: handle, joinedAt: at, releasedAt: undefined})),
				],
			};
};

export const staffingEvolution: Evolution<Staffing, StaffingEvent> = {
	'person-joined': (slice, {handle, name}, {occurredAt}) => ({
		...slice,
		people: [
			...slice.people.filter(one => one.handle !== handle),
			{handle, name, joinedAt: occurredAt, releasedAt: undefined},
		],
	}),
	'person-released': (slice, {person}, {occurredAt}) => ({
		people: slice.people.map(one => (one.handle === person ? {...one, releasedAt: occurredAt} : one)),
		assignments: endWhere(slice.assignments, one => one.person === person, occurredAt),
		teams: slice.teams.map(one => (one.mergedAt === undefined ? withoutPerson(one, person) : one)),
	}),
	'role-assigned': (slice, {role, person}, {occurredAt, by, number}) => ({
		...slice,
		people: withPeople(slice, [person], occurredAt).people.map(one =>
			one.handle === person ? {...one, releasedAt: undefined} : one,
		),
		assignments: [
			...slice.assignments,
			{
				role,
				person,
				since: occurredAt,
				assignedBy: by,
				entry: number,
				acceptedAt: by === person ? occurredAt : undefined,
				until: undefined,
			},
		],
	}),
	'role-accepted': (slice, {role, person}, {occurredAt}) => ({
		...slice,
		assignments: slice.assignments.map(one =>
			one.role === role && one.person === person && one.until === undefined ? {...one, acceptedAt: occurredAt} : one,
		),
	}),
	'role-relieved': (slice, {role, person}, {occurredAt}) => ({
		...slice,
		assignments: endWhere(slice.assignments, one => one.role === role && one.person === person, occurredAt),
	}),
	'team-split': (slice, {team, lead, members, task, due}, {occurredAt}) => {
		const all = lead === undefined ? members : [lead, ...members];
		const left = leaveOtherTeams(withPeople(slice, all, occurredAt), team, all);
		return {
			...left,
			teams: [...left.teams, {name: team, lead, members, task, due, since: occurredAt, mergedAt: undefined}],
		};
	},
	'team-completed': (slice, {team, lead, members, task, due}, {occurredAt}) => {
		const all = lead === undefined ? members : [lead, ...members];
		return changeTeam(leaveOtherTeams(withPeople(slice, all, occurredAt), team, all), team, one => {
			const newLead = lead ?? one.lead;
			// Whoever led before stays in the team.
			const before = one.lead === undefined ? one.members : [one.lead, ...one.members];
			return {
				...one,
				lead: newLead,
				members: [...new Set([...before, ...members])].filter(member => member !== newLead),
				task: task ?? one.task,
				due: due ?? one.due,
			};
		});
	},
	'team-merged': (slice, {team}, {occurredAt}) => changeTeam(slice, team, one => ({...one, mergedAt: occurredAt})),
};

export const activeAssignments = (staffing: Staffing): readonly Assignment[] =>
	staffing.assignments.filter(one => one.until === undefined);

/** Who holds the role now, longest first. */
export const holders = (staffing: Staffing, role: RoleKey): readonly Assignment[] =>
	staffing.assignments.filter(one => one.role === role && one.until === undefined);

export const isHeld = (staffing: Staffing, role: RoleKey): boolean => holders(staffing, role).length > 0;

/** The one in command; undefined when nobody is. Of two, the one who came first. */
export const incidentManager = (staffing: Staffing): string | undefined => holders(staffing, 'im')[0]?.person;

export const rolesOf = (staffing: Staffing, person: string): readonly RoleKey[] =>
	roleKeys.filter(role => holders(staffing, role).some(one => one.person === person));

export const standingTeams = (staffing: Staffing): readonly SubTeam[] =>
	staffing.teams.filter(one => one.mergedAt === undefined);

export const standingTeam = (staffing: Staffing, name: string): SubTeam | undefined =>
	standingTeams(staffing).find(one => one.name === name);

/** The sub-team the person is in, as lead or member. */
export const teamOf = (staffing: Staffing, person: string): SubTeam | undefined =>
	standingTeams(staffing).find(one => one.lead === person || one.members.includes(person));

/** People who are on the board and have not been let go. */
export const present = (staffing: Staffing): readonly Person[] =>
	staffing.people.filter(one => one.releasedAt === undefined);

export const personNamed = (staffing: Staffing, handle: string): Person | undefined =>
	staffing.people.find(one => one.handle === handle);

/** The person's name; for nobody's handle the words as they stand. */
export const nameOf = (staffing: Staffing, handle: string): string => personNamed(staffing, handle)?.name ?? handle;

const firstWord = (name: string): string => name.split(/\s/u)[0] ?? name;

/**
 * What somebody is called where there is little room: the first name, or the handle where two share that. Whoever is
 * not on the board is called as written.
 */
export const briefName = (staffing: Staffing, handle: string): string => {
	const named = personNamed(staffing, handle);
	if (named === undefined) {
		return handle;
	}

	const brief = firstWord(named.name);
	return staffing.people.some(one => one.handle !== handle && firstWord(one.name) === brief) ? handle : brief;
};

/**
 * The span of control of every supervisor: members report to their lead; leads, everybody in a role and in no team,
 * and the members of a team without a lead report to the Incident Manager. Nobody in command: only the teams.
 * An Incident Manager who leads a sub-team has all of them in one span.
 */
export const spans = (staffing: Staffing): readonly Span[] => {
	const manager = incidentManager(staffing);
	const teams = standingTeams(staffing);
	const ledByOthers = teams.filter(one => one.lead !== undefined && one.lead !== manager);
	const led = new Set(ledByOthers.flatMap(one => one.members));
	const direct = new Set([
		...activeAssignments(staffing).map(one => one.person),
		...teams.flatMap(one => (ledByOthers.includes(one) && one.lead !== undefined ? [one.lead] : one.members)),
	]);
	const reports = [...direct].filter(one => one !== manager && !led.has(one));
	return [
		...(manager === undefined ? [] : [{supervisor: manager, reports}]),
		...ledByOthers.flatMap(one => (one.lead === undefined ? [] : [{supervisor: one.lead, reports: one.members}])),
	];
};
