import {drawActions} from '../duties/actions/pane.tsx';
import {drawDecisions} from '../duties/decisions/pane.tsx';
import {drawFindings} from '../duties/findings/pane.tsx';
import {drawRecord, type LogLine} from '../duties/record/pane.tsx';
import {drawStaffing} from '../duties/staffing/pane.tsx';
import {drawListing} from '../looks/list-pane.tsx';
import type {Top} from '../looks/list.ts';
import type {MarkedRows} from '../looks/marks.ts';
import type {PaneDrawing} from '../looks/pane.ts';
import type {Size} from '../looks/size.ts';
import {briefName} from '../duties/staffing/state.ts';
import {profileOf} from '../duties/declaration/state.ts';
import {timelineLine} from '../timeline.ts';
import {type Instant, timesFrom} from '../time.ts';
import {drawFiltered} from './filtered-pane.ts';
import type {PaneName} from './layout.ts';
import {type ListName, listOf} from './lists.ts';
import {drawPrompts} from './prompts-pane.ts';
import {keysOf, type Listed} from './rows.ts';
import {type Filter, placeOf, type Selection} from './session.ts';

/** What a pane is drawn from. */
export type Seen = {
	readonly listed: Listed;
	readonly now: Instant;
	/**
	 * In this pane. A pane that the focus has left by typing keeps its place in sight: whoever writes about an old entry
	 * sees it.
	 */
	readonly selection: Selection | undefined;
	readonly isFocused: boolean;
	/** Where its list began when it was drawn last. */
	readonly top: Top | undefined;
	readonly marks: MarkedRows | undefined;
};

export type Pane = {
	/** As much of the clock as can be seen in it. */
	readonly clock: (now: Instant) => Instant;
	readonly draw: (seen: Seen, size: Size) => PaneDrawing;
};

/** Whole minutes are enough where only "2h14" is shown. */
const minuteOf = (now: Instant): Instant => `${now.slice(0, 16)}:00.000Z`;

const paneOf = (
	name: PaneName,
	draw: (
		seen: Seen,
		state: {readonly size: Size; readonly selected: number} & Omit<Seen, 'listed' | 'now'>,
	) => PaneDrawing,
	clock: (now: Instant) => Instant = minuteOf,
): Pane => ({
	clock,
	draw(seen, size) {
		const {selection, isFocused, top, marks, listed, now} = seen;
		const selected = selection === undefined ? 0 : placeOf(selection, keysOf(name, listed, now));
		return draw(seen, {size, selected, selection, isFocused, top, marks});
	},
});

/** A pane that one function draws, from data; the minute is enough for its countdowns. */
const listing = (name: ListName): Pane =>
	paneOf(name, ({listed, now}, state) => drawListing(listOf(name, listed), listed.board, minuteOf(now), state));

/** The same where its countdowns end in seconds, as those of the actions beside it do. */
const counting = (name: ListName): Pane =>
	paneOf(
		name,
		({listed, now}, state) => drawListing(listOf(name, listed), listed.board, now, state),
		now => now,
	);

const noLine: LogLine = {number: 0, times: [], who: '', whoInBrief: '', text: '', struck: undefined, isLate: false};

/** The pane of each name. */
export const panes: Readonly<Record<PaneName, Pane>> = {
	log: paneOf('log', ({listed: {board, entries}, now}, {selection, selected, ...state}) => {
		const lineAt = (index: number): LogLine => {
			const entry = entries[index];
			return entry === undefined
				? noLine
				: {
						...timelineLine(entry, board, minuteOf(now)),
						times: timesFrom(minuteOf(now), entry.occurredAt, board.declaration.zone),
						whoInBrief: briefName(board.staffing, entry.by),
					};
		};

		return drawRecord(
			{
				count: entries.length,
				seen: selection?.count,
				lineAt,
				selected: selection === undefined ? undefined : selected,
			},
			state,
		);
	}),
	prompts: paneOf('prompts', ({listed: {prompts, board, isUnasked}, now}, state) =>
		drawPrompts(prompts, {now: minuteOf(now), zone: board.declaration.zone}, state, isUnasked),
	),
	// Its countdowns end in seconds.
	actions: paneOf(
		'actions',
		({listed: {board}, now}, state) => drawActions(board, now, state),
		now => now,
	),
	roles: paneOf('roles', ({listed: {board}, now}, state) =>
		drawStaffing(board, minuteOf(now), profileOf(board.declaration).span.limit, state),
	),
	findings: paneOf('findings', ({listed: {board}}, state) => drawFindings(board, state)),
	decisions: paneOf('decisions', ({listed: {board}, now}, state) => drawDecisions(board, minuteOf(now), state)),
	communications: listing('communications'),
	notifications: listing('notifications'),
	escalation: listing('escalation'),
	rhythm: listing('rhythm'),
	handover: listing('handover'),
	evidence: listing('evidence'),
	review: listing('review'),
	injects: listing('injects'),
	plan: counting('plan'),
	expectations: counting('expectations'),
	span: listing('span'),
	untested: listing('untested'),
	times: counting('times'),
	replies: listing('replies'),
	'to complete': listing('to complete'),
	'late entries': listing('late entries'),
	channels: listing('channels'),
	messages: listing('messages'),
	updates: listing('updates'),
	stakeholders: listing('stakeholders'),
	'own actions': counting('own actions'),
	'own recommendations': listing('own recommendations'),
	'manager duties': listing('manager duties'),
	'deputy duties': listing('deputy duties'),
	'secretariat duties': listing('secretariat duties'),
	'expert duties': listing('expert duties'),
	'comms duties': listing('comms duties'),
	'liaison duties': listing('liaison duties'),
};

/** A pane while it is filtered. */
export const filteredPane = (filter: Filter): Pane => ({
	clock: minuteOf,
	draw: (seen, size) => drawFiltered(filter, seen, size),
});
