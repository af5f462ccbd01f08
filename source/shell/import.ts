import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {importFormats, type Imported} from '../import/index.ts';
import {isRefusal} from '../refusal.ts';
import {printEntriesJson, printEntry} from './print.ts';
import {createProgress} from './progress.ts';
import type {Desk} from '../desk.ts';
import type {Ledger} from '../ledger/ledger.ts';
import {deskOn, type ExitCode, openLedger, type Shell, UsageError} from './shell.ts';

const bytesOf = async (shell: Shell, file: string): Promise<Uint8Array> => {
	if (file === '-') {
		return shell.world.readInput();
	}

	try {
		return await readFile(file);
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown trouble';
		const why: Readonly<Record<string, string>> = {
			ENOENT: `There is no file ${file}.`,
			EISDIR: `${file} is a folder, not a file.`,
			EACCES: `${file} may not be read: the system refuses access.`,
		};
		throw new UsageError(why[code] ?? `${file} cannot be read (${code}).`, 'Nothing was imported. Name another file.');
	}
};

/** A desk on the incident that is named, whichever the flags mean; on theirs where none is. */
const deskFor = async (shell: Shell, ledger: Ledger, reference: string | undefined): Promise<Desk> =>
	deskOn(reference === undefined ? shell : {...shell, flags: {...shell.flags, incident: reference}}, ledger);

/** More entries than this are not printed one by one: the log shows them. */
const mostPrinted = 20;

const report = (shell: Shell, {incident, written, notices}: Imported, desk: Desk): void => {
	const board = desk.board();
	if (shell.flags.json) {
		printEntriesJson(shell, written, board);
	} else {
		for (const entry of written.slice(0, mostPrinted)) {
			printEntry(shell, entry, board);
		}
	}

	const more = written.length - mostPrinted;
	for (const notice of [
		...(more > 0 && !shell.flags.json ? [`${more} more: loggist log --incident ${incident} shows them.`] : []),
		...notices,
	]) {
		shell.notice(notice);
	}
};

/** Takes in what a file tells: all of it or nothing. */
export const importFile = async (shell: Shell, args: readonly string[]): Promise<ExitCode> => {
	const {flags} = shell;
	const [typed, file] = args;
	const names = importFormats.map(one => one.name).join(', ');
	const format = importFormats.find(one => one.name === typed?.toLowerCase());
	if (format === undefined || file === undefined || args.length > 2) {
		throw new UsageError(
			typed === undefined
				? 'import needs a format and a file.'
				: format === undefined
					? `There is no format ${typed} to import.`
					: file === undefined
						? `import ${format.name} needs a file.`
						: 'import takes one file.',
			`loggist import FORMAT FILE, with FORMAT one of ${names}; - is standard input.`,
		);
	}

	if (flags.readonly) {
		throw new UsageError('import writes, and the ledger is to be read only.', 'Leave --readonly out.');
	}

	const ledger = await openLedger(shell);
	const progress = createProgress(shell, 'import');
	try {
		const outcome = await format.run({
			path: file,
			name: file === '-' ? 'standard input' : path.basename(path.resolve(file)),
			bytes: async () => bytesOf(shell, file),
			reason: flags.because,
			ledger,
			deskOn: async reference => deskFor(shell, ledger, reference),
			progress: progress.show,
		});
		progress.end();
		if (isRefusal(outcome)) {
			shell.trouble(outcome.refused, outcome.mend);
			return outcome.isUnreadable === true ? 2 : 1;
		}

		report(shell, outcome, await deskFor(shell, ledger, outcome.incident));
		return 0;
	} finally {
		progress.end();
		await ledger.close();
	}
};
