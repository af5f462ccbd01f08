import {dayAndTime} from '../time.ts';
import {boardOf, type ExitCode, openToRead, type Shell} from './shell.ts';

/** Every incident of the ledger, oldest first. */
export const incidents = async (shell: Shell): Promise<ExitCode> => {
	const ledger = await openToRead(shell);
	try {
		const rows = [];
		for (const ref of await ledger.incidents()) {
			const {declaration, exercise, head} = await boardOf(ledger, ref);
			rows.push({
				ref,
				title: declaration.title,
				kind: declaration.incidentKind,
				severity: declaration.severity,
				phase: declaration.phase,
				exercise: declaration.exercise,
				zone: declaration.zone,
				declaredAt: declaration.declaredAt ?? null,
				closedAt: declaration.closedAt ?? null,
				endedAt: exercise.ended?.at ?? null,
				entries: head?.number ?? 0,
			});
		}

		if (shell.flags.json) {
			shell.printJson(rows);
			return 0;
		}

		for (const row of rows) {
			const declared = row.declaredAt === null ? 'not declared' : dayAndTime(row.declaredAt, row.zone);
			const state = row.closedAt === null ? (row.endedAt === null ? row.phase : 'over') : 'closed';
			shell.say(
				`${row.ref}  ${row.severity}  ${state.padEnd(6)}  ${declared}  ${row.exercise ? 'EXERCISE ' : ''}${row.title}`,
			);
		}

		return 0;
	} finally {
		await ledger.close();
	}
};
