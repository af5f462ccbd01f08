import type {Board} from '../../board.ts';
import type {Profile} from '../../profile.ts';
import type {Asking, Offer, Rule} from '../../rule.ts';
import {type Instant, later, minute} from '../../time.ts';
import {clockTimeBy, type Watch} from '../../watch.ts';
import {isHot, isOpen, isRunning} from '../declaration/state.ts';
import type {RoleKey} from '../staffing/events.ts';
import {activeAssignments, type Assignment, incidentManager, nameOf, titleOf} from '../staffing/state.ts';
import {
	canAnnounce,
	holding,
	lacks,
	longestShift,
	type OnDuty,
	onDuty,
	openChallenges,
	owedSigns,
	pendingTransfers,
	type Surroundings,
	type Transfer,
	withPerson,
} from './state.ts';

/** A clock time in the incident's zone. */
const clock = ({declaration}: Board, watch: Watch, at: Instant): string => clockTimeBy(watch, at, declaration.zone);

const offerHandover = (role: RoleKey): Offer => ({label: 'offer it to somebody', line: `handover ${role} @`});

/** Everybody at work, by handle. */
const dutyOf = ({staffing, handover}: Board): ReadonlyMap<string, OnDuty> =>
	new Map(onDuty(staffing, handover).map(one => [one.person.handle, one]));

/** Whether that rule would speak of somebody at work since then. */
const needsPause = (since: Instant, watch: Watch, profile: Profile): boolean =>
	!profile.off.includes('H6') && watch.hasPassed(since, profile.minutes.work);

const isOverLimit = (since: Instant, watch: Watch, profile: Profile): boolean =>
	!profile.off.includes('H5') && watch.hasPassed(since, profile.minutes.roleLimit);

/** Roles that are held and not being handed over, by person, longest first. */
const heldBy = ({staffing, handover}: Board): ReadonlyMap<string, readonly Assignment[]> => {
	const passing = new Set(pendingTransfers(handover).map(one => `${one.role} ${one.from}`));
	return Map.groupBy(
		activeAssignments(staffing).filter(one => !passing.has(`${one.role} ${one.person}`)),
		one => one.person,
	);
};

/** The next steps of a handover, each a line that can be said now. */
const steps = (
	{staffing}: Board,
	transfer: Transfer,
	lacking: readonly string[],
	isOnly: boolean,
): readonly Offer[] => {
	const said = (verb: string): string =>
		isOnly ? `${verb} ${transfer.role}` : withPerson(staffing, `${verb} ${transfer.role}`, transfer.to);
	return [
		...(lacking.includes('briefing') ? [{label: 'briefed', line: said('briefed')}] : []),
		...(lacking.includes('acceptance') ? [{label: 'accepted', line: said('accept')}] : []),
		...(lacking.includes('the change itself') ? [{label: 'the role has passed', line: said('accept')}] : []),
		...(lacking.includes('announcement') && transfer.acceptedAt !== undefined && canAnnounce(staffing)
			? [{label: 'announced', line: 'announce'}]
			: []),
		...(lacking.includes('situation report') && transfer.passed !== undefined
			? [{label: 'hold a heartbeat', line: 'heartbeat '}]
			: []),
		...(transfer.acceptedAt === undefined ? [{label: 'withdraw it', line: said('keep')}] : []),
	];
};

/** What the handovers of one role lack; undefined where none lacks anything. */
const incomplete = (
	board: Board,
	role: RoleKey,
	transfers: readonly Transfer[],
	surroundings: Surroundings,
): Asking | undefined => {
	const {staffing, declaration} = board;
	const found = transfers
		.map(transfer => ({transfer, lacking: lacks(transfer, surroundings)}))
		.filter(({lacking}) => lacking.length > 0);
	if (found.length === 0) {
		return undefined;
	}

	const told = found.map(
		({transfer: {from, to}, lacking}) =>
			`${nameOf(staffing, from)} to ${nameOf(staffing, to)} lacks ${lacking.join(', ')}`,
	);
	return {
		severity: 'urgent',
		subject: role,
		text: `Handover of ${titleOf(declaration, role)}, ${told.join('; ')}.`,
		basis: found.map(({transfer, lacking}) => `${transfer.entry} ${lacking.join(', ')}`).join('; '),
		offers: found.flatMap(({transfer, lacking}) => steps(board, transfer, lacking, transfers.length === 1)),
	};
};

export const handoverRules: readonly Rule[] = [
	{
		id: 'H4',
		name: 'Command is handed over before it tires',
		why: 'After about an hour in command a handover is encouraged: a fresh Incident Manager decides better.',
		source: 'PagerDuty course',
		answers: ['put', 'na'],
		consult(board, watch, profile) {
			if (!isRunning(board.declaration)) {
				return [];
			}

			const duty = dutyOf(board);
			return [...heldBy(board)].flatMap(([handle, held]): readonly Asking[] => {
				const command = held.find(one => one.role === 'im');
				// Doctrine asks the same person once, and what is more urgent first.
				return command === undefined ||
					!watch.hasPassed(command.since, profile.minutes.command) ||
					held.some(one => isOverLimit(one.since, watch, profile)) ||
					needsPause(duty.get(handle)?.since ?? command.since, watch, profile)
					? []
					: [
							{
								severity: 'info',
								subject: handle,
								text: `${nameOf(board.staffing, handle)} has had command since ${clock(board, watch, command.since)}: a handover is encouraged.`,
								basis: command.since,
								offers: [offerHandover('im')],
							},
						];
			});
		},
	},
	{
		id: 'H5',
		name: 'Nobody holds a role for too long',
		why: 'Three hours are the upper limit in a role; then somebody rested takes it over.',
		source: 'PagerDuty course; cloud.gov; login.gov',
		answers: ['put', 'override'],
		consult(board, watch, profile) {
			if (!isRunning(board.declaration)) {
				return [];
			}

			const duty = dutyOf(board);
			return [...heldBy(board)].flatMap(([handle, held]): readonly Asking[] => {
				const long = held.filter(one => watch.hasPassed(one.since, profile.minutes.roleLimit));
				const [first] = long;
				return first === undefined || needsPause(duty.get(handle)?.since ?? first.since, watch, profile)
					? []
					: [
							{
								severity: 'urgent',
								subject: handle,
								text: `${duty.get(handle)?.person.name ?? handle} has been ${long
									.map(one => `${titleOf(board.declaration, one.role)} since ${clock(board, watch, one.since)}`)
									.join(', ')}: a handover is due. Who is next?`,
								basis: long.map(one => `${one.role} ${one.since}`).join(' '),
								offers: long.map(one => offerHandover(one.role)),
							},
						];
			});
		},
	},
	{
		id: 'H6',
		name: 'People pause, and rest between shifts',
		why: 'After six hours of work people pause and write down how things stand; between shifts they rest for eleven.',
		source: 'GOV.UK PaaS team manual',
		defaults: 'after 24 h at a stretch it asks whether the end of the shift was left out of the log',
		answers: ['put', 'override'],
		consult(board, watch, profile) {
			const {declaration, staffing, handover} = board;
			if (!isRunning(declaration)) {
				return [];
			}

			const {work, rest} = profile.minutes;
			return onDuty(staffing, handover).flatMap(({person, since, before}): readonly Asking[] => {
				if (watch.hasPassed(since, Math.max(longestShift, work))) {
					return [
						{
							severity: 'warn',
							subject: person.handle,
							text: `${person.name} stands as working since ${clock(board, watch, since)}, longer than any shift. Did they go? Release them.`,
							basis: `unsigned ${since}`,
							offers: [{label: 'release', line: `release @${person.handle}`}],
						},
					];
				}

				if (watch.hasPassed(since, work)) {
					return [
						{
							severity: 'urgent',
							subject: person.handle,
							text: `${person.name} has been working since ${clock(board, watch, since)}: a pause is due. Who takes over?`,
							basis: `working ${since}`,
							offers: [{label: 'release', line: `release @${person.handle}`}],
						},
					];
				}

				// Both moments stand in the log: whether it is asked does not hang on the clock.
				return before !== undefined && since < later(before, rest * minute)
					? [
							{
								severity: 'urgent',
								subject: person.handle,
								text: `${person.name} stopped at ${clock(board, watch, before)} and is back since ${clock(board, watch, since)} without the rest that is due.`,
								basis: `unrested ${since}`,
								offers: [{label: 'release', line: `release @${person.handle}`}],
							},
						]
					: [];
			});
		},
	},
	{
		id: 'H8',
		name: 'Who goes offline briefs first',
		why: 'While it is hot the Incident Manager briefs the next one before going offline.',
		source: 'MoJ roles',
		answers: ['do'],
		consult(board, watch) {
			const {declaration, staffing, handover} = board;
			const manager = incidentManager(staffing);
			const leaving = handover.offline.find(one => one.person === manager);
			if (!isHot(declaration) || manager === undefined || leaving === undefined) {
				return [];
			}

			const transfers = pendingTransfers(handover).filter(one => one.role === 'im');
			const own = transfers.find(one => one.from === manager);
			return own?.briefedAt !== undefined
				? []
				: [
						{
							severity: 'urgent',
							subject: manager,
							text: `${nameOf(staffing, manager)} goes offline from ${clock(board, watch, leaving.from)}: brief the next ${titleOf(declaration, 'im')} first.`,
							basis: `${leaving.from} ${own?.entry ?? 'nobody'}`,
							offers: [
								own === undefined
									? offerHandover('im')
									: {
											label: 'briefed',
											line: transfers.length === 1 ? 'briefed im' : withPerson(staffing, 'briefed im', own.to),
										},
							],
						},
					];
		},
	},
	{
		id: 'H9',
		name: 'A handover is complete',
		why: 'A role passes with a briefing, a firm yes, a time from which it holds, and word to everybody who has it now.',
		source: 'ICS; Google SRE; cloud.gov',
		answers: ['do'],
		consult(board, watch) {
			if (!isOpen(board.declaration)) {
				return [];
			}

			const {handover, staffing, rhythm} = board;
			const surroundings = {isHolder: holding(staffing), heartbeats: rhythm.heartbeats, reached: watch.reached};
			const byRole = Map.groupBy(
				handover.transfers.filter(one => one.withdrawn === undefined),
				one => one.role,
			);
			return [...byRole].flatMap(([role, transfers]) => incomplete(board, role, transfers, surroundings) ?? []);
		},
	},
	{
		id: 'H10',
		name: 'There is one chain of orders',
		why: 'Whoever gives orders against the Incident Manager is asked whether they wish to take command; the answer is recorded.',
		source: 'PagerDuty',
		answers: ['put'],
		consult(board) {
			const {declaration, staffing, handover} = board;
			if (!isRunning(declaration)) {
				return [];
			}

			const open = openChallenges(handover);
			// An offer of command is an answer on its way; what it lacks is asked elsewhere.
			const offered = new Set(
				pendingTransfers(handover)
					.filter(one => one.role === 'im')
					.map(one => one.to),
			);
			return open
				.filter(one => !offered.has(one.person))
				.map(({person, entry}) => ({
					severity: 'warn',
					subject: person,
					text: `${nameOf(staffing, person)} gives orders against the ${titleOf(declaration, 'im')}: do they wish to take command?`,
					basis: String(entry),
					offers: [
						{label: 'no', line: open.length === 1 ? 'uphold' : withPerson(staffing, 'uphold', person)},
						{label: 'yes', line: 'handover im @'},
					],
				}));
		},
	},
	{
		id: 'G6',
		name: 'The log changes hands openly',
		why: 'Whoever puts the log down signs off and whoever takes it up signs on; the numbers run on.',
		source: 'CWC log books',
		answers: ['do'],
		consult: (board, watch) =>
			isOpen(board.declaration)
				? owedSigns(board.staffing, board.handover).map(({handle, verb, at}) => ({
						severity: 'warn',
						subject: handle,
						text:
							verb === 'signoff'
								? `${nameOf(board.staffing, handle)} kept the log until ${clock(board, watch, at)} and has not signed off.`
								: `${nameOf(board.staffing, handle)} took the log over at ${clock(board, watch, at)} and has not signed on since.`,
						basis: `${verb} ${at}`,
						offers: [
							{
								label: verb === 'signoff' ? 'signed off' : 'signed on',
								line: withPerson(board.staffing, verb, handle),
							},
						],
					}))
				: [],
	},
];
