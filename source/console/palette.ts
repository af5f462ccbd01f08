import {commands} from '../duties/index.ts';
import {consoleVerbs} from './console-verbs.ts';
import {likeness} from './matching.ts';

/** A verb that may be chosen. */
export type PaletteRow = {readonly verb: string; readonly summary: string};

const all: readonly PaletteRow[] = [
	// Two verbs that are known only to say what is done instead.
	...commands.filter(({verb}) => verb !== 'edit' && verb !== 'delete'),
	...consoleVerbs,
].map(({verb, summary}) => ({verb, summary}));

const verbOf = (line: string): string | undefined => /^\/(\S+)/u.exec(line)?.[1]?.toLowerCase();

/** Every verb that answers to what is typed: the likest first, among those alike the ones used here last. */
export const paletteRows = (search: string, history: readonly string[]): readonly PaletteRow[] => {
	const used = new Map(history.map((line, index) => [verbOf(line), index]));
	return all
		.flatMap(row => {
			const rank = likeness(search, row.verb, row.summary);
			return rank === undefined ? [] : [{row, rank, last: used.get(row.verb) ?? -1}];
		})
		.toSorted((one, other) => one.rank - other.rank || other.last - one.last)
		.map(({row}) => row);
};
