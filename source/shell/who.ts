import {wallClock} from '../clock.ts';
import {peopleJson, peoplePage} from '../documents/people.ts';
import {plainText} from '../documents/plain.ts';
import {openSqlitePresence} from '../ledger/sqlite-presence.ts';
import {databaseOf, type ExitCode, hasLedger, openToRead, type Shell, zoneAsked} from './shell.ts';

/** Who has the ledger open in a console. Always by the wall's clock: presence knows no other. */
export const who = async (shell: Shell): Promise<ExitCode> => {
	const {flags, world} = shell;
	const database = databaseOf(shell);
	// Opened once to say what is wrong with it, where something is.
	await (await openToRead(shell)).close();
	const presence = hasLedger(database) ? openSqlitePresence(database) : undefined;
	const now = wallClock();
	const stations = (await presence?.list(now)) ?? [];
	presence?.close();
	if (flags.json) {
		shell.printJson(peopleJson(stations));
	} else {
		world.print(plainText(peoplePage(stations, {now, zone: zoneAsked(shell) ?? world.zone}), world.columns));
	}

	return 0;
};
