import type {Board} from '../board.ts';
import {present} from '../duties/staffing/state.ts';
import type {Candidate, Completion} from '../language/complete.ts';
import {type Choosable, chosen, findable} from '../language/fuzzy.ts';
import {once} from '../memo.ts';
import {type ConsoleVerb, type ConsoleVerbName, consoleVerbs} from './console-verbs.ts';
import type {Line} from './line.ts';

/** What may follow verbs of the console, as far as it is known by now. */
export type Following = Readonly<Partial<Record<ConsoleVerbName, readonly Candidate[]>>>;

const choices = once((candidates: readonly Candidate[]): readonly Choosable<Candidate>[] =>
	candidates.map(one => ({
		choice: one,
		names: [one.text.toLowerCase()],
		words: findable(`${one.text} ${one.hint}`),
	})),
);

/** What a list may be narrowed to: the people of the board, by the first word of their names. */
const peopleNamed = once((staffing: Board['staffing']): readonly Candidate[] =>
	present(staffing).map(({name}) => ({text: name.split(/\s+/u)[0] ?? name, hint: name})),
);

/**
 * What may stand after a verb of the console; undefined where there is no such verb in the line. Only its first word is
 * offered, and nothing where that is whole.
 */
export const followingCompletion = (
	{text, cursor}: Line,
	following: Following,
	board: Board,
): Completion | undefined => {
	const [, verb, gap = '', word = ''] = /^\/([^\s/]+)(\s+)(\S*)$/u.exec(text.slice(0, Math.min(cursor, 200))) ?? [];
	const found = consoleVerbs.find(one => one.verb === verb?.toLowerCase());
	if (found === undefined || cursor > 200) {
		return undefined;
	}

	const {words}: ConsoleVerb = found;
	const candidates = words ?? (found.verb === 'filter' ? peopleNamed(board.staffing) : (following[found.verb] ?? []));
	const offered = chosen(word, choices(candidates));
	return {
		from: 1 + found.verb.length + gap.length,
		candidates: offered.some(one => one.text === word) ? [] : offered,
	};
};
