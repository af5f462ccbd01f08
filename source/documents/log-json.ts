import type {Board} from '../board.ts';
import {importOf} from '../duties/record/state.ts';
import type {BoardEvent, Entry} from '../entry.ts';
import {isLate, tell} from '../timeline.ts';

/** The event's kind and what it carries; of an unread one as it was written. */
const kindAndData = (event: BoardEvent): {readonly kind: string; readonly data: unknown} => {
	if (event.kind === 'unread') {
		return {kind: event.wasKind, data: event.data};
	}

	const {kind, ...data} = event;
	return {kind, data};
};

/** An entry as data: as it stands in the ledger, and how it reads on the board. */
export const entryJson = (entry: Entry, board: Board) => {
	const {kind, data} = kindAndData(entry.event);
	return {
		incident: entry.incident,
		number: entry.number,
		occurredAt: entry.occurredAt,
		recordedAt: entry.recordedAt,
		by: entry.by,
		recordedBy: entry.recordedBy,
		kind,
		text: tell(entry, board),
		struck: board.struck.has(entry.number),
		late: isLate(entry, board),
		imported: importOf(board.record, entry)?.source ?? null,
		exercise: board.declaration.exercise,
		data,
		previousHash: entry.previousHash,
		hash: entry.hash,
	};
};
