import type {Board} from '../../board.ts';
import type {Asking, Rule} from '../../rule.ts';
import {clockTimeWithZone, elapsed, type Instant, inBrief, later, minute} from '../../time.ts';
import {isHot, isRunning} from '../declaration/state.ts';
import {holders, incidentManager, nameOf, rolesOf} from '../staffing/state.ts';
import {type Action, isOngoing, isOverdue, isUnowned} from './state.ts';

const offerOwner = (ref: string) => ({label: 'name an owner', line: `reassign ${ref} @`});
const offerTime = (ref: string) => ({label: 'set a time', line: `extend ${ref} by `});

/** Asks about each action for which `ask` has something to say, while the incident runs. */
const each =
	(
		ask: (
			action: Action,
			board: Board,
			now: Instant,
			minutes: Parameters<Rule['consult']>[2]['minutes'],
		) => Asking | undefined,
	): Rule['consult'] =>
	(board, now, profile) =>
		isRunning(board.declaration)
			? board.actions.flatMap(action => {
					const asking = ask(action, board, now, profile.minutes);
					return asking === undefined ? [] : [asking];
				})
			: [];

const who = ({staffing}: Board, {owner, team}: Action): string =>
	owner === undefined ? (team === undefined ? 'nobody' : `#${team}`) : nameOf(staffing, owner);

/** The log and the channels are the secretariat's own work. */
const isSecretarial = (text: string): boolean =>
	/\b(?:log|minutes|note|notes|channel|call|bridge|invite|document|documents)\b/iu.test(text);

export const actionRules: readonly Rule[] = [
	{
		id: 'A1',
		name: 'Every action has an owner',
		why: 'What nobody owns nobody does: the secretariat makes sure that all actions have owners.',
		source: 'MoJ roles',
		answers: ['do'],
		consult: each(action =>
			isOngoing(action) && isUnowned(action)
				? {
						severity: 'warn',
						subject: action.ref,
						text: `Who owns ${action.ref}, ${action.text}?`,
						basis: 'unowned',
						offers: [offerOwner(action.ref)],
					}
				: undefined,
		),
	},
	{
		id: 'A2',
		name: 'Every action has a report time',
		why: 'The secretariat makes sure that all actions have times they will be reported on.',
		source: 'MoJ roles',
		answers: ['do'],
		consult: each(action =>
			isOngoing(action) && action.due === undefined
				? {
						severity: 'warn',
						subject: action.ref,
						text: `When will ${action.ref} be reported on, ${action.text}?`,
						basis: 'no time',
						offers: [offerTime(action.ref)],
					}
				: undefined,
		),
	},
	{
		id: 'A3',
		name: 'The owner is one person',
		why: 'A team does not answer the phone; one named person does.',
		source: 'PagerDuty',
		answers: ['do'],
		consult: each(action =>
			isOngoing(action) && action.owner === undefined && action.team !== undefined
				? {
						severity: 'advise',
						subject: action.ref,
						text: `${action.ref} belongs to #${action.team}. Name one person.`,
						basis: action.team,
						offers: [offerOwner(action.ref)],
					}
				: undefined,
		),
	},
	{
		id: 'A4',
		name: 'The owner has understood',
		why: 'An order that was not acknowledged may not have been heard.',
		source: 'PagerDuty',
		defaults: 'asked 2 min after the action was given',
		answers: ['do'],
		consult: each((action, board, now, minutes) =>
			action.status === 'open' &&
			action.owner !== undefined &&
			elapsed(action.ownedSince, now) >= minutes.acknowledge * minute
				? {
						severity: 'advise',
						subject: action.ref,
						text: `Has ${who(board, action)} understood ${action.ref}?`,
						basis: `${action.owner} ${action.ownedSince}`,
						offers: [{label: 'understood', line: `ack ${action.ref}`}],
					}
				: undefined,
		),
	},
	{
		id: 'A5',
		name: 'A report is coming due',
		why: 'The deputy keeps track of time and of promised replies.',
		source: 'PagerDuty deputy',
		defaults: 'said 2 min before the report time',
		answers: [],
		consult: each((action, board, now, minutes) =>
			isOngoing(action) &&
			action.due !== undefined &&
			action.due > now &&
			later(now, minutes.comingDue * minute) >= action.due
				? {
						severity: 'info',
						subject: action.ref,
						text: `Coming due: ${action.ref}, ${who(board, action)}, by ${clockTimeWithZone(action.due, board.declaration.zone)}.`,
						basis: action.due,
					}
				: undefined,
		),
	},
	{
		id: 'A6',
		name: 'A report is due',
		why: 'When the time is up the owner gives a result, or asks for more time with an estimate.',
		source: 'PagerDuty; MoJ before an incident',
		answers: ['do', 'defer', 'put'],
		consult: each((action, board, now) =>
			isOverdue(action, now) && action.due !== undefined
				? {
						severity: 'warn',
						subject: action.ref,
						text: `Time is up for ${action.ref}, ${action.text} (${who(board, action)}): a result, or more time?`,
						basis: action.due,
						offers: [
							{label: 'done', line: `done ${action.ref} `},
							{label: 'more time', line: `extend ${action.ref} by `},
						],
					}
				: undefined,
		),
	},
	{
		id: 'A7',
		name: 'A stuck action gets help',
		why: 'Overdue twice, or long overdue: give it to somebody else or add an expert. Never hesitate to escalate.',
		source: 'PagerDuty ("never hesitate to escalate")',
		defaults: 'stuck: overdue twice, or more than 30 min late while hot',
		answers: ['put'],
		consult: each((action, board, now, minutes) => {
			if (!isOverdue(action, now) || action.due === undefined) {
				return undefined;
			}

			const late = elapsed(action.due, now);
			const isLong = isHot(board.declaration) && late > minutes.stuck * minute;
			return isLong || action.missed > 0
				? {
						severity: 'urgent',
						subject: action.ref,
						text: `${action.ref} is stuck with ${who(board, action)}: ${isLong ? `more than ${inBrief(minutes.stuck * minute)} late` : 'overdue again'}. Reassign it, or add an expert.`,
						basis: `${action.due} ${isLong ? 'long' : 'again'}`,
						offers: [offerOwner(action.ref)],
					}
				: undefined;
		}),
	},
	{
		id: 'A8',
		name: 'The command staff delegates',
		why: 'The Incident Manager decides and delegates and does not do; deputy and secretariat have work of their own.',
		source: 'MoJ roles',
		defaults: "the secretariat's own work is told by words such as log, channel, call",
		answers: ['do', 'override'],
		consult: each((action, board) => {
			const {owner} = action;
			if (!isOngoing(action) || owner === undefined) {
				return undefined;
			}

			const {staffing} = board;
			const isManager = holders(staffing, 'im').some(one => one.person === owner);
			const roles = rolesOf(staffing, owner);
			const isStaff = roles.includes('deputy') || (roles.includes('secretariat') && !isSecretarial(action.text));
			return isManager || isStaff
				? {
						severity: isManager ? 'urgent' : 'warn',
						subject: action.ref,
						text: isManager
							? `${action.ref} is with the Incident Manager, who delegates and does not do. Give it to somebody else.`
							: `${action.ref} is with ${nameOf(staffing, owner)} of the command staff. Give it to an expert.`,
						basis: `${owner} ${incidentManager(staffing) ?? ''}`,
						offers: [offerOwner(action.ref)],
					}
				: undefined;
		}),
	},
	{
		id: 'A12',
		name: 'A closed action has a result',
		why: 'Whether it succeeded or failed is needed before recovery can be decided.',
		source: 'MoJ during a security incident',
		answers: ['do'],
		consult: each(({ref, status, result, outcome}) =>
			status === 'done' && result === undefined && outcome === undefined
				? {
						severity: 'warn',
						subject: ref,
						text: `${ref} is closed: did it succeed or fail?`,
						basis: 'no result',
						offers: [
							{label: 'it succeeded', line: `done ${ref} result:success`},
							{label: 'it failed', line: `done ${ref} result:failure`},
						],
					}
				: undefined,
		),
	},
];
