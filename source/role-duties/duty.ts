import type {Board} from '../board.ts';
import {type Action, openActions, openByDue} from '../duties/actions/state.ts';
import {type Declaration, profileOf} from '../duties/declaration/state.ts';
import type {Prompt} from '../rule.ts';
import {type Instant, later, minute} from '../time.ts';

/** What duties are read from: the board, the clock, and what doctrine asks of them. */
export type DutyView = {readonly board: Board; readonly now: Instant; readonly prompts: readonly Prompt[]};

/** The roles that have duties of their own, in board order; analyst and data privacy are experts like the others. */
export const dutyRoles = ['im', 'deputy', 'secretariat', 'sme', 'comms', 'liaison'] as const;

export type DutyRole = (typeof dutyRoles)[number];

export type DutyKey =
	| 'announce'
	| 'sort'
	| 'escalate'
	| 'brief'
	| 'span'
	| 'close'
	| 'learn'
	| 'stand-by'
	| 'watch'
	| 'time'
	| 'log'
	| 'picture'
	| 'channel'
	| 'owners'
	| 'capture'
	| 'investigate'
	| 'recommend'
	| 'pass-on'
	| 'agree'
	| 'bring-in'
	| 'stakeholders';

/**
 * How a duty stands: the log shows it done; something is owed now, and the line that would do it (to be completed where
 * it ends in a blank or `@`); or neither, as nothing has called for it yet.
 */
export type Standing =
	| {readonly state: 'done'}
	| {readonly state: 'due'; readonly line: string}
	| {readonly state: 'not yet'};

/** A duty of the guidance on roles, in words of our own. */
export type RoleDuty = {
	readonly key: DutyKey;
	readonly role: DutyRole;
	readonly duty: string;
	/** The same in a few words, for where there is little room. */
	readonly brief: string;
	readonly stand: (view: DutyView) => Standing;
};

/** What the log says of a duty. */
type Reading = {
	/** The line that would do what is owed; undefined where nothing is. */
	readonly owed: string | undefined;
	/** Whether it is time for that: nothing is asked of a team that is not standing. */
	readonly isAsked: boolean;
	/** Whether anything shows that it was done: nothing owed is not yet something done. */
	readonly isShown: boolean;
};

export const standing = ({owed, isAsked, isShown}: Reading): Standing =>
	owed === undefined
		? {state: isShown ? 'done' : 'not yet'}
		: isAsked
			? {state: 'due', line: owed}
			: {state: 'not yet'};

/** The first deed that doctrine offers for one of its rules: where a rule reads more than can be told in a line. */
export const offered = ({prompts}: DutyView, ...rules: readonly string[]): string | undefined =>
	prompts.find(one => one.put === undefined && rules.includes(one.rule) && one.offers.length > 0)?.offers[0]?.line;

export const minutesOf = ({declaration}: Board) => profileOf(declaration).minutes;

export const isComplete = ({declaredAt, closedAt, phase}: Declaration): boolean =>
	declaredAt !== undefined && (closedAt !== undefined || phase === 'cold');

/** Given to somebody who has not said within doctrine's time that they have understood. */
const isUnheard = ({status, owner, ownedSince}: Action, {board, now}: DutyView): boolean =>
	status === 'open' && owner !== undefined && later(ownedSince, minutesOf(board).acknowledge * minute) <= now;

/** The report that is owed longest, and the line that gives it. */
export const reportOwed = (
	{board, now}: DutyView,
	isMeant: (action: Action) => boolean = () => true,
): string | undefined => {
	const late = openByDue(board.actions).find(({action, due}) => due <= now && isMeant(action));
	return late === undefined ? undefined : `report ${late.action.ref} `;
};

export const acknowledgementOwed = (
	view: DutyView,
	isMeant: (action: Action) => boolean = () => true,
): string | undefined => {
	const unheard = openActions(view.board.actions).find(one => isUnheard(one, view) && isMeant(one));
	return unheard === undefined ? undefined : `ack ${unheard.ref}`;
};
