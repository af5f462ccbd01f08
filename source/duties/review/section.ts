import type {SectionView} from '../../duty.ts';
import {type Block, heading, paragraph, table} from '../../section.ts';
import {dayAndTime, type Instant} from '../../time.ts';
import {nameOf} from '../staffing/state.ts';
import {closingSteps, type Review} from './state.ts';

/** Whether anything was ever said in this room; what it heard of other rooms does not count. */
const isUsed = ({steps, captured, arranged, lessons, followUps}: Review): boolean =>
	Object.keys(steps).length > 0 ||
	Object.keys(captured).length > 0 ||
	arranged !== undefined ||
	lessons.length > 0 ||
	followUps.length > 0;

/** A table under a heading; nothing at all where there are no rows. */
const part = (title: string, head: readonly string[], rows: readonly (readonly string[])[]): readonly Block[] =>
	rows.length === 0 ? [] : [heading(title), table(head, rows)];

const reviewWords = (
	{review, staffing}: SectionView['board'],
	at: (instant: Instant | undefined) => string,
): string => {
	const {arranged, steps} = review;
	const owner = arranged?.owner === undefined ? 'no owner' : `owner ${nameOf(staffing, arranged.owner)}`;
	const when = arranged?.at === undefined ? 'no date' : at(arranged.at);
	const held = steps.held === undefined ? 'not held yet' : `held ${at(steps.held.at)}`;
	return `Post-incident review: ${arranged === undefined ? 'not arranged' : `${owner}, ${when}`}; ${held}.`;
};

/** Recovery, documents, lessons and follow-ups. */
export const reviewSection = ({board, now}: SectionView): readonly Block[] => {
	const {review, staffing, declaration} = board;
	const at = (instant: Instant | undefined) => (instant === undefined ? '' : dayAndTime(instant, declaration.zone));
	const name = (handle: string | undefined) => (handle === undefined ? '' : nameOf(staffing, handle));
	if (!isUsed(review)) {
		return [];
	}

	return [
		heading('Recovery and closing'),
		table(
			['Step', 'Done', 'By', 'What was said', 'Entry'],
			closingSteps(review).map(({title, done, text}) => [
				title,
				done === undefined ? 'not recorded' : at(done.at),
				name(done?.by),
				text ?? '',
				done === undefined ? '' : String(done.entry),
			]),
		),
		paragraph(reviewWords(board, at)),
		...part(
			'Lessons',
			['Lesson', 'What was learnt', 'Recorded', 'By', 'Entry'],
			review.lessons.map(one => [one.ref, one.text, at(one.at), name(one.by), String(one.entry)]),
		),
		...part(
			'Follow-ups',
			['Follow-up', 'What', 'Owner', 'Due', 'From', 'Status', 'Entry'],
			review.followUps.map(one => [
				one.ref,
				one.text,
				one.owner === undefined ? 'no owner' : name(one.owner),
				one.due === undefined ? 'no date' : at(one.due),
				one.lesson ?? '',
				one.doneAt === undefined
					? one.due !== undefined && one.due <= now
						? 'open, overdue'
						: 'open'
					: `done ${at(one.doneAt)}${one.remark === undefined ? '' : `: ${one.remark}`}`,
				String(one.entry),
			]),
		),
	];
};
