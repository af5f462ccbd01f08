import type Database from 'better-sqlite3';
import {checkedPieces, type Condition, conditionOf, type Content} from './attachments.ts';
import {guarded} from './sqlite-file.ts';

/** Bytes of a part: what is read and written at once. */
const partSize = 1_048_576;

const sql = {
	has: 'SELECT 1 FROM attachments WHERE sha256 = ?',
	keep: 'INSERT INTO attachments (sha256, size) VALUES (?, ?)',
	keepPart: 'INSERT INTO attachment_parts (sha256, part, bytes) VALUES (?, ?, ?)',
	part: 'SELECT bytes FROM attachment_parts WHERE sha256 = ? AND part = ?',
} as const;

const isKept = (db: Database.Database, sha256: string): boolean =>
	db.prepare<[string]>(sql.has).get(sha256) !== undefined;

/** Pieces of any length as parts of one length, the last one shorter. */
const parts = function* (pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
	const part = new Uint8Array(partSize);
	let filled = 0;
	for (const piece of pieces) {
		for (let start = 0; start < piece.length; ) {
			const taken = Math.min(piece.length - start, partSize - filled);
			part.set(piece.subarray(start, start + taken), filled);
			filled += taken;
			start += taken;
			if (filled === partSize) {
				yield part;
				filled = 0;
			}
		}
	}

	if (filled > 0) {
		yield part.subarray(0, filled);
	}
};

/** Keeps bytes within the transaction that is going on; leaves those alone that are here. Throws where they do not fit their digest. */
export const keepContent = (db: Database.Database, content: Content): void => {
	const {sha256, size} = content;
	if (isKept(db, sha256)) {
		return;
	}

	db.prepare<[string, number]>(sql.keep).run(sha256, size);
	const keepPart = db.prepare<[string, number, Uint8Array]>(sql.keepPart);
	let number = 0;
	for (const part of parts(checkedPieces(content))) {
		keepPart.run(sha256, number, part);
		number += 1;
	}
};

/** One part after another, each fetched when it is asked for: nothing else on the connection has to wait. */
const partsOf = function* (db: () => Database.Database, sha256: string): Generator<Uint8Array> {
	for (let number = 0; ; number++) {
		const part = db().prepare<[string, number], Uint8Array>(sql.part).pluck().get(sha256, number);
		if (part === undefined) {
			return;
		}

		yield part;
	}
};

/** The bytes of that digest in pieces; undefined where they are not here. `file` is named in what goes wrong. */
export const readKept = (
	db: () => Database.Database,
	file: string,
	sha256: string,
): AsyncIterable<Uint8Array> | undefined => {
	if (!isKept(db(), sha256)) {
		return undefined;
	}

	const found = partsOf(db, sha256);
	return (async function* () {
		for (let next = guarded(file, () => found.next()); !next.done; next = guarded(file, () => found.next())) {
			yield next.value;
		}
	})();
};

/** Whether the bytes of that digest are here and as they were kept. */
export const checkKept = (db: Database.Database, content: Pick<Content, 'sha256' | 'size'>): Condition =>
	conditionOf(isKept(db, content.sha256) ? partsOf(() => db, content.sha256) : undefined, content);
