import type {Board} from '../board.ts';
import {entryJson} from '../documents/log-json.ts';
import type {Entry} from '../entry.ts';
import {timelineLine} from '../timeline.ts';
import type {Shell} from './shell.ts';

/** Prints an entry as it stands in the log: `42 11:02 Priya Shah: D3 …`. */
export const printEntry = (shell: Shell, entry: Entry, board: Board): void => {
	const {number, clock, who, text, struck, isLate} = timelineLine(entry, board);
	const marks = `${isLate ? ' (late entry)' : ''}${struck === undefined ? '' : ` [struck, because ${struck}]`}`;
	shell.say(`${number} ${clock} ${who}: ${text}${marks}`);
};

/** Prints entries as JSON, one array. */
export const printEntriesJson = (shell: Shell, entries: readonly Entry[], board: Board): void =>
	shell.printJson(entries.map(entry => entryJson(entry, board)));
