import Database from 'better-sqlite3';
import {describe, expect, it, onTestFinished} from 'vitest';
import {hashOf, keptOf} from '../../source/ledger/chain.ts';
import {entryOf} from '../../source/ledger/shape.ts';
import {openSqliteLedger} from '../../source/ledger/sqlite.ts';
import {sql} from '../../source/ledger/sqlite-rows.ts';
import {incident, notes} from './drafts.ts';
import {freshFile} from './folder.ts';

/** A ledger of one note and, after it, an entry that no version known here would write. */
const givenEntryOf = async (kind: string, data: string) => {
	const file = freshFile();
	const ledger = await openSqliteLedger(file);
	onTestFinished(() => ledger.close());
	const [first] = await ledger.append(incident, notes(1), 0);
	const row = {
		incident,
		number: 2,
		occurredAt: '2026-06-02T09:15:00.000Z',
		recordedAt: '2026-06-02T09:15:00.000Z',
		by: 'priya',
		recordedBy: 'sam',
		kind,
		data,
		previousHash: String(first?.hash),
	};
	const kept = {...row, hash: hashOf(row)};
	const raw = new Database(file);
	raw.prepare(sql.insert).run(kept);
	raw.close();
	return {ledger, kept};
};

describe('an entry that a newer version wrote', () => {
	it.each([
		['of an unknown kind', 'spell-cast', '{"power":[1,{"x":null}],"wand":"oak"}', {wand: 'oak', power: [1, {x: null}]}],
		['of a known kind in another shape', 'note-made', '{"text":{"bold":"x"}}', {text: {bold: 'x'}}],
		['of a kind named like a property of every object', 'constructor', '{}', {}],
		['of the kind that unread entries have here', 'unread', '{"wasKind":"x"}', {wasKind: 'x'}],
	])('%s is handed on as unread, can be followed, and verifies', async (_, kind, data, parsed) => {
		const {ledger, kept} = await givenEntryOf(kind, data);
		const [, entry] = await ledger.read(incident);
		expect(entry?.event).toStrictEqual({kind: 'unread', wasKind: kind, data: parsed});
		expect(await ledger.append(incident, notes(1), 2)).toMatchObject([{number: 3, previousHash: kept.hash}]);
		const verdict = await ledger.verify(incident);
		expect(verdict).toMatchObject({entries: 3});
		expect(verdict).not.toHaveProperty('trouble');
		expect(keptOf(entryOf(kept))).toStrictEqual(kept);
	});

	it('of a known kind with a new field keeps the field', async () => {
		const {ledger, kept} = await givenEntryOf('note-made', '{"mood":"calm","text":"x"}');
		const [, entry] = await ledger.read(incident);
		expect(entry?.event).toStrictEqual({kind: 'note-made', text: 'x', mood: 'calm'});
		expect(keptOf(entryOf(kept))).toStrictEqual(kept);
	});

	it('whose text is no JSON is handed on as that text', () => {
		const row = {
			incident,
			number: 1,
			occurredAt: '',
			recordedAt: '',
			by: '',
			recordedBy: '',
			kind: 'note-made',
			previousHash: '',
			hash: '',
		};
		expect(entryOf({...row, data: '{"text":'}).event).toStrictEqual({
			kind: 'unread',
			wasKind: 'note-made',
			data: '{"text":',
		});
		expect(entryOf({...row, data: '"text"'}).event).toStrictEqual({kind: 'unread', wasKind: 'note-made', data: 'text'});
	});
});
