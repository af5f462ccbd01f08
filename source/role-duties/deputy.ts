import type {Board} from '../board.ts';
import {isOpen, isRunning} from '../duties/declaration/state.ts';
import {openSuggestions} from '../duties/escalation/state.ts';
import {withPerson} from '../duties/handover/state.ts';
import {holders, incidentManager} from '../duties/staffing/state.ts';
import {type DutyView, type RoleDuty, acknowledgementOwed, offered, reportOwed, standing} from './duty.ts';

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

/** What a deputy has to do, and what the log says of it. */
export const deputyDuties: readonly RoleDuty[] = [
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
];
