import type {Board} from '../board.ts';
import type {Command} from '../command.ts';
import type {Instant} from '../time.ts';

/** Everything outside the line that its reading depends on. */
export type Moment = {
	readonly board: Board;
	readonly now: Instant;
	/** When it was said, if not now: “by 20m” of a line from 09:09 is 09:29. */
	readonly at?: Instant | undefined;
	/** From when what lies ahead is counted, where that is not `now`. */
	readonly today?: Instant | undefined;
	/** The zone in which bare times are read. */
	readonly zone: string;
	readonly commands: readonly Command[];
};
