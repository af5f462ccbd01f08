import {appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {mostHistory} from './session.ts';

/** The lines that the ledger has taken from this machine, kept beside the half-typed one for the next start. */
export type History = {
	/** Each line once, the oldest first. */
	readonly load: () => readonly string[];
	readonly keep: (text: string) => void;
};

/** A longer line is not fetched back to be said again; the log has it. */
const longestLine = 10_000;

const lineIn = (row: string): readonly string[] => {
	try {
		const value: unknown = JSON.parse(row);
		return typeof value === 'string' ? [value] : [];
	} catch {
		// Half a row, as a full disk leaves it.
		return [];
	}
};

/** The last of them, each once, where it was said last. */
const newest = (lines: readonly string[]): readonly string[] =>
	[...new Set(lines.toReversed())].slice(0, mostHistory).toReversed();

/**
 * A history in a file per incident, a JSON string a row. Only what was recorded stands in it: what the ledger refused,
 * or nobody sent, is in no file. Several consoles append to one file; it is cut when one of them opens it. A history
 * that cannot be kept is no reason to stop an incident: troubles are passed over.
 */
export const fileHistory = (folder: string, name: () => string, pid = process.pid): History => {
	const fileNow = (): string => path.join(folder, `${name().replaceAll(/[^\w-]/gu, '_')}.history.jsonl`);

	return {
		load() {
			try {
				const file = fileNow();
				const rows = readFileSync(file, 'utf8').split('\n').filter(Boolean);
				const lines = newest(rows.flatMap(row => lineIn(row)));
				if (rows.length > mostHistory * 2) {
					const cut = `${file}.${pid}`;
					writeFileSync(cut, lines.map(line => `${JSON.stringify(line)}\n`).join(''), {mode: 0o600});
					renameSync(cut, file);
				}

				return lines;
			} catch {
				return [];
			}
		},
		keep(text) {
			if (text.length > longestLine) {
				return;
			}

			try {
				mkdirSync(folder, {recursive: true, mode: 0o700});
				appendFileSync(fileNow(), `${JSON.stringify(text)}\n`, {mode: 0o600});
			} catch {
				// The line is in the ledger; it is only not at hand again.
			}
		},
	};
};
