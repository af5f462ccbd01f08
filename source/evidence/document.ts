import {asExercise, exerciseBanner} from '../documents/dress.ts';
import {redactionSaid} from '../sharing/words.ts';
import {type Block, heading, paragraph, table} from '../section.ts';
import {type Answer, type EvidencePage, type Question, statusOf} from './answer.ts';
import {
	completeness,
	completenessSection,
	evidenceIntegrity,
	integrityHead,
	integrityRows,
	periodWords,
	restsOn,
	scopeWords,
} from './completeness.ts';
import {exceptionHead, exceptionRows, exceptionSection, matrixExceptions} from './exceptions.ts';
import {at, type EvidenceView, isExercise, labelOf} from './view.ts';

/** A question with what was read for it. */
type Asked = {readonly question: Question; readonly number: number; readonly answer: Answer};

const asked = (page: EvidencePage, view: EvidenceView): readonly Asked[] =>
	page.questions.map((question, index) => ({question, number: index + 1, answer: question.read(view)}));

/** Every marking that something on the page bears, and what bears it. */
export const markingsOf = (
	view: EvidenceView,
): readonly {readonly marking: string; readonly of: readonly string[]}[] => {
	const sources = [
		...restsOn(view).map(file => ({marking: file.board.declaration.marking, of: labelOf(file)})),
		...(view.responsibilities === undefined
			? []
			: [{marking: view.responsibilities.matrix.marking, of: view.responsibilities.citation.source}]),
	];
	const markings = [...new Set(sources.map(one => one.marking).filter(one => one !== undefined))];
	return markings.map(marking => ({
		marking,
		of: sources.filter(one => one.marking === marking).map(one => one.of),
	}));
};

/** The page's own marking. Of several it cannot say which is the strictest, and names them all. */
export const markingWords = (view: EvidenceView): string | undefined => {
	if (view.marking !== undefined) {
		return view.marking;
	}

	const markings = markingsOf(view);
	return markings.length < 2
		? markings[0]?.marking
		: `Handle as the strictest of: ${markings.map(({marking, of}) => `${marking} (${of.join(', ')})`).join('; ')}`;
};

/** Whether the page is about an exercise, and must say so everywhere. */
const isOfExercise = ({scope, incidents}: EvidenceView): boolean =>
	scope.named !== undefined && incidents.some(isExercise);

const redactionSays = ({redaction, incidents}: EvidenceView): string =>
	redaction === undefined
		? ''
		: `${redactionSaid(redaction)} The hashes on this page are those of the full logs; they say of which logs it is made, and no word of it can be checked by them.` +
			(redaction.people && incidents.length > 1 ? ' A person’s number holds for this page only.' : '');

const control = (page: EvidencePage, view: EvidenceView): readonly Block[] => {
	const {responsibilities} = view;
	return [
		heading('Document control'),
		table(
			['Field', 'Value'],
			[
				['Questions of', page.asks],
				['Marking', markingWords(view) ?? 'not marked'],
				['Period covered', periodWords(view)],
				['Scope', scopeWords(view)],
				['Incidents and drills', restsOn(view).map(labelOf).join(', ') || 'none'],
				[
					'Responsibilities',
					responsibilities === undefined
						? 'no file was given'
						: `${responsibilities.matrix.title}, version ${responsibilities.matrix.version ?? 'not recorded'} (${responsibilities.citation.source})`,
				],
				['Made at', at(view, view.now)],
				['Made by', `Loggist ${view.version}, run by ${view.madeBy}`],
			],
		),
		...page.notes.map(paragraph),
	];
};

const glance = (all: readonly Asked[]): readonly Block[] => [
	heading('At a glance'),
	table(
		['No.', 'Question', 'Answered', 'Gaps'],
		all.map(({number, question, answer}) => [
			String(number),
			question.question,
			statusOf(answer),
			String(answer.gaps.length),
		]),
	),
];

const questionSection = ({number, question, answer}: Asked): readonly Block[] => [
	heading(`${number}. ${question.question}`),
	paragraph(`Looked for in: ${question.sought}.`),
	...answer.said.map(paragraph),
	...answer.found.flatMap(({caption, head, rows}) => [heading(caption, 3), table(head, rows)]),
	...(answer.gaps.length === 0
		? []
		: [
				heading('Gaps', 3),
				table(
					['What is missing', 'What would fill it'],
					answer.gaps.map(({lacks, fill}) => [lacks, fill]),
				),
			]),
];

/** A page of evidence as a document. What is not known is shown as a gap; nothing is filled in. */
export const evidenceDocument = (page: EvidencePage, view: EvidenceView): readonly Block[] => {
	const all = asked(page, view);
	const marking = markingWords(view);
	const exercise = isOfExercise(view);
	const banners = [
		...(marking === undefined ? [] : [paragraph(marking)]),
		...(exercise ? [paragraph(exerciseBanner)] : []),
		...(view.redaction === undefined ? [] : [paragraph(redactionSays(view))]),
	];
	const blocks = [
		...banners,
		heading(page.title, 1),
		...control(page, view),
		...glance(all),
		...all.flatMap(questionSection),
		...exceptionSection(view),
		...completenessSection(view),
		...evidenceIntegrity(view),
		...banners,
	];
	return exercise ? asExercise(blocks) : blocks;
};

const records = (head: readonly string[], rows: readonly (readonly string[])[]): readonly Record<string, string>[] =>
	rows.map(row => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])));

/** The same for other programs: a contract with the outside. Tables are lists of records by the names of their columns. */
export const evidenceJson = (page: EvidencePage, view: EvidenceView) => {
	const {scope, responsibilities} = view;
	return {
		page: page.name,
		title: page.title,
		asks: page.asks,
		exercise: isOfExercise(view),
		marking: markingWords(view) ?? null,
		markings: markingsOf(view),
		redacted: view.redaction === undefined ? null : redactionSays(view),
		madeAt: view.now,
		madeBy: view.madeBy,
		version: view.version,
		period: {since: scope.since ?? null, until: scope.until ?? null},
		zone: view.zone,
		incidents: view.incidents.map(({board}) => board.incident),
		exercises: view.exercises.map(({board}) => board.incident),
		leftOut: scope.leftOut,
		responsibilities:
			responsibilities === undefined
				? null
				: {...responsibilities.citation, version: responsibilities.citation.version ?? null},
		notes: page.notes,
		questions: asked(page, view).map(({number, question, answer}) => ({
			number,
			question: question.question,
			sought: question.sought,
			status: statusOf(answer),
			said: answer.said,
			found: answer.found.map(({caption, head, rows}) => ({caption, rows: records(head, rows)})),
			gaps: answer.gaps,
		})),
		exceptions: {
			prompts: records(exceptionHead, exceptionRows(view)),
			responsibilities: matrixExceptions(view),
		},
		completeness: completeness(view),
		integrity: records(integrityHead, integrityRows(view)),
	};
};
