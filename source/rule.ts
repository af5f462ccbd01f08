import type {Board} from './board.ts';
import type {AnswerKind} from './duties/record/events.ts';
import type {Profile} from './profile.ts';
import type {Instant} from './time.ts';
import type {Watch} from './watch.ts';

export const promptSeverities = ['info', 'advise', 'warn', 'urgent'] as const;

export type PromptSeverity = (typeof promptSeverities)[number];

/** A deed that would settle a prompt: a line of the language, whole, or to be completed where it ends in a space. */
export type Offer = {readonly label: string; readonly line: string};

/** What a rule asks about one subject. */
export type Asking = {
	readonly severity: PromptSeverity;
	/** A ref, a role key, a handle, a team's name, an entry's number; empty for the incident as a whole. */
	readonly subject: string;
	readonly text: string;
	/**
	 * The situation in one word. An answer holds while the basis is the one that was answered; default: the text.
	 * Without numbers that grow by themselves, or an override would last a minute.
	 */
	readonly basis?: string;
	readonly offers?: readonly Offer[];
};

/** One checkable sentence of doctrine. */
export type Rule = {
	/** As in the collection of doctrine that the profile names: `S2`. */
	readonly id: string;
	readonly name: string;
	readonly why: string;
	readonly source: string;
	/** The numbers it uses that no doctrine gives; shown as the project's defaults. */
	readonly defaults?: string;
	readonly answers: readonly AnswerKind[];
	/**
	 * Pure: the board, the clock and the profile decide. Empty when doctrine is met. The clock is looked at through a
	 * watch only, so that it is known until when the answer holds; a text never counts minutes that grow by themselves.
	 */
	readonly consult: (board: Board, watch: Watch, profile: Profile) => readonly Asking[];
};

/** What doctrine asks now. */
export type Prompt = {
	readonly rule: string;
	readonly severity: PromptSeverity;
	readonly subject: string;
	readonly text: string;
	readonly why: string;
	readonly source: string;
	readonly basis: string;
	readonly answers: readonly AnswerKind[];
	readonly offers: readonly Offer[];
	/** Where it stands: asked; put to the Incident Manager, whose decision is awaited. */
	readonly put: Instant | undefined;
};
