import type {Board, Redaction} from '../board.ts';
import type {Entry} from '../entry.ts';
import {emptyBoard, foldAll} from '../fold.ts';
import {pseudonymsOf} from './people.ts';
import {withoutPeople} from './rewrite.ts';

/** What may be taken out of what is shared, by the names that `--redact` takes. */
export const redactions = ['people'] as const;

export type RedactionName = (typeof redactions)[number];

type Standing = {readonly board: Board; readonly entries: readonly Entry[]};

/*
With the hash of an entry and all of it but a name, the name could be found by trying: no entry keeps its hash. That of the
last one stays on the board, as nothing can be tried against it without the one before.
*/
const unlinked = (entry: Entry): Entry => ({...entry, hash: '', previousHash: ''});

/**
 * The log as it may be shown, and its board told anew from it: whatever is written of these two cannot tell what was taken
 * out. `log` is the whole log, of which `entries` may be a part. Pure.
 */
export const redacted = (
	{board, entries}: Standing,
	log: readonly Entry[],
	asked: ReadonlySet<RedactionName>,
): Standing => {
	if (asked.size === 0) {
		return {board, entries};
	}

	const names = pseudonymsOf(log);
	const rewritten = entries.map(entry => unlinked(withoutPeople(entry, names)));
	const told = foldAll(emptyBoard(board.incident), rewritten);
	const redaction: Redaction = {people: asked.has('people'), withheld: undefined};
	return {
		entries: rewritten,
		board: {...told, head: board.head, irregularities: board.irregularities, redaction},
	};
};
