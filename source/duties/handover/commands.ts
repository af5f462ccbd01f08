import type {Board} from '../../board.ts';
import {type Command, command, due, optional, person, reason, role, text} from '../../command.ts';
import {type Refusal, refuse} from '../../refusal.ts';
import {withReason} from '../../words.ts';
import type {RoleKey} from '../staffing/events.ts';
import {holders, incidentManager, nameOf, titleOf} from '../staffing/state.ts';
import {
	type Challenge,
	holding,
	isPending,
	lastSign,
	openChallenges,
	owedSigns,
	pendingTransfers,
	type Transfer,
} from './state.ts';

/** Whose role passes: the one named, the one who speaks, or the only holder. */
const giver = (
	{staffing, declaration}: Board,
	roleKey: RoleKey,
	named: string | undefined,
	speaker: string,
): string | Refusal => {
	const held = holders(staffing, roleKey).map(one => one.person);
	if (named !== undefined) {
		return held.includes(named)
			? named
			: refuse(
					`${nameOf(staffing, named)} is not ${titleOf(declaration, roleKey)}.`,
					held.length === 0
						? `Assign the role instead: assign ${roleKey} @name.`
						: `It is held by ${held.map(one => `@${one}`).join(', ')}.`,
				);
	}

	const [only] = held;
	if (only === undefined) {
		return refuse(
			`Nobody is ${titleOf(declaration, roleKey)}: there is nobody to take over from.`,
			`Assign the role instead: assign ${roleKey} @name.`,
		);
	}

	if (held.includes(speaker)) {
		return speaker;
	}

	return held.length === 1
		? only
		: refuse(
				`${held.length} people hold that role: ${held.map(one => nameOf(staffing, one)).join(', ')}.`,
				`Say from whom, after the one who takes over: handover ${roleKey} @name ${held.map(one => `@${one}`).join(' or ')}.`,
			);
};

/** Why a role cannot be offered; undefined when it can. */
const notOffered = (
	{declaration, staffing, handover}: Board,
	{role: roleKey, from, to}: Pick<Transfer, 'role' | 'from' | 'to'>,
): Refusal | undefined => {
	if (from === to) {
		return refuse(
			`${nameOf(staffing, to)} is ${titleOf(declaration, roleKey)} already.`,
			`Name the one who takes over: handover ${roleKey} @name.`,
		);
	}

	if (holders(staffing, roleKey).some(one => one.person === to)) {
		return refuse(
			`${nameOf(staffing, to)} is ${titleOf(declaration, roleKey)} as well.`,
			`To leave it to them alone: relieve ${roleKey} @${from}.`,
		);
	}

	const standing = pendingTransfers(handover).find(one => one.role === roleKey && (one.from === from || one.to === to));
	return standing === undefined
		? undefined
		: refuse(
				`${titleOf(declaration, roleKey)} has been offered to ${nameOf(staffing, standing.to)} already.`,
				`Record the acceptance: accept ${roleKey} @${standing.to}. Or withdraw it: keep ${roleKey} @${standing.to} because …`,
			);
};

const handover = command({
	verb: 'handover',
	label: 'HANDOVER',
	summary: 'Offer a role to the one who takes over; it passes with accept, not before the effective time',
	example: 'handover im @tom by 15:00 the morning has been long',
	fields: {
		role: role('role'),
		to: person('who takes over'),
		from: optional(person('from whom')),
		effectiveAt: optional(due('effective time')),
		text: optional(text('remark')),
	},
	decide(board, input, {by}) {
		const from = giver(board, input.role, input.from, by);
		if (typeof from !== 'string') {
			return from;
		}

		const parties = {role: input.role, from, to: input.to};
		return (
			notOffered(board, parties) ?? [
				{
					kind: 'handover-offered',
					...parties,
					...(input.effectiveAt === undefined ? {} : {effectiveAt: input.effectiveAt}),
					...(input.text === undefined ? {} : {text: input.text}),
				},
			]
		);
	},
});

/** The one transfer that is meant: to the one named, to or from the one who speaks, or the only one. */
const transferMeant = (
	{staffing}: Board,
	candidates: readonly Transfer[],
	named: string | undefined,
	speaker: string,
): Transfer | Refusal | undefined => {
	const meant = named === undefined ? candidates : candidates.filter(one => one.to === named);
	const own = meant.filter(one => one.to === speaker || one.from === speaker);
	const [only, ...others] = own.length === 1 ? own : meant;
	return only === undefined || others.length === 0 || named !== undefined
		? only
		: refuse(
				`It may be the handover to ${[only, ...others].map(one => nameOf(staffing, one.to)).join(' or to ')}.`,
				`Say to whom: ${[only, ...others].map(one => `@${one.to}`).join(' or ')}.`,
			);
};

const isTransfer = (found: Transfer | Refusal): found is Transfer => 'role' in found;

const parties = ({role: roleKey, from, to}: Transfer) => ({role: roleKey, from, to});

const briefed = command({
	verb: 'briefed',
	label: 'BRIEFED',
	summary: 'Record that the one who takes over has been told how things stand',
	example: 'briefed im objectives, open actions and clocks',
	fields: {role: role('role'), to: optional(person('who was briefed')), text: optional(text('what of'))},
	decide(board, input, {by}) {
		const isHolder = holding(board.staffing);
		const ofRole = board.handover.transfers.filter(one => one.role === input.role && one.withdrawn === undefined);
		// A briefing may come after the role has passed, as long as it has not passed on.
		const owing = ofRole.filter(one => one.briefedAt === undefined && (isPending(one) || isHolder(one.role, one.to)));
		const candidates = owing.length > 0 ? owing : ofRole.slice(-1);
		const found = transferMeant(board, candidates, input.to, by);
		if (found === undefined) {
			return refuse(
				`No handover of ${titleOf(board.declaration, input.role)}${input.to === undefined ? '' : ` to ${nameOf(board.staffing, input.to)}`} is open.`,
				`Offer it first: handover ${input.role} @name.`,
			);
		}

		if (!isTransfer(found)) {
			return found;
		}

		return found.briefedAt === undefined
			? [{kind: 'handover-briefed', ...parties(found), ...(input.text === undefined ? {} : {text: input.text})}]
			: refuse(`${nameOf(board.staffing, found.to)} has been briefed already.`, 'Write what was said since as a note.');
	},
});

const keep = command({
	verb: 'keep',
	label: 'KEPT',
	summary: 'Withdraw an offered handover: the role stays where it is',
	example: 'keep im because Tom is called away',
	fields: {role: role('role'), to: optional(person('to whom it was offered')), reason: optional(reason('why'))},
	decide(board, input, {by}) {
		const candidates = pendingTransfers(board.handover).filter(one => one.role === input.role);
		const found = transferMeant(board, candidates, input.to, by);
		if (found === undefined) {
			return refuse(
				`${titleOf(board.declaration, input.role)} is not offered to ${input.to === undefined ? 'anybody' : nameOf(board.staffing, input.to)}.`,
				'There is nothing to withdraw.',
			);
		}

		return isTransfer(found) ? [{kind: 'handover-withdrawn', ...parties(found), ...withReason(input.reason)}] : found;
	},
});

const offline = command({
	verb: 'offline',
	label: 'GOING OFFLINE',
	summary: 'Record that somebody will not be reachable, from now or from a time on',
	example: 'offline @priya by 15:00',
	fields: {person: person('who'), at: optional(due('from when on'))},
	decide({handover: {offline: known}, staffing}, input, {occurredAt}) {
		const before = known.find(one => one.person === input.person)?.from;
		const isSaid = before !== undefined && (input.at === undefined ? before <= occurredAt : before === input.at);
		return isSaid
			? refuse(
					`${nameOf(staffing, input.person)} is marked as going offline already.`,
					`Another time: offline @${input.person} by 15:00.`,
				)
			: [{kind: 'going-offline', person: input.person, ...(input.at === undefined ? {} : {at: input.at})}];
	},
});

/** The loggist who is meant: the one named, the one who speaks, the one who owes it, or the only one there is. */
const loggistMeant = (
	board: Board,
	verb: 'signoff' | 'signon',
	named: string | undefined,
	speaker: string,
): string | Refusal => {
	const {staffing} = board;
	const now = holders(staffing, 'secretariat').map(one => one.person);
	const may =
		verb === 'signon'
			? now
			: [...new Set(staffing.assignments.filter(one => one.role === 'secretariat').map(one => one.person))];
	const said = named ?? (may.includes(speaker) ? speaker : undefined);
	if (said !== undefined) {
		return may.includes(said)
			? said
			: refuse(
					`${nameOf(staffing, said)} does not keep the log.`,
					`Assign the role first: assign secretariat @${said}.`,
				);
	}

	const owing = owedSigns(staffing, board.handover)
		.filter(one => one.verb === verb)
		.map(one => one.handle);
	const [only, ...others] = owing.length === 0 ? now : owing;
	if (only === undefined) {
		return refuse(
			`Nobody is ${titleOf(board.declaration, 'secretariat')}.`,
			'Assign the role first: assign secretariat @name.',
		);
	}

	return others.length === 0
		? only
		: refuse('More than one may be meant.', `Say who: ${[only, ...others].map(one => `@${one}`).join(' or ')}.`);
};

const signing = (verb: 'signoff' | 'signon', label: string, summary: string): Command =>
	command({
		verb,
		label,
		summary,
		example: `${verb} @sam`,
		// The last loggist signs off when everything is written.
		afterClosing: true,
		fields: {person: optional(person('who'))},
		decide(board, input, {by}) {
			const handle = loggistMeant(board, verb, input.person, by);
			if (typeof handle !== 'string') {
				return handle;
			}

			const word = verb === 'signoff' ? 'off' : 'on';
			return lastSign(board.handover, handle)?.is === word
				? refuse(
						`${nameOf(board.staffing, handle)} has signed ${word} already.`,
						word === 'off' ? 'Who comes back signs on: signon.' : 'Who leaves signs off: signoff.',
					)
				: [{kind: word === 'off' ? 'loggist-signed-off' : 'loggist-signed-on', handle}];
		},
	});

const challenge = command({
	verb: 'challenge',
	label: 'CHALLENGED',
	summary: 'Record that somebody gives orders against the Incident Manager',
	example: 'challenge @mia she orders the host back online',
	fields: {person: person('who'), text: optional(text('what was ordered'))},
	decide({declaration, staffing, handover: slice}, input) {
		if (incidentManager(staffing) === undefined) {
			return refuse('Nobody is in command.', `If they take it: assign im @${input.person}.`);
		}

		if (holders(staffing, 'im').some(one => one.person === input.person)) {
			return refuse(
				`${nameOf(staffing, input.person)} is ${titleOf(declaration, 'im')}: those are the orders to follow.`,
				'Name the one who speaks against them.',
			);
		}

		return openChallenges(slice).some(one => one.person === input.person)
			? refuse(
					`${nameOf(staffing, input.person)} has been asked already.`,
					'Record the answer: uphold because …, or handover im.',
				)
			: [{kind: 'command-challenged', person: input.person, ...(input.text === undefined ? {} : {text: input.text})}];
	},
});

/** The open challenge that is meant. */
const challengeMeant = ({staffing, handover: slice}: Board, named: string | undefined): Challenge | Refusal => {
	const open = openChallenges(slice).filter(one => named === undefined || one.person === named);
	const [only, ...others] = open;
	if (only === undefined) {
		return refuse(
			named === undefined
				? 'Nobody challenges the Incident Manager.'
				: `${nameOf(staffing, named)} does not challenge the Incident Manager.`,
			'Record it first: challenge @name what was ordered.',
		);
	}

	return others.length === 0
		? only
		: refuse(
				`${open.map(one => nameOf(staffing, one.person)).join(' and ')} both do.`,
				`Say whose answer it is: ${open.map(one => `uphold @${one.person}`).join(' or ')}.`,
			);
};

const uphold = command({
	verb: 'uphold',
	label: 'UPHELD',
	summary: 'Record that whoever gave orders does not take command: the Incident Manager stays',
	example: 'uphold @mia because Priya stays in command',
	fields: {person: optional(person('who does not take command')), reason: optional(reason('why'))},
	decide(board, input) {
		const found = challengeMeant(board, input.person);
		return 'refused' in found ? found : [{kind: 'command-upheld', person: found.person, ...withReason(input.reason)}];
	},
});

export const handoverCommands: readonly Command[] = [
	handover,
	briefed,
	keep,
	offline,
	signing('signoff', 'SIGNED OFF', 'Record that the loggist puts the log down'),
	signing('signon', 'SIGNED ON', 'Record that the loggist takes the log up; the numbers run on'),
	challenge,
	uphold,
];
