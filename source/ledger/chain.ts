import {hash as digest} from 'node:crypto';
import type {BoardEvent, Draft, Entry} from '../entry.ts';
import type {Verdict} from './ledger.ts';

/** An entry as a store holds it: the event as its kind and the canonical JSON of what it carries. */
export type Kept = Omit<Entry, 'event'> & {
	readonly kind: string;
	/** Hashed as it stands, so that an entry of a kind unknown here verifies all the same. */
	readonly data: string;
};

/** A stored row that cannot be read at all; `illegible` says why, as the end of a sentence. */
export type Illegible = {readonly illegible: string};

/** Where an incident's chain ends. */
export type Head = {readonly number: number; readonly hash: string};

/** The `previousHash` of every first entry: 64 zeros. */
export const genesisHash = '0'.repeat(64);

/** The head of an incident that has no entries. */
export const genesis: Head = {number: 0, hash: genesisHash};

/**
 * The one JSON text of a value (RFC 8785): keys sorted by UTF-16 code units, no blanks, undefined keys left out.
 * Expects what JSON can hold; numbers must be finite.
 */
export const canonical = (value: unknown): string => {
	if (Array.isArray(value)) {
		return `[${value.map(item => canonical(item)).join(',')}]`;
	}

	if (typeof value === 'object' && value !== null) {
		const fields = Object.entries(value)
			.filter(([, field]) => field !== undefined)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`);
		return `{${fields.join(',')}}`;
	}

	return JSON.stringify(value) ?? 'null';
};

/** SHA-256 in hex over the canonical form: everything but the hash, the event as `kind` and `data`, keys sorted. */
export const hashOf = (kept: Omit<Kept, 'hash'>): string => {
	const {by, data, incident, kind, number, occurredAt, previousHash, recordedAt, recordedBy} = kept;
	// The data goes in as stored, not parsed and written anew: a changed blank in it is a change.
	const fields = [
		`"by":${JSON.stringify(by)}`,
		`"data":${data}`,
		`"incident":${JSON.stringify(incident)}`,
		`"kind":${JSON.stringify(kind)}`,
		`"number":${JSON.stringify(number)}`,
		`"occurredAt":${JSON.stringify(occurredAt)}`,
		`"previousHash":${JSON.stringify(previousHash)}`,
		`"recordedAt":${JSON.stringify(recordedAt)}`,
		`"recordedBy":${JSON.stringify(recordedBy)}`,
	];
	return digest('sha256', `{${fields.join(',')}}`);
};

const kindAndData = (event: BoardEvent): {readonly kind: string; readonly data: string} => {
	if (event.kind === 'unread') {
		return {kind: event.wasKind, data: canonical(event.data)};
	}

	const {kind, ...data} = event;
	return {kind, data: canonical(data)};
};

/** The stored form of an entry: the way back of `entryOf`. Lets a log that came from a file be checked. */
export const keptOf = ({event, ...rest}: Entry): Kept => ({...rest, ...kindAndData(event)});

/** The drafts as they are to be kept after `head`: numbered on, each carrying the hash of the one before. */
export const numberAndChain = (incident: string, drafts: readonly Draft[], head: Head): readonly Kept[] => {
	const rows: Kept[] = [];
	let {number, hash} = head;
	for (const {occurredAt, recordedAt, by, recordedBy, event} of drafts) {
		number += 1;
		const row = {incident, number, occurredAt, recordedAt, by, recordedBy, ...kindAndData(event), previousHash: hash};
		hash = hashOf(row);
		rows.push({...row, hash});
	}

	return rows;
};

const isObjectText = (text: string): boolean => {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null && !Array.isArray(value);
	} catch {
		return false;
	}
};

const troubleWith = (row: Kept | Illegible, before: Head): Verdict['trouble'] => {
	const expected = before.number + 1;
	if ('illegible' in row) {
		return {entry: expected, text: `Entry ${expected} cannot be read: ${row.illegible}.`};
	}

	const {number} = row;
	if (number > expected) {
		return {entry: expected, text: `Entry ${expected} is missing: the next one there is ${number}.`};
	}

	if (number !== expected) {
		return {entry: number, text: `Entry ${number} stands where ${expected} should be: a number is used twice.`};
	}

	if (row.previousHash !== before.hash) {
		return {entry: number, text: `Entry ${number} does not follow from the one before: its previous hash is another.`};
	}

	if (row.hash !== hashOf(row)) {
		return {entry: number, text: `Entry ${number} is not as it was written: its hash does not fit what it says.`};
	}

	if (!isObjectText(row.data)) {
		return {entry: number, text: `Entry ${number} cannot be read: what it carries is not JSON.`};
	}

	return undefined;
};

/** A check of rows that come one by one, wherever from. */
export type ChainCheck = {
	readonly see: (row: Kept | Illegible) => void;
	/** What was found of the rows seen so far. */
	readonly verdict: (incident: string) => Verdict;
};

/** Checks numbers, links and hashes of rows that follow `head`, each when it is seen; keeps none of them. */
export const createChainCheck = (start: Head = genesis): ChainCheck => {
	let entries = 0;
	let head = start;
	let trouble: Verdict['trouble'];
	return {
		see(row) {
			entries += 1;
			trouble ??= troubleWith(row, head);
			// Of the row no more is kept than what the next one must join.
			head = 'illegible' in row ? {...head, number: head.number + 1} : {number: row.number, hash: row.hash};
		},
		verdict: incident => ({incident, entries, lastHash: head.hash, ...(trouble && {trouble})}),
	};
};

/**
 * Checks numbers, links and hashes of one incident's rows in the order of their numbers; reads each row once.
 * A chain cannot show that its last entries were cut off: compare `lastHash` with one noted elsewhere.
 */
export const checkChain = (incident: string, rows: Iterable<Kept | Illegible>, start: Head = genesis): Verdict => {
	const check = createChainCheck(start);
	for (const row of rows) {
		check.see(row);
	}

	return check.verdict(incident);
};
