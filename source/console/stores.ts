import type {Desk} from '../desk.ts';
import type {Prompt} from '../rule.ts';
import type {Instant} from '../time.ts';
import type {Past} from './lookback.ts';
import type {Listed} from './rows.ts';
import {newSession, type Session} from './session.ts';
import {createStore, type Store} from './store.ts';

/** The sources of everything on the screen: the ledger's board, the clock, the session, and the moment looked back to. */
export type Stores = {
	readonly listed: Store<Listed>;
	readonly now: Store<Instant>;
	readonly session: Store<Session>;
	/** The moment of the board where that is not now; undefined: it is. */
	readonly past: Store<Past | undefined>;
};

const isSamePrompt = (one: Prompt, other: Prompt | undefined): boolean =>
	other !== undefined &&
	one.rule === other.rule &&
	one.subject === other.subject &&
	one.text === other.text &&
	one.severity === other.severity &&
	one.put === other.put;

/** Keeps the old list where nothing has changed, so that nothing is drawn anew. */
export const freshPrompts = (before: readonly Prompt[], after: readonly Prompt[]): readonly Prompt[] =>
	before.length === after.length && after.every((prompt, index) => isSamePrompt(prompt, before[index]))
		? before
		: after;

/** The stores of a desk. Doctrine is asked afterwards, when the board is on the screen. */
export const createStores = (desk: Desk, draft: string, now: Instant): Stores => ({
	listed: createStore<Listed>({board: desk.board(), entries: desk.entries(), prompts: [], isUnasked: true}),
	now: createStore(now),
	session: createStore(newSession(draft)),
	past: createStore<Past | undefined>(undefined),
});
