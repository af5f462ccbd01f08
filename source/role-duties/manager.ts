import type {Board} from '../board.ts';
import {openActions} from '../duties/actions/state.ts';
import {isHot, isOpen, isRunning, profileOf} from '../duties/declaration/state.ts';
import {openSuggestions} from '../duties/escalation/state.ts';
import {type Finding, ofCertainty} from '../duties/findings/state.ts';
import {canAnnounce, isPending, withPerson} from '../duties/handover/state.ts';
import {closingSteps, openFollowUps} from '../duties/review/state.ts';
import {announcementOn, runningCall} from '../duties/rhythm/state.ts';
import {incidentManager, spans} from '../duties/staffing/state.ts';
import type {Instant} from '../time.ts';
import {type RoleDuty, isComplete, offered, standing} from './duty.ts';

/** Suspicions that no open action tests, oldest first. */
export const untestedFindings = ({findings, actions}: Board): readonly Finding[] => {
	const open = new Set(openActions(actions).map(one => one.tests));
	return ofCertainty(findings, 'suspected').filter(({ref}) => !open.has(ref));
};

/** What the first suspicion that nobody tests lacks. */
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

/** What an Incident Manager has to do, and what the log says of it. */
export const managerDuties: readonly RoleDuty[] = [
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
];
