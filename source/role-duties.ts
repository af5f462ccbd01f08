import type {Board} from './board.ts';
import {type Action, isUnowned, openActions, openByDue, withoutResult} from './duties/actions/state.ts';
import {
	audienceNamed,
	insiders,
	isAgreedByManager,
	needsRereading,
	nextUpdate,
	toldParty,
} from './duties/communications/state.ts';
import {type Declaration, isHot, isOpen, isRunning, profileOf} from './duties/declaration/state.ts';
import {openSuggestions, partiesWanted} from './duties/escalation/state.ts';
import {type Finding, ofCertainty} from './duties/findings/state.ts';
import {canAnnounce, isPending, owedSigns, withPerson} from './duties/handover/state.ts';
import {unexcused} from './late.ts';
import {closingSteps, missingDocuments, openFollowUps} from './duties/review/state.ts';
import {announcementOn, lastHeartbeat, runningCall} from './duties/rhythm/state.ts';
import type {RoleKey} from './duties/staffing/events.ts';
import {
	activeAssignments,
	expertRoles,
	hasBeenExpert,
	holders,
	incidentManager,
	isHeld,
	spans,
} from './duties/staffing/state.ts';
import type {Prompt} from './rule.ts';
import {type Instant, later, minute} from './time.ts';

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

const standing = ({owed, isAsked, isShown}: Reading): Standing =>
	owed === undefined
		? {state: isShown ? 'done' : 'not yet'}
		: isAsked
			? {state: 'due', line: owed}
			: {state: 'not yet'};

/** The first deed that doctrine offers for one of its rules: where a rule reads more than can be told in a line. */
const offered = ({prompts}: DutyView, ...rules: readonly string[]): string | undefined =>
	prompts.find(one => one.put === undefined && rules.includes(one.rule) && one.offers.length > 0)?.offers[0]?.line;

const minutesOf = ({declaration}: Board) => profileOf(declaration).minutes;

const isComplete = ({declaredAt, closedAt, phase}: Declaration): boolean =>
	declaredAt !== undefined && (closedAt !== undefined || phase === 'cold');

/** Given to somebody who has not said within doctrine's time that they have understood. */
const isUnheard = ({status, owner, ownedSince}: Action, {board, now}: DutyView): boolean =>
	status === 'open' && owner !== undefined && later(ownedSince, minutesOf(board).acknowledge * minute) <= now;

/** The report that is owed longest, and the line that gives it. */
const reportOwed = ({board, now}: DutyView, isMeant: (action: Action) => boolean = () => true): string | undefined => {
	const late = openByDue(board.actions).find(({action, due}) => due <= now && isMeant(action));
	return late === undefined ? undefined : `report ${late.action.ref} `;
};

const acknowledgementOwed = (view: DutyView, isMeant: (action: Action) => boolean = () => true): string | undefined => {
	const unheard = openActions(view.board.actions).find(one => isUnheard(one, view) && isMeant(one));
	return unheard === undefined ? undefined : `ack ${unheard.ref}`;
};

/** What the first suspicion that nobody tests lacks. */
/** Suspicions that no open action tests, oldest first. */
export const untestedFindings = ({findings, actions}: Board): readonly Finding[] => {
	const open = new Set(openActions(actions).map(one => one.tests));
	return ofCertainty(findings, 'suspected').filter(({ref}) => !open.has(ref));
};

const testOwed = (board: Board): string | undefined => {
	const {actions} = board;
	const [untested] = untestedFindings(board);
	if (untested === undefined) {
		return undefined;
	}

	const {ref} = untested;
	// Whether it was confirmed or refuted is not for the program to choose; it is known now, and can be said.
	return actions.some(one => one.tests === ref && one.status === 'done')
		? `confirm ${ref} `
		: `action test ${ref} tests:${ref} @`;
};

const ownActionOfManager = ({actions, staffing}: Board): string | undefined => {
	const manager = incidentManager(staffing);
	const own = openActions(actions).find(one => one.owner !== undefined && one.owner === manager);
	return own === undefined ? undefined : `reassign ${own.ref} @`;
};

const briefingOwed = ({handover, staffing, declaration}: Board): string | undefined => {
	const manager = incidentManager(staffing);
	const transfers = handover.transfers.filter(one => one.role === 'im' && one.withdrawn === undefined);
	const owing = transfers.filter(one => one.briefedAt === undefined && (isPending(one) || one.to === manager));
	const [first] = owing;
	if (first !== undefined) {
		return owing.length === 1 ? 'briefed im' : withPerson(staffing, 'briefed im', first.to);
	}

	const isLeaving = handover.offline.some(one => one.person === manager);
	return isHot(declaration) && isLeaving && !transfers.some(one => isPending(one) && one.from === manager)
		? 'handover im @'
		: undefined;
};

const closeOwed = ({declaration, review}: Board): string | undefined => {
	if (declaration.closedAt !== undefined) {
		return undefined;
	}

	if (isHot(declaration)) {
		return review.steps.contained === undefined ? undefined : 'phase warm because ';
	}

	const next = closingSteps(review).find(
		({key, done}) => (key === 'contained' || key === 'clean' || key === 'returned') && done === undefined,
	);
	return next?.line ?? 'close because ';
};

const learningOwed = ({review}: Board, now: Instant): string | undefined => {
	const {arranged, steps, lessons, followUps} = review;
	if (steps.held === undefined) {
		return arranged?.owner === undefined
			? 'arrange @'
			: arranged.at === undefined
				? 'arrange by '
				: arranged.at <= now
					? 'held'
					: undefined;
	}

	if (lessons.length === 0) {
		return 'lesson ';
	}

	if (followUps.length === 0) {
		return 'followup ';
	}

	const open = openFollowUps(review);
	const late = open.find(({due}) => due !== undefined && due <= now);
	const unfinished = open.find(one => one.owner === undefined || one.due === undefined);
	return late === undefined
		? unfinished && `amend ${unfinished.ref} ${unfinished.owner === undefined ? '@' : 'by '}`
		: `followed ${late.ref} `;
};

const deputyOwed = ({staffing, handover}: Board): string | undefined => {
	const manager = incidentManager(staffing);
	const [deputy] = holders(staffing, 'deputy');
	if (deputy === undefined || deputy.person === manager) {
		return 'assign deputy @';
	}

	if (handover.offline.some(one => one.person === deputy.person)) {
		return 'handover deputy @';
	}

	return deputy.acceptedAt === undefined ? withPerson(staffing, 'accept deputy', deputy.person) : undefined;
};

const suggestionOwed = (view: DutyView): string | undefined => {
	const suggested = new Set(openSuggestions(view.board.escalation).map(one => one.tier));
	const isOwed = (rule: string, tier: 'silver' | 'gold'): boolean =>
		offered(view, rule) !== undefined && !suggested.has(tier);
	return isOwed('E7', 'gold')
		? 'suggest gold because '
		: isOwed('E4', 'silver')
			? 'suggest silver because '
			: // At each mark the severity is looked at again.
				view.prompts.some(one => one.rule === 'H1')
				? 'reconfirm'
				: undefined;
};

const logOwed = ({board, now}: DutyView): string | undefined => {
	const {record, decisions, staffing, handover, declaration} = board;
	const {silence, lateEntry} = minutesOf(board);
	const {firstLoggedAt, lastLoggedAt} = record;
	if (firstLoggedAt === undefined) {
		return 'note ';
	}

	if (isHot(declaration) && lastLoggedAt !== undefined && later(lastLoggedAt, silence * minute) <= now) {
		return 'note nothing to report';
	}

	const [sign] = owedSigns(staffing, handover);
	const [late] = unexcused(record, lateEntry);
	const bare = decisions.decisions.find(one => one.reason === undefined);
	return sign === undefined
		? late === undefined
			? bare && `justify ${bare.ref} because `
			: `explain ${late.entry} because `
		: withPerson(staffing, sign.verb, sign.handle);
};

/** When the team has its next heartbeat: as it was promised, else one span of doctrine's cadence after the last. */
export const nextHeartbeat = ({communications, rhythm, declaration}: Board): Instant | undefined => {
	const team = audienceNamed(communications, 'team');
	const from = lastHeartbeat(rhythm)?.at ?? rhythm.hotSince;
	const every = profileOf(declaration).cadences.find(one => one.audience === 'team')?.minutes;
	return (
		(team && nextUpdate(team)) ?? (from === undefined || every === undefined ? undefined : later(from, every * minute))
	);
};

const pictureOwed = ({board, now}: DutyView): string | undefined => {
	const {rhythm} = board;
	const beat = lastHeartbeat(rhythm);
	const due = nextHeartbeat(board);
	if (due !== undefined && due <= now) {
		return 'heartbeat ';
	}

	const confirmed = rhythm.confirmations.at(-1);
	return beat !== undefined && (confirmed === undefined || confirmed.entry < beat.entry) ? 'reconfirm' : undefined;
};

const channelOwed = ({communications, rhythm, declaration}: Board): string | undefined => {
	// What was closed when the team stood down was there all the same.
	const isMissing = communications.channels.every(
		one => !one.isPrivate || (isRunning(declaration) && one.closedAt !== undefined),
	);
	return isMissing ? 'channel private:yes ' : rhythm.calls.length === 0 ? 'call' : undefined;
};

const ownerOwed = (view: DutyView): string | undefined => {
	const open = openActions(view.board.actions);
	const unowned = open.find(one => isUnowned(one));
	const timeless = open.find(one => one.due === undefined);
	return unowned === undefined
		? timeless === undefined
			? acknowledgementOwed(view)
			: `extend ${timeless.ref} by `
		: `reassign ${unowned.ref} @`;
};

const instructionOwed = ({actions, staffing}: Board): string | undefined => {
	const staff = new Set(
		(['im', 'deputy', 'secretariat'] as const).flatMap(role => holders(staffing, role)).map(one => one.person),
	);
	const alone = openActions(actions).find(
		({owner, givenBy, on}) => on === undefined && owner !== undefined && owner === givenBy && !staff.has(owner),
	);
	return alone && (incidentManager(staffing) === undefined ? `cancel ${alone.ref} because ` : `instruct ${alone.ref}`);
};

const messageOwed = (view: DutyView): string | undefined => {
	const {communications, staffing, declaration} = view.board;
	const inside = insiders(staffing);
	const agreed = communications.messages.find(one => one.status === 'agreed');
	const audience = communications.audiences.find(one => {
		const due = inside.has(one.name) ? undefined : nextUpdate(one);
		return due !== undefined && due <= view.now;
	});
	const owed = agreed === undefined ? audience && `update ${audience.name} ` : `send ${agreed.ref}`;
	return (isOpen(declaration) ? owed : undefined) ?? offered(view, 'H2', 'C6');
};

const agreementOwed = (view: DutyView): string | undefined => {
	const {communications, staffing, declaration} = view.board;
	const {draft} = profileOf(declaration).minutes;
	const commands = staffing.assignments.filter(one => one.role === 'im');
	const unclear = communications.messages.find(
		one =>
			one.status === 'draft' ||
			needsRereading(one, draft) ||
			(one.status === 'sent' && !isAgreedByManager(one, commands)),
	);
	return (
		offered(view, 'C4', 'C3') ??
		(unclear && `agree ${unclear.ref}${incidentManager(staffing) === undefined ? ' @' : ''}`)
	);
};

const specialistOwed = (view: DutyView): string | undefined => {
	const {staffing, declaration} = view.board;
	if (!isRunning(declaration)) {
		return offered(view, 'P10');
	}

	return declaration.incidentKind === 'security' && !isHeld(staffing, 'analyst')
		? 'assign analyst @'
		: declaration.personalData !== 'no' && !isHeld(staffing, 'privacy')
			? 'assign privacy @'
			: offered(view, 'R11');
};

/** The duties of the Ministry of Justice guidance on roles, role by role: what each is, and what the log says of it. */
export const roleDuties: readonly RoleDuty[] = [
	{
		key: 'announce',
		role: 'im',
		duty: 'Says on every call who is in command, who is the deputy and who keeps the log',
		brief: 'Announce the roles',
		stand({board}) {
			const {rhythm, declaration, staffing} = board;
			const call = runningCall(rhythm);
			const last = call ?? rhythm.calls.at(-1);
			const isSaid = last !== undefined && announcementOn(rhythm, last) !== undefined;
			return standing({
				owed: call === undefined || isSaid ? undefined : canAnnounce(staffing) ? 'announce' : 'assign im @',
				isAsked: isOpen(declaration),
				isShown: isSaid,
			});
		},
	},
	{
		key: 'sort',
		role: 'im',
		duty: 'Sorts what is known, unknown and suspected; has it confirmed or refuted; delegates actions and does none',
		brief: 'Sort the facts, delegate',
		stand: ({board}) =>
			standing({
				owed:
					ownActionOfManager(board) ?? (board.findings.findings.length === 0 ? 'know ' : undefined) ?? testOwed(board),
				isAsked: isRunning(board.declaration),
				isShown: true,
			}),
	},
	{
		key: 'escalate',
		role: 'im',
		duty: 'Decides with the deputy whether to escalate and what else must be communicated',
		brief: 'Escalate and inform',
		stand(view) {
			const {escalation, communications, declaration, decisions} = view.board;
			const [suggested] = openSuggestions(escalation);
			const draft = communications.messages.find(one => one.status === 'draft');
			return standing({
				owed:
					offered(view, 'E7', 'E4') ??
					(suggested && `escalate ${suggested.tier} because `) ??
					(draft && `agree ${draft.ref}`),
				isAsked: isOpen(declaration),
				isShown:
					escalation.tiers.length > 0 ||
					escalation.declined.length > 0 ||
					communications.messages.some(one => one.agreedAt !== undefined) ||
					decisions.decisions.some(one => one.rule === 'E4' || one.rule === 'E7'),
			});
		},
	},
	{
		key: 'brief',
		role: 'im',
		duty: 'Briefs the next Incident Manager before going offline while it is hot',
		brief: 'Brief the successor',
		stand: ({board}) =>
			standing({
				owed: briefingOwed(board),
				isAsked: isOpen(board.declaration),
				// Their own briefing: that of the one before is nothing they have done.
				isShown: board.handover.transfers.some(
					one => one.from === incidentManager(board.staffing) && one.role === 'im' && isPending(one),
				),
			}),
	},
	{
		key: 'span',
		role: 'im',
		duty: 'Keeps the span of control: escalates, and splits off sub-teams',
		brief: 'Keep the span',
		stand({board}) {
			const {limit} = profileOf(board.declaration).span;
			return standing({
				owed: spans(board.staffing).some(one => one.reports.length > limit) ? 'split ' : undefined,
				isAsked: isRunning(board.declaration),
				isShown: incidentManager(board.staffing) !== undefined,
			});
		},
	},
	{
		key: 'close',
		role: 'im',
		duty: 'Decides when it is resolved, and closes it',
		brief: 'Decide the close',
		stand: ({board}) =>
			standing({
				owed: closeOwed(board),
				isAsked: isOpen(board.declaration) && board.declaration.phase !== 'pre-incident',
				isShown: board.declaration.closedAt !== undefined,
			}),
	},
	{
		key: 'learn',
		role: 'im',
		duty: 'Sees to it that lessons are learned afterwards and prevention is carried out',
		brief: 'See that lessons are learned',
		stand({board, now}) {
			const {followUps, steps} = board.review;
			return standing({
				owed: learningOwed(board, now),
				isAsked: isComplete(board.declaration),
				isShown: steps.held !== undefined && followUps.every(one => one.doneAt !== undefined),
			});
		},
	},
	{
		key: 'stand-by',
		role: 'deputy',
		duty: 'Supports the Incident Manager and can take over at any time',
		brief: 'Be ready to take over',
		stand: ({board}) => standing({owed: deputyOwed(board), isAsked: isRunning(board.declaration), isShown: true}),
	},
	{
		key: 'watch',
		role: 'deputy',
		duty: 'Watches how the incident stands and suggests escalation',
		brief: 'Watch, suggest escalation',
		stand: view =>
			standing({
				owed: suggestionOwed(view),
				isAsked: isOpen(view.board.declaration),
				isShown: view.board.rhythm.confirmations.length > 0 || view.board.escalation.suggestions.length > 0,
			}),
	},
	{
		key: 'time',
		role: 'deputy',
		duty: 'Keeps track of time and of replies that are owed',
		brief: 'Keep time and replies',
		stand: view =>
			standing({
				owed: reportOwed(view) ?? acknowledgementOwed(view),
				isAsked: isOpen(view.board.declaration),
				isShown: view.board.actions.length > 0,
			}),
	},
	{
		key: 'log',
		role: 'secretariat',
		duty: 'Keeps a full contemporaneous log',
		brief: 'Keep the log',
		stand: view => standing({owed: logOwed(view), isAsked: isOpen(view.board.declaration), isShown: true}),
	},
	{
		key: 'picture',
		role: 'secretariat',
		duty: 'Helps everybody to share one picture of what happens',
		brief: 'One shared picture',
		stand: view =>
			standing({
				owed: pictureOwed(view),
				isAsked: isRunning(view.board.declaration),
				isShown: view.board.rhythm.heartbeats.length > 0,
			}),
	},
	{
		key: 'channel',
		role: 'secretariat',
		duty: 'Sets up a private channel and regular calls',
		brief: 'Private channel and calls',
		stand: ({board}) => standing({owed: channelOwed(board), isAsked: isRunning(board.declaration), isShown: true}),
	},
	{
		key: 'owners',
		role: 'secretariat',
		duty: 'Makes sure that everybody knows their actions, and each has an owner and a time to report',
		brief: 'An owner and a time for each',
		stand: view =>
			standing({
				owed: ownerOwed(view),
				isAsked: isOpen(view.board.declaration),
				isShown: view.board.actions.length > 0,
			}),
	},
	{
		key: 'capture',
		role: 'secretariat',
		duty: 'Sees to it that all documents are captured afterwards',
		brief: 'Capture the documents',
		stand({board}) {
			const [missing] = missingDocuments(board.review);
			return standing({
				owed: missing && `capture ${missing}`,
				isAsked: isComplete(board.declaration),
				isShown: true,
			});
		},
	},
	{
		key: 'investigate',
		role: 'sme',
		duty: 'Investigates and remedies as instructed',
		brief: 'Investigate as instructed',
		stand(view) {
			const {actions, staffing, declaration} = view.board;
			const isTheirs = ({owner}: Action): boolean => owner !== undefined && hasBeenExpert(staffing, owner);
			const ended = withoutResult(actions).find(isTheirs);
			return standing({
				owed:
					reportOwed(view, isTheirs) ?? acknowledgementOwed(view, isTheirs) ?? (ended && `done ${ended.ref} result:`),
				isAsked: isOpen(declaration),
				isShown: actions.some(one => isTheirs(one) && (one.acknowledgedAt !== undefined || one.status === 'done')),
			});
		},
	},
	{
		key: 'recommend',
		role: 'sme',
		duty: 'Recommends to the group before doing anything',
		brief: 'Recommend before doing',
		stand: ({board}) =>
			standing({
				owed: instructionOwed(board),
				isAsked: isOpen(board.declaration),
				isShown: board.decisions.recommendations.length > 0 || board.actions.some(one => one.on !== undefined),
			}),
	},
	{
		key: 'pass-on',
		role: 'comms',
		duty: 'Stands by to pass messages on to whoever must be informed',
		brief: 'Pass messages on',
		stand(view) {
			const {communications, staffing, declaration} = view.board;
			const inside = insiders(staffing);
			return standing({
				owed: messageOwed(view),
				isAsked: declaration.declaredAt !== undefined,
				isShown: communications.audiences.some(one => !inside.has(one.name)),
			});
		},
	},
	{
		key: 'agree',
		role: 'comms',
		duty: 'Answers for accurate and timely information, agreed with the Incident Manager',
		brief: 'Have messages agreed',
		stand: view =>
			standing({
				owed: agreementOwed(view),
				isAsked: isOpen(view.board.declaration),
				isShown: view.board.communications.messages.some(one => one.status === 'agreed' || one.status === 'sent'),
			}),
	},
	{
		key: 'bring-in',
		role: 'liaison',
		duty: 'Brings in specialists, suppliers and partners, as agreed with the Incident Manager',
		brief: 'Bring in specialists',
		stand: view =>
			standing({
				owed: specialistOwed(view),
				isAsked: true,
				isShown: view.board.staffing.assignments.some(one => expertRoles.has(one.role)),
			}),
	},
	{
		key: 'stakeholders',
		role: 'liaison',
		duty: 'Notifies stakeholders inside who need a briefing of their own, together with communications',
		brief: 'Brief those inside',
		stand({board}) {
			const {declaration, communications} = board;
			const wanted = partiesWanted(declaration, profileOf(declaration).seniorManagement);
			const untold = wanted.find(party => toldParty(communications, party) === undefined);
			return standing({
				owed: untold && `told ${untold} `,
				isAsked: isOpen(declaration),
				isShown: communications.told.length > 0 || wanted.length > 0,
			});
		},
	},
];

/** A duty of somebody's role, and how it stands. */
export type DutyStanding = {readonly duty: RoleDuty; readonly standing: Standing};

/** The duties of one role, and who holds it. */
export type RoleChecklist = {
	readonly role: DutyRole;
	/** Handles, longest in the role first; empty when nobody holds it. */
	readonly people: readonly string[];
	readonly duties: readonly DutyStanding[];
};

const isDutyRole = (role: RoleKey): role is DutyRole => dutyRoles.some(one => one === role);

const dutyRoleOf = (role: RoleKey): DutyRole => (isDutyRole(role) ? role : 'sme');

/** The duties of those roles, or of all that somebody holds, in board order; an expert's are those of every expert. */
export const checklists = (view: DutyView, roles?: readonly RoleKey[]): readonly RoleChecklist[] => {
	const held = activeAssignments(view.board.staffing);
	const wanted = new Set((roles ?? held.map(one => one.role)).map(role => dutyRoleOf(role)));
	return dutyRoles
		.filter(role => wanted.has(role))
		.map(role => ({
			role,
			people: [...new Set(held.filter(one => dutyRoleOf(one.role) === role).map(one => one.person))],
			duties: roleDuties.filter(one => one.role === role).map(duty => ({duty, standing: duty.stand(view)})),
		}));
};

/** A line as it is shown to be typed: `…` stands for what is still to be said. */
export const lineWords = (line: string): string => (/[ @:]$/u.test(line) ? `${line}…` : line);
