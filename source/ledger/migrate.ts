import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import {packageRoot} from '../package-root.ts';
import {LedgerTrouble} from './ledger.ts';

/** One file of `db/`: `0001-ledger.sql` is step 1. A ledger's `user_version` is the last step it has been through. */
export type Step = {readonly version: number; readonly file: string};

/** The folder with the program's own steps. */
export const stepsFolder = (): string => path.join(packageRoot(), 'db');

/**
 * The steps in a folder, in order.
 * @throws LedgerTrouble when their numbers do not run 1, 2, 3 …
 */
export const stepsIn = (folder: string): readonly Step[] => {
	const files = readdirSync(folder).filter(name => /^\d{4}-.+\.sql$/.test(name));
	return files.sort().map((name, index) => {
		const version = Number(name.slice(0, 4));
		if (version !== index + 1) {
			throw new LedgerTrouble(
				`${name} should be step ${index + 1}: a step is missing or there twice.`,
				'Install Loggist anew.',
			);
		}

		return {version, file: path.join(folder, name)};
	});
};

/** The last step that a ledger has been through; 0 for a new one. */
export const versionOf = (db: Database.Database): number => Number(db.pragma('user_version', {simple: true}));

/**
 * Refuses a ledger that has been through steps unknown here.
 * @throws LedgerTrouble
 */
export const refuseNewer = (db: Database.Database, steps: readonly Step[]): void => {
	const version = versionOf(db);
	if (version > steps.length) {
		throw new LedgerTrouble(
			`The ledger was written by a newer Loggist (its version is ${version}, this one knows ${steps.length}).`,
			'Update Loggist (npm install --global loggist@latest), then open it again.',
		);
	}
};

/**
 * Brings a ledger to the newest version, step by step; each step is done whole or not at all.
 * @throws LedgerTrouble when it is from a newer version, or a step fails; SqliteError when the file cannot be written.
 */
export const migrate = (db: Database.Database, folder: string = stepsFolder()): void => {
	const steps = stepsIn(folder);
	refuseNewer(db, steps);
	for (const {version, file} of steps.slice(versionOf(db))) {
		const sql = readFileSync(file, 'utf8');
		const apply = db.transaction(() => {
			// Another process may have done it while this one waited for the lock.
			if (versionOf(db) >= version) {
				return;
			}

			try {
				db.exec(sql);
			} catch (error) {
				if (error instanceof Error && 'code' in error && error.code === 'SQLITE_ERROR') {
					const name = path.basename(file);
					throw new LedgerTrouble(`${name} could not be applied: ${error.message}.`, 'Install Loggist anew.', {
						cause: error,
					});
				}

				throw error;
			}

			db.pragma(`user_version = ${version}`);
		});
		apply.immediate();
	}
};
