import {type Declaration, profileOf} from '../duties/declaration/state.ts';
import type {Entry} from '../entry.ts';
import {type Block, heading, table} from '../section.ts';
import {dayAndTime} from '../time.ts';
import {isLate} from '../timeline.ts';
import {markingLine} from './dress.ts';
import type {DocumentView} from './incident-log.ts';

const profileWords = (declaration: Declaration): string => {
	const {name, title} = profileOf(declaration);
	return name === declaration.profile
		? `${name}, ${title}`
		: `${declaration.profile}, which this version does not know`;
};

/** From the earliest event to the last entry. */
const period = (entries: readonly Entry[], zone: string): string => {
	const times = entries.flatMap(({occurredAt, recordedAt}) => [occurredAt, recordedAt]).sort();
	const [first = ''] = times;
	const last = times.at(-1) ?? '';
	return first === '' ? 'nothing' : `${dayAndTime(first, zone)} to ${dayAndTime(last, zone)}`;
};

/** `Loggist 0.1.0, run by sam`. */
export const makerWords = ({version, madeBy}: Pick<DocumentView, 'version' | 'madeBy'>): string =>
	`Loggist ${version}${madeBy === undefined ? '' : `, run by ${madeBy}`}`;

/** What the document is about, when and by what it was made, and how much of the log it was made from. */
export const documentControl = (view: DocumentView): readonly Block[] => {
	const {board, entries, now} = view;
	const {zone} = board.declaration;
	return [
		heading('Document control'),
		table(
			['Field', 'Value'],
			[
				['Reference', board.incident],
				['Marking', markingLine(board)],
				['Made at', dayAndTime(now, zone)],
				['Made by', makerWords(view)],
				['Time zone', zone],
				['Profile', profileWords(board.declaration)],
				[
					'Period covered',
					period(
						entries.filter(({number}) => !board.struck.has(number)),
						zone,
					),
				],
				['Entries', String(entries.length)],
				['Struck', String(board.struck.size)],
				['Late', String(entries.filter(entry => isLate(entry, board)).length)],
			],
		),
	];
};
