import type {Board} from '../../board.ts';
import type {ListPane, PaneRow} from '../../looks/list-pane.tsx';
import type {Tone} from '../../looks/theme.ts';
import {clockTimeFrom, type Instant} from '../../time.ts';
import {because} from '../../words.ts';
import {partyName, toldParty} from '../communications/state.ts';
import {isOpen, profileOf} from '../declaration/state.ts';
import {nameOf} from '../staffing/state.ts';
import {
	openSuggestions,
	partiesAbove,
	partiesWanted,
	partyWords,
	relationWords,
	standingLinks,
	standingTiers,
	tierWords,
} from './state.ts';

const leadWidth = 11;

const lead = (text: string, tone: Tone): PaneRow['lead'] => [{text: `${text} `, tone, width: leadWidth}];

const since = ({declaration}: Board, at: Instant, now: Instant): string => clockTimeFrom(now, at, declaration.zone);

const suggestionRows = (board: Board, now: Instant): readonly PaneRow[] =>
	openSuggestions(board.escalation).map(({entry, tier, by, at, reason}) => ({
		key: String(entry),
		lead: lead('suggested', 'warn'),
		text: `${tier} command, by ${nameOf(board.staffing, by)}, since ${since(board, at, now)}${because(reason)}`,
		title: `Suggestion ${entry}: ${tier} command`,
		offers: [
			{label: `escalate to ${tier}`, line: `escalate ${tier} because `},
			{label: 'decline', line: `decline ${tier} because `},
		],
	}));

const untoldRows = ({declaration, communications}: Board): readonly PaneRow[] =>
	isOpen(declaration)
		? partiesWanted(declaration, profileOf(declaration).seniorManagement)
				.filter(party => toldParty(communications, party) === undefined)
				.map(party => ({
					key: party,
					lead: lead('not told', 'warn'),
					text: partyWords[party],
					title: `Not told: ${partyWords[party]}`,
					offers: [{label: 'told now', line: `told ${party} `}],
				}))
		: [];

const tierRows = (board: Board, now: Instant): readonly PaneRow[] =>
	standingTiers(board.escalation).map(({tier, commander, stoodUpAt, reason}) => ({
		key: tier,
		lead: lead(tier.toUpperCase(), 'strong'),
		text: [
			tierWords[tier],
			commander === undefined ? 'no commander named' : nameOf(board.staffing, commander),
			`since ${since(board, stoodUpAt, now)}${because(reason)}`,
		].join(', '),
		title: `${tier.toUpperCase()} command`,
		offers: [
			{label: 'stand it down', line: `standdown ${tier} because `},
			{label: 'another commander', line: `escalate ${tier} @`},
		],
	}));

const linkRows = ({escalation}: Board): readonly PaneRow[] =>
	standingLinks(escalation).map(({reference, relation, reason}) => ({
		key: reference,
		lead: lead(relation === 'same' ? 'same' : 'linked', relation === 'same' ? 'warn' : 'advise'),
		text: `${reference} ${relationWords[relation]}${because(reason)}`,
		title: `Linked: ${reference}`,
		offers: [{label: 'take the link back', line: `unlink ${reference} because `}],
	}));

const toldRows = (board: Board, now: Instant): readonly PaneRow[] =>
	partiesAbove.flatMap(party => {
		const told = toldParty(board.communications, party);
		return told === undefined
			? []
			: [
					{
						key: party,
						lead: lead('told', 'good'),
						text: `${partyWords[party]}, ${since(board, told.at, now)}, by ${nameOf(board.staffing, told.by)}`,
						title: `Told: ${partyWords[party]}`,
						offers: [{label: 'told again', line: `told ${party} `}],
					},
				];
	});

/** Tiers of command, suggestions to the Incident Manager, who above was told, linked incidents. */
export const escalationPane: ListPane = {
	title({escalation}) {
		const open = openSuggestions(escalation).length;
		return `Escalation · ${escalation.tier}${open === 0 ? '' : `, ${open} to answer`}`;
	},
	empty: 'Bronze only: /suggest silver because why',
	rows: (board, now) => [
		...suggestionRows(board, now),
		...untoldRows(board),
		...tierRows(board, now),
		...linkRows(board),
		...toldRows(board, now),
	],
};

const isAbove = (party: string): boolean => partiesAbove.some(one => one === party);

/** Whoever else was told, each as they were told last. */
const othersTold = (board: Board, now: Instant): readonly PaneRow[] => {
	const {told} = board.communications;
	return told
		.filter((one, index) => !isAbove(one.party) && told.findLastIndex(other => other.party === one.party) === index)
		.toReversed()
		.map(({party, at, by, text}) => ({
			key: party,
			lead: lead('told', 'good'),
			text: `${partyName(party)}, ${since(board, at, now)}, by ${nameOf(board.staffing, by)}${text === undefined ? '' : `: ${text}`}`,
			title: `Told: ${partyName(party)}`,
			offers: [{label: 'told again', line: `told ${party} `}],
		}));
};

/** Who has to hear of the incident: those not told yet first, then those who were. */
export const stakeholdersPane: ListPane = {
	title(board) {
		const untold = untoldRows(board).length;
		return `Stakeholders${untold === 0 ? '' : ` · ${untold} not told`}`;
	},
	empty: 'Nobody has to be told yet: /told who, what',
	rows: (board, now) => [...untoldRows(board), ...toldRows(board, now), ...othersTold(board, now)],
};
