import {boardJson} from '../documents/board-json.ts';
import {boardPage} from '../documents/board-page.ts';
import {plainText} from '../documents/plain.ts';
import {emptyBoard} from '../fold.ts';
import {promptsOf} from '../propose.ts';
import {deskOn, type ExitCode, openToRead, type Shell, standingAt} from './shell.ts';

/** The board as text or JSON, now or as it stood at a time. */
export const board = async (shell: Shell): Promise<ExitCode> => {
	const {flags, world} = shell;
	const ledger = await openToRead(shell);
	try {
		const desk = await deskOn(shell, ledger);
		const incident = desk.incident();
		if (incident === undefined) {
			if (flags.json) {
				shell.printJson({...boardJson(emptyBoard(''), shell.clock()), incident: null});
			} else {
				world.print('No incident has been declared. Declare one: loggist declare TITLE severity:S2 kind:security.\n');
			}

			return 0;
		}

		const {board: shown, now} = standingAt(shell, desk);
		if (flags.json) {
			shell.printJson(boardJson(shown, now));
		} else {
			world.print(plainText(boardPage({board: shown, now, prompts: promptsOf({board: shown, now})}), world.columns));
		}

		return 0;
	} finally {
		await ledger.close();
	}
};
