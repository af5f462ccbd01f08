import type {Board} from '../board.ts';
import {byUrgency, openActions} from '../duties/actions/state.ts';
import {ofCertainty} from '../duties/findings/state.ts';
import {roleKeys} from '../duties/staffing/events.ts';
import {holders, nameOf, spans, standingTeams, titleOf} from '../duties/staffing/state.ts';
import type {Entry} from '../entry.ts';
import {nextUpdate, waitingMessages} from '../duties/communications/state.ts';
import {byDue, countdownOf, isOutstanding} from '../duties/notifications/state.ts';
import {profileOf} from '../duties/declaration/state.ts';
import type {Prompt} from '../rule.ts';
import {type Block, type Cell, heading, paragraph, table, tableOr} from '../section.ts';
import {clip, forTerminal} from '../text.ts';
import {clockTime, clockTimeWithZone, elapsed, type Instant, inZone, stopwatch, timeLeft} from '../time.ts';
import {exerciseBanner} from './dress.ts';
import {entryCell, lateWords} from './log.ts';

/** What the board's page is made from. */
export type BoardView = {
	readonly board: Board;
	readonly now: Instant;
	/** What doctrine asks at this moment, most urgent first. */
	readonly prompts: readonly Prompt[];
};

/** A board is read at a glance: a longer text is in the log. */
const longestText = 400;
const shownEntries = 10;

const brief = (text: string): string => clip(forTerminal(text), longestText);

/** A clock time; with its day when that is not today's. */
const shortTime = (at: Instant, {board, now}: BoardView): string => {
	const {zone} = board.declaration;
	const day = inZone(at, zone, 'yyyy-MM-dd');
	return day === inZone(now, zone, 'yyyy-MM-dd') ? clockTime(at, zone) : `${day} ${clockTime(at, zone)}`;
};

const header = (view: BoardView): readonly Block[] => {
	const {board, now} = view;
	const {declaration, incident} = board;
	const {title, exercise, severity, incidentKind, personalData, phase, declaredAt, closedAt, zone, marking} =
		declaration;
	const data = {yes: ' · personal data', maybe: ' · maybe personal data', no: ''}[personalData];
	return [
		heading(`${exercise ? 'EXERCISE ' : ''}${incident} ${brief(title)}`, 1),
		paragraph(
			[
				`${severity} ${incidentKind}${data}`,
				closedAt === undefined
					? `${phase.toUpperCase()} · ${board.escalation.tier.toUpperCase()}`
					: `CLOSED ${shortTime(closedAt, view)}`,
				...(declaredAt === undefined ? [] : [stopwatch(elapsed(declaredAt, closedAt ?? now))]),
				`${inZone(now, zone, 'yyyy-MM-dd')} ${clockTimeWithZone(now, zone)}`,
			].join('   '),
		),
		...(exercise ? [paragraph(exerciseBanner)] : []),
		...(marking === undefined ? [] : [paragraph(marking)]),
	];
};

const roles = (view: BoardView): readonly Block[] => {
	const {staffing, actions, declaration} = view.board;
	const open = openActions(actions);
	return [
		heading('Roles'),
		table(
			['Role', 'Person', 'Since', 'Accepted', 'Open actions'],
			roleKeys.flatMap((role): readonly (readonly Cell[])[] => {
				const held = holders(staffing, role);
				return held.length === 0
					? [[titleOf(declaration, role), 'VACANT', '', '', '']]
					: held.map(one => [
							titleOf(declaration, role),
							nameOf(staffing, one.person),
							shortTime(one.since, view),
							one.acceptedAt === undefined ? 'not yet' : shortTime(one.acceptedAt, view),
							String(open.filter(action => action.owner === one.person).length),
						]);
			}),
		),
	];
};

const teams = (view: BoardView): readonly Block[] => {
	const {staffing} = view.board;
	const standing = standingTeams(staffing);
	return standing.length === 0
		? []
		: [
				heading('Sub-teams'),
				table(
					['Sub-team', 'Lead', 'Members', 'Task', 'Reports'],
					standing.map(one => [
						`#${one.name}`,
						one.lead === undefined ? 'no lead' : nameOf(staffing, one.lead),
						one.members.map(member => nameOf(staffing, member)).join(', '),
						brief(one.task ?? ''),
						one.due === undefined ? '' : `${shortTime(one.due, view)}, ${timeLeft(one.due, view.now)}`,
					]),
				),
			];
};

const span = ({board}: BoardView): readonly Block[] => {
	const {staffing, declaration} = board;
	const {limit} = profileOf(declaration).span;
	return [
		heading('Span of control'),
		tableOr(
			'Nobody supervises anybody.',
			['Supervisor', 'Direct reports', 'Who'],
			spans(staffing).map(one => [
				nameOf(staffing, one.supervisor),
				`${one.reports.length} of ${limit}${one.reports.length > limit ? ', too many' : ''}`,
				one.reports.map(person => nameOf(staffing, person)).join(', '),
			]),
		),
	];
};

const ownerWords = ({staffing}: Board, owner: string | undefined, team: string | undefined): string =>
	owner === undefined ? (team === undefined ? 'no owner' : `#${team}`) : nameOf(staffing, owner);

const actionRows = (view: BoardView): readonly Block[] => {
	const {board, now} = view;
	return [
		heading('Actions'),
		tableOr(
			'No action is open.',
			['Action', 'What', 'Owner', 'Report by', 'When', 'Status'],
			byUrgency(openActions(board.actions)).map(one => [
				one.ref,
				brief(one.text),
				ownerWords(board, one.owner, one.team),
				one.due === undefined ? 'no time' : shortTime(one.due, view),
				one.due === undefined ? '' : timeLeft(one.due, now),
				one.status,
			]),
		),
	];
};

const findings = (view: BoardView): readonly Block[] => {
	const {board} = view;
	return [
		heading('Findings'),
		tableOr(
			'Nothing is recorded as known, suspected or unknown.',
			['Finding', 'Certainty', 'What', 'From', 'Since'],
			(['known', 'suspected', 'unknown', 'refuted'] as const).flatMap(certainty =>
				ofCertainty(board.findings, certainty).map(one => [
					one.ref,
					certainty,
					brief(one.text),
					nameOf(board.staffing, one.by),
					shortTime(one.since, view),
				]),
			),
		),
	];
};

const decisions = (view: BoardView): readonly Block[] => {
	const {board} = view;
	return board.decisions.decisions.length === 0
		? []
		: [
				heading('Decisions'),
				table(
					['Decision', 'What', 'Because', 'Decided by', 'At'],
					board.decisions.decisions.map(one => [
						one.ref,
						brief(one.text),
						brief(one.reason ?? 'no reason recorded'),
						one.decider === undefined ? 'nobody in command' : nameOf(board.staffing, one.decider),
						shortTime(one.at, view),
					]),
				),
			];
};

/** Duties to notify that are still to be met, soonest first. */
const clocks = (view: BoardView): readonly Block[] => {
	const outstanding = byDue(view.board.notifications).filter(isOutstanding);
	return outstanding.length === 0
		? []
		: [
				heading('Notifications'),
				table(
					['Clock', 'Duty', 'To whom', 'Due', 'Left'],
					outstanding.map(one => [
						one.ref,
						brief(one.regime.title),
						brief(one.regime.recipient),
						one.due === undefined ? '' : shortTime(one.due, view),
						countdownOf(one, view.now),
					]),
				),
			];
};

/** Messages that wait, and who is to hear next. */
const communications = (view: BoardView): readonly Block[] => {
	const waiting = waitingMessages(view.board.communications);
	const cadences = view.board.communications.audiences.flatMap(one => {
		const next = nextUpdate(one);
		return next === undefined ? [] : [{name: one.name, next}];
	});
	return [
		...(waiting.length === 0
			? []
			: [
					heading('Messages waiting'),
					table(
						['Message', 'For', 'Status', 'Text'],
						waiting.map(one => [one.ref, one.audience, one.status, brief(one.text)]),
					),
				]),
		...(cadences.length === 0
			? []
			: [
					heading('Next updates'),
					table(
						['Audience', 'At', 'When'],
						cadences.map(one => [one.name, shortTime(one.next, view), timeLeft(one.next, view.now)]),
					),
				]),
	];
};

const promptRows = ({prompts}: BoardView): readonly Block[] => [
	heading('Prompts'),
	tableOr(
		'Doctrine asks nothing now.',
		['Rule', 'Urgency', 'Asks'],
		prompts.map(one => [
			one.rule,
			one.severity,
			`${brief(one.text)}${one.put === undefined ? '' : ' (put to the Incident Manager)'}`,
		]),
	),
];

const shortened = (cell: Cell): Cell =>
	typeof cell === 'string' ? brief(cell) : {...cell, text: brief(cell.text), note: brief(cell.note ?? '')};

const newest = ({past}: Board): readonly Entry[] => {
	const found: Entry[] = [];
	for (let at = past; at !== undefined && found.length < shownEntries; at = at.before) {
		found.push(at.entry);
	}

	return found.toReversed();
};

const log = (view: BoardView): readonly Block[] => {
	const {board} = view;
	return [
		heading('Log'),
		tableOr(
			'Nothing has been written.',
			['No', 'Happened', 'By', 'Entry'],
			newest(board).map(entry => {
				const late = lateWords(entry, board);
				return [
					String(entry.number),
					`${shortTime(entry.occurredAt, view)}${late === undefined ? '' : ` ${brief(late)}`}`,
					nameOf(board.staffing, entry.by),
					shortened(entryCell(entry, board)),
				];
			}),
		),
	];
};

/** The board at a glance: who holds what, who owes what, what is known, what doctrine asks, and the newest entries. */
export const boardPage = (view: BoardView): readonly Block[] => [
	...header(view),
	...roles(view),
	...teams(view),
	...span(view),
	...actionRows(view),
	...findings(view),
	...decisions(view),
	...clocks(view),
	...communications(view),
	...promptRows(view),
	...log(view),
];
