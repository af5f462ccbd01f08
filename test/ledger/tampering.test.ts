import Database from 'better-sqlite3';
import {describe, expect, it, onTestFinished} from 'vitest';
import {openSqliteLedger} from '../../source/ledger/sqlite.ts';
import {arbitraryEvent, arbitraryText} from '../support/arbitrary-event.ts';
import * as fc from '../support/fast-check.ts';
import {draftOf, incident, note, notes} from './drafts.ts';
import {freshFile} from './folder.ts';

const columns = [
	'incident',
	'occurred_at',
	'recorded_at',
	'said_by',
	'recorded_by',
	'kind',
	'data',
	'previous_hash',
	'hash',
] as const;

/** Somebody with the file in hand, who has taken the guards off. */
const tamperer = (file: string) => {
	const raw = new Database(file);
	raw.exec(
		'DROP TRIGGER entries_are_never_changed; DROP TRIGGER entries_are_never_removed; DROP TRIGGER entries_follow_each_other',
	);
	raw.pragma('ignore_check_constraints = ON');
	onTestFinished(() => void raw.close());
	return raw;
};

const given = async () => {
	const file = freshFile();
	const ledger = await openSqliteLedger(file);
	onTestFinished(() => ledger.close());
	return {file, ledger, raw: tamperer(file)};
};

describe('tampering with the file', () => {
	it('is caught by verify, whatever byte of whatever field of whatever entry is changed', async () => {
		const {ledger, raw} = await given();
		const said = fc.record({event: arbitraryEvent, by: arbitraryText.map(text => `x${text}`)});
		const change = fc.record({
			entries: fc.array(said, {minLength: 1, maxLength: 3}),
			which: fc.nat(),
			column: fc.constantFrom(...columns),
			at: fc.nat(),
			mask: fc.integer({min: 1, max: 255}),
		});
		let round = 0;
		await fc.assert(
			fc.asyncProperty(change, async ({entries, which, column, at, mask}) => {
				round += 1;
				const mine = `INC-2026-${round}`;
				await ledger.append(
					mine,
					entries.map(({event, by}) => ({...draftOf(event), by})),
					0,
				);
				const number = 1 + (which % entries.length);
				const bytes = raw
					.prepare<[string, number], Buffer>(
						`SELECT CAST(${column} AS BLOB) FROM entries WHERE incident = ? AND number = ?`,
					)
					.pluck()
					.get(mine, number);
				expect(await ledger.verify(mine)).not.toHaveProperty('trouble');
				if (bytes === undefined || bytes.length === 0) {
					return;
				}

				const place = at % bytes.length;
				bytes[place] = (bytes[place] ?? 0) ^ mask;
				raw
					.prepare(`UPDATE entries SET ${column} = CAST(? AS TEXT) WHERE incident = ? AND number = ?`)
					.run(bytes, mine, number);
				// A row that was given to another incident is missed in its own or does not belong in the other.
				const verdicts = await Promise.all([mine, ...(await ledger.incidents())].map(name => ledger.verify(name)));
				expect(verdicts.some(verdict => verdict.trouble !== undefined)).toBe(true);
				raw.prepare('DELETE FROM entries').run();
			}),
			{numRuns: 400},
		);
	});

	it('is caught where a damaged byte looks like the character that was there', async () => {
		// U+FFFD is what a decoder shows for bytes that are no text: F0 BF BD reads like EF BF BD.
		const {ledger, raw} = await given();
		await ledger.append(incident, [note('\uFFFD')], 0);
		raw.exec(`UPDATE entries SET data = CAST(x'7b2274657874223a22F0BFBD227d' AS TEXT)`);
		expect(await ledger.read(incident)).toMatchObject([{event: {text: '\uFFFD'}}]);
		expect(await ledger.verify(incident)).toMatchObject({
			trouble: {entry: 1, text: 'Entry 1 cannot be read: it holds bytes that are no text.'},
		});
	});

	it.each([
		['UPDATE entries SET data = \'{ "text":"note 2"}\' WHERE number = 2', 2, 'Entry 2 is not as it was written'],
		['UPDATE entries SET hash = previous_hash WHERE number = 3', 3, 'Entry 3 is not as it was written'],
		['DELETE FROM entries WHERE number = 1', 1, 'Entry 1 is missing: the next one there is 2.'],
		['DELETE FROM entries WHERE number IN (2, 3)', 2, 'Entry 2 is missing: the next one there is 4.'],
		['UPDATE entries SET number = -1 WHERE number = 4', -1, 'Entry -1 stands where 1 should be'],
		['UPDATE entries SET previous_hash = hash WHERE number = 4', 4, 'Entry 4 does not follow from the one before'],
	])('names the first bad entry after %s', async (statement, entry, text) => {
		const {ledger, raw} = await given();
		await ledger.append(incident, notes(5), 0);
		raw.exec(statement);
		const {trouble} = await ledger.verify(incident);
		expect(trouble?.entry).toBe(entry);
		expect(trouble?.text).toContain(text);
	});

	it('shows, where the last entries were cut off, only in the last hash', async () => {
		const {ledger, raw} = await given();
		await ledger.append(incident, notes(5), 0);
		const before = await ledger.verify(incident);
		raw.exec('DELETE FROM entries WHERE number > 3');
		const after = await ledger.verify(incident);
		expect(after).not.toHaveProperty('trouble');
		expect(after).toMatchObject({entries: 3});
		expect(after.lastHash).not.toBe(before.lastHash);
	});
});
