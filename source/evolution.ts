import type {BoardEvent, Entry, EventKind} from './entry.ts';

/** The event of one kind. */
export type EventOfKind<Kind extends EventKind> = Extract<BoardEvent, {readonly kind: Kind}>;

type Step<Slice, Kind extends EventKind> = (slice: Slice, event: EventOfKind<Kind>, entry: Entry) => Slice;

/**
 * How events change a slice: a duty must answer for every kind of its own (a forgotten one does not compile)
 * and may hear the kinds of others.
 */
export type Evolution<Slice, Own extends BoardEvent> = {
	readonly [Kind in Own['kind']]: Step<Slice, Kind>;
} & {
	readonly [Kind in Exclude<EventKind, Own['kind']>]?: Step<Slice, Kind>;
};
