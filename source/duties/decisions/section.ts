import type {SectionView} from '../../duty.ts';
import type {Board} from '../../board.ts';
import type {Entry} from '../../entry.ts';
import {type Block, heading, table, tableOr} from '../../section.ts';
import {dayAndTime} from '../../time.ts';
import {actionsOn} from '../actions/state.ts';
import {type Certainty, certainties, findingSchemas} from '../findings/events.ts';
import {nameOf} from '../staffing/state.ts';

/** A finding as it stood at some moment. */
export type FindingThen = {readonly certainty: Certainty; readonly text: string; readonly entry: number};

/** What findings there were after these entries, oldest first, the struck ones left out. */
const findingsAfter = (entries: readonly Entry[]): ReadonlyMap<string, FindingThen> => {
	const struck = new Set<number>();
	for (const {event, number} of entries.toReversed()) {
		if (event.kind === 'entry-struck' && !struck.has(number)) {
			struck.add(event.entry);
		}
	}

	const found = new Map<string, FindingThen>();
	for (const {event, number} of entries) {
		if (struck.has(number)) {
			continue;
		}

		if (event.kind === 'finding-recorded') {
			found.set(event.ref, {certainty: event.certainty, text: event.text, entry: number});
		} else if (event.kind === 'finding-confirmed') {
			const one = found.get(event.ref);
			if (one !== undefined) {
				found.set(event.ref, {...one, certainty: 'known'});
			}
		} else if (event.kind === 'finding-refuted') {
			found.delete(event.ref);
		}
	}

	return found;
};

/**
 * What was known, suspected and unknown when an entry was written, by ref, whatever became of it afterwards: struck or
 * refuted since, it was what they went by. The entries that bear on it are gathered once for all questions.
 */
export const findingsBefore = (board: Board): ((number: number) => ReadonlyMap<string, FindingThen>) => {
	const bearing: Entry[] = [];
	for (let at = board.past; at !== undefined; at = at.before) {
		const {kind} = at.entry.event;
		if (kind === 'entry-struck' || kind in findingSchemas) {
			bearing.push(at.entry);
		}
	}

	bearing.reverse();
	return number => findingsAfter(bearing.filter(one => one.number < number));
};

/** What became of a finding that is struck by now: ` (struck later by entry 9, because it was another host)`. */
const strikeWords = ({struck}: Board, {entry}: FindingThen): string => {
	const strike = struck.get(entry);
	return strike === undefined
		? ''
		: ` (struck later by entry ${strike.number}${strike.event.kind === 'entry-struck' ? `, because ${strike.event.reason}` : ''})`;
};

/** Those findings in words, the known ones first: `known: F1 the token is valid`. */
export const findingWords = (board: Board, then: ReadonlyMap<string, FindingThen>): readonly string[] =>
	certainties.flatMap(certainty =>
		[...then]
			.filter(([, one]) => one.certainty === certainty)
			.map(([ref, one]) => `${certainty}: ${ref} ${one.text}${strikeWords(board, one)}`),
	);

/**
 * The same in brief, for a cell: `known F1, F3; suspected F2`. What stands is told where the findings are; what is struck
 * by now is told nowhere else.
 */
const findingRefs = (board: Board, then: ReadonlyMap<string, FindingThen>): string => {
	const words = certainties.flatMap(certainty => {
		const refs = [...then]
			.filter(([, one]) => one.certainty === certainty)
			.map(([ref, one]) => (board.struck.has(one.entry) ? `${ref} ${one.text}${strikeWords(board, one)}` : ref));
		return refs.length === 0 ? [] : [`${certainty} ${refs.join(', ')}`];
	});
	return words.join('; ') || 'nothing on record';
};

/** Decisions with their reasons, and what the experts recommended. */
export const decisionsSection = ({board}: SectionView): readonly Block[] => {
	const {decisions, staffing, declaration} = board;
	const at = (instant: string) => dayAndTime(instant, declaration.zone);
	const knownBefore = findingsBefore(board);
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
				findingRefs(board, knownBefore(one.entry)),
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
