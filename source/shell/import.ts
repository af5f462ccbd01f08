import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {type Choice, importFormats, type Imported, type ImportFormat} from '../import/index.ts';
import type {Situation} from '../propose.ts';
import {isRefusal} from '../refusal.ts';
import {printEntriesJson, printEntry} from './print.ts';
import {createProgress} from './progress.ts';
import type {Desk} from '../desk.ts';
import type {Ledger} from '../ledger/ledger.ts';
import {openFolder, unreadableFile} from './import-folder.ts';
import {deskOn, type ExitCode, openLedger, type Shell, timeOf, UsageError} from './shell.ts';

const bytesOf = async (shell: Shell, file: string): Promise<Uint8Array> => {
	if (file === '-') {
		return shell.world.readInput();
	}

	try {
		return await readFile(file);
	} catch (error) {
		throw unreadableFile(file, error);
	}
};

/** A desk on the incident that is named, whichever the flags mean; on theirs where none is. */
const deskFor = async (shell: Shell, ledger: Ledger, reference: string | undefined): Promise<Desk> =>
	deskOn(reference === undefined ? shell : {...shell, flags: {...shell.flags, incident: reference}}, ledger);

/** What of a file is meant, as the flags say. */
const choiceOf =
	({flags}: Shell) =>
	(situation: Situation): Choice => {
		const moment = (typed: string | undefined, name: string) =>
			typed === undefined ? undefined : timeOf(typed, name, situation);
		return {
			since: moment(flags.since, '--since'),
			until: moment(flags.until, '--until'),
			reaction: flags.reaction?.replaceAll(':', ''),
			channel: flags.channel,
		};
	};

const choices = ['since', 'until', 'reaction', 'channel'] as const;

/** A flag that a format would not hear must not pass for one that it did. */
const refuseUnheard = ({flags}: Shell, {name, hears}: ImportFormat): void => {
	const unheard = choices.find(one => flags[one] !== undefined && !hears.includes(one));
	if (unheard !== undefined) {
		const others = importFormats.filter(one => one.hears.includes(unheard)).map(one => one.name);
		throw new UsageError(`import ${name} does not take --${unheard}.`, `import ${others.join(', ')} does.`);
	}
};

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

	refuseUnheard(shell, format);
	const ledger = await openLedger(shell);
	const progress = createProgress(shell, 'import');
	try {
		const outcome = await format.run({
			path: file,
			name: file === '-' ? 'standard input' : path.basename(path.resolve(file)),
			bytes: async () => bytesOf(shell, file),
			folder: async () => openFolder(file),
			choice: choiceOf(shell),
			reason: flags.because ?? format.reason,
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
