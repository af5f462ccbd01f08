import type {Board} from '../../source/board.ts';
import {type Desk, openDesk} from '../../source/desk.ts';
import type {BoardEvent, Entry} from '../../source/entry.ts';
import {emptyBoard, foldAll} from '../../source/fold.ts';
import type {Literal} from '../../source/language/read.ts';
import {genesis, numberAndChain} from '../../source/ledger/chain.ts';
import type {Ledger} from '../../source/ledger/ledger.ts';
import {openMemoryLedger} from '../../source/ledger/memory.ts';
import {isRefusal, type Refusal} from '../../source/refusal.ts';
import type {Instant} from '../../source/time.ts';

/** What somebody says, and when: `['09:05', 'sam', 'note the site is down']`. */
export type Line = readonly [at: string, by: string, line: string];

/** An incident that a test plays: one desk on a ledger in memory, a clock that stands until it is set. */
export type Play = {
	readonly desk: Desk;
	readonly ledger: Ledger;
	readonly now: () => Instant;
	/** Sets the clock. */
	readonly at: (time: string) => Play;
	/** Who speaks from now on: a handle, or a name that is nobody's. */
	readonly as: (by: string) => Play;
	/** Writes a line and gives its entries. Throws when it is refused: a test must not miss that. */
	readonly say: (line: string, literal?: Literal) => Promise<readonly Entry[]>;
	/** The refusal of a line. Throws when it is not refused. */
	readonly refused: (line: string) => Promise<Refusal>;
	/** Writes an event that no line could say, to the letter. */
	readonly happens: (event: BoardEvent) => Promise<readonly Entry[]>;
	readonly board: () => Board;
	readonly entries: () => readonly Entry[];
};

/** The day on which incidents are played. */
export const day = '2026-06-02';

/** `09:05` or `09:05:30` on the day of the play, in UTC; a whole instant as it is. */
export const instant = (time: string): Instant =>
	/^\d\d:\d\d(?::\d\d)?$/u.test(time) ? `${day}T${time.length === 5 ? `${time}:00` : time}.000Z` : time;

/** The login that writes in every play. */
export const login = 'loggist';

/**
 * Plays an incident line by line; speakers and times as given. Clock times in a line are read in the incident's zone (UTC unless declared).
 * @example
 * const play = await playLines([
 * 	['09:00', 'sam', 'declare Payments database exposed severity:S2'],
 * 	['09:01', 'sam', 'assign im @"Priya Shah"'],
 * ]);
 * await play.at('09:20').as('priya').say('decide payments offline because card data leak');
 */
export const playLines = async (lines: readonly Line[] = []): Promise<Play> => {
	const ledger = openMemoryLedger();
	let now = instant('09:00');
	let speaker = login;
	const desk = await openDesk({
		ledger,
		clock: () => now,
		login,
		// The desk asks for it anew with every line.
		get as() {
			return speaker;
		},
		home: 'UTC',
	});

	const play: Play = {
		desk,
		ledger,
		now: () => now,
		at(time) {
			now = instant(time);
			return play;
		},
		as(by) {
			speaker = by;
			return play;
		},
		async say(line, literal = {}) {
			const answer = await desk.write(line, literal);
			if (isRefusal(answer)) {
				throw new Error(`“${line}” is refused: ${answer.refused} ${answer.mend}`);
			}

			return answer;
		},
		async refused(line) {
			const answer = await desk.write(line);
			if (!isRefusal(answer)) {
				throw new Error(`“${line}” is not refused.`);
			}

			return answer;
		},
		async happens(event) {
			const {by} = desk.situation();
			const written = await ledger.append(
				desk.board().incident,
				[{event, by, recordedBy: login, occurredAt: now, recordedAt: now}],
				'any',
			);
			await desk.catchUp();
			return written;
		},
		board: desk.board,
		entries: desk.entries,
	};

	for (const [time, by, line] of lines) {
		await play.at(time).as(by).say(line);
	}

	return play;
};

/** The entries that events would make, past every check of a line or a ledger: also of texts that no ledger takes. */
export const entriesFrom = (events: readonly BoardEvent[], by = 'sam'): readonly Entry[] => {
	const at = instant('09:00');
	const drafts = events.map(event => ({event, by, recordedBy: login, occurredAt: at, recordedAt: at}));
	return numberAndChain('INC-2026-0001', drafts, genesis).map(({kind: _kind, data: _data, ...kept}, index) => {
		const event = events[index];
		if (event === undefined) {
			throw new RangeError('The chain is longer than its events.');
		}

		return {...kept, event};
	});
};

/** The board after events, as `entriesFrom` makes them. */
export const boardFrom = (events: readonly BoardEvent[], by?: string): Board =>
	foldAll(emptyBoard('INC-2026-0001'), entriesFrom(events, by));
