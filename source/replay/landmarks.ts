import type {Board} from '../board.ts';
import {createConsultation} from '../consult.ts';
import type {Entry} from '../entry.ts';
import {profileOf} from '../duties/declaration/state.ts';
import type {Moments} from '../moments.ts';
import {type Prompt, promptSeverities} from '../rule.ts';
import type {Instant} from '../time.ts';
import {timelineLine} from '../timeline.ts';

/** What one goes to in a log, from one to the next. */
export const landmarkKinds = ['decision', 'inject', 'prompt'] as const;

export type LandmarkKind = (typeof landmarkKinds)[number];

/** A moment worth going to, and what is to be seen there. */
export type Landmark = {readonly at: Instant; readonly text: string};

/** Which entries are one. */
const isOne: Readonly<Record<Exclude<LandmarkKind, 'prompt'>, (entry: Entry) => boolean>> = {
	decision: ({event}) => event.kind === 'decision-made',
	inject: ({event}) => event.kind === 'inject-delivered',
};

/** When decisions were recorded, oldest first: for whoever draws them. */
export const decisionTimes = (entries: readonly Entry[]): readonly Instant[] =>
	entries.filter(one => isOne.decision(one)).map(({recordedAt}) => recordedAt);

/** Entries that are none are passed over; those of one moment are told together. */
const recorded = (
	kind: Exclude<LandmarkKind, 'prompt'>,
	{from, by, moments}: {readonly from: Instant; readonly by: 1 | -1; readonly moments: Moments},
	entries: readonly Entry[],
): Landmark | undefined => {
	const times = entries.filter(isOne[kind]).map(({recordedAt}) => recordedAt);
	const at =
		by === 1
			? times.filter(time => time > from).toSorted()[0]
			: times
					.filter(time => time < from)
					.toSorted()
					.at(-1);
	if (at === undefined) {
		return undefined;
	}

	const {board} = moments.at(at);
	const text = entries
		.filter(one => one.recordedAt === at && isOne[kind](one))
		.map(one => timelineLine(one, board, at))
		.map(line => `${line.number} ${line.text}`)
		.join(' · ');
	return {at, text};
};

const keyOf = ({rule, subject}: Prompt): string => `${rule} ${subject}`;

const loudness = ({severity}: Prompt): number => promptSeverities.indexOf(severity);

/** What is asked now and was not before, or not as loud. */
const raisedSince = (before: readonly Prompt[], after: readonly Prompt[]): readonly Prompt[] => {
	const known = new Map(before.map(one => [keyOf(one), loudness(one)]));
	return after.filter(one => loudness(one) > (known.get(keyOf(one)) ?? -1));
};

/** How many entries back a raised prompt is looked for first; twice as many each time after that. */
const firstReach = 16;

/**
 * Walks from one moment to another over every moment at which doctrine may ask something else, and gives those at which
 * it does, oldest first; only the first unless `isAll`.
 */
const raisedWithin = (moments: Moments, from: Instant, to: Instant, isAll: boolean): readonly Landmark[] => {
	const consultation = createConsultation();
	const ask = (at: Instant) => {
		const {board}: {readonly board: Board} = moments.at(at);
		return consultation(board, at, profileOf(board.declaration));
	};

	const found: Landmark[] = [];
	let asked = ask(from);
	let before = asked.prompts;
	let at = from;
	for (;;) {
		const entry = moments.after(at);
		const {until} = asked;
		const next = until !== undefined && until > at && (entry === undefined || until < entry) ? until : entry;
		if (next === undefined || next > to) {
			return found;
		}

		at = next;
		asked = ask(at);
		const raised = raisedSince(before, asked.prompts);
		before = asked.prompts;
		if (raised.length > 0) {
			found.push({at, text: raised.map(({rule, text}) => `${rule} ${text}`).join(' · ')});
			if (!isAll) {
				return found;
			}
		}
	}
};

/** The nearest moment at which doctrine began to ask something. Only what lies between is gone through, not the log. */
const raised = (from: Instant, by: 1 | -1, moments: Moments): Landmark | undefined => {
	const end = by === 1 ? moments.last() : moments.first();
	if (end === undefined || (by === 1 ? end <= from : end >= from)) {
		return undefined;
	}

	if (by === 1) {
		return raisedWithin(moments, from, end, false)[0];
	}

	for (let reach = firstReach, start = from; ; reach *= 2) {
		for (let step = 0; step < reach && start > end; step++) {
			start = moments.before(start) ?? end;
		}

		const nearest = raisedWithin(moments, start, from, true).findLast(one => one.at < from);
		if (nearest !== undefined || start <= end) {
			return nearest;
		}
	}
};

/** The nearest landmark of a kind before or after a moment; undefined where there is none. */
export const landmarkBeside = (
	kind: LandmarkKind,
	way: {readonly from: Instant; readonly by: 1 | -1; readonly moments: Moments},
	entries: readonly Entry[],
): Landmark | undefined => (kind === 'prompt' ? raised(way.from, way.by, way.moments) : recorded(kind, way, entries));
