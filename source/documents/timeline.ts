import type {Board} from '../board.ts';
import {type Action, byUrgency, isOngoing} from '../duties/actions/state.ts';
import {type Phase, phases} from '../duties/declaration/events.ts';
import {type Clock, isOutstanding, nameOfClock} from '../duties/notifications/state.ts';
import {roleKeys} from '../duties/staffing/events.ts';
import {briefName, titleOf} from '../duties/staffing/state.ts';
import type {Entry} from '../entry.ts';
import {inAscii} from '../looks/glyphs.ts';
import {type Block, figure, heading, list, paragraph} from '../section.ts';
import {clip, columns as columnsOf, forTerminal} from '../text.ts';
import {dayAndTime, hour, type Instant, inBrief, instantOf, minute, second, zoneName} from '../time.ts';
import {
	type Axis,
	type Bar,
	chartInAscii,
	countsOf,
	crossed,
	drawAxis,
	drawBars,
	drawCounts,
	drawMarks,
	type Mark,
	signs,
} from './chart.ts';
import type {DocumentView} from './incident-log.ts';

/** What the picture is made from, and how it is to be drawn. */
export type TimelineView = DocumentView & {
	/** How wide the picture may be; 100 unless told. */
	readonly columns?: number | undefined;
	/** A moment that is marked through the whole picture. */
	readonly cursor?: Instant | undefined;
	/** Signs and bars in ASCII. */
	readonly isAscii?: boolean | undefined;
};

const usualColumns = 100;
/** Below this nothing can be told apart: it is drawn so wide and cut. */
const leastColumns = 24;
const leastLabel = 10;
const mostActions = 30;
const leastSpan = minute;
/** How far ahead due times widen the picture when an incident has just begun. */
const leastAhead = 15 * minute;
/** A silence that is shorter is drawn, however short the incident was. */
const leastSilence = 24 * hour;

/** What the drawing looks at: the view with what does not stand left out, and its times as numbers. */
type Scene = {
	readonly board: Board;
	readonly standing: readonly Entry[];
	readonly moments: readonly number[];
	readonly now: number;
	readonly closedAt: number | undefined;
};

/** What a line of the picture shows, whatever it is drawn with. */
type Content =
	| {readonly type: 'bars'; readonly bars: readonly Bar[]}
	| {readonly type: 'marks'; readonly marks: readonly Mark[]}
	| {readonly type: 'counts'; readonly moments: readonly number[]}
	| {readonly type: 'words'; readonly text: string};

/** A line of the picture: what stands at its left, the second part kept whole the longer, and what it shows. */
export type Row = {readonly label: readonly [text: string, kept?: string]; readonly content: Content};

/** Rows under a title; rows without one stand by themselves. */
export type Group = {readonly title?: string; readonly rows: readonly Row[]};

/** The incident over time, before it is drawn: moments as numbers, `closedAt` undefined while it is open. */
export type Timeline = Pick<Axis, 'from' | 'to' | 'zone'> & {
	readonly groups: readonly Group[];
	/** The actions, which have a picture of their own where there is room. */
	readonly actions: Group;
	readonly now: number;
	readonly closedAt: number | undefined;
	/** Due times that lie beyond it, in words. */
	readonly beyond: readonly string[];
};

const parsed = (at: Instant | undefined): number | undefined => (at === undefined ? undefined : Date.parse(at));

const sceneOf = ({board, entries, now}: DocumentView): Scene => {
	const standing = entries.filter(({number}) => !board.struck.has(number));
	return {
		board,
		standing,
		moments: standing.map(({occurredAt}) => Date.parse(occurredAt)),
		now: Date.parse(now),
		closedAt: parsed(board.declaration.closedAt),
	};
};

const rowOfBars = (label: Row['label'], bars: readonly Bar[]): Row => ({label, content: {type: 'bars', bars}});

/** The due times that still count. */
const duesAhead = ({actions, notifications}: Board): readonly number[] =>
	[...actions.filter(isOngoing), ...notifications.clocks.filter(isOutstanding)].flatMap(({due}) =>
		due === undefined ? [] : [Date.parse(due)],
	);

/**
 * From the first event to now, or to the last event where the incident is closed or was left alone for long; with due
 * times that come soon. A clock of 72 hours does not squeeze the first hour into one column: it runs out of the picture.
 */
const boundsOf = ({board, moments, now, closedAt}: Scene): Pick<Axis, 'from' | 'to'> => {
	const from = moments.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
	// A signature or a review weeks after the close must not squeeze the incident into one column.
	const aftermath =
		closedAt === undefined ? Number.POSITIVE_INFINITY : closedAt + Math.max(closedAt - from, leastSilence);
	const last = moments.reduce((one, other) => (other <= aftermath ? Math.max(one, other) : one), from);
	if (closedAt !== undefined || now - last > Math.max(leastSilence, 4 * (last - from))) {
		return {from, to: Math.max(last, from + leastSpan)};
	}

	const end = Math.max(now, last);
	const limit = end + Math.max((end - from) / 2, leastAhead);
	const to = duesAhead(board).reduce((latest, due) => (due <= limit ? Math.max(latest, due) : latest), end);
	return {from, to: Math.max(to, from + leastSpan)};
};

/** From a moment on this phase is in force; undefined: none, it is closed. */
type Change = {readonly at: number; readonly phase: Phase | undefined};

/**
 * When the phase changed. As on the board, what is said last holds from the moment that it names: it takes the place of
 * every change that was said before for a later moment.
 */
const phaseChanges = ({standing}: Scene): readonly Change[] => {
	let changes: readonly Change[] = [];
	let current: Phase | undefined;
	for (const {event, occurredAt} of standing) {
		if (event.kind === 'incident-declared' || event.kind === 'phase-set') {
			current = event.phase;
		} else if (event.kind !== 'incident-closed' && event.kind !== 'incident-reopened') {
			continue;
		}

		const at = Date.parse(occurredAt);
		const phase = event.kind === 'incident-closed' ? undefined : current;
		changes = [...changes.filter(one => one.at < at), {at, phase}];
	}

	return changes;
};

const phaseBars = (scene: Scene): ReadonlyMap<Phase, readonly Bar[]> => {
	const bars = new Map<Phase, Bar[]>();
	const changes = phaseChanges(scene);
	for (const [index, {at, phase}] of changes.entries()) {
		if (phase !== undefined) {
			const next = changes[index + 1];
			const bar = {from: at, to: Math.max(at, next?.at ?? scene.now), isGoingOn: next === undefined};
			bars.set(phase, [...(bars.get(phase) ?? []), bar]);
		}
	}

	return bars;
};

/** Each phase, from when to when; as numbers. */
export const phaseStretches = (view: DocumentView): readonly (Bar & {readonly phase: Phase})[] =>
	[...phaseBars(sceneOf(view))]
		.flatMap(([phase, bars]) => bars.map(bar => ({...bar, phase})))
		.sort((a, b) => a.from - b.from);

const phaseGroup = (scene: Scene): Group => {
	const bars = phaseBars(scene);
	return {
		title: 'Phase',
		rows: phases.flatMap(phase => (bars.has(phase) ? [rowOfBars([phase], bars.get(phase) ?? [])] : [])),
	};
};

/** What a role or a team lasts: nobody holds one beyond the close. */
const lasting = ({now, closedAt}: Scene, since: Instant, until: Instant | undefined): Bar => {
	const from = Date.parse(since);
	const end = parsed(until) ?? (closedAt !== undefined && from <= closedAt ? closedAt : undefined);
	return {from, to: Math.max(from, end ?? now), isGoingOn: end === undefined};
};

const roleGroup = (scene: Scene): Group => {
	const {staffing, declaration} = scene.board;
	return {
		title: 'Roles',
		rows: roleKeys.flatMap(role =>
			[
				...Map.groupBy(
					staffing.assignments.filter(one => one.role === role),
					one => one.person,
				),
			].map(([person, held]) =>
				rowOfBars(
					[titleOf(declaration, role), briefName(staffing, person)],
					held.map(one => ({...lasting(scene, one.since, one.until), marked: parsed(one.acceptedAt)})),
				),
			),
		),
	};
};

const teamGroup = (scene: Scene): Group => {
	const {staffing} = scene.board;
	return {
		title: 'Sub-teams',
		rows: [...Map.groupBy(staffing.teams, one => one.name)].map(([name, all]) => {
			const lead = all.at(-1)?.lead;
			return rowOfBars(
				lead === undefined ? [`#${name}`] : [`#${name}`, briefName(staffing, lead)],
				all.map(one => lasting(scene, one.since, one.mergedAt)),
			);
		}),
	};
};

const actionSign = (action: Action): string =>
	isOngoing(action)
		? signs.open
		: action.status === 'cancelled'
			? signs.dropped
			: action.result === 'failure'
				? signs.failed
				: signs.done;

const whose = ({staffing}: Board, {owner, team}: Action): string =>
	owner === undefined ? (team === undefined ? '' : ` #${team}`) : ` ${briefName(staffing, owner)}`;

/** The open ones by urgency, then as many as there is room for of those that ended last, as they were given. */
const drawnActions = ({actions}: Board): readonly Action[] => {
	const open = byUrgency(actions.filter(isOngoing)).slice(0, mostActions);
	const ended = actions
		.filter(one => !isOngoing(one))
		.toSorted((a, b) => ((a.endedAt ?? '') > (b.endedAt ?? '') ? -1 : 1))
		.slice(0, mostActions - open.length);
	const chosen = new Set(ended);
	return [...open, ...actions.filter(one => chosen.has(one))];
};

const actionGroup = ({board, now}: Scene): Group => {
	const drawn = drawnActions(board);
	const omitted = board.actions.length - drawn.length;
	return {
		title: omitted === 0 ? 'Actions' : `Actions (${omitted} more are not drawn)`,
		rows: drawn.map(action => {
			const from = Date.parse(action.givenAt);
			return rowOfBars(
				[`${action.ref}${whose(board, action)}: ${action.text}`],
				[
					{
						from,
						to: Math.max(from, parsed(action.endedAt) ?? now),
						isGoingOn: isOngoing(action),
						due: parsed(action.due),
						sign: actionSign(action),
					},
				],
			);
		}),
	};
};

const clockRow = (clock: Clock, now: number): Row => {
	const {anchorAt, due, metAt, waiver, status} = clock;
	const label: Row['label'] = [nameOfClock(clock)];
	const end = parsed(status === 'not-notifying' ? waiver?.at : metAt);
	const sign = status === 'not-notifying' ? signs.dropped : end === undefined ? signs.open : signs.done;
	const from = parsed(anchorAt);
	if (from === undefined) {
		return end === undefined
			? {label, content: {type: 'words', text: 'no anchor'}}
			: rowOfBars(label, [{from: end, to: end, isGoingOn: false, sign}]);
	}

	return rowOfBars(label, [
		{from, to: Math.max(from, end ?? now), isGoingOn: isOutstanding(clock), due: parsed(due), sign},
	]);
};

const clockGroup = ({board, now}: Scene): Group => ({
	title: 'Statutory clocks',
	rows: board.notifications.clocks.map(clock => clockRow(clock, now)),
});

const marksGroup = (label: string, marks: readonly Mark[]): Group => ({
	rows: marks.length === 0 ? [] : [{label: [label], content: {type: 'marks', marks}}],
});

/** Every sending; a draft that waits stands where it was written. */
const messageMarks = ({communications}: Board): readonly Mark[] =>
	communications.messages.flatMap(({ref, sendings, status, draftedAt}): readonly Mark[] =>
		sendings.length > 0
			? sendings.map(({at}) => ({at: Date.parse(at), sign: signs.event, ref}))
			: status === 'withdrawn'
				? []
				: [{at: Date.parse(draftedAt), sign: signs.waiting, ref}],
	);

const decisionMarks = ({decisions}: Board): readonly Mark[] =>
	decisions.decisions.map(({at, ref}) => ({at: Date.parse(at), sign: signs.event, ref}));

const entriesGroup = ({moments}: Scene): Group => ({rows: [{label: ['Entries'], content: {type: 'counts', moments}}]});

const groupsOf = (scene: Scene): readonly Group[] =>
	[
		entriesGroup(scene),
		phaseGroup(scene),
		marksGroup('Decisions', decisionMarks(scene.board)),
		marksGroup('Messages', messageMarks(scene.board)),
		roleGroup(scene),
		teamGroup(scene),
		actionGroup(scene),
		clockGroup(scene),
	].filter(({rows}) => rows.length > 0);

/** Rows under a title stand one column in. */
const indentOf = ({title}: Group): string => (title === undefined ? '' : ' ');

const wholeLabel = (label: Row['label']): string => label.map(part => forTerminal(part ?? '')).join(' ');

/** A label in exactly `width` columns. A title is cut before a name: it can be guessed from its beginning. */
export const fitted = (label: Row['label'], width: number): string => {
	const [text, kept] = label.map(part => forTerminal(part ?? ''));
	const tail = kept === undefined ? '' : ` ${clip(kept, Math.floor((width * 2) / 3))}`;
	const fit = clip(text ?? '', width - columnsOf(tail)) + tail;
	return fit + ' '.repeat(Math.max(0, width - columnsOf(fit)));
};

/** As wide as the widest label, and never more than a third of the page. */
const labelWidth = (groups: readonly Group[], width: number): number => {
	const widest = groups
		.flatMap(group => group.rows.map(({label}) => columnsOf(indentOf(group) + wholeLabel(label))))
		.reduce((one, other) => Math.max(one, other), leastLabel);
	return Math.min(widest, Math.max(leastLabel, Math.floor(width / 3)));
};

/** A row's content in characters, in as many lines as it needs. */
const drawn = (content: Content, axis: Axis): readonly string[] => {
	switch (content.type) {
		case 'bars': {
			return [drawBars(axis, content.bars)];
		}

		case 'marks': {
			return drawMarks(axis, content.marks);
		}

		case 'counts': {
			return [drawCounts(countsOf(axis, content.moments))];
		}

		case 'words': {
			return [clip(content.text, axis.width)];
		}
	}
};

const groupLines = (group: Group, axis: Axis, width: number, cursor: number | undefined): readonly string[] => {
	const indent = indentOf(group);
	return [
		...(group.title === undefined ? [] : [group.title]),
		...group.rows.flatMap(({label, content}) =>
			drawn(content, axis).map((line, index) =>
				`${indent}${fitted(index === 0 ? label : [''], width - indent.length)} ${crossed(line, axis, cursor)}`.trimEnd(),
			),
		),
	];
};

/** `45s`, `6m`, `2h14`. */
export const inWords = (milliseconds: number): string =>
	milliseconds < minute ? `${Math.max(1, Math.round(milliseconds / second))}s` : inBrief(milliseconds);

/** Whose clock the picture tells, what stands below the tallest bar, and where it ends when that is not now. */
const scaleWords = (axis: Axis, {moments, now, closedAt}: Scene): string => {
	const {zone, from, to, width} = axis;
	const [first, last] = [zoneName(instantOf(from), zone), zoneName(instantOf(to), zone)];
	const after = moments.filter(one => one > to).length;
	const most = countsOf(axis, moments).reduce((one, other) => Math.max(one, other), 0);
	return [
		`Times in ${zone}${first === zone ? '' : ` (${first})`}${first === last ? '' : `; the clock changes to ${last}`}.`,
		`A column is about ${inWords((to - from) / width)}; the tallest holds ${most} ${most === 1 ? 'entry' : 'entries'}.`,
		...(closedAt === undefined ? [] : [`Closed ${dayAndTime(instantOf(closedAt), zone)}.`]),
		...(after === 0 ? [] : [`${after === 1 ? '1 later entry is' : `${after} later entries are`} not drawn.`]),
		...(closedAt === undefined && now > to
			? [`It is drawn to the last entry; nothing was written since, and now is ${dayAndTime(instantOf(now), zone)}.`]
			: []),
	].join(' ');
};

/** What each sign of the picture means. */
export const meanings: readonly (readonly [sign: string, meaning: string])[] = [
	[signs.bar, 'from when to when'],
	[signs.accepted, 'role accepted'],
	[signs.event, 'decided or sent, alone where its ref has no room'],
	[signs.waiting, 'message waits to be sent'],
	[signs.due, 'due'],
	[signs.left, 'time left'],
	[signs.late, 'late'],
	[signs.open, 'open'],
	[signs.done, 'done'],
	[signs.failed, 'failed'],
	[signs.dropped, 'called off'],
	[signs.before, 'since before'],
	[signs.after, 'beyond the picture'],
	[signs.cursor, 'the moment that the board shows'],
	[signs.now, 'now'],
];

/** What the signs say: those that are drawn. */
const keyWords = (lines: readonly string[]): string =>
	meanings
		.flatMap(([sign, meaning]) => (lines.some(line => line.includes(sign)) ? [`${sign} ${meaning}`] : []))
		.join(', ');

/** Due times that the picture does not reach, in words. */
const beyond = ({board}: Scene, {to}: Pick<Axis, 'to'>): readonly string[] => {
	const {zone} = board.declaration;
	const dues = [
		...board.notifications.clocks.filter(isOutstanding).map(clock => ({name: nameOfClock(clock), due: clock.due})),
		...drawnActions(board)
			.filter(isOngoing)
			.map(({ref, due}) => ({name: ref, due})),
	];
	return dues.flatMap(({name, due}) =>
		due !== undefined && Date.parse(due) > to ? [`${name} is due ${dayAndTime(due, zone)}, beyond the picture`] : [],
	);
};

/** The same readings for who draws them otherwise; undefined while nothing has happened. */
export const timelineOf = (view: DocumentView): Timeline | undefined => {
	const scene = sceneOf(view);
	if (scene.standing.length === 0) {
		return undefined;
	}

	const bounds = boundsOf(scene);
	const actions = actionGroup(scene);
	return {
		...bounds,
		zone: view.board.declaration.zone,
		groups: groupsOf(scene).filter(({title}) => title !== actions.title),
		actions,
		now: scene.now,
		closedAt: scene.closedAt,
		beyond: beyond(scene, bounds),
	};
};

/**
 * The incident over time, drawn for a page of `columns`: entries, phases, who held which role, sub-teams, actions,
 * decisions, messages and statutory clocks over one axis on the incident's wall clock. What is struck is not in it.
 */
export const timelinePage = (view: TimelineView): readonly Block[] => {
	const title = heading('The incident over time');
	const scene = sceneOf(view);
	if (scene.standing.length === 0) {
		return [title, paragraph('Nothing has happened yet.')];
	}

	const cursor = parsed(view.cursor);
	const columns = view.columns ?? usualColumns;
	const width = Math.max(leastColumns, columns);
	const groups = groupsOf(scene);
	const left = labelWidth(groups, width);
	const axis: Axis = {...boundsOf(scene), width: width - left - 1, zone: view.board.declaration.zone};
	const shown = (line: string) => (view.isAscii === true ? inAscii(chartInAscii(line)) : line);
	const lines = [
		...drawAxis(axis, scene.now).map((line, index) =>
			// Words stand over the rule: the cursor begins on it.
			`${' '.repeat(left + 1)}${index < 2 ? line : crossed(line, axis, cursor)}`.trimEnd(),
		),
		...groups.flatMap(group => groupLines(group, axis, left, cursor)),
	];
	return [
		title,
		figure(lines.map(line => shown(clip(line, columns)))),
		list([scaleWords(axis, scene), keyWords(lines), ...beyond(scene, axis)].map(shown)),
	];
};
