import type {Evolution} from '../../evolution.ts';
import {once} from '../../memo.ts';
import type {Instant} from '../../time.ts';
import {type Declaration, profileOf} from '../declaration/state.ts';
import {type RoleKey, roleKeys, type RosterPerson, type StaffingEvent} from './events.ts';

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
	/** Where it talks. */
	readonly channel: string | undefined;
	/** The standing team that it is nested in, which is not nested itself. */
	readonly under: string | undefined;
	readonly since: Instant;
	/** Since when each of them has been in it as what they are: its lead, or a member. */
	readonly places: ReadonlyMap<string, Instant>;
	readonly mergedAt: Instant | undefined;
};

export type Staffing = {
	readonly people: readonly Person[];
	readonly assignments: readonly Assignment[];
	readonly teams: readonly SubTeam[];
	/** Who may be called; empty where no roster was given. */
	readonly roster: readonly RosterPerson[];
};

/** Who reports to whom, counted. */
export type Span = {
	readonly supervisor: string;
	/** Handles of the people who report to the supervisor. */
	readonly reports: readonly string[];
};

export const nobody: Staffing = {people: [], assignments: [], teams: [], roster: []};

/** The roles' names where no incident says which doctrine names them; else `titleOf`. */
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

/** The analyst and the privacy member are subject matter experts too. */
export const expertRoles: ReadonlySet<RoleKey> = new Set<RoleKey>(['analyst', 'privacy', 'sme']);

/** Those who help to command, and do not investigate. */
export const commandStaff = ['deputy', 'secretariat', 'comms', 'liaison'] as const;

/** What the doctrine in force calls the role. */
export const titleOf = (declaration: Declaration, role: RoleKey): string => profileOf(declaration).titles[role];

const endWhere = (
	assignments: readonly Assignment[],
	ends: (one: Assignment) => boolean,
	until: Instant,
): readonly Assignment[] => assignments.map(one => (one.until === undefined && ends(one) ? {...one, until} : one));

/** Keeps when each came to be what they are, and notes those who are new to it. */
const withPlaces = (team: Omit<SubTeam, 'places'>, before: SubTeam | undefined, at: Instant): SubTeam => {
	const all = team.lead === undefined ? team.members : [team.lead, ...team.members];
	const stays = (person: string): boolean => (before?.lead === person) === (team.lead === person);
	return {
		...team,
		places: new Map(all.map(person => [person, (stays(person) ? before?.places.get(person) : undefined) ?? at])),
	};
};

const without = (team: SubTeam, people: ReadonlySet<string>): SubTeam => {
	const leaves = [...team.places.keys()].some(person => people.has(person));
	return leaves
		? {
				...team,
				lead: team.lead !== undefined && people.has(team.lead) ? undefined : team.lead,
				members: team.members.filter(member => !people.has(member)),
				places: new Map([...team.places].filter(([person]) => !people.has(person))),
			}
		: team;
};

/** Takes people out of every other standing team: each person has one supervisor. */
const leaveOtherTeams = (slice: Staffing, name: string, people: readonly string[]): Staffing => {
	const leaving = new Set(people);
	return {
		...slice,
		teams: slice.teams.map(one => (one.name === name || one.mergedAt !== undefined ? one : without(one, leaving))),
	};
};

/** Ends a standing team; those nested in it report to the Incident Manager again. */
const endTeam = (slice: Staffing, name: string, at: Instant): Staffing => ({
	...slice,
	teams: slice.teams.map(one =>
		one.mergedAt === undefined && one.name === name
			? {...one, mergedAt: at}
			: one.mergedAt === undefined && one.under === name
				? {...one, under: undefined}
				: one,
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
		...slice,
		people: slice.people.map(one => (one.handle === person ? {...one, releasedAt: occurredAt} : one)),
		assignments: endWhere(slice.assignments, one => one.person === person, occurredAt),
		teams: slice.teams.map(one => (one.mergedAt === undefined ? without(one, new Set([person])) : one)),
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
	'team-split': (slice, {team, lead, members, task, due, channel, under}, {occurredAt}) => {
		const all = lead === undefined ? members : [lead, ...members];
		// A name stands once: whoever strikes a merge may have split it off anew.
		const ended = standingTeam(slice, team) === undefined ? slice : endTeam(slice, team, occurredAt);
		const left = leaveOtherTeams(withPeople(ended, all, occurredAt), team, all);
		const fresh = withPlaces(
			{
				name: team,
				lead,
				members,
				task,
				due,
				channel,
				under: under !== undefined && nestingTrouble(left, team, under) === undefined ? under : undefined,
				since: occurredAt,
				mergedAt: undefined,
			},
			undefined,
			occurredAt,
		);
		return {...left, teams: [...left.teams, fresh]};
	},
	'team-completed': (slice, {team, lead, members, task, due, channel, under}, {occurredAt}) => {
		const all = lead === undefined ? members : [lead, ...members];
		const left = leaveOtherTeams(withPeople(slice, all, occurredAt), team, all);
		const isNested = under !== undefined && nestingTrouble(slice, team, under) === undefined;
		return {
			...left,
			teams: left.teams.map(one => {
				if (one.name !== team || one.mergedAt !== undefined) {
					return one;
				}

				const newLead = lead ?? one.lead;
				// Whoever led before stays in the team.
				const before = one.lead === undefined ? one.members : [one.lead, ...one.members];
				const changed = {
					...one,
					lead: newLead,
					members: [...new Set([...before, ...members])].filter(member => member !== newLead),
					task: task ?? one.task,
					due: due ?? one.due,
					channel: channel ?? one.channel,
					under: isNested ? under : one.under,
				};
				return withPlaces(changed, one, occurredAt);
			}),
		};
	},
	'roster-adopted': (slice, {people}) => ({...slice, roster: people}),
	// The log itself is where it is read again.
	'responsibilities-cited': slice => slice,
	'team-merged': (slice, {team}, {occurredAt}) => endTeam(slice, team, occurredAt),
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

/** Why a team cannot be nested in another; undefined when it can. Nested once: more levels hide who answers for what. */
export const nestingTrouble = (
	staffing: Staffing,
	name: string,
	parent: string,
): 'itself' | 'unknown' | 'nested' | 'parent' | undefined => {
	if (name === parent) {
		return 'itself';
	}

	const found = standingTeam(staffing, parent);
	if (found === undefined) {
		return 'unknown';
	}

	if (found.under !== undefined) {
		return 'nested';
	}

	return standingTeams(staffing).some(one => one.under === name) ? 'parent' : undefined;
};

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

/** What everybody is called in brief. */
const briefNamesOf = once((people: readonly Person[]): ReadonlyMap<string, string> => {
	const shared = Map.groupBy(people, one => firstWord(one.name));
	return new Map(
		people.map(({handle, name}) => {
			const brief = firstWord(name);
			return [handle, (shared.get(brief)?.length ?? 0) > 1 ? handle : brief] as const;
		}),
	);
});

/**
 * What somebody is called where there is little room: the first name, or the handle where two share that. Whoever is
 * not on the board is called as written.
 */
export const briefName = (staffing: Staffing, handle: string): string =>
	briefNamesOf(staffing.people).get(handle) ?? handle;

/** Whether the person holds or has held the role of an expert. */
export const hasBeenExpert = (staffing: Staffing, person: string): boolean =>
	staffing.assignments.some(one => one.person === person && expertRoles.has(one.role));

/** Every person's roles of this moment, in board order; somebody without one is absent. */
export const rolesByPerson = once((staffing: Staffing): ReadonlyMap<string, readonly RoleKey[]> => {
	const found = new Map<string, Set<RoleKey>>();
	for (const {person, role} of activeAssignments(staffing)) {
		const roles = found.get(person);
		if (roles === undefined) {
			found.set(person, new Set([role]));
		} else {
			roles.add(role);
		}
	}

	return new Map([...found].map(([person, roles]) => [person, roleKeys.filter(role => roles.has(role))]));
});

/** Everybody who is in a standing team, as lead or member, with the team. */
export const teamByPerson = once(
	(staffing: Staffing): ReadonlyMap<string, SubTeam> =>
		new Map(standingTeams(staffing).flatMap(team => [...team.places.keys()].map(person => [person, team] as const))),
);

/** Whom everybody in a standing team reports to; undefined where that is an Incident Manager who is not there. */
const supervisors = (
	teams: readonly SubTeam[],
	manager: string | undefined,
): ReadonlyMap<string, string | undefined> => {
	const leads = new Map(teams.map(one => [one.name, one.lead]));
	const found = new Map<string, string | undefined>();
	for (const {lead, members, under} of teams) {
		const above = (under === undefined ? undefined : leads.get(under)) ?? manager;
		if (lead !== undefined && lead !== manager) {
			found.set(lead, above);
		}

		for (const member of members) {
			found.set(member, lead ?? above);
		}
	}

	return found;
};

/**
 * The span of control of every supervisor: members report to their lead; the lead of a nested team to the lead of the
 * team it is nested in; other leads, everybody in a role and in no team, and the members of a team without a lead to
 * the Incident Manager. Nobody in command: only the teams. An Incident Manager who leads a sub-team has all of them in
 * one span. Takes time in proportion to the people.
 */
export const spans = once((staffing: Staffing): readonly Span[] => {
	const manager = incidentManager(staffing);
	const teams = standingTeams(staffing);
	const above = supervisors(teams, manager);
	const found = new Map<string, Set<string>>();
	for (const supervisor of [manager, ...teams.map(one => one.lead)]) {
		if (supervisor !== undefined) {
			found.set(supervisor, new Set());
		}
	}

	if (manager !== undefined) {
		for (const {person} of activeAssignments(staffing)) {
			if (person !== manager && (above.get(person) ?? manager) === manager) {
				found.get(manager)?.add(person);
			}
		}
	}

	for (const [person, supervisor] of above) {
		if (supervisor !== undefined && supervisor !== person) {
			found.get(supervisor)?.add(person);
		}
	}

	return [...found].map(([supervisor, reports]) => ({supervisor, reports: [...reports]}));
});

/** Without accents and capitals: how names are compared. */
export const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Finds whom the roster knows: by the whole name; by the handle only where nothing but that is known of them. */
export const rosterOf = ({
	roster,
}: Staffing): ((person: Pick<Person, 'handle' | 'name'>) => RosterPerson | undefined) => {
	const byName = new Map(roster.map(one => [plain(one.name), one]));
	const byHandle = new Map(roster.map(one => [one.handle, one]));
	return ({handle, name}) => byName.get(plain(name)) ?? (plain(name) === handle ? byHandle.get(handle) : undefined);
};

/** One position of the command structure, who fills it since when, and what stands below it. */
export type Post = {
	readonly position:
		| {readonly type: 'role'; readonly role: RoleKey}
		| {readonly type: 'team'; readonly team: string; readonly task: string | undefined}
		| {readonly type: 'member'; readonly team: string}
		| {readonly type: 'present'};
	/** A handle; undefined when the position is vacant. */
	readonly person: string | undefined;
	readonly since: Instant | undefined;
	/** How many report to whoever fills it; undefined for somebody who supervises nobody by their position. */
	readonly span: number | undefined;
	readonly below: readonly Post[];
};

/**
 * The command structure as a tree: the Incident Manager, below them the command staff, the experts who are in no
 * team, the teams with their people and the teams nested in them, and last who is present without a place.
 */
export const structureOf = (staffing: Staffing): Post => {
	const manager = incidentManager(staffing);
	const placed = teamByPerson(staffing);
	const held = new Set(activeAssignments(staffing).map(one => one.person));
	const counts = new Map(spans(staffing).map(one => [one.supervisor, one.reports.length]));
	const spanOf = (person: string | undefined) => (person === undefined ? undefined : counts.get(person));
	const teams = standingTeams(staffing);

	const teamPost = (team: SubTeam): Post => ({
		position: {type: 'team', team: team.name, task: team.task},
		person: team.lead,
		since: team.lead === undefined ? undefined : team.places.get(team.lead),
		span: spanOf(team.lead),
		below: [
			...team.members.map(
				(person): Post => ({
					position: {type: 'member', team: team.name},
					person,
					since: team.places.get(person),
					span: undefined,
					below: [],
				}),
			),
			...teams.filter(one => one.under === team.name).map(one => teamPost(one)),
		],
	});

	const rolePosts = (role: RoleKey): readonly Post[] => {
		const all = holders(staffing, role);
		const position = {type: 'role', role} as const;
		return all.length === 0
			? [{position, person: undefined, since: undefined, span: undefined, below: []}]
			: all
					// An expert in a team is found there; the one on top stands above.
					.filter(({person}) => (role === 'im' ? person !== manager : !(expertRoles.has(role) && placed.has(person))))
					.map(({person, since}): Post => ({position, person, since, span: undefined, below: []}));
	};

	return {
		position: {type: 'role', role: 'im'},
		person: manager,
		since: holders(staffing, 'im')[0]?.since,
		span: spanOf(manager),
		below: [
			...(manager === undefined ? [] : rolePosts('im')),
			...commandStaff.flatMap(role => rolePosts(role)),
			...[...expertRoles].flatMap(role => rolePosts(role)),
			...teams.filter(one => one.under === undefined).map(one => teamPost(one)),
			...present(staffing)
				.filter(({handle}) => !held.has(handle) && !placed.has(handle))
				.map(
					({handle, joinedAt}): Post => ({
						position: {type: 'present'},
						person: handle,
						since: joinedAt,
						span: undefined,
						below: [],
					}),
				),
		],
	};
};
