import type {SectionView} from '../../duty.ts';
import type {Board} from '../../board.ts';
import type {Entry} from '../../entry.ts';
import {type Block, heading, table, tableOr} from '../../section.ts';
import {dayAndTime, type Instant} from '../../time.ts';
import {actionsOn} from '../actions/state.ts';
import {type Certainty, certainties, findingSchemas} from '../findings/events.ts';
import {nameOf} from '../staffing/state.ts';
import type {Decision} from './state.ts';

/** A finding as it stood when a decision was made, whatever became of it afterwards. */
export type KnownThen = {
	readonly ref: string;
	readonly certainty: Certainty;
	readonly text: string;
	/** The strike that took it, or the word that made it known, out of the log afterwards; undefined where both stand. */
	readonly struckLater:
		| {readonly entry: number; readonly reason: string; readonly what: 'finding' | 'word'}
		| undefined;
};

/** Each entry that is struck by these, with the strike: one that was struck itself does not count. */
const strikesAmong = (entries: readonly Entry[]): ReadonlyMap<number, Entry> => {
	const struck = new Map<number, Entry>();
	for (const one of entries.toReversed()) {
		if (one.event.kind === 'entry-struck' && one.event.entry < one.number && !struck.has(one.number)) {
			struck.set(one.event.entry, one);
		}
	}

	return struck;
};

type Standing = {
	readonly text: string;
	readonly certainty: Certainty;
	readonly recorded: number;
	readonly word: number;
};

/** What findings there were after these entries, oldest first, the struck ones left out. */
const standingAfter = (entries: readonly Entry[]): ReadonlyMap<string, Standing> => {
	const struck = strikesAmong(entries);
	const found = new Map<string, Standing>();
	for (const {event, number} of entries) {
		if (struck.has(number)) {
			continue;
		}

		if (event.kind === 'finding-recorded') {
			found.set(event.ref, {text: event.text, certainty: event.certainty, recorded: number, word: number});
		} else if (event.kind === 'finding-confirmed') {
			const before = found.get(event.ref);
			if (before !== undefined) {
				found.set(event.ref, {...before, certainty: 'known', word: number});
			}
		} else if (event.kind === 'finding-refuted') {
			found.delete(event.ref);
		}
	}

	return found;
};

/** Documents show minutes: what happened in the minute of the decision and stands before it in the log was known. */
const minuteOf = (instant: Instant): string => instant.slice(0, 'yyyy-mm-ddThh:mm'.length);

const strikeOf = ({struck}: Board, {recorded, word}: Standing): KnownThen['struckLater'] => {
	const [what, strike] = struck.has(recorded)
		? (['finding', struck.get(recorded)] as const)
		: (['word', struck.get(word)] as const);
	return strike?.event.kind === 'entry-struck' ? {entry: strike.number, reason: strike.event.reason, what} : undefined;
};

/**
 * What was on record as known, suspected or unknown when a decision was made, by certainty and then by ref. A decision
 * that was written down late is not told what came between: an entry bears on it that was written before it and tells of
 * nothing later. The entries that bear on findings are gathered once for all questions.
 */
export const knownAt = (board: Board): ((decision: Pick<Decision, 'entry' | 'at'>) => readonly KnownThen[]) => {
	const bearing: Entry[] = [];
	for (let past = board.past; past !== undefined; past = past.before) {
		const {kind} = past.entry.event;
		if (kind === 'entry-struck' || kind in findingSchemas) {
			bearing.push(past.entry);
		}
	}

	bearing.reverse();
	return ({entry, at}) => {
		const then = [
			...standingAfter(bearing.filter(one => one.number < entry && minuteOf(one.occurredAt) <= minuteOf(at))),
		];
		return certainties.flatMap(certainty =>
			then
				.filter(([, one]) => one.certainty === certainty)
				.map(([ref, one]) => ({ref, certainty, text: one.text, struckLater: strikeOf(board, one)})),
		);
	};
};

/**
 * `F1 host 17 leaks (struck later by entry 14, because it was host 71)`; where only the word that made it known was
 * struck, that.
 */
export const findingWords = ({ref, text, struckLater}: KnownThen): string =>
	struckLater === undefined
		? `${ref} ${text}`
		: `${ref} ${text} (${struckLater.what === 'word' ? 'confirmation ' : ''}struck later by entry ${struckLater.entry}, because ${struckLater.reason})`;

/**
 * What was known then, in brief, for a cell: `known F1, F3; suspected F2`. What stands is told where the findings are;
 * what is struck by now is told nowhere else.
 */
const findingRefs = (then: readonly KnownThen[]): string => {
	const words = certainties.flatMap(certainty => {
		const refs = then
			.filter(one => one.certainty === certainty)
			.map(one => (one.struckLater === undefined ? one.ref : findingWords(one)));
		return refs.length === 0 ? [] : [`${certainty} ${refs.join(', ')}`];
	});
	return words.join('; ') || 'nothing on record';
};

/** Decisions with their reasons, and what the experts recommended. */
export const decisionsSection = ({board}: SectionView): readonly Block[] => {
	const {decisions, staffing, declaration} = board;
	const at = (instant: string) => dayAndTime(instant, declaration.zone);
	const knownThen = knownAt(board);
	const following = actionsOn(board.actions);
	const considered = [
		...decisions.decisions.flatMap(({ref, options}) => options.map(one => [ref, one] as const)),
		...decisions.options.map(one => ['not decided', one] as const),
	];
	const objections = decisions.decisions.flatMap(({ref, objections: all}) => all.map(one => [ref, one] as const));
	return [
		heading('Decisions'),
		tableOr(
			'No decisions were recorded.',
			['Decision', 'What', 'Because', 'Decided by', 'At', 'Entry', 'Next point', 'Known then'],
			decisions.decisions.map(one => [
				one.ref,
				one.text,
				one.reason ?? 'no reason recorded',
				one.decider === undefined ? 'nobody in command' : nameOf(staffing, one.decider),
				at(one.at),
				String(one.entry),
				one.next === undefined ? 'not set' : at(one.next),
				findingRefs(knownThen(one)),
			]),
		),
		...(considered.length === 0
			? []
			: [
					heading('Options', 3),
					table(
						['Decision', 'Option', 'Why not', 'From', 'Entry'],
						considered.map(([ref, one]) => [
							ref,
							one.text,
							one.reason ?? 'no reason recorded',
							nameOf(staffing, one.by),
							String(one.entry),
						]),
					),
				]),
		...(objections.length === 0
			? []
			: [
					heading('Strong objections', 3),
					table(
						['Decision', 'Who', 'Because', 'At', 'Entry'],
						objections.map(([ref, one]) => [
							ref,
							nameOf(staffing, one.person),
							one.reason,
							at(one.at),
							String(one.entry),
						]),
					),
				]),
		...(decisions.recommendations.length === 0
			? []
			: [
					heading('Recommendations', 3),
					tableOr(
						'',
						['Entry', 'What', 'Because', 'From', 'At', 'Answered by', 'Followed by'],
						decisions.recommendations.map(one => [
							String(one.entry),
							one.text,
							one.reason ?? '',
							nameOf(staffing, one.by),
							at(one.at),
							one.answeredBy ?? (one.followedBy === undefined ? 'not answered' : `given as ${one.followedBy}`),
							(following.get(one.entry) ?? []).map(action => action.ref).join(', '),
						]),
					),
				]),
	];
};
