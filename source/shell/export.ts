import type {Stats} from 'node:fs';
import {open, realpath, rename, rm, stat, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {formats} from '../documents/index.ts';
import {promptsOf} from '../propose.ts';
import {deskOn, type ExitCode, openToRead, requireIncident, type Shell, UsageError, standingAt} from './shell.ts';

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

/** Writes the whole document or nothing: a neighbour first, which then takes the name. */
const writeWhole = async (file: string, text: string): Promise<void> => {
	const neighbour = path.join(path.dirname(file), `.${path.basename(file).slice(0, 60)}.${process.pid}.part`);
	let isMade = false;
	try {
		const handle = await open(neighbour, 'wx', 0o600);
		isMade = true;
		try {
			await handle.writeFile(text);
			await handle.sync();
		} finally {
			await handle.close();
		}

		await rename(neighbour, file);
	} catch (error) {
		if (isMade) {
			await rm(neighbour, {force: true});
		}

		throw unwritable(file, error);
	}
};

/** Writes to what is no file: a device or a pipe, which must never be replaced by one. */
const writeThrough = async (file: string, text: string): Promise<void> => {
	try {
		await writeFile(file, text);
	} catch (error) {
		throw unwritable(file, error);
	}
};

/** Writes a file that is whole or not there. @throws UsageError where it is there already, unless forced, or cannot be written. */
export const writeTo = async (file: string, text: string, isForced: boolean): Promise<void> => {
	const found = await standing(file);
	if (found?.isDirectory() === true) {
		throw new UsageError(`${file} is a folder.`, 'Name a file in it: -o FOLDER/incident.md.');
	}

	if (found !== undefined && !found.isFile()) {
		return writeThrough(file, text);
	}

	if (found !== undefined && !isForced) {
		throw new UsageError(`${file} exists.`, 'Name another file, or write over it with --force.');
	}

	// What a link leads to is written over, not the link.
	return writeWhole(found === undefined ? file : await realpath(file), text);
};

/** Writes a document of the incident to standard output, or to the file that -o names. */
export const exportDocument = async (shell: Shell, args: readonly string[]): Promise<ExitCode> => {
	const {flags, world} = shell;
	const format = formats.find(one => one.name === args[0]?.toLowerCase());
	if (format === undefined || args.length > 1) {
		const names = formats.map(one => one.name).join(', ');
		throw new UsageError(
			args[0] === undefined ? 'export needs a format.' : `There is no format ${args.join(' ')}.`,
			`loggist export FORMAT [-o FILE], with FORMAT one of ${names}.`,
		);
	}

	const file = flags.output === '-' ? undefined : flags.output;
	const ledger = await openToRead(shell);
	try {
		const desk = await deskOn(shell, ledger);
		requireIncident(desk);
		const {board, entries, now} = standingAt(shell, desk);
		const prompts = promptsOf({board, now});
		const document = await format.write({board, entries, now, prompts, version: world.version});
		if (file === undefined) {
			world.print(document);
		} else {
			await writeTo(file, document, flags.force);
			world.complain(`${path.resolve(file)} is written.\n`);
		}

		return 0;
	} finally {
		await ledger.close();
	}
};
