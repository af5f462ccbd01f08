import type {Board} from '../board.ts';
import {commands} from '../duties/index.ts';
import {lineOfArguments} from '../language/shell-line.ts';
import {isRefusal} from '../refusal.ts';
import {printEntriesJson, printEntry} from './print.ts';
import {forTerminal} from '../text.ts';
import {deskOn, type ExitCode, isChosen, openLedger, type Shell, timeOf, utf8} from './shell.ts';

const isCalledSomebody = ({staffing}: Board, handle: string): boolean =>
	staffing.people.length === 0 || staffing.people.some(one => one.handle === handle);

/** Any verb of the language: writes, and prints what was written as it stands in the log. */
export const writeVerb = async (shell: Shell, args: readonly string[]): Promise<ExitCode> => {
	const {flags, world} = shell;
	const ledger = await openLedger(shell);
	try {
		const desk = await deskOn(shell, ledger);
		const situation = desk.situation();
		const literal =
			flags.text === '-' ? utf8(await world.readInput(), 'Standard input').replace(/\r?\n$/u, '') : flags.text;
		const answer = await desk.write(lineOfArguments(args, commands), {
			...(flags.at === undefined ? {} : {at: timeOf(flags.at, '--at', situation)}),
			...(literal === undefined ? {} : {text: literal}),
		});
		if (isRefusal(answer)) {
			shell.trouble(answer.refused, answer.mend);
			return answer.isUnreadable ? 2 : 1;
		}

		if (args[0] === 'declare') {
			// A file that cannot be used must be known, and is no reason to wait with an incident.
			for (const trouble of await desk.readLibrary()) {
				shell.trouble(trouble, 'It was left out; the incident goes on without it.');
			}
		}

		const {by} = desk.situation();
		if (flags.as !== undefined && !isCalledSomebody(desk.board(), by)) {
			// A slip of the pen must not look like a witness.
			world.complain(`loggist: ${forTerminal(by)} is nobody on the board; the entry stands under that name.\n`);
		}

		const board = desk.board();
		if (flags.json) {
			printEntriesJson(shell, answer, board);
		} else if (args[0] === 'declare') {
			shell.say(board.incident);
		} else {
			for (const entry of answer) {
				printEntry(shell, entry, board);
			}

			if (await isChosen(shell, ledger)) {
				world.complain(
					`${board.incident} ${board.declaration.exercise ? 'EXERCISE ' : ''}${forTerminal(board.declaration.title)}\n`,
				);
			}
		}

		return 0;
	} finally {
		await ledger.close();
	}
};
