import {Box} from 'ink';
import type {ReactElement} from 'react';
import type {Command} from '../command.ts';
import {usageOf} from '../language/verbs.ts';
import type {Candidate} from '../language/complete.ts';
import {Frame, inside, type Size} from '../looks/frame.tsx';
import {glyphs} from '../looks/glyphs.ts';
import {fewLines, windowOf} from '../looks/list.tsx';
import {Row} from '../looks/row.tsx';
import type {Tone} from '../looks/theme.ts';
import {columns, forTerminal} from '../text.ts';
import {consoleVerbs} from './console-verbs.ts';
import {type Binding, keyLabel, placeWords} from './keymap.ts';
import {matcherOf} from './matching.ts';
import type {PaletteRow} from './palette.ts';
import type {Menu} from './session.ts';

type Told = {readonly text: string; readonly tone: Tone};

/** The row's text as a whole, who says so, and a blank row before the offers. */
const toldRows = ({text, source, offers}: Menu, width: number, most: number): readonly Told[] => {
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

const leastOffers = ({offers}: Menu, height: number): number =>
	Math.min(offers.length, Math.max(1, Math.floor(height / 2)));

/** How tall a menu is on a body of that size. */
export const menuHeight = (menu: Menu, body: Size): number => {
	const inner = inside(body);
	const told = toldRows(menu, inner.width, inner.height - leastOffers(menu, inner.height));
	return Math.min(body.height, told.length + menu.offers.length + 2);
};

/** What may be done with a row; a digit takes an offer at once. */
export const MenuOverlay = ({menu, size}: {readonly menu: Menu; readonly size: Size}): ReactElement => {
	const inner = inside(size);
	const told = toldRows(menu, inner.width, inner.height - leastOffers(menu, inner.height));
	const {first, last} = windowOf(menu.offers.length, menu.selected, Math.max(0, inner.height - told.length));
	const labels = Math.max(...menu.offers.map(({label}) => columns(forTerminal(label))), 0) + 2;
	return (
		<Frame title={menu.title} size={size} isFocused>
			{told.map(({text, tone}, index) => (
				// The rows of a text never change places.
				// oxlint-disable-next-line react/no-array-index-key
				<Row key={index} width={inner.width} cells={[{text, tone}]} />
			))}
			{menu.offers.slice(first, last).map((offer, index) => (
				<Row
					key={offer.line}
					width={inner.width}
					isSelected={first + index === menu.selected}
					cells={[
						{text: first + index < 9 ? `${first + index + 1} ` : '  ', tone: 'strong', width: 2},
						{text: offer.label, width: Math.min(labels, inner.width - 2)},
						{text: `/${offer.line}`, tone: 'quiet'},
					]}
				/>
			))}
		</Frame>
	);
};

/** What may stand at the cursor; Tab takes the first, and then the next. */
export const CandidatesOverlay = ({
	candidates,
	at,
	size,
}: {
	readonly candidates: readonly Candidate[];
	/** The one that is in the line; -1 for none yet. */
	readonly at: number;
	readonly size: Size;
}): ReactElement => {
	const {first, last} = windowOf(candidates.length, Math.max(0, at), size.height - 1);
	const width = Math.min(24, Math.max(...candidates.map(one => columns(forTerminal(one.text)))) + 2);
	const hidden = candidates.length - (last - first);
	const rule = hidden > 0 ? `── tab takes the next, ${hidden} more ` : '── tab takes one ';
	return (
		<Box flexDirection="column" width={size.width} height={size.height}>
			<Row width={size.width} cells={[{text: rule.padEnd(size.width, '─'), tone: 'quiet'}]} />
			{candidates.slice(first, last).map((candidate, index) => (
				<Row
					key={candidate.text}
					width={size.width}
					isSelected={first + index === at}
					cells={[
						{text: '  ', width: 2},
						{text: candidate.text, tone: 'strong', width},
						{text: candidate.hint, tone: 'quiet'},
					]}
				/>
			))}
		</Box>
	);
};

/** What stands before what is searched for. */
const searchPrompt = `${glyphs.prompt} `;

/** Where the cursor stands in the palette, from its upper left corner. */
export const paletteCursor = (search: string, {width}: Size): {readonly x: number; readonly y: number} => ({
	x: Math.max(0, Math.min(width - 3, 2 + columns(searchPrompt) + columns(forTerminal(search)))),
	y: 1,
});

/** Every verb that answers to what is typed. */
export const PaletteOverlay = ({
	rows,
	search,
	selected,
	size,
}: {
	readonly rows: readonly PaletteRow[];
	readonly search: string;
	readonly selected: number;
	readonly size: Size;
}): ReactElement => {
	const inner = inside(size);
	const {first, last} = windowOf(rows.length, selected, Math.max(0, inner.height - 1));
	return (
		<Frame title={`Verbs · ${rows.length} · type to search, enter takes, esc closes`} size={size} isFocused>
			<Row
				width={inner.width}
				cells={[
					{text: searchPrompt, tone: 'strong', width: columns(searchPrompt)},
					search === '' ? {text: 'a verb, or what it is for', tone: 'quiet'} : {text: search},
				]}
			/>
			{rows.length === 0 && inner.height > 1 ? (
				<Row width={inner.width} cells={[{text: 'No verb answers to that.', tone: 'quiet'}]} />
			) : null}
			{rows.slice(first, last).map(({verb, summary}, index) => (
				<Row
					key={verb}
					width={inner.width}
					isSelected={first + index === selected}
					cells={[
						{text: `/${verb}`, tone: 'strong', width: Math.min(18, Math.floor(inner.width / 2))},
						{text: summary, tone: 'quiet'},
					]}
				/>
			))}
		</Frame>
	);
};

/** A line of the help: what, and what it is for. One that begins with no blank heads a part. */
export type HelpLine = readonly [what: string, why: string];

/** The lines of the help: keys, then verbs, from their tables. `whyNot` says of a key why it cannot act now. */
export const helpLines = (
	bindings: readonly Binding[],
	commands: readonly Command[],
	whyNot: (binding: Binding) => string | undefined = () => undefined,
): readonly HelpLine[] => [
	['Keys', ''],
	...bindings
		.filter(({keys}) => keys.length > 0)
		.map((binding): HelpLine => {
			const {keys, summary, where} = binding;
			const reason = whyNot(binding);
			return [
				`  ${keys.map(key => keyLabel(key)).join(', ')}`,
				`${summary}${where.length === 1 ? ` (${placeWords(where)})` : ''}${reason === undefined ? '' : ` · not now: ${reason}`}`,
			];
		}),
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
	['Signs', ''],
	['  ✓ and ?', 'the role is accepted, or not yet'],
	['  2▪', 'open actions'],
	['  late and LATE', 'overdue, and for so long that it is stuck'],
	['  8 ▲7', 'people who report there, and the most there should be'],
	['  ! * - ·', 'urgent, warning, advice, hint'],
	['', ''],
	['Documents are taken in the shell: loggist export markdown -o FILE', ''],
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

/** A page of plain lines to read. */
export const PageOverlay = ({
	title,
	lines,
	scroll,
	size,
}: {
	readonly title: string;
	readonly lines: readonly string[];
	readonly scroll: number;
	readonly size: Size;
}): ReactElement => {
	const inner = inside(size);
	const first = Math.min(scroll, Math.max(0, lines.length - inner.height));
	return (
		<Frame title={`${title} · esc closes, up and down move`} size={size} isFocused>
			{lines.slice(first, first + inner.height).map((text, index) => (
				// The lines of a page never change places.
				// oxlint-disable-next-line react/no-array-index-key
				<Row key={first + index} width={inner.width} cells={[{text}]} />
			))}
		</Frame>
	);
};

export const HelpOverlay = ({
	lines,
	search,
	scroll,
	size,
}: {
	readonly lines: readonly HelpLine[];
	readonly search: string;
	readonly scroll: number;
	readonly size: Size;
}): ReactElement => {
	const inner = inside(size);
	const first = Math.min(scroll, Math.max(0, lines.length - inner.height));
	const left = Math.floor(inner.width * 0.55);
	return (
		<Frame
			title={
				search === '' ? 'Help · type to search, esc closes, up and down move' : `Help · “${search}” · esc shows all`
			}
			size={size}
			isFocused
		>
			{lines.slice(first, first + inner.height).map(([what, why], index) => (
				<Row
					// Help lines never change places.
					// oxlint-disable-next-line react/no-array-index-key
					key={first + index}
					width={inner.width}
					cells={[
						{text: what, tone: what.startsWith(' ') ? 'plain' : 'title', width: left},
						{text: why, tone: 'quiet'},
					]}
				/>
			))}
		</Frame>
	);
};
