import type {Board} from '../board.ts';
import {entryJson} from '../documents/log-json.ts';
import type {Entry} from '../entry.ts';
import {timelineLine} from '../timeline.ts';
import {dayAndTime, isSameDay} from '../time.ts';
import type {Shell} from './shell.ts';

/** Prints an entry as it stands in the log: `42 11:02 Priya Shah: D3 …`. */
export const printEntry = (shell: Shell, entry: Entry, board: Board): void => {
	const {number, clock, who, text, struck, isLate, imported} = timelineLine(entry, board, entry.recordedAt);
	const late = imported === undefined ? (isLate ? ' (late entry)' : '') : ` (imported from ${imported})`;
	const marks = `${late}${struck === undefined ? '' : ` [struck, because ${struck}]`}`;
	// A time of another day than its entry's says which day.
	const {zone} = board.declaration;
	const when = isSameDay(entry.occurredAt, entry.recordedAt, zone) ? clock : dayAndTime(entry.occurredAt, zone);
	shell.say(`${number} ${when} ${who}: ${text}${marks}`);
};

/** Prints entries as JSON, one array. */
export const printEntriesJson = (shell: Shell, entries: readonly Entry[], board: Board): void =>
	shell.printJson(entries.map(entry => entryJson(entry, board)));
