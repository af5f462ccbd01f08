import {withReason} from '../../words.ts';
import type {Board} from '../../board.ts';
import {entryNumbered, nextRef} from '../../board.ts';
import {
	actionRef,
	actionRefs,
	type Command,
	command,
	due,
	key,
	keyChoice,
	keyEntry,
	keyRef,
	optional,
	person,
	reason,
	team,
	text,
} from '../../command.ts';
import {type Refusal, refuse} from '../../refusal.ts';
import {onEach} from '../../several.ts';
import type {Instant} from '../../time.ts';
import {incidentManager, standingTeam, standingTeams} from '../staffing/state.ts';
import {type Action, actionNamed, isOngoing, systemKey} from './state.ts';

const endedWords = {done: 'done', cancelled: 'cancelled', open: 'open', acknowledged: 'open'} as const;

const noAction = (ref: string): Refusal =>
	refuse(`There is no action ${ref} now.`, 'It may have been struck; the log tells.');

/** The action when it is still going on; otherwise why it cannot be changed. */
const ongoing = ({actions}: Board, ref: string): Action | Refusal => {
	const found = actionNamed(actions, ref);
	if (found === undefined) {
		return noAction(ref);
	}

	return isOngoing(found)
		? found
		: refuse(`${ref} is ${endedWords[found.status]} already.`, 'Give a new action, or strike the entry that ended it.');
};

const isAction = (found: Action | Refusal): found is Action => 'ref' in found;

const knownTeam = ({staffing}: Board, name: string | undefined): Refusal | undefined => {
	if (name === undefined || standingTeam(staffing, name) !== undefined) {
		return undefined;
	}

	const names = standingTeams(staffing).map(one => `#${one.name}`);
	return refuse(
		`There is no sub-team #${name}.`,
		names.length === 0
			? `Split one off first (split ${name} @lead @member), or name one person.`
			: `There is ${names.join(', ')}.`,
	);
};

/** Whether somebody was in command at that moment. */
const commanded = ({staffing}: Board, handle: string, at: Instant): boolean =>
	staffing.assignments.some(
		one => one.role === 'im' && one.person === handle && one.since <= at && (one.until === undefined || at < one.until),
	);

/** Whether an entry is the Incident Manager's own word, or the record of it. */
const isInstruction = (board: Board, number: number): boolean => {
	const entry = board.struck.has(number) ? undefined : entryNumbered(board, number);
	switch (entry?.event.kind) {
		case 'action-instructed': {
			return true;
		}

		case 'note-made':
		case 'action-opened': {
			return commanded(board, entry.by, entry.occurredAt);
		}

		default: {
			return false;
		}
	}
};

/** Why an action cannot follow that entry; undefined when it can, or when none is named. */
const notToFollow = (board: Board, number: number | undefined): Refusal | undefined => {
	const {decisions, recommendations} = board.decisions;
	return number === undefined ||
		[...decisions, ...recommendations].some(one => one.entry === number) ||
		isInstruction(board, number)
		? undefined
		: refuse(
				`Entry ${number} is no recommendation, no decision and no instruction of the Incident Manager.`,
				'Name the entry that recommended or decided it, or leave on: away.',
			);
};

const unnamedSystem = (system: string | undefined): Refusal | undefined =>
	system !== undefined && systemKey(system) === ''
		? refuse('The system has no name.', 'Name it with a letter or a digit, as system:payments-db.')
		: undefined;

const action = command({
	verb: 'action',
	label: 'ACTION',
	summary: 'Give an action to one person, to be reported on at a time',
	example: 'action isolate host 17 @priya by 14:30',
	fields: {
		text: text('what to do'),
		owner: optional(person('owner')),
		team: optional(team('sub-team')),
		due: optional(due('report time')),
		tests: optional(keyRef('tests', 'F')('finding it tests')),
		on: optional(keyEntry('on')('recommendation or decision it follows')),
		system: optional(key('system')('what it touches')),
		affects: optional(keyChoice('affects', {users: 'users', none: 'none'})('whom it affects')),
		disruption: optional(keyChoice('disruption', {high: 'high', medium: 'medium', low: 'low'})('how much it disrupts')),
	},
	decide: (board, input) =>
		knownTeam(board, input.team) ??
		notToFollow(board, input.on) ??
		unnamedSystem(input.system) ?? [
			{
				kind: 'action-opened',
				ref: nextRef(board, 'A'),
				text: input.text,
				...(input.owner === undefined ? {} : {owner: input.owner}),
				...(input.team === undefined ? {} : {team: input.team}),
				...(input.due === undefined ? {} : {due: input.due}),
				...(input.tests === undefined ? {} : {tests: input.tests}),
				...(input.on === undefined ? {} : {on: input.on}),
				...(input.system === undefined ? {} : {system: input.system}),
				...(input.affects === undefined ? {} : {affects: input.affects}),
				...(input.disruption === undefined ? {} : {disruption: input.disruption}),
			},
		],
});

const acknowledge = command({
	verb: 'ack',
	label: 'UNDERSTOOD',
	summary: "Record the owner's acknowledgement, of one action or several",
	example: 'ack A1',
	fields: {refs: actionRefs('action')},
	decide: (board, {refs}) =>
		onEach(refs, ref => {
			const found = ongoing(board, ref);
			if (!isAction(found)) {
				return found;
			}

			return found.status === 'acknowledged'
				? refuse(`${ref} has been acknowledged already.`, 'Nothing is left to record.')
				: [{kind: 'action-acknowledged', ref}];
		}),
});

const report = command({
	verb: 'report',
	label: 'REPORT',
	summary: 'Record what the owner reports, with a new time if more is to come',
	example: 'report A1 half of the hosts are isolated by 15:00',
	fields: {ref: actionRef('action'), text: text('what was reported'), due: optional(due('next report'))},
	decide(board, {ref, text: told, due: next}) {
		const found = ongoing(board, ref);
		return isAction(found)
			? [{kind: 'action-reported', ref, text: told, ...(next === undefined ? {} : {due: next})}]
			: found;
	},
});

const extend = command({
	verb: 'extend',
	afterClosing: true,
	label: 'NEW TIME',
	summary: 'Set or move the time an action is reported on, of one or several',
	example: 'extend A1 by 15:00 because the backup is slow',
	fields: {refs: actionRefs('action'), due: due('report time'), reason: optional(reason('why'))},
	decide: (board, input) =>
		onEach(input.refs, ref => {
			const found = ongoing(board, ref);
			if (!isAction(found)) {
				return found;
			}

			return [
				{
					kind: 'action-extended',
					ref,
					due: input.due,
					...(found.due === undefined ? {} : {was: found.due}),
					...withReason(input.reason),
				},
			];
		}),
});

const reassign = command({
	verb: 'reassign',
	afterClosing: true,
	label: 'NEW OWNER',
	summary: 'Give an action, or several, to another person',
	example: 'reassign A1 @chen',
	fields: {
		refs: actionRefs('action'),
		owner: optional(person('owner')),
		team: optional(team('sub-team')),
		reason: optional(reason('why')),
	},
	decide: (board, input) =>
		onEach(input.refs, ref => {
			const found = ongoing(board, ref);
			if (!isAction(found)) {
				return found;
			}

			if (input.owner === undefined && input.team === undefined) {
				return refuse('Nobody is named.', `Name one person: reassign ${input.refs.join(' ')} @name.`);
			}

			if (found.owner === input.owner && found.team === input.team) {
				return refuse(`${ref} is theirs already.`, 'Name somebody else.');
			}

			return (
				knownTeam(board, input.team) ?? [
					{
						kind: 'action-reassigned',
						ref,
						...(input.owner === undefined ? {} : {owner: input.owner}),
						...(input.team === undefined ? {} : {team: input.team}),
						...(found.owner === undefined ? {} : {wasOwner: found.owner}),
						...(found.team === undefined ? {} : {wasTeam: found.team}),
						...withReason(input.reason),
					},
				]
			);
		}),
});

/** What is said when an action ends. */
type Outcome = {readonly result?: 'success' | 'failure'; readonly text?: string};

/** Whether these parts complete an action that was closed without a result: it may be given one later. */
const completes = (found: Action | undefined, {result, text: told}: Outcome): boolean =>
	found?.status === 'done' &&
	found.result === undefined &&
	(result !== undefined || (found.outcome === undefined && told !== undefined));

const done = command({
	verb: 'done',
	label: 'DONE',
	summary: 'Record that an action, or several, is done, and its result',
	example: 'done A1 host 17 is off the network result:success',
	afterClosing: true,
	fields: {
		refs: actionRefs('action'),
		text: optional(text('result')),
		result: optional(
			keyChoice('result', {success: 'success', ok: 'success', failure: 'failure', failed: 'failure'})(
				'success or failure',
			),
		),
	},
	decide(board, input) {
		const parts = {
			...(input.result === undefined ? {} : {result: input.result}),
			...(input.text === undefined ? {} : {text: input.text}),
		};
		return onEach(input.refs, ref => {
			if (completes(actionNamed(board.actions, ref), parts)) {
				return [{kind: 'action-done', ref, ...parts}];
			}

			const still = ongoing(board, ref);
			return isAction(still) ? [{kind: 'action-done', ref, ...parts}] : still;
		});
	},
});

const cancel = command({
	verb: 'cancel',
	label: 'CANCELLED',
	summary: 'Withdraw an action, or several',
	example: 'cancel A1 because the host is gone',
	afterClosing: true,
	fields: {refs: actionRefs('action'), reason: optional(reason('why'))},
	decide: (board, input) =>
		onEach(input.refs, ref => {
			const found = ongoing(board, ref);
			return isAction(found) ? [{kind: 'action-cancelled', ref, ...withReason(input.reason)}] : found;
		}),
});

const instruct = command({
	verb: 'instruct',
	label: 'INSTRUCTION',
	summary: "Record the Incident Manager's instruction to do an action, or the entry that the action follows",
	example: 'instruct A1 because keys are on the host',
	afterClosing: true,
	fields: {
		ref: actionRef('action'),
		on: optional(keyEntry('on')('recommendation or decision it follows')),
		reason: optional(reason('why')),
	},
	decide(board, input) {
		const found = actionNamed(board.actions, input.ref);
		if (found === undefined) {
			return noAction(input.ref);
		}

		const manager = incidentManager(board.staffing);
		if (manager === undefined && input.on === undefined) {
			return refuse(
				'There is no Incident Manager to instruct it.',
				`Appoint one (assign im @name), or name the decision it follows: instruct ${input.ref} on:17.`,
			);
		}

		return input.on !== undefined && found.on === input.on
			? refuse(`${input.ref} follows entry ${input.on} already.`, 'Nothing is left to record.')
			: (notToFollow(board, input.on) ?? [
					{
						kind: 'action-instructed',
						ref: input.ref,
						...(manager === undefined ? {} : {manager}),
						...(input.on === undefined ? {} : {on: input.on}),
						...(found.on === undefined ? {} : {was: found.on}),
						...withReason(input.reason),
					},
				]);
	},
});

const lead = command({
	verb: 'lead',
	label: 'LEADS',
	summary: 'Say that the owner of an action leads where several work on one system',
	example: 'lead A1',
	fields: {ref: actionRef('action')},
	decide(board, {ref}) {
		const found = ongoing(board, ref);
		if (!isAction(found)) {
			return found;
		}

		if (found.owner === undefined) {
			return refuse(`Nobody owns ${ref}.`, `Name one person: reassign ${ref} @name.`);
		}

		if (found.system === undefined) {
			return refuse(
				`${ref} names no system.`,
				'Name the action of whoever leads that was given with system:, or give one.',
			);
		}

		return found.leads
			? refuse(`The owner of ${ref} leads there already.`, 'Nothing is left to record.')
			: [{kind: 'action-lead-named', ref, person: found.owner, system: found.system}];
	},
});

export const actionCommands: readonly Command[] = [
	action,
	acknowledge,
	report,
	extend,
	reassign,
	instruct,
	lead,
	done,
	cancel,
];
