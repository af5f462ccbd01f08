/**
 * What a table holds under a word that somebody typed or a file named; undefined where it holds nothing. Every object
 * answers to `constructor` and its like too, which no table means.
 */
export const own = <Value>(table: Readonly<Record<string, Value>>, word: string): Value | undefined =>
	Object.hasOwn(table, word) ? table[word] : undefined;
