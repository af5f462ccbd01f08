import type {Entry} from '../entry.ts';
import {type Instant, later} from '../time.ts';
import {
	dueOf,
	type Expectation,
	type Hit,
	hitBy,
	nothingStands,
	type Stand,
	standAfter,
	struckNumbers,
} from './expectation.ts';
import type {Inject, Scenario} from './scenario.ts';

/**
 * How an expectation stands: its inject has not come · it may still be met · met in time · met too late · missed · to
 * be confirmed by an evaluator, which can be done after the end as well.
 */
export type ExpectationState = 'to come' | 'open' | 'met' | 'late' | 'missed' | 'unseen';

/** An expectation as it stands in a drill. */
export type Tracked = {
	/** Inject and place, from 1: `3.2`. */
	readonly id: string;
	readonly inject: Inject;
	readonly expectation: Expectation;
	readonly state: ExpectationState;
	/** By when; undefined while its inject has not come. */
	readonly due: Instant | undefined;
	/** The entry that met it, or by which an evaluator judged it. */
	readonly hit: Hit | undefined;
};

/** A drill at a moment. */
export type DrillStanding = {
	readonly start: Instant;
	/** When it ends at the latest. */
	readonly until: Instant;
	/** To be delivered now, in their order. */
	readonly due: readonly Inject[];
	/** The next by the clock; those by hand and contingencies have no time. */
	readonly next: {readonly inject: Inject; readonly at: Instant} | undefined;
	/** When the drill must be looked at again if nothing is written; undefined when it is over. */
	readonly wake: Instant | undefined;
	/** Injects that wait for the facilitator's hand. */
	readonly byHand: readonly Inject[];
	readonly delivered: ReadonlyMap<number, Hit>;
	readonly expectations: readonly Tracked[];
	/** Contingencies that were released, by the number of the inject. */
	readonly contingencies: readonly number[];
	/** Why the play is over, though nobody may have written it yet. */
	readonly over: string | undefined;
	/** When it was ended; undefined while it is not. */
	readonly ended: Instant | undefined;
};

/** Whether it was to be done by some time; what has no limit is to be done by the end, whenever that comes. */
export const hasLimit = ({expectation, inject}: Pick<Tracked, 'expectation' | 'inject'>): boolean =>
	(expectation.limit ?? inject.limit) !== undefined;

type Judged = {readonly isMet: boolean; readonly hit: Hit};

/** Follows a drill's log as it grows. */
export type Follower = {
	/** Takes in a log that may have grown since the last time. */
	readonly follow: (entries: readonly Entry[]) => void;
	readonly at: (now: Instant) => DrillStanding;
};

const idOf = (inject: Inject, place: number): string => `${inject.number}.${place + 1}`;

const earliest = (moments: readonly (Instant | undefined)[]): Instant | undefined =>
	moments.reduce((one, other) => (one === undefined || (other !== undefined && other < one) ? other : one), undefined);

/** What of a log matters to a drill. */
type Told = {
	readonly start: Instant | undefined;
	readonly stand: Stand;
	readonly delivered: Map<number, Hit>;
	readonly hits: Map<string, Hit>;
	readonly judged: Map<string, Judged>;
	readonly isEndMet: boolean;
	readonly isClosed: boolean;
	readonly ended: Instant | undefined;
};

const nothingTold = (): Told => ({
	start: undefined,
	stand: nothingStands,
	delivered: new Map(),
	hits: new Map(),
	judged: new Map(),
	isEndMet: false,
	isClosed: false,
	ended: undefined,
});

/** Follows the log of a drill. It keeps no clock: whoever asks says what time it is on the drill's. */
export const createFollower = (scenario: Scenario): Follower => {
	let told = nothingTold();
	let count = 0;
	const all = scenario.injects.flatMap(inject =>
		inject.expected.map((expectation, place) => ({id: idOf(inject, place), inject, expectation})),
	);

	/** Expectations whose inject has come and that nothing has met. */
	const waiting = (): typeof all => all.filter(one => told.delivered.has(one.inject.number) && !told.hits.has(one.id));

	const hear = (entry: Entry) => {
		const {event, number, recordedAt} = entry;
		const hit = {entry: number, at: recordedAt};
		const stand = standAfter(told.stand, entry);
		told = {
			...told,
			stand,
			start: event.kind === 'drill-begun' ? event.start : told.start,
			isClosed: event.kind === 'incident-closed' || (told.isClosed && event.kind !== 'incident-reopened'),
			ended: event.kind === 'drill-ended' ? entry.occurredAt : told.ended,
		};
		if (event.kind === 'inject-delivered' && event.number !== undefined && !told.delivered.has(event.number)) {
			told.delivered.set(event.number, hit);
		} else if (event.kind === 'expectation-observed') {
			told.judged.set(event.expectation, {isMet: event.isMet, hit});
		}

		// What is written after the end meets nothing any more.
		if (told.start !== undefined && told.ended === undefined) {
			for (const one of waiting()) {
				const found = hitBy(one.expectation.query, entry, stand);
				if (found !== undefined) {
					told.hits.set(one.id, found);
				}
			}

			if (scenario.end !== undefined && hitBy(scenario.end.query, entry, stand) !== undefined) {
				told = {...told, isEndMet: true};
			}
		}
	};

	const track = (one: (typeof all)[number], now: Instant, start: Instant, until: Instant): Tracked => {
		const delivered = told.delivered.get(one.inject.number);
		if (delivered === undefined) {
			return {...one, state: 'to come', due: undefined, hit: undefined};
		}

		const due = dueOf(one.expectation.limit ?? one.inject.limit, start, delivered.at) ?? until;
		if (one.expectation.query.type === 'observed') {
			const judged = told.judged.get(one.id);
			return {
				...one,
				due,
				hit: judged?.hit,
				state: judged === undefined ? 'unseen' : judged.isMet ? 'met' : 'missed',
			};
		}

		const hit = told.hits.get(one.id);
		if (hit !== undefined) {
			return {...one, due, hit, state: hit.at <= due ? 'met' : 'late'};
		}

		if (told.ended === undefined) {
			return {...one, due, hit, state: now >= due ? 'missed' : 'open'};
		}

		// Who was stopped before the time was up has missed nothing; what has no limit was wanted by the end.
		return {...one, due, hit, state: told.ended < due && hasLimit(one) ? 'to come' : 'missed'};
	};

	return {
		follow(entries) {
			const fresh = entries.slice(count);
			if (fresh.some(one => one.event.kind === 'entry-struck')) {
				// A strike reaches back: the drill is told anew without what is struck.
				const struck = struckNumbers(entries);
				told = nothingTold();
				for (const entry of entries.filter(one => !struck.has(one.number))) {
					hear(entry);
				}
			} else {
				for (const entry of fresh) {
					hear(entry);
				}
			}

			count = entries.length;
		},
		at(now) {
			const start = told.start ?? new Date(scenario.start).toISOString();
			const until = later(start, scenario.duration);
			const {delivered, ended} = told;
			const expectations = all.map(one => track(one, now, start, until));
			const hasMissed = new Set(
				expectations
					.filter(({state}) => state === 'missed' || state === 'late')
					.map(({inject}) => inject)
					.filter(({weight}) => weight === 'key')
					.map(({contingency}) => contingency),
			);
			const undelivered = scenario.injects.filter(one => !delivered.has(one.number));
			const timed = undelivered
				.flatMap(inject => (inject.when.type === 'offset' ? [{inject, at: later(start, inject.when.after)}] : []))
				.toSorted((one, other) =>
					one.at === other.at ? one.inject.number - other.inject.number : one.at < other.at ? -1 : 1,
				);
			const rescues = undelivered.filter(one => one.when.type === 'missed' && hasMissed.has(one.number));
			const over = told.isClosed
				? 'the incident was closed'
				: told.isEndMet
					? `${scenario.end?.line ?? 'its end'} was met`
					: now >= until
						? 'the time is up'
						: undefined;
			const isOver = ended !== undefined || over !== undefined;
			const next = timed.find(one => one.at > now);
			return {
				start,
				until,
				due: ended === undefined ? [...timed.filter(one => one.at <= now).map(one => one.inject), ...rescues] : [],
				next: isOver ? undefined : next,
				wake: isOver
					? undefined
					: earliest([
							until,
							next?.at,
							...expectations.map(({state, due}) =>
								state === 'open' && due !== undefined && due > now ? due : undefined,
							),
						]),
				byHand: undelivered.filter(one => one.when.type === 'hand'),
				delivered,
				expectations,
				contingencies: scenario.injects
					.filter(one => one.when.type === 'missed' && delivered.has(one.number))
					.map(one => one.number),
				over,
				ended,
			};
		},
	};
};

/** A drill at a moment, from its log alone. Pure: same scenario, same entries, same moment, same standing. */
export const drill = (scenario: Scenario, entries: readonly Entry[], now: Instant): DrillStanding => {
	const follower = createFollower(scenario);
	follower.follow(entries);
	return follower.at(now);
};
