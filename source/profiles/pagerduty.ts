import type {Profile} from '../profile.ts';
import {moj} from './moj.ts';

const said = 'PagerDuty incident response';

/** PagerDuty's incident response: one Incident Commander, a deputy who calls the time, teams under leads. */
export const pagerduty: Profile = {
	...moj,
	name: 'pagerduty',
	title: said,
	// Nobody above about seven; it names no lower guide.
	span: {...moj.span, guide: 7},
	cadences: [
		{audience: 'team', minutes: 30, source: `${said}: 20 to 30 min`},
		{audience: 'executives', minutes: 30, source: said},
		{audience: 'public', minutes: 20, source: `${said}: at most 20 min in the first two hours`},
	],
	// Severity is not discussed on the call; the scribe judges what is worth writing. Roles and reports of one
	// ministry are not its own.
	off: ['R4', 'R5', 'T5', 'E4', 'E5', 'E6', 'E7', 'E9', 'G5', 'P6'],
	titles: {
		...moj.titles,
		im: 'Incident Commander',
		secretariat: 'Scribe',
		comms: 'Customer liaison',
		liaison: 'Internal liaison',
	},
	stances: {
		...moj.stances,
		severityTalk: {says: 'Never on the call: in doubt the higher one is taken.', source: said},
		outgoingManager: {says: 'The outgoing commander leaves the call and the chat entirely.', source: said},
		managerRoles: {says: 'The commander holds no second role.', source: said},
		combinedStaff: {says: 'Fine in a small incident: the deputy may be scribe and internal liaison.', source: said},
		whatToLog: {says: 'What matters, by judgement: results of polls, actions, follow-ups.', source: said},
		externalMessages: {says: 'Only after the facts are validated, in agreement with the commander.', source: said},
	},
};
