/** Whether two things of a list are the same. */
type Same<Item> = (one: Item, other: Item) => boolean;

/** How many items two lists have in common at their beginning, and of the rest at their end. */
export const inCommon = <Item>(
	before: readonly Item[],
	after: readonly Item[],
	isSame: Same<Item>,
): {readonly start: number; readonly end: number} => {
	const alike = (one: Item | undefined, other: Item | undefined): boolean =>
		one === other || (one !== undefined && other !== undefined && isSame(one, other));
	const shorter = Math.min(before.length, after.length);
	let start = 0;
	while (start < shorter && alike(before[start], after[start])) {
		start++;
	}

	let end = 0;
	while (end < shorter - start && alike(before[before.length - 1 - end], after[after.length - 1 - end])) {
		end++;
	}

	return {start, end};
};

/**
 * The list after, with those items of the one before that say the same at its beginning and its end; where all of them
 * do, the very list before. One of many prompts changes at a time: the others need not be held twice.
 */
export const keeping = <Item>(before: readonly Item[], after: readonly Item[], isSame: Same<Item>): readonly Item[] => {
	const {start, end} = inCommon(before, after, isSame);
	return start === before.length && before.length === after.length
		? before
		: [...before.slice(0, start), ...after.slice(start, after.length - end), ...before.slice(before.length - end)];
};
