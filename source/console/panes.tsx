import type {ReactElement} from 'react';
import {ActionsPane} from '../duties/actions/pane.tsx';
import {DeclarationPane} from '../duties/declaration/pane.tsx';
import {DecisionsPane} from '../duties/decisions/pane.tsx';
import {FindingsPane} from '../duties/findings/pane.tsx';
import {RecordPane} from '../duties/record/pane.tsx';
import {StaffingPane} from '../duties/staffing/pane.tsx';
import type {Size} from '../looks/frame.tsx';
import {profileNamed} from '../profiles/index.ts';
import {timelineLine} from '../timeline.ts';
import type {PaneName} from './layout.ts';
import {PromptsPane} from './prompts-pane.tsx';
import {keysOf, startOf} from './rows.ts';
import {placeOf} from './session.ts';
import {useSelected} from './store.ts';
import type {Stores} from './stores.ts';

type PaneProps = {readonly stores: Stores; readonly size: Size};

const useListed = ({listed}: Stores) => useSelected(listed, value => value);

/** Whole minutes are enough where only "2h14" is shown. */
const useMinute = ({now}: Stores) => useSelected(now, value => `${value.slice(0, 16)}:00.000Z`);

/** Where the pane's selection is, and whether keys go to it. */
const useSelection = (stores: Stores, pane: PaneName): {readonly selected: number; readonly isFocused: boolean} => {
	const isFocused = useSelected(stores.session, session => session.focus === pane);
	const selection = useSelected(stores.session, session => session.selections[pane]);
	const listed = useListed(stores);
	if (!isFocused) {
		return {selected: 0, isFocused};
	}

	const keys = keysOf(pane, listed);
	return {selected: placeOf(selection, keys, startOf(pane, keys.length)), isFocused};
};

export const HeaderPane = ({stores, size}: PaneProps): ReactElement => {
	const {board} = useListed(stores);
	const now = useSelected(stores.now, value => value);
	return <DeclarationPane board={board} now={now} size={size} />;
};

const Roles = ({stores, size}: PaneProps): ReactElement => {
	const {board} = useListed(stores);
	const now = useMinute(stores);
	const {limit} = profileNamed(board.declaration.profile).span;
	return <StaffingPane board={board} now={now} size={size} limit={limit} {...useSelection(stores, 'roles')} />;
};

const Actions = ({stores, size}: PaneProps): ReactElement => {
	const {board} = useListed(stores);
	const now = useSelected(stores.now, value => value);
	return <ActionsPane board={board} now={now} size={size} {...useSelection(stores, 'actions')} />;
};

const Findings = ({stores, size}: PaneProps): ReactElement => {
	const {board} = useListed(stores);
	return <FindingsPane board={board} size={size} {...useSelection(stores, 'findings')} />;
};

const Decisions = ({stores, size}: PaneProps): ReactElement => {
	const {board} = useListed(stores);
	return <DecisionsPane board={board} size={size} {...useSelection(stores, 'decisions')} />;
};

const Log = ({stores, size}: PaneProps): ReactElement => {
	const {board, entries} = useListed(stores);
	const lineAt = (index: number) => {
		const entry = entries[index];
		return entry === undefined
			? {number: index + 1, clock: '', who: '', text: '', struck: undefined, isLate: false}
			: timelineLine(entry, board);
	};

	return <RecordPane count={entries.length} lineAt={lineAt} size={size} {...useSelection(stores, 'log')} />;
};

const Prompts = ({stores, size}: PaneProps): ReactElement => {
	const {prompts, board} = useListed(stores);
	return <PromptsPane prompts={prompts} zone={board.declaration.zone} size={size} {...useSelection(stores, 'prompts')} />;
};

/** The pane of each name. */
export const panes: Readonly<Record<PaneName, (props: PaneProps) => ReactElement>> = {
	log: Log,
	prompts: Prompts,
	actions: Actions,
	roles: Roles,
	findings: Findings,
	decisions: Decisions,
};
