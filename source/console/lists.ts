import {communicationsPane} from '../duties/communications/pane.tsx';
import {escalationPane} from '../duties/escalation/pane.tsx';
import {evidencePane} from '../duties/evidence/pane.tsx';
import {handoverPane} from '../duties/handover/pane.tsx';
import {notificationsPane} from '../duties/notifications/pane.tsx';
import {reviewPane} from '../duties/review/pane.tsx';
import {rhythmPane} from '../duties/rhythm/pane.tsx';
import type {ListPane} from '../looks/list-pane.tsx';
import type {PaneName} from './layout.ts';

/** Panes that one component draws, from data. */
export const lists = {
	communications: communicationsPane,
	notifications: notificationsPane,
	escalation: escalationPane,
	rhythm: rhythmPane,
	handover: handoverPane,
	evidence: evidencePane,
	review: reviewPane,
} satisfies Partial<Record<PaneName, ListPane>>;

export type ListName = keyof typeof lists;

export const isList = (name: PaneName): name is ListName => name in lists;
