import type {Board} from '../board.ts';
import {type Action, byUrgency, circumstances, countdown, isOngoing} from '../duties/actions/state.ts';
import {openFollowUps} from '../duties/review/state.ts';
import {nameOf} from '../duties/staffing/state.ts';
import type {EventKind} from '../entry.ts';
import {type Block, heading, table, tableOr} from '../section.ts';
import {dayAndTime, type Instant} from '../time.ts';
import {tell} from '../timeline.ts';
import {documentControl} from './control.ts';
import {dressed, nameOfIncident} from './dress.ts';
import {gantt} from './gantt.ts';
import type {DocumentView} from './incident-log.ts';
import {drawn} from './pictures.ts';

const at = ({declaration}: Board, instant: Instant | undefined, otherwise = ''): string =>
	instant === undefined ? otherwise : dayAndTime(instant, declaration.zone);

const whose = ({staffing}: Board, {owner, team}: Action): string =>
	owner === undefined ? (team === undefined ? 'no owner' : `#${team}`) : nameOf(staffing, owner);

/** What is to be done, and what is known of it besides who and when. */
const what = (action: Action): string => {
	const more = circumstances(action);
	return more.length === 0 ? action.text : `${action.text} (${more.join(', ')})`;
};

/** Whether those affected were told of it: only of an action that affects somebody is it asked. */
const told = ({communications}: Board, {ref, affects}: Action): string => {
	const messages = communications.messages.filter(one => one.action === ref && one.status === 'sent');
	return messages.length > 0 ? messages.map(one => one.ref).join(', ') : affects === 'users' ? 'not told' : '';
};

const open = ({board, now}: DocumentView): readonly Block[] => [
	heading('Open'),
	tableOr(
		'No action is open.',
		['Action', 'What', 'Owner', 'Given by', 'Given', 'Acknowledged', 'Due', 'Left', 'Times missed', 'Users told'],
		byUrgency(board.actions.filter(isOngoing)).map(one => [
			one.ref,
			what(one),
			whose(board, one),
			nameOf(board.staffing, one.givenBy),
			at(board, one.givenAt),
			at(board, one.acknowledgedAt, 'not acknowledged'),
			at(board, one.due, 'no time'),
			countdown(one, now),
			String(one.missed),
			told(board, one),
		]),
	),
];

const ended = ({board}: DocumentView): readonly Block[] => [
	heading('Ended'),
	tableOr(
		'No action has ended.',
		['Action', 'What', 'Owner', 'Given by', 'Given', 'Acknowledged', 'Due', 'Ended', 'Result', 'Effect', 'Users told'],
		board.actions
			.filter(one => !isOngoing(one))
			.map(one => [
				one.ref,
				what(one),
				whose(board, one),
				nameOf(board.staffing, one.givenBy),
				at(board, one.givenAt),
				at(board, one.acknowledgedAt),
				at(board, one.due, 'no time'),
				at(board, one.endedAt),
				one.status === 'cancelled' ? 'cancelled' : (one.result ?? 'no result recorded'),
				// What is said of a cancelled one is why, not what came of it.
				one.status === 'cancelled' ? `because ${one.outcome ?? 'no reason recorded'}` : (one.outcome ?? ''),
				told(board, one),
			]),
	),
];

const onTheWay: ReadonlySet<string> = new Set<EventKind>([
	'action-reported',
	'action-extended',
	'action-reassigned',
	'action-instructed',
	'action-lead-named',
]);

/** Reports, new times, new owners and instructions, as the log tells them. */
const course = ({board, entries}: DocumentView): readonly Block[] => {
	const rows = entries.flatMap(entry => {
		const {event, number, occurredAt, by} = entry;
		return 'ref' in event && onTheWay.has(event.kind) && !board.struck.has(number)
			? [[event.ref, String(number), at(board, occurredAt), nameOf(board.staffing, by), tell(entry, board)]]
			: [];
	});
	return rows.length === 0
		? []
		: [heading('Reports and changes'), table(['Action', 'Entry', 'At', 'From', 'What'], rows)];
};

const followUps = ({board}: DocumentView): readonly Block[] => {
	const all = board.review.followUps;
	return all.length === 0
		? []
		: [
				heading(`Follow-ups, ${openFollowUps(board.review).length} open`),
				table(
					['Follow-up', 'What', 'Owner', 'Due', 'From', 'Done', 'Remark'],
					all.map(one => [
						one.ref,
						one.text,
						one.owner === undefined ? 'no owner' : nameOf(board.staffing, one.owner),
						at(board, one.due, 'no date'),
						one.lesson ?? '',
						at(board, one.doneAt, 'open'),
						one.remark ?? '',
					]),
				),
			];
};

/** What was given to whom: open actions by urgency, those that ended with their results, what was said on the way, follow-ups. */
export const actionList = (view: DocumentView): readonly Block[] =>
	dressed(view.board, `Actions: ${nameOfIncident(view.board)}`, [
		...documentControl(view),
		...open(view),
		...ended(view),
		...(view.options?.pictures === true ? drawn(gantt(view)) : []),
		...course(view),
		...followUps(view),
	]);
