import {roleDuties} from '../../source/role-duties/checklist.ts';
import type {DutyKey, DutyRole} from '../../source/role-duties/duty.ts';
import {rules} from '../../source/duties/index.ts';

/** What serves a duty of the guidance: each part is checked to exist. */
export type Served = {
	readonly verbs: readonly string[];
	readonly rules: readonly string[];
	/** Panes of the console. */
	readonly panes: readonly string[];
	/** Pages of `loggist show`. */
	readonly pages?: readonly string[];
};

export type GuidanceDuty = Served & {readonly role: string; readonly duty: string};

/** What the guidance itself calls the roles, whatever a doctrine does. */
const titles: Readonly<Record<DutyRole, string>> = {
	im: 'Incident Manager',
	deputy: 'Deputy',
	secretariat: 'Secretariat',
	sme: 'Subject matter expert',
	comms: 'Communications Lead',
	liaison: 'Liaison',
};

/** What serves each duty: one that nothing was named for does not compile. */
const served: Readonly<Record<DutyKey, Served>> = {
	announce: {
		verbs: ['call', 'announce'],
		rules: ['R1', 'R2', 'R10'],
		panes: ['roles', 'rhythm'],
	},
	sort: {
		verbs: ['know', 'unknown', 'suspect', 'confirm', 'refute', 'action'],
		rules: ['T4', 'A1', 'A8', 'R6', 'R7'],
		panes: ['findings', 'actions'],
		pages: ['matrix'],
	},
	escalate: {
		verbs: ['escalate', 'decline', 'message', 'agree'],
		rules: ['E4', 'E5', 'E10', 'H2'],
		panes: ['escalation', 'communications'],
	},
	brief: {
		verbs: ['offline', 'handover', 'briefed', 'accept'],
		rules: ['H4', 'H5', 'H8', 'H9'],
		panes: ['handover'],
		pages: ['handover'],
	},
	span: {
		verbs: ['split', 'brief', 'join', 'merge', 'escalate'],
		rules: ['S1', 'S2', 'S3', 'S4', 'S5', 'S7'],
		panes: ['roles'],
		pages: ['structure'],
	},
	close: {
		verbs: ['contained', 'clean', 'bau', 'phase', 'close'],
		rules: ['P1', 'P2', 'P3'],
		panes: ['review'],
	},
	learn: {
		verbs: ['arrange', 'held', 'lesson', 'followup', 'followed'],
		rules: ['P4', 'P5', 'P8'],
		panes: ['review'],
	},
	'stand-by': {
		verbs: ['accept', 'handover'],
		rules: ['R3', 'R9', 'H9'],
		panes: ['roles', 'handover'],
		pages: ['handover'],
	},
	watch: {
		verbs: ['suggest'],
		rules: ['E4', 'E10', 'H1', 'S2'],
		panes: ['prompts', 'escalation'],
		pages: ['sitrep'],
	},
	time: {
		verbs: ['ack', 'report', 'extend'],
		rules: ['A4', 'A5', 'A6', 'A7', 'H1'],
		panes: ['actions', 'prompts'],
	},
	log: {
		verbs: ['note', 'strike', 'explain', 'decide', 'justify'],
		rules: ['G1', 'G2', 'G3', 'G4', 'G5', 'E1'],
		panes: ['log'],
	},
	picture: {
		verbs: ['heartbeat', 'announce'],
		rules: ['H3', 'E9'],
		panes: ['rhythm', 'findings'],
		pages: ['sitrep', 'structure'],
	},
	channel: {
		verbs: ['channel', 'call', 'endcall'],
		rules: ['R10'],
		panes: ['communications', 'rhythm'],
	},
	owners: {
		verbs: ['action', 'reassign', 'extend', 'ack'],
		rules: ['A1', 'A2', 'A3', 'A4'],
		panes: ['actions'],
	},
	capture: {
		verbs: ['capture', 'exhibit'],
		rules: ['P7', 'G10'],
		panes: ['review', 'evidence'],
	},
	investigate: {
		verbs: ['action', 'report', 'done', 'can'],
		rules: ['A9', 'A12', 'R12'],
		panes: ['actions'],
	},
	recommend: {
		verbs: ['recommend', 'instruct'],
		rules: ['A9'],
		panes: ['decisions'],
	},
	'pass-on': {
		verbs: ['message', 'send', 'audience', 'update'],
		rules: ['R8', 'H2', 'H3', 'C6'],
		panes: ['communications'],
	},
	agree: {
		verbs: ['redraft', 'agree', 'send'],
		rules: ['C1', 'C2', 'C3', 'C4', 'C5'],
		panes: ['communications'],
	},
	'bring-in': {
		verbs: ['checkin', 'told'],
		rules: ['R11', 'P10'],
		panes: ['roles', 'communications'],
	},
	stakeholders: {
		verbs: ['told', 'audience'],
		rules: ['E5', 'E6', 'E8'],
		panes: ['escalation', 'communications'],
	},
};

/** The duties of the Ministry of Justice guidance on roles, role by role, in words of our own. */
export const guidance: readonly GuidanceDuty[] = roleDuties.map(({key, role, duty}) => ({
	role: titles[role],
	duty,
	...served[key],
}));

/** Its three conditions. */
export const conditions: readonly GuidanceDuty[] = [
	{
		role: 'A security incident',
		duty: 'A security analyst is in the team',
		verbs: ['assign'],
		rules: ['R4'],
		panes: ['roles'],
	},
	{
		role: 'Personal data may be involved',
		duty: 'A member of the data privacy team is in the team',
		verbs: ['data', 'assign'],
		rules: ['R5', 'L1'],
		panes: ['roles', 'notifications'],
	},
	{
		role: 'Severity or complexity warrants it, or several incidents may be related',
		duty: 'The Incident Manager can trigger a silver command',
		verbs: ['escalate', 'link', 'standdown'],
		rules: ['E4', 'S6', 'G7'],
		panes: ['escalation'],
	},
];

const cell = (words: readonly string[]): string => words.map(word => `\`${word}\``).join(', ');

const rows = (duties: readonly GuidanceDuty[]): string =>
	duties
		.map(
			({role, duty, verbs, rules: asked, panes, pages}) =>
				`| ${role} | ${duty} | ${cell(verbs)} | ${asked.join(', ')} | ${[...panes, ...(pages ?? []).map(page => `show ${page}`)].join(', ')} |`,
		)
		.join('\n');

const head = (first: string, second: string): string =>
	`| ${first} | ${second} | Verbs | Rules | Where it is seen |\n| --- | --- | --- | --- | --- |`;

/** The page that says what serves each duty of the guidance. */
export const guidancePage = (): string => `# What serves each duty

The Ministry of Justice guidance gives every role of an incident team its duties. This page names, for each of them, the
verbs that record it, the rules that ask for it (of ${rules.length}; see [doctrine](doctrine.md)) and the pane or page
that shows it. It is made from the code by \`npm run papers\`; a test checks that everything named here exists.

## Duties

${head('Role', 'Duty')}
${rows(guidance)}

## Conditions

${head('When', 'Then')}
${rows(conditions)}
`;
