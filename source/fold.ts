import type {Board, Irregularity, Past, Slices} from './board.ts';
import {duties} from './duties/index.ts';
import type {Entry} from './entry.ts';

const noSlices = Object.fromEntries(duties.map(duty => [duty.name, duty.initial])) as Slices;

/** The board before anything has happened. */
export const emptyBoard = (incident: string): Board => ({
	...noSlices,
	incident,
	head: undefined,
	past: undefined,
	refs: {},
	struck: new Map(),
	irregularities: [],
});

/** What a board knows of its log, apart from what the log says. */
export type LogSoFar = Omit<Board, keyof Slices>;

/** The slices after an entry that is not struck; of the log the board knows as much as before. */
export const tell = (board: Board, entry: Entry): Board => {
	const next: Record<string, unknown> = {};
	for (const duty of duties) {
		next[duty.name] = duty.evolve(board[duty.name], entry);
	}

	return {...board, ...next};
};

/** What the log's own order says against an entry, seen from the one before it. */
const irregular = ({head}: LogSoFar, entry: Entry): readonly Irregularity[] => {
	const expected = (head?.number ?? 0) + 1;
	return [
		...(entry.number === expected
			? []
			: [
					{
						entry: entry.number,
						text: `Entry ${entry.number} follows entry ${expected - 1}: the numbers do not run on.`,
					},
				]),
		...(head !== undefined && entry.previousHash !== head.hash
			? [
					{
						entry: entry.number,
						text: `Entry ${entry.number} does not join the entry before it: the log may have been tampered with.`,
					},
				]
			: []),
		...(head !== undefined && entry.recordedAt < head.recordedAt
			? [
					{
						entry: entry.number,
						text: `Entry ${entry.number} was recorded earlier than the entry before it: a clock was wrong.`,
					},
				]
			: []),
	];
};

/** Given-out refs, struck entries included. */
const countRef = (refs: Board['refs'], {event}: Entry): Board['refs'] => {
	if (!('ref' in event)) {
		return refs;
	}

	const [, letter, digits] = /^([A-Z])(\d+)$/u.exec(event.ref) ?? [];
	const number = Number(digits);
	return letter === undefined || number <= (refs[letter] ?? 0) ? refs : {...refs, [letter]: number};
};

/** Which entries are struck: a strike counts unless a later strike struck it. */
const strikes = (past: Past | undefined): ReadonlyMap<number, Entry> => {
	const struck = new Map<number, Entry>();
	for (let at = past; at !== undefined; at = at.before) {
		const {entry} = at;
		// A strike reaches back only: one that names a later entry was not written by this program.
		if (entry.event.kind === 'entry-struck' && entry.event.entry < entry.number && !struck.has(entry.number)) {
			struck.set(entry.event.entry, entry);
		}
	}

	return struck;
};

const inOrder = (past: Past | undefined): Entry[] => {
	const entries: Entry[] = [];
	for (let at = past; at !== undefined; at = at.before) {
		entries.push(at.entry);
	}

	return entries.toReversed();
};

/** The slices told anew from every entry that is not struck. */
const retell = (board: Board): Board => {
	let told: Board = {...board, ...noSlices};
	for (const entry of inOrder(board.past)) {
		if (!board.struck.has(entry.number)) {
			told = tell(told, entry);
		}
	}

	return told;
};

const isStrike = ({event}: Entry): boolean => event.kind === 'entry-struck';

/** One more entry in the log; what it says is not told yet. */
export const enter = (log: LogSoFar, entry: Entry): LogSoFar => {
	const past = {entry, before: log.past};
	return {
		incident: log.incident,
		head: {number: entry.number, hash: entry.hash, recordedAt: entry.recordedAt},
		past,
		refs: countRef(log.refs, entry),
		struck: isStrike(entry) ? strikes(past) : log.struck,
		irregularities: [...log.irregularities, ...irregular(log, entry)],
	};
};

/**
 * One more entry on the board. Pure. A strike tells the slices anew without the struck entry; everything else
 * costs the same however long the log is.
 */
export const fold = (board: Board, entry: Entry): Board => {
	const next: Board = {...board, ...enter(board, entry)};
	return isStrike(entry) ? retell(next) : tell(next, entry);
};

/** The board after `entries`, on top of `board`. However many of them are strikes, it is told anew once. */
export const foldAll = (board: Board, entries: readonly Entry[]): Board => {
	const told = entries.findLastIndex(isStrike) + 1;
	const log = entries.slice(0, told).reduce<LogSoFar>(enter, board);
	return entries.slice(told).reduce(fold, told === 0 ? board : retell({...board, ...log}));
};

/** The entries of the board, oldest first. */
export const entriesOf = ({past}: Board): readonly Entry[] => inOrder(past);
