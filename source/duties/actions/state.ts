import type {Evolution} from '../../evolution.ts';
import {type Instant, timeLeft} from '../../time.ts';
import type {ActionEvent} from './events.ts';

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

const change = (slice: Actions, ref: string, how: (action: Action) => Action): Actions =>
	slice.map(one => (one.ref === ref ? how(one) : one));

/** A new report time; a passed one counts as missed. */
const moved = (action: Action, due: Instant, at: Instant): Action => ({
	...action,
	due,
	missed: action.missed + (action.due !== undefined && action.due <= at ? 1 : 0),
});

export const actionsEvolution: Evolution<Actions, ActionEvent> = {
	'action-opened': (slice, {ref, text, owner, team, due, tests}, {by, occurredAt}) => [
		...slice,
		{
			ref,
			text,
			owner,
			team,
			due,
			tests,
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
			outcome: text ?? one.outcome,
			endedAt: one.endedAt ?? occurredAt,
		})),
	'action-cancelled': (slice, {ref, reason}, {occurredAt}) =>
		change(slice, ref, one => ({...one, status: 'cancelled', outcome: reason, endedAt: occurredAt})),
};

export const isOngoing = ({status}: Action): boolean => status === 'open' || status === 'acknowledged';

export const openActions = (actions: Actions): readonly Action[] => actions.filter(isOngoing);

/** Its report time has come and it is not reported on. */
export const isOverdue = (action: Action, now: Instant): boolean =>
	isOngoing(action) && action.due !== undefined && action.due <= now;

/** Nobody owns it, neither a person nor a team. */
export const isUnowned = ({owner, team}: Action): boolean => owner === undefined && team === undefined;

/** Most urgent first: by report time, then those without one, unowned ones before owned; ended ones last. */
export const byUrgency = (actions: Actions): readonly Action[] =>
	actions
		.map((action, index) => ({
			action,
			rank: `${isOngoing(action) ? 0 : 1}${action.due ?? '9'}${isUnowned(action) ? 0 : 1}${String(index).padStart(6, '0')}`,
		}))
		.sort((a, b) => (a.rank < b.rank ? -1 : 1))
		.map(({action}) => action);

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
