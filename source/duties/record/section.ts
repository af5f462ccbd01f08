import type {SectionView} from '../../duty.ts';
import {type Block, heading, table, tableOr} from '../../section.ts';
import {dayAndTime} from '../../time.ts';
import {profileOf} from '../declaration/state.ts';
import {nameOf} from '../staffing/state.ts';
import {answerWords, isSameTerm} from './state.ts';

/** What abbreviations stand for: those explained in the log, and those it uses that the doctrine explains. */
const glossarySection = ({record, declaration}: SectionView['board']): readonly Block[] => {
	const {glossary} = profileOf(declaration);
	const used = new Set(record.abbreviations.map(one => one.term));
	const rows = [
		...record.glossary.map(({term, text, entry}) => [term, text, String(entry)]),
		...Object.entries(glossary)
			.filter(([term]) => used.has(term) && !record.glossary.some(one => isSameTerm(one.term, term)))
			.map(([term, text]) => [term, text, `doctrine ${declaration.profile}`]),
	].sort(([a = ''], [b = '']) => a.localeCompare(b, 'en'));
	return rows.length === 0 ? [] : [heading('Glossary'), table(['Abbreviation', 'Stands for', 'Said in entry'], rows)];
};

/** Every prompt that was answered, and how; what abbreviations stand for. */
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
		...glossarySection(board),
	];
};
