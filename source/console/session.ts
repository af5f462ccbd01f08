import type {Completion} from '../language/complete.ts';
import type {Offer} from '../rule.ts';
import type {Tone} from '../looks/theme.ts';
import type {PaneName} from './layout.ts';
import {type Edit, edits, emptyLine, insert, type Line, lineOf, replaceBack} from './line.ts';

/** What a menu offers for one row. */
export type Menu = {readonly title: string; readonly offers: readonly Offer[]; readonly selected: number};

/** What lies over the board. */
export type Layer =
	| {readonly type: 'none'}
	| {readonly type: 'menu'; readonly menu: Menu}
	| {readonly type: 'help'; readonly scroll: number};

/** A selected row: by its key, so that it stays when others come and go, and by its place, for when it goes itself. */
export type Selection = {readonly key: string; readonly index: number};

/** What one screen remembers. Never in the ledger. */
export type Session = {
	readonly line: Line;
	readonly focus: 'line' | PaneName;
	readonly selections: Readonly<Partial<Record<PaneName, Selection>>>;
	readonly layer: Layer;
	/** Lines recorded here, oldest first. */
	readonly history: readonly string[];
	/** How far back in the history the line is; 0 is the line itself. */
	readonly back: number;
	/** The line that was left for the history. */
	readonly left: string;
	/** What is said about the last deed, until the next key. */
	readonly notice: {readonly text: string; readonly tone: Tone} | undefined;
	/** The candidate that Tab put into the line last, so that the next Tab gives the next one. */
	readonly cycle: {readonly completion: Completion; readonly at: number} | undefined;
};

export const newSession = (draft: string): Session => ({
	line: lineOf(draft),
	focus: 'line',
	selections: {},
	layer: {type: 'none'},
	history: [],
	back: 0,
	left: '',
	notice: undefined,
	cycle: undefined,
});

const mostHistory = 200;

/** Typed or pasted text goes into the line, wherever the focus is. */
export const type = (session: Session, text: string): Session => ({
	...session,
	line: insert(session.line, text),
	notice: undefined,
	cycle: undefined,
	back: 0,
});

export const edit = (session: Session, how: Edit): Session => ({
	...session,
	line: edits[how](session.line),
	notice: undefined,
	cycle: undefined,
});

/** The line as a whole, with the cursor after it; the focus goes to it. */
export const setLine = (session: Session, text: string): Session => ({
	...session,
	line: lineOf(text),
	focus: 'line',
	layer: {type: 'none'},
	notice: undefined,
	cycle: undefined,
});

export const notify = (session: Session, text: string, tone: Tone): Session => ({...session, notice: {text, tone}});

/** After a line has been recorded: it joins the history. Whatever was typed since stays. */
export const recorded = (session: Session, text: string): Session => ({
	...session,
	history: [...session.history.filter(one => one !== text), text].slice(-mostHistory),
	back: 0,
	left: '',
});

/** Takes the line away to be recorded. */
export const takeLine = (session: Session): Session => ({...session, line: emptyLine, cycle: undefined, notice: undefined});

/** Gives back a line that could not be recorded, unless another has been begun. */
export const giveBack = (session: Session, text: string): Session =>
	session.line.text === '' ? {...session, line: lineOf(text)} : recorded(session, text);

const browse = (session: Session, back: number): Session => {
	const {history} = session;
	if (back < 0 || back > history.length) {
		return session;
	}

	const left = session.back === 0 ? session.line.text : session.left;
	const text = back === 0 ? left : (history[history.length - back] ?? '');
	return {...session, line: lineOf(text), back, left, notice: undefined, cycle: undefined};
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
	return {
		...session,
		line: replaceBack(session.line, cycle.completion.from, `${candidate.text}${isOnly ? ' ' : ''}`),
		cycle: isOnly ? undefined : {completion: cycle.completion, at},
		notice: undefined,
	};
};

/** Moves the focus among the panes that are on the screen; beyond the last one is the line. */
export const moveFocus = (session: Session, panes: readonly PaneName[], by: 1 | -1): Session => {
	const stops = ['line', ...panes] as const;
	const at = Math.max(0, stops.indexOf(session.focus));
	return {...session, focus: stops[(at + by + stops.length) % stops.length] ?? 'line', notice: undefined};
};

/** Where a selection is among the rows now: at its key, or where that was. */
export const placeOf = (selection: Selection | undefined, keys: readonly string[], fallback: number): number => {
	if (selection === undefined) {
		return Math.max(0, Math.min(keys.length - 1, fallback));
	}

	const index = keys[selection.index] === selection.key ? selection.index : keys.indexOf(selection.key);
	return index === -1 ? Math.max(0, Math.min(keys.length - 1, selection.index)) : index;
};

/** Selects the row at `index` of a pane. */
export const select = (session: Session, pane: PaneName, keys: readonly string[], index: number): Session => {
	const at = Math.max(0, Math.min(keys.length - 1, index));
	const key = keys[at];
	return key === undefined ? session : {...session, selections: {...session.selections, [pane]: {key, index: at}}};
};

export const openMenu = (session: Session, menu: Menu): Session =>
	menu.offers.length === 0 ? session : {...session, layer: {type: 'menu', menu}, notice: undefined};

/** Moves within the open layer. */
export const moveInLayer = (session: Session, by: number): Session => {
	const {layer} = session;
	switch (layer.type) {
		case 'menu': {
			const count = layer.menu.offers.length;
			const selected = Math.max(0, Math.min(count - 1, layer.menu.selected + by));
			return {...session, layer: {type: 'menu', menu: {...layer.menu, selected}}};
		}

		case 'help': {
			return {...session, layer: {type: 'help', scroll: Math.max(0, layer.scroll + by)}};
		}

		case 'none': {
			return session;
		}
	}
};

export const openHelp = (session: Session): Session => ({...session, layer: {type: 'help', scroll: 0}, notice: undefined});

export const closeLayer = (session: Session): Session => ({...session, layer: {type: 'none'}});

/** Where keys are pressed now. */
export const whereOf = ({layer, focus}: Session): 'line' | 'pane' | 'menu' | 'help' => {
	if (layer.type !== 'none') {
		return layer.type;
	}

	return focus === 'line' ? 'line' : 'pane';
};
