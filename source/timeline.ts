import type {Board} from './board.ts';
import {dutyOf} from './duties/index.ts';
import {importOf} from './duties/record/state.ts';
import {nameOf} from './duties/staffing/state.ts';
import type {Entry} from './entry.ts';
import {profileOf} from './duties/declaration/state.ts';
import {because} from './words.ts';
import {elapsed, type Instant, minute, timeFrom} from './time.ts';

/** One entry as it reads on the timeline; free text in it is as typed and must be made safe where it is shown. */
export type TimelineLine = {
	readonly number: number;
	/** `09:20`; with its day where that is not the day on which it is read: `3 Jun 09:20`. */
	readonly clock: string;
	readonly who: string;
	readonly text: string;
	/** The reason of the strike; undefined when the entry stands. */
	readonly struck: string | undefined;
	readonly isLate: boolean;
	/** The format that it was imported from: `slack`; undefined for what was written here. */
	readonly imported: string | undefined;
};

/** How an entry reads, without its number, time and speaker. */
export const tell = (entry: Entry, board: Board): string => {
	const {event, number, occurredAt} = entry;
	const withheld = board.redaction?.withheld?.get(number);
	if (withheld !== undefined && event.kind === 'unread') {
		return `withheld${because(withheld)}`;
	}

	return (
		dutyOf.get(event.kind)?.tell(event, board, occurredAt) ??
		`an entry of a kind that this version does not know: ${event.kind}`
	);
};

/** Whether an entry was written more than the profile's few minutes after its event. */
export const isLate = ({occurredAt, recordedAt}: Entry, {declaration}: Board): boolean =>
	elapsed(occurredAt, recordedAt) > profileOf(declaration).minutes.lateEntry * minute;

/** Why an entry is struck; undefined when it stands. */
export const strikeReason = (entry: Entry, {struck}: Board): string | undefined => {
	const strike = struck.get(entry.number);
	return strike?.event.kind === 'entry-struck' ? strike.event.reason : undefined;
};

/** An entry on the timeline, on the wall clock of the incident, for whoever reads it at `now`. */
export const timelineLine = (entry: Entry, board: Board, now: Instant): TimelineLine => ({
	number: entry.number,
	clock: timeFrom(now, entry.occurredAt, board.declaration.zone),
	who: nameOf(board.staffing, entry.by),
	text: tell(entry, board),
	struck: strikeReason(entry, board),
	isLate: isLate(entry, board),
	imported: importOf(board.record, entry)?.source,
});
