import {randomUUID} from 'node:crypto';
import {hostname} from 'node:os';
import {type Clock, wallClock} from '../clock.ts';
import type {Desk} from '../desk.ts';
import {nameOf} from '../duties/staffing/state.ts';
import type {Presence, Station} from '../ledger/presence.ts';
import type {Shell} from '../shell/shell.ts';
import {second} from '../time.ts';

/** Who is on the board beside this console: how to tell them, and what to tell of oneself. */
export type Company = {
	readonly presence: Presence;
	/** This console, without what changes on its screen. */
	readonly own: Omit<Station, 'incident' | 'name'>;
	/** The wall's. */
	readonly clock: Clock;
	/** Milliseconds after which this console, unheard of, is gone. */
	readonly goneAfter?: number;
};

export const companyFor = ({world, flags, settings}: Shell, presence: Presence): Company => ({
	presence,
	own: {
		id: randomUUID(),
		login: world.login,
		host: hostname(),
		since: wallClock(),
		isReadonly: flags.readonly,
	},
	clock: wallClock,
	...(settings.goneAfter === undefined ? {} : {goneAfter: settings.goneAfter * second}),
});

/** This console as it stands now: it may go to another incident, and whoever sits there be given a name. */
export const stationAt = (desk: Desk, {own}: Company): Station => {
	const {board, by} = desk.situation();
	return {...own, incident: desk.incident(), name: nameOf(board.staffing, by)};
};
