import type {Board} from '../board.ts';
import {clip, forTerminal} from '../text.ts';
import {nameOfIncident} from './dress.ts';

/*
Mermaid's grammars part at colons, semicolons, quotes, brackets and ends of lines, take `#` for the start of a remark or
of an entity and `%%` for a remark, and know no escape but entities by number: `#58;`.
*/

/** What means nothing in any of its grammars. A single dash is one; two may be an arrow or a line of its own. */
const harmless = /(?:[^\p{L}\p{M}\p{N} .,()/+…-]|-(?=-))/gu;

/** One line of text of at most `width` columns, for any place where Mermaid takes text. Empty text becomes a dash. */
export const mermaidText = (text: string, width: number): string =>
	clip(forTerminal(text).trim(), width).replaceAll(harmless, found => `#${found.codePointAt(0) ?? 0};`) || '-';

const nameWidth = 60;

/** What a picture is called: which incident, on whose clock; a picture that is copied out of an exercise says so. */
export const pictureTitle = (board: Board, zone: string): string =>
	`${board.declaration.exercise ? 'EXERCISE ' : ''}${mermaidText(nameOfIncident(board), nameWidth)}, times in ${mermaidText(zone, nameWidth)}`;

/** `3 of 25 milestones are left out`. */
export const leftWords = (left: number, all: number, what: string): string =>
	`${left} of ${all} ${what} ${left === 1 ? 'is' : 'are'} left out`;
