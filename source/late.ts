import {once} from './memo.ts';
import {minute} from './time.ts';

/** An entry written well after its event. */
export type LateEntry = {
	readonly entry: number;
	/** Milliseconds between the event and its entry. */
	readonly lag: number;
	readonly reason: string | undefined;
};

/** Newest first, each pointing at the one before: one more costs nothing, and an import brings them by the thousands. */
type Chain = {readonly late: LateEntry; readonly before: Chain | undefined} | undefined;

/** The late entries of a log. */
export type Late = {
	/** Those that said why when they were written. */
	readonly told: Chain;
	/** Those that did not: doctrine asks about each. */
	readonly untold: Chain;
	/** What was said of those later, by the numbers of the entries. */
	readonly reasons: ReadonlyMap<number, string>;
};

export const noLate: Late = {told: undefined, untold: undefined, reasons: new Map()};

export const withLate = ({told, untold, reasons}: Late, late: LateEntry): Late =>
	late.reason === undefined
		? {told, untold: {late, before: untold}, reasons}
		: {told: {late, before: told}, untold, reasons};

/** The same with the reason for an entry that had none. */
export const withReason = (late: Late, entry: number, reason: string): Late => ({
	...late,
	reasons: new Map(late.reasons).set(entry, reason),
});

const inOrder = (chain: Chain): readonly LateEntry[] => {
	const found: LateEntry[] = [];
	for (let at = chain; at !== undefined; at = at.before) {
		found.push(at.late);
	}

	return found.toReversed();
};

/** Those that did not say why when they were written, the oldest first, with what was said later. */
const untoldOf = once(({untold, reasons}: Late): readonly LateEntry[] =>
	inOrder(untold).map(one => ({...one, reason: reasons.get(one.entry)})),
);

/** All of them by the numbers of their entries, the oldest first. */
const byNumber = once(
	(late: Late): ReadonlyMap<number, LateEntry> =>
		new Map([...inOrder(late.told), ...untoldOf(late)].sort((a, b) => a.entry - b.entry).map(one => [one.entry, one])),
);

type Slice = {readonly late: Late};

/** Entries that were written more than `minutes` after their event, the oldest first. */
export const lateEntries = ({late}: Slice, minutes: number): readonly LateEntry[] =>
	[...byNumber(late).values()].filter(one => one.lag > minutes * minute);

/** The same of those that owe a reason still. */
export const unexcused = ({late}: Slice, minutes: number): readonly LateEntry[] =>
	untoldOf(late).filter(one => one.reason === undefined && one.lag > minutes * minute);

/** How late an entry was; undefined for one that was written at once. */
export const latenessOf = ({late}: Slice, entry: number): LateEntry | undefined => byNumber(late).get(entry);
