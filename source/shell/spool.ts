import {readSync, rmSync} from 'node:fs';
import {open} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {type Content, createCount} from '../ledger/attachments.ts';

/** More came than is kept. */
export class TooMuch extends Error {
	override name = 'TooMuch';
}

/** Bytes on the disk, and the way to be rid of them. */
export type Spooled = {readonly content: Content; readonly close: () => Promise<void>};

const pieceSize = 1_048_576;

/** The bytes of an open file from its beginning. */
const piecesOf = function* (descriptor: number, size: number): Generator<Uint8Array> {
	const buffer = new Uint8Array(Math.min(pieceSize, size));
	for (let at = 0; at < size; ) {
		const length = readSync(descriptor, buffer, 0, buffer.length, at);
		if (length === 0) {
			return;
		}

		yield buffer.subarray(0, length);
		at += length;
	}
};

/** An open file lives on without its name, where the system lets it: then nothing is left behind, whatever happens. */
const isNameless = process.platform !== 'win32';

/**
 * Takes bytes from a stream onto the disk, in a folder whose other files are as confidential, and counts them: a ledger
 * must not be held locked while a slow command goes on printing. Whoever asks for them closes them.
 * @throws TooMuch when more than `limit` bytes come; what the file system throws.
 */
export const spool = async (folder: string, pieces: AsyncIterable<Uint8Array>, limit: number): Promise<Spooled> => {
	const file = path.join(folder, `.attach.${process.pid}.part`);
	const handle = await open(file, 'wx+', 0o600);
	const close = async () => {
		await handle.close();
		rmSync(file, {force: true});
	};

	try {
		if (isNameless) {
			rmSync(file);
		}

		const count = createCount();
		let size = 0;
		for await (const piece of pieces) {
			size += piece.length;
			if (size > limit) {
				throw new TooMuch(`More than ${limit} bytes.`);
			}

			count.see(piece);
			await handle.writeFile(piece);
		}

		const counted = count.end();
		return {content: {...counted, pieces: () => piecesOf(handle.fd, counted.size)}, close};
	} catch (error) {
		await close();
		throw error;
	}
};
