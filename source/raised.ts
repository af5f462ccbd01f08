import {inCommon} from './alike.ts';
import type {Board} from './board.ts';
import {type Asked, createConsultation} from './consult.ts';
import {profileOf} from './duties/declaration/state.ts';
import type {AnswerKind} from './duties/record/events.ts';
import type {Entry, EventKind} from './entry.ts';
import {emptyBoard, fold} from './fold.ts';
import type {Prompt} from './rule.ts';
import {type Instant, withoutDays} from './time.ts';

/** A prompt as it was raised, and what became of it. */
export type Raised = {
	readonly rule: string;
	readonly subject: string;
	readonly severity: Prompt['severity'];
	readonly text: string;
	readonly from: Instant;
	/** When it was asked no more; undefined while it stands. */
	readonly to: Instant | undefined;
	/** The entry after which it was asked no more; undefined where time alone ended it, or it stands. */
	readonly endedBy: number | undefined;
	/** Whether the same rule went on asking about it in other words, or louder: the next row. */
	readonly isSucceeded: boolean;
	/** How it was answered, in the order of the answers. */
	readonly answers: readonly {readonly entry: number; readonly answer: AnswerKind}[];
};

type Open = {-readonly [Key in keyof Raised]: Raised[Key]};

/** Kinds that never stand by themselves: they are written in one go with the entry before them. */
const companions: ReadonlySet<string> = new Set<EventKind>([
	'profile-adopted',
	'roster-adopted',
	'role-relieved',
	'role-accepted',
	'clock-started',
	'clock-anchored',
	'prompt-answered',
]);

/** Whether an entry belongs to the same deed as the one before it; between the two nobody was asked anything. */
const isOneDeed = (before: Entry, entry: Entry): boolean =>
	before.recordedAt === entry.recordedAt &&
	before.recordedBy === entry.recordedBy &&
	before.by === entry.by &&
	// Whoever is named for the first time joins in front of what the line says.
	(before.event.kind === 'person-joined' ||
		companions.has(entry.event.kind) ||
		(before.event.kind === 'role-relieved' && entry.event.kind === 'role-assigned'));

/** The log by deeds, each when it is asked for: doctrine looks at what stands after the last entry of each. */
const groups = function* (entries: readonly Entry[]): Generator<readonly [Entry, ...Entry[]]> {
	let group: [Entry, ...Entry[]] | undefined;
	let before: Entry | undefined;
	for (const entry of entries) {
		if (group !== undefined && before !== undefined && isOneDeed(before, entry)) {
			group.push(entry);
		} else {
			if (group !== undefined) {
				yield group;
			}

			group = [entry];
		}

		before = entry;
	}

	if (group !== undefined) {
		yield group;
	}
};

const isSame = (one: Prompt, other: Prompt): boolean =>
	one.subject === other.subject && one.severity === other.severity && one.text === other.text;

/**
 * Where two lists of what a rule asks differ: what lies between the beginning and the end that they have in common. An
 * entry changes one or two of what may be thousands.
 */
const difference = (
	before: readonly Prompt[],
	after: readonly Prompt[],
): readonly [gone: readonly Prompt[], come: readonly Prompt[]] => {
	const {start, end} = inCommon(before, after, isSame);
	return [before.slice(start, before.length - end), after.slice(start, after.length - end)];
};

/** How far to go, and whom to tell how far it is. */
export type RaisedOptions = {
	/**
	 * How many prompts may be looked at. Where thousands stand for days, each entry looks at all of them again; no limit
	 * unless told.
	 */
	readonly most?: number;
	/** Told after every entry how many are done. */
	readonly progress?: ((done: number) => void) | undefined;
};

/** What was raised; `upTo` is the last entry that was gone through where the limit was met before the end. */
export type RaisedUpTo = {readonly raised: readonly Raised[]; readonly upTo: Entry | undefined};

/**
 * Every prompt that was raised while a log was written, up to `now`, and how each was answered: told anew from the log
 * itself, so nothing need be kept of it. A prompt that comes back after a deferral is raised anew.
 */
export const raisedPrompts = (entries: readonly Entry[], now: Instant): readonly Raised[] =>
	raisedUpTo(entries, now).raised;

/** The same, as far as the limit lets it go: the same log and the same limit give the same rows. */
export const raisedUpTo = (
	entries: readonly Entry[],
	now: Instant,
	{most = Number.POSITIVE_INFINITY, progress}: RaisedOptions = {},
): RaisedUpTo => {
	const consultation = createConsultation();
	const raised: Open[] = [];
	/** What each rule asks: its prompts as they were last seen, and the row of each. */
	const open = new Map<string, {prompts: readonly Prompt[]; readonly rows: Map<string, Open>}>();
	let board: Board = emptyBoard(entries[0]?.incident ?? '');
	let lastAsked: Asked['byRule'] | undefined;
	let looked = 0;

	/** Takes over what a rule asks now: ends the rows that are asked no more, begins those that are new. */
	const take = (
		rows: Map<string, Open>,
		before: readonly Prompt[],
		after: readonly Prompt[],
		at: Instant,
		by: Entry | undefined,
	) => {
		const [gone, come] = difference(before, after);
		const asked = new Set(come.map(({subject}) => subject));
		for (const {subject} of gone) {
			const row = rows.get(subject);
			if (row !== undefined && !asked.has(subject)) {
				row.to = at;
				row.endedBy = by?.number;
				rows.delete(subject);
			}
		}

		for (const {rule, subject, severity, text} of come) {
			const known = rows.get(subject);
			// When another day begins, the same moments are said with their day: that asks nothing new.
			if (known !== undefined && withoutDays(known.text) === withoutDays(text) && known.severity === severity) {
				continue;
			}

			if (known !== undefined) {
				// It says another thing, or says it louder: that is another prompt, and what was asked stays on record.
				known.to = at;
				known.isSucceeded = true;
			}

			const fresh: Open = {
				rule,
				subject,
				severity,
				text,
				from: at,
				to: undefined,
				endedBy: undefined,
				isSucceeded: false,
				answers: [],
			};
			rows.set(subject, fresh);
			raised.push(fresh);
		}
	};

	const ask = (at: Instant, by: Entry | undefined): Instant | undefined => {
		const {byRule, until} = consultation(board, at, profileOf(board.declaration));
		if (byRule === lastAsked) {
			return until;
		}

		lastAsked = byRule;
		// A doctrine that was exchanged may no longer hold a rule that asked.
		for (const rule of new Set([...byRule.keys(), ...open.keys()])) {
			const prompts = byRule.get(rule) ?? [];
			const known = open.get(rule) ?? {prompts: [], rows: new Map<string, Open>()};
			if (known.prompts !== prompts) {
				looked += prompts.length;
				take(known.rows, known.prompts, prompts, at, by);
				known.prompts = prompts;
				open.set(rule, known);
			}
		}

		return until;
	};

	/** Asks at every moment before `end` at which an answer changes by time alone. */
	const askUntil = (first: Instant | undefined, end: Instant, isIncluded: boolean) => {
		let next = first;
		while (next !== undefined && (isIncluded ? next <= end : next < end)) {
			const until = ask(next, undefined);
			// Each step leads on; one that does not would lead nowhere.
			next = until !== undefined && until > next ? until : undefined;
		}
	};

	let next: Instant | undefined;
	for (const group of groups(entries)) {
		const last = group.at(-1) ?? group[0];
		askUntil(next, last.recordedAt, false);
		for (const entry of group) {
			const {event, number} = entry;
			if (event.kind === 'prompt-answered') {
				const known = open.get(event.rule)?.rows.get(event.subject);
				if (known !== undefined) {
					known.answers = [...known.answers, {entry: number, answer: event.answer}];
				}
			}

			board = fold(board, entry);
		}

		next = ask(last.recordedAt, last);
		progress?.(last.number);
		if (looked > most && last !== entries.at(-1)) {
			return {raised, upTo: last};
		}
	}

	askUntil(next, now, true);
	return {raised, upTo: undefined};
};
