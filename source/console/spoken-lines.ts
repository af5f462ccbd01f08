import type {World} from '../shell/shell.ts';
import {forTerminal, wrap} from '../text.ts';

/**
 * Sentences as they are printed for whoever listens to the screen, a line each. A terminal breaks what is too long for it
 * in the middle of a word, which is then read as two: there they are broken between words.
 */
export const printedLines = (
	lines: readonly string[],
	{isTerminal, columns}: Pick<World, 'isTerminal' | 'columns'>,
): readonly string[] => {
	const plain = lines.map(line => forTerminal(line));
	return isTerminal ? plain.flatMap(line => wrap(line, columns)) : plain;
};
