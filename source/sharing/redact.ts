import type {Board, Redaction} from '../board.ts';
import type {Entry} from '../entry.ts';
import {emptyBoard, foldAll} from '../fold.ts';
import {type Pseudonyms, pseudonymsOf} from './people.ts';
import {withoutPeople} from './rewrite.ts';

/** What may be taken out of what is shared, by the names that `--redact` takes. */
export const redactions = ['people', 'marked'] as const;

export type RedactionName = (typeof redactions)[number];

type Standing = {readonly board: Board; readonly entries: readonly Entry[]};

/*
With the hash of an entry and all of it but a name, the name could be found by trying: no entry keeps its hash. That of the
last one stays on the board, as nothing can be tried against it without the one before.
*/
const unlinked = (entry: Entry): Entry => ({
	...entry,
	hash: '',
	previousHash: '',
	// A signature repeats a hash of the log: with it and the last one, the entry between them could be tried.
	event: entry.event.kind === 'head-signed' ? {...entry.event, hash: ''} : entry.event,
});

/** The reasons of what is withheld, by the numbers of the entries: as the whole log has it, also for a part of it. */
const reasonsIn = (log: readonly Entry[], incident: string): ReadonlyMap<number, string> =>
	new Map(foldAll(emptyBoard(incident), log).record.withheld.map(({entry, reason}) => [entry, reason]));

/** An entry without what it says; of a strike it must still be known what it struck. */
const silenced = (entry: Entry, reason: string): Entry => {
	const {event} = entry;
	if (event.kind === 'unread') {
		return {...entry, event: {...event, data: {}}};
	}

	return event.kind === 'entry-struck'
		? {...entry, event: {...event, reason: `withheld, because ${reason}`}}
		: {...entry, event: {kind: 'unread', wasKind: event.kind, data: {}}};
};

/**
 * The log as it may be shown, and its board told anew from it: whatever is written of these two cannot tell what was taken
 * out. `log` is the whole log, of which `entries` may be a part; `named` gives the other names where
 * they are not those of this log alone. Pure.
 */
export const redacted = (
	{board, entries}: Standing,
	log: readonly Entry[],
	asked: ReadonlySet<RedactionName>,
	named?: Pseudonyms,
): Standing => {
	if (asked.size === 0) {
		return {board, entries};
	}

	const reasons = asked.has('marked') ? reasonsIn(log, board.incident) : undefined;
	const names = asked.has('people') ? (named ?? pseudonymsOf(log)) : undefined;
	const shown = entries.map(entry => {
		const reason = reasons?.get(entry.number);
		const open = reason === undefined ? entry : silenced(entry, reason);
		return unlinked(names === undefined ? open : withoutPeople(open, names));
	});
	const withheld = entries.flatMap(({number}) => {
		const reason = reasons?.get(number);
		return reason === undefined ? [] : [[number, names?.within(reason) ?? reason] as const];
	});
	const redaction: Redaction = {
		people: names !== undefined,
		withheld: reasons === undefined ? undefined : new Map(withheld),
	};
	const told = foldAll(emptyBoard(board.incident), shown);
	// What stood in the log's own order stands as it was found in the log, whose head is told as well.
	return {entries: shown, board: {...told, head: board.head, irregularities: board.irregularities, redaction}};
};
