import type {Profile} from '../profile.ts';
import {moj} from './moj.ts';

const said = 'Google SRE (managing incidents), as quoted';

/** Incident management at Google: the commander holds every role not delegated; only operations change the system. */
export const imag: Profile = {
	...moj,
	name: 'imag',
	title: 'Incident management at Google',
	// Roles that are not delegated are the commander's own. Roles and reports of one ministry are not its own.
	off: ['R3', 'R4', 'R5', 'R6', 'R8', 'A8', 'T5', 'E4', 'E5', 'E6', 'E7', 'E9', 'P6'],
	titles: {
		...moj.titles,
		im: 'Incident Commander',
		deputy: 'Planning lead',
		secretariat: 'Scribe',
		sme: 'Operations',
		comms: 'Communications lead',
	},
	stances: {
		...moj.stances,
		severityTalk: {says: 'As the living state document stands; it may change freely.', source: said},
		outgoingManager: {says: 'Stays until the next one has firmly said yes; then all are told.', source: said},
		managerRoles: {says: 'The commander holds every role that is not delegated.', source: said},
		combinedStaff: {says: 'Planning and communications may be one person.', source: said},
		whatToLog: {says: 'The state of the incident in one living document.', source: said},
	},
};
