import type {Clock} from '../clock.ts';
import {type Announced, type Presence, type Station, stillThere} from '../ledger/presence.ts';
import {elapsed, type Instant, instantOf, second} from '../time.ts';
import type {Store} from './store.ts';

/** A console unseen for this long, in milliseconds, counts as gone. */
export const goneAfterUnlessTold = 30 * second;

/** A station is announced as often as this within the time after which it would be gone. */
const beatsWithin = 3;

export type Attendance = {
	/** Looks anew at who is there: to be called when another may have written to the ledger. */
	readonly look: () => Promise<void>;
	/** Says that this console is gone. */
	readonly leave: () => Promise<void>;
};

/** How many have this incident on their screens, where it is not one alone: `3 on the board`. */
export const companyOf = (there: readonly Announced[], incident: string): string => {
	const count = there.filter(one => (one.incident ?? '') === incident).length;
	return count < 2 ? '' : `${count} on the board`;
};

const isSame = (one: readonly Announced[], other: readonly Announced[]): boolean =>
	one.length === other.length &&
	one.every((station, index) => {
		const there = other[index];
		return (
			station.id === there?.id &&
			station.until === there.until &&
			station.incident === there.incident &&
			station.name === there.name
		);
	});

/**
 * Keeps this console among those who are there, and `there` in step with who is. `clock` is the wall's, never an
 * incident's: a drill that plays a day in a minute must not make anybody vanish.
 */
export const attend = ({
	presence,
	station,
	there,
	clock,
	goneAfter = goneAfterUnlessTold,
}: {
	readonly presence: Presence;
	/** This console as it stands now; it may go to another incident, or be called by another name. */
	readonly station: () => Station;
	readonly there: Store<readonly Announced[]>;
	readonly clock: Clock;
	readonly goneAfter?: number;
}): Attendance => {
	let saidAt: Instant | undefined;
	let said: Station | undefined;
	let isOver = false;

	const show = (stations: readonly Announced[]) => {
		if (!isSame(stations, there.get())) {
			there.set(stations);
		}
	};

	const look = async () => {
		const stations = await presence.list(clock());
		if (!isOver) {
			show(stations);
		}
	};

	const announce = async (own: Station, now: Instant) => {
		const until = instantOf(Date.parse(now) + goneAfter);
		if (await presence.announce({...own, until}, now)) {
			[said, saidAt] = [own, now];
			await look();
		}
	};

	const tick = async () => {
		const [own, now] = [station(), clock()];
		// A clock that was set back must not leave this console unheard of until it has caught up.
		const since = saidAt === undefined ? goneAfter : Math.abs(elapsed(saidAt, now));
		if (since >= goneAfter / beatsWithin || own.incident !== said?.incident || own.name !== said?.name) {
			await announce(own, now);
		}

		if (!isOver) {
			show(stillThere(there.get(), now));
		}
	};

	// After the first frame: nobody waits for this.
	setImmediate(() => void tick());
	const timer = setInterval(() => void tick(), Math.min(second, goneAfter / (2 * beatsWithin)));
	timer.unref();
	return {
		look,
		async leave() {
			isOver = true;
			clearInterval(timer);
			await presence.withdraw(station().id);
		},
	};
};
