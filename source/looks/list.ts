/** The part of a list that is in sight: at most `height` items, with the selected one among them. */
export const windowOf = (count: number, selected: number, height: number): {readonly first: number; readonly last: number} => {
	const first = Math.max(0, Math.min(count - height, selected - Math.floor(height / 2)));
	return {first, last: Math.min(count, first + height)};
};
