import type {Entry} from '../../entry.ts';
import {tell} from '../../timeline.ts';
import {awareAt} from '../../duties/notifications/state.ts';
import {type Answer, answer, finding, type Gap} from '../answer.ts';
import {at, type EvidenceView, type IncidentFile, isFalseAlarm, labelOf, standing, who} from '../view.ts';
import {ofSample} from './of-sample.ts';

type Event = Entry['event'];

/** One step in the course of an incident, and the entry that shows it. */
export type Step = {
	readonly name: string;
	readonly shows: (event: Event) => boolean;
	/** What would show it, in the words of the log. */
	readonly fill: string;
	/** A false alarm never comes to it. */
	readonly isOfRealOnes: boolean;
};

const step = (name: string, fill: string, shows: Step['shows'], isOfRealOnes = true): Step => ({
	name,
	shows,
	fill,
	isOfRealOnes,
});

const told: ReadonlySet<string> = new Set(['message-sent', 'audience-updated', 'party-told', 'clock-notified']);

const evaluated: ReadonlySet<string> = new Set(['severity-set', 'severity-confirmed']);

export const steps = {
	detected: step(
		'Detected',
		'triage … source:HOW, in its log',
		event => event.kind === 'triage-recorded' && event.source !== undefined,
		false,
	),
	evaluated: step(
		'Evaluated',
		'triage … category:WHAT, or severity …, in its log',
		event =>
			evaluated.has(event.kind) ||
			(event.kind === 'triage-recorded' && (event.category !== undefined || event.hypothesis !== undefined)),
		false,
	),
	assigned: step(
		'Assigned',
		'assign im @who, in its log',
		event => event.kind === 'role-assigned' && event.role === 'im',
		false,
	),
	contained: step('Contained', 'contained because …, in its log', event => event.kind === 'containment-confirmed'),
	communicated: step('Communicated', 'send M…, update … or told …, in its log', event => told.has(event.kind)),
	rootCause: step(
		'Root cause found',
		'settle H… confirmed, in its log',
		event => event.kind === 'hypothesis-settled' && event.verdict === 'confirmed',
	),
	closed: step('Closed', 'close …, in its log', event => event.kind === 'incident-closed', false),
} as const;

/**
 * When it came to that step. That it was detected is told with its source, at triage or later: the time of that entry is
 * only the latest it can have been, unless a duty to notify says when somebody became aware.
 */
const timeOf = ({name}: Step, entry: Entry | undefined, {board}: IncidentFile, view: EvidenceView): string => {
	const aware = name === steps.detected.name ? awareAt(board.notifications) : undefined;
	if (aware !== undefined) {
		return at(view, aware);
	}

	return entry === undefined
		? 'not recorded'
		: `${name === steps.detected.name ? 'not later than ' : ''}${at(view, entry.occurredAt)}`;
};

/** The course of an incident, step by step: when, by whom, in which entry, in the words of the log. */
const course = (file: IncidentFile, view: EvidenceView, asked: readonly Step[]): Answer => {
	const entries = standing(file);
	const {board} = file;
	const wanted = asked.filter(one => !isFalseAlarm(file) || !one.isOfRealOnes);
	const rows = wanted.map(one => ({one, entry: entries.find(({event}) => one.shows(event))}));
	const gaps = rows.flatMap(({one, entry}): readonly Gap[] =>
		entry === undefined
			? [
					{
						lacks:
							`${one.name}: not in the log of ${board.incident}` +
							`${board.declaration.closedAt === undefined ? ', which is open' : ''}.`,
						fill: one.fill,
					},
				]
			: [],
	);
	return answer({
		said: isFalseAlarm(file) ? [`${board.incident} was closed as a false alarm.`] : [],
		found: [
			finding(
				'The course of the incidents',
				['Incident', 'Step', 'At', 'By', 'Entry', 'In the words of the log'],
				rows.map(({one, entry}) =>
					entry === undefined
						? [labelOf(file), one.name, timeOf(one, entry, file, view), '', '', '']
						: [
								labelOf(file),
								one.name,
								timeOf(one, entry, file, view),
								who(file, entry.by),
								String(entry.number),
								tell(entry, board),
							],
				),
			),
		],
		gaps,
	});
};

/** The steps of every incident, in the order asked. */
export const courseOf = (...asked: readonly Step[]) => ofSample((file, view) => course(file, view, asked));

/** What was made of each event: kind, severity, category, outcome. */
export const assessed = ofSample((file, view) => {
	const {incident, declaration} = file.board;
	const {triage, declaredAt, closedAt, outcome} = declaration;
	const lacking = [
		...(triage.source === undefined ? ['how it came to light'] : []),
		...(triage.category === undefined ? ['its category'] : []),
	];
	return answer({
		found: [
			finding(
				'Events and what was made of them',
				['Incident', 'Title', 'Declared', 'Kind', 'Severity', 'Came to light', 'Category', 'Outcome'],
				[
					[
						labelOf(file),
						declaration.title,
						declaredAt === undefined ? 'not recorded' : at(view, declaredAt),
						declaration.incidentKind,
						declaration.severity,
						triage.source ?? 'not recorded',
						triage.category ?? 'not recorded',
						closedAt === undefined ? 'open' : (outcome ?? 'closed, outcome not recorded'),
					],
				],
			),
		],
		gaps:
			lacking.length === 0
				? []
				: [
						{
							lacks: `The triage of ${incident} does not say ${lacking.join(', ')}.`,
							fill: 'triage … source:HOW category:WHAT, in its log',
						},
					],
	});
});
