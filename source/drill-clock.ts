import type {Board} from './board.ts';
import type {Clock} from './clock.ts';
import {drillTime, type Pace} from './duties/exercise/state.ts';
import type {Instant} from './time.ts';

/** What time it is for an incident: the drill's in a drill, else the wall's. Pure. */
export const timeFor = ({exercise, head}: Board, wall: Instant): Instant => {
	const now = drillTime(exercise, wall);
	// Another's clock may be a little ahead: nothing is written before what is written already.
	return now === undefined ? wall : head !== undefined && head.recordedAt > now ? head.recordedAt : now;
};

/**
 * The clock of whatever incident is in hand. In a drill it never goes back, though the wall's may be set back, unless
 * somebody has set the drill's.
 */
export const clockFor = (wall: Clock, board: () => Board): Clock => {
	let last: {readonly pace: Pace; readonly at: Instant} | undefined;
	return () => {
		const here = board();
		const {pace, ended} = here.exercise;
		const now = timeFor(here, wall());
		if (pace === undefined || ended !== undefined) {
			last = undefined;
			return now;
		}

		const at = last?.pace === pace && last.at > now ? last.at : now;
		last = {pace, at};
		return at;
	};
};
