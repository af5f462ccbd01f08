import {type DocumentView, incidentLog} from './incident-log.ts';

/** A form in which an incident leaves the program. */
export type Format = {
	readonly name: string;
	readonly summary: string;
	/** What a file of this format is called after its dot. */
	readonly extension: string;
	/** Gives the whole file; what only this format needs is loaded here. */
	readonly write: (view: DocumentView) => Promise<string>;
};

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
];
