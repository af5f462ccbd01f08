import type {Board} from '../board.ts';
import {nameOf} from '../duties/staffing/state.ts';
import {answerWords} from '../duties/record/state.ts';
import type {Entry} from '../entry.ts';
import {type Raised, raisedPrompts} from '../raised.ts';
import {type Block, heading, tableOr} from '../section.ts';
import {dayAndTime, type Instant} from '../time.ts';

type RaisedView = {readonly board: Board; readonly entries: readonly Entry[]; readonly now: Instant};

const answersOf = ({answers}: Raised): string =>
	answers.map(({entry, answer}) => `${answerWords[answer]} (entry ${entry})`).join('; ');

/** Entries that closed the incident: what they ended was asked to the last, and nobody met it. */
const closings = (entries: readonly Entry[]): ReadonlySet<number> =>
	new Set(entries.filter(({event}) => event.kind === 'incident-closed').map(({number}) => number));

const endOf = (one: Raised, zone: string, closedIn: ReadonlySet<number>): string => {
	if (one.to === undefined) {
		return 'stands';
	}

	const at = dayAndTime(one.to, zone);
	if (one.isSucceeded) {
		return `${at}, went on in other words`;
	}

	if (one.endedBy === undefined) {
		return `${at}, by itself`;
	}

	return closedIn.has(one.endedBy) ? `open at the close, entry ${one.endedBy}` : `${at}, with entry ${one.endedBy}`;
};

/** Every prompt that was raised, from when to when, and how it was answered: also those that nobody answered. */
export const raisedSection = ({board, entries, now}: RaisedView): readonly Block[] => {
	const {zone} = board.declaration;
	const closedIn = closings(entries);
	return [
		heading('Prompts raised'),
		tableOr(
			'Doctrine raised nothing.',
			['Rule', 'Urgency', 'About', 'Asked', 'Raised', 'Ended', 'Answered'],
			raisedPrompts(entries, now).map(one => [
				one.rule,
				one.severity,
				nameOf(board.staffing, one.subject),
				one.text,
				dayAndTime(one.from, zone),
				endOf(one, zone, closedIn),
				answersOf(one),
			]),
		),
	];
};
