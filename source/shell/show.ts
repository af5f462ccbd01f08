import type {DocumentView} from '../documents/incident-log.ts';
import {pages} from '../documents/pages.ts';
import {plainText} from '../documents/plain.ts';
import {promptsOf} from '../propose.ts';
import {overview} from './overview.ts';
import {deskOn, type ExitCode, openToRead, requireIncident, type Shell, standingAt, UsageError} from './shell.ts';

/** Prints one page of the incident, now or as it stood at a time. */
export const show = async (shell: Shell, args: readonly string[]): Promise<ExitCode> => {
	const {world} = shell;
	if (args.length === 1 && args[0]?.toLowerCase() === 'overview') {
		return overview(shell);
	}

	const page = pages.find(one => one.name === args[0]?.toLowerCase());
	if (page === undefined || args.length > 1) {
		throw new UsageError(
			args[0] === undefined ? 'show needs the name of a page.' : `There is no page ${args.join(' ')}.`,
			`The pages are ${[...pages.map(one => one.name), 'overview'].join(', ')}.`,
		);
	}

	const ledger = await openToRead(shell);
	try {
		const desk = await deskOn(shell, ledger);
		requireIncident(desk);
		const {board, entries, now} = standingAt(shell, desk);
		const view: DocumentView = {board, entries, now, prompts: promptsOf({board, now}), version: world.version};
		world.print(plainText(page.blocks({...view, columns: world.columns}), world.columns));
		return 0;
	} finally {
		await ledger.close();
	}
};
