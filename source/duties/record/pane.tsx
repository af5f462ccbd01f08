import {Text} from 'ink';
import type {ReactElement} from 'react';
import {lookOf} from '../../looks/looks.ts';
import {Frame, inside, type Size} from '../../looks/frame.tsx';
import {fewLines} from '../../looks/list.tsx';
import {type Cell, Row} from '../../looks/row.tsx';
import type {Tone} from '../../looks/theme.ts';
import {clip, columns, forTerminal} from '../../text.ts';

/** One entry as the log pane shows it. */
export type LogLine = {
	readonly number: number;
	readonly clock: string;
	readonly who: string;
	/** The same for narrow panes. */
	readonly whoInBrief: string;
	readonly text: string;
	readonly struck: string | undefined;
	readonly isLate: boolean;
};

type ShownRow = {readonly key: string; readonly cells: readonly Cell[]; readonly index: number};

/** From this width on, texts stand in a column of their own; below, they begin after the name. */
const columnsFrom = 64;
/** From this width on, names are whole; below, as brief as can be. */
const namesFrom = 40;
const whoWidth = 17;
/** An entry takes no more rows than this; its menu shows the whole of a long one. */
const mostRows = 4;

const markOf = ({struck, isLate}: LogLine): string => {
	if (struck !== undefined) {
		return '(struck) ';
	}

	return isLate ? '(late) ' : '';
};

/** The pieces before the text: who, and whether the entry is late or struck. */
const leadOf = (line: LogLine, width: number): readonly Cell[] => {
	const isInColumns = width >= columnsFrom;
	const who = forTerminal(width >= namesFrom ? line.who : line.whoInBrief);
	const colon = isInColumns ? '' : ':';
	const room = isInColumns ? whoWidth : Math.min(columns(who) + 2, Math.floor(width * 0.45));
	const mark = markOf(line);
	return [
		{text: `${clip(who, room - 1 - colon.length)}${colon} `, tone: 'advise', width: room},
		...(mark === '' ? [] : [{text: mark, tone: 'warn' as const, width: mark.length}]),
	];
};

const widthOf = (cells: readonly Cell[]): number => cells.reduce((sum, cell) => sum + (cell.width ?? 0), 0);

const rowsOf = (line: LogLine, index: number, width: number, digits: number): readonly ShownRow[] => {
	const head: Cell = {text: `${String(line.number).padStart(digits)} ${line.clock} `, tone: 'quiet', width: digits + 7};
	const lead = leadOf(line, width);
	const indent = digits + 7 + (width >= columnsFrom ? whoWidth : 0);
	const tone: Tone = line.struck === undefined ? 'plain' : 'struck';
	// What the lead takes of the first row is wrapped with the text as blanks that do not break, and cut off again.
	const taken = digits + 7 + widthOf(lead) - indent;
	const [first = '', ...others] = fewLines(`${'\u00A0'.repeat(taken)}${line.text}`, width - indent, mostRows);
	return [
		{key: `${line.number}.0`, cells: [head, ...lead, {text: first.slice(taken), tone}], index},
		...others.map((text, at) => ({
			key: `${line.number}.${at + 1}`,
			cells: [
				{text: '', width: indent},
				{text, tone},
			],
			index,
		})),
	];
};

/** The rows that fit, ending with the newest entry, or around the selected one. */
const visibleRows = (
	count: number,
	lineAt: (index: number) => LogLine,
	selected: number | undefined,
	{width, height}: Size,
): readonly ShownRow[] => {
	const digits = String(count).length;
	const rowsAt = (index: number) => rowsOf(lineAt(index), index, width, digits);

	// With a selection, half of the room is kept for what came after it.
	let last = selected === undefined ? count - 1 : selected;
	const keptBelow = selected === undefined ? 0 : Math.floor(height / 2);
	for (let below = 0; last < count - 1 && below < keptBelow; ) {
		last++;
		below += rowsAt(last).length;
	}

	const rows: ShownRow[] = [];
	for (let index = last; index >= 0 && rows.length < height; index--) {
		rows.unshift(...rowsAt(index));
	}

	return rows.slice(Math.max(0, rows.length - height));
};

/** The log, newest at the bottom: number, time, who, what; late and struck entries are marked in words. */
export const RecordPane = ({
	count,
	seen = count,
	lineAt,
	size,
	selected,
	isFocused,
}: {
	readonly count: number;
	/** How many there were when the selection was last moved: what came since waits below, and moves nothing. */
	readonly seen?: number | undefined;
	/** The entry at that place, oldest first. */
	readonly lineAt: (index: number) => LogLine;
	readonly size: Size;
	/** The selected entry's place; undefined: the newest entries are shown. */
	readonly selected: number | undefined;
	readonly isFocused: boolean;
}): ReactElement => {
	const inner = inside(size);
	const rows = visibleRows(selected === undefined ? count : Math.min(count, seen), lineAt, selected, inner);
	const newer = selected === undefined ? 0 : count - 1 - selected;
	return (
		<Frame title={newer > 0 ? `Log · ${newer} newer` : `Log · ${count}`} size={size} isFocused={isFocused}>
			{count === 0 ? <Text {...lookOf('quiet')}>Nothing is in the log yet.</Text> : null}
			{rows.map(row => (
				<Row key={row.key} width={inner.width} isSelected={isFocused && row.index === selected} cells={row.cells} />
			))}
		</Frame>
	);
};
