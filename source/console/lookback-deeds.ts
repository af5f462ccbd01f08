import type {Refusal} from '../refusal.ts';
import {hour, minute} from '../time.ts';
import type {LookbackDeed} from './keymap.ts';
import {type Lookback, type Past, readMoment} from './lookback.ts';
import type {Session} from './session.ts';

/** The words with which one goes back to now. */
const nowWords = /^(?:now|present)?$/iu;

/** What the keys do that take the board to a moment; each gives why it could not. */
export const lookbackMoves = (
	{desk, present, goTo, step, shift, toFirst, toLast, toNow}: Lookback,
	past: () => Past | undefined,
	session: () => Session,
): Readonly<Record<LookbackDeed, () => Refusal | undefined>> => {
	/** From a row of the log the board is taken to that entry. */
	const enter = (): Refusal | undefined => {
		const {focus, selection} = session();
		const entry = focus === 'log' ? desk.entries().find(({number}) => String(number) === selection?.key) : undefined;
		return entry === undefined || entry === present.entries().at(-1) ? toLast() : goTo(entry.recordedAt);
	};

	const leave = (): undefined => {
		toNow();
		return undefined;
	};

	return {
		'look-back': () => (past() === undefined ? enter() : leave()),
		'to-now': leave,
		'entry-back': () => step(-1),
		'entry-on': () => step(1),
		'ten-minutes-back': () => shift(-10 * minute),
		'ten-minutes-on': () => shift(10 * minute),
		'hour-back': () => shift(-hour),
		'hour-on': () => shift(hour),
		'first-entry': toFirst,
		'last-entry': toLast,
	};
};

/** `/asof 14:05`: takes the board there; alone to the last entry, or back to now from where it is. */
export const asOf = (typed: string, lookback: Lookback, past: Past | undefined): Refusal | undefined => {
	if (nowWords.test(typed)) {
		if (typed === '' && past === undefined) {
			return lookback.toLast();
		}

		lookback.toNow();
		return undefined;
	}

	const {now, zone} = lookback.present.situation();
	const at = readMoment(typed, now, zone);
	return typeof at === 'string' ? lookback.goTo(at) : at;
};
