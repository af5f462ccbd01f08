import {gaps as missingNumbers, signatureWords} from '../documents/integrity.ts';
import {importOf} from '../duties/record/state.ts';
import {type Block, heading, list, paragraph, tableOr} from '../section.ts';
import {at, type EvidenceView, type IncidentFile, isExercise, labelOf} from './view.ts';

/** `from … to …`, with what is open on either side. */
export const periodWords = (view: EvidenceView): string => {
	const {since, until} = view.scope;
	const from = since === undefined ? 'from the first entry of the ledger' : `from ${at(view, since)}`;
	return `${from} to ${until === undefined ? `the making of this page, ${at(view, view.now)}` : at(view, until)}`;
};

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/** Which incidents, in words. */
export const scopeWords = ({scope, incidents}: EvidenceView): string =>
	scope.named === undefined
		? `${count(incidents.length, 'incident', 'incidents')} of the ${scope.known} in the ledger`
		: `${scope.named}, which was asked for by name`;

/** What the page was made from, and what was left out: whoever reads it must not have to guess. */
export const completeness = (view: EvidenceView): readonly string[] => {
	const {incidents, exercises, scope, responsibilities} = view;
	const entries = incidents.reduce((sum, one) => sum + one.entries.length, 0);
	const struck = incidents.reduce((sum, {board}) => sum + board.struck.size, 0);
	const unread = incidents.reduce(
		(sum, file) => sum + file.entries.filter(({event}) => event.kind === 'unread').length,
		0,
	);
	const imported = incidents.reduce(
		(sum, {board, entries: read}) => sum + read.filter(one => importOf(board.record, one) !== undefined).length,
		0,
	);
	const drills = incidents.filter(isExercise).length;
	return [
		`Period: ${periodWords(view)}. An incident counts when any of its entries falls into it, and is read from its beginning.`,
		`Incidents: ${scopeWords(view)}; ${count(entries, 'entry', 'entries')}, every one of them read.`,
		...(scope.named === undefined && drills > 0
			? [
					`${count(drills, 'of these is an exercise', 'of these are exercises')}: counted as tests and as exceptions, never as incidents.`,
				]
			: []),
		`Exercises of the whole ledger were looked at for tests and competence: ${exercises.length}.`,
		'Every entry was recorded at the time that the clock of its machine showed, or that was given in its place (--now).',
		`Struck entries: ${struck}. They are in the count and answer no question.`,
		...(scope.laterEntries > 0
			? [
					`${count(scope.laterEntries, 'entry was', 'entries were')} recorded after the period, and left out: the page says what the record said then.`,
				]
			: []),
		...(imported > 0
			? [
					`${count(imported, 'entry was', 'entries were')} imported from files: they say when they happened, and were recorded later.`,
				]
			: []),
		...(unread > 0
			? [`${count(unread, 'entry is', 'entries are')} of a kind that this version cannot read, and answer no question.`]
			: []),
		responsibilities === undefined
			? 'Responsibilities: no file was given.'
			: `Responsibilities: ${responsibilities.citation.source}, as it is now; the file keeps no earlier state of itself.`,
		'What was done and is in neither the ledger nor the responsibilities file is not on this page.',
	];
};

export const completenessSection = (view: EvidenceView): readonly Block[] => [
	heading('Completeness'),
	list(completeness(view)),
	...(view.scope.leftOut.length === 0
		? [paragraph('No incident of the ledger was left out.')]
		: [
				tableOr(
					'',
					['Left out', 'Why'],
					view.scope.leftOut.map(({incident, why}) => [incident, why]),
				),
			]),
];

/** Every incident that the page rests on, each once: those in scope, and the exercises that were looked at beside them. */
export const restsOn = ({incidents, exercises}: EvidenceView): readonly IncidentFile[] => [
	...incidents,
	...exercises.filter(one => incidents.every(({board}) => board.incident !== one.board.incident)),
];

/** The line of each log by which the page can be checked against the ledger. */
export const integrityRows = (view: EvidenceView): readonly (readonly string[])[] =>
	restsOn(view).map(file => [
		labelOf(file),
		file.entries.length === 0 ? 'none' : `${file.entries[0]?.number ?? ''} to ${file.board.head?.number ?? ''}`,
		missingNumbers(file.entries).join(', ') || 'none',
		file.trouble ?? 'whole',
		file.board.head?.hash ?? 'none',
		signatureWords(file.board),
	]);

export const integrityHead = [
	'Incident',
	'Entries',
	'Missing numbers',
	'Chain',
	'Hash of the last entry (SHA-256)',
	'Signature',
] as const;

export const evidenceIntegrity = (view: EvidenceView): readonly Block[] => [
	heading('Integrity'),
	tableOr('The page rests on no log.', integrityHead, integrityRows(view)),
	...(view.responsibilities === undefined
		? []
		: [
				paragraph(
					view.responsibilities.citation.sha256 === ''
						? `The responsibilities were read from ${view.responsibilities.citation.source}, whose hash is left out with the people.`
						: `The responsibilities were read from ${view.responsibilities.citation.source}, SHA-256 ${view.responsibilities.citation.sha256}.`,
				),
			]),
	paragraph(
		'Every entry carries the hash of the one before it. To check, run loggist verify on the ledger: it reads every entry ' +
			'anew and names the first that does not join. While nothing has been added, each log ends in the hash above; ' +
			'loggist verify FILE, with this page as FILE, looks them up, also when more has been added since. ' +
			(view.incidents.some(({trouble}) => trouble !== undefined)
				? 'A chain is broken: until it is explained what happened to that log, nothing of it supports evidential weight.'
				: 'This page is a copy and supports evidential weight; the ledger is the record.'),
	),
];
