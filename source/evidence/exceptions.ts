import {answerWords} from '../duties/record/state.ts';
import {checkMatrix} from '../responsibilities/check.ts';
import {type Block, heading, list, paragraph, tableOr} from '../section.ts';
import {at, dayOf, type EvidenceView, labelOf, who} from './view.ts';

export const exceptionHead = [
	'Incident',
	'Entry',
	'Rule',
	'About',
	'Asked',
	'Answer',
	'Reason',
	'Authorised by',
	'At',
] as const;

/** Where doctrine was departed from on purpose: prompts accepted as they were, or said not to apply. */
export const exceptionRows = (view: EvidenceView): readonly (readonly string[])[] =>
	view.incidents.flatMap(file =>
		file.board.record.answers
			.filter(({answer}) => answer === 'override' || answer === 'na')
			.map(one => [
				labelOf(file),
				String(one.entry),
				one.rule,
				who(file, one.subject),
				one.asked,
				answerWords[one.answer],
				one.reason ?? 'not recorded',
				one.authorisedBy === undefined ? 'not recorded' : who(file, one.authorisedBy),
				at(view, one.at),
			]),
	);

/** What the check of the responsibilities file found, each with its weight. */
export const matrixExceptions = (view: EvidenceView): readonly string[] =>
	view.responsibilities === undefined
		? []
		: checkMatrix(view.responsibilities.matrix, dayOf(view)).map(
				({severity, text}) => `${severity === 'error' ? 'Error' : 'Warning'}: ${text}`,
			);

export const exceptionSection = (view: EvidenceView): readonly Block[] => {
	const found = matrixExceptions(view);
	return [
		heading('Exceptions'),
		tableOr(
			'No prompt of doctrine was overridden or said not to apply in the incidents read.',
			exceptionHead,
			exceptionRows(view),
		),
		...(view.responsibilities === undefined
			? []
			: [
					paragraph(
						found.length === 0
							? 'The check of the responsibilities file found nothing.'
							: 'What the check of the responsibilities file found:',
					),
				]),
		...(found.length === 0 ? [] : [list(found)]),
	];
};
