import {byUrgency, isOverdue, isUnowned, openActions} from '../duties/actions/state.ts';
import {flagWords} from '../duties/declaration/state.ts';
import {standingTiers} from '../duties/escalation/state.ts';
import {byDue, countdownOf, isOutstanding} from '../duties/notifications/state.ts';
import type {Board} from '../board.ts';
import {partyName} from '../duties/communications/state.ts';
import {waiting} from '../duties/decisions/state.ts';
import {ofCertainty} from '../duties/findings/state.ts';
import {answerTo} from '../duties/record/state.ts';
import {
	currentObjectives,
	currentPeriod,
	type Heartbeat,
	lastHeartbeat,
	latestCanReports,
} from '../duties/rhythm/state.ts';
import {holders, incidentManager, nameOf, present, rolesOf, titleOf as roleTitleOf} from '../duties/staffing/state.ts';
import {type Block, heading, list, paragraph, table, tableOr} from '../section.ts';
import {dayAndTime, type Instant} from '../time.ts';
import {because} from '../words.ts';
import {makerWords} from './control.ts';
import {dressed, nameOfIncident} from './dress.ts';
import type {DocumentView} from './incident-log.ts';

/** What a situation report is made from; it needs no entries. */
export type ReportView = Pick<DocumentView, 'board' | 'now' | 'prompts' | 'version' | 'madeBy'>;

const notSaid = 'not said';

const timeOf = ({declaration}: Board, at: Instant): string => dayAndTime(at, declaration.zone);

const namesOf = ({staffing}: Board, people: readonly string[]): string =>
	people.map(one => nameOf(staffing, one)).join(', ');

/** Who holds the role now; says so when nobody does. */
const heldBy = (board: Board, role: 'im' | 'deputy' | 'secretariat'): string =>
	namesOf(
		board,
		holders(board.staffing, role).map(one => one.person),
	) || 'VACANT';

/** Everybody who is there besides the Incident Manager and the deputy, with their roles. */
const responders = (board: Board): string =>
	present(board.staffing)
		.map(({handle, name}) => ({name, roles: rolesOf(board.staffing, handle)}))
		.filter(({roles}) => !roles.includes('im') && !roles.includes('deputy'))
		.map(({name, roles}) =>
			roles.length === 0
				? name
				: `${name} (${roles.map(role => roleTitleOf(board.declaration, role).toLowerCase()).join(', ')})`,
		)
		.join(', ') || 'nobody';

const statusWords = ({declaration}: Board): string => {
	const {closedAt, outcome} = declaration;
	return closedAt === undefined ? 'open' : outcome === 'false-alarm' ? 'closed, a false alarm' : 'closed';
};

/** Everybody who is kept informed or whom a message was written for, each once, with the cadence where there is one. */
const distribution = ({communications}: Board): string => {
	const {audiences, messages} = communications;
	const written = messages.filter(one => one.status !== 'withdrawn').map(one => one.audience);
	const cadences = new Map(audiences.map(one => [one.name, one.minutes]));
	const names = new Set([...cadences.keys(), ...written]);
	return (
		[...names]
			.map(name => {
				const minutes = cadences.get(name);
				return `${partyName(name)}${minutes === undefined ? '' : ` (every ${minutes} min)`}`;
			})
			.join(', ') || notSaid
	);
};

const nextUpdate = (board: Board, beat: Heartbeat | undefined, now: Instant): string =>
	beat?.nextAt === undefined ? notSaid : `${timeOf(board, beat.nextAt)}${beat.nextAt <= now ? ', passed' : ''}`;

const standing = ({board, now, version, madeBy}: ReportView): Block => {
	const {declaration, rhythm, escalation} = board;
	const beat = lastHeartbeat(rhythm);
	const period = currentPeriod(rhythm);
	return table(
		['Field', 'Value'],
		[
			['Incident', board.incident],
			['Number', beat === undefined ? 'no heartbeat has been held yet' : String(rhythm.heartbeats.length)],
			['Time', timeOf(board, now)],
			['Made by', makerWords({version, madeBy})],
			['Status', statusWords(board)],
			['Severity', declaration.severity],
			['Personal data', personalDataWords[declaration.personalData]],
			['Kind', declaration.incidentKind],
			['Category', declaration.triage.category ?? 'not recorded'],
			['Phase', declaration.phase],
			['Tier', escalation.tier],
			...commanders(board),
			['Incident Manager', heldBy(board, 'im')],
			['Deputy', heldBy(board, 'deputy')],
			['Responders', responders(board)],
			...(period === undefined
				? []
				: [['Operational period', `${period.number}, until ${timeOf(board, period.until)}`]]),
			['Next update', nextUpdate(board, beat, now)],
			['Distribution', distribution(board)],
		],
	);
};

/** The newest answer to one of the questions; one that is older than the last heartbeat says from when it is. */
const answered = ({board}: ReportView, question: 'happened' | 'means' | 'done' | 'next'): Block => {
	const last = lastHeartbeat(board.rhythm);
	const beat = board.rhythm.heartbeats.findLast(one => one[question] !== undefined);
	const text = beat?.[question];
	return paragraph(
		text === undefined
			? notSaid
			: beat === last
				? text
				: `${text} (said at the heartbeat of ${timeOf(board, beat?.at ?? '')})`,
	);
};

/** The four questions, each with its newest answer. */
const answers = (view: ReportView): readonly Block[] => {
	const {board} = view;
	const beat = lastHeartbeat(board.rhythm);
	return [
		paragraph(
			beat === undefined
				? 'No heartbeat has been held yet.'
				: `From the heartbeat of ${timeOf(board, beat.at)}, entry ${beat.entry}.`,
		),
		heading('What happened'),
		answered(view, 'happened'),
		heading('What it means for us'),
		answered(view, 'means'),
		heading('What we have done'),
		answered(view, 'done'),
		heading('What we do next'),
		answered(view, 'next'),
	];
};

const personalDataWords = {yes: 'involved', maybe: 'maybe involved', no: 'not involved'} as const;

const commanders = ({escalation, staffing}: Board): readonly (readonly string[])[] =>
	standingTiers(escalation).flatMap(({tier, commander}) =>
		commander === undefined ? [] : [[`${tier === 'gold' ? 'Gold' : 'Silver'} commander`, nameOf(staffing, commander)]],
	);

/** Actions that are open, most urgent first, and duties to notify that are still to be met. */
const owed = ({board, now}: ReportView): readonly Block[] => {
	const open = byUrgency(openActions(board.actions));
	const clocks = byDue(board.notifications).filter(isOutstanding);
	return [
		...(open.length === 0
			? []
			: [
					heading('Open actions'),
					table(
						['Action', 'What', 'Owner', 'Reports'],
						open.map(one => [
							one.ref,
							one.text,
							one.owner === undefined ? 'no owner' : nameOf(board.staffing, one.owner),
							one.due === undefined ? 'no time' : `${timeOf(board, one.due)}${one.due <= now ? ', late' : ''}`,
						]),
					),
				]),
		...(clocks.length === 0
			? []
			: [
					heading('Notifications to make'),
					table(
						['Clock', 'Duty', 'Due', 'Left'],
						clocks.map(one => [
							one.ref,
							one.regime.title,
							one.due === undefined ? '' : timeOf(board, one.due),
							countdownOf(one, now),
						]),
					),
				]),
	];
};

const objectives = ({board}: ReportView): readonly Block[] => {
	const aims = currentObjectives(board.rhythm);
	return aims.length === 0 ? [] : [heading('Objectives'), list(aims.map(one => one.text))];
};

const findings = ({board}: ReportView): readonly Block[] => [
	heading('Known, unknown, suspected'),
	tableOr(
		'Nothing is recorded as known, unknown or suspected.',
		['Finding', 'Certainty', 'What', 'From', 'Since'],
		(['known', 'unknown', 'suspected'] as const).flatMap(certainty =>
			ofCertainty(board.findings, certainty).map(one => [
				one.ref,
				certainty,
				one.text,
				nameOf(board.staffing, one.by),
				timeOf(board, one.since),
			]),
		),
	),
];

const sentence = (words: readonly string[], nothing: string): Block =>
	words.length === 0 ? paragraph(nothing) : list(words);

/** The incident as one voice report: what the log shows, and what the experts said last. */
const conditionsActionsNeeds = ({board, now}: ReportView): readonly Block[] => {
	const {declaration, escalation, staffing} = board;
	const reports = latestCanReports(board.rhythm);
	const said = (part: 'conditions' | 'actions' | 'needs'): readonly string[] =>
		reports.flatMap(one => {
			const text = one[part];
			return text === undefined ? [] : [`${nameOf(staffing, one.person)}, ${timeOf(board, one.at)}: ${text}`];
		});
	const open = openActions(board.actions);
	const refs = (actions: typeof open): string => actions.map(one => one.ref).join(', ');
	const [late, unowned, timeless] = [
		open.filter(one => isOverdue(one, now)),
		open.filter(one => isUnowned(one)),
		open.filter(one => one.due === undefined),
	];
	const waits = waiting(board.decisions).length;
	return [
		heading('Conditions, actions, needs'),
		heading('Conditions', 3),
		list([
			`${statusWords(board)}, ${declaration.severity}, ${declaration.phase}, ${escalation.tier}; personal data ${personalDataWords[declaration.personalData]}`,
			...declaration.flags.map(({flag, reason}) => `${flagWords[flag]}${because(reason)}`),
			...said('conditions'),
		]),
		heading('Actions', 3),
		list([
			`${open.length} open, ${late.length} overdue${late.length === 0 ? '' : ` (${refs(late)})`}, ${board.actions.length - open.length} ended`,
			...said('actions'),
		]),
		heading('Needs', 3),
		sentence(
			[
				...(incidentManager(staffing) === undefined ? [`${roleTitleOf(declaration, 'im')} is vacant`] : []),
				...(waits === 0 ? [] : [`${waits} recommended and not decided`]),
				...(unowned.length === 0 ? [] : [`an owner for ${refs(unowned)}`]),
				...(timeless.length === 0 ? [] : [`a report time for ${refs(timeless)}`]),
				...said('needs'),
			],
			'Nothing is asked for.',
		),
	];
};

const canReports = ({board}: ReportView): readonly Block[] => {
	const reports = latestCanReports(board.rhythm);
	return reports.length === 0
		? []
		: [
				heading('CAN reports'),
				table(
					['From', 'At', 'Conditions', 'Actions', 'Needs'],
					reports.map(one => [
						nameOf(board.staffing, one.person),
						timeOf(board, one.at),
						one.conditions ?? notSaid,
						one.actions ?? notSaid,
						one.needs ?? notSaid,
					]),
				),
			];
};

/** What waits for the Incident Manager: recommendations without a decision, and prompts that were put. */
const decisionsNeeded = ({board, prompts}: ReportView): readonly Block[] => [
	heading('Decisions needed'),
	tableOr(
		'Nothing waits for the Incident Manager.',
		['What', 'From', 'Since'],
		[
			...waiting(board.decisions).map(one => [
				`${one.text} (recommended in entry ${one.entry})`,
				nameOf(board.staffing, one.by),
				timeOf(board, one.at),
			]),
			...prompts.flatMap(one => {
				const put = answerTo(board.record, one.rule, one.subject);
				// What was put stays undecided also when doctrine has come back to it.
				return put?.answer === 'put' && put.basis === one.basis
					? [[`${one.text} (${one.rule})`, one.source, timeOf(board, put.at)]]
					: [];
			}),
		],
	),
];

/** `Situation report 2: INC-2026-0001 Payments database exposed`. */
export const situationTitle = (board: Board): string => {
	const number = board.rhythm.heartbeats.length;
	return `Situation report${number === 0 ? '' : ` ${number}`}: ${nameOfIncident(board)}`;
};

/** What the report says, without its title and its marking. */
export const situationBody = (view: ReportView): readonly Block[] => [
	standing(view),
	...answers(view),
	...conditionsActionsNeeds(view),
	...objectives(view),
	...findings(view),
	...owed(view),
	...canReports(view),
	...decisionsNeeded(view),
];

/** How the incident stands, for those outside the team: the last heartbeat's answers and what is needed now. */
export const situationReport = (view: ReportView): readonly Block[] =>
	dressed(view.board, situationTitle(view.board), situationBody(view));
