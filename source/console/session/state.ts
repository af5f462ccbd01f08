import type {Completion} from '../../language/complete.ts';
import type {Tone} from '../../looks/theme.ts';
import type {Offer} from '../../rule.ts';
import type {PaneName} from '../layout.ts';
import {type Line, lineOf} from '../line.ts';
import type {Pasted} from '../paste.ts';
import {noSteps, type Steps} from '../steps.ts';
import {type ViewName, views} from '../views.ts';

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

export const notify = (session: Session, text: string, tone: Tone): Session => ({...session, notice: {text, tone}});
