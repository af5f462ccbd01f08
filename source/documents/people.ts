import type {Announced} from '../ledger/presence.ts';
import {type Block, heading, tableOr} from '../section.ts';
import {dayAndTime, elapsed, type Instant, inBrief} from '../time.ts';

/**
 * Everybody who has the ledger open, the longest there first. `own` is the station that looks, where one does; times in
 * `zone`.
 */
export const peoplePage = (
	stations: readonly Announced[],
	{now, zone, own}: {readonly now: Instant; readonly zone: string; readonly own?: string | undefined},
): readonly Block[] => [
	heading('Who is on the board', 1),
	tableOr(
		'Nobody has the ledger open in a console, or none of them could say so.',
		['Name', 'Login', 'Host', 'Since', 'For', '', 'Incident'],
		stations.map(one => [
			one.id === own ? `${one.name} (here)` : one.name,
			one.login,
			one.host,
			dayAndTime(one.since, zone),
			inBrief(Math.max(0, elapsed(one.since, now))),
			one.isReadonly ? 'reads' : 'writes',
			one.incident ?? 'start screen',
		]),
	),
];

/** The same for other programs: a contract with the outside. */
export const peopleJson = (stations: readonly Announced[]) =>
	stations.map(({name, login, host, since, isReadonly, incident}) => ({
		name,
		login,
		host,
		since,
		readonly: isReadonly,
		incident: incident ?? null,
	}));
