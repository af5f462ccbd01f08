import type {Board} from '../../board.ts';
import type {ListPane, PaneRow} from '../../looks/list-pane.tsx';
import type {Tone} from '../../looks/theme.ts';
import {clockTimeFrom, elapsed, inBrief, type Instant, minute, timeLeft} from '../../time.ts';
import {profileOf} from '../declaration/state.ts';
import {activeAssignments, nameOf, titleOf} from '../staffing/state.ts';
import {
	canAnnounce,
	gaps,
	holding,
	lacks,
	lastSign,
	longestShift,
	onDuty,
	openChallenges,
	owedSigns,
	pendingTransfers,
	type Surroundings,
	type Transfer,
	uncovered,
	withPerson,
} from './state.ts';

const leadWidth = 11;

const lead = (text: string, tone: Tone): PaneRow['lead'] => [{text: `${text} `, tone, width: leadWidth}];

const challengeRows = (board: Board): readonly PaneRow[] =>
	openChallenges(board.handover).map(one => ({
		key: `challenge ${one.entry}`,
		lead: lead('orders', 'urgent'),
		text: `${nameOf(board.staffing, one.person)} gives orders against command${one.text === undefined ? '' : `: ${one.text}`}`,
		title: `${nameOf(board.staffing, one.person)} gives orders against command`,
		offers: [
			{label: 'does not take command', line: withPerson(board.staffing, 'uphold', one.person)},
			{label: 'takes command', line: 'handover im @'},
		],
	}));

const surroundingsOf = ({staffing, rhythm}: Board, now: Instant): Surroundings => ({
	isHolder: holding(staffing),
	heartbeats: rhythm.heartbeats,
	reached: at => at <= now,
});

const transferRow = (board: Board, one: Transfer, lacking: readonly string[], now: Instant): PaneRow => {
	const {staffing, declaration} = board;
	const said = `${titleOf(declaration, one.role)}: ${nameOf(staffing, one.from)} to ${nameOf(staffing, one.to)}`;
	const isAwaited = one.passed === undefined && one.effectiveAt !== undefined;
	return {
		key: `handover ${one.entry}`,
		lead: lead(
			isAwaited ? timeLeft(one.effectiveAt ?? now, now) : one.passed === undefined ? 'offered' : 'passed',
			lacking.length === 0 ? 'plain' : 'urgent',
		),
		text: `${said}${lacking.length === 0 ? '' : ` · lacks ${lacking.join(', ')}`}`,
		title: said,
		offers: [
			...(one.briefedAt === undefined
				? [{label: 'briefed', line: withPerson(staffing, `briefed ${one.role}`, one.to)}]
				: []),
			...(one.passed === undefined
				? [
						{label: 'accepted', line: withPerson(staffing, `accept ${one.role}`, one.to)},
						{label: 'withdraw', line: `${withPerson(staffing, `keep ${one.role}`, one.to)} because `},
					]
				: []),
			...(one.announcedAt === undefined && one.acceptedAt !== undefined && canAnnounce(staffing)
				? [{label: 'announced', line: 'announce'}]
				: []),
		],
	};
};

const transferRows = (board: Board, now: Instant): readonly PaneRow[] => {
	const surroundings = surroundingsOf(board, now);
	return board.handover.transfers
		.map(one => ({one, lacking: lacks(one, surroundings)}))
		.filter(({one, lacking}) => lacking.length > 0 || (one.passed === undefined && one.withdrawn === undefined))
		.sort((a, b) => b.lacking.length - a.lacking.length)
		.map(({one, lacking}) => transferRow(board, one, lacking, now));
};

const hasLasted = (since: Instant, minutes: number, now: Instant): boolean => elapsed(since, now) >= minutes * minute;

/** Who has been at work for how long, longest first, and how long in each role. */
const dutyRows = (board: Board, now: Instant): readonly PaneRow[] => {
	const {staffing, handover, declaration} = board;
	const {work, roleLimit, command, rest} = profileOf(declaration).minutes;
	const held = Map.groupBy(activeAssignments(staffing), one => one.person);
	const offline = new Map(handover.offline.map(one => [one.person, one.from]));
	const until = declaration.closedAt ?? now;
	return onDuty(staffing, handover).map(({person, since, before}): PaneRow => {
		const roles = held.get(person.handle) ?? [];
		const isOver = hasLasted(since, work, until) || roles.some(one => hasLasted(one.since, roleLimit, until));
		const isUnrested = before !== undefined && !hasLasted(before, rest, since);
		const isUnsigned = hasLasted(since, Math.max(longestShift, work), until);
		const isLong = roles.some(one => one.role === 'im' && hasLasted(one.since, command, until));
		const leaving = offline.get(person.handle);
		return {
			key: `duty ${person.handle}`,
			lead: lead(
				inBrief(elapsed(since, until)),
				isUnsigned ? 'warn' : isOver || isUnrested ? 'urgent' : isLong ? 'warn' : 'plain',
			),
			text: [
				person.name,
				...roles.map(one => `${titleOf(declaration, one.role)} ${inBrief(elapsed(one.since, until))}`),
				...(isUnsigned ? ['end of shift not recorded'] : []),
				...(isUnrested ? ['no rest before'] : []),
				...(leaving === undefined ? [] : [`offline from ${clockTimeFrom(now, leaving, declaration.zone)}`]),
			].join(' · '),
			title: person.name,
			offers: [
				...roles.map(one => ({
					label: `hand over ${titleOf(declaration, one.role)}`,
					line: `handover ${one.role} @`,
				})),
				{label: 'goes offline', line: `offline @${person.handle} by `},
				{label: 'release', line: `release @${person.handle}`},
			],
		};
	});
};

const gapRows = (board: Board, now: Instant): readonly PaneRow[] => {
	const until = board.declaration.closedAt ?? now;
	return gaps(board.staffing, until).map(({role, since, stretches}) => {
		const isVacant = stretches.at(-1)?.until === until;
		return {
			key: `gap ${role}`,
			lead: lead(inBrief(uncovered(board.staffing, role, since, until) * minute), 'warn'),
			text: `${titleOf(board.declaration, role)} not covered${isVacant ? ', still vacant' : ''}`,
			title: `${titleOf(board.declaration, role)} not covered`,
			offers: isVacant ? [{label: 'assign', line: `assign ${role} @`}] : [],
		};
	});
};

/** Whether the one who keeps the log has signed on, and who has not signed off. */
const signRows = (board: Board): readonly PaneRow[] => {
	const {staffing, handover} = board;
	const owed = owedSigns(staffing, handover);
	const owing = new Set(owed.map(one => one.handle));
	const signed = activeAssignments(staffing).flatMap(({role, person}) => {
		const sign = role === 'secretariat' && !owing.has(person) ? lastSign(handover, person) : undefined;
		return sign === undefined ? [] : [sign];
	});
	return [
		...owed.map(
			({handle, verb}): PaneRow => ({
				key: `sign ${handle}`,
				lead: lead('log', 'warn'),
				text: `${nameOf(staffing, handle)} has not signed ${verb === 'signoff' ? 'off' : 'on'}`,
				title: nameOf(staffing, handle),
				offers: [{label: verb === 'signoff' ? 'signs off' : 'signs on', line: `${verb} @${handle}`}],
			}),
		),
		...signed.map(
			({handle, is, at}): PaneRow => ({
				key: `sign ${handle}`,
				lead: lead('log', 'good'),
				text: `${nameOf(staffing, handle)} signed ${is} at ${clockTimeFrom(at, at, board.declaration.zone)}`,
				title: nameOf(staffing, handle),
				offers:
					is === 'on'
						? [{label: 'signs off', line: `signoff @${handle}`}]
						: [{label: 'signs on', line: `signon @${handle}`}],
			}),
		),
	];
};

/** Roles that pass from one person to another, and how long everybody has been at work. */
export const handoverPane: ListPane = {
	title({handover}) {
		const open = pendingTransfers(handover).length;
		return `Handovers${open === 0 ? '' : ` · ${open} open`}`;
	},
	empty: 'Nobody is at work yet: /assign im @name',
	rows: (board, now) => [
		...challengeRows(board),
		...transferRows(board, now),
		...gapRows(board, now).filter(one => one.offers.length > 0),
		...signRows(board).filter(one => one.lead.some(cell => cell.tone === 'warn')),
		...dutyRows(board, now),
		...gapRows(board, now).filter(one => one.offers.length === 0),
		...signRows(board).filter(one => one.lead.some(cell => cell.tone !== 'warn')),
	],
};
