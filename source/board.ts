import type {Actions} from './duties/actions/state.ts';
import type {Decisions} from './duties/decisions/state.ts';
import type {Declaration} from './duties/declaration/state.ts';
import type {Findings} from './duties/findings/state.ts';
import type {IncidentRecord} from './duties/record/state.ts';
import type {Staffing} from './duties/staffing/state.ts';
import type {Communications} from './duties/communications/state.ts';
import type {Escalation} from './duties/escalation/state.ts';
import type {Notifications} from './duties/notifications/state.ts';
import type {Rhythm} from './duties/rhythm/state.ts';
import type {Handovers} from './duties/handover/state.ts';
import type {Exercise} from './duties/exercise/state.ts';
import type {Evidence} from './duties/evidence/state.ts';
import type {Review} from './duties/review/state.ts';
import type {Entry} from './entry.ts';
import type {Instant} from './time.ts';

/** One slice per duty, under the duty's name. */
export type Slices = {
	readonly declaration: Declaration;
	readonly staffing: Staffing;
	readonly actions: Actions;
	readonly findings: Findings;
	readonly decisions: Decisions;
	readonly record: IncidentRecord;
	readonly communications: Communications;
	readonly escalation: Escalation;
	readonly notifications: Notifications;
	readonly rhythm: Rhythm;
	readonly handover: Handovers;
	readonly evidence: Evidence;
	readonly exercise: Exercise;
	readonly review: Review;
};

/** Something in the log's own order that should not be: shown, never repaired. */
export type Irregularity = {readonly entry: number; readonly text: string};

/** The entries so far, newest first, each pointing at the one before: an append costs nothing and shares the rest. */
export type Past = {readonly entry: Entry; readonly before: Past | undefined};

/** What was changed in a log before it was shown outside. */
export type Redaction = {
	/** Whether people have other names. */
	readonly people: boolean;
	/** Entries whose text is withheld, each with the reason; undefined where none was asked to be. */
	readonly withheld: ReadonlyMap<number, string> | undefined;
};

/** What is true at an instant. */
export type Board = Slices & {
	readonly incident: string;
	/** The last entry's number and hash; undefined on an empty board. */
	readonly head: {readonly number: number; readonly hash: string; readonly recordedAt: Instant} | undefined;
	readonly past: Past | undefined;
	/** The highest number given out per letter, struck ones included: a ref is never given twice. */
	readonly refs: Readonly<Record<string, number>>;
	/** Numbers of the entries that are struck now, each with the entry that struck it. */
	readonly struck: ReadonlyMap<number, Entry>;
	readonly irregularities: readonly Irregularity[];
	/** Absent on the board of the log as it is. */
	readonly redaction?: Redaction;
};

/** The next free ref of a letter: `A4` after `A3`. */
export const nextRef = (board: Board, letter: string): string => `${letter}${(board.refs[letter] ?? 0) + 1}`;

/** The entry of that number; undefined when there is none. Looks back from the newest. */
export const entryNumbered = (board: Board, number: number): Entry | undefined => {
	for (let past = board.past; past !== undefined; past = past.before) {
		if (past.entry.number === number) {
			return past.entry;
		}
	}

	return undefined;
};

/** The board, and which of its parts were looked at: what was made of them holds while they are the same. */
export const watched = (board: Board): {readonly board: Board; readonly looked: ReadonlyMap<keyof Board, unknown>} => {
	const looked = new Map<keyof Board, unknown>();
	return {
		looked,
		board: new Proxy(board, {
			get(target, key: keyof Board) {
				const part = target[key];
				looked.set(key, part);
				return part;
			},
		}),
	};
};
