import type {Board} from '../board.ts';
import {plain} from '../language/people.ts';
import type {Entry} from '../entry.ts';
import {type Instant, inZone} from '../time.ts';
import type {PaneName} from './layout.ts';
import {type WordedRow, wordedRows, wordsOfRow} from './listing.ts';
import {saysAll} from './matching.ts';
import {keysOf, type Listed} from './rows.ts';
import type {Filter} from './session.ts';

/** The rows that a filter leaves, and how many there are without it. */
export type FilteredRows = {
	readonly keys: readonly string[];
	readonly at: (index: number) => WordedRow | undefined;
	readonly of: number;
};

/**
 * Remembers what each entry says, for as long as names, titles, strikes and the day are the same: ten thousand entries are not
 * told anew because one came. Rows that are shown are always told anew.
 */
const createMemory = () => {
	let of: (Pick<Board, 'staffing' | 'declaration' | 'struck'> & {readonly day: string}) | undefined;
	let said = new WeakMap<Entry, string>();
	return (entry: Entry, {staffing, declaration, struck}: Board, day: string, tell: () => string): string => {
		const isSame =
			of?.staffing === staffing && of.declaration === declaration && of.struck === struck && of.day === day;
		if (!isSame) {
			of = {staffing, declaration, struck, day};
			said = new WeakMap();
		}

		const text = said.get(entry) ?? plain(tell());
		said.set(entry, text);
		return text;
	};
};

const memory = createMemory();

const narrowed = (listed: Listed, now: Instant, {pane, words}: Filter): FilteredRows => {
	const {keys, at} = wordedRows(pane, listed, now);
	const says = saysAll(words);
	const day = inZone(now, listed.board.declaration.zone, 'yyyy-MM-dd');
	const wordsAt = (index: number): string => {
		const row = at(index);
		return row === undefined ? '' : wordsOfRow(row);
	};

	const places = [...keys.keys()].filter(index => {
		const entry = pane === 'log' ? listed.entries[index] : undefined;
		return says(entry === undefined ? plain(wordsAt(index)) : memory(entry, listed.board, day, () => wordsAt(index)));
	});
	return {
		keys: places.map(index => keys[index] ?? ''),
		at: index => at(places[index] ?? -1),
		of: keys.length,
	};
};

/**
 * The rows of a filtered pane. Key after key asks for the same ones: the last answer is kept for as long as it is true.
 * What counts down by seconds is as old as the minute.
 */
export const filteredRows = (() => {
	let last: {listed: Listed; filter: Filter; minute: string; found: FilteredRows} | undefined;
	return (listed: Listed, now: Instant, filter: Filter): FilteredRows => {
		const minute = now.slice(0, 16);
		if (last?.listed !== listed || last.filter !== filter || last.minute !== minute) {
			last = {listed, filter, minute, found: narrowed(listed, now, filter)};
		}

		return last.found;
	};
})();

/** The keys of the rows that a pane shows, top to bottom. */
export const keysShown = (
	pane: PaneName,
	listed: Listed,
	now: Instant,
	filter: Filter | undefined,
): readonly string[] => (filter?.pane === pane ? filteredRows(listed, now, filter).keys : keysOf(pane, listed, now));
