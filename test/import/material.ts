import {type Choice, type Folder, type Imported, type ImportFormat, importFormats} from '../../source/import/index.ts';
import {isRefusal, type Refusal} from '../../source/refusal.ts';
import type {Play} from '../support/incident.ts';

const nothing: Choice = {since: undefined, until: undefined, reaction: undefined, channel: undefined};

/** A folder that stands nowhere: files by their paths. */
export const folderOf = (files: Readonly<Record<string, unknown>>): Folder => {
	const paths = Object.keys(files);
	const folder: Folder = {
		folders: [...new Set(paths.filter(one => one.includes('/')).map(one => one.split('/', 1)[0] ?? ''))],
		files: async within =>
			within === undefined
				? paths.filter(one => !one.includes('/'))
				: paths.filter(one => one.startsWith(`${within}/`)).map(one => one.slice(within.length + 1)),
		read: async (name, within) =>
			new TextEncoder().encode(JSON.stringify(files[within === undefined ? name : `${within}/${name}`])),
		above: async () => folder,
	};
	return folder;
};

/** Imports a text, or a folder, into the incident of a play. */
export const importInto = async (
	{desk, ledger}: Play,
	format: string,
	given: string | Folder,
	choice: Partial<Choice> = {},
): Promise<Imported | Refusal> => {
	const found: ImportFormat | undefined = importFormats.find(one => one.name === format);
	if (found === undefined) {
		throw new Error(`There is no format ${format}.`);
	}

	return found.run({
		path: 'given',
		name: 'given',
		bytes: async () => new TextEncoder().encode(typeof given === 'string' ? given : ''),
		folder: async () => (typeof given === 'string' ? folderOf({}) : given),
		choice: () => ({...nothing, ...choice}),
		reason: found.reason,
		ledger,
		deskOn: async () => desk,
		progress: () => undefined,
	});
};

/** What an import wrote; throws where it was refused. */
export const imported = async (...given: Parameters<typeof importInto>): Promise<Imported> => {
	const outcome = await importInto(...given);
	if (isRefusal(outcome)) {
		throw new Error(`${outcome.refused} ${outcome.mend}`);
	}

	return outcome;
};
