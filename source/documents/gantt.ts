import type {Board} from '../board.ts';
import {type Action, byUrgency, isOngoing, isOverdue} from '../duties/actions/state.ts';
import {briefName} from '../duties/staffing/state.ts';
import {inZone, type Instant, instantOf, later, minute, zoneName} from '../time.ts';
import type {DocumentView} from './incident-log.ts';
import {leftWords, mermaidText, pictureTitle} from './mermaid.ts';
import type {Picture} from './pictures.ts';
import {phaseStretches} from './timeline.ts';

/** More bars are a wall that tells nothing. */
const mostActions = 30;
const mostOthers = 12;
const labelWidth = 60;

/** A bar, and how it stands: `done`, `active`, `crit`. */
type Bar = {
	readonly label: string;
	readonly tags: readonly string[];
	readonly from: Instant;
	readonly to: Instant;
};

const whose = ({staffing}: Board, {owner, team}: Action): string =>
	owner === undefined ? (team === undefined ? 'no owner' : `#${team}`) : briefName(staffing, owner);

/** The open ones, most urgent first, then those that ended last; drawn in the order in which they were given. */
const drawnActions = ({actions}: Board): readonly Action[] => {
	const open = byUrgency(actions.filter(isOngoing)).slice(0, mostActions);
	const ended = actions
		.filter(one => !isOngoing(one) && one.endedAt !== undefined)
		.toSorted((a, b) => ((a.endedAt ?? '') < (b.endedAt ?? '') ? 1 : -1))
		.slice(0, mostActions - open.length);
	const shown = new Set([...open, ...ended]);
	return actions.filter(one => shown.has(one));
};

const actionBar = (board: Board, action: Action, now: Instant): Bar => ({
	label: `${action.ref} ${whose(board, action)}: ${action.text}`,
	tags: isOverdue(action, now)
		? ['crit', 'active']
		: isOngoing(action)
			? ['active']
			: action.result === 'failure'
				? ['crit', 'done']
				: ['done'],
	from: action.givenAt,
	to: action.endedAt ?? now,
});

const phaseBars = (view: DocumentView): readonly Bar[] =>
	phaseStretches(view).map(({phase, from, to, isGoingOn}) => ({
		label: phase,
		tags: isGoingOn ? ['active'] : [],
		from: instantOf(from),
		to: instantOf(to),
	}));

const commandBars = ({board, now}: DocumentView): readonly Bar[] =>
	board.staffing.assignments
		.filter(one => one.role === 'im')
		.map(one => ({
			// A line that began with somebody's name could begin with a word of Mermaid's: `click`, `section`.
			label: `in command: ${briefName(board.staffing, one.person)}`,
			tags: one.until === undefined && board.declaration.closedAt === undefined ? ['active'] : [],
			from: one.since,
			to: one.until ?? board.declaration.closedAt ?? now,
		}));

/** One clock for the whole picture: the incident's, unless it was changed on the way, which would bend the bars. */
const zoneFor = (bars: readonly Bar[], zone: string): string => {
	const names = new Set(bars.flatMap(({from, to}) => [zoneName(from, zone), zoneName(to, zone)]));
	return names.size > 1 ? 'UTC' : zone;
};

const barLine = ({label, tags, from, to}: Bar, zone: string): string => {
	// What began and ended within one minute is drawn all the same.
	const end = to > later(from, minute) ? to : later(from, minute);
	const times = [from, end].map(at => inZone(at, zone, 'yyyy-MM-dd HH:mm'));
	return `    ${mermaidText(label, labelWidth)} :${[...tags, ...times].join(', ')}`;
};

/** Phases, who was in command, and the actions as bars in Mermaid's language. */
export const gantt = (view: DocumentView): Picture | undefined => {
	const {board, now} = view;
	const actions = drawnActions(board);
	if (actions.length === 0) {
		return undefined;
	}

	const sections: readonly (readonly [string, readonly Bar[]])[] = [
		['Phase', phaseBars(view).slice(-mostOthers)],
		['Command', commandBars(view).slice(-mostOthers)],
		['Actions', actions.map(one => actionBar(board, one, now))],
	];
	const zone = zoneFor(
		sections.flatMap(([, bars]) => bars),
		board.declaration.zone,
	);
	const left = board.actions.length - actions.length;
	return {
		lines: [
			'gantt',
			`    title ${pictureTitle(board, zone)}`,
			'    dateFormat YYYY-MM-DD HH:mm',
			'    axisFormat %d %b %H:%M',
			...sections.flatMap(([title, bars]) =>
				bars.length === 0
					? []
					: [`    section ${mermaidText(title, labelWidth)}`, ...bars.map(bar => barLine(bar, zone))],
			),
		],
		left:
			left === 0
				? undefined
				: `${leftWords(left, board.actions.length, 'actions')} of the bars, those that ended first; the list of actions has them all.`,
	};
};
