import {propose} from '../../source/propose.ts';
import type {Board} from '../../source/board.ts';
import type {Entry} from '../../source/entry.ts';
import {emptyBoard, foldAll} from '../../source/fold.ts';
import {isRefusal} from '../../source/refusal.ts';
import {genesis, numberAndChain} from '../../source/ledger/chain.ts';
import {entryOf} from '../../source/ledger/shape.ts';
import {type Instant, later} from '../../source/time.ts';

/** What is said in turn: everything a long incident does, again and again. `n` counts the lines. */
const lines: readonly ((n: number, people: number) => string)[] = [
	n => `note call ${n} from the supplier, the host still answers`,
	(n, people) => `action isolate host ${n} @p${n % people} by 40m`,
	n => `suspect token ${n} was used again`,
	n => `ack A${Math.max(1, Math.floor(n / 10))}`,
	n => `know host ${n} sent data to an unknown address`,
	n => `report A${Math.max(1, Math.floor(n / 10))} half of it is isolated`,
	n => `decide host ${n} stays off because it leaks`,
	n => `done A${Math.max(1, Math.floor(n / 10) - 30)} off the network result:success`,
	n => `message host ${n} is off, the next update follows at noon audience:customers`,
	n => `recommend rebuild host ${n} because it is not clean`,
];

/** A long incident: so many entries, so many people in sub-teams, written a few seconds apart. The same every time. */
export const largeIncident = (
	count: number,
	people: number,
): {readonly entries: readonly Entry[]; readonly now: Instant} => {
	const reference = 'INC-2026-0001';
	let board: Board = emptyBoard(reference);
	let now: Instant = '2026-06-02T06:00:00.000Z';
	const entries: Entry[] = [];
	const say = (line: string) => {
		const answer = propose(line, {board, now, by: 'p0', zone: 'Europe/London'});
		if (isRefusal(answer)) {
			return;
		}

		const drafts = answer.events.map(event => ({
			event,
			occurredAt: answer.occurredAt,
			recordedAt: now,
			by: 'p0',
			recordedBy: 'bench',
		}));
		const fresh = numberAndChain(reference, drafts, board.head ?? genesis).map(row => entryOf(row));
		entries.push(...fresh);
		board = foldAll(board, fresh);
		now = later(now, 4000);
	};

	say('declare Payments database exposed severity:S1 kind:security data:personal zone:Europe/London');
	for (let index = 0; index < people; index++) {
		say(`checkin @"P${index} Berg" ${index === 0 ? 'im' : index === 1 ? 'deputy' : 'sme'}`);
	}

	for (let team = 0; team < Math.floor(people / 8); team++) {
		const members = Array.from({length: 7}, (_, index) => `@p${Math.min(people - 1, 3 + team * 7 + index)}`);
		say(`split team${team} ${members.join(' ')} find the keys by 5h`);
	}

	for (let n = 0; entries.length < count; n++) {
		say(lines[n % lines.length]?.(n, people) ?? 'note x');
	}

	return {entries: entries.slice(0, count), now};
};
