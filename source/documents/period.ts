import type {Board} from '../board.ts';
import type {Entry} from '../entry.ts';
import {currentPeriod} from '../duties/rhythm/state.ts';
import {dayAndTime, type Instant} from '../time.ts';

/** A stretch of time that a form is about, its first and its last moment with it. */
export type Period = {
	readonly from: Instant;
	readonly to: Instant;
	/** The operational period that it is, by its number. */
	readonly number?: number | undefined;
};

/** The whole of the incident: from what happened first to its close, or to now. */
const wholeIncident = ({board, entries, now}: PeriodView): Period => {
	const standing = entries.filter(one => !board.struck.has(one.number));
	const from = standing.reduce((first, {occurredAt}) => (occurredAt < first ? occurredAt : first), now);
	// The closing entry itself belongs to it.
	const end = board.declaration.closedAt ?? now;
	return {from, to: end};
};

type PeriodView = {readonly board: Board; readonly entries: readonly Entry[]; readonly now: Instant};

/** The operational period of that number: it stands until the next one is started, or until its time is over. */
export const operationalPeriod = ({rhythm}: Pick<Board, 'rhythm'>, number: number): Period | undefined => {
	const period = rhythm.periods.find(one => one.number === number);
	const next = rhythm.periods.find(one => one.number === number + 1);
	return period === undefined
		? undefined
		: {
				from: period.startedAt,
				to: next === undefined || next.startedAt > period.until ? period.until : next.startedAt,
				number,
			};
};

/** The period that a form is about where none was named: the operational period that runs, else the whole incident. */
export const periodOf = (view: PeriodView, asked: Period | undefined): Period => {
	const current = currentPeriod(view.board.rhythm);
	return (
		asked ?? (current === undefined ? undefined : operationalPeriod(view.board, current.number)) ?? wholeIncident(view)
	);
};

/** `2026-06-02 10:00 BST to 2026-06-02 22:00 BST`, with the number of an operational period. */
export const periodWords = ({from, to, number}: Period, zone: string): string =>
	`${number === undefined ? '' : `${number}: `}${dayAndTime(from, zone)} to ${dayAndTime(to, zone)}`;

/** Whether something that lasted has any of its time in the period; what has no end goes on. */
export const overlaps = (since: Instant, until: Instant | undefined, {from, to}: Period): boolean =>
	since <= to && (until === undefined || until >= from);

/** Whether a moment is in the period. */
export const isWithin = (at: Instant, {from, to}: Period): boolean => at >= from && at <= to;
