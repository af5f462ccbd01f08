import type {Desk} from '../desk.ts';
import type {Entry} from '../entry.ts';
import type {Ledger} from '../ledger/ledger.ts';
import type {Situation} from '../propose.ts';
import type {Refusal} from '../refusal.ts';
import type {Instant} from '../time.ts';

/** A folder as a format may look into it. Names are what stands there, never what data say. */
export type Folder = {
	/** Folders in it. */
	readonly folders: readonly string[];
	/** Files in it, or in one of its folders. */
	readonly files: (folder?: string) => Promise<readonly string[]>;
	/** What stands in a file; throws when it cannot be read. */
	readonly read: (name: string, folder?: string) => Promise<Uint8Array>;
	/** The folder that holds it. */
	readonly above: () => Promise<Folder>;
};

/** What of a file is meant. */
export type Choice = {
	/** Nothing that happened before, nothing that happened later. */
	readonly since: Instant | undefined;
	readonly until: Instant | undefined;
	/** Slack: only messages that somebody marked with it. */
	readonly reaction: string | undefined;
	/** Slack: only this channel. */
	readonly channel: string | undefined;
};

/** What an import is given to work with. */
export type Material = {
	/** As typed: a file, a folder, or `-` for standard input. Never taken from data. */
	readonly path: string;
	/** Its last part, as it is named in the log; `standard input` for `-`. */
	readonly name: string;
	/** What stands in the file, or comes from standard input. Throws when it cannot be read. */
	readonly bytes: () => Promise<Uint8Array>;
	/** What stands in a folder. Throws where it is none. */
	readonly folder: () => Promise<Folder>;
	/** What of it is meant, as typed times are read in that situation. Throws when one cannot be read. */
	readonly choice: (situation: Situation) => Choice;
	/** Why these entries come so late, where that was said. */
	readonly reason: string;
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
	/** Why its entries come so late, unless somebody says why. */
	readonly reason: string;
	/** Which flags it hears beside `--because`. */
	readonly hears: readonly (keyof Choice)[];
	/** Reads it and writes what it tells, all of it or nothing; what only this format needs is loaded here. */
	readonly run: (material: Material) => Promise<Imported | Refusal>;
};

const window = ['since', 'until'] as const;

/** Every format of `loggist import FORMAT FILE`. */
export const importFormats: readonly ImportFormat[] = [
	{
		name: 'jsonl',
		summary: 'A log that export jsonl wrote: restored as it is, or merged with the log of the same incident here',
		reason: 'it was written on another console',
		hears: [],
		run: async material => (await import('./jsonl.ts')).importJsonl(material),
	},
	{
		name: 'csv',
		summary: 'A timeline as a table: occurred and text, and by, kind, owner, due where it has them',
		reason: 'it was kept in another timeline',
		hears: window,
		run: async material => (await import('./csv.ts')).importCsv(material),
	},
	{
		name: 'lines',
		summary: 'A log on paper, typed off: a line each, HH:MM and what happened, under its day',
		reason: 'it was logged on paper',
		hears: window,
		run: async material => (await import('./lines.ts')).importLines(material),
	},
	{
		name: 'slack',
		summary: 'The folder of an unpacked Slack export: what was said around the incident, or marked with a reaction',
		reason: 'it was said in Slack',
		hears: [...window, 'reaction', 'channel'],
		run: async material => (await import('./slack.ts')).importSlack(material),
	},
	{
		name: 'pagerduty',
		summary: 'The log entries of a PagerDuty incident, as its API gives them (JSON)',
		reason: 'PagerDuty recorded it',
		hears: window,
		run: async material => (await import('./pagerduty.ts')).importPagerduty(material),
	},
];
