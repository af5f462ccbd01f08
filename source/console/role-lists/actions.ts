import type {Board} from '../../board.ts';
import {
	type Action,
	byUrgency,
	countdown,
	isOngoing,
	isOverdue,
	isUnowned,
	openActions,
} from '../../duties/actions/state.ts';
import {nameOf, personNamed, teamOf} from '../../duties/staffing/state.ts';
import {stateCell} from '../../looks/cell.ts';
import type {ListPane, PaneRow} from '../../looks/list-pane.tsx';
import {type Instant, timeFrom} from '../../time.ts';
import {offersOfAction} from '../offers.ts';
import type {Listed} from '../rows.ts';

const refWidth = 4;
const stateWidth = 11;

const lacksOf = (action: Action): readonly string[] => [
	...(isUnowned(action) ? ['owner'] : []),
	...(action.due === undefined ? ['time'] : []),
];

const incomplete = ({actions}: Board): readonly {readonly action: Action; readonly lacks: readonly string[]}[] =>
	openActions(actions)
		.map(action => ({action, lacks: lacksOf(action)}))
		.filter(({lacks}) => lacks.length > 0)
		// Without an owner nobody does it at all.
		.toSorted((one, other) => Number(isUnowned(other.action)) - Number(isUnowned(one.action)));

/** Open actions that lack an owner or a time to report. */
export const incompletePane: ListPane = {
	title(board) {
		const count = incomplete(board).length;
		return `Actions to complete${count === 0 ? '' : ` · ${count}`}`;
	},
	empty: 'Every action has an owner and a time.',
	rows: ({staffing, ...board}) =>
		incomplete({staffing, ...board}).map(({action, lacks}): PaneRow => {
			const {ref, text, owner, team} = action;
			const whose = owner === undefined ? (team === undefined ? undefined : `#${team}`) : nameOf(staffing, owner);
			return {
				key: ref,
				lead: [
					{text: `${ref} `, tone: 'strong', width: refWidth},
					{text: `${lacks.length === 2 ? 'neither' : `no ${lacks.join('')}`} `, tone: 'warn', width: stateWidth},
				],
				text: `${text}${whose === undefined ? '' : ` · ${whose}`}`,
				title: ref,
				whole: `${text} (lacks ${lacks.join(' and ')})`,
				offers: [
					...(isUnowned(action) ? [{label: 'give it to', line: `reassign ${ref} @`}] : []),
					...(action.due === undefined ? [{label: 'set a time', line: `extend ${ref} by `}] : []),
					{label: 'cancel', line: `cancel ${ref} because `},
				],
			};
		}),
};

/** Whether it is theirs, or their sub-team's. */
const isTheirs = ({owner, team}: Action, who: string, {staffing}: Board): boolean =>
	owner === who || (owner === undefined && team !== undefined && team === teamOf(staffing, who)?.name);

const ownRow = (action: Action, {declaration}: Board, now: Instant): PaneRow => {
	const {ref, text, due, team, owner} = action;
	const isLate = isOverdue(action, now);
	return {
		key: ref,
		lead: [
			{text: `${ref} `, tone: isOngoing(action) ? 'strong' : 'quiet', width: refWidth},
			stateCell(
				countdown(action, now),
				isLate ? 'urgent' : isOngoing(action) ? (due === undefined ? 'warn' : 'plain') : 'quiet',
				stateWidth,
			),
		],
		text: [
			text,
			...(owner === undefined && team !== undefined ? [`#${team}`] : []),
			...(isOngoing(action) && due !== undefined ? [`by ${timeFrom(now, due, declaration.zone)}`] : []),
			...(action.status === 'open' ? ['not acknowledged'] : []),
			...(action.status === 'done' && action.result === undefined ? ['no result'] : []),
		].join(' · '),
		...(isOngoing(action) ? {} : {tone: 'quiet'}),
		title: ref,
		offers: offersOfAction(action),
	};
};

/** Who sits here, where the board knows them. */
export const seatWords = ({who}: Listed, {staffing}: Board): string =>
	who === undefined || personNamed(staffing, who) === undefined ? '' : ` · ${nameOf(staffing, who)}`;

/** What stands where nothing is listed: whose it would be has to be known first. */
export const emptyFor = ({who, board: {staffing}}: Listed, otherwise: string): string =>
	who === undefined || personNamed(staffing, who) === undefined
		? 'Whose? Start with --as @name to see your own.'
		: otherwise;

/** The actions of whoever sits here and of their sub-team, most urgent first. */
export const ownActionsPane = (listed: Listed): ListPane => ({
	title(board, now) {
		const {who = ''} = listed;
		const open = openActions(board.actions).filter(one => isTheirs(one, who, board));
		const overdue = open.filter(one => isOverdue(one, now)).length;
		return [
			`Own actions${seatWords(listed, board)}`,
			`${open.length} open${overdue === 0 ? '' : `, ${overdue} overdue`}`,
		].join(' · ');
	},
	empty: emptyFor(listed, 'No action is yours.'),
	rows(board, now) {
		const {who} = listed;
		return who === undefined
			? []
			: byUrgency(board.actions)
					.filter(one => isTheirs(one, who, board))
					.map(one => ownRow(one, board, now));
	},
});
