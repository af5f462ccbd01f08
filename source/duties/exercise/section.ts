import type {SectionView} from '../../duty.ts';
import {type Block, heading, list, paragraph, table} from '../../section.ts';
import {dayAndTime} from '../../time.ts';
import {because} from '../../words.ts';
import {nameOf} from '../staffing/state.ts';
import {ratingWords} from './state.ts';

type Told = Pick<SectionView, 'board'>;

const part = (title: string, block: Block, isEmpty: boolean): readonly Block[] =>
	isEmpty ? [] : [heading(title, 3), block];

const course = ({board: {exercise, declaration}}: Told): readonly Block[] => {
	const {drill, ended} = exercise;
	if (drill === undefined) {
		return [];
	}

	const end =
		ended === undefined ? ', not ended' : `, ended ${dayAndTime(ended.at, declaration.zone)}${because(ended.reason)}`;
	return [paragraph(`Scenario: ${drill.title}. Begun ${dayAndTime(drill.start, declaration.zone)}${end}.`)];
};

const told = ({board: {exercise, declaration}}: Told): readonly Block[] =>
	exercise.injects.length === 0
		? []
		: [
				table(
					['Inject', 'At', 'From', 'To', 'Means', 'What', 'Entry'],
					exercise.injects.map(one => [
						one.number === undefined ? 'free' : String(one.number),
						dayAndTime(one.at, declaration.zone),
						one.from ?? '',
						one.to ?? '',
						one.means ?? '',
						one.text,
						String(one.entry),
					]),
				),
			];

const judged = ({board: {exercise, staffing}}: Told): readonly Block[] => {
	const {observed, ratings} = exercise;
	return [
		...part(
			'What the evaluator saw',
			table(
				['Expectation', 'Verdict', 'What was seen', 'By', 'Entry'],
				observed.map(one => [
					one.expectation,
					one.isMet ? 'met' : 'missed',
					one.text ?? '',
					nameOf(staffing, one.by),
					String(one.entry),
				]),
			),
			observed.length === 0,
		),
		...part(
			'Ratings of the evaluator',
			table(
				['Objective', 'Rating', 'Why', 'By', 'Entry'],
				ratings.map(one => [
					one.objective,
					`${one.rating}, ${ratingWords[one.rating]}`,
					one.reason ?? '',
					nameOf(staffing, one.by),
					String(one.entry),
				]),
			),
			ratings.length === 0,
		),
	];
};

/** What the players of a drill were told and how it was judged; nothing in a live incident. */
export const exerciseSection = ({board}: SectionView): readonly Block[] => {
	const {drill, injects, hotWash, observed} = board.exercise;
	return drill === undefined && injects.length === 0 && hotWash.length === 0 && observed.length === 0
		? []
		: [
				heading('Exercise'),
				...course({board}),
				...told({board}),
				...judged({board}),
				...part('Hot wash', list(hotWash.map(one => one.text)), hotWash.length === 0),
			];
};
