import type {RoleKey} from '../duties/staffing/events.ts';
import {rolesOf, type Staffing} from '../duties/staffing/state.ts';
import type {PaneName} from './layout.ts';

/** A pane in a column. */
export type Place = {
	readonly pane: PaneName;
	/** Its part of the height, 0 to 1; one pane of each column has none: it takes what the others leave. */
	readonly share?: number;
	/** The least height of the column, in rows, at which it stands there. Default: it always does. */
	readonly from?: number;
	/** Rows it takes at least. */
	readonly least?: number;
};

/** Panes one above the other. */
export type Column = readonly Place[];

/** What somebody looks at: which panes stand where at each width, and which roles it is for. */
export type RoleView = {
	/** Said at the foot of the screen. */
	readonly title: string;
	readonly summary: string;
	/** Whoever holds one of these begins here. */
	readonly roles: readonly RoleKey[];
	/** On a narrow screen: one column. */
	readonly narrow: readonly [Column];
	/** On a screen of middling width: a small column at the left, and the other. */
	readonly middling: readonly [Column, Column];
	/** On a wide screen: three. */
	readonly wide: readonly [Column, Column, Column];
	/** Its lists in the order of Tab: those that have a place at some size, and those that come forth. */
	readonly panes: readonly PaneName[];
};

export const viewNames = ['board', 'manager', 'deputy', 'secretariat', 'sme', 'comms', 'liaison'] as const;

/** Those that anybody may look at, and the one that only whoever facilitates a drill has. */
export type ViewName = (typeof viewNames)[number] | 'facilitator';

/** The panes of a role, by what they are to it. */
type RolePanes = {
	/** What the role looks at first. */
	readonly first: PaneName;
	readonly second: PaneName;
	readonly third: PaneName;
	/** Short, and always of use. */
	readonly beside: PaneName;
	readonly duties: PaneName;
};

/**
 * The places that all roles share: what matters most on top of the main column and the log at its foot, the duties at
 * the foot of the left one. Whoever goes from one view to another finds the same kind of thing in the same corner.
 */
const placed = ({first, second, third, beside, duties}: RolePanes) =>
	({
		narrow: [
			[
				{pane: first},
				{pane: second, share: 0.25, from: 18},
				{pane: duties, share: 0.4, from: 11},
				{pane: 'log', share: 0.2, from: 26},
			],
		],
		middling: [
			[{pane: beside, share: 0.45, from: 10}, {pane: duties}],
			[
				{pane: first},
				{pane: second, share: 0.35, from: 13},
				{pane: third, share: 0.2, from: 28},
				{pane: 'log', share: 0.25, from: 20},
			],
		],
		wide: [
			[{pane: beside, share: 0.5, from: 10}, {pane: duties}],
			[{pane: first}, {pane: 'log', share: 0.4, from: 10}],
			[{pane: second}, {pane: third, share: 0.45, from: 10}],
		],
		panes: [first, second, third, duties, beside, 'log', 'prompts'],
	}) as const satisfies Partial<RoleView>;

/** Every view. Keys, `/view`, layout and the papers are made from this table. */
export const views: Readonly<Record<ViewName, RoleView>> = {
	board: {
		title: 'Board',
		summary: 'the whole incident',
		roles: [],
		narrow: [[{pane: 'actions', share: 0.5, from: 9}, {pane: 'log'}]],
		middling: [
			[{pane: 'roles'}],
			[
				// On a low screen the log alone is worth more than two stumps.
				{pane: 'actions', share: 0.4, least: 5, from: 10},
				{pane: 'findings', share: 0.25, from: 20},
				{pane: 'log'},
			],
		],
		wide: [
			// What is said outside and what must be said in time have a place where the log and the roles can spare one.
			[{pane: 'roles'}, {pane: 'notifications', share: 0.3, from: 26}],
			[{pane: 'log'}, {pane: 'communications', share: 0.3, from: 26}],
			[{pane: 'actions'}, {pane: 'findings', share: 0.25, from: 12}, {pane: 'decisions', share: 0.25, from: 12}],
		],
		panes: [
			'log',
			'prompts',
			'actions',
			'roles',
			'findings',
			'decisions',
			'communications',
			'notifications',
			'escalation',
			'rhythm',
			'handover',
			'evidence',
			'review',
		],
	},
	manager: {
		title: 'Manager',
		summary: 'decisions waiting, statutory clocks, findings without a tester, span of control',
		roles: ['im'],
		...placed({
			first: 'decisions',
			second: 'notifications',
			third: 'untested',
			beside: 'span',
			duties: 'manager duties',
		}),
	},
	deputy: {
		title: 'Deputy',
		summary: 'every time that is to be kept, overdue actions, suggestions to escalate, replies owed',
		roles: ['deputy'],
		...placed({
			first: 'times',
			second: 'actions',
			third: 'escalation',
			beside: 'replies',
			duties: 'deputy duties',
		}),
	},
	secretariat: {
		title: 'Secretariat',
		summary: 'the log, actions without owner or time, late entries, channels',
		roles: ['secretariat'],
		narrow: [
			[{pane: 'to complete', share: 0.25, from: 18}, {pane: 'secretariat duties', share: 0.4, from: 11}, {pane: 'log'}],
		],
		middling: [
			[{pane: 'channels', share: 0.4, from: 10}, {pane: 'secretariat duties'}],
			[{pane: 'to complete', share: 0.3, from: 14}, {pane: 'late entries', share: 0.2, from: 24}, {pane: 'log'}],
		],
		wide: [
			[{pane: 'channels', share: 0.4, from: 10}, {pane: 'secretariat duties'}],
			[{pane: 'log'}],
			[{pane: 'to complete'}, {pane: 'late entries', share: 0.45, from: 10}],
		],
		panes: ['log', 'to complete', 'late entries', 'secretariat duties', 'channels', 'prompts'],
	},
	sme: {
		title: 'Expert',
		summary: 'own actions and recommendations, what is found, what nobody tests',
		roles: ['analyst', 'privacy', 'sme'],
		...placed({
			first: 'own actions',
			second: 'own recommendations',
			third: 'findings',
			beside: 'untested',
			duties: 'expert duties',
		}),
	},
	comms: {
		title: 'Communications',
		summary: 'messages and who agreed to them, updates due, who was told, channels',
		roles: ['comms'],
		...placed({
			first: 'messages',
			second: 'updates',
			third: 'stakeholders',
			beside: 'channels',
			duties: 'comms duties',
		}),
	},
	liaison: {
		title: 'Liaison',
		summary: 'stakeholders told and not told, briefings due, messages, who is here',
		roles: ['liaison'],
		...placed({
			first: 'stakeholders',
			second: 'updates',
			third: 'messages',
			beside: 'roles',
			duties: 'liaison duties',
		}),
	},
	facilitator: {
		title: 'Facilitator',
		summary: 'injects given and to come, what is expected and how it stands, the log',
		roles: [],
		narrow: [[{pane: 'plan'}, {pane: 'expectations', share: 0.4, from: 9}, {pane: 'log', share: 0.2, from: 26}]],
		middling: [[{pane: 'log'}], [{pane: 'plan'}, {pane: 'expectations', share: 0.45, from: 9}]],
		wide: [[{pane: 'log'}], [{pane: 'plan'}], [{pane: 'expectations'}]],
		panes: ['plan', 'expectations', 'log', 'prompts', 'actions', 'roles', 'findings', 'decisions', 'messages'],
	},
};

/** What the players were told, at the head of the column that has the most room: in a drill only. */
const injectsPlace: Place = {pane: 'injects', share: 0.3, least: 4, from: 12};

/** A view as it stands in a drill. */
export const inDrill = (view: RoleView): Pick<RoleView, 'narrow' | 'middling' | 'wide'> => {
	const {narrow, middling, wide} = view;
	return view === views.facilitator
		? view
		: {
				narrow: [[injectsPlace, ...narrow[0]]],
				middling: [middling[0], [injectsPlace, ...middling[1]]],
				wide: [wide[0], wide[1], [injectsPlace, ...wide[2]]],
			};
};

/** The views of a console that was opened on `home`, in their order. */
export const viewsFrom = (home: ViewName): readonly ViewName[] =>
	home === 'facilitator' ? [home, ...viewNames] : viewNames;

/** The panes of a view in the order of Tab. In every drill what the players were told is one of them. */
export const panesIn = (name: ViewName): readonly PaneName[] =>
	name === 'facilitator' ? views[name].panes : [...views[name].panes, 'injects'];

/** The view of that name, or of the role of that name. */
export const viewNamed = (typed: string, home: ViewName = 'board'): ViewName | undefined => {
	const name = typed.trim().toLowerCase();
	return viewsFrom(home).find(one => one === name || views[one].roles.some(role => role === name));
};

/** The view after this one, and after the last the first. */
export const viewAfter = (name: ViewName, home: ViewName = 'board'): ViewName => {
	const all = viewsFrom(home);
	return all[(all.indexOf(name) + 1) % all.length] ?? 'board';
};

/** The view of the first role that somebody holds, in the order of the roles; the board for everybody else. */
export const viewOf = (staffing: Staffing, person: string): ViewName => {
	const [first] = rolesOf(staffing, person);
	return viewNames.find(one => first !== undefined && views[one].roles.includes(first)) ?? 'board';
};
