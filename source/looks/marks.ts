/** The rows of a list that are marked, by the keys of their items, and how many of them are listed. */
export type MarkedRows = {readonly keys: ReadonlySet<string>; readonly count: number};
