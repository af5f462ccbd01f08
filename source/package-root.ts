import {existsSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

/**
 * The folder that holds `db/0001-ledger.sql`: the repository when run from source, the installed package when bundled.
 * @throws Error when no folder above this file has it: the program is not completely installed.
 */
export const packageRoot = (): string => {
	const here = path.dirname(fileURLToPath(import.meta.url));
	for (let folder = here; ; folder = path.dirname(folder)) {
		if (existsSync(path.join(folder, 'db', '0001-ledger.sql'))) {
			return folder;
		}

		if (folder === path.dirname(folder)) {
			throw new Error(`Loggist is not completely installed: no folder above ${here} has db/0001-ledger.sql.`);
		}
	}
};
