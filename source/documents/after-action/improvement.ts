import {spanWords} from '../../drills/offset.ts';
import type {TaughtRule} from '../../drills/taught.ts';
import {expectedWords} from '../../drills/words.ts';
import {nameOf} from '../../duties/staffing/state.ts';
import {type Block, heading, list, paragraph, tableOr} from '../../section.ts';
import {elapsed} from '../../time.ts';
import {gapWords} from '../gap.ts';
import {type Area, areasOf} from './areas.ts';
import {type AfterActionView, moment, offset} from './view.ts';

const ruleWords = ({id, name, source, why}: TaughtRule): string => `${id} ${name} (${source}): ${why}`;

const part = (title: string, items: readonly string[]): readonly Block[] => [paragraph(`${title}:`), list(items)];

const areaBlocks = (area: Area, place: number): readonly Block[] => [
	heading(`Area ${place}, ${area.name}: ${area.title}`, 3),
	...part('Observation', area.observed),
	...(area.rules.length === 0 ? [] : part('Reference', area.rules.map(ruleWords))),
	...part('Analysis', [
		...area.shown,
		...(area.lessons.length === 0
			? [gapWords(`why it was so (lesson …${area.id === undefined ? '' : ` area:${area.id}`})`)]
			: area.lessons.map(({ref, text, entry}) => `${ref} ${text} (entry ${entry})`)),
	]),
	...part(
		'Recommendation',
		area.followUps.length === 0
			? [gapWords(`what is to change (followup … @owner by … from:${area.lessons[0]?.ref ?? 'L…'})`)]
			: area.followUps.map(({ref, text}) => `${ref} ${text}`),
	),
];

/** What to get better at, each with what was seen, the rules it is about, what the log shows, and what follows from it. */
export const improvements = (view: AfterActionView): readonly Block[] => {
	const areas = areasOf(view);
	const placed = new Set(areas.flatMap(({lessons}) => lessons.map(({ref}) => ref)));
	const others = view.board.review.lessons.filter(({ref}) => !placed.has(ref));
	return [
		heading('Areas for improvement'),
		...(areas.length === 0
			? [paragraph('The log shows none.')]
			: areas.flatMap((one, index) => areaBlocks(one, index + 1))),
		...(others.length === 0
			? []
			: [heading('Other lessons', 3), list(others.map(({ref, text, entry}) => `${ref} ${text} (entry ${entry})`))]),
	];
};

/** What was done in time, with how long before it was due. */
export const strengths = (view: AfterActionView): readonly Block[] => [
	heading('Strengths'),
	tableOr(
		'Nothing that was expected was done in time.',
		['Expectation', 'What was done in time', 'Objective', 'At', 'Left', 'Entry'],
		view.run.evaluation.standing.expectations
			.filter(({state}) => state === 'met')
			.map(one => {
				// A remark on what the log decides says nothing of what was done.
				const note =
					one.expectation.query.type === 'observed'
						? view.board.exercise.observed.find(({expectation}) => expectation === one.id)?.text
						: undefined;
				return [
					one.id,
					`${expectedWords(one.expectation, view.board.declaration)}${note === undefined ? '' : `: ${note}`}`,
					one.inject.objective ?? '',
					one.hit === undefined ? '' : offset(view, one.hit.at),
					one.hit === undefined || one.due === undefined || one.expectation.query.type === 'observed'
						? ''
						: spanWords(elapsed(one.hit.at, one.due)),
					one.hit === undefined ? '' : String(one.hit.entry),
				];
			}),
	),
];

/** The work that follows: what, for which area, by whom, by when, and how it stands. */
export const improvementPlan = (view: AfterActionView): readonly Block[] => {
	const {review, staffing} = view.board;
	const areas = areasOf(view);
	const without = areas.filter(({followUps}) => followUps.length === 0).map(({name}) => name);
	const areaOf = (ref: string | undefined): string => {
		const lesson = review.lessons.find(one => one.ref === ref);
		return lesson === undefined ? '' : [lesson.ref, lesson.area].filter(one => one !== undefined).join(', ');
	};
	return [
		heading('Improvement plan'),
		tableOr(
			gapWords('corrective actions, each with one owner and a date (followup … @owner by …)'),
			['Follow-up', 'Corrective action', 'From', 'Owner', 'Due', 'Status', 'Entry'],
			review.followUps.map(({ref, text, lesson, owner, due, doneAt, remark, entry}) => [
				ref,
				text,
				areaOf(lesson),
				owner === undefined ? 'no owner' : nameOf(staffing, owner),
				due === undefined ? 'no date' : moment(view, due),
				doneAt === undefined
					? due !== undefined && due <= view.now
						? 'open, OVERDUE'
						: 'open'
					: `done ${moment(view, doneAt)}${remark === undefined ? '' : `: ${remark}`}`,
				String(entry),
			]),
		),
		...(without.length === 0 ? [] : [paragraph(`No corrective action is tied to: ${without.join(', ')}.`)]),
	];
};
