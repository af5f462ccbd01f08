import type {Board} from '../../board.ts';
import {openByDue} from '../../duties/actions/state.ts';
import {nextUpdate, partyName} from '../../duties/communications/state.ts';
import {isRunning} from '../../duties/declaration/state.ts';
import {lastDecided} from '../../duties/decisions/state.ts';
import {pendingTransfers, withPerson} from '../../duties/handover/state.ts';
import {isInPhases, nameOfClock, wordsOfClock} from '../../duties/notifications/state.ts';
import {openFollowUps} from '../../duties/review/state.ts';
import {currentPeriod} from '../../duties/rhythm/state.ts';
import {nameOf, standingTeams, titleOf} from '../../duties/staffing/state.ts';
import {stateCell} from '../../looks/cell.ts';
import type {ListPane, PaneRow} from '../../looks/list-pane.tsx';
import {nextHeartbeat} from '../../role-duties/secretariat.ts';
import type {Offer} from '../../rule.ts';
import {type Instant, timeLeft} from '../../time.ts';
import {offersOfAction} from '../offers.ts';

/** Something that is to happen at a time. */
type Appointment = {
	readonly key: string;
	readonly due: Instant;
	/** `A1`, `update`. */
	readonly what: string;
	readonly text: string;
	readonly offers: readonly Offer[];
};

type Appointments = (board: Board) => readonly Appointment[];

const reports: Appointments = ({actions, staffing}) =>
	openByDue(actions).map(({action, due}) => {
		const {ref, text, owner} = action;
		return {
			key: ref,
			due,
			what: ref,
			text: `${text}${owner === undefined ? '' : ` · ${nameOf(staffing, owner)}`}`,
			offers: offersOfAction(action),
		};
	});

const heartbeat: Appointments = board => {
	const due = isRunning(board.declaration) ? nextHeartbeat(board) : undefined;
	return due === undefined
		? []
		: [
				{
					key: 'heartbeat',
					due,
					what: 'heartbeat',
					text: 'of the team',
					offers: [
						{label: 'heartbeat', line: 'heartbeat '},
						{label: 'severity still right', line: 'reconfirm'},
					],
				},
			];
};

/** The team's own update is its heartbeat. */
const updates: Appointments = ({communications, declaration}) =>
	(isRunning(declaration) ? communications.audiences : []).flatMap(audience => {
		const due = audience.name === 'team' ? undefined : nextUpdate(audience);
		return due === undefined
			? []
			: [
					{
						key: `audience ${audience.name}`,
						due,
						what: 'update',
						text: `for ${partyName(audience.name)}`,
						offers: [
							{label: 'updated', line: `update ${audience.name} `},
							{label: 'draft a message', line: `message audience:${audience.name} `},
						],
					},
				];
	});

const clocks: Appointments = ({notifications}) =>
	notifications.clocks.flatMap(clock => {
		const due = clock.status === 'running' ? clock.due : isInPhases(clock) ? clock.restDue : undefined;
		return due === undefined
			? []
			: [
					{
						key: clock.ref,
						due,
						what: nameOfClock(clock),
						text: wordsOfClock(clock),
						offers: [
							{label: 'notified', line: `notify ${clock.ref} `},
							...(clock.status === 'running' ? [{label: 'not notifying', line: `waive ${clock.ref} @`}] : []),
						],
					},
				];
	});

const teams: Appointments = ({staffing}) =>
	standingTeams(staffing).flatMap(({name, due, task}) =>
		due === undefined
			? []
			: [
					{
						key: `team ${name}`,
						due,
						what: `#${name}`,
						text: `reports${task === undefined ? '' : ` on ${task}`}`,
						offers: [
							{label: 'more time', line: `brief #${name} by `},
							{label: 'end the sub-team', line: `merge #${name}`},
						],
					},
				],
	);

const handovers: Appointments = ({handover, staffing, declaration}) =>
	pendingTransfers(handover).flatMap(({entry, role, to, effectiveAt}) =>
		effectiveAt === undefined
			? []
			: [
					{
						key: `handover ${entry}`,
						due: effectiveAt,
						what: 'handover',
						text: `${titleOf(declaration, role)} to ${nameOf(staffing, to)}`,
						offers: [
							{label: 'briefed', line: withPerson(staffing, `briefed ${role}`, to)},
							{label: 'accepted', line: withPerson(staffing, `accept ${role}`, to)},
						],
					},
				],
	);

const decisionPoints: Appointments = ({decisions}) => {
	const last = lastDecided(decisions) ?? '';
	return decisions.decisions.flatMap(({ref, next, text}) =>
		next === undefined || last >= next
			? []
			: [
					{
						key: ref,
						due: next,
						what: ref,
						text: `looked at again: ${text}`,
						offers: [
							{label: 'record the decision', line: 'decide '},
							{label: 'another time', line: `nextpoint ${ref} next `},
						],
					},
				],
	);
};

const periods: Appointments = ({rhythm, declaration}) => {
	const period = isRunning(declaration) ? currentPeriod(rhythm) : undefined;
	return period === undefined
		? []
		: [
				{
					key: `period ${period.number}`,
					due: period.until,
					what: 'period',
					text: `${period.number} ends`,
					offers: [{label: 'next period', line: 'period until '}],
				},
			];
};

const reviews: Appointments = ({review, staffing}) => {
	const at = review.steps.held === undefined ? review.arranged?.at : undefined;
	return [
		...(at === undefined
			? []
			: [
					{
						key: 'review',
						due: at,
						what: 'review',
						text: 'is held',
						offers: [
							{label: 'it was held', line: 'held '},
							{label: 'another time', line: 'arrange by '},
						],
					},
				]),
		...openFollowUps(review).flatMap(({ref, due, text, owner}) =>
			due === undefined
				? []
				: [
						{
							key: ref,
							due,
							what: ref,
							text: `${text}${owner === undefined ? '' : ` · ${nameOf(staffing, owner)}`}`,
							offers: [
								{label: 'done', line: `followed ${ref} `},
								{label: 'another day', line: `amend ${ref} by `},
							],
						},
					],
		),
	];
};

const all: readonly Appointments[] = [
	reports,
	heartbeat,
	updates,
	clocks,
	teams,
	handovers,
	decisionPoints,
	periods,
	reviews,
];

const appointments: Appointments = board =>
	all.flatMap(of => of(board)).toSorted((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0));

const leftWidth = 11;

const row = ({key, due, what, text, offers}: Appointment, now: Instant): PaneRow => ({
	key,
	lead: [stateCell(timeLeft(due, now), due <= now ? 'urgent' : 'plain', leftWidth)],
	text: `${what} ${text}`,
	...(due <= now ? {tone: 'warn'} : {}),
	title: `${what} ${text}`,
	offers,
});

/** Everything that has a time, whoever owes it: the next of all is on top, what is late above it. */
export const timesPane: ListPane = {
	title(board, now) {
		const dues = appointments(board).map(one => one.due);
		const late = dues.filter(due => due <= now).length;
		const next = dues.find(due => due > now);
		return [
			'Times',
			...(late === 0 ? [] : [`${late} late`]),
			...(next === undefined ? [] : [`next ${timeLeft(next, now)}`]),
		].join(' · ');
	},
	empty: 'Nothing has a time yet: /action what @who by 20m',
	rows: (board, now) => appointments(board).map(one => row(one, now)),
};
