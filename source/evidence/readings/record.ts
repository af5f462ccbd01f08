import {latenessOf} from '../../late.ts';
import {gaps as missingNumbers} from '../../documents/integrity.ts';
import {isLate, strikeReason, tell} from '../../timeline.ts';
import {answer, finding, gapWhen} from '../answer.ts';
import {at, type IncidentFile, labelOf, standing, who} from '../view.ts';
import {ofSample} from './of-sample.ts';

/** That an entry is not as it was written: then nothing of that log can be relied on. */
const brokenChain = ({board, trouble}: IncidentFile) =>
	gapWhen(
		trouble !== undefined,
		`The chain of ${board.incident} is broken: ${trouble ?? ''}`,
		'nothing: keep the file as it is, and record who found this and when',
	);

/** That the record is append-only and whole: what the check of its chain found, what was struck and what came late. */
export const immutable = ofSample((file, view) => {
	const {board, entries, trouble} = file;
	const struck = entries.filter(({number}) => board.struck.has(number));
	const late = standing(file).filter(entry => isLate(entry, board));
	const unexplained = late.filter(({number}) => latenessOf(board.record, number)?.reason === undefined);
	const missing = missingNumbers(entries);
	return answer({
		found: [
			finding(
				'The records',
				['Incident', 'Entries', 'Missing numbers', 'Struck', 'Late', 'Chain', 'Hash of the last entry (SHA-256)'],
				[
					[
						labelOf(file),
						String(entries.length),
						missing.join(', ') || 'none',
						String(struck.length),
						String(late.length),
						trouble ?? 'whole',
						board.head?.hash ?? 'none',
					],
				],
			),
			finding(
				'Struck entries, which stay readable',
				['Incident', 'Entry', 'At', 'By', 'In the words of the log', 'Struck because'],
				struck.map(entry => [
					labelOf(file),
					String(entry.number),
					at(view, entry.occurredAt),
					who(file, entry.by),
					tell(entry, board),
					strikeReason(entry, board) ?? 'not recorded',
				]),
			),
		],
		gaps: [
			...brokenChain(file),
			...gapWhen(
				unexplained.length > 0,
				`These late entries of ${board.incident} have no reason: ${unexplained.map(({number}) => String(number)).join(', ')}.`,
				'explain N because …, in its log',
			),
		],
	});
});

/** Where each entry comes from: the login that wrote it, on whose behalf, and the file where it was imported. */
export const provenance = ofSample(file => {
	const counts = new Map<string, number>();
	for (const {by, recordedBy} of file.entries) {
		const key = JSON.stringify([recordedBy, who(file, by)]);
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}

	const sources = new Set(file.entries.map(one => one.recordedBy));
	return answer({
		said: [`${labelOf(file)}: ${file.entries.length} entries, written by ${[...sources].join(', ') || 'nobody'}.`],
		found: [
			finding(
				'Who wrote the entries, and on whose behalf',
				['Incident', 'Login', 'On behalf of', 'Entries'],
				[...counts].map(([key, count]) => {
					const [login = '', name = ''] = JSON.parse(key) as readonly string[];
					return [labelOf(file), login, name, String(count)];
				}),
			),
			finding(
				'Entries that were imported',
				['Incident', 'Entries', 'Source', 'File', 'Why', 'Said in entry'],
				file.board.record.imports.map(({entry, source, name, from, to, reason}) => [
					labelOf(file),
					`${from} to ${to}`,
					source,
					name,
					reason ?? 'not recorded',
					String(entry),
				]),
			),
		],
		gaps: brokenChain(file),
	});
});
