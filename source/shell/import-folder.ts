import type {Dirent} from 'node:fs';
import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import type {Folder} from '../import/index.ts';
import {UsageError} from './shell.ts';

/** Why a file or a folder of an import cannot be read, for whoever named it. */
export const unreadableFile = (file: string, error: unknown, nothing = 'Nothing was imported.'): unknown => {
	if (!(error instanceof Error && 'code' in error)) {
		return error;
	}

	const code = String(error.code);
	const why: Readonly<Record<string, string>> = {
		ENOENT: `There is no file ${file}.`,
		EISDIR: `${file} is a folder, not a file.`,
		ENOTDIR: `${file} is a file, not a folder.`,
		EACCES: `${file} may not be read: the system refuses access.`,
	};
	const mend =
		code === 'ENOTDIR'
			? `${nothing} An archive is not unpacked here: unpack it (unzip FILE -d FOLDER), and name the folder.`
			: `${nothing} Name another file.`;
	return new UsageError(why[code] ?? `${file} cannot be read (${code}).`, mend);
};

const listed = async (folder: string): Promise<readonly Dirent[]> => {
	try {
		return await readdir(folder, {withFileTypes: true});
	} catch (error) {
		throw unreadableFile(folder, error);
	}
};

/** The folder of that path. @throws UsageError where it is none, or cannot be read. */
export const openFolder = async (folder: string): Promise<Folder> => {
	const inside = (name?: string): string => (name === undefined ? folder : path.join(folder, name));
	return {
		folders: (await listed(folder))
			.filter(one => one.isDirectory())
			.map(one => one.name)
			.toSorted(),
		files: async name => (await listed(inside(name))).filter(one => one.isFile()).map(one => one.name),
		async read(name, within) {
			const file = path.join(inside(within), name);
			try {
				return await readFile(file);
			} catch (error) {
				throw unreadableFile(file, error);
			}
		},
		above: async () => openFolder(path.dirname(path.resolve(folder))),
	};
};
