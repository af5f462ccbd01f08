import {mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** The half-typed line, kept outside the ledger so that a crash or a closed terminal does not take it. */
export type Draft = {
	/** The line that a console left behind when it ended; it is this one's from now on. */
	readonly load: () => string;
	/** Keeps the text soon; `flush` keeps it now. */
	readonly keep: (text: string) => void;
	readonly flush: () => void;
};

const restMilliseconds = 250;

/** Whether a process has ended and is listed only because nobody has asked how: in a container that may be for good. */
const isZombie = (pid: number): boolean => {
	try {
		return /\) Z /u.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
	} catch {
		// Not every system tells.
		return false;
	}
};

const isRunning = (pid: number): boolean => {
	try {
		process.kill(pid, 0);
		return !isZombie(pid);
	} catch (error) {
		// It runs, and belongs to somebody else.
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
};

const changedAt = (file: string): number => {
	try {
		return statSync(file).mtimeMs;
	} catch {
		return 0;
	}
};

/**
 * A draft in a file of its own: `<name>.<pid>.txt`. The name says what the line was typed for, and moves with it: a
 * line for one incident is never offered in another. Two consoles side by side do not take each other's line; what a
 * console left that no longer runs is taken over by the next one. That a line cannot be kept is no reason to stop an
 * incident: troubles are passed over.
 */
export const fileDraft = (folder: string, name: () => string, pid = process.pid): Draft => {
	const stem = (): string => name().replaceAll(/[^\w-]/gu, '_');
	const fileNow = (): string => path.join(folder, `${stem()}.${pid}.txt`);
	let written: string | undefined;
	let wanted: string | undefined;
	let timer: NodeJS.Timeout | undefined;

	/** The files that nobody writes any more, the newest last. */
	const left = (): readonly string[] =>
		readdirSync(folder)
			.filter(one => {
				const [, whose, owner] = /^(.*)\.(\d+)\.txt$/u.exec(one) ?? [];
				return whose === stem() && owner !== undefined && (Number(owner) === pid || !isRunning(Number(owner)));
			})
			.map(one => path.join(folder, one))
			.sort((one, other) => changedAt(one) - changedAt(other));

	const flush = () => {
		clearTimeout(timer);
		timer = undefined;
		if (wanted === undefined) {
			return;
		}

		const text = wanted;
		wanted = undefined;
		const file = fileNow();
		try {
			if (written !== undefined && written !== file) {
				rmSync(written, {force: true});
			}

			written = file;
			if (text === '') {
				rmSync(file, {force: true});
			} else {
				mkdirSync(folder, {recursive: true, mode: 0o700});
				writeFileSync(file, text, {mode: 0o600});
			}
		} catch {
			// Nothing better can be done with it; the line is still on the screen.
		}
	};

	return {
		load() {
			try {
				const newest = left().at(-1);
				if (newest === undefined) {
					return '';
				}

				const text = readFileSync(newest, 'utf8');
				written = fileNow();
				renameSync(newest, written);
				return text;
			} catch {
				return '';
			}
		},
		keep(text) {
			wanted = text;
			timer ??= setTimeout(flush, restMilliseconds);
			timer.unref();
		},
		flush,
	};
};
