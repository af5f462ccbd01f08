import type {Command} from '../command.ts';
import {usageOf} from '../language/verbs.ts';
import {glyphs} from '../looks/glyphs.ts';
import {fewLines} from '../looks/list.ts';
import {inside, type Size} from '../looks/size.ts';
import type {Tone} from '../looks/theme.ts';
import {columns, forTerminal} from '../text.ts';
import {consoleVerbs} from './console-verbs.ts';
import {type HelpLine, keyLines} from './help-rows.ts';
import type {Binding} from './keymap.ts';
import {matcherOf} from './matching.ts';
import type {PaletteRow} from './palette.ts';
import type {Menu} from './session.ts';

/** What lies over the board: data, until it is drawn. */
export type Overlay =
	| {readonly type: 'menu'; readonly menu: Menu}
	| {readonly type: 'help'; readonly lines: readonly HelpLine[]; readonly search: string; readonly scroll: number}
	| {
			readonly type: 'palette';
			readonly rows: readonly PaletteRow[];
			readonly search: string;
			readonly selected: number;
	  }
	| {readonly type: 'page'; readonly title: string; readonly lines: readonly string[]; readonly scroll: number};

export type Told = {readonly text: string; readonly tone: Tone};

/** The row's text as a whole, who says so, and a blank row before the offers. */
export const toldRows = ({text, source, offers}: Menu, width: number, most: number): readonly Told[] => {
	const said =
		text === '' ? [] : fewLines(text, width, Math.max(1, most)).map((line): Told => ({text: line, tone: 'plain'}));
	const left = most - said.length;
	const why =
		source === undefined || left < 1
			? []
			: fewLines(source, width, left).map((line): Told => ({text: line, tone: 'quiet'}));
	const told = [...said, ...why];
	return told.length > 0 && told.length < most && offers.length > 0 ? [...told, {text: '', tone: 'quiet'}] : told;
};

export const leastOffers = ({offers}: Menu, height: number): number =>
	Math.min(offers.length, Math.max(1, Math.floor(height / 2)));

/** How tall a menu is on a body of that size. */
export const menuHeight = (menu: Menu, body: Size): number => {
	const inner = inside(body);
	const told = toldRows(menu, inner.width, inner.height - leastOffers(menu, inner.height));
	return Math.min(body.height, told.length + menu.offers.length + 2);
};

/** What stands before what is searched for. */
export const searchPrompt = `${glyphs.prompt} `;

/** Where the cursor stands in the palette, from its upper left corner. */
export const paletteCursor = (search: string, {width}: Size): {readonly x: number; readonly y: number} => ({
	x: Math.max(0, Math.min(width - 3, 2 + columns(searchPrompt) + columns(forTerminal(search)))),
	y: 1,
});

/** The lines of the help: keys, then verbs, from their tables. `whyNot` says of a key why it cannot act now. */
export const helpLines = (
	bindings: readonly Binding[],
	commands: readonly Command[],
	whyNot: (binding: Binding) => string | undefined = () => undefined,
): readonly HelpLine[] => [
	['Keys', ''],
	...keyLines(bindings, whyNot),
	['', ''],
	['Verbs, after /', ''],
	...commands.map((command): HelpLine => [`  ${usageOf(command)}`, command.summary]),
	['', ''],
	['Verbs of the console, after /', ''],
	...consoleVerbs.map(({usage, summary}): HelpLine => [`  ${usage}`, summary]),
	['', ''],
	['A line without / is a note.', ''],
	['  because …', 'a reason, to the end of the line'],
	['  by 14:30, by 20m', 'when it is due'],
	['  at 13:50', 'when it happened'],
	['  @"Full Name"', 'adds somebody new'],
	['', ''],
	['The line', ''],
	['  many lines pasted', 'one entry, an entry per line, or into the line'],
	['  many lines at once', 'the same, where a terminal marks no paste'],
	['  esc on that question', 'nothing happens; undo asks again'],
	['  undo, redo', 'a run of typing is one step'],
	['  up', 'recorded lines, from earlier starts too'],
	['  kept for that', 'what the ledger took, on this machine, for you alone'],
	['  /done fire', 'tab takes the action that says “fire”'],
	['', ''],
	['Signs', ''],
	[`  ${glyphs.tick} and ?`, 'the role is accepted, or not yet'],
	[`  2${glyphs.load}`, 'open actions'],
	['  late and LATE', 'overdue, and for so long that it is stuck'],
	[`  8 ${glyphs.over}7`, 'people who report there, and the most there should be'],
	['  ! * - ·', 'urgent, warning, advice, hint'],
	['', ''],
	['A document: /export markdown FILE; in the shell: loggist export markdown -o FILE', ''],
];

const isHead = ([what]: HelpLine): boolean => what !== '' && !what.startsWith(' ');

/** The lines that say every word, each part under its head. */
export const searchedHelp = (lines: readonly HelpLine[], search: string): readonly HelpLine[] => {
	if (search.trim() === '') {
		return lines;
	}

	const says = matcherOf(search);
	const found: HelpLine[] = [];
	let head: HelpLine | undefined;
	for (const line of lines) {
		const isFound = says(line.join(' '));
		if (isHead(line)) {
			head = line;
		}

		if (isFound) {
			if (head !== undefined && head !== line) {
				found.push(head);
			}

			head = undefined;
			found.push(line);
		}
	}

	return found.length === 0 ? [['Nothing in the help says that.', '']] : found;
};
