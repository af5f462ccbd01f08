import type {Board} from '../board.ts';
import {entryJson} from '../documents/log-json.ts';
import type {Entry} from '../entry.ts';
import {timelineLine} from '../timeline.ts';
import {dayAndTime, type Instant, isSameDay} from '../time.ts';
import type {Shell} from './shell.ts';

/** Prints an entry as it stands in the log: `42 11:02 Priya Shah: D3 …`; of another day than `today` with its day. */
export const printEntry = (shell: Shell, entry: Entry, board: Board, today: Instant = entry.recordedAt): void => {
	const {number, clock, who, text, struck, isLate, imported} = timelineLine(entry, board, entry.recordedAt);
	const late = imported === undefined ? (isLate ? ' (late entry)' : '') : ` (imported from ${imported})`;
	const marks = `${late}${struck === undefined ? '' : ` [struck, because ${struck}]`}`;
	// A time of another day than this one says which day.
	const {zone} = board.declaration;
	const when = isSameDay(entry.occurredAt, today, zone) ? clock : dayAndTime(entry.occurredAt, zone);
	shell.say(`${number} ${when} ${who}: ${text}${marks}`);
};

/** Prints entries as JSON, one array. */
export const printEntriesJson = (shell: Shell, entries: readonly Entry[], board: Board): void =>
	shell.printJson(entries.map(entry => entryJson(entry, board)));
