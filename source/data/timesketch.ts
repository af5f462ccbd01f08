import type {Board} from '../board.ts';
import {importOf} from '../duties/record/state.ts';
import {nameOf} from '../duties/staffing/state.ts';
import type {Entry} from '../entry.ts';
import {redactionWords} from '../sharing/words.ts';
import {safeJson} from '../text.ts';
import {strikeReason, tell} from '../timeline.ts';
import {because} from '../words.ts';
import {type Column, csvLines} from './csv.ts';

type LogView = {readonly board: Board; readonly entries: readonly Entry[]};

const message = (entry: Entry, board: Board): string => {
	const struck = strikeReason(entry, board);
	return `${board.declaration.exercise ? 'EXERCISE: ' : ''}${tell(entry, board)}${struck === undefined ? '' : ` [struck${because(struck)}]`}`;
};

/*
What Timesketch asks of a timeline: `message`, `datetime` as ISO 8601 with an offset, `timestamp_desc`; it takes
`timestamp` in microseconds, and any other columns. A file's name must end in .csv or .jsonl. Each entry is one event, at
the time when it happened; when it was recorded is a column of its own.
*/
const columns = (board: Board, {redaction} = board): readonly Column<Entry>[] => [
	['message', entry => message(entry, board)],
	['datetime', ({occurredAt}) => occurredAt.replace(/Z$/u, '+00:00')],
	['timestamp_desc', () => 'Occurred'],
	['timestamp', ({occurredAt}) => Date.parse(occurredAt) * 1000],
	['recorded_at', ({recordedAt}) => recordedAt.replace(/Z$/u, '+00:00')],
	['incident', ({incident}) => incident],
	['number', ({number}) => number],
	['by', ({by}) => nameOf(board.staffing, by)],
	['recorded_by', ({recordedBy}) => recordedBy],
	['kind', ({event}) => (event.kind === 'unread' ? event.wasKind : event.kind)],
	['struck', ({number}) => board.struck.has(number)],
	['imported_from', entry => importOf(board.record, entry)?.source],
	['hash', ({hash}) => hash],
	...(redaction === undefined ? [] : [['redacted', () => redactionWords(redaction)] as const]),
];

/** The log as a timeline for Timesketch, CSV. */
export const timesketchCsv = ({board, entries}: LogView): Iterable<string> => csvLines(columns(board), entries);

/** The same as JSON Lines: an object a line, never a list, which Timesketch does not read. */
export const timesketchJsonl = function* ({board, entries}: LogView): Generator<string> {
	const named = columns(board);
	for (const entry of entries) {
		// A field without a value is left out.
		yield `${safeJson(Object.fromEntries(named.map(([name, value]) => [name, value(entry)])))}\n`;
	}
};
