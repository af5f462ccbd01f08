import {canonical, createChainCheck, type Illegible, type Kept} from '../ledger/chain.ts';
import type {Verdict} from '../ledger/ledger.ts';
import {logFormat, logVersion} from './jsonl.ts';

/** A file that is no log, or one that this version cannot read. `message` says why, as a sentence. */
export class NoLog extends Error {
	override name = 'NoLog';
}

type Fields = Readonly<Record<string, unknown>>;

const objectIn = (text: string): Fields | undefined => {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null && !Array.isArray(value) ? {...value} : undefined;
	} catch {
		return undefined;
	}
};

/** What the header says of the log's end; undefined where the line is none. @throws NoLog for a newer version. */
const endIn = (fields: Fields): {readonly entries: unknown; readonly lastHash: unknown} | undefined => {
	if (fields['format'] !== logFormat) {
		return undefined;
	}

	const {version, entries, lastHash} = fields;
	if (version !== logVersion) {
		throw new NoLog(
			`It was written by a newer Loggist: version ${String(version)} of the format, this one reads ${logVersion}.`,
		);
	}

	return {entries, lastHash};
};

const isText = (value: unknown): value is string => typeof value === 'string';

/** The entry on a line. Whatever else stands there, as `log --jsonl` says more of it, is left alone. */
const keptIn = (fields: Fields | undefined, line: number): Kept | Illegible => {
	if (fields === undefined) {
		return {illegible: `line ${line} of the file is no JSON object`};
	}

	const {incident, number, occurredAt, recordedAt, by, recordedBy, kind, data, previousHash, hash} = fields;
	if (
		isText(incident) &&
		typeof number === 'number' &&
		isText(occurredAt) &&
		isText(recordedAt) &&
		isText(by) &&
		isText(recordedBy) &&
		isText(kind) &&
		isText(previousHash) &&
		isText(hash)
	) {
		return {
			incident,
			number,
			occurredAt,
			recordedAt,
			by,
			recordedBy,
			kind,
			data: canonical(data ?? null),
			previousHash,
			hash,
		};
	}

	return {illegible: `line ${line} of the file lacks a part of an entry`};
};

/** What reading a file line by line has found so far. */
export type LogReading = {
	readonly see: (text: string) => void;
	/** The whole file has been seen. @throws NoLog where there was no log in it. */
	readonly end: () => Verdict & {
		/** Whether the file says where it ends; where it does not, entries cut off at its end are not missed. */
		readonly isEndKnown: boolean;
	};
};

/**
 * Reads a log's file line by line, checks its chain on the way, and keeps nothing of it: each entry is handed to `take`.
 * Reads what `export jsonl` writes and what `log --jsonl` prints.
 */
export const createLogReading = (take: (row: Kept) => void = () => undefined): LogReading => {
	const check = createChainCheck();
	let end: ReturnType<typeof endIn>;
	let line = 0;
	let seen = 0;
	let incident = '';
	let trouble: Verdict['trouble'];
	return {
		see(text) {
			line += 1;
			if (text.trim() === '') {
				return;
			}

			const fields = objectIn(text);
			if (seen === 0 && end === undefined && fields !== undefined) {
				end = endIn(fields);
				if (end !== undefined) {
					return;
				}
			}

			const row = keptIn(fields, line);
			if (seen === 0 && 'illegible' in row) {
				throw new NoLog(`It is not a log that export jsonl wrote: ${row.illegible}.`);
			}

			seen += 1;
			check.see(row);
			if ('illegible' in row) {
				return;
			}

			incident = incident === '' ? row.incident : incident;
			if (row.incident !== incident) {
				trouble ??= {entry: row.number, text: `Entry ${row.number} belongs to ${row.incident}, not to ${incident}.`};
			}

			take(row);
		},
		end() {
			if (seen === 0) {
				throw new NoLog('It holds no entries.');
			}

			const verdict = check.verdict(incident);
			const found = verdict.trouble ?? trouble;
			const isCut = end !== undefined && (end.entries !== verdict.entries || end.lastHash !== verdict.lastHash);
			const cut = {
				entry: verdict.entries + 1,
				text: `The file says that it holds ${String(end?.entries)} entries up to the hash ${String(end?.lastHash)}, and ends with entry ${verdict.entries}: it is not whole.`,
			};
			const told = found ?? (isCut ? cut : undefined);
			return {...verdict, ...(told === undefined ? {} : {trouble: told}), isEndKnown: end !== undefined};
		},
	};
};

const decoded = (bytes: Uint8Array): string => {
	try {
		return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
	} catch {
		throw new NoLog('It is not UTF-8 text.');
	}
};

/** The lines of a file, without their ends. @throws NoLog where they are not UTF-8. */
export const linesIn = function* (bytes: Uint8Array): Generator<string> {
	const end = '\n'.charCodeAt(0);
	let start = 0;
	// Decoded line by line: as one text a long log may not fit.
	while (start < bytes.length) {
		const found = bytes.indexOf(end, start);
		const stop = found === -1 ? bytes.length : found;
		yield decoded(bytes.subarray(start, stop));
		start = stop + 1;
	}
};

/** How many line ends there are in a file. */
export const countLines = (bytes: Uint8Array): number => {
	const end = '\n'.charCodeAt(0);
	let count = 0;
	for (let at = bytes.indexOf(end); at !== -1; at = bytes.indexOf(end, at + 1)) {
		count++;
	}

	return count;
};

/** The same of a file whose bytes come in pieces. */
export const linesOf = async function* (pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
	let rest = Buffer.alloc(0);
	for await (const piece of pieces) {
		const bytes = Buffer.concat([rest, piece]);
		const end = bytes.lastIndexOf('\n') + 1;
		yield* linesIn(bytes.subarray(0, end));
		rest = bytes.subarray(end);
	}

	yield* linesIn(rest);
};
