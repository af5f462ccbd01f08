import type {Board} from './board.ts';
import type {Entry} from './entry.ts';
import {emptyBoard, enter, foldAll, type LogSoFar, tell} from './fold.ts';
import type {Instant} from './time.ts';

/*
Going to any moment of a log and back, on ten thousand entries, at every key. What the log itself is after each entry
(its head, what is struck) is kept whole, for it costs little; what it says is kept at checkpoints and told from the
nearest one. A strike reaches back: a checkpoint holds as far as the same entries are struck as at the moment asked for.
*/

/** The log as it was at a moment, and the board of it. The same objects while nothing between two moments was written. */
export type Standing = {readonly board: Board; readonly entries: readonly Entry[]};

/** The moments of one log. Times are those at which entries were recorded, as `--as-of` means them. */
export type Moments = {
	/** The board of all entries that had been recorded by then. */
	readonly at: (moment: Instant) => Standing;
	/** The last time before a moment at which something was recorded; undefined at the beginning. */
	readonly before: (moment: Instant) => Instant | undefined;
	/** The first time after a moment at which something was recorded; undefined at the end. */
	readonly after: (moment: Instant) => Instant | undefined;
	/** When the log was begun and last written; undefined while it is empty. */
	readonly first: () => Instant | undefined;
	readonly last: () => Instant | undefined;
};

/** What the first `count` entries say, where these are struck. */
type Checkpoint = {readonly count: number; readonly struck: Board['struck']; readonly board: Board};

/** Boards after neighbouring entries, the first after `from` of them: one step on or back finds its board here. */
type Stretch = {readonly from: number; readonly struck: Board['struck']; readonly boards: readonly Board[]};

/** So many entries are told at most for the board beside one that was asked for. */
const usualStride = 256;
const mostCheckpoints = 512;

/** How many of the items, of which the first ones hold, hold. */
const countWhile = <Item>(items: readonly Item[], holds: (item: Item) => boolean): number => {
	let [low, high] = [0, items.length];
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		const item = items[middle];
		if (item !== undefined && holds(item)) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}

	return low;
};

/**
 * The moments of a log that may grow in place: what is new in it is taken up when something is asked. A checkpoint is
 * kept after every `stride` entries.
 */
export const createMoments = (incident: string, entries: readonly Entry[], stride = usualStride): Moments => {
	const empty = emptyBoard(incident);
	/** The log after each entry. */
	const logs: LogSoFar[] = [];
	/** The latest time of recording up to each entry: a clock that was wrong may have gone back. */
	const latest: Instant[] = [];
	/** Each time at which something was recorded, once, in their order. */
	const stops: Instant[] = [];
	/** Where each number stands first. */
	const places = new Map<number, number>();
	let checkpoints: readonly Checkpoint[] = [];
	let stretch: Stretch = {from: 0, struck: empty.struck, boards: [empty]};
	let last: (Standing & {readonly count: number; readonly stragglers: number}) | undefined;
	/** What was asked last, of how many entries. */
	let asked: {readonly moment: Instant; readonly of: number} | undefined;

	const addStop = (at: Instant) => {
		const place = countWhile(stops, one => one < at);
		if (stops[place] !== at) {
			stops.splice(place, 0, at);
		}
	};

	const takeUp = () => {
		for (const entry of entries.slice(logs.length)) {
			if (!places.has(entry.number)) {
				places.set(entry.number, logs.length);
			}

			const before = latest.at(-1) ?? '';
			latest.push(entry.recordedAt > before ? entry.recordedAt : before);
			addStop(entry.recordedAt);
			logs.push(enter(logs.at(-1) ?? empty, entry));
		}
	};

	/** Up to how many entries the same ones are struck. */
	const agreeUntil = (one: Board['struck'], other: Board['struck']): number => {
		if (one === other) {
			return Number.POSITIVE_INFINITY;
		}

		const differing = [...one.keys(), ...other.keys()].filter(number => !(one.has(number) && other.has(number)));
		return differing.reduce((least, number) => Math.min(least, places.get(number) ?? least), Number.POSITIVE_INFINITY);
	};

	const holds = ({count, struck}: Omit<Checkpoint, 'board'>, target: Board['struck']): boolean =>
		count <= agreeUntil(struck, target);

	/** The furthest board that what the first `count` entries say can be told from. */
	const nearest = (count: number, struck: Board['struck']): Checkpoint =>
		checkpoints
			.filter(one => one.count <= count)
			.reduce((best, one) => (one.count > best.count && holds(one, struck) ? one : best), {
				count: 0,
				struck,
				board: empty,
			});

	const keep = (checkpoint: Checkpoint) => {
		const isKnown = checkpoints.some(one => one.count === checkpoint.count && holds(one, checkpoint.struck));
		if (!isKnown) {
			checkpoints = [...checkpoints, checkpoint].slice(-mostCheckpoints);
		}
	};

	/** What the first `count` entries say; of the log itself the board knows nothing. */
	const said = (count: number): Board => {
		const struck = logs[count - 1]?.struck ?? empty.struck;
		const known = stretch.boards[count - stretch.from];
		if (known !== undefined && holds({count, struck: stretch.struck}, struck)) {
			return known;
		}

		const end = stretch.from + stretch.boards.length - 1;
		const start = nearest(count, struck);
		const isFurther = end < count && end > start.count && holds({count: end, struck: stretch.struck}, struck);
		let at = isFurther ? end : start.count;
		let board = (isFurther ? stretch.boards.at(-1) : undefined) ?? start.board;
		let from = isFurther ? stretch.from : at;
		let boards = isFurther ? [...stretch.boards] : [board];
		for (const entry of entries.slice(at, count)) {
			board = struck.has(entry.number) ? board : tell(board, entry);
			at++;
			if (at % stride === 0) {
				keep({count: at, struck, board});
				from = at;
				boards = [];
			}

			boards.push(board);
		}

		stretch = {from, struck, boards};
		return board;
	};

	return {
		at(moment) {
			if (last !== undefined && asked?.moment === moment && asked.of === entries.length) {
				return last;
			}

			takeUp();
			asked = {moment, of: entries.length};
			const count = countWhile(latest, one => one <= moment);
			// Recorded before that moment behind one that was recorded after it: a clock was wrong.
			const stragglers = entries.slice(count).filter(one => one.recordedAt <= moment);
			if (last?.count !== count || last.stragglers !== stragglers.length) {
				const standing =
					stragglers.length === 0 ? entries.slice(0, count) : [...entries.slice(0, count), ...stragglers];
				const board =
					stragglers.length === 0 ? {...said(count), ...(logs[count - 1] ?? empty)} : foldAll(empty, standing);
				last = {count, stragglers: stragglers.length, board, entries: standing};
			}

			return last;
		},
		before(moment) {
			takeUp();
			return stops[countWhile(stops, one => one < moment) - 1];
		},
		after(moment) {
			takeUp();
			return stops[countWhile(stops, one => one <= moment)];
		},
		first() {
			takeUp();
			return stops[0];
		},
		last() {
			takeUp();
			return stops.at(-1);
		},
	};
};
