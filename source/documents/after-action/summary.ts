import {compared, countOf, figuresOf, tally} from '../../drills/figures.ts';
import type {RatedObjective} from '../../drills/evaluate.ts';
import {expectedWords, stateWords} from '../../drills/words.ts';
import {isBetter, ratingWords} from '../../duties/exercise/state.ts';
import {openFollowUps} from '../../duties/review/state.ts';
import {nameOf} from '../../duties/staffing/state.ts';
import {type Block, heading, list, paragraph, table} from '../../section.ts';
import {inBrief} from '../../time.ts';
import {areasOf} from './areas.ts';
import {type AfterActionView, count} from './view.ts';

/** So many shortcomings stand on the first page; the others are told below. */
const mostShort = 5;

/** Who stands behind a rating. */
export const ratedBy = ({proposed, given}: RatedObjective, {board}: AfterActionView): string => {
	if (given === undefined) {
		return proposed === undefined ? 'nobody yet' : 'proposed from the log, not confirmed';
	}

	const who = `${nameOf(board.staffing, given.by)}, entry ${given.entry}`;
	if (proposed === undefined) {
		return `${who}: ${given.rating} was given, and nothing on record bears it out`;
	}

	if (isBetter(given.rating, proposed)) {
		return `proposed from the log; ${given.rating} by ${who} is above the evidence and does not count`;
	}

	return given.rating === proposed ? `confirmed by ${who}` : `lowered from ${proposed} by ${who}`;
};

const rating = ({rating: found}: RatedObjective): string =>
	found === undefined ? 'not rated' : `${found}, ${ratingWords[found]}`;

const objectives = (view: AfterActionView): Block =>
	table(
		['Objective', 'What', 'Rating', 'Rated by', 'In time', 'Late', 'Missed', 'To be observed'],
		view.run.evaluation.objectives.map(one => {
			const having = (state: string) => String(one.expectations.filter(found => found.state === state).length);
			return [
				one.id,
				one.text,
				rating(one),
				ratedBy(one, view),
				having('met'),
				having('late'),
				having('missed'),
				having('unseen'),
			];
		}),
	);

const ratingsSentence = ({run}: AfterActionView): string => {
	const all = run.evaluation.objectives.length;
	const told = [...tally(run.evaluation)].map(([found, number]) =>
		found === undefined ? `${number} not rated` : `${number} ${found} (${ratingWords[found]})`,
	);
	return all === 0
		? 'The scenario names no objective.'
		: `${count(all, 'objective', 'objectives')}: ${told.join(', ')}.`;
};

const time = (span: number | undefined, never: string): string =>
	span === undefined ? never : `after ${inBrief(span)}`;

const factsSentences = ({run}: AfterActionView): string => {
	const {evaluation} = run;
	const {timeToManager, timeToMessage, overdue, lateEntries, unanswered} = evaluation;
	const told = countOf(evaluation, 'met', 'late', 'missed');
	const unseen = countOf(evaluation, 'unseen');
	const urgent = unanswered.filter(({severity}) => severity === 'urgent').length;
	return [
		`Of ${count(told, 'expectation', 'expectations')} ${countOf(evaluation, 'met')} met in time, ${countOf(evaluation, 'late')} late, ${countOf(evaluation, 'missed')} missed${unseen === 0 ? '' : `; ${unseen} to be observed by an evaluator`}.`,
		`An Incident Manager ${time(timeToManager, 'never')}; the first message ${time(timeToMessage, 'never')}.`,
		`${overdue.of === 0 ? 'No action was given' : `${overdue.count} of ${count(overdue.of, 'action', 'actions')} overdue at some time`}, ${count(lateEntries.length, 'late entry', 'late entries')}, ${count(unanswered.length, 'prompt', 'prompts')} unanswered at the end${urgent === 0 ? '' : `, ${urgent} of them urgent`}.`,
	].join(' ');
};

const comparisonSentence = ({run, earlier}: AfterActionView): readonly Block[] => {
	const last = earlier.at(-1);
	if (last === undefined) {
		return [];
	}

	const before = new Map(figuresOf(last.evaluation).map(one => [one.name, one]));
	const named = (which: 'better' | 'worse'): string => {
		const found = figuresOf(run.evaluation).filter(one => compared(one, before.get(one.name)) === which);
		const told = found
			.slice(0, mostShort)
			.map(({name, words}) => `${name} (${before.get(name)?.words ?? ''}, now ${words})`);
		const left = found.length - told.length;
		return [...told, ...(left === 0 ? [] : [`${left} more under Figures`])].join('; ') || 'nothing';
	};

	return [
		paragraph(
			`Against ${last.reference}, the run before${last.held === undefined ? ', played from a script' : ''}${last.isSameVersion ? '' : ', of another version of the scenario'}:`,
		),
		list([`better: ${named('better')}`, `worse: ${named('worse')}`]),
	];
};

const planSentence = (view: AfterActionView): string => {
	const {followUps} = view.board.review;
	const open = openFollowUps(view.board.review);
	const late = open.filter(({due}) => due !== undefined && due <= view.now).length;
	const unowned = open.filter(({owner}) => owner === undefined).length;
	return followUps.length === 0
		? `Improvement plan: empty; ${count(areasOf(view).length, 'area waits', 'areas wait')} for a follow-up with an owner and a date.`
		: `Improvement plan: ${count(followUps.length, 'follow-up', 'follow-ups')}, ${open.length} open, ${late} overdue, ${unowned} without an owner.`;
};

/** What keeps the report from being final; empty where nothing does. */
export const unfinished = (view: AfterActionView): readonly string[] => {
	const {evaluation} = view.run;
	const unconfirmed = evaluation.objectives.filter(one => one.rating !== undefined && one.given === undefined);
	const unseen = evaluation.standing.expectations.filter(one => one.state === 'unseen');
	const areas = areasOf(view);
	return [
		...(unconfirmed.length === 0
			? []
			: [`ratings to be confirmed by an evaluator: ${unconfirmed.map(one => one.id).join(', ')} (rate …)`]),
		...(unseen.length === 0
			? []
			: [`expectations to be observed: ${unseen.map(one => one.id).join(', ')} (observe …)`]),
		...(view.board.exercise.hotWash.length === 0 ? ['no hot wash is on record (hotwash …)'] : []),
		...areas.flatMap(({name, followUps}) =>
			followUps.length === 0 ? [`nothing follows from ${name} (followup …)`] : [],
		),
	];
};

const shortcomings = (view: AfterActionView): readonly Block[] => {
	const {standing} = view.run.evaluation;
	const short = standing.expectations
		.filter(({state}) => state === 'missed' || state === 'late')
		.toSorted((a, b) => weight(a) - weight(b));
	const shown = short.slice(0, mostShort);
	return short.length === 0
		? []
		: [
				heading('Where it fell short', 3),
				list([
					...shown.map(one => {
						const of = one.inject.objective === undefined ? '' : `, objective ${one.inject.objective}`;
						return `${one.id} ${expectedWords(one.expectation, view.board.declaration)}: ${stateWords(one)}${one.inject.weight === 'key' ? ', a key one' : ''}${of}`;
					}),
					...(short.length > mostShort ? [`${short.length - mostShort} more, told under the objectives`] : []),
				]),
			];
};

/** Missed before late, key before optional. */
const weight = ({state, inject}: AfterActionView['run']['evaluation']['standing']['expectations'][number]): number =>
	(state === 'missed' ? 0 : 2) + (inject.weight === 'key' ? 0 : 1);

/** The first page: how it went, how each objective is rated, what fell short, and what is still to be done. */
export const summary = (view: AfterActionView): readonly Block[] => {
	const open = unfinished(view);
	return [
		heading('Executive summary'),
		paragraph(`${ratingsSentence(view)} ${factsSentences(view)}`),
		...comparisonSentence(view),
		paragraph(planSentence(view)),
		...(view.run.evaluation.objectives.length === 0 ? [] : [objectives(view)]),
		...shortcomings(view),
		...(open.length === 0
			? [paragraph('Status: nothing is open that the report could name.')]
			: [paragraph('Status: draft. Still open:'), list(open)]),
	];
};
