import type {Period} from './period.ts';
import type {Template} from './template.ts';

/** What may be asked for besides a document's name; a format says which of it it heeds. */
export type DocumentOptions = {
	/** The form of the document. */
	readonly template?: Template | undefined;
	/** A role's key, or `#` and a sub-team's name. */
	readonly role?: string | undefined;
	readonly period?: Period | undefined;
	/** Whether timeline and Gantt chart are drawn in Mermaid's language; not unless asked. */
	readonly pictures?: boolean | undefined;
};

/** The names of what may be asked for: those of the flags of the shell. */
export type OptionName = keyof DocumentOptions;
