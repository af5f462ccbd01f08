/** `, because …` where a reason was given. */
export const because = (reason: string | undefined): string => (reason === undefined ? '' : `, because ${reason}`);

/** The reason as a part of an event, absent where none was given. */
export const withReason = (reason: string | undefined): {readonly reason?: string} =>
	reason === undefined ? {} : {reason};
