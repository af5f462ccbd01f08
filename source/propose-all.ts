import type {Board} from './board.ts';
import type {Draft, Entry} from './entry.ts';
import {foldAll} from './fold.ts';
import type {Literal} from './language/read.ts';
import {propose, type Situation} from './propose.ts';
import {isRefusal, type Refusal, refuse} from './refusal.ts';
import type {Instant} from './time.ts';

/** A line of the language, and what is given beside it. */
export type Spoken = {readonly line: string; readonly literal: Literal};

/** Why lines are not written, and which of them is meant, counted from 0; absent when it is no single one. */
export type RefusedLine = Refusal & {readonly index?: number};

/** What one of them says, not yet written. */
type Proposed = Pick<Draft, 'event' | 'occurredAt' | 'by'>;

/** What is proposed as entries that nobody has kept: good for looking ahead, never for the ledger. */
export const provisional = ({incident, head}: Board, proposed: readonly Proposed[], now: Instant): readonly Entry[] =>
	proposed.map((one, index) => ({
		...one,
		incident,
		number: (head?.number ?? 0) + index + 1,
		recordedAt: now,
		recordedBy: '',
		previousHash: index === 0 ? (head?.hash ?? '') : '',
		hash: '',
	}));

/**
 * Decides lines one after the other, each on the board that those before it would leave. Pure; nothing is written.
 * Gives what all of them together would write, or the first that is refused: then none is to be written.
 */
export const proposeAll = (lines: readonly Spoken[], situation: Situation): readonly Proposed[] | RefusedLine => {
	const proposed: Proposed[] = [];
	let {board} = situation;
	for (const [index, {line, literal}] of lines.entries()) {
		const proposal = propose(line, {...situation, board}, literal);
		if (isRefusal(proposal)) {
			return {...proposal, index};
		}

		if (proposal.reading.command.verb === 'declare') {
			// It opens a log of its own, and an append is whole in one log only.
			return {...refuse('declare opens another incident.', 'Declare first, then paste the rest.'), index};
		}

		const {occurredAt} = proposal;
		const own = proposal.events.map((event): Proposed => ({event, occurredAt, by: situation.by}));
		proposed.push(...own);
		board = foldAll(board, provisional(board, own, situation.now));
	}

	return proposed;
};
