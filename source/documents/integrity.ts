import type {Board} from '../board.ts';
import type {Entry} from '../entry.ts';
import {type Block, heading, list, paragraph, table} from '../section.ts';

type IntegrityView = {readonly board: Board; readonly entries: readonly Entry[]; readonly version: string};

/** The numbers that are missing between the first entry and the last: `3`, `7 to 9`. */
export const gaps = (entries: readonly Pick<Entry, 'number'>[]): readonly string[] => {
	let expected = 1;
	const found: string[] = [];
	for (const {number} of entries) {
		if (number > expected) {
			found.push(number - expected === 1 ? String(expected) : `${expected} to ${number - 1}`);
		}

		expected = number + 1;
	}

	return found;
};

/** One line for a document that is a part of the record: from how much of the log it was made, and the hash to check that by. */
export const integrityLine = ({head, incident}: Pick<Board, 'head' | 'incident'>): Block =>
	paragraph(
		head === undefined
			? 'Made from a log without entries.'
			: `Made from the log of ${incident} up to entry ${head.number}, whose hash (SHA-256) is ${head.hash}. ` +
					'This document is a copy; the ledger is the record.',
	);

/** What can be said of the log as a record, and how to check it. */
export const integritySection = ({board, entries, version}: IntegrityView): readonly Block[] => {
	const first = entries[0];
	const {head, incident, irregularities} = board;
	if (first === undefined || head === undefined) {
		return [heading('Integrity of the log'), paragraph('The log has no entries.')];
	}

	return [
		heading('Integrity of the log'),
		table(
			['Field', 'Value'],
			[
				['First entry', String(first.number)],
				['Last entry', String(head.number)],
				['Entries', String(entries.length)],
				['Missing numbers', gaps(entries).join(', ') || 'none'],
				['Hash of the last entry (SHA-256)', head.hash],
				...board.record.signatures.slice(-1).flatMap(({number, hash, publicKey, signature, entry}) => [
					['Signed', `up to entry ${number}${hash === '' ? '' : `, whose hash is ${hash}`}, in entry ${entry}`],
					['Public key (Ed25519)', publicKey],
					['Signature', signature],
				]),
				['Read with', `Loggist ${version}`],
			],
		),
		...(irregularities.length === 0
			? [paragraph('When the log was read for this document, its numbers ran on and its entries joined one another.')]
			: [
					paragraph('When the log was read for this document, these things were found, and nothing was repaired:'),
					list(irregularities.map(one => one.text)),
				]),
		paragraph(
			'Entries are only ever added. An entry is never changed or deleted: it is struck by a later one and stays ' +
				'readable. Each entry carries the hash of the one before it, so that a change to any of them shows.',
		),
		paragraph(
			`To check it, run loggist verify --incident ${incident} on the ledger: it reads every entry anew, checks numbers, ` +
				'links and hashes, and ends in the hash of the last entry. While nothing has been added since, that is the hash above.',
		),
		paragraph('A log kept in this way supports evidential weight. This document is a copy; the ledger is the record.'),
	];
};
