import {entryJson} from '../documents/log-json.ts';
import {printEntriesJson, printEntry} from './print.ts';
import {deskOn, type ExitCode, openToRead, type Shell, standingAt, timeOf} from './shell.ts';

/** The entries, oldest first; with --since only those recorded from then on, with --as-of only those before. */
export const log = async (shell: Shell): Promise<ExitCode> => {
	const {flags} = shell;
	const ledger = await openToRead(shell);
	try {
		const desk = await deskOn(shell, ledger);
		const since = flags.since === undefined ? '' : timeOf(flags.since, '--since', desk.situation());
		const {board, entries: standing, now} = standingAt(shell, desk);
		const entries = standing.filter(entry => entry.recordedAt >= since);
		if (flags.json) {
			printEntriesJson(shell, entries, board);
			return 0;
		}

		for (const entry of entries) {
			if (flags.jsonl) {
				shell.printJson(entryJson(entry, board), true);
			} else {
				printEntry(shell, entry, board, now);
			}
		}

		return 0;
	} finally {
		await ledger.close();
	}
};
