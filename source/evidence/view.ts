import type {Board} from '../board.ts';
import {nameOf} from '../duties/staffing/state.ts';
import type {Entry} from '../entry.ts';
import type {Citation, Responsibilities} from '../responsibilities/shape.ts';
import {dayAndTime, type Instant, inZone} from '../time.ts';

/** One incident as the ledger holds it, up to the end of the period. */
export type IncidentFile = {
	readonly board: Board;
	/** Oldest first, struck ones included. */
	readonly entries: readonly Entry[];
	/** What the check of its chain found; undefined where it is whole. */
	readonly trouble: string | undefined;
};

/** Which part of the ledger a page is made from. */
export type Scope = {
	/** The one incident that was asked for; undefined where all of the period were. */
	readonly named: string | undefined;
	readonly since: Instant | undefined;
	readonly until: Instant | undefined;
	/** How many incidents the ledger holds. */
	readonly known: number;
	/** Incidents of the ledger that are not among those read, each with why. */
	readonly leftOut: readonly {readonly incident: string; readonly why: string}[];
	/** Entries of the incidents read that were recorded after the period, and left out. */
	readonly laterEntries: number;
};

/** What an evidence page is made from: nothing else is looked at. */
export type EvidenceView = {
	/** The incidents in scope, oldest first. */
	readonly incidents: readonly IncidentFile[];
	/** Every exercise of the ledger up to the end of the period, whatever the scope. */
	readonly exercises: readonly IncidentFile[];
	readonly scope: Scope;
	/** Undefined where no responsibilities file was given. */
	readonly responsibilities: {readonly matrix: Responsibilities; readonly citation: Citation} | undefined;
	/** When the page is made. */
	readonly now: Instant;
	/** The zone of every time on the page. */
	readonly zone: string;
	/** Of the program. */
	readonly version: string;
	/** Who has it made: a login. */
	readonly madeBy: string;
	/** The marking of this copy, where it is not that of what the page rests on. */
	readonly marking?: string | undefined;
	/** What was taken out for people outside. */
	readonly redaction?: {readonly people: boolean; readonly withheld: number | undefined} | undefined;
};

/** The moment at which the page looks at things: the end of the period, and never later than now. */
export const lookedAt = ({scope, now}: EvidenceView): Instant =>
	scope.until === undefined || scope.until > now ? now : scope.until;

/** That day, `2026-05-01`, in the zone of the page. */
export const dayOf = (view: EvidenceView): string => inZone(lookedAt(view), view.zone, 'yyyy-MM-dd');

/** The same day a year before. */
export const yearBefore = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;

export const at = ({zone}: EvidenceView, instant: Instant): string => dayAndTime(instant, zone);

export const isExercise = ({board}: IncidentFile): boolean => board.declaration.exercise;

/** True for an event that turned out to be none: much is then not asked of it. */
export const isFalseAlarm = ({board}: IncidentFile): boolean => board.declaration.outcome === 'false-alarm';

/** The incidents that answer for what was done: real ones, or the exercise that was asked for by its name. */
export const sample = ({incidents, scope}: EvidenceView): readonly IncidentFile[] =>
	scope.named === undefined ? incidents.filter(one => !isExercise(one)) : incidents;

/** `INC-2026-0001`, `EXERCISE INC-2026-0002`: an exercise says so in every row. */
export const labelOf = (file: IncidentFile): string => `${isExercise(file) ? 'EXERCISE ' : ''}${file.board.incident}`;

/** The entries that stand. */
export const standing = ({board, entries}: IncidentFile): readonly Entry[] =>
	entries.filter(({number}) => !board.struck.has(number));

export const who = ({board}: IncidentFile, handle: string): string => nameOf(board.staffing, handle);
