import type {Board} from '../board.ts';
import {clip, forTerminal} from '../text.ts';

/** More than this no line below the composer shows. */
const longest = 400;

/** What a player must notice of a drill that has gone on since `before`; undefined where that is nothing. */
export const drillNews = (before: Board | undefined, after: Board): string | undefined => {
	const {exercise, incident} = after;
	if (exercise.drill === undefined || before?.incident !== incident) {
		return undefined;
	}

	if (exercise.ended !== undefined && before.exercise.ended === undefined) {
		return 'EXERCISE ENDS. Say what was learnt: /hotwash TEXT. loggist drill report tells how it went.';
	}

	const fresh = exercise.injects.slice(before.exercise.injects.length);
	const [first] = fresh;
	if (first === undefined) {
		return undefined;
	}

	const {number, from, to, means, text} = first;
	const said = [
		`EXERCISE INJECT${number === undefined ? '' : ` ${number}`}`,
		...(from === undefined ? [] : [` from ${from}`]),
		...(to === undefined ? [] : [` to ${to}`]),
		...(means === undefined ? [] : [` by ${means}`]),
		`: ${text}`,
		...(fresh.length === 1 ? [] : [` (and ${fresh.length - 1} more: /drill injects)`]),
	];
	return clip(forTerminal(said.join('')), longest);
};
