import {once} from '../../memo.ts';
import type {Evolution} from '../../evolution.ts';
import {type Instant, later, minute, timeLeft} from '../../time.ts';
import type {ActionEvent, disruptions} from './events.ts';

/** What an owner has said about an action while it was open. */
export type ActionReport = {readonly at: Instant; readonly by: string; readonly text: string};

/** A delegated task. */
export type Action = {
	readonly ref: string;
	readonly text: string;
	/** A person's handle. */
	readonly owner: string | undefined;
	/** A sub-team's name; doctrine wants one person instead. */
	readonly team: string | undefined;
	/** When it is reported on. */
	readonly due: Instant | undefined;
	/** The finding it is to confirm or refute. */
	readonly tests: string | undefined;
	/** The recommendation, decision or instruction that it follows, by the number of its entry. */
	readonly on: number | undefined;
	/** The Incident Manager who told the owner to do it; a handle. */
	readonly instructedBy: string | undefined;
	/** What it touches, as it was said; `systemKey` says when two are the same. */
	readonly system: string | undefined;
	readonly affects: 'users' | 'none' | undefined;
	readonly disruption: (typeof disruptions)[number] | undefined;
	/** Its owner leads where several work on that system. */
	readonly leads: boolean;
	readonly status: 'open' | 'acknowledged' | 'done' | 'cancelled';
	readonly givenBy: string;
	readonly givenAt: Instant;
	/** Since when it has had this owner. */
	readonly ownedSince: Instant;
	readonly acknowledgedAt: Instant | undefined;
	readonly reports: readonly ActionReport[];
	/** How often a report time had passed before a new one was given. */
	readonly missed: number;
	readonly result: 'success' | 'failure' | undefined;
	/** What was said when it ended. */
	readonly outcome: string | undefined;
	readonly endedAt: Instant | undefined;
};

/** Every action, in the order of their refs. */
export type Actions = readonly Action[];

export const noActions: Actions = [];

/** A system's name as one word in lower case, so that two spellings are one: `payments-db`. */
export const systemKey = (system: string): string =>
	system
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')
		.replaceAll(/^-+|-+$/gu, '');

/** What was said at the end, and what was added to it later. */
const joined = (before: string | undefined, added: string | undefined): string | undefined =>
	before === undefined || added === undefined ? (added ?? before) : `${before}; ${added}`;

const change = (slice: Actions, ref: string, how: (action: Action) => Action): Actions =>
	slice.map(one => (one.ref === ref ? how(one) : one));

/** A new report time; a passed one counts as missed. */
const moved = (action: Action, due: Instant, at: Instant): Action => ({
	...action,
	due,
	missed: action.missed + (action.due !== undefined && action.due <= at ? 1 : 0),
});

export const actionsEvolution: Evolution<Actions, ActionEvent> = {
	'action-opened': (slice, {ref, text, owner, team, due, tests, on, system, affects, disruption}, {by, occurredAt}) => [
		...slice,
		{
			ref,
			text,
			owner,
			team,
			due,
			tests,
			on,
			instructedBy: undefined,
			system,
			affects,
			disruption,
			leads: false,
			// Whoever takes an action upon themselves has understood it.
			status: owner !== undefined && owner === by ? 'acknowledged' : 'open',
			givenBy: by,
			givenAt: occurredAt,
			ownedSince: occurredAt,
			acknowledgedAt: owner !== undefined && owner === by ? occurredAt : undefined,
			reports: [],
			missed: 0,
			result: undefined,
			outcome: undefined,
			endedAt: undefined,
		},
	],
	'action-acknowledged': (slice, {ref}, {occurredAt}) =>
		change(slice, ref, one => ({...one, status: 'acknowledged', acknowledgedAt: occurredAt})),
	'action-reported': (slice, {ref, text, due}, {occurredAt, by}) =>
		change(slice, ref, one => {
			const reports = [...one.reports, {at: occurredAt, by, text}];
			const acknowledged: Action = {
				...one,
				reports,
				status: one.status === 'open' ? 'acknowledged' : one.status,
				acknowledgedAt: one.acknowledgedAt ?? occurredAt,
			};
			return due === undefined ? acknowledged : moved(acknowledged, due, occurredAt);
		}),
	'action-extended': (slice, {ref, due}, {occurredAt}) => change(slice, ref, one => moved(one, due, occurredAt)),
	'action-reassigned': (slice, {ref, owner, team}, {occurredAt, by}) =>
		change(slice, ref, one => ({
			...one,
			owner,
			team,
			ownedSince: occurredAt,
			status: owner !== undefined && owner === by ? 'acknowledged' : 'open',
			acknowledgedAt: owner !== undefined && owner === by ? occurredAt : undefined,
		})),
	'action-done': (slice, {ref, result, text}, {occurredAt}) =>
		change(slice, ref, one => ({
			...one,
			status: 'done',
			result: result ?? one.result,
			outcome: joined(one.outcome, text),
			endedAt: one.endedAt ?? occurredAt,
		})),
	'action-cancelled': (slice, {ref, reason}, {occurredAt}) =>
		change(slice, ref, one => ({...one, status: 'cancelled', outcome: reason, endedAt: occurredAt})),
	'action-instructed': (slice, {ref, on, manager}, {number}) =>
		change(slice, ref, one => ({...one, on: on ?? number, instructedBy: manager ?? one.instructedBy})),
	'action-lead-named': (slice, {ref, system}) => {
		const key = systemKey(system);
		// One of them leads: whoever did before does no longer.
		return slice.map(one =>
			one.system !== undefined && systemKey(one.system) === key && one.leads !== (one.ref === ref)
				? {...one, leads: one.ref === ref}
				: one,
		);
	},
};

export const isOngoing = ({status}: Action): boolean => status === 'open' || status === 'acknowledged';

/** Remembers what was selected from a list, which never changes: many rules ask of the same one. */
const remembered = <Selected>(select: (actions: Actions) => Selected): ((actions: Actions) => Selected) => {
	const known = new WeakMap<Actions, {readonly selected: Selected}>();
	return actions => {
		const before = known.get(actions);
		if (before !== undefined) {
			return before.selected;
		}

		const selected = select(actions);
		known.set(actions, {selected});
		return selected;
	};
};

export const openActions = remembered(actions => actions.filter(isOngoing));

/** Open actions that have a report time, by that, the soonest first. */
export const openByDue = remembered(actions =>
	openActions(actions)
		.flatMap(action => (action.due === undefined ? [] : [{action, due: action.due}]))
		.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)),
);

/** Those that were not withdrawn and either affect users or disrupt: few, whatever has been done. */
export const impactfulActions = remembered(actions =>
	actions.filter(one => one.status !== 'cancelled' && (one.affects === 'users' || one.disruption !== undefined)),
);

/** Done, and it was not said whether that succeeded or failed. */
export const withoutResult = remembered(actions =>
	actions.filter(one => one.status === 'done' && one.result === undefined),
);

/** The actions that follow a recommendation, a decision or an instruction, by the number of its entry. */
export const actionsOn: (actions: Actions) => ReadonlyMap<number, readonly Action[]> = remembered(actions =>
	Map.groupBy(
		actions.filter(one => one.on !== undefined),
		one => one.on ?? 0,
	),
);

/** Things in groups by a key that some of them lack. */
const grouped = (
	actions: readonly Action[],
	keyOf: (action: Action) => string | undefined,
): ReadonlyMap<string, readonly Action[]> => {
	const groups = new Map<string, Action[]>();
	for (const action of actions) {
		const key = keyOf(action);
		if (key !== undefined) {
			const group = groups.get(key);
			if (group === undefined) {
				groups.set(key, [action]);
			} else {
				group.push(action);
			}
		}
	}

	return groups;
};

/** Open actions by their owner's handle. */
export const openByOwner = (actions: Actions): ReadonlyMap<string, readonly Action[]> =>
	grouped(openActions(actions), one => one.owner);

/** Open actions that one person owns, by the system that they touch. */
export const openBySystem = (actions: Actions): ReadonlyMap<string, readonly Action[]> =>
	grouped(openActions(actions), one =>
		one.owner === undefined || one.system === undefined ? undefined : systemKey(one.system),
	);

/** Its report time has come and it is not reported on. */
export const isOverdue = (action: Action, now: Instant): boolean =>
	isOngoing(action) && action.due !== undefined && action.due <= now;

/**
 * From when on it is stuck, the second stage of being overdue: at its report time where one was missed before, else in
 * the hot phase once it is more than so many minutes late. Undefined where time alone does not make it so.
 */
export const stuckFrom = (
	{due, missed}: Pick<Action, 'due' | 'missed'>,
	isHot: boolean,
	minutes: number,
): Instant | undefined => {
	if (due === undefined || missed > 0) {
		return due;
	}

	// More than so many minutes: a millisecond beyond them.
	return isHot ? later(due, minutes * minute + 1) : undefined;
};

/** Nobody owns it, neither a person nor a team. */
export const isUnowned = ({owner, team}: Action): boolean => owner === undefined && team === undefined;

/** Most urgent first: by report time, then those without one, unowned ones before owned; ended ones last. */
export const byUrgency = once((actions: Actions): readonly Action[] =>
	actions
		.map((action, index) => ({
			action,
			rank: `${isOngoing(action) ? 0 : 1}${action.due ?? '9'}${isUnowned(action) ? 0 : 1}${String(index).padStart(6, '0')}`,
		}))
		.sort((a, b) => (a.rank < b.rank ? -1 : 1))
		.map(({action}) => action),
);

export const actionNamed = (actions: Actions, ref: string): Action | undefined => actions.find(one => one.ref === ref);

/** How long it has, or is late: `12m late`, `in 6m`, `now`, `no time`. */
export const countdown = (action: Action, now: Instant): string => {
	if (!isOngoing(action)) {
		return action.status;
	}

	if (action.due === undefined) {
		return 'no time';
	}

	return timeLeft(action.due, now);
};

/** What is known of it besides who and when, each in a few words: `tests F1`, `on 17`, `touches payments-db`. */
export const circumstances = ({
	tests,
	on,
	system,
	affects,
	disruption,
}: Partial<Pick<Action, 'tests' | 'on' | 'system' | 'affects' | 'disruption'>>): readonly string[] => [
	...(tests === undefined ? [] : [`tests ${tests}`]),
	...(on === undefined ? [] : [`on ${on}`]),
	...(system === undefined ? [] : [`touches ${system}`]),
	...(affects === undefined ? [] : [affects === 'users' ? 'affects users' : 'affects nobody']),
	...(disruption === undefined ? [] : [`${disruption} disruption`]),
];
