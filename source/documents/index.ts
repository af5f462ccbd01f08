import type {Block} from '../section.ts';
import type {DocumentView} from './incident-log.ts';
import type {OptionName} from './options.ts';

/** A form in which an incident leaves the program. */
export type Format = {
	readonly name: string;
	readonly summary: string;
	/** What a file of this format is called after its dot. */
	readonly extension: string;
	/** What it heeds of what may be asked for besides its name. */
	readonly heeds?: readonly OptionName[];
	/** Gives the whole file; what only this format needs is loaded here. */
	readonly write: (view: ExportView) => Promise<string>;
	/** Gives the same file in pieces, where it grows with the log: whoever writes it need not hold it whole. */
	readonly pieces?: (view: ExportView) => AsyncIterable<string>;
};

/** What an export is made from. */
export type ExportView = DocumentView & {
	/** Which of the incident's objects, where a format writes one of them: `actions`. */
	readonly object?: string | undefined;
	/** Tells whoever watches how many of the entries are written. */
	readonly progress?: ((done: number, of: number) => void) | undefined;
};

/** A format that is written piece by piece. */
const streamed = (format: Omit<Format, 'write' | 'pieces'> & Required<Pick<Format, 'pieces'>>): Format => ({
	...format,
	async write(view) {
		const pieces: string[] = [];
		for await (const piece of format.pieces(view)) {
			pieces.push(piece);
		}

		return pieces.join('');
	},
});

/** An export was asked for something that an incident does not have. */
export class NoSuchObject extends Error {
	override name = 'NoSuchObject';
	readonly mend: string;

	constructor(object: string, names: readonly string[]) {
		super(`There is no object ${object}.`);
		this.mend = `Name one of ${names.join(', ')}: --object ${names[0] ?? ''}.`;
	}
}

/** Lines, about one an entry, told of as they are written. */
const watched = function* (lines: Iterable<string>, {entries, progress}: ExportView): Generator<string> {
	let done = 0;
	for (const line of lines) {
		yield line;
		done += 1;
		progress?.(done, entries.length);
	}
};

/** A document of blocks, written as Markdown; loaded when it is asked for. */
const inMarkdown = (
	name: string,
	summary: string,
	{
		heeds = [],
		blocks,
	}: {
		readonly heeds?: readonly OptionName[];
		readonly blocks: () => Promise<(view: DocumentView) => readonly Block[]>;
	},
): Format => ({
	name,
	summary: `${summary} (Markdown)`,
	extension: 'md',
	heeds,
	async write(view) {
		const [{markdown}, make] = await Promise.all([import('./markdown.ts'), blocks()]);
		return markdown(make(view));
	},
});

/** Every format of `loggist export FORMAT`. */
export const formats: readonly Format[] = [
	streamed({
		name: 'markdown',
		summary: 'The whole record of the incident as a document (GitHub-flavoured Markdown)',
		extension: 'md',
		heeds: ['pictures', 'template'],
		async *pieces(view) {
			if (view.options?.template !== undefined) {
				yield (await import('./fill.ts')).fillTemplate(view.options.template, view);
				return;
			}

			const [{markdownPieces}, {incidentLogParts}] = await Promise.all([
				import('./markdown.ts'),
				import('./incident-log.ts'),
			]);
			yield* markdownPieces(incidentLogParts(view));
		},
	}),
	{
		name: 'sitrep',
		summary: 'The situation report (Markdown)',
		extension: 'md',
		async write(view) {
			const [{markdown}, {situationReport}] = await Promise.all([
				import('./markdown.ts'),
				import('./situation-report.ts'),
			]);
			return markdown(situationReport(view));
		},
	},
	streamed({
		name: 'html',
		summary: 'The whole record as one file for a browser, with pictures, a filter and an as-of slider (HTML)',
		extension: 'html',
		async *pieces(view) {
			yield* (await import('./page.ts')).recordPage(view);
		},
	}),
	streamed({
		name: 'sitrep-html',
		summary: 'The situation report as one file for a browser, with pictures (HTML)',
		extension: 'html',
		async *pieces(view) {
			yield* (await import('./page.ts')).situationPage(view);
		},
	}),
	{
		name: 'handover',
		summary: 'The brief for whoever takes over (Markdown)',
		extension: 'md',
		async write(view) {
			const [{markdown}, {handoverBrief}] = await Promise.all([import('./markdown.ts'), import('./handover-brief.ts')]);
			return markdown(handoverBrief(view));
		},
	},
	inMarkdown('curated', 'The record as it is told afterwards: without what was struck and without housekeeping', {
		heeds: ['pictures'],
		blocks: async () => (await import('./curated-log.ts')).curatedLog,
	}),
	inMarkdown('decisions', 'The decision log: what was asked, known then, considered, decided, and why', {
		blocks: async () => (await import('./decision-log.ts')).decisionLog,
	}),
	inMarkdown('actions', 'The list of actions, with what was reported on the way, and follow-ups', {
		heeds: ['pictures'],
		blocks: async () => (await import('./action-list.ts')).actionList,
	}),
	{
		name: 'review',
		summary: 'The post-incident review, with gaps for what the log cannot know (Markdown)',
		extension: 'md',
		heeds: ['pictures', 'template'],
		write: async view => (await import('./review.ts')).review(view),
	},
	inMarkdown('ics-203', 'ICS 203, organization assignment list of an operational period', {
		heeds: ['period'],
		blocks: async () => (await import('./ics-203.ts')).ics203,
	}),
	inMarkdown('ics-207', 'ICS 207, organization chart', {
		heeds: ['pictures', 'period'],
		blocks: async () => (await import('./ics-207.ts')).ics207,
	}),
	inMarkdown('ics-214', 'ICS 214, activity log of each role, or of one, in an operational period', {
		heeds: ['role', 'period'],
		blocks: async () => (await import('./ics-214.ts')).ics214,
	}),
	streamed({
		name: 'jsonl',
		summary: 'The log without loss, an entry a line (JSON Lines): import jsonl and verify read it',
		extension: 'jsonl',
		async *pieces(view) {
			const {logLines} = await import('../data/jsonl.ts');
			yield* watched(logLines(view), view);
		},
	}),
	streamed({
		name: 'csv',
		summary: 'One object of the incident as a table (CSV): the log, or what --object names',
		extension: 'csv',
		async *pieces(view) {
			const {csvOf, objectNames} = await import('../data/tables.ts');
			const {object = 'log'} = view;
			const lines = csvOf(object, view);
			if (lines === undefined) {
				throw new NoSuchObject(object, objectNames);
			}

			yield* watched(lines, view);
		},
	}),
	streamed({
		name: 'timesketch',
		summary: 'The log as a timeline for Timesketch (CSV)',
		extension: 'csv',
		async *pieces(view) {
			const {timesketchCsv} = await import('../data/timesketch.ts');
			yield* watched(timesketchCsv(view), view);
		},
	}),
	streamed({
		name: 'timesketch-jsonl',
		summary: 'The log as a timeline for Timesketch (JSON Lines)',
		extension: 'jsonl',
		async *pieces(view) {
			const {timesketchJsonl} = await import('../data/timesketch.ts');
			yield* watched(timesketchJsonl(view), view);
		},
	}),
	streamed({
		name: 'ics',
		summary: 'Everything that is due, as a calendar (iCalendar)',
		extension: 'ics',
		async *pieces(view) {
			const {calendarLines} = await import('../data/calendar.ts');
			yield* calendarLines(view);
		},
	}),
];
