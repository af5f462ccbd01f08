import type {Log} from '../shell/replay-log.ts';
import type {PlayerSetting} from './player.ts';

/** Where a console can go next; everything but `current` is asked for from a screen. */
export type Destination =
	/** The incident that is meant by the flags, else the newest open one, else the start screen. */
	| {readonly type: 'current'}
	| {readonly type: 'incident'; readonly reference: string}
	/** The person's own ledger, at its start screen. */
	| {readonly type: 'start'}
	/** An incident that ships with the program, played into a ledger that is thrown away; `speed` times as fast as it happened. */
	| {readonly type: 'drill'; readonly name: string; readonly speed?: number | undefined}
	/** A log that is played again, read-only; `/replay` in it goes back to its origin. */
	| {
			readonly type: 'replay';
			readonly log: Log;
			readonly setting?: PlayerSetting;
			readonly origin?: Destination;
	  }
	/** The five steps, on such an incident. */
	| {readonly type: 'tour'};
