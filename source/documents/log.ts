import type {Board} from '../board.ts';
import {latenessOf} from '../late.ts';
import {importOf} from '../duties/record/state.ts';
import {nameOf} from '../duties/staffing/state.ts';
import type {Entry} from '../entry.ts';
import {type Block, type Cell, heading, paragraph} from '../section.ts';
import {dayAndTime, elapsed, inBrief} from '../time.ts';
import {isLate, strikeReason, tell} from '../timeline.ts';
import {because} from '../words.ts';

/**
 * `late 12m, because the pager was off`; of an imported one where it comes from, and the entry that says why so late.
 * Undefined for an entry written in time.
 */
export const lateWords = (entry: Entry, board: Board): string | undefined => {
	const from = importOf(board.record, entry);
	if (from !== undefined) {
		return `imported from ${from.name} (${from.source}, entry ${from.entry})`;
	}

	if (!isLate(entry, board)) {
		return undefined;
	}

	const reason = latenessOf(board.record, entry.number)?.reason;
	// A note that was written late tells its reason itself.
	const isTold = entry.event.kind === 'note-made' && entry.event.reason === reason;
	return `late ${inBrief(elapsed(entry.occurredAt, entry.recordedAt))}${isTold ? '' : because(reason)}`;
};

/** Who struck an entry, when and why; undefined when it stands. */
const strikeWords = (entry: Entry, board: Board): string | undefined => {
	const strike = board.struck.get(entry.number);
	return strike === undefined
		? undefined
		: `(struck by ${nameOf(board.staffing, strike.by)} at ${dayAndTime(strike.occurredAt, board.declaration.zone)}, ` +
				`entry ${strike.number}${because(strikeReason(entry, board))})`;
};

/** What an entry says, struck through where it is struck, with who, when and why. */
export const entryCell = (entry: Entry, board: Board): Cell => {
	const text = tell(entry, board);
	const note = strikeWords(entry, board);
	return note === undefined ? text : {text, struck: true, note};
};

/** `action opened`; of an unread entry the kind that it was written with. */
const kindWords = ({event}: Entry): string =>
	(event.kind === 'unread' ? event.wasKind : event.kind).replaceAll('-', ' ');

const row = (entry: Entry, board: Board): readonly Cell[] => {
	const {zone, exercise} = board.declaration;
	const late = lateWords(entry, board);
	return [
		String(entry.number),
		dayAndTime(entry.occurredAt, zone),
		`${dayAndTime(entry.recordedAt, zone)}${late === undefined ? '' : `, ${late}`}`,
		nameOf(board.staffing, entry.by),
		// A row that is copied out of an exercise must not pass for a real one.
		`${exercise ? 'EXERCISE ' : ''}${kindWords(entry)}`,
		entryCell(entry, board),
	];
};

type LogView = {readonly board: Board; readonly entries: readonly Entry[]};

const logHead = ['No', 'Happened', 'Recorded', 'By', 'Kind', 'Entry'];

const logTable = (board: Board, entries: readonly Entry[]) => ({
	type: 'table' as const,
	head: logHead,
	rows: entries.map(entry => row(entry, board)),
	recorded: entries.map(({recordedAt}) => recordedAt),
});

/** How many entries of a long log are made into rows at a time. */
const partSize = 500;

/** The same as `logSection` in parts, each made when it is asked for; the table goes on from one to the next. */
export const logParts = function* ({board, entries}: LogView): Generator<readonly Block[]> {
	yield logSection({board, entries: entries.slice(0, partSize)});
	for (let start = partSize; start < entries.length; start += partSize) {
		yield [{...logTable(board, entries.slice(start, start + partSize)), isContinued: true}];
	}
};

/** The whole log as one table, an entry a row in the order of their numbers, with both times of each. */
export const logSection = ({board, entries}: LogView): readonly Block[] => [
	heading('Log'),
	entries.length === 0 ? paragraph('Nothing has been written.') : logTable(board, entries),
];
