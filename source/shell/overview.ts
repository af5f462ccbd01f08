import {overview as overviewPage, overviewJson, type IncidentView} from '../documents/overview.ts';
import {plainText} from '../documents/plain.ts';
import {timeFor} from '../drill-clock.ts';
import type {Ledger} from '../ledger/ledger.ts';
import {promptsOf} from '../propose.ts';
import type {Instant} from '../time.ts';
import {boardOf, type ExitCode, openToRead, type Shell} from './shell.ts';

/** Every incident of a ledger with what doctrine asks of it. */
export const incidentViews = async (ledger: Ledger, now: Instant): Promise<readonly IncidentView[]> => {
	const views: IncidentView[] = [];
	for (const ref of await ledger.incidents()) {
		const board = await boardOf(ledger, ref);
		views.push({board, prompts: promptsOf({board, now: timeFor(board, now)})});
	}

	return views;
};

/** Every open incident of the ledger on one page, each under the command that holds it. */
export const overview = async (shell: Shell): Promise<ExitCode> => {
	const ledger = await openToRead(shell);
	try {
		const now = shell.clock();
		const views = await incidentViews(ledger, now);
		if (shell.flags.json) {
			shell.printJson(overviewJson(views, now));
		} else {
			shell.world.print(plainText(overviewPage(views, now), shell.world.columns));
		}

		return 0;
	} finally {
		await ledger.close();
	}
};
