import type {Log} from '../shell/replay-log.ts';
import type {PlayerSetting} from './player.ts';
import type {Staged} from '../drills/set-up.ts';

/** Where a console can go next; everything but `current` is asked for from a screen. */
export type Destination =
	/** The incident that is meant by the flags, else the newest open one, else the start screen. */
	| {readonly type: 'current'}
	| {readonly type: 'incident'; readonly reference: string}
	/** The person's own ledger, at its start screen. */
	| {readonly type: 'start'}
	/** An incident that ships with the program, played into a ledger that is thrown away; `speed` times as fast as it happened. */
	| {readonly type: 'demo'; readonly name: string; readonly speed?: number | undefined}
	/**
	 * A drill in the person's own ledger: the one of that reference, else a new one. `speed` times as fast as the wall's
	 * clock where it is begun; default: as the scenario says.
	 */
	| {
			readonly type: 'drill';
			readonly staged: Staged;
			readonly named: string;
			readonly reference?: string | undefined;
			readonly speed?: number | undefined;
			readonly isFacilitating?: boolean;
	  }
	/** A log that is played again, read-only; `/replay` in it goes back to its origin. */
	| {
			readonly type: 'replay';
			readonly log: Log;
			readonly setting?: PlayerSetting;
			readonly origin?: Destination;
	  }
	/** The five steps, on such an incident. */
	| {readonly type: 'tour'};
