import type {Profile} from '../profile.ts';
import {moj} from './moj.ts';

const said = 'ICS (FEMA courses and forms)';

/** The Incident Command System: what is not delegated stays with the commander; work in operational periods. */
export const ics: Profile = {
	...moj,
	name: 'ics',
	title: 'Incident Command System',
	// Functions that are not delegated are the commander's own. Roles and reports of one ministry are not its own.
	off: ['R4', 'R5', 'R6', 'A8', 'T5', 'E4', 'E5', 'E6', 'E7', 'E9', 'H1', 'P6'],
	titles: {
		...moj.titles,
		im: 'Incident Commander',
		deputy: 'Deputy Commander',
		secretariat: 'Documentation Unit',
		comms: 'Public Information Officer',
		liaison: 'Liaison Officer',
	},
	stances: {
		...moj.stances,
		severityTalk: {says: 'The complexity is judged anew for each operational period.', source: said},
		outgoingManager: {says: 'Command passes by a briefing, at an announced date and time.', source: said},
		managerRoles: {says: 'The commander keeps every function that is not delegated.', source: said},
		combinedStaff: {says: 'Positions may be combined while the span allows it.', source: said},
		whatToLog: {says: 'Each position keeps its activity log; all originals are kept.', source: said},
	},
};
