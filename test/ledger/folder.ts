import {chmodSync, chownSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {onTestFinished} from 'vitest';

const nobody = 65_534;

/** A folder of its own for one test, gone when the test is. */
export const freshFolder = (): string => {
	const folder = mkdtempSync(path.join(tmpdir(), 'loggist-ledger-'));
	onTestFinished(() => {
		chmodSync(folder, 0o700);
		rmSync(folder, {recursive: true, force: true});
	});
	return folder;
};

/** The path of a ledger that does not exist yet, in a folder of its own. */
export const freshFile = (): string => path.join(freshFolder(), 'loggist.db');

/** Gives a file or folder these rights for everybody, also for the user of `asOrdinaryUser`. */
export const rights = (name: string, mode: number): void => {
	if (process.getuid?.() === 0) {
		chownSync(name, nobody, nobody);
	}

	chmodSync(name, mode);
};

/** Runs `use` without the rights of root, whom no file mode stops. */
export const asOrdinaryUser = async <T>(use: () => Promise<T>): Promise<T> => {
	if (process.getuid?.() !== 0) {
		return use();
	}

	process.seteuid?.(nobody);
	try {
		return await use();
	} finally {
		process.seteuid?.(0);
	}
};
