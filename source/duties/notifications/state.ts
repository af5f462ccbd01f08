import {periodWords} from '../../business-time.ts';
import type {Evolution} from '../../evolution.ts';
import type {Regime} from '../../regime.ts';
import {elapsed, type Instant, later, timeLeft} from '../../time.ts';
import type {NoticePhase, NotificationEvent} from './events.ts';

/** Something that was sent to meet a duty. */
export type Notice = {
	readonly entry: number;
	readonly at: Instant;
	readonly by: string;
	readonly text: string | undefined;
	readonly phase: NoticePhase | undefined;
	/** Why it was late. */
	readonly reason: string | undefined;
};

/** A moment that a clock counted from, and the one that it replaced. */
export type Anchoring = {
	readonly entry: number;
	readonly by: string;
	readonly at: Instant;
	/** Undefined for the first anchor. */
	readonly was: Instant | undefined;
	readonly reason: string | undefined;
};

/** The decision not to notify. */
export type Waiver = {
	readonly entry: number;
	readonly at: Instant;
	/** A person's handle. */
	readonly decidedBy: string | undefined;
	readonly reason: string | undefined;
};

/** A duty to notify that runs, or has run. */
export type Clock = {
	/** `C1`. */
	readonly ref: string;
	readonly regime: Regime;
	/** What it is about, where that was said. */
	readonly text: string | undefined;
	/** The entry that started it. */
	readonly entry: number;
	/** When the event happened that the time counts from; undefined while nobody has said. */
	readonly anchorAt: Instant | undefined;
	/** Undefined while there is no anchor, or where the law says "without undue delay". */
	readonly due: Instant | undefined;
	readonly status: 'waiting' | 'running' | 'met' | 'not-notifying';
	/** When it was first notified. */
	readonly metAt: Instant | undefined;
	/** The clock whose notification is the anchor. */
	readonly after: string | undefined;
	/** Every anchor it has had, oldest first. */
	readonly anchorings: readonly Anchoring[];
	/** What was sent, oldest first: more than one where it is notified in phases. */
	readonly notices: readonly Notice[];
	/** When more is to follow, where it is notified in phases. */
	readonly restDue: Instant | undefined;
	/** Undefined unless it was decided not to notify. */
	readonly waiver: Waiver | undefined;
};

export type Notifications = {
	/** Every clock, in the order of their refs. */
	readonly clocks: readonly Clock[];
};

export const noNotifications: Notifications = {clocks: []};

const change = (slice: Notifications, ref: string, how: (clock: Clock) => Clock): Notifications =>
	slice.clocks.some(one => one.ref === ref)
		? {...slice, clocks: slice.clocks.map(one => (one.ref === ref ? how(one) : one))}
		: slice;

export const notificationsEvolution: Evolution<Notifications, NotificationEvent> = {
	'clock-started': (slice, {ref, regime, text, at, due, after}, {number, by}) => ({
		...slice,
		clocks: [
			...slice.clocks,
			{
				ref,
				regime,
				text,
				entry: number,
				anchorAt: at,
				due,
				status: at === undefined ? 'waiting' : 'running',
				metAt: undefined,
				after,
				anchorings: at === undefined ? [] : [{entry: number, by, at, was: undefined, reason: undefined}],
				notices: [],
				restDue: undefined,
				waiver: undefined,
			},
		],
	}),
	'clock-anchored': (slice, {ref, at, due, was, reason, after}, {number, by}) =>
		change(slice, ref, one => ({
			...one,
			anchorAt: at,
			due,
			status: one.status === 'waiting' ? 'running' : one.status,
			after,
			anchorings: [...one.anchorings, {entry: number, by, at, was, reason}],
		})),
	'clock-notified': (slice, {ref, text, phase, next, reason}, {number, by, occurredAt}) =>
		change(slice, ref, one => ({
			...one,
			status: 'met',
			metAt: one.metAt ?? occurredAt,
			notices: [...one.notices, {entry: number, at: occurredAt, by, text, phase, reason}],
			restDue: next,
			waiver: undefined,
		})),
	'clock-rest-dated': (slice, {ref, next}) => change(slice, ref, one => ({...one, restDue: next})),
	'clock-delay-explained': (slice, {ref, reason}) =>
		change(slice, ref, one => ({
			...one,
			notices: one.notices.map((notice, index) => (index === 0 ? {...notice, reason} : notice)),
		})),
	'clock-waived': (slice, {ref, decidedBy, reason}, {number, occurredAt}) =>
		change(slice, ref, one => ({
			...one,
			status: 'not-notifying',
			waiver: {
				entry: number,
				at: occurredAt,
				// What was said before and is not said anew still holds.
				decidedBy: decidedBy ?? one.waiver?.decidedBy,
				reason: reason ?? one.waiver?.reason,
			},
		})),
};

export const clockNamed = ({clocks}: Notifications, ref: string): Clock | undefined =>
	clocks.find(one => one.ref === ref);

/** Neither notified nor decided against. */
export const isOutstanding = ({status}: Clock): boolean => status === 'waiting' || status === 'running';

/** Part of it was told, and more is to follow. */
export const isInPhases = ({status, notices}: Clock): boolean => {
	const phase = notices.at(-1)?.phase;
	return status === 'met' && (phase === 'initial' || phase === 'followup');
};

/** How it is called where there is little room: `C1 gdpr`. */
export const nameOfClock = ({ref, regime}: Clock): string => `${ref} ${regime.id}`;

/** How it reads where there is room: what it is, to whom, and what about. */
export const wordsOfClock = ({regime, text}: Clock): string =>
	`${regime.title}, to ${regime.recipient}${text === undefined ? '' : `: ${text}`}`;

/** Anchors that say when somebody came to know; others count from a payment or a fix. */
const isAwareness = (anchor: string): boolean => /\b(?:aware|discovered|suspected|detected)\b/iu.test(anchor);

/** When somebody first became aware of it, as the duties to notify have it; undefined where none says so. */
export const awareAt = ({clocks}: Notifications): Instant | undefined =>
	clocks
		.filter(({regime, after}) => after === undefined && isAwareness(regime.anchor))
		.flatMap(({anchorAt}) => anchorAt ?? [])
		.toSorted()[0];

/** How long the regime gives, and from when: `72 hours from controller aware`. */
export const reckoning = ({count, unit, anchor}: Regime): string => `${periodWords(count, unit)} from ${anchor}`;

/** The moment at which so many percent of the time between anchor and due have gone; undefined without both. */
export const stageOf = ({anchorAt, due}: Clock, percent: number): Instant | undefined =>
	anchorAt === undefined || due === undefined
		? undefined
		: later(anchorAt, Math.ceil((elapsed(anchorAt, due) * percent) / 100));

/** How much of the time has gone: 0 at the anchor, 1 when it is due and after; undefined without both. */
export const shareUsed = ({anchorAt, due}: Clock, now: Instant): number | undefined => {
	if (anchorAt === undefined || due === undefined) {
		return undefined;
	}

	const whole = elapsed(anchorAt, due);
	return whole <= 0 ? 1 : Math.min(1, Math.max(0, elapsed(anchorAt, now) / whole));
};

/** The first notification came after the time was up. */
export const isLate = ({due, metAt}: Clock): boolean => due !== undefined && metAt !== undefined && metAt > due;

/** What it waits for next: its due time, what is to follow, or the anchor where the law gives no time. */
const nextMoment = (clock: Clock): Instant | undefined =>
	clock.status === 'running' ? (clock.due ?? clock.anchorAt) : isInPhases(clock) ? clock.restDue : undefined;

/** Soonest due first, then those without an anchor, then those met in part, then what is over. */
export const byDue = ({clocks}: Notifications): readonly Clock[] =>
	clocks
		.map((clock, index) => {
			const group = clock.status === 'waiting' ? 1 : isInPhases(clock) ? 2 : 3;
			const next = nextMoment(clock);
			return {clock, rank: `${next === undefined ? `${group}` : `0${next}`} ${String(index).padStart(6, '0')}`};
		})
		.sort((a, b) => (a.rank < b.rank ? -1 : 1))
		.map(({clock}) => clock);

/** What is left: `in 6h12`, `12m late`, `no anchor`, `at once` (where the law gives no time), `notified`. */
export const countdownOf = (clock: Clock, now: Instant): string => {
	switch (clock.status) {
		case 'waiting': {
			return 'no anchor';
		}

		case 'running': {
			return clock.due === undefined ? 'at once' : timeLeft(clock.due, now);
		}

		case 'met': {
			return isInPhases(clock) ? (clock.restDue === undefined ? 'in part' : timeLeft(clock.restDue, now)) : 'notified';
		}

		case 'not-notifying': {
			return 'waived';
		}
	}
};
