import type {Board} from '../board.ts';
import {byUrgency, openActions} from '../duties/actions/state.ts';
import {lastMessage, waitingMessages} from '../duties/communications/state.ts';
import {waiting} from '../duties/decisions/state.ts';
import {profileOf} from '../duties/declaration/state.ts';
import {openSuggestions, standingTiers, tierWords} from '../duties/escalation/state.ts';
import {exerciseSection} from '../duties/exercise/section.ts';
import {ofCertainty} from '../duties/findings/state.ts';
import {uncoveredHead, uncoveredRows} from '../duties/handover/section.ts';
import {holding, lacks, longestShift, onDuty, type Transfer} from '../duties/handover/state.ts';
import {countdownOf, isOutstanding, wordsOfClock} from '../duties/notifications/state.ts';
import {answerTo, answerWords} from '../duties/record/state.ts';
import {currentObjectives, currentPeriod, lastHeartbeat, runningCall} from '../duties/rhythm/state.ts';
import {activeAssignments, holders, nameOf, standingTeams, titleOf} from '../duties/staffing/state.ts';
import {type Block, type Cell, heading, list, paragraph, table} from '../section.ts';
import {dayAndTime, elapsed, hour, type Instant, inBrief, later, minute, timeLeft} from '../time.ts';
import {tell} from '../timeline.ts';
import {because} from '../words.ts';
import {makerWords} from './control.ts';
import {dressed, nameOfIncident} from './dress.ts';
import type {DocumentView} from './incident-log.ts';
import {milestones} from './kinds.ts';
import {structure} from './structure.ts';

/** What the board does not know. The one who hands over says it, or says that there is none. */
const notRecorded = 'not recorded';

const at = ({declaration}: Board, instant: Instant | undefined): string =>
	instant === undefined ? notRecorded : dayAndTime(instant, declaration.zone);

const name = ({staffing}: Board, handle: string | undefined): string =>
	handle === undefined ? notRecorded : nameOf(staffing, handle);

/** A heading with what stands under it, or that nothing is recorded. */
const part = (title: string, blocks: readonly Block[]): readonly Block[] => [
	heading(title),
	...(blocks.length === 0 ? [paragraph(notRecorded)] : blocks),
];

const listed = (items: readonly string[]): readonly Block[] => (items.length === 0 ? [] : [list(items)]);

const tabled = (head: readonly string[], rows: readonly (readonly Cell[])[]): readonly Block[] =>
	rows.length === 0 ? [] : [table(head, rows)];

/** As many are told; a brief is read to somebody. */
const mostMilestones = 30;

const history = ({board, entries}: DocumentView): readonly Block[] => {
	const all = entries.filter(one => milestones.has(one.event.kind) && !board.struck.has(one.number));
	const left = all.length - mostMilestones;
	return part('History', [
		...(left > 0 ? [paragraph(`The first ${left} are left out here and stand in the log.`)] : []),
		...listed(
			all.slice(-mostMilestones).map(one => `${at(board, one.occurredAt)}, entry ${one.number}: ${tell(one, board)}`),
		),
		...tabled(
			['Finding', 'Certainty', 'What', 'Since'],
			(['known', 'suspected', 'unknown'] as const).flatMap(certainty =>
				ofCertainty(board.findings, certainty).map(one => [one.ref, certainty, one.text, at(board, one.since)]),
			),
		),
	]);
};

const objectives = ({board}: DocumentView): readonly Block[] => {
	const period = currentPeriod(board.rhythm);
	const {severity, phase} = board.declaration;
	return part('Priorities and objectives', [
		paragraph(
			`Severity ${severity}, ${phase}${period === undefined ? '' : `; operational period ${period.number} until ${at(board, period.until)}`}.`,
		),
		...(currentObjectives(board.rhythm).length === 0
			? [paragraph(`Objectives: ${notRecorded}`)]
			: listed(currentObjectives(board.rhythm).map(one => one.text))),
	]);
};

const plan = ({board}: DocumentView): readonly Block[] => {
	const beat = lastHeartbeat(board.rhythm);
	return part('Current plan', [
		...(beat?.next === undefined
			? []
			: [paragraph(`${beat.next} (heartbeat of ${at(board, beat.at)}, entry ${beat.entry})`)]),
		...(beat?.nextAt === undefined ? [] : [paragraph(`Next heartbeat: ${at(board, beat.nextAt)}`)]),
		...listed(
			board.decisions.decisions.flatMap(one =>
				one.next === undefined ? [] : [`${one.ref} ${one.text}: next decision point ${at(board, one.next)}`],
			),
		),
	]);
};

const people = ({board}: DocumentView): readonly Block[] => {
	const open = Map.groupBy(openActions(board.actions), one => one.owner);
	return part(
		'People and assignments',
		tabled(
			['Role', 'Person', 'Since', 'Accepted', 'Open actions'],
			activeAssignments(board.staffing).map(one => [
				titleOf(board.declaration, one.role),
				name(board, one.person),
				at(board, one.since),
				at(board, one.acceptedAt),
				(open.get(one.person) ?? []).map(({ref}) => ref).join(', '),
			]),
		),
	);
};

const organisation = (view: DocumentView): readonly Block[] =>
	part(
		'Organisation',
		structure(view).filter(block => block.type === 'figure'),
	);

const channels = ({board}: DocumentView): readonly Block[] => {
	const call = runningCall(board.rhythm);
	return part(
		'Facilities and channels',
		listed([
			...(call === undefined
				? []
				: [`call since ${at(board, call.startedAt)}${call.channel === undefined ? '' : `, ${call.channel}`}`]),
			...board.communications.channels
				.filter(one => one.closedAt === undefined)
				.map(one => `${one.name}${one.purpose === undefined ? '' : `: ${one.purpose}`}`),
			...standingTeams(board.staffing).flatMap(one =>
				one.channel === undefined ? [] : [`#${one.name}: ${one.channel}`],
			),
		]),
	);
};

const messages = ({board}: DocumentView): readonly Block[] => {
	const {communications} = board;
	const last = lastMessage(communications);
	return part('State of communications', [
		paragraph(
			last === undefined
				? `Last message sent: ${notRecorded}`
				: `Last message sent: ${last.ref} to ${last.audience} at ${at(board, last.sentAt)}: ${last.text}`,
		),
		...tabled(
			['Message', 'To', 'Status', 'Text'],
			waitingMessages(communications).map(one => [one.ref, one.audience, one.status, one.text]),
		),
	]);
};

const constraints = ({board: {declaration, communications}}: DocumentView): readonly Block[] =>
	part(
		'Constraints',
		listed([
			...(declaration.marking === undefined ? [] : [`marked ${declaration.marking}`]),
			...(declaration.personalData === 'no'
				? []
				: [declaration.personalData === 'yes' ? 'personal data is involved' : 'personal data may be involved']),
			...(communications.cleared === undefined && declaration.incidentKind === 'security'
				? ['not cleared: nobody outside the team may learn of it']
				: []),
		]),
	);

const authority = ({board}: DocumentView): readonly Block[] =>
	part(
		'Delegated authority',
		listed(
			standingTiers(board.escalation).map(
				one =>
					`${one.tier} (${tierWords[one.tier]}) since ${at(board, one.since)}, commander: ${name(board, one.commander)}${because(one.reason)}`,
			),
		),
	);

const hypotheses = ({board}: DocumentView): readonly Block[] =>
	part(
		'Hypotheses',
		tabled(
			['Hypothesis', 'Status', 'What', 'Because'],
			(['open', 'confirmed', 'eliminated'] as const).flatMap(status =>
				board.findings.hypotheses
					.filter(one => one.status === status)
					.map(one => [one.ref, status, one.text, one.reason ?? '']),
			),
		),
	);

const openDecisions = ({board, prompts}: DocumentView): readonly Block[] => {
	const items = [
		...waiting(board.decisions).map(one => `${one.text} (recommended by ${name(board, one.by)} in entry ${one.entry})`),
		...openSuggestions(board.escalation).map(
			one => `${one.tier} command? (suggested by ${name(board, one.by)} in entry ${one.entry})`,
		),
		...prompts.flatMap(one => {
			const put = answerTo(board.record, one.rule, one.subject);
			// What was put stays undecided also when doctrine has come back to it.
			return put?.answer === 'put' && put.basis === one.basis
				? [`${one.text} (${one.rule}, put at ${at(board, put.at)})`]
				: [];
		}),
	];
	return [
		heading('Open decisions'),
		items.length === 0 ? paragraph('None waits for the Incident Manager.') : list(items),
	];
};

/** What doctrine asks and nobody has answered, most urgent first. */
const asked = ({prompts}: DocumentView): readonly Block[] => {
	const open = prompts.filter(one => one.severity !== 'info' && one.put === undefined);
	return [
		heading('Prompts open'),
		open.length === 0 ? paragraph('None.') : list(open.map(({rule, severity, text}) => `${rule} ${severity}: ${text}`)),
	];
};

const dueSoon = ({board, now}: DocumentView): readonly Block[] => {
	const limit = later(now, hour);
	const due = byUrgency(openActions(board.actions)).filter(one => one.due !== undefined && one.due <= limit);
	return [
		heading('Actions due in the next hour'),
		...(due.length === 0
			? [paragraph('None.')]
			: [
					table(
						['Action', 'What', 'Owner', 'Due', 'Left'],
						due.map(one => [
							one.ref,
							one.text,
							one.owner === undefined ? (one.team === undefined ? 'no owner' : `#${one.team}`) : name(board, one.owner),
							at(board, one.due),
							one.due === undefined ? '' : timeLeft(one.due, now),
						]),
					),
				]),
	];
};

const clocks = ({board, now}: DocumentView): readonly Block[] =>
	part(
		'Clocks',
		tabled(
			['Clock', 'Duty', 'Due', 'Left'],
			board.notifications.clocks
				.filter(isOutstanding)
				.map(one => [one.ref, wordsOfClock(one), at(board, one.due), countdownOf(one, now)]),
		),
	);

/** Answers that still hold back a prompt, the newest of each; a deferral whose time has come has ended. */
const heldBack = ({board, now}: DocumentView): readonly Block[] => {
	const newest = new Map(board.record.answers.map(one => [`${one.rule} ${one.subject}`, one]));
	return part(
		'Prompts deferred or overridden',
		tabled(
			['Rule', 'About', 'Asked', 'Answer', 'Until', 'Because', 'Authorised by'],
			[...newest.values()]
				.filter(
					one =>
						one.answer === 'override' ||
						one.answer === 'na' ||
						(one.answer === 'defer' && one.until !== undefined && one.until > now),
				)
				.map(one => [
					one.rule,
					one.subject,
					one.asked,
					answerWords[one.answer],
					one.until === undefined ? '' : at(board, one.until),
					one.reason ?? '',
					one.authorisedBy === undefined ? '' : name(board, one.authorisedBy),
				]),
		),
	);
};

const welfare = ({board, now}: DocumentView): readonly Block[] => {
	const {work, rest} = profileOf(board.declaration).minutes;
	const until = board.declaration.closedAt ?? now;
	const offline = new Map(board.handover.offline.map(one => [one.person, one.from]));
	return part(
		'Welfare',
		tabled(
			['Person', 'At work since', 'For', 'Note'],
			onDuty(board.staffing, board.handover).map(({person, since, before}) => {
				const leaving = offline.get(person.handle);
				return [
					person.name,
					at(board, since),
					inBrief(Math.max(0, elapsed(since, until))),
					[
						...(elapsed(since, until) >= Math.max(longestShift, work) * minute
							? ['longer than any shift: its end is not recorded']
							: elapsed(since, until) >= work * minute
								? ['a pause is due']
								: []),
						...(before !== undefined && elapsed(before, since) < rest * minute
							? [`not rested since ${at(board, before)}`]
							: []),
						...(leaving === undefined ? [] : [`offline from ${at(board, leaving)}`]),
					].join('; '),
				];
			}),
		),
	);
};

/** The transfers that are open or lack something; where there are none, the last of command. */
const transfersShown = ({board, now}: DocumentView): readonly {one: Transfer; lacking: readonly string[]}[] => {
	const {handover, staffing, rhythm} = board;
	const surroundings = {
		isHolder: holding(staffing),
		heartbeats: rhythm.heartbeats,
		reached: (moment: Instant) => moment <= now,
	};
	const all = handover.transfers
		.filter(one => one.withdrawn === undefined)
		.map(one => ({one, lacking: lacks(one, surroundings)}));
	const open = all.filter(({one, lacking}) => one.passed === undefined || lacking.length > 0);
	return open.length > 0 ? open : all.filter(({one}) => one.role === 'im').slice(-1);
};

const handovers = (view: DocumentView): readonly Block[] => {
	const {board} = view;
	return part(
		'Handover',
		tabled(
			['Role', 'From', 'To', 'Briefed', 'Effective time', 'Incoming accepts', 'Announced', 'Lacks'],
			transfersShown(view).map(({one, lacking}) => [
				titleOf(board.declaration, one.role),
				name(board, one.from),
				name(board, one.to),
				at(board, one.briefedAt),
				at(board, one.passed?.at ?? one.effectiveAt),
				at(board, one.acceptedAt),
				at(board, one.announcedAt),
				lacking.length === 0 ? 'nothing' : lacking.join(', '),
			]),
		),
	);
};

const uncovered = ({board, now}: DocumentView): readonly Block[] => {
	const rows = uncoveredRows(board, now);
	return rows.length === 0 ? [] : [heading('Roles not covered'), table(uncoveredHead, rows)];
};

const control = ({board, now, version, madeBy, entries}: DocumentView): Block => {
	const managers = holders(board.staffing, 'im').map(one => name(board, one.person));
	return table(
		['Field', 'Value'],
		[
			['Incident', board.incident],
			['Made at', at(board, now)],
			['Made by', makerWords({version, madeBy})],
			['Last entry', String(entries.at(-1)?.number ?? 0)],
			[titleOf(board.declaration, 'im'), managers.join(', ') || 'VACANT'],
		],
	);
};

/** What whoever takes over is told: every field that doctrine wants in a briefing, and where the board knows nothing. */
export const handoverBrief = (view: DocumentView): readonly Block[] =>
	dressed(view.board, `Handover brief: ${nameOfIncident(view.board)}`, [
		control(view),
		...handovers(view),
		...history(view),
		...objectives(view),
		...plan(view),
		...people(view),
		...organisation(view),
		...channels(view),
		...messages(view),
		...constraints(view),
		...authority(view),
		...hypotheses(view),
		...openDecisions(view),
		...dueSoon(view),
		...asked(view),
		...clocks(view),
		...heldBack(view),
		...welfare(view),
		...uncovered(view),
		...exerciseSection(view),
	]);
