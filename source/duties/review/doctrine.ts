import type {Board} from '../../board.ts';
import {afterBusinessDays, afterCalendarDays} from '../../business-time.ts';
import type {Asking, Offer, Rule} from '../../rule.ts';
import {clockTimeWithZone, inZone, type Instant} from '../../time.ts';
import {isOngoing} from '../actions/state.ts';
import {insiders, lastUpdate, partyName} from '../communications/state.ts';
import type {Declaration} from '../declaration/state.ts';
import {answerTo} from '../record/state.ts';
import {nameOf, present} from '../staffing/state.ts';
import {expertsSoFar, missingDocuments, openFollowUps, type FollowUp} from './state.ts';

/** The time-critical phase is over, or the whole incident is. */
const isAfterHot = ({declaredAt, closedAt, phase}: Declaration): boolean =>
	declaredAt !== undefined && (closedAt !== undefined || phase === 'warm' || phase === 'cold');

/** Since when the work is complete: cold, or closed. Undefined while it goes on. */
const completeSince = ({declaredAt, closedAt, phase, phaseSince}: Declaration): Instant | undefined =>
	declaredAt === undefined ? undefined : phase === 'cold' ? (phaseSince ?? closedAt) : closedAt;

const isComplete = (declaration: Declaration): boolean => completeSince(declaration) !== undefined;

/** Nothing was there: nothing needs to be contained, cleaned or reported. */
const isFalseAlarm = ({outcome}: Declaration): boolean => outcome === 'false-alarm';

const day = (at: Instant, {zone}: Declaration): string => inZone(at, zone, 'd MMM yyyy');

const dayAndClock = (at: Instant, declaration: Declaration): string =>
	`${day(at, declaration)} ${clockTimeWithZone(at, declaration.zone)}`;

/** The first few by name, the others as a number. */
const few = (names: readonly string[], most: number): string =>
	names.length <= most ? names.join(', ') : `${names.slice(0, most).join(', ')} and ${names.length - most} more`;

/** One question about the incident as a whole. */
const asking = (severity: Asking['severity'], text: string, basis: string, offers: readonly Offer[] = []): Asking => ({
	severity,
	subject: '',
	text,
	basis,
	offers,
});

/**
 * Everybody outside the team who is kept informed or was told something, with the last time; an empty text where that
 * never was. One word each, as an answer names it.
 */
const lastTold = ({communications, staffing}: Board): ReadonlyMap<string, Instant> => {
	const inside = insiders(staffing);
	const last = new Map<string, Instant>();
	const add = (name: string, at: Instant) => {
		const key = name.trim().replaceAll(/\s+/gu, '-');
		if (key !== '' && !inside.has(name) && at >= (last.get(key) ?? '')) {
			last.set(key, at);
		}
	};

	for (const audience of communications.audiences) {
		add(audience.name, lastUpdate(audience)?.at ?? '');
	}

	for (const {party, at} of communications.told) {
		add(party, at);
	}

	return last;
};

/** Those who have heard nothing since that moment. */
const notToldSince = (board: Board, since: Instant): readonly string[] =>
	[...lastTold(board)].filter(([, at]) => at < since).map(([name]) => name);

const containment = ({review, declaration}: Board): readonly Asking[] =>
	review.steps.contained === undefined && !isFalseAlarm(declaration)
		? [
				{
					severity: 'warn',
					subject: 'containment',
					text: 'Is the incident contained? Nobody has confirmed it.',
					basis: 'unconfirmed',
					offers: [{label: 'it is contained', line: 'contained'}],
				},
			]
		: [];

const hotActions = ({actions, review, declaration}: Board): readonly Asking[] => {
	const until = review.hotUntil ?? declaration.closedAt;
	const carried = new Set(review.carried);
	const left =
		until === undefined
			? []
			: actions.filter(one => isOngoing(one) && one.givenAt <= until && !carried.has(one.ref)).map(one => one.ref);
	return left.length === 0
		? []
		: [
				{
					severity: 'warn',
					subject: 'actions',
					text: `Given while hot and still open: ${few(left, 6)}. Close each, or carry it over with a new time.`,
					basis: few(left, 6),
					offers: left.slice(0, 3).flatMap(ref => [
						{label: `${ref} is done`, line: `done ${ref} `},
						{label: `carry ${ref} over`, line: `extend ${ref} by `},
					]),
				},
			];
};

/** What a follow-up lacks, or that its day has come. */
const followUpAsking = (
	{ref, text, owner, due}: FollowUp,
	hasCome: boolean,
	{declaration, staffing}: Board,
): Asking | undefined => {
	const about = {severity: 'advise', subject: ref} as const;
	if (due !== undefined && hasCome) {
		return {
			...about,
			text: `${ref} was due ${dayAndClock(due, declaration)}${owner === undefined ? '' : ` (${nameOf(staffing, owner)})`}: done, or a new date?`,
			basis: due,
			offers: [
				{label: 'done', line: `followed ${ref} `},
				{label: 'new date', line: `amend ${ref} by `},
			],
		};
	}

	const lacks = [...(owner === undefined ? ['an owner'] : []), ...(due === undefined ? ['a date'] : [])];
	return lacks.length === 0
		? undefined
		: {
				...about,
				text: `${ref} has no ${lacks.map(one => one.replace(/^an? /u, '')).join(' and no ')}: ${text}`,
				basis: lacks.join(' '),
				offers: [
					...(owner === undefined ? [{label: 'name an owner', line: `amend ${ref} @`}] : []),
					...(due === undefined ? [{label: 'set a date', line: `amend ${ref} by `}] : []),
				],
			};
};

export const reviewRules: readonly Rule[] = [
	{
		id: 'P1',
		name: 'Hot ends contained, with its actions in hand',
		why: 'The hot phase is over when the incident is contained and every action of it is closed or carried over.',
		source: 'MoJ during a security incident',
		answers: ['do', 'put'],
		consult: board => (isAfterHot(board.declaration) ? [...containment(board), ...hotActions(board)] : []),
	},
	{
		id: 'P2',
		name: 'Recovery is confirmed',
		why: 'An expert confirms the clean state, and the Incident Manager recommends the return to business as usual.',
		source: 'MoJ during a security incident',
		answers: ['do'],
		consult({declaration, review, staffing}) {
			if (!isAfterHot(declaration) || isFalseAlarm(declaration)) {
				return [];
			}

			const experts = expertsSoFar(staffing).slice(0, 3);
			return [
				...(review.steps.clean === undefined
					? [
							{
								severity: 'warn' as const,
								subject: 'clean',
								text: 'Which expert confirms that the state is clean?',
								basis: 'unconfirmed',
								offers:
									experts.length === 0
										? [{label: 'an expert confirms', line: 'clean @'}]
										: experts.map(one => ({label: `${nameOf(staffing, one)} confirms`, line: `clean @${one}`})),
							},
						]
					: []),
				...(review.recovered === undefined
					? [
							{
								severity: 'warn' as const,
								subject: 'bau',
								text: 'Does the Incident Manager recommend the return to business as usual?',
								basis: 'not recommended',
								offers: [{label: 'it is recommended', line: 'bau'}],
							},
						]
					: []),
			];
		},
	},
	{
		id: 'P3',
		name: 'Nobody waits for an answer at the close',
		why: 'Before closing, regulators, third parties and stakeholders are told, or it is on record why they need not be.',
		source: 'MoJ during a security incident',
		answers: ['do', 'na'],
		consult(board) {
			const {declaration, notifications, review} = board;
			const since = completeSince(declaration);
			if (since === undefined) {
				return [];
			}

			const waiting = notifications.clocks
				.filter(({status}) => status === 'waiting' || status === 'running')
				.map(
					({ref, regime}): Asking => ({
						severity: 'warn',
						subject: ref,
						text: `${ref} ${regime.title}: is ${regime.recipient} told, or need it not be?`,
						basis: 'open',
						offers: [
							{label: 'told', line: `notify ${ref} `},
							{label: 'not needed', line: `waive ${ref} because `},
						],
					}),
				);
			// Of a false alarm another rule asks that its readers be told.
			const refs = new Set(waiting.map(one => one.subject.toLowerCase()));
			const silent = isFalseAlarm(declaration)
				? []
				: notToldSince(board, review.recovered ?? since).filter(name => !refs.has(name));
			return [
				...waiting,
				...silent.map(
					(name): Asking => ({
						severity: 'warn',
						subject: name,
						text: `Not told how it ended: ${partyName(name)}. Tell them, or is it not needed?`,
						basis: 'not told',
						offers: [{label: 'told', line: `told ${name} `}],
					}),
				),
			];
		},
	},
	{
		id: 'P4',
		name: 'The review is arranged',
		why: 'A post-incident review is arranged before the incident goes cold, while people remember.',
		source: 'MoJ after an incident',
		answers: ['do', 'defer', 'override'],
		consult: ({declaration, review}) =>
			isComplete(declaration) && review.arranged === undefined && review.steps.held === undefined
				? [
						asking('warn', 'No post-incident review is arranged. Who holds it, and when?', 'not arranged', [
							{label: 'arrange it', line: 'arrange @'},
						]),
					]
				: [],
	},
	{
		id: 'P5',
		name: 'The review has a near date and one owner',
		why: 'A review is dated within days, or people forget; one named person owns it, not a team.',
		source: 'PagerDuty (3 calendar days, 5 business days); PaaS (1 to 2 weeks)',
		answers: ['do', 'defer'],
		consult(board, watch, {days}) {
			const {declaration, review, record} = board;
			const since = completeSince(declaration);
			if (since === undefined || review.steps.held !== undefined) {
				return [];
			}

			const limit =
				declaration.severity === 'S1'
					? afterCalendarDays(since, days.reviewS1, declaration.zone)
					: afterBusinessDays(since, days.review, declaration.zone);
			if (limit === undefined) {
				return [];
			}

			const {arranged} = review;
			if (arranged === undefined) {
				// Until then, that there is none at all is asked by itself; whoever did without a review did without its date.
				return watch.reached(limit) && answerTo(record, 'P4', '')?.answer !== 'override'
					? [
							asking('advise', `The review was to be dated by ${day(limit, declaration)}: when is it?`, 'no date', [
								{label: 'arrange it', line: 'arrange @'},
							]),
						]
					: [];
			}

			const troubles = [
				...(arranged.owner === undefined ? ['has no owner'] : []),
				...(arranged.at === undefined ? ['has no date'] : []),
				...(arranged.at !== undefined && arranged.at > limit ? [`is later than ${day(limit, declaration)}`] : []),
			];
			return troubles.length === 0
				? []
				: [
						asking(
							'advise',
							`The review ${troubles.join(' and ')}: one person owns it, and it is near.`,
							troubles.join(),
							[
								...(arranged.owner === undefined ? [{label: 'name an owner', line: 'arrange @'}] : []),
								...(arranged.at !== undefined && arranged.at <= limit ? [] : [{label: 'date it', line: 'arrange by '}]),
							],
						),
					];
		},
	},
	{
		id: 'P6',
		name: 'Management has the report',
		why: 'Of incidents of medium and high impact management gets a report: what happened, the outcome, actions with owners, recommendations.',
		source: 'MoJ policy POL.ITSEC.021',
		defaults: 'medium and high impact are the severities S1, S2 and S3',
		answers: ['do'],
		consult: ({declaration, review}) =>
			isComplete(declaration) &&
			!isFalseAlarm(declaration) &&
			declaration.severity !== 'S4' &&
			review.steps.reported === undefined
				? [
						asking('warn', `Severity ${declaration.severity}: has management had the report?`, 'not reported', [
							{label: 'it has', line: 'managementreport'},
						]),
					]
				: [],
	},
	{
		id: 'P7',
		name: 'The documents are captured',
		why: 'The secretariat captures every document after the incident, before chats and recordings are gone.',
		source: 'MoJ roles',
		defaults: 'the checklist of documents',
		answers: ['do'],
		consult({declaration, review}) {
			const missing = isComplete(declaration) ? missingDocuments(review) : [];
			return missing.length === 0
				? []
				: [
						asking(
							'advise',
							`Not captured yet: ${missing.join(', ')}.`,
							missing.join(' '),
							missing.map(one => ({label: `${one} captured`, line: `capture ${one}`})),
						),
					];
		},
	},
	{
		id: 'P8',
		name: 'Follow-ups have an owner, a date and an end',
		why: 'What was learnt changes nothing until somebody does the work; it is looked at again after about a month.',
		source: 'Counteractive; login.gov',
		answers: ['do'],
		consult(board, watch, {days}) {
			const {declaration, exercise, review} = board;
			const open = openFollowUps(review);
			// While it is hot there is more urgent work than what comes after it.
			// A drill that has ended is over, whatever phase was played.
			const isOver = declaration.closedAt !== undefined || exercise.ended !== undefined;
			if (open.length === 0 || (declaration.phase === 'hot' && !isOver)) {
				return [];
			}

			const lookedAt = review.followUps.reduce((last, one) => (one.lookedAt > last ? one.lookedAt : last), '');
			return [
				...(watch.hasPassed(lookedAt, days.followUp * 24 * 60)
					? [
							asking(
								'advise',
								`Open follow-ups were last looked at on ${day(lookedAt, declaration)}: how does each stand?`,
								lookedAt,
								open.slice(0, 3).map(({ref}) => ({label: `${ref} is done`, line: `followed ${ref} `})),
							),
						]
					: []),
				...open.flatMap(one => {
					const asked = followUpAsking(one, one.due !== undefined && watch.reached(one.due), board);
					return asked === undefined ? [] : [asked];
				}),
			];
		},
	},
	{
		id: 'P9',
		name: 'People are thanked',
		why: 'Whoever gave their evening to an incident is thanked for it.',
		source: 'MoJ after an incident',
		answers: ['do'],
		consult: ({declaration, review}) =>
			isComplete(declaration) && review.steps.thanked === undefined
				? [asking('info', 'Has everybody been thanked?', 'not thanked', [{label: 'thank them', line: 'thank '}])]
				: [],
	},
	{
		id: 'P10',
		name: 'People are released',
		why: 'Whoever is not released may still be working: each is let go with actions, notes, kit and access signed off.',
		source: 'ICS 221',
		answers: ['do'],
		consult({declaration, staffing}) {
			const left = isComplete(declaration) ? present(staffing) : [];
			return left.length === 0
				? []
				: [
						asking(
							'advise',
							`Not released yet: ${few(
								left.map(one => one.name),
								4,
							)}. Actions, notes, kit and access signed off?`,
							String(left.length),
							left.slice(0, 3).map(({handle, name}) => ({label: `release ${name}`, line: `release @${handle}`})),
						),
					];
		},
	},
	{
		id: 'P11',
		name: 'A false alarm is called off',
		why: 'Whoever had reports of it learns that nothing was there.',
		source: 'cloud.gov; PagerDuty',
		answers: ['do'],
		consult(board) {
			const {declaration} = board;
			const {closedAt} = declaration;
			const told = closedAt === undefined || !isFalseAlarm(declaration) ? undefined : lastTold(board);
			const waiting = [...(told ?? [])].filter(([, at]) => at !== '' && at < (closedAt ?? '')).map(([name]) => name);
			return waiting.length === 0
				? []
				: [
						asking(
							'advise',
							`False alarm: tell everybody who had reports of it: ${few(waiting.map(partyName), 6)}.`,
							few(waiting, 6),
							waiting.slice(0, 3).map(name => ({label: `${partyName(name)} told`, line: `told ${name} `})),
						),
					];
		},
	},
	{
		id: 'T6',
		name: 'A false alarm says why',
		why: 'False alarms are logged like everything else, and are often reviewed.',
		source: 'MoJ during a security incident',
		answers: ['do'],
		consult: ({declaration, review}) =>
			declaration.closedAt !== undefined &&
			isFalseAlarm(declaration) &&
			declaration.closingReason === undefined &&
			review.closing?.note === undefined
				? [
						asking('advise', 'Closed as a false alarm: what was it instead?', 'no reason', [
							{label: 'say why', line: 'note '},
						]),
					]
				: [],
	},
];
