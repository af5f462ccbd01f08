import type {Board} from '../board.ts';
import {isUnowned, openActions} from '../duties/actions/state.ts';
import {audienceNamed, nextUpdate} from '../duties/communications/state.ts';
import {isHot, isOpen, isRunning, profileOf} from '../duties/declaration/state.ts';
import {owedSigns, withPerson} from '../duties/handover/state.ts';
import {missingDocuments} from '../duties/review/state.ts';
import {lastHeartbeat} from '../duties/rhythm/state.ts';
import {unexcused} from '../late.ts';
import {type Instant, later, minute} from '../time.ts';
import {type DutyView, type RoleDuty, acknowledgementOwed, isComplete, minutesOf, standing} from './duty.ts';

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

/** What the secretariat has to do, and what the log says of it. */
export const secretariatDuties: readonly RoleDuty[] = [
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
];
