import {forTerminal} from '../text.ts';
import type {Menu, MenuOffer} from './session.ts';

/** A text of more than one line that came at once, and what it is for. */
export type Pasted = {
	readonly text: string;
	/** Where it would go: to the cursor, or in the place of the whole line, as from an editor. */
	readonly into: 'cursor' | 'line';
};

/** What may be done with it, in the order in which it is offered. */
export const pasteAnswers = ['entry', 'lines', 'edit'] as const;

export type PasteAnswer = (typeof pasteAnswers)[number];

/** Entries are never taken back: more lines than this at once are no minutes but a file, and go in by the shell. */
export const mostLines = 1000;

/** More of a paste than this is not looked at to show it. */
const shownText = 600;

/** The lines of a text that say something, each with its number, from 1. */
export const linesOf = (text: string): readonly {readonly number: number; readonly text: string}[] =>
	text
		.split('\n')
		.map((line, index) => ({number: index + 1, text: line.trim()}))
		.filter(line => line.text !== '');

/** True when it must be asked what is meant. */
export const hasManyLines = (text: string): boolean => text.includes('\n');

/** Without the line ends at its end, which whoever copies whole lines takes along. */
export const withoutEnd = (text: string): string => text.replace(/\n+$/u, '');

const counted = (count: number): string => `${count} ${count === 1 ? 'line' : 'lines'}`;

/** What of the line goes into the entry together with the paste, for the eye. */
const company = (line: string, into: Pasted['into']): string =>
	into === 'line' || line.trim() === '' ? '' : ', together with what is in the line';

/** Asks what is meant by a text of many lines. `line` is what has been typed already. */
export const pasteMenu = (pasted: Pasted, line: string): Menu => {
	const count = linesOf(pasted.text).length;
	const offers: Readonly<Record<PasteAnswer, MenuOffer>> = {
		entry: {label: 'one entry', line: '', hint: `its line ends are kept${company(line, pasted.into)}`},
		lines: {
			label: 'an entry per line',
			line: '',
			hint:
				count > mostLines
					? `not for more than ${mostLines} lines: in the shell, loggist run FILE`
					: `${counted(count)}; nothing is written unless all can be`,
		},
		edit: {label: 'into the line', line: '', hint: 'to go on editing'},
	};
	return {
		title: pasted.into === 'line' ? `${counted(count)} from the editor` : `${counted(count)} at once: what is meant?`,
		text: forTerminal(pasted.text.slice(0, shownText)),
		offers: pasteAnswers.map(answer => offers[answer]),
		selected: 0,
		pasted,
	};
};
