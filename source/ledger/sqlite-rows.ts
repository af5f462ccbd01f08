import {isUtf8} from 'node:buffer';
import type {Illegible, Kept} from './chain.ts';

const columns = {
	incident: 'incident',
	occurredAt: 'occurred_at',
	recordedAt: 'recorded_at',
	by: 'said_by',
	recordedBy: 'recorded_by',
	kind: 'kind',
	data: 'data',
	previousHash: 'previous_hash',
	hash: 'hash',
} satisfies Record<Exclude<keyof Kept, 'number'>, string>;

type TextField = keyof typeof columns;

const asText = Object.entries(columns).map(([field, column]) => `${column} AS "${field}"`);
const asBytes = Object.entries(columns).map(([field, column]) => `CAST(${column} AS BLOB) AS "${field}"`);

/** What is asked of the table. */
export const sql = {
	// Jumps from one incident to the next on the key, instead of reading every entry.
	incidents: `
		WITH RECURSIVE each(incident) AS (
			SELECT min(incident) FROM entries
			UNION ALL
			SELECT (SELECT min(incident) FROM entries WHERE incident > each.incident) FROM each WHERE each.incident IS NOT NULL
		)
		SELECT incident FROM each WHERE incident IS NOT NULL
		ORDER BY (SELECT recorded_at FROM entries WHERE incident = each.incident ORDER BY number LIMIT 1), incident`,
	read: `SELECT number, ${asText.join(', ')} FROM entries WHERE incident = ? AND number > ? ORDER BY number`,
	readBytes: `SELECT number, ${asBytes.join(', ')} FROM entries WHERE incident = ? ORDER BY number`,
	head: 'SELECT number, hash FROM entries WHERE incident = ? ORDER BY number DESC LIMIT 1',
	insert: `
		INSERT INTO entries (number, ${Object.values(columns).join(', ')})
		VALUES (@number, ${Object.keys(columns)
			.map(field => `@${field}`)
			.join(', ')})`,
};

/** A row of `sql.readBytes`. */
export type Bytes = {readonly number: number} & Readonly<Record<TextField, Buffer>>;

// Strict, and on the bytes: read as text, a damaged byte may look like another character that was really there.
const legible = (row: Bytes): Kept | Illegible => {
	const text = (field: TextField): string => {
		if (!isUtf8(row[field])) {
			throw new TypeError(`${field} is not UTF-8`);
		}

		return row[field].toString();
	};

	try {
		return {
			number: row.number,
			incident: text('incident'),
			occurredAt: text('occurredAt'),
			recordedAt: text('recordedAt'),
			by: text('by'),
			recordedBy: text('recordedBy'),
			kind: text('kind'),
			data: text('data'),
			previousHash: text('previousHash'),
			hash: text('hash'),
		};
	} catch {
		return {illegible: 'it holds bytes that are no text'};
	}
};

/** The rows as text, one by one; a row with bytes that are not UTF-8 is said to be illegible. */
export const legibleRows = function* (rows: Iterable<Bytes>): Generator<Kept | Illegible> {
	for (const row of rows) {
		yield legible(row);
	}
};
