import type {SectionView} from '../../duty.ts';
import {type Block, heading, table} from '../../section.ts';
import {dayAndTime, inBrief, elapsed} from '../../time.ts';

const dataWords = {yes: 'involved', maybe: 'maybe involved', no: 'not involved'} as const;

/** What the incident is and how it stands. */
export const declarationSection = ({board, now}: SectionView): readonly Block[] => {
	const {declaration} = board;
	const {zone, declaredAt, closedAt} = declaration;
	if (declaredAt === undefined) {
		return [heading('Summary'), {type: 'paragraph', text: 'Nothing has been declared.'}];
	}

	return [
		heading('Summary'),
		table(
			['Field', 'Value'],
			[
				['Reference', board.incident],
				['Title', declaration.title],
				...(declaration.exercise ? [['Exercise', 'EXERCISE EXERCISE EXERCISE']] : []),
				['Kind', declaration.incidentKind],
				['Severity', declaration.severity],
				['Personal data', dataWords[declaration.personalData]],
				['Phase', declaration.phase],
				['Status', closedAt === undefined ? 'open' : 'closed'],
				['Declared', dayAndTime(declaredAt, zone)],
				...(closedAt === undefined ? [] : [['Closed', dayAndTime(closedAt, zone)]]),
				...(declaration.closingReason === undefined ? [] : [['Closed because', declaration.closingReason]]),
				['Elapsed', inBrief(elapsed(declaredAt, closedAt ?? now))],
			],
		),
	];
};
