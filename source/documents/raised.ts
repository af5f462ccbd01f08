import type {Board} from '../board.ts';
import {nameOf} from '../duties/staffing/state.ts';
import {answerWords} from '../duties/record/state.ts';
import type {Entry} from '../entry.ts';
import {type Raised, raisedUpTo} from '../raised.ts';
import {type Block, heading, paragraph, tableOr} from '../section.ts';
import {dayAndTime, type Instant} from '../time.ts';

type RaisedView = {
	readonly board: Board;
	readonly entries: readonly Entry[];
	readonly now: Instant;
	readonly progress?: ((done: number) => void) | undefined;
};

/**
 * Prompts that are looked at for one document. Ten thousand entries with thousands of prompts that nobody answers stay
 * below it; a log ten times as long would else take a hundred times as long.
 */
const mostLooked = 10_000_000;

const answersOf = ({answers}: Raised): string =>
	answers.map(({entry, answer}) => `${answerWords[answer]} (entry ${entry})`).join('; ');

/** Entries that closed the incident: what they ended was asked to the last, and nobody met it. */
const closings = (entries: readonly Entry[]): ReadonlySet<number> =>
	new Set(entries.filter(({event}) => event.kind === 'incident-closed').map(({number}) => number));

const endOf = (one: Raised, zone: string, closedIn: ReadonlySet<number>, upTo: Entry | undefined): string => {
	if (one.to === undefined) {
		return upTo === undefined ? 'stands' : `not followed beyond entry ${upTo.number}`;
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
export const raisedSection = ({board, entries, now, progress}: RaisedView): readonly Block[] => {
	const {zone} = board.declaration;
	const closedIn = closings(entries);
	const {raised, upTo} = raisedUpTo(entries, now, {most: mostLooked, progress});
	return [
		heading('Prompts raised'),
		...(upTo === undefined
			? []
			: [
					paragraph(
						`So many prompts stood for so long that they are told up to entry ${upTo.number} only ` +
							`(${dayAndTime(upTo.recordedAt, zone)}); the log has ${entries.length} entries. ` +
							'What doctrine asks now is told by loggist prompts.',
					),
				]),
		tableOr(
			'Doctrine raised nothing.',
			['Rule', 'Urgency', 'About', 'Asked', 'Raised', 'Ended', 'Answered'],
			raised.map(one => [
				one.rule,
				one.severity,
				nameOf(board.staffing, one.subject),
				one.text,
				dayAndTime(one.from, zone),
				endOf(one, zone, closedIn, upTo),
				answersOf(one),
			]),
		),
	];
};
