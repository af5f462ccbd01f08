import {type DocumentView, incidentLogParts} from './incident-log.ts';

/** A form in which an incident leaves the program. */
export type Format = {
	readonly name: string;
	readonly summary: string;
	/** What a file of this format is called after its dot. */
	readonly extension: string;
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

/** Every format of `loggist export FORMAT`. */
export const formats: readonly Format[] = [
	streamed({
		name: 'markdown',
		summary: 'The whole record of the incident as a document (GitHub-flavoured Markdown)',
		extension: 'md',
		async *pieces(view) {
			const {markdownPieces} = await import('./markdown.ts');
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
	{
		name: 'handover',
		summary: 'The brief for whoever takes over (Markdown)',
		extension: 'md',
		async write(view) {
			const [{markdown}, {handoverBrief}] = await Promise.all([import('./markdown.ts'), import('./handover-brief.ts')]);
			return markdown(handoverBrief(view));
		},
	},
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
