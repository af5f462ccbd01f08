import type {Tracked} from '../../drills/engine.ts';
import {type TaughtRule, taughtRules} from '../../drills/taught.ts';
import {expectedWords, stateWords} from '../../drills/words.ts';
import {profileOf} from '../../duties/declaration/state.ts';
import type {FollowUp, Lesson} from '../../duties/review/state.ts';
import {type AfterActionView, count, entryWords, offset} from './view.ts';

/** Something to get better at: what was seen, which rules it is about, what the log shows, and what follows from it. */
export type Area = {
	/** What a lesson about it names: an objective's id, or `actions`, `log`, `prompts`. Undefined where none can. */
	readonly id: string | undefined;
	/** `objective privacy`: within a sentence. */
	readonly name: string;
	readonly title: string;
	readonly observed: readonly string[];
	readonly rules: readonly TaughtRule[];
	readonly shown: readonly string[];
	readonly lessons: readonly Lesson[];
	readonly followUps: readonly FollowUp[];
};

/** So many prompts, and so many shortcomings of one objective, are told one by one. */
const mostPrompts = 10;
const mostObserved = 12;

const isShort = ({state}: Tracked): boolean => state === 'missed' || state === 'late';

const observation = (view: AfterActionView, one: Tracked): string => {
	const due = one.due === undefined ? '' : `, due ${offset(view, one.due)}`;
	const by = one.hit === undefined ? '' : `, ${offset(view, one.hit.at)}, entry ${one.hit.entry}`;
	return `${one.id} ${expectedWords(one.expectation, view.board.declaration)}: ${stateWords(one)}${due}${by}`;
};

/** What fell short, the first of it one by one; the objective's own section has all. */
const observations = (view: AfterActionView, short: readonly Tracked[]): readonly string[] => [
	...short.slice(0, mostObserved).map(one => observation(view, one)),
	...(short.length > mostObserved ? [`${short.length - mostObserved} more, told under the objective`] : []),
];

const ruleShown = (view: AfterActionView, rule: TaughtRule): string =>
	rule.isOff
		? `${rule.id} is switched off in this doctrine`
		: rule.first === undefined
			? `${rule.id} never had to ask`
			: `${rule.id} began to ask ${offset(view, rule.first)}, ${count(rule.raised, 'time', 'times')} in all: ${rule.answered} answered, ${rule.settled} settled without an answer, ${rule.open} open at the end`;

const contingencies = (
	{scenario}: AfterActionView,
	own: readonly Tracked[],
	used: readonly number[],
): readonly string[] => {
	const needed = new Set(own.map(one => one.inject.contingency).filter(one => one !== undefined && used.includes(one)));
	return scenario.injects
		.filter(one => needed.has(one.number))
		.map(one => `Inject ${one.number} came to bring it back: ${one.text}`);
};

const rulesNamed = ({board, run}: AfterActionView, ids: readonly string[]): readonly TaughtRule[] =>
	taughtRules(ids, run.evaluation.raised, profileOf(board.declaration));

const following = ({board}: AfterActionView, lessons: readonly Lesson[]): readonly FollowUp[] =>
	board.review.followUps.filter(({lesson}) => lessons.some(({ref}) => ref === lesson));

const ofObjectives = (view: AfterActionView): readonly Area[] => {
	const {evaluation} = view.run;
	return evaluation.objectives.flatMap(({id, text, rules, expectations}) => {
		const short = expectations.filter(isShort);
		const lessons = view.board.review.lessons.filter(({area}) => area === id);
		const taught = rulesNamed(view, rules);
		return short.length === 0
			? []
			: [
					{
						id,
						name: `objective ${id}`,
						title: text,
						observed: observations(view, short),
						rules: taught,
						shown: [
							...taught.map(rule => ruleShown(view, rule)),
							...contingencies(view, short, evaluation.standing.contingencies),
						],
						lessons,
						followUps: following(view, lessons),
					},
				];
	});
};

const withoutObjective = (view: AfterActionView): readonly Area[] => {
	const short = view.run.evaluation.standing.expectations.filter(
		one => isShort(one) && one.inject.objective === undefined,
	);
	return short.length === 0
		? []
		: [
				{
					id: undefined,
					name: 'what belongs to no objective',
					title: 'Expected, without an objective',
					observed: observations(view, short),
					rules: [],
					shown: [],
					lessons: [],
					followUps: [],
				},
			];
};

/** What the whole drill shows, whatever the objectives are. */
const ofConduct = (view: AfterActionView): readonly Area[] => {
	const {overdue, lateEntries, unanswered} = view.run.evaluation;
	const area = (id: string, title: string, ids: readonly string[], observed: readonly string[]): Area => {
		const lessons = view.board.review.lessons.filter(one => one.area === id);
		const rules = rulesNamed(view, ids);
		return {id, name: `the ${id}`, title, observed, rules, shown: [], lessons, followUps: following(view, lessons)};
	};
	const urgent = unanswered.filter(({severity}) => severity === 'urgent' || severity === 'warn');
	return [
		...(overdue.count === 0
			? []
			: [
					area(
						'actions',
						'Actions were overdue',
						['A6'],
						[
							`${overdue.count} of ${count(overdue.of, 'action', 'actions')} passed the time at which a result was promised`,
						],
					),
				]),
		...(lateEntries.length === 0
			? []
			: [
					area(
						'log',
						'Entries came late',
						[],
						[
							`${count(lateEntries.length, 'entry was', 'entries were')} written well after the event: entries ${entryWords(lateEntries)}`,
						],
					),
				]),
		...(urgent.length === 0
			? []
			: [
					area(
						'prompts',
						'Prompts stood unanswered at the end',
						[],
						[
							...urgent
								.slice(0, mostPrompts)
								.map(one => `${one.rule} (${one.severity}), since ${offset(view, one.from)}: ${one.text}`),
							...(urgent.length > mostPrompts ? [`${urgent.length - mostPrompts} more`] : []),
						],
					),
				]),
	];
};

/** Areas for improvement, the objectives first. */
export const areasOf = (view: AfterActionView): readonly Area[] => [
	...ofObjectives(view),
	...withoutObjective(view),
	...ofConduct(view),
];
