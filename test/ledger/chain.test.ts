import {createHash} from 'node:crypto';
import {describe, expect, it} from 'vitest';
import {canonical, checkChain, genesis, genesisHash, keptOf, numberAndChain} from '../../source/ledger/chain.ts';
import {entryOf} from '../../source/ledger/shape.ts';
import * as fc from '../support/fast-check.ts';
import {incident, note, notes} from './drafts.ts';

describe('the canonical form', () => {
	it('sorts keys at every depth, leaves undefined ones out and has no blanks', () => {
		expect(canonical({b: [2, {d: null, c: 'é"\n'}], a: undefined, A: 1.5})).toBe(
			'{"A":1.5,"b":[2,{"c":"é\\"\\n","d":null}]}',
		);
	});

	it('is the same whatever order the keys came in, and reads back equal', () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string({unit: 'binary'}), fc.jsonValue({noUnicodeString: false})), value => {
				const turned = Object.fromEntries(Object.entries(value).toReversed());
				expect(canonical(turned)).toBe(canonical(value));
				expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
			}),
		);
	});
});

describe('the hash of an entry', () => {
	it('is SHA-256 over everything but itself, keys sorted, the event as kind and data: anybody can work it out', () => {
		const [row] = numberAndChain(incident, [note('host 17 is off')], genesis);
		const text =
			'{"by":"priya","data":{"text":"host 17 is off"},"incident":"INC-2026-0001","kind":"note-made","number":1,' +
			'"occurredAt":"2026-06-02T09:15:00.000Z","previousHash":"0000000000000000000000000000000000000000000000000000000000000000",' +
			'"recordedAt":"2026-06-02T09:20:00.000Z","recordedBy":"sam"}';
		expect(row?.hash).toBe(createHash('sha256').update(text).digest('hex'));
	});

	it('is the hash of the canonical form of the entry as JSON', () => {
		const [row] = numberAndChain(incident, notes(1), genesis);
		const {hash, data, ...rest} = row ?? {hash: '', data: '{}'};
		expect(hash).toBe(
			createHash('sha256')
				.update(canonical({...rest, data: JSON.parse(data)}))
				.digest('hex'),
		);
	});
});

describe('numbering and chaining', () => {
	it('goes on from the head', () => {
		const [first, second] = numberAndChain(incident, notes(2), {number: 41, hash: 'a'.repeat(64)});
		expect(first).toMatchObject({number: 42, previousHash: 'a'.repeat(64)});
		expect(second).toMatchObject({number: 43, previousHash: first?.hash});
	});
});

describe('checking a chain', () => {
	const rows = numberAndChain(incident, notes(4), genesis);
	const [one, two, three, four] = rows;
	const texts = (...given: readonly (typeof one)[]) =>
		checkChain(
			incident,
			given.filter(row => row !== undefined),
		).trouble?.text;

	it('finds nothing wrong with one that is whole, also after its entries were read', () => {
		expect(checkChain(incident, rows)).toEqual({incident, entries: 4, lastHash: four?.hash});
		expect(
			checkChain(
				incident,
				rows.map(row => keptOf(entryOf(row))),
			),
		).toEqual({incident, entries: 4, lastHash: four?.hash});
		expect(checkChain(incident, [])).toEqual({incident, entries: 0, lastHash: genesisHash});
	});

	it('names a gap, a repeat, a broken link, an entry from another incident, an entry that cannot be read', () => {
		expect(texts(one, three, four)).toBe('Entry 2 is missing: the next one there is 3.');
		expect(texts(two)).toBe('Entry 1 is missing: the next one there is 2.');
		expect(texts(one, two, two, three)).toBe('Entry 2 stands where 3 should be: a number is used twice.');
		const [stranger] = numberAndChain(incident, notes(1), {number: 1, hash: genesisHash});
		expect(texts(one, stranger)).toBe('Entry 2 does not follow from the one before: its previous hash is another.');
		expect(texts(one && {...one, incident: 'INC-2026-0002'})).toBe(
			'Entry 1 is not as it was written: its hash does not fit what it says.',
		);
		expect(
			checkChain(incident, [...rows.slice(0, 1), {illegible: 'it holds bytes that are no text'}, ...rows.slice(2)]),
		).toMatchObject({
			entries: 4,
			trouble: {entry: 2, text: 'Entry 2 cannot be read: it holds bytes that are no text.'},
		});
	});

	it('names the first trouble only, and counts all entries', () => {
		expect(checkChain(incident, [...rows].toReversed())).toMatchObject({entries: 4, trouble: {entry: 1}});
	});
});
