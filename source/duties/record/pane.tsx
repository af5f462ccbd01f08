import type {Cell} from '../../looks/cell.ts';
import {drawFrame, drawRow} from '../../looks/drawing.ts';
import {drawList, fewLines, type Item} from '../../looks/list.ts';
import {frameList, type PaneDrawing, type PaneState} from '../../looks/pane.ts';
import {inside} from '../../looks/size.ts';
import type {Tone} from '../../looks/theme.ts';
import {clip, columns, forTerminal} from '../../text.ts';
import {fitting} from '../../time.ts';

/** One entry as the log pane shows it. */
export type LogLine = {
	readonly number: number;
	/** When it happened, in as many wordings as there are, longest first: `3 Jun 09:20`, `3 Jun`. */
	readonly times: readonly string[];
	readonly who: string;
	/** The same for narrow panes. */
	readonly whoInBrief: string;
	readonly text: string;
	readonly struck: string | undefined;
	readonly isLate: boolean;
	/** The format that it was imported from; undefined for what was written here. */
	readonly imported?: string | undefined;
};

/** From this width on, texts stand in a column of their own; below, they begin after the name. */
const columnsFrom = 64;
/** From this width on, names are whole; below, as brief as can be. */
const namesFrom = 40;
const whoWidth = 17;
/** Room for `09:20`; for `22 Jun`; for `22 Jun 09:20`. */
const usualTime = 5;
const narrowTime = 6;
const widestTime = 12;
/** An entry takes no more rows than this; its menu shows the whole of a long one. */
const mostRows = 4;

const markOf = ({struck, isLate, imported}: LogLine): string => {
	if (struck !== undefined) {
		return '(struck) ';
	}

	if (imported !== undefined) {
		return '(imported) ';
	}

	return isLate ? '(late) ' : '';
};

/** The pieces before the text: who, and whether the entry is late, imported or struck. */
const leadOf = (line: LogLine, width: number, column: number): readonly Cell[] => {
	const isInColumns = width >= columnsFrom;
	const who = forTerminal(width >= namesFrom && (!isInColumns || column === whoWidth) ? line.who : line.whoInBrief);
	const colon = isInColumns ? '' : ':';
	const room = isInColumns ? column : Math.min(columns(who) + 2, Math.floor(width * 0.45));
	const mark = markOf(line);
	return [
		{text: `${clip(who, room - 1 - colon.length)}${colon} `, tone: 'advise', width: room},
		...(mark === '' ? [] : [{text: mark, tone: 'warn' as const, width: mark.length}]),
	];
};

const widthOf = (cells: readonly Cell[]): number => cells.reduce((sum, cell) => sum + (cell.width ?? 0), 0);

/** When it happened. The time of another day takes more room: of the column of names, where there is one. */
const timeOf = ({times}: LogLine, width: number): string =>
	fitting(times, width >= columnsFrom ? widestTime : width >= namesFrom ? width / 3 : narrowTime);

const blanks = (count: number): string => (count === 0 ? '' : `${'\u00A0'.repeat(count - 1)} `);

const itemOf = (line: LogLine, width: number, digits: number): Item => {
	const time = timeOf(line, width);
	const head: Cell = {
		text: `${String(line.number).padStart(digits)} ${time} `,
		tone: 'quiet',
		width: digits + time.length + 2,
	};
	const lead = leadOf(line, width, whoWidth - Math.max(0, time.length - usualTime));
	const indent = digits + usualTime + 2 + (width >= columnsFrom ? whoWidth : 0);
	const tone: Tone = line.struck === undefined ? 'plain' : 'struck';
	// What the lead takes of the first row is wrapped with the text as blanks, and cut off again. Only the last of them
	// breaks: a word that has no room beside the lead goes to the next row whole.
	const taken = Math.max(0, (head.width ?? 0) + widthOf(lead) - indent);
	const [first = '', ...others] = fewLines(`${blanks(taken)}${line.text}`, width - indent, mostRows);
	return {
		key: String(line.number),
		rows: [
			[head, ...lead, {text: first.slice(taken), tone}],
			...others.map((text): readonly Cell[] => [
				{text: '', width: indent},
				{text, tone},
			]),
		],
	};
};

/** The log, newest at the bottom: number, time, who, what; late, imported and struck entries are marked in words. */
export const drawRecord = (
	{
		count,
		seen = count,
		lineAt,
		selected,
	}: {
		readonly count: number;
		/** How many there were when the selection was last moved: what came since waits below, and moves nothing. */
		readonly seen?: number | undefined;
		/** The entry at that place, oldest first. */
		readonly lineAt: (index: number) => LogLine;
		/** The selected entry's place; undefined: the newest entries are shown. */
		readonly selected: number | undefined;
	},
	{size, isFocused, top}: Omit<PaneState, 'selected'>,
): PaneDrawing => {
	const {width, height} = inside(size);
	const digits = String(count).length;
	const itemAt = (index: number): Item => itemOf(lineAt(index), width, digits);
	const newer = selected === undefined ? 0 : count - 1 - selected;
	const title = newer > 0 ? `Log · ${newer} newer` : `Log · ${count}`;
	if (count === 0) {
		const nothing = drawRow([{text: 'Nothing is in the log yet.', tone: 'quiet'}], width);
		return {rows: drawFrame({title, size, isFocused}, [nothing])};
	}

	const list = drawList(
		selected === undefined
			? {count, itemAt, selected: count - 1, height, isAtEnd: true}
			: {count: Math.min(count, seen), itemAt, selected, height, top},
		width,
		isFocused && selected !== undefined,
	);
	return frameList({title, size, isFocused}, list);
};
