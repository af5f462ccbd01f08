import type {Board} from '../board.ts';
import {type Action, isOngoing} from '../duties/actions/state.ts';
import {type Audience, nextUpdate, partyName} from '../duties/communications/state.ts';
import type {Decision} from '../duties/decisions/state.ts';
import {isPending, type Transfer} from '../duties/handover/state.ts';
import {type Clock, isInPhases, isOutstanding, wordsOfClock} from '../duties/notifications/state.ts';
import type {Arrangement, FollowUp} from '../duties/review/state.ts';
import type {Period} from '../duties/rhythm/state.ts';
import {nameOf, type SubTeam, titleOf} from '../duties/staffing/state.ts';
import type {Entry} from '../entry.ts';
import {emptyBoard, fold} from '../fold.ts';
import type {Instant} from '../time.ts';

/** Something that is due at a time. */
export type Due = {
	/** The same for as long as the incident lasts, whatever becomes of it: `A3`, `update customers`. */
	readonly key: string;
	readonly at: Instant;
	/** Free text. */
	readonly title: string;
	/** Whether anybody still waits for it: not when it is done, withdrawn or no longer needed. */
	readonly isAwaited: boolean;
};

/** A due time with its history. */
export type DueTime = Due & {
	/** How often it was moved, called off or taken up again since it was set. */
	readonly sequence: number;
	/** When what is said of it last changed: by the log, not by a clock. */
	readonly changedAt: Instant;
};

/** A kind of thing that falls due: where the board keeps them, and what each is. */
type Source = {
	readonly things: (board: Board) => readonly object[];
	/** Undefined for one that has no time. */
	readonly due: (thing: object, board: Board) => Due | undefined;
};

const source = <Thing extends object>(
	things: (board: Board) => readonly Thing[],
	due: (thing: Thing, board: Board) => Due | undefined,
): Source => ({
	things,
	// A source is asked only about its own things.
	due: (thing, board) => due(thing as Thing, board),
});

const dueAt = (at: Instant | undefined, due: Omit<Due, 'at'>): Due | undefined =>
	at === undefined ? undefined : {...due, at};

/** Who does it, after what it is. */
const owned = (text: string, owner: string | undefined, {staffing}: Board): string =>
	owner === undefined ? text : `${text} (${nameOf(staffing, owner)})`;

/** What ends with the incident, whether it was met or not. */
const isStanding = ({declaration}: Board): boolean => declaration.closedAt === undefined;

const actionDue = (one: Action, board: Board) =>
	dueAt(one.due, {
		key: one.ref,
		title: owned(`${one.ref} report: ${one.text}`, one.owner, board),
		isAwaited: isOngoing(one),
	});

const teamDue = (one: SubTeam, board: Board) =>
	dueAt(one.due, {
		key: `team ${one.name} ${one.since}`,
		title: owned(`#${one.name} reports${one.task === undefined ? '' : `: ${one.task}`}`, one.lead, board),
		isAwaited: one.mergedAt === undefined && isStanding(board),
	});

const clockDue = (one: Clock) =>
	dueAt(one.due, {
		key: one.ref,
		title: `${one.ref} notify ${one.regime.recipient}: ${wordsOfClock(one)}`,
		isAwaited: isOutstanding(one),
	});

const restDue = (one: Clock) =>
	dueAt(one.restDue, {
		key: `${one.ref} follow-up`,
		title: `${one.ref} the rest to ${one.regime.recipient}: ${wordsOfClock(one)}`,
		isAwaited: isInPhases(one),
	});

const updateDue = (one: Audience, board: Board) =>
	dueAt(nextUpdate(one), {
		key: `update ${one.name}`,
		title: owned(one.name === 'team' ? 'Heartbeat' : `Update for ${partyName(one.name)}`, one.briefer, board),
		isAwaited: isStanding(board),
	});

const transferDue = (one: Transfer, board: Board) =>
	dueAt(one.effectiveAt, {
		key: `handover ${one.entry}`,
		title: `Handover of ${titleOf(board.declaration, one.role)} from ${nameOf(board.staffing, one.from)} to ${nameOf(board.staffing, one.to)}`,
		isAwaited: isPending(one) && isStanding(board),
	});

const decisionDue = (one: Decision, board: Board) =>
	dueAt(one.next, {
		key: one.ref,
		title: owned(`${one.ref} next decision point: ${one.text}`, one.decider, board),
		isAwaited: isStanding(board),
	});

const periodDue = (one: Period, board: Board) =>
	dueAt(one.until, {
		key: `period ${one.number}`,
		title: `Operational period ${one.number} ends`,
		isAwaited: isStanding(board) && board.rhythm.periods.at(-1)?.number === one.number,
	});

const reviewDue = (one: Arrangement, board: Board) =>
	dueAt(one.at, {
		key: 'review',
		title: owned('Post-incident review', one.owner, board),
		isAwaited: board.review.steps.held === undefined,
	});

const followUpDue = (one: FollowUp, board: Board) =>
	dueAt(one.due, {
		key: one.ref,
		title: owned(`${one.ref} follow-up: ${one.text}`, one.owner, board),
		isAwaited: one.doneAt === undefined,
	});

const sources: readonly Source[] = [
	source(({actions}) => actions, actionDue),
	source(({staffing}) => staffing.teams, teamDue),
	source(({notifications}) => notifications.clocks, clockDue),
	source(({notifications}) => notifications.clocks, restDue),
	source(({communications}) => communications.audiences, updateDue),
	source(({handover}) => handover.transfers, transferDue),
	source(({decisions}) => decisions.decisions, decisionDue),
	source(({rhythm}) => rhythm.periods, periodDue),
	source(({review}) => (review.arranged === undefined ? [] : [review.arranged]), reviewDue),
	source(({review}) => review.followUps, followUpDue),
];

/** Whatever a due time hangs on beside its own thing. */
const isSameSurrounding = (one: Board, other: Board): boolean =>
	one.declaration.closedAt === other.declaration.closedAt &&
	one.rhythm.periods === other.rhythm.periods &&
	one.review.steps === other.review.steps &&
	one.struck === other.struck;

type Kept = {-readonly [Key in keyof DueTime]: DueTime[Key]};

/**
 * Every due time that a log ever set, in the order in which they were set, and how often each was moved: told from the
 * log alone. What was set by an entry that is struck is no longer awaited.
 */
export const dueTimes = (entries: readonly Entry[]): readonly DueTime[] => {
	const kept = new Map<string, Kept>();
	let board = emptyBoard(entries[0]?.incident ?? '');

	const keep = (due: Due, {recordedAt}: Entry) => {
		const known = kept.get(due.key);
		if (known === undefined) {
			kept.set(due.key, {...due, sequence: 0, changedAt: recordedAt});
			return;
		}

		const isMoved = known.at !== due.at || known.isAwaited !== due.isAwaited;
		if (isMoved || known.title !== due.title) {
			Object.assign(known, due, {sequence: known.sequence + (isMoved ? 1 : 0), changedAt: recordedAt});
		}
	};

	const drop = (known: Kept, {recordedAt}: Entry) => {
		if (known.isAwaited) {
			known.isAwaited = false;
			known.sequence += 1;
			known.changedAt = recordedAt;
		}
	};

	for (const entry of entries) {
		const before = board;
		board = fold(board, entry);
		const isSame = isSameSurrounding(before, board);
		const seen = new Set<string>();
		for (const {things, due} of sources) {
			const [old, now] = [things(before), things(board)];
			// A thing that is the same object has not changed: a long log is gone through once, not once for each thing.
			for (const [index, thing] of old === now && isSame ? [] : now.entries()) {
				if (!isSame || old[index] !== thing) {
					const found = due(thing, board);
					if (found !== undefined) {
						seen.add(found.key);
						keep(found, entry);
					}
				}
			}
		}

		if (before.struck !== board.struck) {
			for (const known of kept.values()) {
				if (!seen.has(known.key)) {
					drop(known, entry);
				}
			}
		}
	}

	return [...kept.values()];
};
