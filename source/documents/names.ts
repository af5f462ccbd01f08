import type {Slices} from '../board.ts';
import {duties} from '../duties/index.ts';
import {awareAt} from '../duties/notifications/state.ts';
import {incidentManager, nameOf} from '../duties/staffing/state.ts';
import {type Block, paragraph} from '../section.ts';
import {dayAndTime, elapsed, inBrief, type Instant, inZone} from '../time.ts';
import {documentControl, makerWords} from './control.ts';
import {curatedLogSection} from './curated-log.ts';
import {markingLine} from './dress.ts';
import {gantt} from './gantt.ts';
import {gapWords} from './gap.ts';
import type {DocumentView} from './incident-log.ts';
import {integritySection} from './integrity.ts';
import {logSection} from './log.ts';
import {matrix} from './matrix.ts';
import {mermaidTimeline} from './mermaid-timeline.ts';
import {drawn} from './pictures.ts';
import {raisedSection} from './raised.ts';
import * as reviewed from './review-parts.ts';
import {structure} from './structure.ts';

/** A word within a sentence: `{{incident.title}}`. */
export type ValueName = {readonly name: string; readonly says: string; readonly value: (view: DocumentView) => string};

/** A part that stands on a line of its own: `{{actions}}`. */
export type SectionName = {
	readonly name: string;
	readonly says: string;
	readonly blocks: (view: DocumentView) => readonly Block[];
};

const at = ({board}: DocumentView, instant: Instant | undefined, otherwise: string): string =>
	instant === undefined ? otherwise : dayAndTime(instant, board.declaration.zone);

const inUtc = (instant: Instant | undefined, otherwise: string): string =>
	instant === undefined ? otherwise : inZone(instant, 'UTC', 'yyyy-MM-dd HH:mm');

const statusOfReview = ({board: {review}}: DocumentView): string =>
	review.steps.held === undefined ? (review.arranged === undefined ? 'Draft, not arranged' : 'Draft') : 'In review';

const dataWords = {yes: 'involved', maybe: 'maybe involved', no: 'not involved'} as const;

/** Every word that a template may name. */
export const values: readonly ValueName[] = [
	{name: 'incident.reference', says: 'its reference', value: ({board}) => board.incident},
	{name: 'incident.title', says: 'its title', value: ({board}) => board.declaration.title},
	{name: 'incident.kind', says: 'security, privacy or operational', value: ({board}) => board.declaration.incidentKind},
	{name: 'incident.severity', says: 'how severe it is now', value: ({board}) => board.declaration.severity},
	{name: 'incident.phase', says: 'its phase', value: ({board}) => board.declaration.phase},
	{name: 'incident.tier', says: 'bronze, silver or gold', value: ({board}) => board.escalation.tier},
	{
		name: 'incident.status',
		says: 'open, or closed and how',
		value: ({board: {declaration}}) =>
			declaration.closedAt === undefined
				? 'open'
				: `closed${declaration.outcome === undefined ? '' : `, ${declaration.outcome.replace('-', ' ')}`}`,
	},
	{
		name: 'incident.personal-data',
		says: 'whether personal data are involved',
		value: ({board}) => dataWords[board.declaration.personalData],
	},
	{
		name: 'incident.category',
		says: 'its category, as triage has it',
		value: ({board}) => board.declaration.triage.category ?? gapWords('category'),
	},
	{
		name: 'incident.source',
		says: 'how it came to light',
		value: ({board}) => board.declaration.triage.source ?? gapWords('how it came to light'),
	},
	{
		name: 'incident.hypothesis',
		says: 'the working hypothesis of triage',
		value: ({board}) => board.declaration.triage.hypothesis ?? gapWords('what is taken to have happened'),
	},
	{
		name: 'incident.declared',
		says: 'when it was declared',
		value: view => at(view, view.board.declaration.declaredAt, 'not declared'),
	},
	{
		name: 'incident.declared.utc',
		says: 'the same in UTC',
		value: ({board}) => inUtc(board.declaration.declaredAt, 'not declared'),
	},
	{
		name: 'incident.aware.utc',
		says: 'when somebody became aware of it, in UTC: as a duty to notify counts from it, else when it was declared, which it then says',
		value: ({board: {declaration, notifications}}) => {
			const aware = awareAt(notifications);
			return aware === undefined ? `${inUtc(declaration.declaredAt, 'not declared')} (declared)` : inUtc(aware, '');
		},
	},
	{
		name: 'incident.closed',
		says: 'when it was closed',
		value: view => at(view, view.board.declaration.closedAt, 'not closed'),
	},
	{
		name: 'incident.closed.utc',
		says: 'the same in UTC',
		value: ({board}) => inUtc(board.declaration.closedAt, 'not closed'),
	},
	{
		name: 'incident.duration',
		says: 'from the declaration to the close, or to now',
		value({board: {declaration}, now}) {
			const {declaredAt, closedAt} = declaration;
			return declaredAt === undefined ? 'not declared' : inBrief(elapsed(declaredAt, closedAt ?? now));
		},
	},
	{
		name: 'incident.outcome',
		says: 'why it was closed',
		value: ({board}) => board.declaration.closingReason ?? gapWords('how it ended'),
	},
	{name: 'incident.zone', says: 'the time zone of its times', value: ({board}) => board.declaration.zone},
	{
		name: 'incident.marking',
		says: 'its classification marking, and what that allows',
		value: ({board}) => markingLine(board),
	},
	{
		name: 'incident.manager',
		says: 'who is in command, or was last',
		value({board: {staffing}}) {
			const manager = incidentManager(staffing) ?? staffing.assignments.findLast(one => one.role === 'im')?.person;
			return manager === undefined ? 'nobody' : nameOf(staffing, manager);
		},
	},
	{
		name: 'review.owner',
		says: 'who owns the post-incident review',
		value({board: {review, staffing}}) {
			const owner = review.arranged?.owner;
			return owner === undefined ? gapWords('owner of the review') : nameOf(staffing, owner);
		},
	},
	{
		name: 'review.date',
		says: 'when the review is held',
		value: view => at(view, view.board.review.arranged?.at, gapWords('when the review is held')),
	},
	{name: 'review.status', says: 'how far the review is', value: statusOfReview},
	{name: 'document.made', says: 'when the document was made', value: view => at(view, view.now, '')},
	{
		name: 'document.day',
		says: 'on which day',
		value: ({board, now}) => inZone(now, board.declaration.zone, 'yyyy-MM-dd'),
	},
	{name: 'document.maker', says: 'by what it was made', value: makerWords},
	{name: 'log.entries', says: 'how many entries the log has', value: ({entries}) => String(entries.length)},
	{name: 'log.last', says: 'the number of the last one', value: ({board}) => String(board.head?.number ?? 0)},
	{name: 'log.hash', says: 'its hash (SHA-256)', value: ({board}) => board.head?.hash ?? 'no entries'},
];

/** A duty's own section. */
const section =
	(name: keyof Slices) =>
	(view: DocumentView): readonly Block[] =>
		duties.find(one => one.name === name)?.section(view) ?? [];

const none: readonly Block[] = [paragraph('Nothing is on record.')];

const orNone = (blocks: readonly Block[]): readonly Block[] => (blocks.length === 0 ? none : blocks);

const picture = (view: DocumentView, make: typeof gantt): readonly Block[] =>
	view.options?.pictures === true ? drawn(make(view)) : [];

const parts: readonly SectionName[] = [
	{
		name: 'control',
		says: 'reference, marking, when and by what it was made, how many entries',
		blocks: documentControl,
	},
	{name: 'summary', says: 'what the incident is and how it stands', blocks: section('declaration')},
	{
		name: 'roles',
		says: 'who held which role from when to when; sub-teams; spans of control',
		blocks: section('staffing'),
	},
	{name: 'responders', says: 'who held which role, as a list', blocks: reviewed.responders},
	{name: 'structure', says: 'who reports to whom, as a tree', blocks: structure},
	{name: 'findings', says: 'what is known, suspected, unknown and refuted; hypotheses', blocks: section('findings')},
	{name: 'matrix', says: 'hypotheses against the evidence', blocks: matrix},
	{
		name: 'decisions',
		says: 'decisions with reasons, options, objections, recommendations',
		blocks: section('decisions'),
	},
	{name: 'actions', says: 'actions with owners, times and results', blocks: section('actions')},
	{
		name: 'communications',
		says: 'messages with their agreement, audiences, updates, channels',
		blocks: section('communications'),
	},
	{name: 'messages', says: 'the texts that went out', blocks: reviewed.messages},
	{name: 'escalation', says: 'tiers of command, suggestions, linked incidents', blocks: section('escalation')},
	{name: 'related', says: 'linked incidents only', blocks: reviewed.related},
	{name: 'notifications', says: 'statutory clocks and what met them', blocks: section('notifications')},
	{
		name: 'rhythm',
		says: 'calls, heartbeats, confirmations, operational periods, CAN reports',
		blocks: section('rhythm'),
	},
	{name: 'handovers', says: 'transfers, roles not covered, loggists', blocks: section('handover')},
	{name: 'evidence', says: 'exhibits and the chain of their custody', blocks: section('evidence')},
	{name: 'recovery', says: 'steps to the close, lessons, follow-ups', blocks: section('review')},
	{
		name: 'exercise',
		says: 'of a drill: injects, what the evaluator saw, ratings, hot wash',
		blocks: section('exercise'),
	},
	{name: 'impact', says: 'what the log shows of the impact, time in each severity', blocks: reviewed.impact},
	{name: 'severities', says: 'time in each severity only', blocks: reviewed.severities},
	{name: 'detection', says: 'how it came to light, and how long that took', blocks: reviewed.detection},
	{name: 'causes', says: 'hypotheses that were confirmed or eliminated', blocks: reviewed.causes},
	{
		name: 'resolution',
		says: 'containment, clean state, return to business as usual, close',
		blocks: reviewed.resolution,
	},
	{name: 'times', says: 'when each step of the handling was reached', blocks: reviewed.times},
	{name: 'lessons', says: 'what was learnt', blocks: reviewed.lessons},
	{name: 'followups', says: 'follow-ups with owner and date', blocks: reviewed.followUps},
	{name: 'followups.sre', says: 'the same in the columns of the SRE book', blocks: reviewed.followUpsSre},
	{name: 'followups.ccadb', says: "the same in the columns of the CCADB's form", blocks: reviewed.followUpsCcadb},
	{name: 'prompts', says: 'every prompt that doctrine raised, and how it was answered', blocks: raisedSection},
	{name: 'answers', says: 'prompts with reasons and who authorised; the glossary', blocks: section('record')},
	{name: 'log', says: 'the whole log, an entry a row', blocks: logSection},
	{name: 'log.curated', says: 'the log without what was struck and without housekeeping', blocks: curatedLogSection},
	{name: 'timeline', says: 'the curated log by when it happened, in UTC to the minute', blocks: reviewed.timelineInUtc},
	{
		name: 'picture.timeline',
		says: 'the milestones as a Mermaid timeline',
		blocks: view => picture(view, mermaidTimeline),
	},
	{name: 'picture.gantt', says: 'phases and actions as a Mermaid Gantt chart', blocks: view => picture(view, gantt)},
	{name: 'integrity', says: 'what the log is worth, and its last hash', blocks: integritySection},
];

/** Every part that a template may name: one that has nothing to tell says so, but for a picture. */
export const sections: readonly SectionName[] = parts.map(one => ({
	...one,
	blocks: one.name.startsWith('picture.') ? one.blocks : view => orNone(one.blocks(view)),
}));
