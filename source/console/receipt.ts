import type {Board} from '../board.ts';
import type {Entry} from '../entry.ts';
import {timelineLine} from '../timeline.ts';

/** What is said of a line that has been recorded: the deed as it stands in the log, and how many times it was done. */
export const receiptOf = (written: readonly Entry[], board: Board): string | undefined => {
	const signature = written.find(({event}) => event.kind === 'head-signed');
	// Of an answer, and of what a closing brought with it, the deed itself is the receipt.
	const last =
		written.findLast(({event}) => event.kind !== 'prompt-answered' && event.kind !== 'head-signed') ?? written.at(-1);
	if (last === undefined) {
		return undefined;
	}

	const {number, clock, text} = timelineLine(last, board, last.recordedAt);
	const alike = written.filter(({event}) => event.kind === last.event.kind);
	const [first = last] = alike;
	const signed =
		signature === undefined || signature === last ? '' : `; the log is signed, in entry ${signature.number}`;
	return alike.length === 1
		? `${number} ${clock} ${text}${signed}`
		: `${first.number} to ${number} ${clock} ${alike.length} entries, the last: ${text}${signed}`;
};
