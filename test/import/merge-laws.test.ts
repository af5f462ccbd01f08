import {describe, expect, it} from 'vitest';
import {openDesk} from '../../source/desk.ts';
import type {Entry} from '../../source/entry.ts';
import {emptyBoard, foldAll} from '../../source/fold.ts';
import {mergeRows} from '../../source/import/merge.ts';
import {writeImported} from '../../source/import/write.ts';
import {keptOf} from '../../source/ledger/chain.ts';
import {openMemoryLedger} from '../../source/ledger/memory.ts';
import {isRefusal} from '../../source/refusal.ts';
import {later} from '../../source/time.ts';
import {arbitraryBeginning, arbitraryStep, play} from '../support/arbitrary-line.ts';
import * as fc from '../support/fast-check.ts';
import {incident, type Story} from '../support/spec.ts';

const provenance = {source: 'jsonl', name: 'other.jsonl', sha256: 'x', reason: 'it was written on another console'};

/** The log after everything of `there` has been merged into it. */
const merged = async (here: readonly Entry[], there: readonly Entry[], now: string): Promise<readonly Entry[]> => {
	const ledger = openMemoryLedger();
	await ledger.restore(
		incident,
		here.map(entry => keptOf(entry)),
		0,
	);
	const desk = await openDesk({ledger, clock: () => now, login: 'merger', home: 'UTC'}, incident);
	const outcome = await writeImported(desk, provenance, board => mergeRows(board, there));
	if (isRefusal(outcome)) {
		throw new Error(outcome.refused);
	}

	expect(await ledger.verify(incident)).not.toHaveProperty('trouble');
	return desk.entries();
};

const boardOf = (entries: readonly Entry[]) => foldAll(emptyBoard(incident), entries);

const steps = fc.array(arbitraryStep, {maxLength: 12});

/** Two logs that part after a common beginning. */
const parted = fc
	.tuple(arbitraryBeginning, steps, steps, steps)
	.map(([beginning, common, mine, yours]): readonly [Story, Story, Story] => {
		const until = play(common, beginning);
		return [until, play(mine, until), play(yours, until)];
	});

const own = (log: Story, common: Story) => log.entries.slice(common.entries.length);

/** What an entry says, without the names that are renamed. */
const shapeOf = ({event, occurredAt}: Entry) => [
	event.kind,
	occurredAt,
	'text' in event ? event.text : '',
	'reason' in event ? event.reason : '',
];

describe('two logs that parted, whatever was said in them', () => {
	it('are merged whole: what was here stays, every entry of the other follows once, and nothing twice', async () => {
		await fc.assert(
			fc.asyncProperty(parted, async ([common, here, there]) => {
				const now = later(here.now > there.now ? here.now : there.now, 60_000);
				const both = await merged(here.entries, there.entries, now);
				expect(both.slice(0, here.entries.length)).toEqual(here.entries);
				const news = own(there, common);
				const follow = both.slice(here.entries.length);
				expect(follow.slice(1).map(shapeOf)).toEqual(news.map(shapeOf));
				expect(follow.length === 0).toBe(news.length === 0);
				expect(await merged(both, there.entries, later(now, 1))).toHaveLength(both.length);
			}),
			{numRuns: 40},
		);
	});

	it('are merged back with what the other has not yet, and then hold the same', async () => {
		await fc.assert(
			fc.asyncProperty(parted, async ([common, here, there]) => {
				const now = later(here.now > there.now ? here.now : there.now, 60_000);
				const both = await merged(here.entries, there.entries, now);
				const back = await merged(there.entries, both, later(now, 1));
				const news = own(here, common);
				expect(back.slice(there.entries.length).slice(1).map(shapeOf)).toEqual(news.map(shapeOf));
				expect(await merged(both, back, later(now, 2))).toHaveLength(both.length);
			}),
			{numRuns: 40},
		);
	});

	it('keep each name for one thing: what the other log did to its own, it did to its own here', async () => {
		await fc.assert(
			fc.asyncProperty(parted, async ([common, here, there]) => {
				const now = later(here.now > there.now ? here.now : there.now, 60_000);
				const both = boardOf(await merged(here.entries, there.entries, now));
				const refs = both.actions.map(({ref}) => ref);
				expect(new Set(refs).size).toBe(refs.length);
				const theirs = there.board.actions.slice(common.board.actions.length);
				const known = here.board.actions.length;
				if (there.board.struck.size === 0 && here.board.struck.size === 0) {
					expect(both.actions.slice(known).map(({text, status, result}) => [text, status, result])).toEqual(
						theirs.map(({text, status, result}) => [text, status, result]),
					);
					const named = (one: {readonly owner: string | undefined}, {staffing}: typeof both) =>
						staffing.people.find(({handle}) => handle === one.owner)?.name;
					expect(both.actions.slice(known).map(one => named(one, both))).toEqual(
						theirs.map(one => named(one, there.board)),
					);
				}
			}),
			{numRuns: 60},
		);
	});
});
