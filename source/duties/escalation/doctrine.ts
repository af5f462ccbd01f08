import type {Board} from '../../board.ts';
import type {Asking, Offer, Rule} from '../../rule.ts';
import {later, minute} from '../../time.ts';
import {clockTimeBy} from '../../watch.ts';
import {because} from '../../words.ts';
import {toldParty} from '../communications/state.ts';
import type {Flag} from '../declaration/events.ts';
import {flagWords, isOpen, isRunning} from '../declaration/state.ts';
import {nameOf} from '../staffing/state.ts';
import type {UpperTier} from './events.ts';
import {openSuggestions, type PartyAbove, partyWords, standingLinks} from './state.ts';

/** Why a higher tier may be needed: one word, how it is said, and the entry that said it. */
type Ground = {readonly word: string; readonly text: string; readonly entry: number};

const offerTold = (party: PartyAbove): Offer => ({label: `told the ${partyWords[party]}`, line: `told ${party} `});

const offerTier = (tier: UpperTier): readonly Offer[] => [
	{label: `escalate to ${tier}`, line: `escalate ${tier} because `},
	{label: `no ${tier} command`, line: `decline ${tier} because `},
];

const isTold = ({communications}: Board, party: PartyAbove): boolean => toldParty(communications, party) !== undefined;

const flagGrounds = ({declaration, escalation}: Board, raising: ReadonlySet<Flag>): readonly Ground[] =>
	declaration.flags
		.filter(one => raising.has(one.flag))
		.map(({flag}) => ({word: flag, text: flagWords[flag], entry: escalation.saidIn[flag] ?? 0}));

/** Whether the Incident Manager has ruled on that tier since the last of the grounds was said. */
const isRuled = (
	{decisions, escalation}: Board,
	rule: string,
	tier: UpperTier,
	grounds: readonly Ground[],
): boolean => {
	const since = Math.max(0, ...grounds.map(one => one.entry));
	return (
		decisions.decisions.some(one => one.entry > since && one.rule === rule) ||
		escalation.declined.some(one => one.entry > since && one.tier === tier) ||
		escalation.tiers.some(one => one.tier === tier && one.stoodDown !== undefined && one.stoodDown.entry > since)
	);
};

const silverFlags: ReadonlySet<Flag> = new Set<Flag>(['department']);

/** What speaks for silver command. */
const silverGrounds = (board: Board): readonly Ground[] => {
	const {declaration, escalation} = board;
	return [
		...(declaration.severity === 'S1'
			? [{word: 'S1', text: 'the severity is S1', entry: escalation.saidIn['severity'] ?? 0}]
			: []),
		...flagGrounds(board, silverFlags),
		...standingLinks(escalation)
			.filter(one => one.relation === 'related')
			.map(({reference, entry}) => ({word: reference, text: `${reference} may be related`, entry})),
	];
};

/** What goes beyond the senior information risk owner. */
const goldFlags: ReadonlySet<Flag> = new Set<Flag>([
	'national-security',
	'press',
	'harm',
	'reputation',
	'central-report',
	'significant-loss',
	'organised-crime',
]);

const wordsOf = (grounds: readonly Ground[]): string => grounds.map(one => one.word).join(' ');
const textOf = (grounds: readonly Ground[]): string => grounds.map(one => one.text).join('; ');

/** Asks for a party that was not told. */
const untold = (party: PartyAbove, text: string): Asking => ({
	severity: 'warn',
	subject: party,
	text,
	basis: 'not told',
	offers: [offerTold(party)],
});

export const escalationRules: readonly Rule[] = [
	{
		id: 'T5',
		name: 'The security team is told within the hour',
		why: 'Those who watch the whole estate can help, and can see whether others are hit, only once they know.',
		source: 'MoJ policy POL.IMP.002 (legacy); 18F; cloud.gov',
		defaults: 'said 45 min after the declaration',
		answers: ['do', 'override'],
		consult(board, watch, {minutes}) {
			const {declaration} = board;
			const {declaredAt, zone} = declaration;
			const isAsked =
				declaredAt !== undefined &&
				isOpen(declaration) &&
				declaration.incidentKind === 'security' &&
				!isTold(board, 'security-team');
			if (!isAsked) {
				return [];
			}

			const due = later(declaredAt, minutes.securityTeam * minute);
			const by = clockTimeBy(watch, due, zone);
			// What was answered stays answered when another day begins.
			const basis = (isLate: boolean): string => `told by ${due}${isLate ? ', overdue' : ''}`;
			const offers = [offerTold('security-team')];
			if (watch.reached(due)) {
				const text = `Overdue: the security team was to be told by ${by}. Tell them now.`;
				return [{severity: 'urgent', subject: '', text, basis: basis(true), offers}];
			}

			return watch.hasPassed(declaredAt, minutes.securityTeamSoon)
				? [
						{
							severity: 'warn',
							subject: '',
							text: `The security team is to be told by ${by}.`,
							basis: basis(false),
							offers,
						},
					]
				: [];
		},
	},
	{
		id: 'E4',
		name: 'Silver command is considered',
		why: 'An incident of great severity or complexity may need a tactical tier that coordinates across departments or incidents.',
		source: 'MoJ roles',
		defaults:
			'the tests for severity or complexity: severity S1, another department, a linked incident that may be related',
		answers: ['put'],
		consult(board) {
			const grounds = silverGrounds(board);
			return isRunning(board.declaration) &&
				board.escalation.tier === 'bronze' &&
				grounds.length > 0 &&
				!isRuled(board, 'E4', 'silver', grounds)
				? [
						{
							severity: 'urgent',
							subject: '',
							text: `Silver command? Speaking for it: ${textOf(grounds)}.`,
							basis: wordsOf(grounds),
							offers: offerTier('silver'),
						},
					]
				: [];
		},
	},
	{
		id: 'E5',
		name: 'The SIRO is told at once',
		why: 'The senior information risk owner answers for the risk and must hear of high impact or personal data immediately.',
		source: 'MoJ policy POL.IMP.012 (legacy)',
		answers: ['do', 'put'],
		consult(board) {
			const {declaration} = board;
			const {severity, personalData} = declaration;
			const grounds = [
				...(severity === 'S1' ? ['severity S1'] : []),
				...(personalData === 'no' ? [] : [personalData === 'yes' ? 'personal data' : 'maybe personal data']),
			];
			return isOpen(declaration) && grounds.length > 0 && !isTold(board, 'siro')
				? [
						{
							severity: 'urgent',
							subject: '',
							text: `The SIRO is to be told at once: ${grounds.join(', ')}.`,
							basis: grounds.join(', '),
							offers: [offerTold('siro')],
						},
					]
				: [];
		},
	},
	{
		id: 'E6',
		name: 'Those who answer for the data and the asset are told',
		why: 'The data access unit advises on personal data, and the owner of an information asset answers for it: neither can act unknowing.',
		source: 'MoJ policy POL.IMP.004, POL.IMP.013 (legacy)',
		answers: ['do', 'na'],
		consult(board) {
			const {declaration} = board;
			if (!isOpen(declaration)) {
				return [];
			}

			const hasAsset = declaration.flags.some(one => one.flag === 'asset');
			return [
				...(declaration.personalData === 'yes' && !isTold(board, 'data-access-unit')
					? [untold('data-access-unit', 'Personal data: the data access unit is to be told.')]
					: []),
				...(hasAsset && !isTold(board, 'asset-owner')
					? [untold('asset-owner', 'An information asset is affected: its owner is to be told.')]
					: []),
			];
		},
	},
	{
		id: 'E7',
		name: 'Escalation beyond the SIRO is considered',
		why: 'Some consequences reach beyond the organisation; the senior information risk owner decides who else must know and act.',
		source: 'MoJ policy; MoJ incident management guide (legacy)',
		defaults: 'escalation beyond the SIRO is taken as gold command',
		answers: ['put'],
		consult(board) {
			const grounds = flagGrounds(board, goldFlags);
			return isOpen(board.declaration) &&
				board.escalation.tier !== 'gold' &&
				grounds.length > 0 &&
				!isRuled(board, 'E7', 'gold', grounds)
				? [
						{
							severity: 'urgent',
							subject: '',
							text: `Beyond the SIRO, who decides: ${textOf(grounds)}. Gold command?`,
							basis: wordsOf(grounds),
							offers: offerTier('gold'),
						},
					]
				: [];
		},
	},
	{
		id: 'E8',
		name: 'Senior management is told in time',
		why: 'Senior management is called by telephone, the sooner the more severe the incident is.',
		source: 'Cydea incident response plan (60 min, 4 h, 1 day; to be tailored)',
		answers: ['do'],
		consult(board, watch, {seniorManagement}) {
			const {declaration, escalation} = board;
			const {severity, zone} = declaration;
			const {triagedAt} = escalation;
			const limit = seniorManagement[severity];
			return triagedAt !== undefined &&
				limit !== undefined &&
				isOpen(declaration) &&
				!isTold(board, 'senior-management') &&
				watch.hasPassed(triagedAt, limit)
				? [
						{
							severity: 'urgent',
							subject: '',
							text: `Senior management was to be told of an ${severity} by ${clockTimeBy(watch, later(triagedAt, limit * minute), zone)}: call them now.`,
							basis: `${severity} since ${triagedAt}`,
							offers: [offerTold('senior-management')],
						},
					]
				: [];
		},
	},
	{
		id: 'E10',
		name: 'A suggestion to escalate is answered',
		why: 'Deputy and Incident Manager decide on escalation together: a suggestion that nobody answers is a decision that nobody made.',
		source: 'MoJ roles',
		defaults: 'asked 10 min after the suggestion',
		answers: ['put'],
		consult: (board, watch, {minutes}) =>
			isOpen(board.declaration)
				? openSuggestions(board.escalation)
						.filter(one => watch.hasPassed(one.at, minutes.suggestion))
						.map(({entry, tier, by, at, reason}) => ({
							severity: 'warn',
							subject: String(entry),
							text: `${nameOf(board.staffing, by)} suggested ${tier} command at ${clockTimeBy(watch, at, board.declaration.zone)}${because(reason)}: yes or no?`,
							basis: 'not answered',
							offers: offerTier(tier),
						}))
				: [],
	},
	{
		id: 'G7',
		name: 'One log for one incident',
		why: 'Two incidents in one log, or two logs of one incident, can no longer be told apart: link them, do not mix them.',
		source: 'CWC log books',
		answers: ['put', 'override'],
		consult: ({declaration, escalation}) =>
			isOpen(declaration)
				? standingLinks(escalation)
						.filter(one => one.relation === 'same')
						.map(({reference}) => ({
							severity: 'warn',
							subject: reference,
							text: `${reference} is said to be the same incident: which of the two logs goes on?`,
							basis: 'same',
							offers: [
								{label: 'only related', line: `link ${reference} related`},
								{label: 'not linked', line: `unlink ${reference}`},
							],
						}))
				: [],
	},
];
