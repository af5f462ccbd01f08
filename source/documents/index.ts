import {type DocumentView, incidentLog} from './incident-log.ts';

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

/** Every format of `loggist export FORMAT`. */
export const formats: readonly Format[] = [
	{
		name: 'markdown',
		summary: 'The whole record of the incident as a document (GitHub-flavoured Markdown)',
		extension: 'md',
		async write(view) {
			const {markdown} = await import('./markdown.ts');
			return markdown(incidentLog(view));
		},
	},
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
			yield* logLines(view);
		},
	}),
];
