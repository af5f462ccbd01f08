import type {Completion} from '../language/complete.ts';
import type {Offer} from '../rule.ts';
import type {Tone} from '../looks/theme.ts';
import type {Where} from './keymap.ts';
import type {PaneName} from './layout.ts';
import {panesIn, type ViewName, viewNamed, views, viewsFrom} from './views.ts';
import {type Edit, edits, emptyLine, insert, type Line, lineOf, replaceBack} from './line.ts';
import {type Pasted, pasteMenu} from './paste.ts';
import {noSteps, redone, rested, type Run, type Step, stepped, type Steps, undone} from './steps.ts';

/** What a menu offers; `hint` is said beside it where it puts no line into the composer. */
export type MenuOffer = Offer & {readonly hint?: string};

/** What a menu says about one row, and offers for it. */
export type Menu = {
	readonly title: string;
	/** The row's text as a whole. */
	readonly text: string;
	/** Who says so, and why. */
	readonly source?: string;
	readonly offers: readonly MenuOffer[];
	readonly selected: number;
	/** The text of many lines that this asks about. */
	readonly pasted?: Pasted;
};

/** What lies over the board. */
export type Layer =
	| {readonly type: 'none'}
	| {readonly type: 'menu'; readonly menu: Menu}
	/** `search` narrows its lines. */
	| {readonly type: 'help'; readonly search: string; readonly scroll: number}
	/** Every verb, narrowed by what is typed. */
	| {readonly type: 'palette'; readonly search: string; readonly selected: number}
	| {
			readonly type: 'page';
			readonly title: string;
			readonly lines: readonly string[];
			readonly scroll: number;
			/** Whether time runs across it: it is then drawn anew for each moment that one goes to. */
			readonly isPicture: boolean;
	  }
	/** What may be begun or gone to; `line` is that of the selected row. */
	| {readonly type: 'start'; readonly line: string};

/** A selected row: by its key, so that it stays when others come and go, and by its place, for when it goes itself. */
export type Selection = {
	readonly pane: PaneName;
	readonly key: string;
	readonly index: number;
	/** How many rows there were: what came since must not move those in sight. */
	readonly count: number;
};

/** A list narrowed to the rows that say every one of these words. */
export type Filter = {readonly pane: PaneName; readonly words: string};

/** Rows of one list that are to be dealt with together, by their keys. Those that are not listed now are not meant. */
export type Marks = {readonly pane: PaneName; readonly keys: ReadonlySet<string>};

/** A sentence about a deed, and how much it weighs. */
export type Said = {readonly text: string; readonly tone: Tone};

/** What one screen remembers. Never in the ledger. */
export type Session = {
	readonly line: Line;
	/** What undo takes back of the line. */
	readonly steps: Steps;
	/** A half-typed line that makes way for one that a menu has made, and comes back after it. */
	readonly shelved: string;
	readonly focus: 'line' | PaneName;
	/** In the pane that has the focus, or that lost it to typing. */
	readonly selection: Selection | undefined;
	/** The pane that had the focus last: what is asked of "the list" from the line is asked of this one. */
	readonly lastPane: PaneName;
	readonly filter: Filter | undefined;
	readonly marks: Marks | undefined;
	/** The pane that takes the whole body; it follows the focus. */
	readonly zoom: PaneName | undefined;
	/** Changed by the one who sits here, never by what happens. */
	readonly view: ViewName;
	/** The view that the console was opened on. */
	readonly home: ViewName;
	readonly layer: Layer;
	/** Lines recorded here, oldest first. */
	readonly history: readonly string[];
	/** How far back in the history the line is; 0 is the line itself. */
	readonly back: number;
	/** The line that was left for the history. */
	readonly left: string;
	/** What is said about the last deed, until the next key. */
	readonly notice: Said | undefined;
	/** The candidate that Tab put into the line last, so that the next Tab gives the next one. */
	readonly cycle: {readonly completion: Completion; readonly at: number} | undefined;
	/** The list of candidates was closed, until the line changes. */
	readonly isListClosed: boolean;
};

export const newSession = (draft: string, history: readonly string[] = [], view: ViewName = 'board'): Session => ({
	view,
	home: view,
	line: lineOf(draft),
	steps: noSteps,
	shelved: '',
	focus: 'line',
	selection: undefined,
	lastPane: views[view].panes[0] ?? 'log',
	filter: undefined,
	marks: undefined,
	zoom: undefined,
	layer: {type: 'none'},
	history,
	back: 0,
	left: '',
	notice: undefined,
	cycle: undefined,
	isListClosed: false,
});

/** As many lines are remembered, here and from one start to the next. */
export const mostHistory = 200;

const stepOf = ({line, shelved}: Session): Step => ({line, shelved});

/** The session with another line: undo brings back the one before. */
const withLine = (session: Session, line: Line, run?: Run): Session => ({
	...session,
	line,
	steps: line.text === session.line.text ? rested(session.steps) : stepped(session.steps, stepOf(session), run),
});

/** Closes a question about a paste without an answer: the line is as it was, and undo asks again. */
const letPasteGo = (session: Session): Session => {
	const pasted = session.layer.type === 'menu' ? session.layer.menu.pasted : undefined;
	return pasted === undefined ? session : keepPaste({...session, layer: {type: 'none'}}, pasted);
};

/** Keeps a paste of which nothing came: undo asks about it again. */
export const keepPaste = (session: Session, pasted: Pasted): Session => ({
	...session,
	steps: stepped(session.steps, {...stepOf(session), pasted}),
});

/** Typed text goes into the line, wherever the focus is and whatever is open. */
export const type = (session: Session, text: string): Session => typeAs(session, text, 'typing');

/** Pasted text goes there too, and is a step of its own. */
export const paste = (session: Session, text: string): Session => typeAs(session, text);

const typeAs = (before: Session, text: string, run?: Run): Session => {
	const session = letPasteGo(before);
	return {...withLine(session, insert(session.line, text), run), ...typed};
};

/** What typing ends. */
const typed = {
	focus: 'line',
	layer: {type: 'none'},
	notice: undefined,
	cycle: undefined,
	isListClosed: false,
	back: 0,
} as const;

const isSmall = (how: Edit): boolean => how === 'delete-back' || how === 'delete-forth';

export const edit = (session: Session, how: Edit): Session => ({
	...withLine(session, edits[how](session.line), isSmall(how) ? 'deleting' : undefined),
	focus: 'line',
	notice: undefined,
	cycle: undefined,
	isListClosed: false,
});

/** The line as a whole, with the cursor after it; the focus goes to it. */
export const setLine = (session: Session, text: string): Session => ({
	...withLine(session, lineOf(text)),
	focus: 'line',
	layer: {type: 'none'},
	notice: undefined,
	cycle: undefined,
	isListClosed: false,
});

/** A line that a menu has made. What was half typed comes back when that is recorded, or let go. */
export const offerLine = (session: Session, text: string): Session => ({
	...setLine(session, text),
	shelved: session.shelved === '' ? session.line.text : session.shelved,
});

/** What is to be kept of the line when the program ends: what a person typed, before what a menu made. */
export const halfTyped = ({line, shelved}: Session): string => (shelved === '' ? line.text : shelved);

export const notify = (session: Session, text: string, tone: Tone): Session => ({...session, notice: {text, tone}});

const unshelve = (session: Session): Session =>
	session.line.text === '' && session.shelved !== ''
		? {...session, line: lineOf(session.shelved), shelved: ''}
		: session;

const remember = (session: Session, text: string): Session => ({
	...session,
	history: [...session.history.filter(one => one !== text), text].slice(-mostHistory),
	back: 0,
	left: '',
});

/** Takes the line away to be recorded; it can be had back from the history at once. */
export const takeLine = (session: Session): Session => ({
	...remember(session, session.line.text.trim()),
	line: emptyLine,
	// Undone, it would be recorded twice.
	steps: noSteps,
	cycle: undefined,
	notice: undefined,
});

/** After a line has been recorded: whatever was typed since stays; what made way for it is back. */
export const recorded = (session: Session): Session =>
	unshelve({
		...session,
		// The new entry is to be seen.
		selection: session.focus === 'line' ? undefined : session.selection,
	});

/** After a line that only the console understands: it is in the history, and what made way for it is back. */
export const spent = (session: Session): Session => unshelve(takeLine(session));

/** Gives back a line that could not be recorded, unless another has been begun. */
export const giveBack = (session: Session, text: string): Session =>
	session.line.text === '' ? {...session, line: lineOf(text)} : session;

const browse = (session: Session, back: number): Session => {
	const {history} = session;
	if (back < 0 || back > history.length) {
		return session;
	}

	const left = session.back === 0 ? session.line.text : session.left;
	const text = back === 0 ? left : (history[history.length - back] ?? '');
	return {
		...withLine(session, lineOf(text), 'browsing'),
		back,
		left,
		notice: undefined,
		cycle: undefined,
		isListClosed: true,
	};
};

/** A line back in the history. */
export const older = (session: Session): Session => browse(session, session.back + 1);

/** A line forth in the history, at its end the line that was left. */
export const newer = (session: Session): Session => browse(session, session.back - 1);

/** Puts the first candidate into the line, or after that the next one. */
export const complete = (session: Session, completion: Completion): Session => {
	const cycle = session.cycle ?? {completion, at: -1};
	const at = (cycle.at + 1) % Math.max(1, cycle.completion.candidates.length);
	const candidate = cycle.completion.candidates[at];
	if (candidate === undefined) {
		return session;
	}

	const isOnly = cycle.completion.candidates.length === 1 && !candidate.text.endsWith(':');
	// A key waits for its value; everything else is a whole word.
	const space = candidate.text.endsWith(':') ? '' : ' ';
	const line = replaceBack(session.line, cycle.completion.from, `${candidate.text}${space}`);
	// One candidate after the other is one step; the next completion is another.
	const begun = session.cycle === undefined ? {...session, steps: rested(session.steps)} : session;
	return {
		...withLine(begun, line, 'completing'),
		isListClosed: false,
		cycle: isOnly ? undefined : {completion: cycle.completion, at},
		notice: undefined,
	};
};

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

/** One step back at the line: closes the list of candidates, else lets a menu's line go, else leaves what was selected. */
export const stepBack = (session: Session, isListOpen: boolean): Session => {
	if (isListOpen) {
		return {...session, isListClosed: true, cycle: undefined, notice: undefined};
	}

	return session.shelved === ''
		? toLine(session)
		: toLine({...withLine(session, lineOf(session.shelved)), shelved: ''});
};

const afterStep = (session: Session, {line, shelved, pasted}: Step, steps: Steps): Session => {
	const back = {...session, ...typed, line, shelved, steps};
	return pasted === undefined ? back : openMenu(back, pasteMenu(pasted, line.text));
};

/** Takes back the last change of the line, or asks again about a paste that was let go. */
export const undo = (session: Session): Session => {
	const step = undone(session.steps, stepOf(session));
	return step === undefined ? session : afterStep(session, step.to, step.steps);
};

/** Does again what was undone last. */
export const redo = (session: Session): Session => {
	const step = redone(session.steps, stepOf(session));
	return step === undefined ? session : afterStep(session, step.to, step.steps);
};

/** The pane that must be on the screen, however small that is. */
export const frontOf = ({focus, selection, filter}: Session): PaneName | undefined =>
	focus === 'line' ? (selection?.pane ?? filter?.pane) : focus;

export const openMenu = (session: Session, menu: Menu): Session => ({
	...session,
	layer: {type: 'menu', menu},
	notice: undefined,
});

/** Moves within the open layer; `most` is how far that goes in a help, a palette or a page. */
export const moveInLayer = (session: Session, by: number, most: number): Session => {
	const {layer} = session;
	switch (layer.type) {
		case 'menu': {
			const count = layer.menu.offers.length;
			const selected = Math.max(0, Math.min(count - 1, layer.menu.selected + by));
			return {...session, layer: {type: 'menu', menu: {...layer.menu, selected}}};
		}

		case 'help': {
			return {...session, layer: {...layer, scroll: Math.max(0, Math.min(most, layer.scroll + by))}};
		}

		case 'palette': {
			return {...session, layer: {...layer, selected: Math.max(0, Math.min(most, layer.selected + by))}};
		}

		case 'page': {
			return {...session, layer: {...layer, scroll: Math.max(0, Math.min(most, layer.scroll + by))}};
		}

		// Where the rows are is not known here: see `openStart`.
		case 'start':
		case 'none': {
			return session;
		}
	}
};

/** The list of what may be begun, with the row of that line selected. */
export const openStart = (session: Session, line = ''): Session => ({
	...session,
	layer: {type: 'start', line},
	notice: undefined,
});

export const openHelp = (session: Session): Session => ({
	...session,
	layer: {type: 'help', search: '', scroll: 0},
	notice: undefined,
});

export const openPalette = (session: Session): Session => ({
	...session,
	layer: {type: 'palette', search: '', selected: 0},
	notice: undefined,
});

/** Nobody searches for more than this; what a terminal may send at once must not slow the search down. */
const longestSearch = 100;

/** Changes what is searched for in the open layer; a layer that has no search stays as it is. */
export const search = (session: Session, how: (search: string) => string): Session => {
	const {layer} = session;
	if (layer.type !== 'help' && layer.type !== 'palette') {
		return session;
	}

	const sought = how(layer.search).slice(0, longestSearch);
	return {
		...session,
		layer: layer.type === 'help' ? {...layer, search: sought, scroll: 0} : {...layer, search: sought, selected: 0},
		notice: undefined,
	};
};

/** A page to read, over the board. */
export const openPage = (session: Session, title: string, lines: readonly string[], isPicture = false): Session => ({
	...session,
	layer: {type: 'page', title, lines, scroll: 0, isPicture},
	notice: undefined,
});

/** The picture that is open drawn for another moment; it stays where it was moved to. */
export const redrawPicture = (session: Session, title: string, lines: readonly string[]): Session =>
	session.layer.type === 'page' && session.layer.isPicture
		? {...session, layer: {...session.layer, title, lines}}
		: session;

/** Asks what is meant by a text of many lines; one that was asked about before is let go. */
export const askPaste = (session: Session, pasted: Pasted): Session => {
	const ready = {...letPasteGo(session), focus: 'line'} as const;
	return openMenu(ready, pasteMenu(pasted, ready.line.text));
};

const letGoAloud = (session: Session): Session => {
	const after = letPasteGo(session);
	return after === session ? session : notify(after, 'Nothing came of the paste; undo asks again.', 'quiet');
};

/** Closes the layer; a help that was searched first shows all its lines again. */
export const closeLayer = (session: Session): Session =>
	session.layer.type === 'help' && session.layer.search !== ''
		? search(session, () => '')
		: {...letGoAloud(session), layer: {type: 'none'}};

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
