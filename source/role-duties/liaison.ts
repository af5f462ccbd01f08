import {toldParty} from '../duties/communications/state.ts';
import {isOpen, isRunning, profileOf} from '../duties/declaration/state.ts';
import {partiesWanted} from '../duties/escalation/state.ts';
import {expertRoles, isHeld} from '../duties/staffing/state.ts';
import {type DutyView, type RoleDuty, offered, standing} from './duty.ts';

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

/** What a liaison has to do, and what the log says of it. */
export const liaisonDuties: readonly RoleDuty[] = [
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
