import type {Board} from '../board.ts';
import type {Entry} from '../entry.ts';
import {keptOf} from '../ledger/chain.ts';
import {safeJson} from '../text.ts';

/** What the first line of a file says: which form it has, and where the log in it ends. */
export type LogHeader = {
	readonly format: typeof logFormat;
	readonly version: number;
	readonly incident: string;
	/** How many entries follow, and the hash of the last one: entries cut off at the end are missed. */
	readonly entries: number;
	readonly lastHash: string;
	readonly exercise?: true;
};

export const logFormat = 'loggist-log';

/** Another number when a program that reads this one could no longer read the file. */
export const logVersion = 1;

/** An entry as one line: the nine fields that are hashed, and the hash. */
const entryLine = (entry: Entry, exercise: {readonly exercise?: true}): string => {
	const {data, ...kept} = keptOf(entry);
	const {incident, number, occurredAt, recordedAt, by, recordedBy, kind, previousHash, hash} = kept;
	// Parsed and written anew: what a reader could not see is written out, which changes no value.
	const value: unknown = JSON.parse(data);
	return safeJson({
		incident,
		number,
		occurredAt,
		recordedAt,
		by,
		recordedBy,
		kind,
		data: value,
		previousHash,
		hash,
		...exercise,
	});
};

/** A log as JSON Lines, without loss: a header, then an entry a line. The same log gives the same bytes. */
export const logLines = function* ({
	board,
	entries,
}: {
	readonly board: Board;
	readonly entries: readonly Entry[];
}): Generator<string> {
	// A line that is copied out of an exercise must not pass for a real one.
	const exercise = board.declaration.exercise ? ({exercise: true} as const) : {};
	const header: LogHeader = {
		format: logFormat,
		version: logVersion,
		incident: board.incident,
		entries: entries.length,
		lastHash: entries.at(-1)?.hash ?? '',
		...exercise,
	};
	yield `${safeJson(header)}\n`;
	for (const entry of entries) {
		yield `${entryLine(entry, exercise)}\n`;
	}
};
