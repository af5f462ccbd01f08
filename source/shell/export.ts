import type {Stats} from 'node:fs';
import {type FileHandle, open, realpath, rename, rm, stat} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {type ExportView, type Format, formats, NoSuchObject} from '../documents/index.ts';
import {promptsOf} from '../propose.ts';
import {listTemplates, optionsOf} from './export-options.ts';
import {createProgress} from './progress.ts';
import {sharedStanding, soundOrNot} from './sharing.ts';
import {deskOn, type ExitCode, openToRead, requireIncident, type Shell, UsageError} from './shell.ts';

/** What stands at a path already; a link counts as what it leads to. */
const standing = async (file: string): Promise<Stats | undefined> => {
	try {
		return await stat(file);
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
			return undefined;
		}

		throw unwritable(file, error);
	}
};

const unwritable = (file: string, error: unknown): UsageError => {
	const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown trouble';
	const why: Readonly<Record<string, string>> = {
		ENOSPC: `There is no room left to write ${file}.`,
		EDQUOT: `There is no room left to write ${file}.`,
		EFBIG: `There is no room left to write ${file}.`,
		ENOENT: `${file} cannot be made: its folder is not there, or takes no files.`,
		EACCES: `${file} may not be written: the system refuses access.`,
		EPERM: `${file} may not be written: the system refuses access.`,
		EROFS: `${file} lies on a disk that may only be read.`,
	};
	return new UsageError(
		why[code] ?? `${file} cannot be written (${code}).`,
		'Nothing was written. Name another place: -o FILE.',
	);
};

/** What the file system said, told; what the document itself could not be made for stays as it is. */
const troubleOf = (file: string, error: unknown): unknown =>
	error instanceof Error && 'code' in error ? unwritable(file, error) : error;

/** What is written, in pieces: a text, or bytes as they are. */
type Contents = AsyncIterable<string> | {readonly bytes: AsyncIterable<Uint8Array>};

/** Pieces are gathered to about this many characters: a call for each line would take longer than the writing. */
const pieceSize = 65_536;

/** The same text in fewer, larger pieces. */
const gathered = async function* (pieces: AsyncIterable<string>): AsyncGenerator<string> {
	let waiting: string[] = [];
	let size = 0;
	for await (const piece of pieces) {
		waiting.push(piece);
		size += piece.length;
		if (size >= pieceSize) {
			yield waiting.join('');
			waiting = [];
			size = 0;
		}
	}

	yield waiting.join('');
};

/** Writes piece by piece, each when the one before is with the system. */
const writeAll = async (handle: FileHandle, pieces: Contents): Promise<void> => {
	for await (const piece of 'bytes' in pieces ? pieces.bytes : gathered(pieces)) {
		await handle.writeFile(piece);
	}
};

/** Writes the whole document or nothing: a neighbour first, which then takes the name. */
const writeWhole = async (file: string, pieces: Contents): Promise<void> => {
	const neighbour = path.join(path.dirname(file), `.${path.basename(file).slice(0, 60)}.${process.pid}.part`);
	let isMade = false;
	try {
		const handle = await open(neighbour, 'wx', 0o600);
		isMade = true;
		try {
			await writeAll(handle, pieces);
			await handle.sync();
		} finally {
			await handle.close();
		}

		await rename(neighbour, file);
	} catch (error) {
		if (isMade) {
			await rm(neighbour, {force: true});
		}

		throw troubleOf(file, error);
	}
};

/** Writes to what is no file: a device or a pipe, which must never be replaced by one. */
const writeThrough = async (file: string, pieces: Contents): Promise<void> => {
	try {
		const handle = await open(file, 'w');
		try {
			await writeAll(handle, pieces);
		} finally {
			await handle.close();
		}
	} catch (error) {
		throw troubleOf(file, error);
	}
};

/**
 * Writes a file that is whole or not there, piece by piece.
 * @throws UsageError where it is there already, unless forced, or cannot be written.
 */
export const writeTo = async (file: string, pieces: Contents, isForced: boolean): Promise<void> => {
	const found = await standing(file);
	if (found?.isDirectory() === true) {
		throw new UsageError(`${file} is a folder.`, 'Name a file in it: -o FOLDER/incident.md.');
	}

	if (found !== undefined && !found.isFile()) {
		return writeThrough(file, pieces);
	}

	if (found !== undefined && !isForced) {
		throw new UsageError(`${file} exists.`, 'Name another file, or write over it with --force.');
	}

	// What a link leads to is written over, not the link.
	return writeWhole(found === undefined ? file : await realpath(file), pieces);
};

/** The pieces of a document; one of those that are short is written whole. */
export const piecesOf = async function* (format: Format, view: ExportView): AsyncGenerator<string> {
	if (format.pieces === undefined) {
		yield await format.write(view);
	} else {
		yield* format.pieces(view);
	}
};

/** Writes a document of the incident to standard output, or to the file that -o names. */
export const exportDocument = async (shell: Shell, args: readonly string[]): Promise<ExitCode> => {
	const {flags, world} = shell;
	if (flags.templates && args.length === 0) {
		return listTemplates(shell);
	}

	const format = formats.find(one => one.name === args[0]?.toLowerCase());
	if (format === undefined || args.length > 1) {
		const names = formats.map(one => one.name).join(', ');
		throw new UsageError(
			args[0] === undefined ? 'export needs a format.' : `There is no format ${args.join(' ')}.`,
			`loggist export FORMAT [-o FILE], with FORMAT one of ${names}.`,
		);
	}

	if (flags.object !== undefined && format.name !== 'csv') {
		throw new UsageError(`export ${format.name} does not take --object.`, 'export csv does.');
	}

	const file = flags.output === '-' ? undefined : flags.output;
	const progress = createProgress(shell, `export ${format.name}`);
	const ledger = await openToRead(shell);
	try {
		const desk = await deskOn(shell, ledger);
		const incident = requireIncident(desk);
		const {board: shared, entries, now} = sharedStanding(shell, format, desk);
		const board = soundOrNot(shell, await ledger.verify(incident), shared);
		const prompts = promptsOf({board, now});
		const options = await optionsOf(shell, format, {board, entries, now});
		const pieces = piecesOf(format, {
			board,
			entries,
			now,
			prompts,
			version: world.version,
			object: flags.object,
			options,
			progress: progress.show,
		});
		if (file === undefined) {
			for await (const piece of gathered(pieces)) {
				world.print(piece);
			}
		} else {
			await writeTo(file, pieces, flags.force);
			progress.end();
			world.complain(`${path.resolve(file)} is written.\n`);
		}

		return board === shared ? 0 : 1;
	} catch (error) {
		throw error instanceof NoSuchObject ? new UsageError(error.message, error.mend) : error;
	} finally {
		progress.end();
		await ledger.close();
	}
};
