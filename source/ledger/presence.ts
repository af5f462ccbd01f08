import type {Instant} from '../time.ts';

/** A console that has the ledger open. */
export type Station = {
	/** Told from every other by this. */
	readonly id: string;
	/** The incident on its screen; undefined at the start screen. */
	readonly incident: string | undefined;
	/** Who sits there, as the board calls them. */
	readonly name: string;
	readonly login: string;
	readonly host: string;
	readonly since: Instant;
	/** Whether it only reads. */
	readonly isReadonly: boolean;
};

/** A station, and how long it counts as there unless it says so again. */
export type Announced = Station & {readonly until: Instant};

/**
 * Who is on the board now. It stands beside the log, not in it: to look on is no deed. Each station says until when it
 * counts as there, and says so again before; one that was killed, or sleeps, runs out by itself. Nothing here throws:
 * that nobody can be told who is there is no reason to stop an incident.
 */
export type Presence = {
	/** Says or repeats that a station is there. False when that could not be said just now. */
	announce(station: Announced, now: Instant): Promise<boolean>;
	/** Takes a station away at once. */
	withdraw(id: string): Promise<void>;
	/** Everybody who has announced themselves and not run out, the longest there first. */
	list(now: Instant): Promise<readonly Announced[]>;
	close(): void;
};

/** Those who are still there, in the order given. */
export const stillThere = <One extends Announced>(stations: readonly One[], now: Instant): readonly One[] =>
	stations.every(({until}) => until > now) ? stations : stations.filter(({until}) => until > now);

/** Presence that lasts as long as the process, for a ledger that does. */
export const openMemoryPresence = (): Presence => {
	const stations = new Map<string, Announced>();
	return {
		async announce(station) {
			stations.set(station.id, station);
			return true;
		},
		async withdraw(id) {
			stations.delete(id);
		},
		list: async now =>
			stillThere([...stations.values()], now).toSorted((one, other) =>
				one.since === other.since ? (one.id < other.id ? -1 : 1) : one.since < other.since ? -1 : 1,
			),
		close() {},
	};
};
