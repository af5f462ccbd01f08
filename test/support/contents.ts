import {hash} from 'node:crypto';
import type {Content} from '../../source/ledger/attachments.ts';

/** Bytes as an entry may tell of them, handed over in pieces of that length. */
export const contentOf = (bytes: Uint8Array, length = 7): Content => ({
	sha256: hash('sha256', bytes),
	size: bytes.length,
	*pieces() {
		for (let at = 0; at < bytes.length; at += length) {
			yield bytes.subarray(at, at + length);
		}
	},
});
