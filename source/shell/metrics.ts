import {type MetricsView, openMetrics} from '../data/openmetrics.ts';
import {timeFor} from '../drill-clock.ts';
import {emptyBoard, foldAll} from '../fold.ts';
import {promptsOf} from '../propose.ts';
import {type ExitCode, incidentOf, openToRead, type Shell} from './shell.ts';

/** Prints what can be counted of every incident, or of the one named, as a collector of metrics reads it. */
export const metrics = async (shell: Shell): Promise<ExitCode> => {
	const {flags, world} = shell;
	const ledger = await openToRead(shell);
	try {
		const named = flags.incident === undefined ? undefined : await incidentOf(shell, ledger);
		const views: MetricsView[] = [];
		for (const incident of named === undefined ? await ledger.incidents() : [named]) {
			const entries = await ledger.read(incident);
			const board = foldAll(emptyBoard(incident), entries);
			const now = timeFor(board, shell.clock());
			views.push({board, entries, now, prompts: promptsOf({board, now})});
		}

		world.print(openMetrics(views));
		return 0;
	} finally {
		await ledger.close();
	}
};
