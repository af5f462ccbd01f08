/**
 * Words that were not read as a time, and how to write them. `certain` says whether they speak of one: *yesterday*, of
 * a due time, does always; *2/6* when it ends the line, where a fraction would hardly stand; *25:00* may be anything.
 */
export type Unread = {
	readonly refused: string;
	readonly mend: string;
	readonly certain: 'always' | 'atTheEnd' | 'never';
};

const longest = 40;

/** The input as a refusal quotes it, cut where it is long. */
export const quoted = (text: string): string =>
	// The cut may go through a character of two units.
	text.length > longest ? `${text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')}…` : text;

/** A time that is refused. */
export const refuseTime = (refused: string, mend: string): Unread => ({refused, mend, certain: 'always'});

/** What may be a time, or not. */
export const doubt = (refused: string, mend: string, certain: 'atTheEnd' | 'never'): Unread => ({
	refused,
	mend,
	certain,
});

/** Tells a refusal from what was read. */
export const isUnread = (answer: object): answer is Unread => 'refused' in answer;

/** `a, b or c`. */
export const listed = (items: readonly string[]): string =>
	items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`;
