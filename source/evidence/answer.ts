import type {Responsibilities} from '../responsibilities/shape.ts';
import type {EvidenceView} from './view.ts';

/** What was found, as a table. */
export type Finding = {
	readonly caption: string;
	readonly head: readonly string[];
	readonly rows: readonly (readonly string[])[];
};

/** What was looked for and not found. It is shown, never filled in. */
export type Gap = {
	/** A whole sentence. */
	readonly lacks: string;
	/** What would fill it: a field of the file, a verb of the log, a paper. */
	readonly fill: string;
};

export type Answer = {
	/** Sentences that stand before the tables. */
	readonly said: readonly string[];
	readonly found: readonly Finding[];
	readonly gaps: readonly Gap[];
};

/** What an auditor asks, where the answer is looked for, and how it is read there. Pure. */
export type Question = {
	readonly question: string;
	/** Where the answer is looked for, in words. */
	readonly sought: string;
	readonly read: (view: EvidenceView) => Answer;
};

/** A page of evidence: a table of questions. */
export type EvidencePage = {
	readonly name: string;
	readonly title: string;
	/** Which text asks these questions. */
	readonly asks: string;
	/** What must be known to read the page rightly. */
	readonly notes: readonly string[];
	readonly questions: readonly Question[];
};

export const finding = (caption: string, head: readonly string[], rows: Finding['rows']): Finding => ({
	caption,
	head,
	rows,
});

/** An answer of its parts; tables without rows are no answer, and fall away, and what is missing is said once. */
export const answer = ({said = [], found = [], gaps = []}: Partial<Answer>): Answer => ({
	said,
	found: found.filter(one => one.rows.length > 0),
	gaps: gaps.filter((gap, index) => gaps.findIndex(one => one.lacks === gap.lacks && one.fill === gap.fill) === index),
});

/** Several answers as one. */
export const together = (...answers: readonly Answer[]): Answer =>
	answer({
		said: answers.flatMap(one => one.said),
		found: answers.flatMap(one => one.found),
		gaps: answers.flatMap(one => one.gaps),
	});

/** Readings put together: each is asked, and their answers stand one after the other. */
export const readings =
	(...reads: readonly Question['read'][]): Question['read'] =>
	view =>
		together(...reads.map(read => read(view)));

/** The gap where something is so. */
export const gapWhen = (isSo: boolean, lacks: string, fill: string): readonly Gap[] => (isSo ? [{lacks, fill}] : []);

export const statuses = ['answered', 'in part', 'gap'] as const;

export type Status = (typeof statuses)[number];

/** How far a question is answered: whatever is missing is said, and makes it no more than a part. */
export const statusOf = ({found, gaps}: Answer): Status =>
	gaps.length === 0 ? 'answered' : found.length === 0 ? 'gap' : 'in part';

/** Reads the responsibilities; without a file the question is a gap. */
export const ofMatrix =
	(read: (matrix: Responsibilities, view: EvidenceView) => Answer): Question['read'] =>
	view =>
		view.responsibilities === undefined
			? answer({
					gaps: [
						{
							lacks: 'No responsibilities file was given.',
							fill: 'a responsibilities file, named in the configuration (responsibilities: FILE)',
						},
					],
				})
			: read(view.responsibilities.matrix, view);
