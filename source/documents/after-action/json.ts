import {evaluationJson} from '../../drills/evaluate.ts';
import {compared, figuresOf} from '../../drills/figures.ts';
import {expectedWords} from '../../drills/words.ts';
import {nameOf} from '../../duties/staffing/state.ts';
import {areasOf} from './areas.ts';
import {unfinished} from './summary.ts';
import {type AfterActionView, standingOf} from './view.ts';

const figuresJson = (evaluation: AfterActionView['run']['evaluation']) =>
	figuresOf(evaluation).map(({name, words}) => ({measure: name, value: words}));

/** The report for other programs: a contract with the outside. What is not there is null, never absent. */
export const afterActionJson = (view: AfterActionView) => {
	const {board, scenario, run, earlier, entries} = view;
	const {staffing, review, exercise, declaration, head} = board;
	const {start, ended} = standingOf(view);
	const last = earlier.at(-1);
	const before = new Map(last === undefined ? [] : figuresOf(last.evaluation).map(one => [one.name, one] as const));
	const name = (handle: string | undefined): string | null => (handle === undefined ? null : nameOf(staffing, handle));
	return {
		reference: board.incident,
		title: scenario.title,
		exercise: true,
		marking: declaration.marking ?? null,
		redacted: board.redaction !== undefined,
		held: run.held ?? null,
		start,
		ended: ended ?? null,
		endedBecause: exercise.ended?.reason ?? null,
		purpose: scenario.purpose ?? null,
		audience: scenario.audience ?? null,
		truth: scenario.truth ?? null,
		scenario: {sha256: run.sha256, isWhole: view.isScenarioWhole},
		evaluation: evaluationJson(run.evaluation),
		expected: standingOf(view).expectations.map(({id, expectation}) => ({
			id,
			text: expectedWords(expectation, declaration),
		})),
		observed: exercise.observed.map(({expectation, isMet, text, by, entry}) => ({
			expectation,
			isMet,
			text: text ?? null,
			by: name(by),
			number: entry,
		})),
		figures: figuresJson(run.evaluation),
		earlier: earlier.map(one => ({
			reference: one.reference,
			held: one.held ?? null,
			isSameVersion: one.isSameVersion,
			figures: figuresJson(one.evaluation),
		})),
		against:
			last === undefined
				? null
				: {
						reference: last.reference,
						figures: figuresOf(run.evaluation).map(one => ({
							measure: one.name,
							stands: compared(one, before.get(one.name)),
						})),
					},
		leftOut: view.leftOut,
		notCompared: view.unjudged,
		areas: areasOf(view).map(({id, name: called, title, observed, rules, shown, lessons, followUps}) => ({
			id: id ?? null,
			name: called,
			title,
			observed,
			rules: rules.map(one => one.id),
			shown,
			lessons: lessons.map(({ref}) => ref),
			followUps: followUps.map(({ref}) => ref),
		})),
		lessons: review.lessons.map(({ref, text, area, entry}) => ({ref, text, area: area ?? null, number: entry})),
		followUps: review.followUps.map(({ref, text, lesson, owner, due, doneAt, entry}) => ({
			ref,
			text,
			lesson: lesson ?? null,
			owner: name(owner),
			due: due ?? null,
			doneAt: doneAt ?? null,
			number: entry,
		})),
		hotWash: exercise.hotWash.map(({text, by, at, entry}) => ({text, by: name(by), at, number: entry})),
		open: unfinished(view),
		integrity: {
			entries: entries.length,
			irregularities: board.irregularities.map(({text}) => text),
			head: head === undefined ? null : {number: head.number, hash: head.hash},
		},
		madeAt: view.now,
		version: view.version,
	};
};
