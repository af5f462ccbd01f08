import {withReason} from '../../words.ts';
import {
	choice,
	type Command,
	command,
	due,
	key,
	newcomer,
	optional,
	people,
	person,
	reason,
	role,
	teamName,
	text,
} from '../../command.ts';
import type {Board} from '../../board.ts';
import {type Refusal, refuse} from '../../refusal.ts';
import {onEach} from '../../several.ts';
import type {BoardEvent} from '../../entry.ts';
import {clockTimeFrom, type Instant} from '../../time.ts';
import {responsibilityDeeds, type RoleKey} from './events.ts';
import {
	holders,
	nameOf,
	nestingTrouble,
	personNamed,
	type Staffing,
	standingTeam,
	standingTeams,
	teamOf,
	titleOf,
} from './state.ts';

/** A role that passes from one person to another, as the board shows it. */
type Transfer = Board['handover']['transfers'][number];

/** The holder who is meant: the one named, the one who speaks, or the only one there is. */
const holderMeant = (
	{staffing, declaration}: Board,
	roleKey: RoleKey,
	named: string | undefined,
	speaker?: string,
): string | Refusal => {
	const held = holders(staffing, roleKey).map(one => one.person);
	if (named !== undefined) {
		return held.includes(named)
			? named
			: refuse(
					`${nameOf(staffing, named)} is not ${titleOf(declaration, roleKey)}.`,
					`Assign the role first: assign ${roleKey} @${named}.`,
				);
	}

	if (speaker !== undefined && held.includes(speaker)) {
		return speaker;
	}

	const [only] = held;
	if (only === undefined) {
		return refuse(`Nobody is ${titleOf(declaration, roleKey)}.`, `Assign the role first: assign ${roleKey} @name.`);
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
	decide({staffing, declaration}, input) {
		const holds = holders(staffing, input.role).some(one => one.person === input.person);
		return holds
			? refuse(
					`${nameOf(staffing, input.person)} is ${titleOf(declaration, input.role)} already.`,
					`To take the role away: relieve ${input.role} @${input.person}.`,
				)
			: [{kind: 'role-assigned', role: input.role, person: input.person}];
	},
});

/** The offered handover that is meant: to the one named, to the one who speaks, or the only one there is. */
const transferMeant = (
	{staffing, handover}: Board,
	roleKey: RoleKey,
	named: string | undefined,
	speaker: string,
): Transfer | Refusal | undefined => {
	const offered = handover.transfers.filter(
		one => one.role === roleKey && one.passed === undefined && one.withdrawn === undefined,
	);
	const [only, ...others] = offered;
	if (named !== undefined || only === undefined || others.length === 0) {
		return named === undefined ? only : offered.find(one => one.to === named);
	}

	return (
		offered.find(one => one.to === speaker) ??
		refuse(
			`That role is offered to ${offered.map(one => nameOf(staffing, one.to)).join(' and ')}.`,
			`Say who takes it over: ${offered.map(one => `accept ${roleKey} @${one.to}`).join(' or ')}.`,
		)
	);
};

/**
 * A handover that is accepted: the role passes with it, or at its effective time where that is to come; then accepting
 * a second time says that it has passed.
 */
const takeOver = ({staffing, declaration}: Board, transfer: Transfer, at: Instant): readonly BoardEvent[] | Refusal => {
	const {role: roleKey, from, to} = transfer;
	const before = holders(staffing, roleKey).find(one => one.person === to);
	const isAwaited = before === undefined && transfer.effectiveAt !== undefined && transfer.effectiveAt > at;
	if (transfer.acceptedAt !== undefined && (isAwaited || before !== undefined)) {
		return refuse(
			`${nameOf(staffing, to)} has accepted already.`,
			transfer.effectiveAt === undefined || before !== undefined
				? 'Nothing is left to record.'
				: `The role passes at ${clockTimeFrom(at, transfer.effectiveAt, declaration.zone)}: say accept ${roleKey} again then.`,
		);
	}

	const effectiveAt = isAwaited ? (transfer.effectiveAt ?? at) : at;
	const isRelieved = holders(staffing, roleKey).some(one => one.person === from);
	return [
		...(transfer.acceptedAt === undefined
			? [{kind: 'handover-accepted' as const, role: roleKey, from, to, effectiveAt}]
			: []),
		...(isAwaited
			? []
			: [
					...(isRelieved ? [{kind: 'role-relieved' as const, role: roleKey, person: from}] : []),
					...(before === undefined ? [{kind: 'role-assigned' as const, role: roleKey, person: to}] : []),
					...(before?.acceptedAt === undefined ? [{kind: 'role-accepted' as const, role: roleKey, person: to}] : []),
				]),
	];
};

const accept = command({
	verb: 'accept',
	label: 'ACCEPTED',
	summary: 'Record that the holder has accepted the role, or that an offered one is taken over',
	example: 'accept im',
	fields: {role: role('role'), person: optional(person('who'))},
	decide(board, input, {by, occurredAt}) {
		const transfer = transferMeant(board, input.role, input.person, by);
		if (transfer !== undefined) {
			return 'refused' in transfer ? transfer : takeOver(board, transfer, occurredAt);
		}

		const {staffing} = board;
		const holder = holderMeant(board, input.role, input.person, by);
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
	decide(board, input) {
		const holder = holderMeant(board, input.role, input.person);
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
	summary: 'Let a person go, or several: every role and sub-team of theirs ends',
	example: 'release @chen because his shift is over',
	afterClosing: true,
	fields: {people: people('who'), reason: optional(reason('why'))},
	decide: ({staffing}, input) =>
		onEach(input.people, handle =>
			personNamed(staffing, handle)?.releasedAt === undefined
				? [{kind: 'person-released', person: handle, ...withReason(input.reason)}]
				: refuse(`${nameOf(staffing, handle)} has been released already.`, `To bring them back: checkin @${handle}.`),
		),
});

const teamFields = {
	team: teamName('team'),
	lead: optional(person('lead')),
	members: optional(people('members')),
	task: optional(text('task')),
	due: optional(due('report time')),
	channel: optional(key('channel')('where it talks')),
	under: optional(key('under')('team it is nested in')),
};

/** A team's name as it may be typed after a key. */
const teamTyped = (typed: string): string => typed.replace(/^#/u, '').toLowerCase();

/** A person named as lead is not a member as well. */
const teamParts = (input: {
	readonly lead: string | undefined;
	readonly members: readonly string[] | undefined;
	readonly task: string | undefined;
	readonly due: string | undefined;
	readonly channel: string | undefined;
	readonly under: string | undefined;
}) => ({
	members: (input.members ?? []).filter(one => one !== input.lead),
	...(input.lead === undefined ? {} : {lead: input.lead}),
	...(input.task === undefined ? {} : {task: input.task}),
	...(input.due === undefined ? {} : {due: input.due}),
	...(input.channel === undefined ? {} : {channel: input.channel}),
	...(input.under === undefined ? {} : {under: teamTyped(input.under)}),
});

const unknownTeam = (staffing: Staffing, name: string): Refusal => {
	const names = standingTeams(staffing).map(one => `#${one.name}`);
	return refuse(
		`There is no sub-team #${name}.`,
		names.length === 0 ? `Split one off first: split ${name} @lead @member.` : `There is ${names.join(', ')}.`,
	);
};

/** Why the team cannot stand where it is put; undefined when it can, or nothing is said of that. */
const misplaced = (staffing: Staffing, name: string, under: string | undefined): Refusal | undefined => {
	const parent = under === undefined ? undefined : teamTyped(under);
	const trouble = parent === undefined ? undefined : nestingTrouble(staffing, name, parent);
	if (parent === undefined || trouble === undefined) {
		return undefined;
	}

	switch (trouble) {
		case 'itself': {
			return refuse(`#${name} cannot stand under itself.`, 'Name another team.');
		}

		case 'unknown': {
			return unknownTeam(staffing, parent);
		}

		case 'nested': {
			const above = standingTeam(staffing, parent)?.under ?? '';
			return refuse(
				`#${parent} stands under #${above} already: a third level hides who answers for what.`,
				`Put it under #${above}, or beside it: under:${above}.`,
			);
		}

		case 'parent': {
			return refuse(
				`#${name} has teams under it: a third level hides who answers for what.`,
				'Merge those first, or leave it where it is.',
			);
		}
	}
};

const split = command({
	verb: 'split',
	label: 'SPLIT',
	summary: 'Split off a sub-team: its lead first, then its members, its task and when it reports',
	example: 'split alpha @mia @chen @ana find the leaked keys by 15:00 channel:bridge-2',
	fields: teamFields,
	decide({staffing}, input) {
		const standing = standingTeam(staffing, input.team);
		return standing === undefined
			? (misplaced(staffing, input.team, input.under) ?? [{kind: 'team-split', team: input.team, ...teamParts(input)}])
			: refuse(`#${input.team} exists already.`, `To add what it lacks: brief ${input.team} @lead task by 15:00.`);
	},
});

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
			: (misplaced(staffing, input.team, input.under) ?? [{kind: 'team-completed', team: input.team, ...parts}]);
	},
});

const merge = command({
	verb: 'merge',
	label: 'MERGE',
	summary: 'End a sub-team: its people and the teams under it report to the Incident Manager again',
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

const roster = command({
	verb: 'roster',
	label: 'ROSTER',
	summary: 'Take the roster that the configuration names into the log, anew when it has changed',
	example: 'roster',
	fields: {},
	decide(_, _input, {library}) {
		const trouble = library.troubles['roster'];
		if (trouble !== undefined) {
			return refuse(trouble, 'Mend the file; until then the roster in the log goes on.');
		}

		return library.roster === undefined
			? refuse(
					'No roster was given.',
					'Name its file in the configuration (roster: FILE), or run: loggist roster FILE.',
				)
			: [{kind: 'roster-adopted', ...library.roster}];
	},
});

const raci = command({
	verb: 'raci',
	label: 'RACI',
	summary: 'Record that the responsibilities file was consulted, agreed, shared, reviewed or changed in this incident',
	example: 'raci shared with the whole team because the roles were unclear',
	// What an incident teaches is often written down after it.
	afterClosing: true,
	fields: {
		deed: choice(responsibilityDeeds)('consulted, agreed, shared, reviewed or changed'),
		text: optional(text('with whom, how, or what')),
		reason: optional(reason('why')),
	},
	decide(_, input, {library}) {
		const trouble = library.troubles['responsibilities'];
		if (trouble !== undefined) {
			return refuse(trouble, 'Mend the file, then say it again.');
		}

		if (library.responsibilities === undefined) {
			return refuse(
				'No responsibilities file was given.',
				'Name it in the configuration (responsibilities: FILE); loggist raci templates lists files to begin with.',
			);
		}

		const {version, ...cited} = library.responsibilities;
		return [
			{
				kind: 'responsibilities-cited',
				deed: input.deed,
				...cited,
				...(version === undefined ? {} : {version}),
				...(input.text === undefined ? {} : {text: input.text}),
				...withReason(input.reason),
			},
		];
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
	roster,
	raci,
];
