import {doctrineBlocks} from '../documents/doctrine.ts';
import {plainText} from '../documents/plain.ts';
import {own} from '../own.ts';
import {isRefusal} from '../refusal.ts';
import {libraryOf, profileFrom, rosterFrom} from './library.ts';
import {deskOn, type ExitCode, openLedger, requireIncident, type Shell, UsageError} from './shell.ts';
import {printEntriesJson, printEntry} from './print.ts';

/** Prints a doctrine: one that is known by its name, or one in a file, which is checked. */
export const doctrine = async (shell: Shell, args: readonly string[]): Promise<ExitCode> => {
	const {profiles, troubles} = await libraryOf(shell);
	const [named = 'moj'] = args;
	const trouble = own(troubles, named);
	const read = /[./\\]/u.test(named) ? await profileFrom(named, profiles) : {profile: own(profiles, named)};
	if (trouble !== undefined || 'trouble' in read || read.profile === undefined) {
		throw new UsageError(
			trouble ?? ('trouble' in read ? read.trouble : `There is no doctrine ${named}.`),
			`There are ${Object.keys(profiles).join(', ')}; a file is named by its path.`,
		);
	}

	if (shell.flags.json) {
		shell.printJson(read.profile);
	} else {
		shell.world.print(plainText(doctrineBlocks(read.profile), shell.world.columns));
	}

	return 0;
};

/** Checks a roster file and takes it into the log of the incident; without a file takes the one of the configuration. */
export const takeRoster = async (shell: Shell, args: readonly string[]): Promise<ExitCode> => {
	const [file] = args;
	const read = file === undefined ? undefined : await rosterFrom(file);
	if (read !== undefined && 'trouble' in read) {
		throw new UsageError(read.trouble, 'Nothing was taken over; the incident goes on with the roster in its log.');
	}

	const ledger = await openLedger(shell);
	try {
		const desk = await deskOn(
			file === undefined ? shell : {...shell, settings: {...shell.settings, roster: file}},
			ledger,
		);
		if (desk.incident() === undefined && read !== undefined) {
			shell.world.complain(
				`${read.roster.people.length} people, and nothing is wrong. There is no incident to take them into yet.\n`,
			);
			return 0;
		}

		requireIncident(desk);
		const answer = await desk.write('roster');
		if (isRefusal(answer)) {
			shell.trouble(answer.refused, answer.mend);
			return 1;
		}

		if (shell.flags.json) {
			printEntriesJson(shell, answer, desk.board());
		} else {
			for (const entry of answer) {
				printEntry(shell, entry, desk.board());
			}
		}

		return 0;
	} finally {
		await ledger.close();
	}
};
