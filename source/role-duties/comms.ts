import {insiders, isAgreedByManager, needsRereading, nextUpdate} from '../duties/communications/state.ts';
import {isOpen, profileOf} from '../duties/declaration/state.ts';
import {incidentManager} from '../duties/staffing/state.ts';
import {type DutyView, type RoleDuty, offered, standing} from './duty.ts';

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

/** What a communications lead has to do, and what the log says of it. */
export const commsDuties: readonly RoleDuty[] = [
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
];
