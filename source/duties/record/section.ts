import type {SectionView} from '../../duty.ts';
import {type Block, heading, tableOr} from '../../section.ts';
import {dayAndTime} from '../../time.ts';
import {nameOf} from '../staffing/state.ts';
import {answerWords} from './state.ts';

/** Every prompt that was answered, and how. */
export const recordSection = ({board}: SectionView): readonly Block[] => {
	const {record, staffing, declaration} = board;
	const at = (instant: string) => dayAndTime(instant, declaration.zone);
	return [
		heading('Prompts answered'),
		tableOr(
			'No prompt was answered.',
			['Entry', 'Rule', 'About', 'Asked', 'Answer', 'Reason', 'Authorised by', 'At'],
			record.answers.map(one => [
				String(one.entry),
				one.rule,
				one.subject,
				one.asked,
				one.until === undefined ? answerWords[one.answer] : `${answerWords[one.answer]} until ${at(one.until)}`,
				one.reason ?? '',
				one.authorisedBy === undefined ? '' : nameOf(staffing, one.authorisedBy),
				at(one.at),
			]),
		),
	];
};
