import type {SectionView} from '../../duty.ts';
import {type Block, heading, table} from '../../section.ts';
import {flagWords, profileOf} from './state.ts';
import {because} from '../../words.ts';
import {dayAndTime, inBrief, elapsed} from '../../time.ts';

const dataWords = {yes: 'involved', maybe: 'maybe involved', no: 'not involved'} as const;

/** What the incident is and how it stands. */
export const declarationSection = ({board, now}: SectionView): readonly Block[] => {
	const {declaration} = board;
	const {zone, declaredAt, closedAt, triage} = declaration;
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
				[
					'Severity',
					declaration.doubt === undefined ? declaration.severity : `${declaration.severity}, which is unsure`,
				],
				['Personal data', dataWords[declaration.personalData]],
				...(triage.source === undefined ? [] : [['Came to light by', triage.source]]),
				...(triage.category === undefined ? [] : [['Category', triage.category]]),
				...(triage.hypothesis === undefined ? [] : [['Working hypothesis', triage.hypothesis]]),
				...declaration.flags.map(({flag, reason}) => ['Flag', `${flagWords[flag]}${because(reason)}`]),
				['Phase', declaration.phase],
				['Command', board.escalation.tier],
				['Doctrine', profileOf(declaration).title],
				['Status', closedAt === undefined ? 'open' : 'closed'],
				['Declared', dayAndTime(declaredAt, zone)],
				...(closedAt === undefined ? [] : [['Closed', dayAndTime(closedAt, zone)]]),
				...(declaration.outcome === undefined ? [] : [['Outcome', declaration.outcome.replace('-', ' ')]]),
				...(declaration.closingReason === undefined ? [] : [['Closed because', declaration.closingReason]]),
				['Elapsed', inBrief(elapsed(declaredAt, closedAt ?? now))],
			],
		),
	];
};
