import {checkedPieces, conditionOf, type Content} from './attachments.ts';
import {checkChain, genesis, type Kept, numberAndChain} from './chain.ts';
import {type Ledger, LedgerConflict} from './ledger.ts';
import {admit, admitKept, entryOf} from './shape.ts';

const inOrder = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const copied = (content: Content): readonly Uint8Array[] =>
	Array.from(checkedPieces(content), piece => Uint8Array.from(piece));

/** A ledger that lasts as long as the process: for drills and tests. No other process can write to it. */
export const openMemoryLedger = (): Ledger => {
	// Rows are kept as text, like in a file: nobody can change an entry through one that was read.
	const rowsOf = new Map<string, Kept[]>();
	const kept = new Map<string, readonly Uint8Array[]>();
	const firstRecorded = (incident: string): string => rowsOf.get(incident)?.[0]?.recordedAt ?? '';

	return {
		incidents: async () =>
			[...rowsOf.keys()].sort((a, b) => inOrder(firstRecorded(a), firstRecorded(b)) || inOrder(a, b)),
		read: async (incident, after = 0) =>
			(rowsOf.get(incident) ?? []).filter(row => row.number > after).map(row => entryOf(row)),
		append: async (incident, drafts, expected, contents = []) => {
			admit(incident, drafts);
			const before = rowsOf.get(incident) ?? [];
			const head = before.at(-1) ?? genesis;
			if (expected !== 'any' && expected !== head.number) {
				throw new LedgerConflict(incident, expected, head.number);
			}

			const rows = numberAndChain(incident, drafts, head);
			// Everything is read before anything is kept: it may yet fail.
			const fresh = contents.filter(({sha256}) => !kept.has(sha256)).map(one => [one.sha256, copied(one)] as const);
			for (const [sha256, pieces] of fresh) {
				kept.set(sha256, pieces);
			}

			if (rows.length > 0) {
				before.push(...rows);
				rowsOf.set(incident, before);
			}

			return rows.map(row => entryOf(row));
		},
		restore: async (incident, rows, expected) => {
			const before = rowsOf.get(incident) ?? [];
			const head = before.at(-1) ?? genesis;
			if (expected !== head.number) {
				throw new LedgerConflict(incident, expected, head.number);
			}

			admitKept(incident, rows, head);
			if (rows.length > 0) {
				rowsOf.set(incident, [...before, ...rows]);
			}
		},
		attachments: {
			async read(sha256) {
				const pieces = kept.get(sha256);
				return pieces === undefined
					? undefined
					: (async function* () {
							yield* pieces;
						})();
			},
			check: async content => conditionOf(kept.get(content.sha256), content),
		},
		watch: () => () => undefined,
		verify: async incident => checkChain(incident, rowsOf.get(incident) ?? []),
		close: async () => undefined,
	};
};
