import type {Desk} from '../desk.ts';
import type {Entry} from '../entry.ts';
import type {Ledger} from '../ledger/ledger.ts';
import type {Refusal} from '../refusal.ts';

/** What an import is given to work with. */
export type Material = {
	/** As typed: a file, a folder, or `-` for standard input. Never taken from data. */
	readonly path: string;
	/** Its last part, as it is named in the log; `standard input` for `-`. */
	readonly name: string;
	/** What stands in the file, or comes from standard input. Throws when it cannot be read. */
	readonly bytes: () => Promise<Uint8Array>;
	/** Why these entries come so late, where that was said. */
	readonly reason: string | undefined;
	readonly ledger: Ledger;
	/** A desk on the incident of that reference; on the one that is meant where none is given. */
	readonly deskOn: (reference?: string) => Promise<Desk>;
	/** Tells whoever watches how far it is. */
	readonly progress: (done: number, of: number) => void;
};

/** What came of an import. */
export type Imported = {
	readonly incident: string;
	/** The entries written, the one that tells of the import first; of a log restored as it is, those restored. */
	readonly written: readonly Entry[];
	/** What is to be said of it, a sentence each. */
	readonly notices: readonly string[];
};

/** A form in which entries come into the program. */
export type ImportFormat = {
	readonly name: string;
	readonly summary: string;
	/** Reads it and writes what it tells, all of it or nothing; what only this format needs is loaded here. */
	readonly run: (material: Material) => Promise<Imported | Refusal>;
};

/** Every format of `loggist import FORMAT FILE`. */
export const importFormats: readonly ImportFormat[] = [
	{
		name: 'jsonl',
		summary: 'A log that export jsonl wrote: restored as it is, or merged with the log of the same incident here',
		run: async material => (await import('./jsonl.ts')).importJsonl(material),
	},
];
