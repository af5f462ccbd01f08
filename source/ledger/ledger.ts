import type {Draft, Entry} from '../entry.ts';
import type {Attachments, Content} from './attachments.ts';
import type {Kept} from './chain.ts';

/** The incident moved on since the writer looked: `actual` is its last number now. Nothing was written. */
export class LedgerConflict extends Error {
	override name = 'LedgerConflict';
	readonly actual: number;

	constructor(incident: string, expected: number, actual: number) {
		super(`${incident} has moved on: its last entry is ${actual}, not ${expected}.`);
		this.actual = actual;
	}
}

/** The ledger cannot be used, or refuses what was asked. `message` says what happened, `mend` how to go on. */
export class LedgerTrouble extends Error {
	override name = 'LedgerTrouble';
	readonly mend: string;

	constructor(message: string, mend: string, options?: ErrorOptions) {
		super(message, options);
		this.mend = mend;
	}
}

/** What `verify` found of one incident. `trouble` names the first bad entry. */
export type Verdict = {
	readonly incident: string;
	readonly entries: number;
	readonly lastHash: string;
	readonly trouble?: {readonly entry: number; readonly text: string};
};

/** Append and read entries, and tell of new ones; nothing else. The only memory of the program. */
export type Ledger = {
	/** References of every incident, oldest first: by when the first entry was recorded, then by reference. */
	incidents(): Promise<readonly string[]>;
	/** The entries of one incident after number `after` (default 0: all), in the order of their numbers. */
	read(incident: string, after?: number): Promise<readonly Entry[]>;
	/**
	 * Numbers, chains and keeps the drafts: all of them or none. When the promise resolves they are on the disk.
	 * @param expected the incident's last number as the writer knows it (0: the incident is new), or `any`.
	 * @param contents bytes that the drafts tell of, kept in the same go; those that are here already are left alone.
	 * @throws LedgerConflict when the last number is another.
	 * @throws LedgerTrouble when the disk is full, the file read-only, the data unfit.
	 */
	append(
		incident: string,
		drafts: readonly Draft[],
		expected: number | 'any',
		contents?: readonly Content[],
	): Promise<readonly Entry[]>;
	/**
	 * Keeps entries that were written elsewhere exactly as they are, hashes and all, after the last one here: all of
	 * them or none.
	 * @param expected the incident's last number as the writer knows it; 0: the incident is new here.
	 * @throws LedgerConflict when the last number is another.
	 * @throws LedgerTrouble when they do not join what is here, are not as they were written, or cannot be kept.
	 */
	restore(incident: string, rows: readonly Kept[], expected: number): Promise<void>;
	/** Bytes that entries tell of. */
	readonly attachments: Attachments;
	/**
	 * Calls back soon after another process has appended anything, also when it did between opening and watching; never
	 * for one's own appends, now and then for nothing. Returns the way to stop. Does not keep the process alive.
	 */
	watch(changed: () => void): () => void;
	/** Reads every entry anew and checks numbers, links and hashes. Entries cut off at the end show only in `lastHash`. */
	verify(incident: string): Promise<Verdict>;
	close(): Promise<void>;
};
