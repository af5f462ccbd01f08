import {Box} from 'ink';
import type {ReactElement} from 'react';
import type {Command} from '../command.ts';
import {usageOf} from '../language/verbs.ts';
import type {Candidate} from '../language/complete.ts';
import {Frame, inside, type Size} from '../looks/frame.tsx';
import {fewLines, windowOf} from '../looks/list.tsx';
import {Row} from '../looks/row.tsx';
import type {Tone} from '../looks/theme.ts';
import {columns, forTerminal} from '../text.ts';
import {type Binding, keyLabel} from './keymap.ts';
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

/** The lines of the help: keys, then verbs, from their tables. */
export const helpLines = (
	bindings: readonly Binding[],
	commands: readonly Command[],
): readonly (readonly [string, string])[] => [
	['Keys', ''],
	...bindings.map(({keys, summary, where}): readonly [string, string] => [
		`  ${keys.map(key => keyLabel(key)).join(', ')}`,
		`${summary}${where.length === 1 ? ` (${where[0] ?? ''})` : ''}`,
	]),
	['', ''],
	['Verbs, after /', ''],
	...commands.map((command): readonly [string, string] => [`  ${usageOf(command)}`, command.summary]),
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
	['  8 ▲7', 'people who report there, and the most there should be'],
	['  ! * - ·', 'urgent, warning, advice, hint'],
	['', ''],
	['  /show structure, sitrep …', 'a page to read: structure, matrix, sitrep, handover, prompts, doctrine, overview'],
	['Documents are taken in the shell: loggist export markdown -o FILE', ''],
];

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
	scroll,
	size,
}: {
	readonly lines: readonly (readonly [string, string])[];
	readonly scroll: number;
	readonly size: Size;
}): ReactElement => {
	const inner = inside(size);
	const first = Math.min(scroll, Math.max(0, lines.length - inner.height));
	const left = Math.floor(inner.width * 0.55);
	return (
		<Frame title="Help · esc closes, up and down move" size={size} isFocused>
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
