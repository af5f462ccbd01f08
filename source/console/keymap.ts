import type {Key} from './keys/input.ts';
import type {Edit} from './line.ts';

/** Where a key is pressed: at the line, on a pane's list, in a menu, in the help. */
export type Where = 'line' | 'pane' | 'menu' | 'help';

/** What a key does. */
export type Deed =
	| Edit
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
	| 'suspend'
	| 'leave';

export type Binding = {
	/** As `keyName` says it: `ctrl-u`, `tab`; a typed character as it is, and `1-9` for any digit. */
	readonly keys: readonly string[];
	readonly where: readonly Where[];
	readonly deed: Deed;
	readonly summary: string;
	/** Shown at the foot of the screen. */
	readonly isLikely?: boolean;
};

const everywhere: readonly Where[] = ['line', 'pane', 'menu', 'help'];
const typing: readonly Where[] = ['line', 'pane'];
const lists: readonly Where[] = ['pane', 'menu', 'help'];

/** Every key of the console. The footer, the help and the README are made from this table. */
export const keymap: readonly Binding[] = [
	{keys: ['enter'], where: ['line'], deed: 'record', summary: 'record', isLikely: true},
	{keys: ['enter'], where: ['pane'], deed: 'open-row', summary: 'deal with it', isLikely: true},
	{keys: ['enter'], where: ['menu'], deed: 'choose', summary: 'take it', isLikely: true},
	{keys: ['1-9'], where: ['menu'], deed: 'choose-numbered', summary: 'take that one', isLikely: true},
	{keys: ['tab'], where: ['line'], deed: 'complete', summary: 'complete, next pane', isLikely: true},
	{keys: ['tab'], where: ['pane'], deed: 'next-pane', summary: 'next pane', isLikely: true},
	{keys: ['backtab'], where: typing, deed: 'previous-pane', summary: 'previous pane'},
	{keys: ['escape'], where: ['pane'], deed: 'to-line', summary: 'back to the line', isLikely: true},
	{keys: ['escape'], where: ['line'], deed: 'step-back', summary: 'close the list of candidates'},
	{keys: ['escape'], where: ['menu', 'help'], deed: 'close-layer', summary: 'close', isLikely: true},
	{keys: ['up'], where: lists, deed: 'up', summary: 'a row up'},
	{keys: ['down'], where: lists, deed: 'down', summary: 'a row down'},
	{keys: ['up'], where: ['line'], deed: 'older', summary: 'the line recorded before'},
	{keys: ['down'], where: ['line'], deed: 'newer', summary: 'the line recorded after'},
	{keys: ['pageup'], where: [...lists, 'line'], deed: 'page-up', summary: 'page up'},
	{keys: ['pagedown'], where: [...lists, 'line'], deed: 'page-down', summary: 'page down'},
	{keys: ['home'], where: lists, deed: 'top', summary: 'the first row'},
	{keys: ['end'], where: lists, deed: 'bottom', summary: 'the last row'},
	{keys: ['f1'], where: typing, deed: 'help', summary: 'help'},
	{keys: ['?'], where: typing, deed: 'help', summary: 'help, when the line is empty'},
	{keys: ['left'], where: typing, deed: 'left', summary: 'left'},
	{keys: ['right'], where: typing, deed: 'right', summary: 'right'},
	{keys: ['alt-left', 'ctrl-left', 'alt-b'], where: typing, deed: 'word-left', summary: 'word left'},
	{keys: ['alt-right', 'ctrl-right', 'alt-f'], where: typing, deed: 'word-right', summary: 'word right'},
	{keys: ['home'], where: ['line'], deed: 'start', summary: 'start of the line'},
	{keys: ['end', 'ctrl-e'], where: ['line'], deed: 'end', summary: 'end of the line'},
	{keys: ['backspace'], where: typing, deed: 'delete-back', summary: 'delete back'},
	{keys: ['delete'], where: typing, deed: 'delete-forth', summary: 'delete forth'},
	{keys: ['ctrl-w', 'alt-backspace'], where: typing, deed: 'delete-word', summary: 'delete a word'},
	{keys: ['ctrl-u'], where: typing, deed: 'delete-to-start', summary: 'delete to the start'},
	{keys: ['ctrl-k'], where: typing, deed: 'delete-to-end', summary: 'delete to the end'},
	{keys: ['ctrl-z'], where: everywhere, deed: 'suspend', summary: 'suspend'},
	{keys: ['ctrl-c'], where: everywhere, deed: 'leave', summary: 'leave', isLikely: true},
	{keys: ['f2', 'alt-p'], where: typing, deed: 'prompts', summary: 'prompts', isLikely: true},
];

/** A key as the table writes it: `ctrl-u`, `alt-left`, `tab`. */
export const keyName = ({name, ctrl, alt, shift}: Key): string =>
	`${ctrl ? 'ctrl-' : ''}${alt ? 'alt-' : ''}${shift && name !== 'backtab' ? 'shift-' : ''}${name}`;

const index: ReadonlyMap<string, Deed> = new Map(
	keymap.flatMap(({keys, where, deed}) => keys.flatMap(key => where.map(place => [`${place} ${key}`, deed] as const))),
);

/** What the key does there; undefined when it does nothing. */
export const deedOf = (key: Key, where: Where): Deed | undefined =>
	index.get(`${where} ${keyName(key)}`) ??
	// An Esc that reached us together with the next key looks like alt: that key must not be lost, least of all ctrl-c.
	(key.ctrl && key.alt ? index.get(`${where} ${keyName({...key, alt: false})}`) : undefined);

/** What a typed character does there instead of going into the line; undefined when it is text. */
export const deedOfCharacter = (character: string, where: Where): Deed | undefined =>
	index.get(`${where} ${/^[1-9]$/u.test(character) ? '1-9' : character}`);

/** The likeliest keys there, for the foot of the screen. */
export const likely = (where: Where): readonly Binding[] =>
	keymap.filter(binding => binding.isLikely === true && binding.where.includes(where));

const labels: Readonly<Record<string, string>> = {
	backtab: 'shift-tab',
	escape: 'esc',
	pageup: 'page up',
	pagedown: 'page down',
};

/** A key's name for the eye. */
export const keyLabel = (key: string): string => labels[key] ?? key;
