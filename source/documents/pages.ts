import {profileOf} from '../duties/declaration/state.ts';
import type {Block} from '../section.ts';
import type {Instant} from '../time.ts';
import {actionList} from './action-list.ts';
import {decisionLog} from './decision-log.ts';
import {doctrineBlocks} from './doctrine.ts';
import {dutiesPage} from './duties.ts';
import {handoverBrief} from './handover-brief.ts';
import type {DocumentView} from './incident-log.ts';
import {matrix} from './matrix.ts';
import {raisedSection} from './raised.ts';
import {situationReport} from './situation-report.ts';
import {structure} from './structure.ts';
import {timelinePage} from './timeline.ts';

/** A page that is looked at: in the console after `/show`, in the shell after `loggist show`. */
export type Page = {
	readonly name: string;
	readonly summary: string;
	/** `columns` is how wide a picture may be; `cursor` the moment that is marked in one over time. */
	readonly blocks: (
		view: DocumentView & {readonly columns?: number; readonly cursor?: Instant | undefined},
	) => readonly Block[];
	/** Whether time runs across it. */
	readonly isPicture?: boolean;
	/** Whether it is dressed as a document, with its marking. */
	readonly isDocument?: boolean;
};

export const pages: readonly Page[] = [
	{name: 'structure', summary: 'who reports to whom, as a tree', blocks: structure},
	{name: 'matrix', summary: 'hypotheses against the evidence', blocks: matrix},
	{name: 'sitrep', summary: 'the situation report', blocks: situationReport, isDocument: true},
	{name: 'handover', summary: 'the brief for whoever takes over', blocks: handoverBrief, isDocument: true},
	{name: 'decisions', summary: 'the decision log', blocks: decisionLog, isDocument: true},
	{name: 'actions', summary: 'the list of actions, with reports and follow-ups', blocks: actionList, isDocument: true},
	{name: 'timeline', summary: 'the incident over time, as a picture', blocks: timelinePage, isPicture: true},
	// The arrow keeps what else a page is given from being taken for roles.
	{
		name: 'duties',
		summary: 'the duties of each role, ticked as the log shows',
		blocks: view => dutiesPage(view),
		isDocument: true,
	},
	{name: 'prompts', summary: 'every prompt that was raised, and how it was answered', blocks: raisedSection},
	{
		name: 'doctrine',
		summary: 'which doctrine speaks, and its numbers',
		blocks: ({board}) => doctrineBlocks(profileOf(board.declaration)),
	},
];
