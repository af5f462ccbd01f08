import type {Board} from '../board.ts';
import {flagWords} from '../duties/declaration/state.ts';
import type {Severity} from '../duties/declaration/events.ts';
import {awareAt} from '../duties/notifications/state.ts';
import {partyName} from '../duties/communications/state.ts';
import {roleKeys} from '../duties/staffing/events.ts';
import {nameOf, titleOf} from '../duties/staffing/state.ts';
import {relationWords} from '../duties/escalation/state.ts';
import {closingSteps} from '../duties/review/state.ts';
import {type Block, list, paragraph, table, tableOr} from '../section.ts';
import {dayAndTime, elapsed, inBrief, type Instant, inZone} from '../time.ts';
import {tell} from '../timeline.ts';
import {because} from '../words.ts';
import {curatedEntries} from './curated-log.ts';
import {gap, gapWords} from './gap.ts';
import type {DocumentView} from './incident-log.ts';

/*
Parts of a post-incident review that are no duty's own section: what the log knows of impact, detection, causes and
resolution, and tables in the shapes that published forms ask for. Each is without a heading: the form gives it.
*/

const at = ({declaration}: Board, instant: Instant): string => dayAndTime(instant, declaration.zone);

const listOr = (items: readonly string[], otherwise: Block): readonly Block[] => [
	items.length === 0 ? otherwise : list(items),
];

/** How long each severity stood, from the declaration to the close, or to now. */
export const severities = ({board, entries, now}: DocumentView): readonly Block[] => {
	const changes: {readonly severity: Severity; readonly at: Instant}[] = [];
	for (const {event, number, occurredAt} of entries) {
		if ((event.kind === 'incident-declared' || event.kind === 'severity-set') && !board.struck.has(number)) {
			changes.push({severity: event.severity, at: occurredAt});
		}
	}

	const end = board.declaration.closedAt ?? now;
	const spent = new Map<Severity, number>();
	for (const [index, {severity, at: since}] of changes.entries()) {
		const lasted = Math.max(0, elapsed(since, changes[index + 1]?.at ?? end));
		spent.set(severity, (spent.get(severity) ?? 0) + lasted);
	}

	return [
		tableOr(
			'Nothing has been declared.',
			['Severity', 'For'],
			[...spent].sort(([a], [b]) => (a < b ? -1 : 1)).map(([severity, time]) => [severity, inBrief(time)]),
		),
	];
};

const dataWords = {
	yes: 'personal data are involved',
	maybe: 'personal data may be involved',
	no: 'no personal data are involved, as far as is known',
} as const;

/** What the log shows of the impact; numbers are for people to fill in. */
export const impact = (view: DocumentView): readonly Block[] => {
	const {board} = view;
	const {declaration, actions} = board;
	const disruptive = actions.filter(
		one => one.status !== 'cancelled' && (one.affects === 'users' || one.disruption !== undefined),
	);
	return [
		list([
			dataWords[declaration.personalData],
			...declaration.flags.map(({flag, reason}) => `${flagWords[flag]}${because(reason)}`),
			...disruptive.map(
				one =>
					`${one.ref} ${one.text}: ${[...(one.affects === 'users' ? ['affects users'] : []), ...(one.disruption === undefined ? [] : [`${one.disruption} disruption`])].join(', ')}`,
			),
		]),
		...severities(view),
		gap('numbers of the impact: users, accounts, requests, records, money, time'),
	];
};

/** How it came to light, and how long that took. */
export const detection = ({board, entries}: DocumentView): readonly Block[] => {
	const {triage, declaredAt} = board.declaration;
	const first = entries
		.filter(one => !board.struck.has(one.number))
		.reduce<Instant | undefined>(
			(least, {occurredAt}) => (least === undefined || occurredAt < least ? occurredAt : least),
			undefined,
		);
	const aware = awareAt(board.notifications);
	return [
		...(aware === undefined
			? []
			: [paragraph(`Somebody became aware at ${at(board, aware)}: so the duties to notify count.`)]),
		triage.source === undefined ? gap('how it came to light') : paragraph(`Came to light by ${triage.source}.`),
		...(first === undefined || declaredAt === undefined
			? []
			: [
					paragraph(
						first === declaredAt
							? `Declared at ${at(board, declaredAt)}; no earlier event is on record.`
							: `The earliest event on record was at ${at(board, first)}; declared at ${at(board, declaredAt)}, ${inBrief(elapsed(first, declaredAt))} later.`,
					),
				]),
	];
};

/** Hypotheses that were confirmed as causes, and those that were eliminated, with their reasons. */
export const causes = ({board}: DocumentView): readonly Block[] => {
	const {findings, declaration} = board;
	const of = (status: 'confirmed' | 'eliminated' | 'open') => findings.hypotheses.filter(one => one.status === status);
	return [
		...listOr(
			of('confirmed').map(one => `${one.ref} ${one.text}${because(one.reason)}`),
			gap('the causes: no hypothesis is confirmed in the log'),
		),
		...(declaration.triage.hypothesis === undefined
			? []
			: [paragraph(`Working hypothesis at triage: ${declaration.triage.hypothesis}`)]),
		...(of('open').length === 0
			? []
			: [
					paragraph(
						`Still open: ${of('open')
							.map(one => `${one.ref} ${one.text}`)
							.join('; ')}`,
					),
				]),
		...(of('eliminated').length === 0
			? []
			: [
					paragraph(
						`Eliminated: ${of('eliminated')
							.map(one => `${one.ref} ${one.text}${because(one.reason)}`)
							.join('; ')}`,
					),
				]),
	];
};

/** What ended it: containment, the clean state, the return to business as usual, and how it was closed. */
export const resolution = ({board, entries}: DocumentView): readonly Block[] => {
	const {declaration, staffing, review} = board;
	const closing =
		declaration.closedAt === undefined
			? undefined
			: entries.findLast(({event, number}) => event.kind === 'incident-closed' && !board.struck.has(number));
	const steps = closingSteps(review).filter(
		one => one.key === 'contained' || one.key === 'clean' || one.key === 'returned',
	);
	return [
		table(
			['Step', 'At', 'By', 'What was said', 'Entry'],
			[
				...steps.map(({title, done, text}) => [
					title,
					done === undefined ? 'not recorded' : at(board, done.at),
					done?.by === undefined ? '' : nameOf(staffing, done.by),
					text ?? '',
					done === undefined ? '' : String(done.entry),
				]),
				[
					'Closed',
					declaration.closedAt === undefined ? 'not closed' : at(board, declaration.closedAt),
					closing === undefined ? '' : nameOf(staffing, closing.by),
					[declaration.outcome?.replace('-', ' '), declaration.closingReason]
						.filter(one => one !== undefined)
						.join('; '),
					closing === undefined ? '' : String(closing.number),
				],
			],
		),
	];
};

const earliest = (moments: readonly (Instant | undefined)[]): Instant | undefined =>
	moments.flatMap(one => (one === undefined ? [] : [one])).sort()[0];

/** When each step of the handling was reached, and how long after the declaration. */
export const times = ({board, entries}: DocumentView): readonly Block[] => {
	const {declaration, staffing, communications, review} = board;
	const standing = entries.filter(one => !board.struck.has(one.number));
	const rows: readonly (readonly [string, Instant | undefined])[] = [
		['Earliest event on record', earliest(standing.map(one => one.occurredAt))],
		['Declared', declaration.declaredAt],
		[
			`First ${titleOf(declaration, 'im')}`,
			earliest(staffing.assignments.flatMap(one => (one.role === 'im' ? [one.since] : []))),
		],
		['First message sent', earliest(communications.messages.map(one => one.sentAt))],
		['Contained', review.steps.contained?.at],
		['Return to business as usual recommended', review.steps.returned?.at],
		['Closed', declaration.closedAt],
	];
	const from = declaration.declaredAt;
	return [
		table(
			['Step', 'At', 'After the declaration'],
			rows.map(([title, moment]) => [
				title,
				moment === undefined ? 'not recorded' : at(board, moment),
				moment === undefined || from === undefined
					? ''
					: moment < from
						? `${inBrief(elapsed(moment, from))} before`
						: inBrief(elapsed(from, moment)),
			]),
		),
	];
};

/** Everybody who held a role, by role, as a list. */
export const responders = ({board}: DocumentView): readonly Block[] => {
	const {staffing, declaration} = board;
	return listOr(
		roleKeys.flatMap(role => {
			const people = new Set(staffing.assignments.filter(one => one.role === role).map(one => one.person));
			return people.size === 0
				? []
				: [`${titleOf(declaration, role)}: ${[...people].map(one => nameOf(staffing, one)).join(', ')}`];
		}),
		gap('who responded: nobody held a role in the log'),
	);
};

/** The curated log in UTC to the minute, by when it happened; who spoke is left to the full log. */
export const timelineInUtc = (view: DocumentView): readonly Block[] => [
	tableOr(
		'Nothing has been written.',
		['Time (UTC)', 'Event', 'Data'],
		curatedEntries(view)
			.told.toSorted((a, b) =>
				a.occurredAt === b.occurredAt ? a.number - b.number : a.occurredAt < b.occurredAt ? -1 : 1,
			)
			.map(one => [inZone(one.occurredAt, 'UTC', 'yyyy-MM-dd HH:mm'), tell(one, view.board), `entry ${one.number}`]),
	),
];

/** The texts that went out, to the letter. */
export const messages = ({board}: DocumentView): readonly Block[] => {
	const sent = board.communications.messages.filter(one => one.sendings.length > 0);
	return [
		sent.length === 0
			? gap('what was told outside: no message is on record as sent')
			: table(
					['Message', 'To', 'Sent', 'Text'],
					sent.map(one => [
						one.ref,
						partyName(one.audience),
						one.sendings.map(sending => at(board, sending.at)).join('; '),
						one.text,
					]),
				),
	];
};

export const lessons = ({board}: DocumentView): readonly Block[] =>
	listOr(
		board.review.lessons.map(one => `${one.ref} ${one.text}`),
		gap('what was learnt: no lesson is in the log'),
	);

const ownerOf = ({staffing}: Board, owner: string | undefined): string =>
	owner === undefined ? 'no owner' : nameOf(staffing, owner);

/** The follow-ups in the columns that a form asks for; a line to fill in where there are none. */
const followUpsAs =
	(head: readonly string[], row: (board: Board, one: Board['review']['followUps'][number]) => readonly string[]) =>
	({board}: DocumentView): readonly Block[] => [
		board.review.followUps.length === 0
			? gap('follow-ups, each with one owner and a date: none is in the log')
			: table(
					head,
					board.review.followUps.map(one => row(board, one)),
				),
	];

const day = ({declaration}: Board, due: Instant | undefined): string =>
	due === undefined ? 'no date' : inZone(due, declaration.zone, 'yyyy-MM-dd');

export const followUps = followUpsAs(['Follow-up', 'What', 'Owner', 'Due', 'From', 'Status'], (board, one) => [
	one.ref,
	one.text,
	ownerOf(board, one.owner),
	day(board, one.due),
	one.lesson ?? '',
	one.doneAt === undefined ? 'open' : 'done',
]);

/** As the SRE book has it. */
export const followUpsSre = followUpsAs(['Action Item', 'Type', 'Owner', 'Bug'], (board, one) => [
	one.text,
	gapWords('prevent, mitigate, process or other'),
	ownerOf(board, one.owner),
	`${one.ref}, ${one.doneAt === undefined ? `due ${day(board, one.due)}` : 'DONE'}`,
]);

/** As the CCADB's form has it. */
export const followUpsCcadb = followUpsAs(
	['Action Item', 'Kind', 'Corresponding Root Cause(s)', 'Evaluation Criteria', 'Due Date', 'Status'],
	(board, one) => [
		one.text,
		gapWords('Prevent, Mitigate or Detect'),
		one.lesson === undefined ? gapWords('root cause') : gapWords(`root cause (follows from ${one.lesson})`),
		gapWords('how it is judged'),
		day(board, one.due),
		one.doneAt === undefined ? 'Ongoing' : 'Complete',
	],
);

/** Incidents that were linked. */
export const related = ({board}: DocumentView): readonly Block[] => [
	board.escalation.links.length === 0
		? paragraph('N/A: no incident is linked in the log.')
		: table(
				['Incident', 'Relation', 'From', 'Reason'],
				board.escalation.links.map(one => [
					one.reference,
					relationWords[one.relation],
					at(board, one.since),
					one.reason ?? 'not recorded',
				]),
			),
];
