import type {Entry} from '../../entry.ts';
import type {Evolution} from '../../evolution.ts';
import type {Instant} from '../../time.ts';
import type {RoleKey} from '../staffing/events.ts';
import type {Staffing} from '../staffing/state.ts';
import {type DocumentKey, documents, type ReviewEvent} from './events.ts';

/** Something that was said once and stands: when, by whom, in which entry. */
export type Milestone = {
	readonly at: Instant;
	/** A handle, or a name that is nobody's handle. */
	readonly by: string;
	readonly entry: number;
	readonly text: string | undefined;
};

/** What is confirmed on the way from hot to closed. */
export type StepKey = 'contained' | 'clean' | 'returned' | 'held' | 'thanked' | 'reported';

/** When and with whom the post-incident review is. */
export type Arrangement = {
	/** One named person: a handle. */
	readonly owner: string | undefined;
	readonly at: Instant | undefined;
	/** When it was last arranged so. */
	readonly saidAt: Instant;
	readonly entry: number;
};

/** What was learnt. */
export type Lesson = {
	/** `L1`. */
	readonly ref: string;
	readonly text: string;
	/** In an exercise: what it is about, an objective or one of `actions`, `log`, `prompts`. */
	readonly area: string | undefined;
	readonly at: Instant;
	readonly by: string;
	readonly entry: number;
};

/** Work that outlives the incident. */
export type FollowUp = {
	/** `U1`. */
	readonly ref: string;
	readonly text: string;
	readonly owner: string | undefined;
	readonly due: Instant | undefined;
	readonly doneAt: Instant | undefined;
	/** The lesson it follows from: `L1`. */
	readonly lesson: string | undefined;
	/** When somebody last set, changed or ended it. */
	readonly lookedAt: Instant;
	/** What was said when it was done. */
	readonly remark: string | undefined;
	readonly entry: number;
};

export type Review = {
	/** Every follow-up, in the order of their refs. */
	readonly followUps: readonly FollowUp[];
	/** Every lesson, in the order of their refs. */
	readonly lessons: readonly Lesson[];
	readonly steps: Readonly<Partial<Record<StepKey, Milestone>>>;
	/** When return to business as usual was recommended: the moment of `steps.returned`, as other duties ask for it. */
	readonly recovered: Instant | undefined;
	readonly captured: Readonly<Partial<Record<DocumentKey, Milestone>>>;
	/** The post-incident review; undefined until it was arranged. */
	readonly arranged: Arrangement | undefined;
	/** When the time-critical phase ended; undefined while it lasts. */
	readonly hotUntil: Instant | undefined;
	/** Actions that were given a new time or owner after that: carried over, not forgotten. */
	readonly carried: readonly string[];
	/** The entry that closed the incident, and the first note after it. */
	readonly closing: {readonly entry: number; readonly note: number | undefined} | undefined;
};

export const noReview: Review = {
	followUps: [],
	lessons: [],
	steps: {},
	recovered: undefined,
	captured: {},
	arranged: undefined,
	hotUntil: undefined,
	carried: [],
	closing: undefined,
};

const milestone = ({occurredAt, by, number}: Entry, text: string | undefined): Milestone => ({
	at: occurredAt,
	by,
	entry: number,
	text,
});

const step = (slice: Review, key: StepKey, entry: Entry, text: string | undefined): Review => ({
	...slice,
	steps: {...slice.steps, [key]: milestone(entry, text)},
});

const changeFollowUp = (slice: Review, ref: string, how: (one: FollowUp) => FollowUp): Review =>
	slice.followUps.some(one => one.ref === ref)
		? {...slice, followUps: slice.followUps.map(one => (one.ref === ref ? how(one) : one))}
		: slice;

/** An action that is taken in hand again after the hot phase. */
const carry = (slice: Review, ref: string): Review =>
	slice.hotUntil === undefined || slice.carried.includes(ref) ? slice : {...slice, carried: [...slice.carried, ref]};

export const reviewEvolution: Evolution<Review, ReviewEvent> = {
	'containment-confirmed': (slice, {reason}, entry) => step(slice, 'contained', entry, reason),
	// The confirmation is the expert's, whoever wrote it down.
	'clean-confirmed': (slice, {expert, text}, entry) => step(slice, 'clean', {...entry, by: expert}, text),
	'return-recommended': (slice, {manager, reason}, entry) => ({
		...step(slice, 'returned', {...entry, by: manager ?? entry.by}, reason),
		recovered: entry.occurredAt,
	}),
	'document-captured': (slice, {document, text}, entry) => ({
		...slice,
		captured: {...slice.captured, [document]: milestone(entry, text)},
	}),
	'review-arranged': (slice, {owner, at}, {number, occurredAt}) => ({
		...slice,
		arranged: {
			owner: owner ?? slice.arranged?.owner,
			at: at ?? slice.arranged?.at,
			saidAt: occurredAt,
			entry: number,
		},
	}),
	'review-held': (slice, {text}, entry) => step(slice, 'held', entry, text),
	'lesson-learnt': (slice, {ref, text, area}, {occurredAt, by, number}) => ({
		...slice,
		lessons: [...slice.lessons, {ref, text, area, at: occurredAt, by, entry: number}],
	}),
	'followup-set': (slice, {ref, text, owner, due, lesson}, {occurredAt, number}) => ({
		...slice,
		followUps: [
			...slice.followUps,
			{
				ref,
				text,
				owner,
				due,
				lesson,
				doneAt: undefined,
				lookedAt: occurredAt,
				remark: undefined,
				entry: number,
			},
		],
	}),
	'followup-amended': (slice, {ref, owner, due}, {occurredAt}) =>
		changeFollowUp(slice, ref, one => ({
			...one,
			owner: owner ?? one.owner,
			due: due ?? one.due,
			lookedAt: occurredAt,
		})),
	'followup-done': (slice, {ref, text}, {occurredAt}) =>
		changeFollowUp(slice, ref, one => ({...one, doneAt: occurredAt, lookedAt: occurredAt, remark: text})),
	'thanks-given': (slice, {text}, entry) => step(slice, 'thanked', entry, text),
	'management-reported': (slice, {text}, entry) => step(slice, 'reported', entry, text),
	'phase-set'(slice, {phase, was}, {occurredAt}) {
		if (phase === 'hot') {
			// What was contained, clean and recovered is so no longer.
			const {contained: _contained, clean: _clean, returned: _returned, ...steps} = slice.steps;
			return {...slice, steps, recovered: undefined, hotUntil: undefined, carried: []};
		}

		return was === 'hot' ? {...slice, hotUntil: occurredAt} : slice;
	},
	'action-extended': (slice, {ref}) => carry(slice, ref),
	'action-reassigned': (slice, {ref}) => carry(slice, ref),
	'incident-closed': (slice, _, {number}) => ({...slice, closing: {entry: number, note: undefined}}),
	'incident-reopened': slice => ({...slice, closing: undefined}),
	'note-made': (slice, _, {number}) =>
		slice.closing === undefined || slice.closing.note !== undefined
			? slice
			: {...slice, closing: {...slice.closing, note: number}},
};

/** How each document of the checklist is called. */
export const documentTitles: Readonly<Record<DocumentKey, string>> = {
	log: 'the log',
	decisions: 'decisions with their reasons',
	actions: 'actions with their results',
	messages: 'messages as they were sent',
	evidence: 'the list of evidence',
	report: 'the report of the incident',
	chat: 'the chat of the team',
	calls: 'notes or recordings of calls',
};

/** Documents of the checklist that nobody has captured yet, in its order. */
export const missingDocuments = ({captured}: Review): readonly DocumentKey[] =>
	documents.filter(one => captured[one] === undefined);

const expertRoles: ReadonlySet<RoleKey> = new Set<RoleKey>(['sme', 'analyst', 'privacy']);

/** Somebody who is a subject matter expert here, or was: experts may have been released when they are asked. */
export const hasBeenExpert = ({assignments}: Staffing, person: string): boolean =>
	assignments.some(one => one.person === person && expertRoles.has(one.role));

/** Everybody who has been an expert here, in the order in which they came. */
export const expertsSoFar = ({assignments}: Staffing): readonly string[] => [
	...new Set(assignments.filter(one => expertRoles.has(one.role)).map(one => one.person)),
];

export const openFollowUps = ({followUps}: Review): readonly FollowUp[] =>
	followUps.filter(one => one.doneAt === undefined);

export const followUpNamed = ({followUps}: Review, ref: string): FollowUp | undefined =>
	followUps.find(one => one.ref === ref);

/** The one that is due first comes first, those without a date after it, in the order of their refs. */
export const byDue = (followUps: readonly FollowUp[]): readonly FollowUp[] =>
	followUps.toSorted((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9'));

/** One thing to be done on the way to the close, or after it. */
export type ClosingStep = {
	readonly key: string;
	readonly title: string;
	/** Undefined while it is not done. */
	readonly done: {readonly at: Instant; readonly entry: number; readonly by: string | undefined} | undefined;
	/** What was said with it. */
	readonly text: string | undefined;
	/** The line that would do it; to be completed where it ends in a blank or `@`. */
	readonly line: string;
};

/** Recovery and closing as a list to be ticked off, in the order in which things are done. */
export const closingSteps = ({steps, captured, arranged}: Review): readonly ClosingStep[] => {
	const of = (key: StepKey, title: string, line: string): ClosingStep => ({
		key,
		title,
		done: steps[key],
		text: steps[key]?.text,
		line,
	});
	return [
		of('contained', 'Containment confirmed', 'contained'),
		of('clean', 'Clean state confirmed by an expert', 'clean @'),
		of('returned', 'Return to business as usual recommended', 'bau'),
		{
			key: 'arranged',
			title: 'Post-incident review arranged',
			done: arranged === undefined ? undefined : {at: arranged.saidAt, entry: arranged.entry, by: undefined},
			text: undefined,
			line: 'arrange @',
		},
		of('reported', 'Management has the report', 'managementreport'),
		of('thanked', 'Everybody thanked', 'thank '),
		...documents.map(
			(document): ClosingStep => ({
				key: document,
				title: `Captured: ${documentTitles[document]}`,
				done: captured[document],
				text: captured[document]?.text,
				line: `capture ${document}`,
			}),
		),
		of('held', 'Post-incident review held', 'held'),
	];
};
