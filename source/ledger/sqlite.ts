import {setTimeout as sleep} from 'node:timers/promises';
import type {Content} from './attachments.ts';
import {checkChain, genesis, type Head, type Kept, numberAndChain} from './chain.ts';
import {type Ledger, LedgerConflict, LedgerTrouble} from './ledger.ts';
import {admit, admitKept, entryOf} from './shape.ts';
import {checkKept, keepContent, readKept} from './sqlite-attachments.ts';
import {guarded, openToWrite, type SqliteFile} from './sqlite-file.ts';
import {openToRead} from './sqlite-reading.ts';
import {type Bytes, legibleRows, sql} from './sqlite-rows.ts';
import {isBusy, troubleOf} from './sqlite-trouble.ts';

/**
 * Milliseconds between two looks at whether others have written. At 150 looking takes 0.15 % of a core, and nobody waits
 * a quarter of a second.
 */
const lookEvery = 150;

/** Milliseconds between two tries while another process holds the lock. */
const tryEvery = 10;

const patienceUnlessTold = 5000;

export type SqliteOptions = {
	/** Only read; never make a file. */
	readonly readonly?: boolean;
	/** Milliseconds to wait for a lock that another program holds: 5,000 unless told. */
	readonly patience?: number;
};

/** Tries until it is done, or the lock has been held longer than `patience` ms. Other work goes on between the tries. */
const patiently = async <T>(patience: number, file: string, attempt: () => T): Promise<T> => {
	const until = performance.now() + patience;
	for (;;) {
		try {
			return attempt();
		} catch (error) {
			if (!isBusy(error) || performance.now() > until) {
				throw troubleOf(error, file);
			}
		}

		await sleep(tryEvery);
	}
};

/** The ledger in an open file. `openSqliteLedger` is the usual way to one. */
export const ledgerIn = (
	opened: SqliteFile,
	{readonly: isReadonly = false, patience = patienceUnlessTold}: SqliteOptions = {},
): Ledger => {
	const {file} = opened;
	const timers = new Set<NodeJS.Timeout>();
	// What others wrote since then is news to a watcher, also when it was written before he began to watch.
	const versionAtFirst = guarded(file, () => opened.version());
	let isClosed = false;

	const db = () => {
		if (isClosed) {
			throw new LedgerTrouble(`${file} was closed.`, 'Open it again.');
		}

		return opened.db();
	};

	const incidentsNow = (): readonly string[] => db().prepare<[], string>(sql.incidents).pluck().all();

	const headOf = (incident: string): Head => db().prepare<[string], Head>(sql.head).get(incident) ?? genesis;

	/** Keeps what `rowsAfter` makes of the head of an incident, in one go; gives the rows. */
	const keepAfter = async (
		incident: string,
		expected: number | 'any',
		rowsAfter: (head: Head) => readonly Kept[],
		contents: readonly Content[] = [],
	): Promise<readonly Kept[]> =>
		patiently(patience, file, () => {
			opened.refuseMoved();
			const insert = db().prepare<[Kept]>(sql.insert);
			const keep = db().transaction(() => {
				const head = headOf(incident);
				if (expected !== 'any' && expected !== head.number) {
					throw new LedgerConflict(incident, expected, head.number);
				}

				const rows = rowsAfter(head);
				for (const row of rows) {
					insert.run(row);
				}

				for (const content of contents) {
					keepContent(db(), content);
				}

				return rows;
			});
			// Immediate: the lock is taken before the head is read, so that it is still the head when the rows are written.
			return keep.immediate();
		});

	const refuseReadonly = () => {
		if (isReadonly) {
			throw new LedgerTrouble(`${file} was opened to read only: nothing was written.`, 'Open it without --readonly.');
		}
	};

	return {
		incidents: async () => guarded(file, incidentsNow),

		read: async (incident, after = 0) =>
			guarded(file, () => db().prepare<[string, number], Kept>(sql.read).all(incident, after)).map(row => entryOf(row)),

		append: async (incident, drafts, expected, contents) => {
			refuseReadonly();
			admit(incident, drafts);
			const rows = await keepAfter(incident, expected, head => numberAndChain(incident, drafts, head), contents);
			return rows.map(row => entryOf(row));
		},

		restore: async (incident, rows, expected) => {
			refuseReadonly();
			await keepAfter(incident, expected, head => {
				admitKept(incident, rows, head);
				return rows;
			});
		},

		attachments: {
			read: async sha256 => guarded(file, () => readKept(db, file, sha256)),
			check: async content => guarded(file, () => checkKept(db(), content)),
		},

		watch: changed => {
			db();
			let seen = versionAtFirst;
			const timer = setInterval(() => {
				let now = seen;
				try {
					now = opened.version();
				} catch {
					// Locked or gone for a moment. Whoever reads next is told; a look must not end the program.
				}

				if (now !== seen) {
					seen = now;
					changed();
				}
			}, lookEvery).unref();
			timers.add(timer);
			return () => {
				clearInterval(timer);
				timers.delete(timer);
			};
		},

		verify: async incident =>
			guarded(file, () => {
				const rows = db().prepare<[string], Bytes>(sql.readBytes).iterate(incident);
				const verdict = checkChain(incident, legibleRows(rows));
				// Listed and yet without entries: its reference holds bytes that are no text, so no text finds it.
				return verdict.entries === 0 && incidentsNow().includes(incident)
					? checkChain(incident, [{illegible: 'its incident’s reference holds bytes that are no text'}])
					: verdict;
			}),

		close: async () => {
			if (isClosed) {
				return;
			}

			isClosed = true;
			for (const timer of timers) {
				clearInterval(timer);
			}

			guarded(file, () => opened.close());
		},
	};
};

/**
 * Opens the ledger in a SQLite file; makes file (0600) and folders (0700) unless only reading.
 * @throws LedgerTrouble when the file cannot be used: not a ledger, newer, damaged, locked, not to be written, missing.
 */
export const openSqliteLedger = async (name: string, options: SqliteOptions = {}): Promise<Ledger> => {
	const open = options.readonly === true ? openToRead : openToWrite;
	return ledgerIn(await patiently(options.patience ?? patienceUnlessTold, name, () => open(name)), options);
};
