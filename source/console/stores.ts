import type {Desk} from '../desk.ts';
import type {Prompt} from '../rule.ts';
import type {Announced} from '../ledger/presence.ts';
import type {Instant} from '../time.ts';
import type {Following} from './following.ts';
import type {Past} from './lookback.ts';
import type {Transport} from './player.ts';
import type {Listed} from './rows.ts';
import type {Where} from './keymap.ts';
import {newSession, placesOf, type Session} from './session.ts';
import type {StartOffer} from './start.ts';
import {createStore, type Store} from './store.ts';
import type {Tour} from './tour.ts';
import type {ViewName} from './views.ts';

/** The sources of everything on the screen: the ledger's board, the clock, the session, the moment looked back to; and what stands beside them. */
export type Stores = {
	readonly listed: Store<Listed>;
	readonly now: Store<Instant>;
	readonly session: Store<Session>;
	/** The moment of the board where that is not now; undefined: it is. */
	readonly past: Store<Past | undefined>;
	/** How a replay stands; undefined where none is looked at. */
	readonly transport: Store<Transport | undefined>;
	/** Who has the ledger open. */
	readonly there: Store<readonly Announced[]>;
	/** What may be begun from the start screen. */
	readonly starts: Store<readonly StartOffer[]>;
	/** The tour, while one is under way. */
	readonly tour: Store<Tour | undefined>;
	/** What may follow the console's own verbs: it is read while the line is typed. */
	readonly following: Store<Following>;
};

/** The places where keys are pressed now, the uppermost first. */
export const placesIn = ({
	session,
	past,
	transport,
}: Pick<Stores, 'session' | 'past' | 'transport'>): readonly Where[] =>
	placesOf(session.get(), past.get() !== undefined, transport.get() !== undefined);

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
export const createStores = (
	desk: Desk,
	draft: string,
	now: Instant,
	history: readonly string[] = [],
	view?: ViewName,
): Stores => ({
	listed: createStore<Listed>({
		board: desk.board(),
		entries: desk.entries(),
		prompts: [],
		isUnasked: true,
		who: desk.situation().by,
	}),
	now: createStore(now),
	session: createStore(newSession(draft, history, view)),
	past: createStore<Past | undefined>(undefined),
	transport: createStore<Transport | undefined>(undefined),
	there: createStore<readonly Announced[]>([]),
	starts: createStore<readonly StartOffer[]>([]),
	tour: createStore<Tour | undefined>(undefined),
	following: createStore<Following>({}),
});
