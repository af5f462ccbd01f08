import type {Board} from '../../board.ts';
import {choice, type Command, command, optional, person, reason, text, word} from '../../command.ts';
import {isRefusal, type Refusal, refuse} from '../../refusal.ts';
import {withReason} from '../../words.ts';
import {incidentManager, nameOf} from '../staffing/state.ts';
import {type Relation, relations, upperTiers} from './events.ts';
import {relationWords, standingLinks, standingTier, tierWords} from './state.ts';

/** The Incident Manager decides, whoever has it recorded. */
const withDecider = ({staffing}: Board): {readonly decider?: string} => {
	const decider = incidentManager(staffing);
	return decider === undefined ? {} : {decider};
};

const capital = (tier: string): string => `${tier.charAt(0).toUpperCase()}${tier.slice(1)}`;

const suggest = command({
	verb: 'suggest',
	label: 'SUGGESTION',
	summary: 'Suggest a higher tier of command to the Incident Manager, who answers',
	example: 'suggest silver because a second department is affected',
	fields: {tier: choice(upperTiers)('silver or gold'), reason: optional(reason('why'))},
	decide: ({escalation}, {tier, reason: why}) =>
		standingTier(escalation, tier) === undefined
			? [{kind: 'escalation-suggested', tier, ...withReason(why)}]
			: refuse(`${capital(tier)} command stands already.`, 'What is missing there may be put down as a note.'),
});

const escalate = command({
	verb: 'escalate',
	label: 'ESCALATE',
	summary: "Stand up silver (tactical) or gold (strategic) command, by the Incident Manager's decision",
	example: 'escalate silver because a second department is affected',
	fields: {
		tier: choice(upperTiers)('silver or gold'),
		commander: optional(person('commander')),
		reason: optional(reason('why')),
	},
	decide(board, {tier, commander, reason: why}) {
		const held = standingTier(board.escalation, tier);
		if (held !== undefined && (commander === undefined || commander === held.commander)) {
			const whose = held.commander === undefined ? '' : ` under ${nameOf(board.staffing, held.commander)}`;
			return refuse(
				`${capital(tier)} command stands already${whose}.`,
				`Name another commander (escalate ${tier} @name), or end it: standdown ${tier} because …`,
			);
		}

		return [
			{
				kind: 'tier-escalated',
				tier,
				...(commander === undefined ? {} : {commander}),
				...withDecider(board),
				...withReason(why),
			},
		];
	},
});

const decline = command({
	verb: 'decline',
	label: 'DECLINE',
	summary: "Record the Incident Manager's no to a higher tier of command",
	example: 'decline silver because one department is affected only',
	fields: {tier: choice(upperTiers)('silver or gold'), reason: optional(reason('why'))},
	decide: (board, {tier, reason: why}) =>
		standingTier(board.escalation, tier) === undefined
			? [{kind: 'escalation-declined', tier, ...withDecider(board), ...withReason(why)}]
			: refuse(`${capital(tier)} command stands already.`, `To end it: standdown ${tier} because …`),
});

const standdown = command({
	verb: 'standdown',
	label: 'STAND DOWN',
	summary: 'Stand silver or gold command down; the next tier that stands goes on',
	example: 'standdown silver because the other department is back',
	afterClosing: true,
	fields: {tier: choice(upperTiers)('silver or gold'), reason: optional(reason('why'))},
	decide: (board, {tier, reason: why}) =>
		standingTier(board.escalation, tier) === undefined
			? refuse(
					`There is no ${tier} command now.`,
					`The tier is ${board.escalation.tier}, ${tierWords[board.escalation.tier]}.`,
				)
			: [{kind: 'tier-stood-down', tier, ...withDecider(board), ...withReason(why)}],
});

/** The reference as it is written in the ledger, or why it cannot be one. */
const referenceOf = (typed: string, {incident}: Board): {readonly reference: string} | Refusal => {
	const reference = typed.toUpperCase();
	if (!/^INC-\d{4}-\d{4,}$/u.test(reference)) {
		return refuse(`${typed} is no incident's reference.`, 'Write it as INC-2026-0002; loggist incidents lists them.');
	}

	return reference === incident
		? refuse(`${reference} is this incident itself.`, 'Name the other one; loggist incidents lists them.')
		: {reference};
};

const relationOf = (typed: string | undefined): {readonly relation: Relation} | Refusal => {
	const relation = relations.find(one => one === (typed ?? 'related').toLowerCase());
	return relation === undefined
		? refuse(`${typed ?? ''} is not one of ${relations.join(', ')}.`, 'Choose one of them; why comes after because.')
		: {relation};
};

const link = command({
	verb: 'link',
	label: 'LINK',
	summary: 'Link another incident that may be related, or that is the same',
	example: 'link INC-2026-0002 related because the same host is named',
	afterClosing: true,
	fields: {
		reference: word('incident'),
		// A text, for an optional word cannot stand before a reason.
		relation: optional(text('related or same')),
		reason: optional(reason('why')),
	},
	decide(board, input) {
		const named = referenceOf(input.reference, board);
		if (isRefusal(named)) {
			return named;
		}

		const said = relationOf(input.relation);
		if (isRefusal(said)) {
			return said;
		}

		const before = standingLinks(board.escalation).find(one => one.reference === named.reference);
		return before !== undefined && (input.relation === undefined || before.relation === said.relation)
			? refuse(
					`${named.reference} is linked already: it ${relationWords[before.relation]}.`,
					`To take that back: unlink ${named.reference} because …`,
				)
			: [{kind: 'incident-linked', ...named, ...said, ...withReason(input.reason)}];
	},
});

const unlink = command({
	verb: 'unlink',
	label: 'UNLINK',
	summary: 'Take back the link to another incident',
	example: 'unlink INC-2026-0002 because it was another host',
	afterClosing: true,
	fields: {reference: word('incident'), reason: optional(reason('why'))},
	decide(board, input) {
		const named = referenceOf(input.reference, board);
		if (isRefusal(named)) {
			return named;
		}

		const {linked} = board.escalation;
		return linked.includes(named.reference)
			? [{kind: 'incident-unlinked', ...named, ...withReason(input.reason)}]
			: refuse(
					`${named.reference} is not linked.`,
					linked.length === 0 ? 'No incident is.' : `Linked: ${linked.join(', ')}.`,
				);
	},
});

export const escalationCommands: readonly Command[] = [suggest, escalate, decline, standdown, link, unlink];
