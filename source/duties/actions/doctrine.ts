import type {Board} from '../../board.ts';
import type {Asking, Rule} from '../../rule.ts';
import {inBrief, later, minute} from '../../time.ts';
import {clockTimeBy, type Watch} from '../../watch.ts';
import {isHot, isRunning} from '../declaration/state.ts';
import type {RoleKey} from '../staffing/events.ts';
import {holders, incidentManager, nameOf} from '../staffing/state.ts';
import {
	type Action,
	type Actions,
	impactfulActions,
	isUnowned,
	openActions,
	openByDue,
	openByOwner,
	openBySystem,
	withoutResult,
	stuckFrom,
} from './state.ts';

const offerOwner = (ref: string) => ({label: 'name an owner', line: `reassign ${ref} @`});
const offerTime = (ref: string) => ({label: 'set a time', line: `extend ${ref} by `});

type Ask = (
	action: Action,
	board: Board,
	watch: Watch,
	minutes: Parameters<Rule['consult']>[2]['minutes'],
) => Asking | undefined;

/** Asks about each action out of those for which `ask` has something to say, while the incident runs. */
const eachOf =
	(select: (actions: Actions) => readonly Action[], ask: Ask): Rule['consult'] =>
	(board, watch, profile) =>
		isRunning(board.declaration)
			? select(board.actions).flatMap(action => {
					const asking = ask(action, board, watch, profile.minutes);
					return asking === undefined ? [] : [asking];
				})
			: [];

/** The same of those that are going on: what is over is never looked at again, however much that is. */
const each = (ask: Ask): Rule['consult'] => eachOf(openActions, ask);

const who = ({staffing}: Board, {owner, team}: Action): string =>
	owner === undefined ? (team === undefined ? 'nobody' : `#${team}`) : nameOf(staffing, owner);

/** The log and the channels are the secretariat's own work. */
const isSecretarial = (text: string): boolean =>
	/\b(?:log|minutes|note|notes|channel|call|bridge|invite|document|documents)\b/iu.test(text);

/** Who is of the command staff, with the roles that make them so. */
const commandStaff = ({staffing}: Board): ReadonlyMap<string, ReadonlySet<RoleKey>> => {
	const staff = new Map<string, Set<RoleKey>>();
	for (const {role, person} of (['im', 'deputy', 'secretariat'] as const).flatMap(key => holders(staffing, key))) {
		staff.set(person, (staff.get(person) ?? new Set()).add(role));
	}

	return staff;
};

/** Actions that somebody is told of, by their refs. */
const toldOf = (messages: Board['communications']['messages']): ReadonlySet<string | undefined> =>
	new Set(messages.filter(one => one.status !== 'withdrawn').map(one => one.action));

const noRefs: ReadonlySet<string | undefined> = new Set();

/** So many are named in a question; more would hide it. */
const named = 4;

export const actionRules: readonly Rule[] = [
	{
		id: 'A1',
		name: 'Every action has an owner',
		why: 'What nobody owns nobody does: the secretariat makes sure that all actions have owners.',
		source: 'MoJ roles',
		answers: ['do'],
		consult: each(action =>
			isUnowned(action)
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
			action.due === undefined
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
			action.owner === undefined && action.team !== undefined
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
		consult: each((action, board, watch, minutes) =>
			action.status === 'open' && action.owner !== undefined && watch.hasPassed(action.ownedSince, minutes.acknowledge)
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
		consult(board, watch, {minutes}) {
			if (!isRunning(board.declaration)) {
				return [];
			}

			const asked: Asking[] = [];
			for (const {action, due} of openByDue(board.actions)) {
				if (watch.reached(due)) {
					continue;
				}

				// Those after the first for which it is too early are due later still.
				if (!watch.reached(later(due, -minutes.comingDue * minute))) {
					break;
				}

				asked.push({
					severity: 'info',
					subject: action.ref,
					text: `Coming due: ${action.ref}, ${who(board, action)}, by ${clockTimeBy(watch, due, board.declaration.zone)}.`,
					basis: due,
				});
			}

			return asked;
		},
	},
	{
		id: 'A6',
		name: 'A report is due',
		why: 'When the time is up the owner gives a result, or asks for more time with an estimate.',
		source: 'PagerDuty; MoJ before an incident',
		answers: ['do', 'defer', 'put'],
		consult: each((action, board, watch) =>
			action.due !== undefined && watch.reached(action.due)
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
		consult: each((action, board, watch, minutes) => {
			const isStuck = (missed: number): boolean => {
				const from = stuckFrom({due: action.due, missed}, isHot(board.declaration), minutes.stuck);
				return from !== undefined && watch.reached(from);
			};

			const isLong = isStuck(0);
			return isLong || isStuck(action.missed)
				? {
						severity: 'urgent',
						subject: action.ref,
						text: `${action.ref} is stuck with ${who(board, action)}: ${isLong ? `more than ${inBrief(minutes.stuck * minute)} late` : 'overdue again'}. Reassign it, or add an expert.`,
						basis: `${action.due ?? ''} ${isLong ? 'long' : 'again'}`,
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
		consult(board) {
			const {declaration, staffing, actions} = board;
			if (!isRunning(declaration)) {
				return [];
			}

			const staff = commandStaff(board);
			return openActions(actions).flatMap(({ref, owner, text}): readonly Asking[] => {
				const roles = owner === undefined ? undefined : staff.get(owner);
				if (owner === undefined || roles === undefined) {
					return [];
				}

				const isManager = roles.has('im');
				return isManager || roles.has('deputy') || !isSecretarial(text)
					? [
							{
								severity: isManager ? 'urgent' : 'warn',
								subject: ref,
								text: isManager
									? `${ref} is with the Incident Manager, who delegates and does not do. Give it to somebody else.`
									: `${ref} is with ${nameOf(staffing, owner)} of the command staff. Give it to an expert.`,
								basis: `${owner} ${incidentManager(staffing) ?? ''}`,
								offers: [offerOwner(ref)],
							},
						]
					: [];
			});
		},
	},
	{
		id: 'A9',
		name: 'Experts recommend before they act',
		why: "An expert recommends to the group and acts on the Incident Manager's instruction, not alone.",
		source: 'MoJ roles',
		answers: ['do', 'override'],
		consult(board) {
			const {declaration, staffing, actions} = board;
			const alone = isRunning(declaration)
				? openActions(actions).filter(
						one => one.on === undefined && one.owner !== undefined && one.owner === one.givenBy,
					)
				: [];
			const staff = commandStaff(board);
			return alone
				.filter(({owner}) => owner !== undefined && !staff.has(owner))
				.map(({ref, text, owner = ''}) => ({
					severity: 'warn',
					subject: ref,
					text: `${nameOf(staffing, owner)} took ${ref} alone, ${text}: recommend first, record the instruction.`,
					basis: owner,
					offers: [
						// Without anybody in command nobody can have instructed it.
						...(incidentManager(staffing) === undefined
							? []
							: [{label: 'the Incident Manager has instructed it', line: `instruct ${ref}`}]),
						{label: 'withdraw it', line: `cancel ${ref} because `},
					],
				}));
		},
	},
	{
		id: 'A10',
		name: 'Nobody has too much in hand',
		why: 'Whoever is overloaded brings in backup before the work suffers.',
		source: 'MoJ before an incident',
		defaults: 'too much: more than 2 open actions while hot',
		answers: ['put'],
		consult: ({declaration, staffing, actions}, _, {counts}) =>
			isHot(declaration)
				? [...openByOwner(actions)]
						.filter(([, all]) => all.length > counts.overload)
						.map(([owner, all]) => ({
							severity: 'advise',
							subject: owner,
							text: `${nameOf(staffing, owner)} has ${all.length} open actions: bring in backup.`,
							basis: String(all.length),
							offers: [offerOwner(all.at(-1)?.ref ?? '')],
						}))
				: [],
	},
	{
		id: 'A11',
		name: 'One person leads on a system',
		why: "Two who work on one system without knowing of each other undo each other's work.",
		source: 'MoJ before an incident',
		answers: ['do'],
		consult: ({declaration, staffing, actions}) =>
			isRunning(declaration)
				? [...openBySystem(actions)].flatMap(([system, all]): readonly Asking[] => {
						const owners = new Map(all.map(one => [one.owner ?? '', one.ref]));
						return owners.size < 2 || all.some(one => one.leads)
							? []
							: [
									{
										severity: 'advise',
										subject: system,
										text: `${owners.size} people work on ${system} (${all
											.slice(0, named)
											.map(one => one.ref)
											.join(', ')}${all.length > named ? ' …' : ''}): who leads?`,
										basis: [...owners.keys()].sort().join(' '),
										offers: [...owners].slice(0, named).map(([owner, ref]) => ({
											label: `${nameOf(staffing, owner)} leads`,
											line: `lead ${ref}`,
										})),
									},
								];
					})
				: [],
	},
	{
		id: 'A12',
		name: 'A closed action has a result',
		why: 'Whether it succeeded or failed is needed before recovery can be decided.',
		source: 'MoJ during a security incident',
		answers: ['do'],
		consult: eachOf(withoutResult, ({ref}) => ({
			severity: 'warn',
			subject: ref,
			text: `${ref} is closed: did it succeed or fail?`,
			basis: 'no result',
			offers: [
				{label: 'it succeeded', line: `done ${ref} result:success`},
				{label: 'it failed', line: `done ${ref} result:failure`},
			],
		})),
	},
	{
		id: 'A13',
		name: 'Whoever an action affects is told',
		why: 'An action that users feel is told to them, or they take it for a part of the incident.',
		source: 'MoJ during a security incident',
		answers: ['do', 'put'],
		consult({declaration, actions, communications}) {
			if (!isRunning(declaration)) {
				return [];
			}

			const affecting = impactfulActions(actions).filter(one => one.affects === 'users');
			const told = affecting.length === 0 ? noRefs : toldOf(communications.messages);
			return affecting
				.filter(one => !told.has(one.ref))
				.map(({ref, text}) => ({
					severity: 'advise',
					subject: ref,
					text: `${ref} affects users, ${text}: tell those affected.`,
					basis: 'untold',
					offers: [{label: 'draft a message', line: `message  for:${ref} audience:users `}],
				}));
		},
	},
	{
		id: 'A14',
		name: 'A disruptive action has its authority',
		why: 'Where much is at stake one acts and then tells; else the leads are tried first, for a time; where little is, all agree before.',
		source: 'cloud.gov; login.gov',
		answers: ['put'],
		consult({declaration, actions, communications, decisions}, watch, {minutes}) {
			if (!isRunning(declaration)) {
				return [];
			}

			const disruptive = impactfulActions(actions).filter(one => one.disruption !== undefined);
			if (disruptive.length === 0) {
				return [];
			}

			const open = new Set(decisions.recommendations.filter(one => one.answeredBy === undefined).map(one => one.entry));
			const told = toldOf(communications.messages);
			return disruptive
				.filter(one => one.instructedBy === undefined && (one.on === undefined || open.has(one.on)))
				.flatMap((action): readonly Asking[] => {
					const {ref, disruption} = action;
					const ask = (text: string): readonly Asking[] => [
						{severity: 'warn', subject: ref, text, basis: disruption ?? '', offers: []},
					];
					switch (disruption) {
						case 'high': {
							return action.status === 'done' && !told.has(ref)
								? ask(`${ref} disrupted much and is done: tell those in charge.`)
								: [];
						}

						case 'medium': {
							const until = later(action.givenAt, minutes.reachLeads * minute);
							return watch.reached(until)
								? []
								: ask(
										`${ref} disrupts: who authorises it? The leads are tried until ${clockTimeBy(watch, until, declaration.zone)}.`,
									);
						}

						default: {
							return ask(`${ref} disrupts for little: only if it is agreed. Who has agreed?`);
						}
					}
				});
		},
	},
];
