import type {Board} from '../board.ts';
import type {HeadSignature} from '../duties/record/state.ts';
import type {Entry} from '../entry.ts';
import {fingerprint, isSigned} from '../ledger/signing.ts';
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

type Signed = Pick<Board, 'head' | 'incident' | 'irregularities' | 'record' | 'redaction'>;

/** Whether the signature fits what it says it signs. A redacted log does not tell that: there it is taken as it stands. */
const fits = ({incident, redaction}: Signed, {number, hash, publicKey, signature}: HeadSignature): boolean =>
	redaction !== undefined || isSigned({incident, number, hash}, {publicKey, signature});

/** By which key the log is signed, and how far; or that it is not. A sentence or two. */
export const signatureWords = (board: Signed): string => {
	const last = board.record.signatures.at(-1);
	if (last === undefined) {
		return 'Not signed.';
	}

	const {number, entry, publicKey, signature} = last;
	const key = `the key of fingerprint (SHA-256) ${fingerprint(publicKey)}`;
	if (!fits(board, last)) {
		return `Entry ${entry} holds a signature by ${key} that does not fit the log.`;
	}

	const later = (board.head?.number ?? entry) - entry;
	return (
		`Signed (Ed25519) up to entry ${number}, in entry ${entry}, by ${key}; signature ${signature}.` +
		(later > 0 ? ` What was added since, ${later} ${later === 1 ? 'entry' : 'entries'}, is not signed.` : '')
	);
};

const brokenWords = ({irregularities}: Signed): string =>
	irregularities.length === 0
		? ''
		: ` THE LOG WAS NOT WHOLE when it was read: ${irregularities.map(one => one.text).join(' ')}`;

/**
 * The last line of every document: from how much of the log it was made, the hash to check that by, and whether the log
 * is signed. `loggist verify FILE` reads it again.
 */
export const integrityLine = (board: Signed): Block =>
	paragraph(
		board.head === undefined
			? 'Made from a log without entries. Not signed.'
			: `Made from the log of ${board.incident} up to entry ${board.head.number}, whose hash (SHA-256) is ${board.head.hash}. ` +
					`${signatureWords(board)}${brokenWords(board)} This document is a copy; the ledger is the record.`,
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
				...(board.record.signatures.length === 0 ? [['Signed', 'no']] : []),
				...board.record.signatures.slice(-1).flatMap(({number, hash, publicKey, signature, entry}) => [
					['Signed', `up to entry ${number}${hash === '' ? '' : `, whose hash is ${hash}`}, in entry ${entry}`],
					['Public key (Ed25519)', publicKey],
					['Fingerprint of the key (SHA-256)', fingerprint(publicKey)],
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
				'links, hashes and signatures, and ends in the hash of the last entry. While nothing has been added since, that is the ' +
				'hash above. loggist verify FILE, with this document as FILE, looks whether the ledger has that hash at that entry, ' +
				'also when more has been added since.',
		),
		paragraph(
			irregularities.length === 0
				? 'A log kept in this way supports evidential weight.'
				: 'Until it is explained what happened to this log, nothing in this document supports evidential weight.',
		),
	];
};
