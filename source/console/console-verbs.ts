import {commands} from '../duties/index.ts';
import type {Completion} from '../language/complete.ts';
import type {Line} from './line.ts';

/** A verb that only the console knows: nothing of it is recorded. */
export type ConsoleVerb = {
	readonly verb: string;
	/** How it is written, after the `/`. */
	readonly usage: string;
	readonly summary: string;
};

/** Every verb of the console. Palette, help and what is said of the line are made from this table. */
export const consoleVerbs = [
	{
		verb: 'show',
		usage: 'show structure, sitrep …',
		summary: 'a page to read: structure, matrix, sitrep, handover, timeline, duties, prompts, doctrine, overview',
	},
	{verb: 'filter', usage: 'filter words', summary: 'lists only the rows that say every word; alone: all rows again'},
	{verb: 'asof', usage: 'asof 14:05', summary: 'the whole board as it stood then; alone: the last entry, or now again'},
	{verb: 'open', usage: 'open INC-2026-0001', summary: 'goes to another incident of the ledger; alone: lists them'},
	{verb: 'help', usage: 'help', summary: 'keys, verbs and signs'},
	{verb: 'quit', usage: 'quit', summary: 'leaves'},
] as const satisfies readonly ConsoleVerb[];

export type ConsoleVerbName = (typeof consoleVerbs)[number]['verb'];

/** A line that is for the console, and what follows its verb; undefined for a line of the language. */
export const consoleLine = (text: string): {readonly verb: ConsoleVerbName; readonly rest: string} | undefined => {
	const [, typed = '', rest = ''] = /^\/(\S+)(?:\s+(.*))?$/su.exec(text.trim()) ?? [];
	const found = consoleVerbs.find(one => one.verb === typed.toLowerCase());
	return found === undefined ? undefined : {verb: found.verb, rest: rest.trim()};
};

const beginningOf = (text: string): string | undefined => /^\/(\S*)$/u.exec(text)?.[1]?.toLowerCase();

/** What is said of a line that is one for the console, or can become nothing else; undefined for every other line. */
export const consoleSaying = (text: string): string | undefined => {
	const line = consoleLine(text);
	const beginning = beginningOf(text);
	const meant =
		line === undefined
			? beginning === undefined || commands.some(({verb}) => verb.startsWith(beginning))
				? undefined
				: consoleVerbs.find(({verb}) => verb.startsWith(beginning))
			: consoleVerbs.find(({verb}) => verb === line.verb);
	return meant === undefined ? undefined : `${meant.usage}: ${meant.summary}`;
};

/** The completion of a line with the console's own verbs, where a verb is being typed. */
export const withConsoleVerbs = (completion: Completion, {text, cursor}: Line): Completion => {
	const beginning = beginningOf(text.slice(0, Math.min(cursor, 100)));
	if (beginning === undefined || consoleVerbs.some(({verb}) => verb === beginning)) {
		return completion;
	}

	const own = consoleVerbs.filter(({verb}) => verb.startsWith(beginning));
	return own.length === 0
		? completion
		: {
				from: 0,
				candidates: [...completion.candidates, ...own.map(({verb, summary}) => ({text: `/${verb}`, hint: summary}))],
			};
};
