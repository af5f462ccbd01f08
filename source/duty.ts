import type {Board, Slices} from './board.ts';
import type {Command} from './command.ts';
import type {BoardEvent, Entry, EventKind} from './entry.ts';
import type {Schemas} from './event.ts';
import type {EventOfKind, Evolution} from './evolution.ts';
import type {Rule} from './rule.ts';
import type {Block} from './section.ts';
import type {Instant} from './time.ts';

/** What a section may look at. */
export type SectionView = {readonly board: Board; readonly now: Instant};

/** The things of a duty that have a ref, for whoever reads or completes a line. */
export type RefKind = {
	/** `A` of `A3`. */
	readonly letter: string;
	/** What it names: `action`. */
	readonly noun: string;
	/** Those that may be meant now, each with a few words. */
	readonly standing: (board: Board) => readonly {readonly ref: string; readonly text: string}[];
};

/** How each kind reads on the timeline, seen from when it happened. A forgotten kind does not compile. */
export type Telling<Own extends BoardEvent> = {
	readonly [Kind in Own['kind']]: (event: EventOfKind<Kind>, board: Board, at: Instant) => string;
};

/** One thing a commander must keep in hand. */
export type Duty = {
	readonly name: keyof Slices;
	readonly title: string;
	readonly schemas: Schemas;
	readonly initial: Slices[keyof Slices];
	readonly kinds: readonly string[];
	readonly evolve: (slice: Slices[keyof Slices], entry: Entry) => Slices[keyof Slices];
	readonly tell: (event: BoardEvent, board: Board, at: Instant) => string;
	readonly refs: readonly RefKind[];
	readonly commands: readonly Command[];
	readonly rules: readonly Rule[];
	readonly section: (view: SectionView) => readonly Block[];
};

type AnyStep = (slice: unknown, event: BoardEvent, entry: Entry) => unknown;
type AnyTelling = (event: BoardEvent, board: Board, at: Instant) => string;

/** The duty assembled from its files; the one place where the types of its kinds are let go. */
export const duty = <Name extends keyof Slices, Own extends BoardEvent>(parts: {
	readonly name: Name;
	readonly title: string;
	readonly schemas: Schemas & Readonly<Record<Own['kind'], unknown>>;
	readonly initial: Slices[Name];
	readonly evolution: Evolution<Slices[Name], Own>;
	/** Hears every entry after its kind has been heard. */
	readonly every?: (slice: Slices[Name], entry: Entry) => Slices[Name];
	readonly telling: Telling<Own>;
	readonly refs?: readonly RefKind[];
	readonly commands: readonly Command[];
	readonly rules: readonly Rule[];
	readonly section: (view: SectionView) => readonly Block[];
}): Duty => {
	const steps = new Map(Object.entries(parts.evolution) as [EventKind, AnyStep][]);
	const tellings = new Map(Object.entries(parts.telling) as [EventKind, AnyTelling][]);
	return {
		name: parts.name,
		title: parts.title,
		schemas: parts.schemas,
		initial: parts.initial,
		kinds: Object.keys(parts.schemas),
		evolve(slice, entry) {
			const step = steps.get(entry.event.kind);
			const next = (step === undefined ? slice : step(slice, entry.event, entry)) as Slices[Name];
			return parts.every === undefined ? next : parts.every(next, entry);
		},
		tell: (event, board, at) => tellings.get(event.kind)?.(event, board, at) ?? event.kind,
		refs: parts.refs ?? [],
		commands: parts.commands,
		rules: parts.rules,
		section: parts.section,
	};
};
