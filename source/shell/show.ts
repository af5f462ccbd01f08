import {bannersOf} from '../documents/dress.ts';
import type {DocumentView} from '../documents/incident-log.ts';
import {pages} from '../documents/pages.ts';
import {plainText} from '../documents/plain.ts';
import {promptsOf} from '../propose.ts';
import {paragraph} from '../section.ts';
import {overview} from './overview.ts';
import {markedBoard} from './sharing.ts';
import {deskOn, type ExitCode, openToRead, requireIncident, type Shell, standingAt, UsageError} from './shell.ts';

/** Prints one page of the incident, now or as it stood at a time. */
export const show = async (shell: Shell, args: readonly string[]): Promise<ExitCode> => {
	const {world} = shell;
	if (args.length === 1 && args[0]?.toLowerCase() === 'overview') {
		if (shell.flags.marking !== undefined) {
			throw new UsageError('show overview takes no --marking: it tells of many incidents.', 'The other pages do.');
		}

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
		const standing = standingAt(shell, desk);
		const {entries, now} = standing;
		const board = markedBoard(shell, standing.board);
		const view: DocumentView = {board, entries, now, prompts: promptsOf({board, now}), version: world.version};
		const blocks = page.blocks({...view, columns: world.columns});
		// What is no document is marked here, where somebody asks for a marking.
		const isMarked = shell.flags.marking === undefined || page.isDocument === true;
		const banners = isMarked ? [] : bannersOf(board).map(paragraph);
		world.print(plainText([...banners, ...blocks, ...banners], world.columns));
		return 0;
	} finally {
		await ledger.close();
	}
};
