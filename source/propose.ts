import type {Board} from './board.ts';
import type {Context} from './command.ts';
import {type Asked, createConsultation} from './consult.ts';
import {profileOf} from './duties/declaration/state.ts';
import {commands} from './duties/index.ts';
import type {BoardEvent} from './entry.ts';
import {type Literal, type Reading, read} from './language/read.ts';
import {type Library, ownLibrary} from './library.ts';
import type {Profile} from './profile.ts';
import {isRefusal, type Refusal, refuse} from './refusal.ts';
import type {Prompt} from './rule.ts';
import type {Instant} from './time.ts';

/** What a line meets: the board, the moment, and who speaks. */
export type Situation = {
	readonly board: Board;
	readonly now: Instant;
	/** From when what lies ahead is counted, where that is not `now`: after a drill people go home to their own calendar. */
	readonly today?: Instant | undefined;
	/** When it happened, if that was said outside the line. */
	readonly at?: Instant;
	/** A handle, or a name that is nobody's handle. */
	readonly by: string;
	/** The zone in which bare times are read; a new incident's, unless another is named. */
	readonly zone: string;
	/** Doctrines and roster; default: what the program brings along. */
	readonly library?: Library;
	/** Remembers what doctrine asked, where the same board is asked about again and again. */
	readonly consultation?: (board: Board, now: Instant, profile: Profile) => Asked;
};

/** What a line would write. */
export type Proposal = {
	readonly reading: Reading;
	readonly events: readonly BoardEvent[];
	readonly occurredAt: Instant;
};

/** What doctrine asks in this situation. */
export const promptsOf = ({
	board,
	now,
	consultation = createConsultation(),
}: Pick<Situation, 'board' | 'now' | 'consultation'>): readonly Prompt[] =>
	consultation(board, now, profileOf(board.declaration)).prompts;

/**
 * Reads a line and decides it: the events it would write, or why not. Pure; nothing is written.
 * People who are named for the first time join before what the line says.
 */
export const propose = (line: string, situation: Situation, literal: Literal = {}): Proposal | Refusal => {
	const {board, now, by} = situation;
	const reading = read(line, {...situation, commands}, literal);
	if (isRefusal(reading)) {
		return reading;
	}

	const {command, newcomers} = reading;
	const said = reading.occurredAt ?? situation.at;
	// What is done in answer to a prompt may say itself when it was done.
	let saidInside: Instant | undefined;
	if (board.declaration.declaredAt === undefined && command.verb !== 'declare') {
		return refuse('There is no incident yet.', 'Declare one: declare TITLE severity:S2 kind:security.');
	}

	if (board.declaration.closedAt !== undefined && !command.afterClosing) {
		return refuse(`${board.incident} is closed.`, 'Open it again: reopen because …');
	}

	const context: Context = {
		now,
		occurredAt: said ?? now,
		by,
		profile: profileOf(board.declaration),
		library: situation.library ?? ownLibrary,
		zone: situation.zone,
		prompts: () => promptsOf(situation),
		decideLine(inner) {
			const proposal = propose(inner, situation);
			if (isRefusal(proposal)) {
				return proposal;
			}

			saidInside = proposal.occurredAt === now ? undefined : proposal.occurredAt;
			return proposal.events;
		},
	};
	const outcome = command.decide(board, reading.input, context);
	if (isRefusal(outcome)) {
		return outcome;
	}

	const joins: readonly BoardEvent[] = newcomers.map(one => ({kind: 'person-joined', ...one}));
	const events = [...joins, ...outcome];
	return events.length === 0
		? refuse('That changes nothing.', `For example: ${command.example}`)
		: {reading, events, occurredAt: said ?? saidInside ?? now};
};
