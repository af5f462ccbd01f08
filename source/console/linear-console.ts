import {openSqlitePresence} from '../ledger/sqlite-presence.ts';
import {databaseOf, deskOn, type ExitCode, openLedger, type Shell} from '../shell/shell.ts';
import {companyFor} from './company.ts';
import {attendRoom, sayIn} from './linear-room.ts';

/** The console as plain lines, for whoever listens to the screen: on the incident that is meant. */
export const openLinearConsole = async (shell: Shell): Promise<ExitCode> => {
	const say = sayIn(shell);
	const ledger = await openLedger(shell);
	const presence = openSqlitePresence(databaseOf(shell));
	try {
		const desk = await deskOn(
			{...shell, notice: text => say([text]), trouble: (what, mend) => say([`${what} ${mend}`])},
			ledger,
		);
		await attendRoom(shell, {desk, ledger, company: companyFor(shell, presence), say});
		return 0;
	} finally {
		presence.close();
		await ledger.close();
	}
};
