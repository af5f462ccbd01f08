import {uptime} from '../clock.ts';
import {openDesk} from '../desk.ts';
import type {Ledger} from '../ledger/ledger.ts';
import {openMemoryLedger} from '../ledger/memory.ts';
import type {Shell} from '../shell/shell.ts';
import {personAsked, zoneAsked} from '../shell/shell.ts';
import type {Log} from '../shell/replay-log.ts';
import type {Destination} from './destination.ts';
import {type Places, runConsole} from './index.ts';
import {keymap} from './keymap.ts';
import {createPlayer, type Player, type PlayerSetting} from './player.ts';
import {remapped} from './remap.ts';
import {viewOf} from './views.ts';

const noDraft = {load: () => '', keep() {}, flush() {}};

/** A ledger in which stands what was written by the moment that is shown, and into which nobody writes. */
const ledgerOf = ({desk}: Pick<Player, 'desk'>, {incident}: Log): Ledger => ({
	...openMemoryLedger(),
	incidents: async () => [incident],
	read: async (reference, after = 0) =>
		reference === incident ? desk.entries().filter(({number}) => number > after) : [],
});

/** A player on a log, for whoever sits at this machine. Nothing of the log is written anywhere. */
export const playerOf = async (shell: Shell, log: Log, setting: PlayerSetting = {}): Promise<Player> => {
	const {incident, entries} = log;
	const last = entries.reduce((latest, {recordedAt}) => (recordedAt > latest ? recordedAt : latest), '');
	const whole = await openDesk(
		{
			ledger: openMemoryLedger(),
			clock: () => last,
			login: shell.world.login,
			as: personAsked(shell),
			zone: zoneAsked(shell),
			home: shell.world.zone,
			isReadonly: true,
		},
		incident,
		entries,
	);
	return createPlayer(whole, uptime, setting);
};

/** Plays a log again on the ordinary board. */
export const visitReplay = async (
	shell: Shell,
	{log, origin, setting}: Pick<Extract<Destination, {type: 'replay'}>, 'log' | 'origin' | 'setting'>,
	places: Places,
): Promise<Destination | undefined> => {
	const player = await playerOf(shell, log, setting);
	return runConsole({
		desk: player.desk,
		ledger: ledgerOf(player, log),
		draft: noDraft,
		keys: remapped(keymap, shell.settings.keys ?? {}),
		places,
		home: shell.world.home,
		version: shell.world.version,
		isMouse: shell.flags.mouse || shell.settings.mouse === true,
		player,
		origin,
		view:
			personAsked(shell) === undefined
				? 'board'
				: viewOf(player.present.board().staffing, player.present.situation().by),
	});
};
