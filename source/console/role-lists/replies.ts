import type {Board} from '../../board.ts';
import {openActions} from '../../duties/actions/state.ts';
import {waitingMessages} from '../../duties/communications/state.ts';
import {waiting} from '../../duties/decisions/state.ts';
import {openSuggestions} from '../../duties/escalation/state.ts';
import {pendingTransfers, withPerson} from '../../duties/handover/state.ts';
import {activeAssignments, briefName, incidentManager, titleOf} from '../../duties/staffing/state.ts';
import type {ListPane, PaneRow} from '../../looks/list-pane.tsx';
import type {Offer} from '../../rule.ts';
import {elapsed, inBrief, type Instant} from '../../time.ts';
import {offersOfRecommendation} from '../offers.ts';
import type {Listed} from '../rows.ts';

/** An answer that somebody has not given yet. */
type Reply = {
	readonly key: string;
	/** A handle; undefined where nobody is there to give it. */
	readonly owedBy: string | undefined;
	readonly since: Instant;
	readonly text: string;
	readonly offers: readonly Offer[];
};

const acknowledgements = ({actions}: Board): readonly Reply[] =>
	openActions(actions).flatMap(({ref, text, owner, ownedSince, status}) =>
		owner === undefined || status !== 'open'
			? []
			: [
					{
						key: ref,
						owedBy: owner,
						since: ownedSince,
						text: `to acknowledge ${ref} ${text}`,
						offers: [
							{label: 'understood', line: `ack ${ref}`},
							{label: 'another owner', line: `reassign ${ref} @`},
						],
					},
				],
	);

const acceptances = ({staffing, declaration}: Board): readonly Reply[] =>
	activeAssignments(staffing)
		.filter(one => one.acceptedAt === undefined)
		.map(({role, person, since}) => ({
			key: `role ${role} ${person}`,
			owedBy: person,
			since,
			text: `to accept ${titleOf(declaration, role)}`,
			offers: [
				{label: 'has accepted', line: `accept ${role} @${person}`},
				{label: 'somebody else', line: `assign ${role} @`},
			],
		}));

const handovers = ({handover, staffing, declaration}: Board): readonly Reply[] =>
	pendingTransfers(handover)
		.filter(one => one.acceptedAt === undefined)
		.map(({entry, role, to, offeredAt}) => ({
			key: `handover ${entry}`,
			owedBy: to,
			since: offeredAt,
			text: `to take over as ${titleOf(declaration, role)}`,
			offers: [{label: 'accepted', line: withPerson(staffing, `accept ${role}`, to)}],
		}));

/** What waits for the Incident Manager's word. */
const rulings = ({board, prompts}: Listed): readonly Reply[] => {
	const {staffing, decisions, escalation, communications} = board;
	const owedBy = incidentManager(staffing);
	return [
		...waiting(decisions).map(one => ({
			key: `recommendation ${one.entry}`,
			owedBy,
			since: one.at,
			text: `to decide: ${one.text}, as ${briefName(staffing, one.by)} recommends`,
			offers: offersOfRecommendation(one),
		})),
		...openSuggestions(escalation).map(({entry, tier, at, by}) => ({
			key: `suggestion ${entry}`,
			owedBy,
			since: at,
			text: `to answer: ${tier} command, as ${briefName(staffing, by)} suggests`,
			offers: [
				{label: `escalate to ${tier}`, line: `escalate ${tier} because `},
				{label: 'decline', line: `decline ${tier} because `},
			],
		})),
		...waitingMessages(communications)
			.filter(one => one.status === 'draft')
			.map(({ref, draftedAt, text}) => ({
				key: ref,
				owedBy,
				since: draftedAt,
				text: `to agree to ${ref} ${text}`,
				offers: [{label: 'agreed', line: owedBy === undefined ? `agree ${ref} @` : `agree ${ref}`}],
			})),
		...prompts.flatMap(({rule, subject, text, put}) =>
			put === undefined
				? []
				: [
						{
							key: `rule ${rule} ${subject}`,
							owedBy,
							since: put,
							text: `to decide ${rule}: ${text}`,
							offers: [{label: 'record the decision', line: `decide rule:${rule} `}],
						},
					],
		),
	];
};

const replies = (listed: Listed): readonly Reply[] =>
	[...acknowledgements(listed.board), ...acceptances(listed.board), ...handovers(listed.board), ...rulings(listed)]
		// What has waited longest is the most urgent.
		.toSorted((one, other) => (one.since < other.since ? -1 : one.since > other.since ? 1 : 0));

const row = ({key, owedBy, since, text, offers}: Reply, {staffing}: Board, now: Instant): PaneRow => {
	const who = owedBy === undefined ? 'nobody' : briefName(staffing, owedBy);
	return {
		key,
		// As a role that is not accepted yet is marked beside its holder.
		lead: [{text: '? ', tone: 'warn', width: 2}],
		text: `${inBrief(elapsed(since, now))} ${who} ${text}`,
		whole: text,
		title: `Owed by ${who}`,
		offers,
	};
};

/** Answers that are owed, by whom and for how long: the longest first. */
export const repliesPane = (listed: Listed): ListPane => ({
	title() {
		const count = replies(listed).length;
		return `Replies owed${count === 0 ? '' : ` · ${count}`}`;
	},
	empty: 'Nobody owes a reply.',
	rows: (board, now) => replies({...listed, board}).map(one => row(one, board, now)),
});
