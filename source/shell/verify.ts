import type {Verdict} from '../ledger/ledger.ts';
import {databaseOf, type ExitCode, hasLedger, incidentOf, openToRead, type Shell, UsageError} from './shell.ts';

/** Checks the whole chain of every incident, or of the one named; exit 1 names the first bad entry. */
export const verify = async (shell: Shell): Promise<ExitCode> => {
	const {flags} = shell;
	const database = databaseOf(shell);
	if (!hasLedger(database)) {
		// A check that checked nothing must not pass.
		throw new UsageError(
			`There is no ledger at ${database}.`,
			'Name the file with --db; loggist paths tells where it is looked for.',
		);
	}

	const ledger = await openToRead(shell);
	try {
		const named = flags.incident === undefined ? undefined : await incidentOf(shell, ledger);
		const verdicts: Verdict[] = [];
		for (const incident of named === undefined ? await ledger.incidents() : [named]) {
			verdicts.push(await ledger.verify(incident));
		}

		const isWhole = verdicts.every(verdict => verdict.trouble === undefined);
		if (flags.json) {
			shell.printJson({
				ok: isWhole,
				incidents: verdicts.map(({incident, entries, lastHash, trouble}) => ({
					incident,
					ok: trouble === undefined,
					entries,
					lastHash,
					trouble: trouble ?? null,
				})),
			});
			return isWhole ? 0 : 1;
		}

		for (const {incident, entries, lastHash, trouble} of verdicts) {
			if (trouble === undefined) {
				shell.say(
					`${incident}: ${entries} ${entries === 1 ? 'entry' : 'entries'}, the chain is whole, last hash ${lastHash}`,
				);
			} else {
				shell.trouble(
					`${incident}: entry ${trouble.entry}: ${trouble.text}`,
					'Do not repair the file: keep it, and record who found this and when.',
				);
			}
		}

		return isWhole ? 0 : 1;
	} finally {
		await ledger.close();
	}
};
