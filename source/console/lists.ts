import {cadencePane, channelsPane, communicationsPane, messagesPane} from '../duties/communications/pane.tsx';
import {escalationPane, stakeholdersPane} from '../duties/escalation/pane.tsx';
import {evidencePane} from '../duties/evidence/pane.tsx';
import {exercisePane} from '../duties/exercise/pane.tsx';
import {handoverPane} from '../duties/handover/pane.tsx';
import {notificationsPane} from '../duties/notifications/pane.tsx';
import {reviewPane} from '../duties/review/pane.tsx';
import {rhythmPane} from '../duties/rhythm/pane.tsx';
import {spanPane} from '../duties/staffing/pane.tsx';
import type {ListPane} from '../looks/list-pane.tsx';
import type {PaneName} from './layout.ts';
import {incompletePane, ownActionsPane} from './role-lists/actions.ts';
import {checklistPane} from './role-lists/checklist.ts';
import {lateEntriesPane} from './role-lists/late-entries.ts';
import {expectationsPane, planPane} from './role-lists/plan.ts';
import {ownRecommendationsPane} from './role-lists/recommendations.ts';
import {repliesPane} from './role-lists/replies.ts';
import {timesPane} from './role-lists/times.ts';
import {untestedPane} from './role-lists/untested.ts';
import type {Listed} from './rows.ts';

/** Panes that one component draws, from data. */
export const lists = {
	communications: communicationsPane,
	notifications: notificationsPane,
	escalation: escalationPane,
	rhythm: rhythmPane,
	handover: handoverPane,
	evidence: evidencePane,
	review: reviewPane,
	span: spanPane,
	untested: untestedPane,
	times: timesPane,
	'to complete': incompletePane,
	channels: channelsPane,
	messages: messagesPane,
	updates: cadencePane,
	stakeholders: stakeholdersPane,
	injects: exercisePane,
} satisfies Partial<Record<PaneName, ListPane>>;

/** Such panes that look beyond the board: at the log, at what doctrine asks, at who sits here. */
const made = {
	replies: repliesPane,
	'late entries': lateEntriesPane,
	'own actions': ownActionsPane,
	'own recommendations': ownRecommendationsPane,
	plan: planPane,
	expectations: expectationsPane,
	'manager duties': checklistPane('im'),
	'deputy duties': checklistPane('deputy'),
	'secretariat duties': checklistPane('secretariat'),
	'expert duties': checklistPane('sme'),
	'comms duties': checklistPane('comms'),
	'liaison duties': checklistPane('liaison'),
} satisfies Partial<Record<PaneName, (listed: Listed) => ListPane>>;

export type ListName = keyof typeof lists | keyof typeof made;

const isMade = (name: PaneName): name is keyof typeof made => name in made;

export const isList = (name: PaneName): name is ListName => name in lists || isMade(name);

/** The pane of that name, for what is listed now. */
export const listOf = (name: ListName, listed: Listed): ListPane => (isMade(name) ? made[name](listed) : lists[name]);
