import {createHash} from 'node:crypto';
import {LedgerTrouble} from './ledger.ts';

/** Bytes that an entry tells of. */
export type Content = {
	/** SHA-256 in hex: what they are called by. */
	readonly sha256: string;
	readonly size: number;
	/** The bytes in pieces, anew at each call. */
	readonly pieces: () => Iterable<Uint8Array>;
};

/** How bytes are found: as they were kept, not here at all, or others. */
export type Condition = 'whole' | 'missing' | 'damaged';

/** The bytes that a ledger keeps beside its entries; they are written with `Ledger.append`, in one go with what tells of them. */
export type Attachments = {
	/** The bytes in pieces; undefined where they are not here. */
	read(sha256: string): Promise<AsyncIterable<Uint8Array> | undefined>;
	/** Reads them anew and compares them with their digest and size. */
	check(content: Pick<Content, 'sha256' | 'size'>): Promise<Condition>;
};

/** Takes bytes in pieces and says in the end whether they are those that are called so. */
export const createCount = () => {
	const digest = createHash('sha256');
	let size = 0;
	return {
		see(piece: Uint8Array): void {
			digest.update(piece);
			size += piece.length;
		},
		/** Asked once, after the last piece. */
		end: (): Pick<Content, 'sha256' | 'size'> => ({sha256: digest.digest('hex'), size}),
	};
};

/** Whether bytes are those that are called so; `undefined` where there are none. */
export const conditionOf = (
	pieces: Iterable<Uint8Array> | undefined,
	{sha256, size}: Pick<Content, 'sha256' | 'size'>,
): Condition => {
	if (pieces === undefined) {
		return 'missing';
	}

	const count = createCount();
	for (const piece of pieces) {
		count.see(piece);
	}

	const found = count.end();
	return found.sha256 === sha256 && found.size === size ? 'whole' : 'damaged';
};

/** The pieces as they come, their digest checked when the last has come: what is written down is what was said of it. */
export const checkedPieces = function* ({sha256, size, pieces}: Content): Generator<Uint8Array> {
	const count = createCount();
	for (const piece of pieces()) {
		count.see(piece);
		yield piece;
	}

	const found = count.end();
	if (found.sha256 !== sha256 || found.size !== size) {
		throw new LedgerTrouble(
			'The bytes changed while they were being kept: nothing was written.',
			'Attach them again once nothing writes to them any more.',
		);
	}
};
