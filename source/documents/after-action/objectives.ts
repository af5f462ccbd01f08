import type {Tracked} from '../../drills/engine.ts';
import type {RatedObjective} from '../../drills/evaluate.ts';
import {taughtRules} from '../../drills/taught.ts';
import {expectedWords, stateWords} from '../../drills/words.ts';
import {profileOf} from '../../duties/declaration/state.ts';
import {type Observed, ratingWords} from '../../duties/exercise/state.ts';
import {nameOf} from '../../duties/staffing/state.ts';
import {type Block, heading, paragraph, table} from '../../section.ts';
import {because} from '../../words.ts';
import {ratedBy} from './summary.ts';
import {type AfterActionView, offset} from './view.ts';

/** What an evaluator said of it, who that was, and that it decides nothing where the log does. */
const seenWords = (view: AfterActionView, {expectation}: Tracked, {by, isMet, text, entry}: Observed): string =>
	`${isMet ? 'met' : 'not met'}, by ${nameOf(view.board.staffing, by)}, entry ${entry}${text === undefined ? '' : `: ${text}`}${
		expectation.query.type === 'observed' ? '' : ' (a remark: the log decides)'
	}`;

/** Each expectation with what the log shows of it and what the evaluator noted. */
const evidence = (view: AfterActionView, all: readonly Tracked[]): Block =>
	table(
		['Expectation', 'What was expected', 'Due', 'How it stands', 'At', 'Entry', 'Evaluator'],
		all.map(one => {
			const seen = view.board.exercise.observed.find(({expectation}) => expectation === one.id);
			return [
				one.id,
				`${expectedWords(one.expectation, view.board.declaration)}${one.inject.weight === 'optional' ? ' (optional)' : ''}`,
				one.due === undefined ? '' : offset(view, one.due),
				stateWords(one),
				one.hit === undefined ? '' : offset(view, one.hit.at),
				one.hit === undefined ? '' : String(one.hit.entry),
				seen === undefined ? '' : seenWords(view, one, seen),
			];
		}),
	);

const taught = (view: AfterActionView, {rules}: RatedObjective): readonly Block[] => {
	const met = taughtRules(rules, view.run.evaluation.raised, profileOf(view.board.declaration));
	return met.length === 0
		? []
		: [
				table(
					[
						'Rule',
						'What it is about',
						'Source',
						'First asked',
						'Asked',
						'Answered',
						'Settled unanswered',
						'Open at the end',
					],
					met.map(({id, name, source, isOff, first, raised, answered, settled, open}) => [
						id,
						name,
						source,
						isOff ? 'switched off' : first === undefined ? 'never' : offset(view, first),
						...[raised, answered, settled, open].map(String),
					]),
				),
			];
};

const objective = (view: AfterActionView, one: RatedObjective): readonly Block[] => {
	const {id, text, rating, given, expectations} = one;
	return [
		heading(`${id}: ${text}`, 3),
		paragraph(
			`${rating === undefined ? 'Not rated' : `Rating ${rating}, ${ratingWords[rating]}`}: ${ratedBy(one, view)}${because(given?.reason)}.`,
		),
		...(expectations.length === 0 ? [paragraph('Nothing was expected of it.')] : [evidence(view, expectations)]),
		...taught(view, one),
	];
};

/** Each objective with its rating and everything that the rating rests on. */
export const objectiveSections = (view: AfterActionView): readonly Block[] => {
	const {evaluation} = view.run;
	const others = evaluation.standing.expectations.filter(one => one.inject.objective === undefined);
	return [
		heading('Objectives and their evidence'),
		paragraph(
			'A rating is proposed from the log: everything in time is P; something late, or an optional one missed, S; a key one missed and at least half done, M; less, U. An evaluator may confirm or lower it, never raise it above the evidence.',
		),
		...evaluation.objectives.flatMap(one => objective(view, one)),
		...(others.length === 0 ? [] : [heading('Expected, without an objective', 3), evidence(view, others)]),
	];
};
