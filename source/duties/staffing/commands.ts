import {withReason} from '../../words.ts';
import {
	type Command,
	command,
	due,
	newcomer,
	optional,
	people,
	person,
	reason,
	role,
	teamName,
	text,
} from '../../command.ts';
import {type Refusal, refuse} from '../../refusal.ts';
import type {RoleKey} from './events.ts';
import {holders, nameOf, personNamed, roleTitles, type Staffing, standingTeam, standingTeams, teamOf} from './state.ts';

/** The holder who is meant: the one named, the one who speaks, or the only one there is. */
const holderMeant = (
	staffing: Staffing,
	roleKey: RoleKey,
	named: string | undefined,
	speaker?: string,
): string | Refusal => {
	const held = holders(staffing, roleKey).map(one => one.person);
	if (named !== undefined) {
		return held.includes(named)
			? named
			: refuse(
					`${nameOf(staffing, named)} is not ${roleTitles[roleKey]}.`,
					`Assign the role first: assign ${roleKey} @${named}.`,
				);
	}

	if (speaker !== undefined && held.includes(speaker)) {
		return speaker;
	}

	const [only] = held;
	if (only === undefined) {
		return refuse(`Nobody is ${roleTitles[roleKey]}.`, `Assign the role first: assign ${roleKey} @name.`);
	}

	return held.length === 1
		? only
		: refuse(
				`${held.length} people hold that role: ${held.map(one => nameOf(staffing, one)).join(', ')}.`,
				`Say whom: ${held.map(one => `@${one}`).join(' or ')}.`,
			);
};

const assign = command({
	verb: 'assign',
	label: 'ROLE',
	summary: 'Give a role to a person',
	example: 'assign im @"Priya Shah"',
	fields: {role: role('role'), person: person('who')},
	decide({staffing}, input) {
		const holds = holders(staffing, input.role).some(one => one.person === input.person);
		return holds
			? refuse(
					`${nameOf(staffing, input.person)} is ${roleTitles[input.role]} already.`,
					`To take the role away: relieve ${input.role} @${input.person}.`,
				)
			: [{kind: 'role-assigned', role: input.role, person: input.person}];
	},
});

const accept = command({
	verb: 'accept',
	label: 'ACCEPTED',
	summary: 'Record that the holder has accepted the role',
	example: 'accept im',
	fields: {role: role('role'), person: optional(person('who'))},
	decide({staffing}, input, {by}) {
		const holder = holderMeant(staffing, input.role, input.person, by);
		if (typeof holder !== 'string') {
			return holder;
		}

		const accepted = holders(staffing, input.role).some(one => one.person === holder && one.acceptedAt !== undefined);
		return accepted
			? refuse(`${nameOf(staffing, holder)} has accepted already.`, 'Nothing is left to record.')
			: [{kind: 'role-accepted', role: input.role, person: holder}];
	},
});

const relieve = command({
	verb: 'relieve',
	label: 'RELIEVED',
	summary: 'Take a role from its holder',
	example: 'relieve deputy @tom because Tom leads Alpha now',
	fields: {role: role('role'), person: optional(person('who')), reason: optional(reason('why'))},
	decide({staffing}, input) {
		const holder = holderMeant(staffing, input.role, input.person);
		return typeof holder === 'string'
			? [{kind: 'role-relieved', role: input.role, person: holder, ...withReason(input.reason)}]
			: holder;
	},
});

const checkIn = command({
	verb: 'checkin',
	label: 'CHECK IN',
	summary: 'Record that a person has joined, with a role if they have one',
	example: 'checkin @"Mia Berg" sme',
	fields: {person: newcomer('who'), role: optional(role('role'))},
	decide({staffing}, input) {
		const known = personNamed(staffing, input.person);
		const isBack = known !== undefined && known.releasedAt !== undefined;
		// Somebody new has been written into the log already, before the command that names them.
		const joins = isBack ? [{kind: 'person-joined' as const, handle: known.handle, name: known.name}] : [];
		const holds = input.role !== undefined && holders(staffing, input.role).some(one => one.person === input.person);
		if (known !== undefined && !isBack && (input.role === undefined || holds)) {
			return refuse(`${known.name} is on the board already.`, `To give a role: assign sme @${known.handle}.`);
		}

		return input.role === undefined
			? joins
			: [...joins, {kind: 'role-assigned', role: input.role, person: input.person}];
	},
});

const release = command({
	verb: 'release',
	label: 'RELEASE',
	summary: 'Let a person go: every role and sub-team ends',
	example: 'release @chen because his shift is over',
	afterClosing: true,
	fields: {person: person('who'), reason: optional(reason('why'))},
	decide: ({staffing}, input) =>
		personNamed(staffing, input.person)?.releasedAt === undefined
			? [{kind: 'person-released', person: input.person, ...withReason(input.reason)}]
			: refuse(
					`${nameOf(staffing, input.person)} has been released already.`,
					`To bring them back: checkin @${input.person}.`,
				),
});

const teamFields = {
	team: teamName('team'),
	lead: optional(person('lead')),
	members: optional(people('members')),
	task: optional(text('task')),
	due: optional(due('report time')),
};

/** A person named as lead is not a member as well. */
const teamParts = (input: {
	readonly lead: string | undefined;
	readonly members: readonly string[] | undefined;
	readonly task: string | undefined;
	readonly due: string | undefined;
}) => ({
	members: (input.members ?? []).filter(one => one !== input.lead),
	...(input.lead === undefined ? {} : {lead: input.lead}),
	...(input.task === undefined ? {} : {task: input.task}),
	...(input.due === undefined ? {} : {due: input.due}),
});

const split = command({
	verb: 'split',
	label: 'SPLIT',
	summary: 'Split off a sub-team: its lead first, then its members, its task and when it reports',
	example: 'split alpha @mia @chen @ana find the leaked keys by 15:00',
	fields: teamFields,
	decide({staffing}, input) {
		const standing = standingTeam(staffing, input.team);
		return standing === undefined
			? [{kind: 'team-split', team: input.team, ...teamParts(input)}]
			: refuse(`#${input.team} exists already.`, `To add what it lacks: brief ${input.team} @lead task by 15:00.`);
	},
});

const unknownTeam = (staffing: Staffing, name: string): Refusal => {
	const names = standingTeams(staffing).map(one => `#${one.name}`);
	return refuse(
		`There is no sub-team #${name}.`,
		names.length === 0 ? `Split one off first: split ${name} @lead @member.` : `There is ${names.join(', ')}.`,
	);
};

const brief = command({
	verb: 'brief',
	label: 'SUB-TEAM',
	summary: 'Complete a sub-team: lead, further members, task, report time',
	example: 'brief alpha @mia find the leaked keys by 15:30',
	fields: teamFields,
	decide({staffing}, input) {
		const standing = standingTeam(staffing, input.team);
		if (standing === undefined) {
			return unknownTeam(staffing, input.team);
		}

		const parts = teamParts(input);
		const isEmpty = parts.members.length === 0 && Object.keys(parts).length === 1;
		return isEmpty
			? refuse(
					'That says nothing new about the team.',
					`Name a lead, a task or a time: brief ${input.team} @lead task by 15:00.`,
				)
			: [{kind: 'team-completed', team: input.team, ...parts}];
	},
});

const merge = command({
	verb: 'merge',
	label: 'MERGE',
	summary: 'End a sub-team: its people report to the Incident Manager again',
	example: 'merge alpha because the keys are found',
	fields: {team: teamName('team'), reason: optional(reason('why'))},
	decide: ({staffing}, input) =>
		standingTeam(staffing, input.team) === undefined
			? unknownTeam(staffing, input.team)
			: [{kind: 'team-merged', team: input.team, ...withReason(input.reason)}],
});

const join = command({
	verb: 'join',
	label: 'JOIN',
	summary: 'Move people into a sub-team',
	example: 'join alpha @ana',
	fields: {team: teamName('team'), members: people('who')},
	decide({staffing}, input) {
		const standing = standingTeam(staffing, input.team);
		if (standing === undefined) {
			return unknownTeam(staffing, input.team);
		}

		const fresh = input.members.filter(one => teamOf(staffing, one)?.name !== input.team);
		return fresh.length === 0
			? refuse(`They are in #${input.team} already.`, 'Name somebody else.')
			: [{kind: 'team-completed', team: input.team, members: fresh}];
	},
});

export const staffingCommands: readonly Command[] = [
	assign,
	accept,
	relieve,
	checkIn,
	release,
	split,
	brief,
	join,
	merge,
];
