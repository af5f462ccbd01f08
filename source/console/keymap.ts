import {own} from '../own.ts';
import type {Key} from './keys/input.ts';
import type {PaneName} from './layout.ts';
import type {Edit} from './line.ts';
import {takesMarks} from './marks.ts';
import type {Session} from './session.ts';

/** Where a key is pressed: at the line, on a pane's list, in a menu, in the list of every verb, in the help. */
export const places = ['line', 'pane', 'menu', 'palette', 'help'] as const;

/**
 * Places that lie over another while the board is past, or a replay: their keys come first. The line, or whatever else is
 * in front.
 */
export const overlaid = ['past', 'past list', 'replay', 'replay list'] as const;

export type Where = (typeof places)[number] | (typeof overlaid)[number];

/** What takes the board to another moment, and back to now. */
export const lookbackDeeds = [
	'look-back',
	'to-now',
	'entry-back',
	'entry-on',
	'ten-minutes-back',
	'ten-minutes-on',
	'hour-back',
	'hour-on',
	'first-entry',
	'last-entry',
] as const;

export type LookbackDeed = (typeof lookbackDeeds)[number];

/** What only a replay can do. */
export const playerDeeds = [
	'play-pause',
	'slower',
	'faster',
	'minute-back',
	'minute-on',
	'decision-back',
	'decision-on',
	'inject-back',
	'inject-on',
	'prompt-back',
	'prompt-on',
	'skip-silence',
] as const;

export type PlayerDeed = (typeof playerDeeds)[number];

/** What a key does. */
export type Deed =
	| Edit
	| LookbackDeed
	| PlayerDeed
	| 'record'
	| 'open-row'
	| 'complete'
	| 'next-pane'
	| 'previous-pane'
	| 'to-line'
	| 'step-back'
	| 'close-layer'
	| 'up'
	| 'down'
	| 'page-up'
	| 'page-down'
	| 'top'
	| 'bottom'
	| 'older'
	| 'newer'
	| 'choose'
	| 'choose-numbered'
	| 'help'
	| 'prompts'
	| 'palette'
	| 'filter'
	| 'zoom'
	| 'next-view'
	| 'copy'
	| 'skip-step'
	| 'mark'
	| 'mark-up'
	| 'mark-down'
	| 'mark-all'
	| 'undo'
	| 'redo'
	| 'editor'
	| 'suspend'
	| 'leave';

/** What decides whether a key can act. */
export type KeyState = {
	readonly session: Session;
	/** Whether a pane is on the screen, or comes there when it gets the focus. */
	readonly isReachable: (pane: PaneName) => boolean;
	/** Whether the body is high enough for a pane of its size. */
	readonly canZoom: boolean;
	/** How much doctrine asks now. */
	readonly asked: number;
	/** Whether a tour is under way. */
	readonly isTouring: boolean;
};

export type Binding = {
	/** As `keyName` says it: `ctrl-u`, `tab`; a typed character as it is, and `1-9` for any digit. */
	readonly keys: readonly string[];
	readonly where: readonly Where[];
	readonly deed: Deed;
	readonly summary: string;
	/** Shown at the foot of the screen, while it can act. */
	readonly isLikely?: boolean;
	/** Why it cannot act now, in a sentence; undefined when it can. Asked at every key: it looks, and searches nothing. */
	readonly whyNot?: (state: KeyState) => string | undefined;
};

const everywhere: readonly Where[] = places;
const typing: readonly Where[] = ['line', 'pane'];
const lists: readonly Where[] = ['pane', 'menu', 'palette', 'help'];
const past: readonly Where[] = overlaid;
const pastLine: readonly Where[] = ['past', 'replay'];
const replay: readonly Where[] = ['replay', 'replay list'];
/** Where an edit changes what is searched for. */
const searching: readonly Where[] = ['palette', 'help'];

const nothingTyped = ({session}: KeyState) => (session.line.text.trim() === '' ? 'Nothing has been typed.' : undefined);

const nothingToPlay = (state: KeyState) =>
	nothingTyped(state) ??
	(state.session.line.text.trimStart().startsWith('/')
		? undefined
		: 'A replay is only looked at: nothing can be recorded.');

/** On a board that is past only verbs of the console can do anything; which one it is, is looked at when it is read. */
const nothingToRecord = (state: KeyState) =>
	nothingTyped(state) ??
	(state.session.line.text.trimStart().startsWith('/')
		? undefined
		: 'Nothing can be recorded on a board that is past; esc goes back to now.');

const noRow = ({session: {focus, selection}}: KeyState) =>
	focus !== 'line' && selection?.pane === focus ? undefined : 'Nothing is listed here.';

const noMarking = (state: KeyState) => {
	const {focus} = state.session;
	return (
		noRow(state) ??
		(focus !== 'line' && takesMarks(focus) ? undefined : 'These rows are dealt with one at a time: enter opens one.')
	);
};

const noSelection = ({session: {selection}}: KeyState) =>
	selection === undefined ? 'No row is selected: tab goes to a list, up and down choose.' : undefined;

const noOffer = ({session: {layer}}: KeyState) =>
	layer.type === 'menu' && layer.menu.offers.length === 0 ? 'Nothing is offered here; esc closes.' : undefined;

const noOlder = ({session: {history, back}}: KeyState) =>
	history.length === 0
		? 'No line has been recorded here yet.'
		: back >= history.length
			? 'This is the first line that was recorded here.'
			: undefined;

const noNewer = ({session: {back}}: KeyState) => (back === 0 ? 'This is the newest line.' : undefined);

const noLog = ({isReachable}: KeyState) => (isReachable('log') ? undefined : 'There is no list on the screen.');

const noPrompts = ({isReachable, asked}: KeyState) =>
	isReachable('prompts') ? (asked === 0 ? 'Doctrine asks nothing now.' : undefined) : 'No prompts are on the screen.';

const noZoom = (state: KeyState) => noLog(state) ?? (state.canZoom ? undefined : 'The screen is too low for that.');

const noTour = ({isTouring}: KeyState) => (isTouring ? undefined : 'No tour is under way; /tour begins one.');

const noPast = ({session: {steps}}: KeyState) =>
	steps.past.length === 0 ? 'Nothing has been changed in this line.' : undefined;

const noFuture = ({session: {steps}}: KeyState) => (steps.future.length === 0 ? 'Nothing has been undone.' : undefined);

/*
Whatever a ctrl- key does, an alt- or function key or a verb of the console does as well: one hand may hold a telephone,
and some browsers and multiplexers keep ctrl for themselves.

Undo is ctrl-_ as in readline and Emacs; terminals send the same byte for ctrl-7 and most for ctrl-/. Beside it alt-u,
which in readline makes a word's letters large: who presses it for that gets the line of before, and has it again by
alt-r. Not ctrl-z, which suspends, nor ctrl-r and ctrl-y, which search and insert in every shell.
*/

/** Every key of the console. The footer, the help and the README are made from this table. */
export const keymap: readonly Binding[] = [
	{keys: ['enter'], where: ['line'], deed: 'record', summary: 'record', isLikely: true, whyNot: nothingTyped},
	{keys: ['enter'], where: ['pane'], deed: 'open-row', summary: 'deal with it', isLikely: true, whyNot: noRow},
	// As others mark files: insert, and ctrl-t where there is no such key. A blank or a sign would be the line's.
	{
		keys: ['insert', 'ctrl-t', 'alt-m'],
		where: ['pane'],
		deed: 'mark',
		summary: 'mark',
		isLikely: true,
		whyNot: noMarking,
	},
	{keys: ['shift-up'], where: ['pane'], deed: 'mark-up', summary: 'mark, and the row above', whyNot: noMarking},
	{keys: ['shift-down'], where: ['pane'], deed: 'mark-down', summary: 'mark, and the row below', whyNot: noMarking},
	{keys: ['alt-a'], where: ['pane'], deed: 'mark-all', summary: 'mark every row listed, or none', whyNot: noMarking},
	{keys: ['enter'], where: ['menu', 'palette'], deed: 'choose', summary: 'take it', isLikely: true, whyNot: noOffer},
	{keys: ['1-9'], where: ['menu'], deed: 'choose-numbered', summary: 'take that one', isLikely: true, whyNot: noOffer},
	{keys: ['tab'], where: ['line'], deed: 'complete', summary: 'complete, next pane', isLikely: true},
	{keys: ['tab'], where: ['pane'], deed: 'next-pane', summary: 'next pane', isLikely: true},
	{keys: ['backtab'], where: typing, deed: 'previous-pane', summary: 'previous pane'},
	{keys: ['escape'], where: ['pane'], deed: 'to-line', summary: 'one step back', isLikely: true},
	{keys: ['escape'], where: ['line'], deed: 'step-back', summary: 'one step back'},
	{keys: ['escape'], where: ['menu', 'palette', 'help'], deed: 'close-layer', summary: 'close', isLikely: true},
	{keys: ['up'], where: lists, deed: 'up', summary: 'a row up'},
	{keys: ['down'], where: lists, deed: 'down', summary: 'a row down'},
	{keys: ['up'], where: ['line'], deed: 'older', summary: 'the line recorded before', whyNot: noOlder},
	{keys: ['down'], where: ['line'], deed: 'newer', summary: 'the line recorded after', whyNot: noNewer},
	{keys: ['pageup'], where: [...lists, 'line'], deed: 'page-up', summary: 'page up', whyNot: noLog},
	{keys: ['pagedown'], where: [...lists, 'line'], deed: 'page-down', summary: 'page down', whyNot: noLog},
	{keys: ['home'], where: lists, deed: 'top', summary: 'the first row'},
	{keys: ['end'], where: lists, deed: 'bottom', summary: 'the last row'},
	{keys: ['f1'], where: [...typing, 'menu'], deed: 'help', summary: 'help'},
	{keys: ['?'], where: [...typing, 'menu'], deed: 'help', summary: 'help, when the line is empty'},
	{keys: ['left'], where: typing, deed: 'left', summary: 'left'},
	{keys: ['right'], where: typing, deed: 'right', summary: 'right'},
	{keys: ['alt-left', 'ctrl-left', 'alt-b'], where: typing, deed: 'word-left', summary: 'word left'},
	{keys: ['alt-right', 'ctrl-right', 'alt-f'], where: typing, deed: 'word-right', summary: 'word right'},
	{keys: ['home'], where: ['line'], deed: 'start', summary: 'start of the line'},
	{keys: ['end', 'ctrl-e'], where: ['line'], deed: 'end', summary: 'end of the line'},
	{keys: ['backspace'], where: [...typing, ...searching], deed: 'delete-back', summary: 'delete back'},
	{keys: ['delete'], where: typing, deed: 'delete-forth', summary: 'delete forth'},
	{keys: ['ctrl-w', 'alt-backspace'], where: [...typing, ...searching], deed: 'delete-word', summary: 'delete a word'},
	{keys: ['alt-d', 'alt-delete'], where: typing, deed: 'delete-word-forth', summary: 'delete a word forth'},
	{
		keys: ['ctrl-u', 'alt-shift-k'],
		where: [...typing, ...searching],
		deed: 'delete-to-start',
		summary: 'delete to the start',
	},
	{keys: ['ctrl-k', 'alt-k'], where: typing, deed: 'delete-to-end', summary: 'delete to the end'},
	{keys: ['ctrl-_', 'alt-u'], where: typing, deed: 'undo', summary: 'undo in the line', whyNot: noPast},
	{keys: ['alt-r'], where: typing, deed: 'redo', summary: 'do again what was undone', whyNot: noFuture},
	{keys: ['f8', 'alt-e'], where: typing, deed: 'editor', summary: 'write it in $EDITOR'},
	{keys: ['ctrl-z'], where: everywhere, deed: 'suspend', summary: 'suspend'},
	{keys: ['ctrl-c'], where: everywhere, deed: 'leave', summary: 'leave', isLikely: true},
	{keys: ['f2', 'alt-p'], where: typing, deed: 'prompts', summary: 'prompts', isLikely: true, whyNot: noPrompts},
	{keys: ['f5', 'ctrl-p'], where: typing, deed: 'palette', summary: 'every verb', isLikely: true},
	{keys: ['f4', 'alt-z'], where: typing, deed: 'zoom', summary: 'the list alone', isLikely: true, whyNot: noZoom},
	{keys: ['f3', 'alt-/'], where: typing, deed: 'filter', summary: 'filter the list', isLikely: true, whyNot: noLog},
	{keys: ['alt-v', 'f10'], where: typing, deed: 'next-view', summary: 'next view', isLikely: true, whyNot: noLog},
	{keys: ['f6', 'alt-c'], where: typing, deed: 'copy', summary: 'copy the row', isLikely: true, whyNot: noSelection},
	{keys: ['f7'], where: typing, deed: 'skip-step', summary: 'next step of the tour', whyNot: noTour},
	{keys: ['f9', 'alt-t'], where: [...typing, 'help'], deed: 'look-back', summary: 'back in time, and to now again'},
	{keys: ['enter'], where: ['past'], deed: 'record', summary: 'a verb of the console', whyNot: nothingToRecord},
	{keys: ['escape'], where: ['past'], deed: 'to-now', summary: 'back to now', isLikely: true},
	// Nothing is written in a replay: on an empty line signs are keys, as the question mark is everywhere.
	{keys: [' ', 'f9', 'alt-t'], where: replay, deed: 'play-pause', summary: 'play, stand still', isLikely: true},
	{keys: ['left'], where: past, deed: 'entry-back', summary: 'an entry back', isLikely: true},
	{keys: ['right'], where: past, deed: 'entry-on', summary: 'an entry on', isLikely: true},
	{keys: ['shift-left', 'alt-left'], where: past, deed: 'ten-minutes-back', summary: '10 min back', isLikely: true},
	{keys: ['shift-right', 'alt-right'], where: past, deed: 'ten-minutes-on', summary: '10 min on'},
	{keys: ['pageup'], where: pastLine, deed: 'hour-back', summary: 'an hour back', isLikely: true},
	{keys: ['pagedown'], where: pastLine, deed: 'hour-on', summary: 'an hour on'},
	{keys: ['home'], where: pastLine, deed: 'first-entry', summary: 'the first entry', isLikely: true},
	{keys: ['end'], where: pastLine, deed: 'last-entry', summary: 'the last entry'},
	{keys: ['enter'], where: ['replay'], deed: 'record', summary: 'a verb of the console', whyNot: nothingToPlay},
	{keys: ['-'], where: replay, deed: 'slower', summary: 'slower'},
	{keys: ['+'], where: replay, deed: 'faster', summary: 'faster', isLikely: true},
	{keys: [',', 'ctrl-left'], where: replay, deed: 'minute-back', summary: 'a minute back'},
	{keys: ['.', 'ctrl-right'], where: replay, deed: 'minute-on', summary: 'a minute on'},
	{keys: ['['], where: replay, deed: 'decision-back', summary: 'the decision before'},
	{keys: [']'], where: replay, deed: 'decision-on', summary: 'the next decision', isLikely: true},
	{keys: ['('], where: replay, deed: 'inject-back', summary: 'the inject before'},
	{keys: [')'], where: replay, deed: 'inject-on', summary: 'the next inject'},
	{keys: ['<'], where: replay, deed: 'prompt-back', summary: 'the prompt raised before'},
	{keys: ['>'], where: replay, deed: 'prompt-on', summary: 'the next prompt raised', isLikely: true},
	{keys: ['*', 'alt-s'], where: replay, deed: 'skip-silence', summary: 'cut silences short, or not'},
];

/** A key as the table writes it: `ctrl-u`, `alt-left`, `tab`. */
export const keyName = ({name, ctrl, alt, shift}: Key): string =>
	`${ctrl ? 'ctrl-' : ''}${alt ? 'alt-' : ''}${shift && name !== 'backtab' ? 'shift-' : ''}${name}`;

/** A table as it is looked up: by place and key. Tables are few and live as long as the program. */
const lookups = new WeakMap<readonly Binding[], ReadonlyMap<string, Binding>>();

const lookupOf = (table: readonly Binding[]): ReadonlyMap<string, Binding> => {
	const lookup =
		lookups.get(table) ??
		new Map(
			table.flatMap(binding =>
				binding.keys.flatMap(key => binding.where.map(place => [`${place} ${key}`, binding] as const)),
			),
		);
	lookups.set(table, lookup);
	return lookup;
};

/** The row of a key there; undefined when it does nothing. */
export const bindingOf = (key: Key, where: Where, table: readonly Binding[] = keymap): Binding | undefined =>
	lookupOf(table).get(`${where} ${keyName(key)}`) ??
	// An Esc that reached us together with the next key looks like alt: that key must not be lost, least of all ctrl-c.
	(key.ctrl && key.alt ? lookupOf(table).get(`${where} ${keyName({...key, alt: false})}`) : undefined);

/** The row of a key at places that lie over one another, the uppermost first. */
export const bindingAmong = (key: Key, where: readonly Where[], table?: readonly Binding[]): Binding | undefined => {
	for (const place of where) {
		const binding = bindingOf(key, place, table);
		if (binding !== undefined) {
			return binding;
		}
	}

	return undefined;
};

/** What the key does there; undefined when it does nothing. */
export const deedOf = (key: Key, where: Where, table: readonly Binding[] = keymap): Deed | undefined =>
	bindingOf(key, where, table)?.deed;

/** What a typed character does there instead of going into the line; undefined when it is text. */
export const deedOfCharacter = (
	character: string,
	where: Where,
	table: readonly Binding[] = keymap,
): Deed | undefined => lookupOf(table).get(`${where} ${/^[1-9]$/u.test(character) ? '1-9' : character}`)?.deed;

/** The likeliest keys there, for the foot of the screen; with a state only those that can act in it. */
export const likely = (where: Where, table: readonly Binding[] = keymap, state?: KeyState): readonly Binding[] =>
	table.filter(
		binding =>
			binding.isLikely === true &&
			binding.keys.length > 0 &&
			binding.where.includes(where) &&
			(state === undefined || binding.whyNot?.(state) === undefined),
	);

/** The same at places that lie over one another, the uppermost first: without keys that mean something else above. */
export const likelyAmong = (
	where: readonly Where[],
	table: readonly Binding[] = keymap,
	state?: KeyState,
): readonly Binding[] =>
	where.flatMap((place, depth) =>
		likely(place, table, state).filter(({keys}) =>
			keys.some(key => !where.slice(0, depth).some(above => lookupOf(table).has(`${above} ${key}`))),
		),
	);

/** The places of a key for the eye: `line, pane`, or `everywhere`. */
export const placeWords = (where: readonly Where[]): string =>
	places.every(place => where.includes(place)) ? 'everywhere' : where.join(', ');

const labels: Readonly<Record<string, string>> = {
	backtab: 'shift-tab',
	escape: 'esc',
	pageup: 'page up',
	pagedown: 'page down',
	' ': 'space',
};

/** A key's name for the eye. */
export const keyLabel = (key: string): string => own(labels, key) ?? key;
