import type {Board} from '../board.ts';
import type {Offer} from '../rule.ts';
import type {Instant} from '../time.ts';
import type {Cell} from './cell.ts';
import {fewLines, type Item} from './list.ts';
import {drawListPane, type PaneDrawing, type PaneState} from './pane.ts';
import {inside} from './size.ts';

/** One row of a pane that lists: what is seen of it, and what may be done with it. */
export type PaneRow = {
	/** Names the row while others come and go: a ref, an entry's number, a name. */
	readonly key: string;
	/** What stands before the text, each with its width. */
	readonly lead: readonly Cell[];
	readonly text: string;
	readonly tone?: Cell['tone'];
	/** What the row is called when it is opened, and the lines that may be typed for it. */
	readonly title: string;
	/** Said when it is opened, where the row tells it in brief. */
	readonly whole?: string;
	readonly offers: readonly Offer[];
};

/** A pane that lists: data only, drawn by one component. */
export type ListPane = {
	readonly title: (board: Board, now: Instant) => string;
	/** Said while there is nothing to list, with the verb that would begin it. */
	readonly empty: string;
	/** The first row is read before any other: its text is whole where the pane has the room. */
	readonly isFirstWhole?: true;
	readonly rows: (board: Board, now: Instant) => readonly PaneRow[];
};

/** A text in less room than this is hard to read. */
const leastText = 26;
const belowIndent = 3;
/** Under a first row that is whole stand so many more lines, so that there is seen to be more. */
const leastBelow = 2;

/** Few rows in a tall pane: what their texts leave of it goes to those that were cut, the first of them first. */
const fillWith = (count: number, height: number, itemAt: (index: number, lines?: number) => Item): readonly Item[] => {
	const short = Array.from({length: count}, (_, index) => itemAt(index));
	let spare = height - short.reduce((sum, {rows}) => sum + rows.length, 0);
	return short.map((item, index) => {
		if (spare <= 0) {
			return item;
		}

		const whole = itemAt(index, item.rows.length + spare);
		spare -= whole.rows.length - item.rows.length;
		return whole;
	});
};

/** Draws a pane that lists, in the room it has. */
export const drawListing = (pane: ListPane, board: Board, now: Instant, state: PaneState): PaneDrawing => {
	const rows = pane.rows(board, now);
	const inner = inside(state.size);
	const usual = inner.height < 6 ? 1 : 3;
	const first = pane.isFirstWhole === true ? Math.max(usual, inner.height - leastBelow) : usual;
	const itemAt = (index: number, lines = index === 0 ? first : usual): Item => {
		const row = rows[index];
		if (row === undefined) {
			return {key: String(index), rows: []};
		}

		const lead = row.lead.reduce((sum, cell) => sum + (cell.width ?? 0), 0);
		const tone = row.tone ?? 'plain';
		// Beside a long lead in a narrow pane a text would stand one word a line: it goes below.
		const isBelow = lead > belowIndent && inner.width - lead < leastText && lines > 1;
		const indent = isBelow ? belowIndent : lead;
		const [begins = '', ...others] = isBelow
			? ['', ...fewLines(row.text, inner.width - indent, lines - 1)]
			: fewLines(row.text, inner.width - indent, lines);
		return {
			key: row.key,
			rows: [
				[...row.lead, {text: begins, tone}],
				...others.map((other): readonly Cell[] => [
					{text: '', width: indent},
					{text: other, tone},
				]),
			],
		};
	};

	const items = rows.length < inner.height ? fillWith(rows.length, inner.height, itemAt) : undefined;
	return drawListPane(
		{
			title: pane.title(board, now),
			empty: pane.empty,
			count: rows.length,
			itemAt: index => items?.[index] ?? itemAt(index),
		},
		state,
	);
};
