import type {Board} from '../../board.ts';
import type {Profile} from '../../profile.ts';
import {regimesOf} from '../../profiles/regimes.ts';
import type {Regime} from '../../regime.ts';
import type {Asking, PromptSeverity, Rule} from '../../rule.ts';
import {dayAndTime} from '../../time.ts';
import {clockTimeBy, type Watch} from '../../watch.ts';
import {isOpen} from '../declaration/state.ts';
import type {RoleKey} from '../staffing/events.ts';
import {holders, nameOf} from '../staffing/state.ts';
import {type Clock, isInPhases, nameOfClock, stageOf, isLate} from './state.ts';

/** Asks about each clock for which `ask` has something to say. A duty does not end with the incident: also after it. */
const each =
	(ask: (clock: Clock, board: Board, watch: Watch, profile: Profile) => Asking | undefined): Rule['consult'] =>
	(board, watch, profile) =>
		board.notifications.clocks.flatMap(clock => {
			const asking = ask(clock, board, watch, profile);
			return asking === undefined ? [] : [asking];
		});

const isRunning = ({status}: Clock): boolean => status === 'running';

/** Most urgent first. */
const stages = ['urgent', 'warn', 'advise'] as const satisfies readonly PromptSeverity[];

/** Who may decide not to notify: no role is called legal, the liaison brings legal advice in. */
const deciders: readonly RoleKey[] = ['privacy', 'liaison'];

/** Whether that person held such a role when it was decided, or has been given one since. */
const mayDecide = ({staffing}: Board, person: string, at: string): boolean =>
	staffing.assignments.some(
		one => one.person === person && deciders.includes(one.role) && (one.until === undefined || one.until > at),
	);

/** What the decision not to notify lacks, in words; undefined when it is complete. */
const lacking = (board: Board, {waiver}: Clock): {readonly text: string; readonly basis: string} | undefined => {
	if (waiver === undefined) {
		return undefined;
	}

	const {reason, decidedBy, at} = waiver;
	if (reason === undefined && decidedBy === undefined) {
		return {text: 'record why, and who of privacy or legal decided', basis: 'no reason, nobody'};
	}

	if (reason === undefined) {
		return {text: 'record why', basis: 'no reason'};
	}

	if (decidedBy === undefined) {
		return {text: 'record who of privacy or legal decided', basis: 'nobody'};
	}

	return mayDecide(board, decidedBy, at)
		? undefined
		: {
				text: `${nameOf(board.staffing, decidedBy)} is neither privacy nor liaison; record who of them decided`,
				basis: decidedBy,
			};
};

/** `nis2` of `nis2-early`: the law that a duty is one stage of. */
const lawOf = ({id}: Regime): string => id.split('-', 1)[0] ?? id;

/** Stages of the same law that count from the same moment, are to reach the same people sooner, and have no clock. */
const soonerStages = ({regime}: Clock, clocks: readonly Clock[], profile: Profile): readonly Regime[] =>
	regimesOf(profile).filter(
		one =>
			one.after === undefined &&
			lawOf(one) === lawOf(regime) &&
			one.anchor === regime.anchor &&
			one.recipient === regime.recipient &&
			one.unit === regime.unit &&
			one.count < regime.count &&
			clocks.every(other => other.regime.id !== one.id),
	);

export const notificationRules: readonly Rule[] = [
	{
		id: 'L1',
		name: 'It is on record from when each clock counts',
		why: 'Duties to notify count from a moment: aware, classified, determined. Whoever records it late loses the time.',
		source: 'GDPR art. 33; NIS2 art. 23; DORA (EU 2025/301 art. 5); SEC 8-K item 1.05; HIPAA; NYDFS 500.17',
		answers: ['do', 'put'],
		consult({declaration, notifications}, _watch, profile) {
			const {clocks} = notifications;
			const isUnclocked =
				isOpen(declaration) &&
				declaration.personalData !== 'no' &&
				clocks.every(one => one.regime.personalData !== true);
			return [
				...(isUnclocked
					? [
							{
								severity: 'urgent' as const,
								subject: '',
								text: 'Personal data may be involved: when did we become aware? Record it and start the clock.',
								basis: 'no clock',
								offers: regimesOf(profile)
									.filter(one => one.personalData === true)
									.map(one => ({label: `start ${one.id}`, line: `clock ${one.id} since `})),
							},
						]
					: []),
				...clocks
					.filter(one => one.status === 'waiting')
					.map(one => ({
						severity: 'urgent' as const,
						subject: one.ref,
						text: `${nameOfClock(one)} has no anchor (${one.regime.anchor}): when was that? Record it and freeze it.`,
						basis: 'no anchor',
						offers: [{label: 'say when', line: `anchor ${one.ref} since `}],
					})),
				...clocks
					.filter(one => isRunning(one))
					.flatMap(clock =>
						soonerStages(clock, clocks, profile).map(one => ({
							severity: 'urgent' as const,
							subject: `${clock.ref} ${one.id}`,
							text: `${nameOfClock(clock)} runs, and ${one.id} does not: ${one.title}, ${one.count} ${one.unit} from the same moment. Start it too.`,
							basis: one.id,
							offers: [{label: `start ${one.id}`, line: `clock ${one.id} since `}],
						})),
					),
			];
		},
	},
	{
		id: 'L2',
		name: 'A clock is running out',
		why: 'A notice needs a drafter and an approver well before its time is up.',
		source: "The project's own",
		defaults: 'said when 50 % of the time have gone, warned of at 75 %, urged at 90 %',
		answers: ['do', 'put'],
		consult: each((clock, board, watch, {clockStages}) => {
			if (!isRunning(clock) || clock.due === undefined || watch.reached(clock.due)) {
				return undefined;
			}

			const severity = stages.find(stage => {
				const at = stageOf(clock, clockStages[stage]);
				return at !== undefined && watch.reached(at);
			});
			return severity === undefined
				? undefined
				: {
						severity,
						subject: clock.ref,
						text: `${nameOfClock(clock)} is due ${dayAndTime(clock.due, board.declaration.zone)}. Who drafts the notice, who approves it?`,
						basis: `${clock.due} ${severity}`,
						offers: [
							{label: 'notified', line: `notify ${clock.ref} `},
							{label: 'who drafts it', line: `action draft the ${clock.regime.id} notice for ${clock.ref} @`},
						],
					};
		}),
	},
	{
		id: 'L3',
		name: 'No clock is overdue',
		why: 'A late notification is better than none, and must say why it is late.',
		source: 'GDPR art. 33(1); DORA (EU 2025/301 art. 5)',
		answers: ['do'],
		consult: each((clock, board, watch) =>
			isRunning(clock) && clock.due !== undefined && watch.reached(clock.due)
				? {
						severity: 'urgent',
						subject: clock.ref,
						text: `${nameOfClock(clock)} was due ${dayAndTime(clock.due, board.declaration.zone)}: notify now, and record the reasons for the delay.`,
						basis: clock.due,
						offers: [{label: 'notified late', line: `notify ${clock.ref} because `}],
					}
				: isLate(clock) && clock.notices[0]?.reason === undefined
					? {
							severity: 'urgent',
							subject: clock.ref,
							text: `${nameOfClock(clock)} was notified late: record the reasons for the delay.`,
							basis: 'no reasons',
							offers: [{label: 'say why', line: `late ${clock.ref} because `}],
						}
					: undefined,
		),
	},
	{
		id: 'L4',
		name: 'Not notifying is a decision with a reason and a name',
		why: 'Every breach is documented, also one that is not notified: what was decided, by whom, on what grounds.',
		source: 'GDPR art. 33(1), 33(5)',
		defaults: 'privacy and liaison (who brings in legal advice) may decide',
		answers: ['do'],
		consult: each((clock, board) => {
			const lack = clock.status === 'not-notifying' ? lacking(board, clock) : undefined;
			if (lack === undefined) {
				return undefined;
			}

			const {reason} = clock.waiver ?? {};
			const able = deciders.flatMap(role => holders(board.staffing, role).map(one => one.person));
			return {
				severity: 'urgent',
				subject: clock.ref,
				text: `Not notifying ${nameOfClock(clock)}: ${lack.text}.`,
				basis: lack.basis,
				offers:
					lack.basis === 'no reason'
						? [{label: 'say why', line: `waive ${clock.ref} because `}]
						: [
								...[...new Set(able)].map(one => ({
									label: `${nameOf(board.staffing, one)} decided`,
									line: `waive ${clock.ref} @${one} ${reason === undefined ? 'because ' : ''}`,
								})),
								{label: 'say who', line: `waive ${clock.ref} @`},
							],
			};
		}),
	},
	{
		id: 'L5',
		name: 'What is told in part is followed up',
		why: 'Information may be given in phases, and what is missing then follows without further undue delay.',
		source: 'GDPR art. 33(4)',
		answers: ['do'],
		consult: each(clock =>
			isInPhases(clock) && clock.restDue === undefined
				? {
						severity: 'warn',
						subject: clock.ref,
						text: `${nameOfClock(clock)} was notified in part. When does the rest follow?`,
						basis: `${clock.notices.length} undated`,
						offers: [
							{label: 'date it', line: `further ${clock.ref} by `},
							{label: 'the rest was sent', line: `notify ${clock.ref} phase:final `},
						],
					}
				: undefined,
		),
	},
	{
		id: 'L6',
		name: 'One report starts the clock of the next',
		why: 'Some reports are due so long after another was submitted; their clock starts by itself.',
		source: 'NIS2 art. 23(4); DORA (EU 2025/301 art. 5)',
		defaults: 'told until half of its time has gone, when its own prompt begins',
		answers: [],
		consult: each((clock, board, watch, {clockStages}) => {
			const told = stageOf(clock, clockStages.advise);
			return isRunning(clock) &&
				clock.after !== undefined &&
				clock.anchorAt !== undefined &&
				(told === undefined || !watch.reached(told))
				? {
						severity: 'info',
						subject: clock.ref,
						text: `${nameOfClock(clock)} runs since ${clockTimeBy(watch, clock.anchorAt, board.declaration.zone)}, when ${clock.after} was notified${clock.due === undefined ? '' : `; due ${dayAndTime(clock.due, board.declaration.zone)}`}.`,
						basis: clock.anchorAt,
					}
				: undefined;
		}),
	},
	{
		id: 'L7',
		name: 'An anchor is changed with a reason',
		why: 'A moved anchor moves the time a regulator holds us to. The old value stays in the log, with reason and name.',
		source: 'Log rules (JESIP; CWC log books)',
		answers: ['do'],
		consult: each((clock, {declaration}) => {
			const last = clock.anchorings.at(-1);
			return last?.was !== undefined && last.reason === undefined
				? {
						severity: 'warn',
						subject: clock.ref,
						text: `${nameOfClock(clock)} now counts from ${dayAndTime(last.at, declaration.zone)}, before from ${dayAndTime(last.was, declaration.zone)}. Why, and who says so?`,
						basis: `${last.was} ${last.at}`,
						offers: [{label: 'say why', line: `anchor ${clock.ref} since `}],
					}
				: undefined;
		}),
	},
	{
		id: 'L8',
		name: 'An exercise notifies nobody',
		why: 'A notice from a drill that reaches a regulator is a false report; everything is marked as an exercise.',
		source: 'MoJ before an incident; HSEEP',
		answers: [],
		consult: ({declaration, notifications}) =>
			isOpen(declaration) && declaration.exercise && notifications.clocks.length > 0
				? [
						{
							severity: 'info',
							subject: '',
							text: 'EXERCISE: nothing leaves this tool. Mark every notice EXERCISE and send it to nobody outside.',
							basis: 'exercise',
						},
					]
				: [],
	},
];
