import type {DocumentView} from '../documents/incident-log.ts';
import {pages} from '../documents/pages.ts';
import {plainText} from '../documents/plain.ts';
import {emptyBoard, foldAll} from '../fold.ts';
import {promptsOf} from '../propose.ts';
import {deskOn, type ExitCode, openToRead, requireIncident, type Shell, timeOf, UsageError} from './shell.ts';

/** Prints one page of the incident, now or as it stood at a time. */
export const show = async (shell: Shell, args: readonly string[]): Promise<ExitCode> => {
	const {flags, world} = shell;
	const page = pages.find(one => one.name === args[0]?.toLowerCase());
	if (page === undefined || args.length > 1) {
		throw new UsageError(
			args[0] === undefined ? 'show needs the name of a page.' : `There is no page ${args.join(' ')}.`,
			`The pages are ${pages.map(one => one.name).join(', ')}.`,
		);
	}

	const ledger = await openToRead(shell);
	try {
		const desk = await deskOn(shell, ledger);
		const incident = requireIncident(desk);
		const situation = desk.situation();
		const asOf = flags.asOf === undefined ? undefined : timeOf(flags.asOf, '--as-of', situation);
		const entries = asOf === undefined ? desk.entries() : desk.entries().filter(one => one.recordedAt <= asOf);
		const board = asOf === undefined ? desk.board() : foldAll(emptyBoard(incident), entries);
		const now = asOf ?? situation.now;
		const view: DocumentView = {board, entries, now, prompts: promptsOf({board, now}), version: world.version};
		world.print(plainText(page.blocks(view), world.columns));
		return 0;
	} finally {
		await ledger.close();
	}
};
