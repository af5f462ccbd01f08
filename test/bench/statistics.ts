/** The value below which the share `q` of the values lies, between the two nearest. NaN of none. */
export const quantile = (values: readonly number[], q: number): number => {
	const sorted = values.toSorted((one, other) => one - other);
	const at = (sorted.length - 1) * q;
	const low = sorted[Math.floor(at)] ?? Number.NaN;
	const high = sorted[Math.ceil(at)] ?? Number.NaN;
	return low + (high - low) * (at - Math.floor(at));
};

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** A value with its floor, both of one round. */
export type Pair = {readonly value: number; readonly floor: number};

/** Medians over the rounds. The ratio is taken within each round first: what slowed a round slowed its floor too. */
export const overRounds = (pairs: readonly Pair[]): Pair & {readonly ratio: number} => ({
	value: median(pairs.map(({value}) => value)),
	floor: median(pairs.map(({floor}) => floor)),
	ratio: median(pairs.map(({value, floor}) => value / floor)),
});
