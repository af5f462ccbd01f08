/** Why something cannot be done, and how to mend it. A value, not an exception: it is an expected answer. */
export type Refusal = {
	readonly refused: string;
	readonly mend: string;
	/** The piece of the line that is meant, as offsets; absent when it is the whole line. */
	readonly where?: readonly [start: number, end: number];
	/** The line could not be read at all; absent when it was read and the board says no. */
	readonly isUnreadable?: true;
};

export const refuse = (refused: string, mend: string, where?: readonly [number, number]): Refusal =>
	where === undefined ? {refused, mend} : {refused, mend, where};

/** A refusal of a line that does not follow the language, whatever the board says. */
export const unreadable = (refused: string, mend: string, where?: readonly [number, number]): Refusal => ({
	...refuse(refused, mend, where),
	isUnreadable: true,
});

export const isRefusal = (answer: object): answer is Refusal => 'refused' in answer;
