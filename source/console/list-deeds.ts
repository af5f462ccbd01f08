import {batchMenu} from './batch.ts';
import {keysShown} from './filtered.ts';
import type {PaneName} from './layout.ts';
import {wordedRows, wordsOfRow} from './listing.ts';
import * as marking from './marks.ts';
import {keysOf, menuOf, startOf} from './rows.ts';
import type {Clipboard} from './screen/clipboard.ts';
import * as sessions from './session.ts';
import type {Session} from './session.ts';
import {placeOfStart} from './start.ts';
import type {Stores} from './stores.ts';
import type {View} from './view.ts';

/** What keys and the mouse do with lists: where they go, what is selected, marked, narrowed, opened and copied. */
export type ListDeeds = {
	/** The keys of the rows that a pane shows. */
	readonly keys: (pane: PaneName) => readonly string[];
	readonly focus: (pane: PaneName) => void;
	readonly moveFocus: (by: 1 | -1) => void;
	readonly move: (by: number) => void;
	/** How many rows a page of the list has that is meant. */
	readonly page: () => number;
	readonly openRow: () => void;
	/** Marks the selected row, or takes the mark off it; false where it is dealt with alone, and that is said. */
	readonly toggleMark: () => boolean;
	/** Marks the selected row and goes to the next one that can be marked. */
	readonly mark: () => void;
	/** Marks the selected row and the one beside it, which is selected then. */
	readonly markOn: (by: 1 | -1) => void;
	readonly markAll: () => void;
	readonly copyRow: () => void;
	/** Narrows a list, or shows it whole again; what is selected in it stays so, if it is still listed. */
	readonly narrow: (filter: sessions.Filter | undefined) => void;
	readonly filterBy: (words: string) => void;
};

export const createListDeeds = ({
	stores,
	view,
	clipboard,
}: {
	readonly stores: Stores;
	readonly view: View;
	/** Where a row is copied to. */
	readonly clipboard: Clipboard | undefined;
}): ListDeeds => {
	const {session: store, listed} = stores;
	const change = (how: (session: Session) => Session) => {
		store.set(how(store.get()));
	};

	const keys = (pane: PaneName, {filter} = store.get()) => keysShown(pane, listed.get(), stores.now.get(), filter);

	/** The pane that is meant, where it can be seen; the log where it cannot. */
	const paneMeant = (): PaneName => {
		const pane = sessions.paneMeant(store.get());
		return view.isReachable(pane) ? pane : 'log';
	};

	const narrow = (filter: sessions.Filter | undefined) => {
		const before = store.get();
		const pane = filter?.pane ?? before.filter?.pane;
		if (pane !== undefined) {
			const rows = keys(pane, {...before, filter});
			change(session => sessions.narrow(session, filter, {pane, keys: rows, start: startOf(pane, rows.length)}));
		}
	};

	const filterBy = (words: string) => {
		change(sessions.spent);
		const pane = paneMeant();
		// Only one list is narrowed at a time: the one before is whole again.
		narrow(undefined);
		if (words !== '') {
			narrow({pane, words});
			focus(pane);
			if (keys(pane).length === 0) {
				change(session => sessions.notify(session, `No row of ${pane} says “${words}” now; esc shows all.`, 'quiet'));
			}
		}
	};

	const focus = (pane: PaneName) => {
		const rows = keys(pane);
		change(session => sessions.focusOn(session, pane, rows, startOf(pane, rows.length)));
	};

	const moveFocus = (by: 1 | -1) => {
		const next = sessions.nextFocus(store.get(), view.reachable(), by);
		if (next === 'line') {
			change(sessions.toLine);
		} else {
			focus(next);
		}
	};

	/** The pane that keys for lists go to: from the line they look into the log, and leave the line as it is. */
	const listFocus = (): PaneName | undefined => {
		const {focus: at, selection, filter, zoom} = store.get();
		const pane = at === 'line' ? (selection?.pane ?? zoom ?? filter?.pane ?? 'log') : at;
		return view.isReachable(pane) ? pane : undefined;
	};

	const move = (by: number) => {
		const {layer} = store.get();
		if (layer.type === 'start') {
			const starts = stores.starts.get();
			const at = Math.max(0, Math.min(starts.length - 1, placeOfStart(starts, layer.line) + by));
			change(session => sessions.openStart(session, starts[at]?.line));
			return;
		}

		if (layer.type !== 'none') {
			change(session => sessions.moveInLayer(session, by, view.overflow()));
			return;
		}

		const pane = listFocus();
		if (pane !== undefined) {
			focus(pane);
			const at = store.get().selection?.index ?? 0;
			change(session => sessions.select(session, pane, keys(pane), at + by));
		}
	};

	const page = (): number => {
		const pane = listFocus();
		const {panes, body} = view.layout();
		const height = store.get().layer.type === 'none' && pane !== undefined ? panes[pane]?.height : body.height;
		return Math.max(1, (height ?? body.height) - 3);
	};

	/** Where the selected row is among all rows of its pane, filtered or not. */
	const placeOfSelection = (pane: PaneName): number => {
		const rows = keys(pane);
		const {selection} = store.get();
		const at = selection === undefined ? startOf(pane, rows.length) : sessions.placeOf(selection, rows);
		const all = keysOf(pane, listed.get(), stores.now.get());
		return all[at] === rows[at] ? at : all.indexOf(rows[at] ?? '');
	};

	const openRow = () => {
		const {focus: pane} = store.get();
		if (pane === 'line') {
			return;
		}

		const subjects = marking.markedSubjects(store.get(), pane, keys(pane));
		if (subjects.length > 1 || (subjects.length === 1 && !marking.isMarkedAlone(store.get(), pane))) {
			change(session => sessions.openMenu(session, batchMenu(pane, subjects, listed.get().board)));
			return;
		}

		const menu = menuOf(pane, placeOfSelection(pane), listed.get(), stores.now.get());
		if (menu === undefined || (menu.offers.length === 0 && menu.text === '')) {
			change(session => sessions.notify(session, 'Nothing can be done here.', 'quiet'));
		} else {
			change(session => sessions.openMenu(session, menu));
		}
	};

	const toggleMark = (): boolean => {
		const {focus: pane, selection} = store.get();
		if (pane === 'line' || selection === undefined) {
			return false;
		}

		const rows = keys(pane);
		const key = rows[sessions.placeOf(selection, rows)] ?? '';
		const canBe = marking.takesMarks(pane) && marking.subjectOf(pane, key) !== undefined;
		change(session =>
			canBe
				? marking.toggleMark(session, pane, key)
				: sessions.notify(session, 'This row is dealt with alone: enter opens it.', 'quiet'),
		);
		return canBe;
	};

	const markOn = (by: 1 | -1) => {
		const {focus: pane, selection} = store.get();
		if (pane !== 'line' && selection !== undefined) {
			const rows = keys(pane);
			const at = sessions.placeOf(selection, rows);
			move(by);
			change(session =>
				marking.mark(session, pane, rows.slice(Math.max(0, at + Math.min(0, by)), at + Math.max(0, by) + 1)),
			);
		}
	};

	const markAll = () => {
		const {focus: pane} = store.get();
		if (pane !== 'line') {
			change(session => marking.toggleAll(session, pane, keys(pane)));
		}
	};

	const copyRow = () => {
		const {selection} = store.get();
		const row =
			selection === undefined
				? undefined
				: wordedRows(selection.pane, listed.get(), stores.now.get()).at(placeOfSelection(selection.pane));
		if (row === undefined) {
			return;
		}

		if (clipboard === undefined) {
			change(session => sessions.notify(session, 'Nothing can be copied from here.', 'warn'));
			return;
		}

		const isCopied = clipboard.copy(wordsOfRow(row));
		change(session =>
			isCopied
				? sessions.notify(session, 'Copied, if this terminal lets programs copy.', 'quiet')
				: sessions.notify(session, 'That row is too long for the terminal to copy.', 'warn'),
		);
	};

	const mark = () => {
		const {focus: pane} = store.get();
		toggleMark();
		if (pane !== 'line') {
			move(marking.toNext(pane, keys(pane), store.get().selection?.index ?? 0));
		}
	};

	return {
		keys,
		focus,
		moveFocus,
		move,
		page,
		openRow,
		toggleMark,
		mark,
		markOn,
		markAll,
		copyRow,
		narrow,
		filterBy,
	};
};
