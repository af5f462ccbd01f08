import type {Outcome} from './command.ts';
import {isRefusal} from './refusal.ts';

/**
 * What a deed on several things gives: the events of all of them, in their order, or why it cannot be done to one; then
 * it is done to none. Each is decided on the board as it is: what is done to one must not bear on another.
 */
export const onEach = <Thing>(things: readonly Thing[], decide: (thing: Thing) => Outcome): Outcome => {
	const outcomes = things.map(decide);
	const refusal = outcomes.find(isRefusal);
	if (refusal !== undefined) {
		return things.length === 1
			? refusal
			: {...refusal, mend: `${refusal.mend} Nothing is written for the others either.`};
	}

	return outcomes.flatMap(outcome => (isRefusal(outcome) ? [] : outcome));
};
