import type {Where} from '../keymap.ts';
import type {PaneName} from '../layout.ts';
import {panesIn, type ViewName, viewNamed, views, viewsFrom} from '../views.ts';
import {openMenu} from './layers.ts';
import {type Filter, notify, type Selection, type Session} from './state.ts';

/** Where the focus goes from here among the panes that can be shown; beyond the last one is the line. */
export const nextFocus = ({focus}: Session, panes: readonly PaneName[], by: 1 | -1): Session['focus'] => {
	const stops = ['line', ...panes] as const;
	const at = Math.max(0, stops.indexOf(focus));
	return stops[(at + by + stops.length) % stops.length] ?? 'line';
};

/** Where a selection is among the rows now: at its key, or where that was. */
export const placeOf = ({key, index}: Selection, keys: readonly string[]): number => {
	const found = keys[index] === key ? index : keys.indexOf(key);
	return found === -1 ? Math.max(0, Math.min(keys.length - 1, index)) : found;
};

/** Selects the row at `index` of a pane, which gets the focus. */
export const select = (session: Session, pane: PaneName, keys: readonly string[], index: number): Session => {
	const at = Math.max(0, Math.min(keys.length - 1, index));
	const key = keys[at];
	return {
		...session,
		focus: pane,
		selection: key === undefined ? undefined : {pane, key, index: at, count: keys.length},
		lastPane: pane,
		zoom: session.zoom === undefined ? undefined : pane,
		notice: undefined,
	};
};

/** The focus goes to a pane: to the row that was selected there, or to the one at `start`. */
export const focusOn = (session: Session, pane: PaneName, keys: readonly string[], start: number): Session =>
	select(session, pane, keys, session.selection?.pane === pane ? placeOf(session.selection, keys) : start);

/** The focus goes to the line, and the panes show again what they show by themselves. */
export const toLine = (session: Session): Session => ({
	...session,
	focus: 'line',
	selection: undefined,
	notice: undefined,
});

/**
 * Narrows a list to the rows that say these words, or shows it whole again. `keys` are those of the rows that are listed
 * from now on: the selection stays on its row, or goes to the row at `start` where that is no longer listed.
 */
export const narrow = (
	session: Session,
	filter: Filter | undefined,
	{pane, keys, start}: {readonly pane: PaneName; readonly keys: readonly string[]; readonly start: number},
): Session => {
	const {selection} = session;
	if (selection?.pane !== pane) {
		return {...session, filter};
	}

	const at = keys.includes(selection.key) ? placeOf(selection, keys) : start;
	return {...select(session, pane, keys, at), filter, focus: session.focus, notice: session.notice};
};

/** The pane that is meant where no list has the focus: the one whose row is selected, else the last. */
export const paneMeant = ({focus, selection, lastPane}: Session): PaneName =>
	focus === 'line' ? (selection?.pane ?? lastPane) : focus;

/** Gives the pane that is meant the whole body, or takes that back. */
export const zoom = (session: Session): Session => ({
	...session,
	zoom: session.zoom === undefined ? paneMeant(session) : undefined,
	notice: undefined,
});

/**
 * Goes to another view. What is half typed stays; focus, selection, filter, marks and zoom stay with a list that is in that
 * view too, and are let go with one that is not.
 */
export const toView = (session: Session, view: ViewName): Session => {
	const panes = panesIn(view);
	const {focus, selection, filter, marks, zoom: zoomed, lastPane} = session;
	const has = (pane: PaneName | undefined) => pane !== undefined && panes.includes(pane);
	return {
		...session,
		view,
		focus: focus !== 'line' && has(focus) ? focus : 'line',
		selection: has(selection?.pane) ? selection : undefined,
		filter: has(filter?.pane) ? filter : undefined,
		marks: has(marks?.pane) ? marks : undefined,
		zoom: has(zoomed) ? zoomed : undefined,
		// On the way through the views nobody has looked at a list: each view begins with its own.
		lastPane: has(selection?.pane) && has(lastPane) ? lastPane : (panes[0] ?? 'log'),
		layer: {type: 'none'},
		notice: undefined,
	};
};

/** Goes to the view of that name, or of the role of that name; without one it lists them. */
export const askForView = (session: Session, named: string): Session => {
	const view = viewNamed(named, session.home);
	if (view !== undefined) {
		return toView(session, view);
	}

	return named === ''
		? openMenu(session, {
				title: 'View',
				text: '',
				offers: viewsFrom(session.home).map(name => ({
					label: `${views[name].title}: ${views[name].summary}`,
					line: `view ${name}`,
				})),
				selected: viewsFrom(session.home).indexOf(session.view),
			})
		: notify(session, `There is no view ${named}. The views are ${viewsFrom(session.home).join(', ')}.`, 'warn');
};

/** What Esc takes back before anything else when no layer is open: the newest of what stands in the way. */
export const inTheWay = ({
	shelved,
	focus,
	filter,
	marks,
	zoom: zoomed,
}: Session): 'marks' | 'filter' | 'zoom' | undefined => {
	if (focus === 'line' && shelved !== '') {
		return undefined;
	}

	if (marks !== undefined && (focus === 'line' || focus === marks.pane)) {
		return 'marks';
	}

	if (filter !== undefined && (focus === 'line' || focus === filter.pane)) {
		return 'filter';
	}

	return zoomed === undefined ? undefined : 'zoom';
};

/** The pane that must be on the screen, however small that is. */
export const frontOf = ({focus, selection, filter}: Session): PaneName | undefined =>
	focus === 'line' ? (selection?.pane ?? filter?.pane) : focus;

/** Where keys are pressed now. */
export const whereOf = ({layer, focus}: Session): 'line' | 'pane' | 'menu' | 'palette' | 'help' => {
	if (layer.type !== 'none') {
		// A page is read with the keys of the help; of what may be begun one is taken as from any menu.
		return layer.type === 'page' ? 'help' : layer.type === 'start' ? 'menu' : layer.type;
	}

	return focus === 'line' ? 'line' : 'pane';
};

/**
 * The places where keys are pressed now, the uppermost first: while the board is past its keys lie over the others, and
 * so do those of a replay.
 */
export const placesOf = (session: Session, isPast: boolean, isReplay = false): readonly Where[] => {
	const where = whereOf(session);
	const {layer} = session;
	if ((layer.type === 'page' && layer.isPicture) || ((isPast || isReplay) && where === 'pane')) {
		return [isReplay ? 'replay list' : 'past list', where];
	}

	return isReplay && where === 'line' ? ['replay', where] : isPast && where === 'line' ? ['past', where] : [where];
};
