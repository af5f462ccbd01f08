import {commands} from '../duties/index.ts';
import {courseDeeds} from '../drills/facilitate.ts';
import {formats} from '../documents/index.ts';
import type {Candidate} from '../language/complete.ts';
import type {Deed} from './keymap.ts';
import {viewNames, views} from './views.ts';

/** A verb that only the console knows: nothing of it is recorded. */
export type ConsoleVerb = {
	readonly verb: string;
	/** How it is written, after the `/`. */
	readonly usage: string;
	readonly summary: string;
	/** What may stand after the verb, where that is one of a few words. */
	readonly words?: readonly Candidate[];
	/** What it does as a key does it. */
	readonly deed?: Deed;
};

/** Every verb of the console. Palette, help and what is said of the line are made from this table. */
export const consoleVerbs = [
	{
		verb: 'show',
		usage: 'show structure, sitrep …',
		summary:
			'a page to read: structure, matrix, sitrep, handover, decisions, actions, timeline, duties, prompts, doctrine, overview, people',
	},
	{verb: 'filter', usage: 'filter words', summary: 'lists only the rows that say every word; alone: all rows again'},
	{verb: 'asof', usage: 'asof 14:05', summary: 'the whole board as it stood then; alone: the last entry, or now again'},
	{
		verb: 'view',
		usage: 'view deputy …',
		summary: `what a role looks at: ${viewNames.join(', ')}; alone: lists them`,
		words: viewNames.map(name => ({text: name, hint: views[name].summary})),
	},
	{verb: 'open', usage: 'open INC-2026-0001', summary: 'goes to another incident of the ledger; alone: lists them'},
	{
		verb: 'export',
		usage: 'export markdown FILE',
		summary: 'writes a document of the incident: markdown (the whole record), sitrep, handover; never over a file',
		words: formats.map(({name, summary}) => ({text: name, hint: summary})),
	},
	{
		verb: 'replay',
		usage: 'replay INC-2026-0001',
		summary: 'plays a log again, read-only; alone: this incident, and from a replay back to where it was asked for',
	},
	{
		verb: 'goto',
		usage: 'goto 14:30',
		summary: 'in a replay: to a time, an entry number, or a decision, an inject, a prompt; with - the one before',
		words: [
			{text: 'decision', hint: 'the next one'},
			{text: '-decision', hint: 'the one before'},
			{text: 'inject', hint: 'the next one'},
			{text: '-inject', hint: 'the one before'},
			{text: 'prompt', hint: 'the next one that was raised'},
			{text: '-prompt', hint: 'the one raised before'},
			{text: 'begin', hint: 'the first entry'},
			{text: 'end', hint: 'the last entry'},
		],
	},
	{verb: 'speed', usage: 'speed 60', summary: 'in a replay: how many times as fast as it happened, 1 to 1000'},
	{verb: 'pause', usage: 'pause', summary: 'in a replay: stands still, or goes on'},
	{
		verb: 'silence',
		usage: 'silence 30s',
		summary: 'in a replay: how long a silence is watched before it is passed over; off: to its end',
		words: [{text: 'off', hint: 'silences are played to their end'}],
	},
	{verb: 'who', usage: 'who', summary: 'who has this ledger open, and since when'},
	{
		verb: 'drill',
		usage: 'drill NAME',
		summary: `begins a drill, alone: lists them; in one: injects, and where it is run ${courseDeeds.map(({usage}) => usage).join(', ')}`,
	},
	{
		verb: 'demo',
		usage: 'demo NAME',
		summary: 'plays a recorded incident into a ledger that is thrown away; alone: lists them',
	},
	{
		verb: 'tour',
		usage: 'tour',
		summary: 'five steps on an exercise; then next passes over one, off ends it',
		words: [
			{text: 'next', hint: 'passes over a step'},
			{text: 'off', hint: 'ends the tour'},
			{text: 'on', hint: 'begins it here'},
		],
	},
	{verb: 'editor', usage: 'editor', summary: 'opens the half-typed line in $VISUAL or $EDITOR', deed: 'editor'},
	{verb: 'help', usage: 'help', summary: 'keys, verbs and signs', deed: 'help'},
	{verb: 'suspend', usage: 'suspend', summary: 'gives the terminal to the shell; fg comes back', deed: 'suspend'},
	{verb: 'quit', usage: 'quit', summary: 'leaves', deed: 'leave'},
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
