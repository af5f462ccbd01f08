import type {ReactElement} from 'react';
import {ActionsPane} from '../duties/actions/pane.tsx';
import {countdown} from '../duties/actions/state.ts';
import {DeclarationPane} from '../duties/declaration/pane.tsx';
import {DecisionsPane} from '../duties/decisions/pane.tsx';
import {FindingsPane} from '../duties/findings/pane.tsx';
import {type LogLine, RecordPane} from '../duties/record/pane.tsx';
import {StaffingPane} from '../duties/staffing/pane.tsx';
import type {Size} from '../looks/frame.tsx';
import {Listing} from '../looks/list-pane.tsx';
import {briefName} from '../duties/staffing/state.ts';
import {profileOf} from '../duties/declaration/state.ts';
import {timelineLine} from '../timeline.ts';
import type {PaneName} from './layout.ts';
import {type ListName, lists} from './lists.ts';
import {aheadOf} from './ahead.ts';
import {PastHeader} from './past-header.tsx';
import {PromptsPane} from './prompts-pane.tsx';
import {keysOf} from './rows.ts';
import {placeOf, type Selection} from './session.ts';
import {useSelected} from './store.ts';
import type {Stores} from './stores.ts';

type PaneProps = {readonly stores: Stores; readonly size: Size};

const useListed = ({listed}: Stores) => useSelected(listed, value => value);

/** Whole minutes are enough where only "2h14" is shown. */
const useMinute = ({now}: Stores) => useSelected(now, value => `${value.slice(0, 16)}:00.000Z`);

/**
 * Where the pane's selection is, and whether keys go to it. A pane that the focus has left by typing keeps its place in
 * sight: whoever writes about an old entry sees it.
 */
const useSelection = (
	stores: Stores,
	pane: PaneName,
): {readonly selection: Selection | undefined; readonly selected: number; readonly isFocused: boolean} => {
	const isFocused = useSelected(stores.session, session => session.focus === pane);
	const selection = useSelected(stores.session, session =>
		session.selection?.pane === pane ? session.selection : undefined,
	);
	const listed = useListed(stores);
	return {
		selection,
		selected: selection === undefined ? 0 : placeOf(selection, keysOf(pane, listed, stores.now.get())),
		isFocused,
	};
};

const useListSelection = (stores: Stores, pane: PaneName) => {
	const {selected, isFocused} = useSelection(stores, pane);
	return {selected, isFocused};
};

export const HeaderPane = ({stores, size}: PaneProps): ReactElement => {
	const {board} = useListed(stores);
	const now = useSelected(stores.now, value => value);
	const past = useSelected(stores.past, value => value);
	return past === undefined ? (
		<DeclarationPane board={board} now={now} size={size} ahead={aheadOf(board)} />
	) : (
		<PastHeader board={board} past={past} size={size} />
	);
};

const Roles = ({stores, size}: PaneProps): ReactElement => {
	const {board} = useListed(stores);
	const now = useMinute(stores);
	const {limit} = profileOf(board.declaration).span;
	return <StaffingPane board={board} now={now} size={size} limit={limit} {...useListSelection(stores, 'roles')} />;
};

const Actions = ({stores, size}: PaneProps): ReactElement => {
	const {board} = useListed(stores);
	// Most seconds change no countdown: the pane is drawn again when one reads differently.
	const now = useSelected(
		stores.now,
		value => value,
		(one, other) => board.actions.every(action => countdown(action, one) === countdown(action, other)),
	);
	return <ActionsPane board={board} now={now} size={size} {...useListSelection(stores, 'actions')} />;
};

const Findings = ({stores, size}: PaneProps): ReactElement => {
	const {board} = useListed(stores);
	return <FindingsPane board={board} size={size} {...useListSelection(stores, 'findings')} />;
};

const Decisions = ({stores, size}: PaneProps): ReactElement => {
	const {board} = useListed(stores);
	const now = useMinute(stores);
	return <DecisionsPane board={board} now={now} size={size} {...useListSelection(stores, 'decisions')} />;
};

const noLine: LogLine = {number: 0, clock: '', who: '', whoInBrief: '', text: '', struck: undefined, isLate: false};

const Log = ({stores, size}: PaneProps): ReactElement => {
	const {board, entries} = useListed(stores);
	const {selection, selected, isFocused} = useSelection(stores, 'log');
	const lineAt = (index: number): LogLine => {
		const entry = entries[index];
		return entry === undefined
			? noLine
			: {...timelineLine(entry, board), whoInBrief: briefName(board.staffing, entry.by)};
	};

	return (
		<RecordPane
			count={entries.length}
			seen={selection?.count}
			lineAt={lineAt}
			size={size}
			selected={selection === undefined ? undefined : selected}
			isFocused={isFocused}
		/>
	);
};

const Prompts = ({stores, size}: PaneProps): ReactElement => {
	const {prompts, board} = useListed(stores);
	return (
		<PromptsPane prompts={prompts} zone={board.declaration.zone} size={size} {...useListSelection(stores, 'prompts')} />
	);
};

/** A pane that one component draws, from data; the minute is enough for its countdowns. */
const listing =
	(name: ListName) =>
	({stores, size}: PaneProps): ReactElement => {
		const {board} = useListed(stores);
		const now = useMinute(stores);
		return <Listing pane={lists[name]} board={board} now={now} size={size} {...useListSelection(stores, name)} />;
	};

/** The pane of each name. */
export const panes: Readonly<Record<PaneName, (props: PaneProps) => ReactElement>> = {
	log: Log,
	prompts: Prompts,
	actions: Actions,
	roles: Roles,
	findings: Findings,
	decisions: Decisions,
	communications: listing('communications'),
	notifications: listing('notifications'),
	escalation: listing('escalation'),
	rhythm: listing('rhythm'),
	handover: listing('handover'),
	evidence: listing('evidence'),
	review: listing('review'),
};
