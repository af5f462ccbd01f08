import type {Evolution} from '../../evolution.ts';
import {elapsed, type Instant, minute} from '../../time.ts';
import {type RoleKey, roleKeys} from '../staffing/events.ts';
import {activeAssignments, isHeld, type Person, personNamed, present, type Staffing} from '../staffing/state.ts';
import type {HandoverEvent} from './events.ts';

/** A role that passes from one person to another. */
export type Transfer = {
	readonly role: RoleKey;
	readonly from: string;
	readonly to: string;
	readonly offeredAt: Instant;
	readonly briefedAt: Instant | undefined;
	readonly acceptedAt: Instant | undefined;
	/** When the role is to pass, or has passed; undefined while it passes whenever it is accepted. */
	readonly effectiveAt: Instant | undefined;
	readonly announcedAt: Instant | undefined;
	/** The entry that offered it. */
	readonly entry: number;
	/** What was said with the offer. */
	readonly text: string | undefined;
	/** What was said of the briefing. */
	readonly briefing: string | undefined;
	/** When the role passed, and the entry that says so; undefined while the old holder still has it. */
	readonly passed: {readonly at: Instant; readonly entry: number} | undefined;
	readonly withdrawn: {readonly at: Instant; readonly reason: string | undefined} | undefined;
};

/** Somebody who will not be reachable. */
export type Offline = {
	readonly person: string;
	/** From when on. */
	readonly from: Instant;
	readonly entry: number;
};

/** A loggist who signs on or off: the newest word of each. */
export type Sign = {
	readonly handle: string;
	readonly is: 'on' | 'off';
	readonly at: Instant;
	readonly entry: number;
};

/** Somebody gave orders against the Incident Manager. */
export type Challenge = {
	readonly person: string;
	readonly at: Instant;
	readonly entry: number;
	readonly text: string | undefined;
	/** Whether they took command; undefined while they have not said. */
	readonly answer: {readonly at: Instant; readonly took: boolean; readonly reason: string | undefined} | undefined;
};

/** A time of work, from joining to release. */
export type Shift = {
	readonly from: Instant;
	readonly until: Instant | undefined;
	/** When the shift before ended; undefined for the first. */
	readonly before: Instant | undefined;
};

export type Handovers = {
	/** Every transfer, in the order in which they were offered. */
	readonly transfers: readonly Transfer[];
	/** The newest word about each person. */
	readonly offline: readonly Offline[];
	/** Every sign-on and sign-off, oldest first. */
	readonly signs: readonly Sign[];
	readonly challenges: readonly Challenge[];
	/** The newest shift of each person. */
	readonly shifts: ReadonlyMap<string, Shift>;
};

export const noHandovers: Handovers = {transfers: [], offline: [], signs: [], challenges: [], shifts: new Map()};

/** A transfer that is neither withdrawn nor done: the role has not passed. */
export const isPending = ({passed, withdrawn}: Transfer): boolean => passed === undefined && withdrawn === undefined;

type Parties = Pick<Transfer, 'role' | 'from' | 'to'>;

/** Changes the newest transfer between the same two that has not been withdrawn. */
const change = (slice: Handovers, parties: Parties, how: (transfer: Transfer) => Transfer): Handovers => {
	const index = slice.transfers.findLastIndex(
		one =>
			one.role === parties.role && one.from === parties.from && one.to === parties.to && one.withdrawn === undefined,
	);
	const found = slice.transfers[index];
	return found === undefined ? slice : {...slice, transfers: slice.transfers.with(index, how(found))};
};

/** Changes those for which `is` holds; the slice stays the same where there are none. */
const changeEach = (
	slice: Handovers,
	is: (transfer: Transfer) => boolean,
	how: (transfer: Transfer) => Transfer,
): Handovers =>
	slice.transfers.some(is) ? {...slice, transfers: slice.transfers.map(one => (is(one) ? how(one) : one))} : slice;

/** Whoever is at work already goes on with the same shift. */
const begin = (slice: Handovers, person: string, from: Instant): Handovers => {
	const known = slice.shifts.get(person);
	return known !== undefined && known.until === undefined
		? slice
		: {...slice, shifts: new Map(slice.shifts).set(person, {from, until: undefined, before: known?.until})};
};

/** Says of open challenges by a person how they ended. */
const answer = (slice: Handovers, person: string, given: NonNullable<Challenge['answer']>): Handovers =>
	slice.challenges.some(one => one.person === person && one.answer === undefined)
		? {
				...slice,
				challenges: slice.challenges.map(one =>
					one.person === person && one.answer === undefined ? {...one, answer: given} : one,
				),
			}
		: slice;

const withoutOffline = (slice: Handovers, person: string): Handovers =>
	slice.offline.some(one => one.person === person)
		? {...slice, offline: slice.offline.filter(one => one.person !== person)}
		: slice;

export const handoverEvolution: Evolution<Handovers, HandoverEvent> = {
	'handover-offered': (slice, {role, from, to, effectiveAt, text}, {occurredAt, number}) => ({
		...slice,
		transfers: [
			...slice.transfers,
			{
				role,
				from,
				to,
				offeredAt: occurredAt,
				briefedAt: undefined,
				acceptedAt: undefined,
				effectiveAt,
				announcedAt: undefined,
				entry: number,
				text,
				briefing: undefined,
				passed: undefined,
				withdrawn: undefined,
			},
		],
	}),
	'handover-briefed': (slice, event, {occurredAt}) =>
		change(slice, event, one => ({...one, briefedAt: occurredAt, briefing: event.text ?? one.briefing})),
	'handover-accepted': (slice, event, {occurredAt, number}) =>
		change(slice, event, one => ({
			...one,
			acceptedAt: occurredAt,
			effectiveAt: event.effectiveAt,
			passed: event.effectiveAt <= occurredAt ? {at: occurredAt, entry: number} : one.passed,
		})),
	'handover-withdrawn': (slice, event, {occurredAt}) =>
		change(slice, event, one => ({...one, withdrawn: {at: occurredAt, reason: event.reason}})),
	'going-offline': (slice, {person, at}, {occurredAt, number}) => ({
		...slice,
		offline: [...slice.offline.filter(one => one.person !== person), {person, from: at ?? occurredAt, entry: number}],
	}),
	'loggist-signed-off': (slice, {handle}, {occurredAt, number}) => ({
		...slice,
		signs: [...slice.signs, {handle, is: 'off', at: occurredAt, entry: number}],
	}),
	'loggist-signed-on': (slice, {handle}, {occurredAt, number}) => ({
		...slice,
		signs: [...slice.signs, {handle, is: 'on', at: occurredAt, entry: number}],
	}),
	'command-challenged': (slice, {person, text}, {occurredAt, number}) => ({
		...slice,
		challenges: [...slice.challenges, {person, at: occurredAt, entry: number, text, answer: undefined}],
	}),
	'command-upheld': (slice, {person, reason}, {occurredAt}) =>
		answer(slice, person, {at: occurredAt, took: false, reason}),
	'roles-announced': (slice, _, {occurredAt}) =>
		changeEach(
			slice,
			one => one.acceptedAt !== undefined && one.announcedAt === undefined && one.withdrawn === undefined,
			one => ({...one, announcedAt: occurredAt}),
		),
	'person-joined': (slice, {handle}, {occurredAt}) => begin(withoutOffline(slice, handle), handle, occurredAt),
	'person-released'(slice, {person}, {occurredAt}) {
		const known = slice.shifts.get(person);
		return known === undefined || known.until !== undefined
			? slice
			: {...slice, shifts: new Map(slice.shifts).set(person, {...known, until: occurredAt})};
	},
	'role-assigned'(slice, {role, person}, {occurredAt, number}) {
		// An accepted role that is assigned by hand has passed all the same.
		const passed = changeEach(
			slice,
			one => one.role === role && one.to === person && one.acceptedAt !== undefined && isPending(one),
			one => ({...one, passed: {at: occurredAt, entry: number}}),
		);
		const begun = begin(passed, person, occurredAt);
		return role === 'im' ? answer(begun, person, {at: occurredAt, took: true, reason: undefined}) : begun;
	},
};

export const pendingTransfers = ({transfers}: Handovers): readonly Transfer[] => transfers.filter(isPending);

export const openChallenges = ({challenges}: Handovers): readonly Challenge[] =>
	challenges.filter(one => one.answer === undefined);

/** A loggist who has not signed on or off since the log changed hands. */
export type OwedSign = {
	readonly handle: string;
	readonly verb: 'signoff' | 'signon';
	/** When they put the log down, or took it up. */
	readonly at: Instant;
};

/** The newest sign-on or sign-off of a loggist; undefined where there is none. */
export const lastSign = ({signs}: Handovers, handle: string): Sign | undefined =>
	signs.findLast(one => one.handle === handle);

/** Who has not signed since the log passed from one loggist to another; the first loggist of all owes nothing. */
export const owedSigns = (staffing: Staffing, {signs}: Handovers): readonly OwedSign[] => {
	const all = staffing.assignments.filter(one => one.role === 'secretariat');
	const keeping = new Map(all.filter(one => one.until === undefined).map(one => [one.person, one]));
	const gone = new Map(all.filter(one => !keeping.has(one.person)).map(one => [one.person, one]));
	if (keeping.size === 0 || gone.size === 0) {
		return [];
	}

	const newest = new Map(signs.map(one => [one.handle, one]));
	const first = Math.min(...[...gone.values()].map(one => one.entry));
	return [
		...[...gone.values()]
			.filter(one => {
				const sign = newest.get(one.person);
				return sign?.is !== 'off' || sign.entry < one.entry;
			})
			.map(one => ({handle: one.person, verb: 'signoff' as const, at: one.until ?? one.since})),
		...[...keeping.values()]
			.filter(one => one.entry > first && newest.get(one.person)?.is !== 'on')
			.map(one => ({handle: one.person, verb: 'signon' as const, at: one.since})),
	];
};

/** What is known beside the transfer itself when one asks what it lacks. */
export type Surroundings = {
	readonly isHolder: (role: RoleKey, person: string) => boolean;
	/** When a heartbeat was held, and the entry that says so. */
	readonly heartbeats: readonly {readonly at: Instant; readonly entry: number}[];
	/** Whether that moment is now or past. */
	readonly reached: (at: Instant) => boolean;
};

/** Asks whether somebody holds a role now, of all assignments looked through once. */
export const holding = (staffing: Staffing): Surroundings['isHolder'] => {
	const held = new Set(activeAssignments(staffing).map(one => `${one.role} ${one.person}`));
	return (role, person) => held.has(`${role} ${person}`);
};

/**
 * What a handover still lacks, in the order in which it is done; empty when it is complete or no longer matters. The
 * situation report that names a new Incident Manager is the first heartbeat after the role has passed.
 */
export const lacks = (transfer: Transfer, {isHolder, heartbeats, reached}: Surroundings): readonly string[] => {
	const {role, to, briefedAt, acceptedAt, effectiveAt, announcedAt, passed, withdrawn} = transfer;
	const holds = isHolder(role, to);
	// Whom the role has left again nobody need announce any more.
	if (withdrawn !== undefined || (passed !== undefined && !holds)) {
		return [];
	}

	const isAwaited = acceptedAt !== undefined && passed === undefined;
	const isReported = passed !== undefined && heartbeats.some(one => one.entry > passed.entry && one.at >= passed.at);
	return [
		...(briefedAt === undefined ? ['briefing'] : []),
		...(acceptedAt === undefined ? ['acceptance'] : []),
		...(isAwaited && !holds && effectiveAt !== undefined && reached(effectiveAt) ? ['the change itself'] : []),
		...(announcedAt === undefined ? ['announcement'] : []),
		// While the effective time is to come a report would name the old Incident Manager.
		...(role === 'im' && !isReported && !isAwaited ? ['situation report'] : []),
	];
};

/** Somebody at work, and since when. */
export type OnDuty = {readonly person: Person; readonly since: Instant; readonly before: Instant | undefined};

/** Everybody who is present, longest at work first. */
export const onDuty = (staffing: Staffing, {shifts}: Handovers): readonly OnDuty[] =>
	present(staffing)
		.map((person): OnDuty => {
			const shift = shifts.get(person.handle);
			return shift === undefined || shift.until !== undefined
				? {person, since: person.joinedAt, before: undefined}
				: {person, since: shift.from, before: shift.before};
		})
		.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));

/** Minutes. Nobody works so long at a stretch: who stands as at work since then has gone, and the log was not told. */
export const longestShift = 24 * 60;

/** A stretch of time. */
export type Stretch = {readonly from: Instant; readonly until: Instant};

/** The stretches between `from` and `until` in which nobody held the role, oldest first. */
export const vacancies = (
	{assignments}: Staffing,
	role: RoleKey,
	from: Instant,
	until: Instant,
): readonly Stretch[] => {
	const held = assignments
		.filter(one => one.role === role && one.since < until)
		.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
	const found: Stretch[] = [];
	let covered = from;
	for (const one of held) {
		if (one.since > covered) {
			found.push({from: covered, until: one.since});
		}

		const end = one.until ?? until;
		covered = end > covered ? end : covered;
	}

	return covered < until ? [...found, {from: covered, until}] : found;
};

/** Minutes, with parts of them, between `from` and `until` in which nobody held the role. */
export const uncovered = (staffing: Staffing, role: RoleKey, from: Instant, until: Instant): number =>
	vacancies(staffing, role, from, until).reduce((sum, one) => sum + elapsed(one.from, one.until), 0) / minute;

/** When somebody first held the role; undefined where nobody ever did. */
export const firstHeldAt = ({assignments}: Staffing, role: RoleKey): Instant | undefined =>
	assignments.reduce<Instant | undefined>(
		(first, one) => (one.role === role && (first === undefined || one.since < first) ? one.since : first),
		undefined,
	);

/** A role that somebody has held, and the stretches since then in which nobody did. */
export type Gap = {readonly role: RoleKey; readonly since: Instant; readonly stretches: readonly Stretch[]};

/** The roles that were left vacant between their first holder and `until`, in board order. */
export const gaps = (staffing: Staffing, until: Instant): readonly Gap[] =>
	roleKeys.flatMap((role): readonly Gap[] => {
		const since = firstHeldAt(staffing, role);
		const stretches = since === undefined ? [] : vacancies(staffing, role, since, until);
		return since === undefined || stretches.length === 0 ? [] : [{role, since, stretches}];
	});

/**
 * A line that names a person, where the board knows them; else one that is to be completed. The entry that brought them
 * in may have been struck.
 */
export const withPerson = (staffing: Staffing, line: string, handle: string): string =>
	personNamed(staffing, handle) === undefined ? `${line} @` : `${line} @${handle}`;

/** Whether anybody holds one of the roles that are announced. */
export const canAnnounce = (staffing: Staffing): boolean =>
	(['im', 'deputy', 'secretariat'] as const).some(role => isHeld(staffing, role));
