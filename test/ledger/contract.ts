import {describe, expect, it} from 'vitest';
import type {BoardEvent} from '../../source/entry.ts';
import {genesisHash, hashOf, type Kept, keptOf} from '../../source/ledger/chain.ts';
import {type Ledger, LedgerConflict, LedgerTrouble} from '../../source/ledger/ledger.ts';
import {openMemoryLedger} from '../../source/ledger/memory.ts';
import {arbitraryEventOf, arbitraryText, everyKind} from '../support/arbitrary-event.ts';
import * as fc from '../support/fast-check.ts';
import {draftOf, incident, note, notes} from './drafts.ts';

const moody = {kind: 'note-made' as const, text: 'x', mood: 'calm'};
// As a file or another program would hand it in, past the compiler.
const wordless: BoardEvent = JSON.parse('{"kind":"note-made"}');

/** Notes as another ledger keeps them. */
const elsewhere = async (count: number) => {
	const other = openMemoryLedger();
	return (await other.append(incident, notes(count), 0)).map(entry => keptOf(entry));
};

/** A row with the hash that fits what it says, whatever it says. */
const rehashed = ({hash: _hash, ...row}: Kept): Kept => ({...row, hash: hashOf(row)});

/** What every ledger must do, wherever it keeps its entries. */
export const describeLedger = (name: string, open: () => Promise<Ledger>): void => {
	describe(`a ledger ${name}`, () => {
		describe('given no entries', () => {
			it('has no incidents and nothing to read', async () => {
				const ledger = await open();
				expect(await ledger.incidents()).toEqual([]);
				expect(await ledger.read(incident)).toEqual([]);
				expect(await ledger.verify(incident)).toEqual({incident, entries: 0, lastHash: genesisHash});
			});

			it('numbers the first entries from 1 and chains them from 64 zeros', async () => {
				const ledger = await open();
				const [first, second] = await ledger.append(incident, notes(2), 0);
				expect(first).toMatchObject({incident, number: 1, previousHash: genesisHash});
				expect(second).toMatchObject({incident, number: 2, previousHash: first?.hash});
			});
		});

		describe('given entries', () => {
			it('reads back what the append returned, in the order of their numbers', async () => {
				const ledger = await open();
				const appended = [
					...(await ledger.append(incident, notes(3), 0)),
					...(await ledger.append(incident, notes(2), 3)),
				];
				expect(await ledger.read(incident)).toEqual(appended);
				expect(appended.map(entry => entry.number)).toEqual([1, 2, 3, 4, 5]);
			});

			it('reads only what comes after a number', async () => {
				const ledger = await open();
				await ledger.append(incident, notes(5), 0);
				expect((await ledger.read(incident, 3)).map(entry => entry.number)).toEqual([4, 5]);
				expect(await ledger.read(incident, 5)).toEqual([]);
			});

			it('refuses a writer who has not seen the last entry, names the last number, writes nothing', async () => {
				const ledger = await open();
				await ledger.append(incident, notes(3), 0);
				const late = ledger.append(incident, notes(1), 2);
				await expect(late).rejects.toThrow(LedgerConflict);
				await expect(late).rejects.toMatchObject({actual: 3});
				await expect(ledger.append(incident, notes(1), 0)).rejects.toThrow('has moved on: its last entry is 3, not 0');
				await expect(ledger.append(incident, notes(1), 4)).rejects.toThrow(LedgerConflict);
				expect(await ledger.read(incident)).toHaveLength(3);
			});

			it('lets a writer who does not mind append after any entry', async () => {
				const ledger = await open();
				await ledger.append(incident, notes(2), 'any');
				expect((await ledger.append(incident, notes(1), 'any')).map(entry => entry.number)).toEqual([3]);
			});

			it('appends nothing when given nothing', async () => {
				const ledger = await open();
				expect(await ledger.append(incident, [], 0)).toEqual([]);
				expect(await ledger.incidents()).toEqual([]);
				await expect(ledger.append(incident, [], 1)).rejects.toThrow(LedgerConflict);
			});

			it('keeps each incident by itself and lists them oldest first', async () => {
				const ledger = await open();
				await ledger.append('INC-2026-0009', [note('early', '2026-06-01T00:00:00.000Z')], 0);
				await ledger.append('INC-2026-0003', [note('late', '2026-06-03T00:00:00.000Z')], 0);
				await ledger.append('INC-2026-0002', [note('late too', '2026-06-03T00:00:00.000Z')], 0);
				await ledger.append('INC-2026-0009', [note('later still', '2026-06-04T00:00:00.000Z')], 1);
				expect(await ledger.incidents()).toEqual(['INC-2026-0009', 'INC-2026-0002', 'INC-2026-0003']);
				expect((await ledger.read('INC-2026-0009')).map(entry => entry.number)).toEqual([1, 2]);
			});

			it('verifies, and gives the hash of the last entry', async () => {
				const ledger = await open();
				const appended = await ledger.append(incident, notes(20), 0);
				expect(await ledger.verify(incident)).toEqual({incident, entries: 20, lastHash: appended.at(-1)?.hash});
			});

			it('is not changed through an entry that was read', async () => {
				const ledger = await open();
				await ledger.append(incident, [draftOf({kind: 'team-split', team: 'alpha', members: ['mia']})], 0);
				const [entry] = await ledger.read(incident);
				if (entry?.event.kind === 'team-split') {
					entry.event.members.push('eve');
				}

				expect(await ledger.read(incident)).toMatchObject([{event: {members: ['mia']}}]);
			});

			it('does not call a watcher for its own entries', async () => {
				const ledger = await open();
				let calls = 0;
				const stop = ledger.watch(() => {
					calls += 1;
				});
				await ledger.append(incident, notes(1), 0);
				stop();
				expect(calls).toBe(0);
			});
		});

		describe('given entries that were written elsewhere', () => {
			it('keeps them as they are, and goes on after them', async () => {
				const ledger = await open();
				const rows = await elsewhere(4);
				await ledger.restore(incident, rows, 0);
				expect((await ledger.read(incident)).map(entry => keptOf(entry))).toEqual(rows);
				const [next] = await ledger.append(incident, notes(1), 4);
				expect(next).toMatchObject({number: 5, previousHash: rows.at(-1)?.hash});
				expect(await ledger.verify(incident)).toMatchObject({entries: 5});
			});

			it('keeps the rest of a log after the beginning that is here', async () => {
				const ledger = await open();
				const rows = await elsewhere(4);
				await ledger.restore(incident, rows.slice(0, 2), 0);
				await ledger.restore(incident, rows.slice(2), 2);
				expect(await ledger.verify(incident)).toEqual({incident, entries: 4, lastHash: rows.at(-1)?.hash});
			});

			it('keeps kinds that this version does not know', async () => {
				const ledger = await open();
				const unhashed = {
					incident,
					number: 1,
					occurredAt: '2026-06-02T09:15:00.000Z',
					recordedAt: '2026-06-02T09:15:00.000Z',
					by: 'priya',
					recordedBy: 'sam',
					kind: 'spell-cast',
					data: '{"spell":"x"}',
					previousHash: genesisHash,
				};
				await ledger.restore(incident, [{...unhashed, hash: hashOf(unhashed)}], 0);
				expect(await ledger.read(incident)).toMatchObject([{event: {kind: 'unread', wasKind: 'spell-cast'}}]);
				expect(await ledger.verify(incident)).not.toHaveProperty('trouble');
			});

			it('refuses a writer who has not seen the last entry', async () => {
				const ledger = await open();
				const rows = await elsewhere(4);
				await ledger.append(incident, notes(1), 0);
				await expect(ledger.restore(incident, rows, 0)).rejects.toThrow(LedgerConflict);
			});

			it.each([
				['do not join what is here', (rows: readonly Kept[]) => rows.slice(1), 'Entry 1 is missing'],
				[
					'are not as they were written',
					(rows: readonly Kept[]) => rows.map(row => ({...row, by: 'eve'})),
					'Entry 1 is not as it was written',
				],
				[
					'belong to another incident',
					(rows: readonly Kept[]) => rows.map(row => rehashed({...row, incident: 'INC-2026-0009'})).slice(0, 1),
					'belongs to INC-2026-0009',
				],
				[
					'hold what cannot be kept',
					(rows: readonly Kept[]) => rows.map(row => rehashed({...row, data: '{"text":"a\\u0000b"}'})).slice(0, 1),
					'NUL',
				],
				[
					'name nobody',
					(rows: readonly Kept[]) => rows.map(row => rehashed({...row, by: ' '})).slice(0, 1),
					'by names nobody',
				],
			])('refuses rows that %s, and writes none of them', async (_, spoil, why) => {
				const ledger = await open();
				const refused = ledger.restore(incident, spoil(await elsewhere(3)), 0);
				await expect(refused).rejects.toThrow(LedgerTrouble);
				await expect(refused).rejects.toThrow(why);
				expect(await ledger.read(incident)).toEqual([]);
			});
		});

		describe('given what cannot be kept', () => {
			it.each([
				['a NUL', note('before\0after'), 'entry.event.text holds a NUL character'],
				['half a character', note('\uD83D'), 'entry.event.text holds half a character'],
				[
					'a NUL in a list',
					draftOf({kind: 'team-split', team: 'a', members: ['mia', 'b\0']}),
					'entry.event.members holds a NUL',
				],
				['a NUL in a name', {...note('x'), by: 'pri\0ya'}, 'entry.by holds a NUL'],
				['nobody', {...note('x'), by: ' '}, 'by names nobody'],
				[
					'a time without milliseconds',
					{...note('x'), occurredAt: '2026-06-02T09:20:00Z'},
					'occurredAt is not a moment',
				],
				[
					'a day that does not exist',
					{...note('x'), recordedAt: '2026-02-30T09:20:00.000Z'},
					'recordedAt is not a moment',
				],
				[
					'a number that is none',
					draftOf({kind: 'entry-struck', entry: Infinity, reason: 'x'}),
					'entry.event.entry is not a finite number',
				],
				['an event with a field that its kind lacks', draftOf(moody), 'note-made carries more than its kind knows'],
				['an event without a field that its kind needs', draftOf(wordless), 'note-made.text: Invalid key'],
				[
					'an event of a newer version',
					draftOf({kind: 'unread', wasKind: 'spell-cast', data: {}}),
					'unread is no kind',
				],
			])('refuses %s, says why and how to mend it, and writes none of the drafts', async (_, bad, why) => {
				const ledger = await open();
				const refused = ledger.append(incident, [note('good'), bad], 0);
				await expect(refused).rejects.toThrow(LedgerTrouble);
				await expect(refused).rejects.toThrow(why);
				await expect(refused).rejects.toMatchObject({mend: expect.stringMatching(/^[A-Z].+\.$/)});
				expect(await ledger.read(incident)).toEqual([]);
			});

			it('refuses an incident without a reference', async () => {
				const ledger = await open();
				await expect(ledger.append('', notes(1), 0)).rejects.toThrow('its incident has no reference');
			});
		});

		it.each(everyKind)('keeps every %s as it was said', async kind => {
			const ledger = await open();
			const someone = arbitraryText.filter(text => text.trim() !== '');
			const whenever = fc.date({min: new Date(0), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true});
			const drafts = fc.array(
				fc.record({
					occurredAt: whenever.map(date => date.toISOString()),
					recordedAt: whenever.map(date => date.toISOString()),
					by: someone,
					recordedBy: someone,
					event: arbitraryEventOf(kind),
				}),
				{minLength: 1, maxLength: 4},
			);
			await fc.assert(
				fc.asyncProperty(drafts, async said => {
					const before = (await ledger.read(incident)).length;
					const appended = await ledger.append(incident, said, before);
					expect(appended).toMatchObject(said);
					expect(appended.map(entry => entry.event)).toStrictEqual(said.map(draft => draft.event));
					expect(await ledger.read(incident, before)).toStrictEqual(appended);
				}),
				{numRuns: 20},
			);
			expect(await ledger.verify(incident)).not.toHaveProperty('trouble');
		});
	});
};
