import {randomFillSync} from 'node:crypto';
import Database from 'better-sqlite3';
import {describe, expect, it, onTestFinished} from 'vitest';
import type {Content} from '../../source/ledger/attachments.ts';
import {type Ledger, LedgerConflict} from '../../source/ledger/ledger.ts';
import {openMemoryLedger} from '../../source/ledger/memory.ts';
import {openSqliteLedger} from '../../source/ledger/sqlite.ts';
import {contentOf} from '../support/contents.ts';
import * as fc from '../support/fast-check.ts';
import {incident, notes} from './drafts.ts';
import {freshFile} from './folder.ts';

const inFile = async (): Promise<Ledger> => {
	const ledger = await openSqliteLedger(freshFile());
	onTestFinished(() => ledger.close());
	return ledger;
};

const bytesIn = async (ledger: Ledger, sha256: string): Promise<Buffer | undefined> => {
	const pieces = await ledger.attachments.read(sha256);
	if (pieces === undefined) {
		return undefined;
	}

	const read: Uint8Array[] = [];
	for await (const piece of pieces) {
		read.push(piece);
	}

	return Buffer.concat(read);
};

const some = contentOf(Buffer.from('what dmesg printed\n'));

describe.each([
	['in memory', async () => openMemoryLedger()],
	['in a file', inFile],
] as const)('the attachments of a ledger %s', (_, open) => {
	it('come back byte for byte, however they came and whatever they are', async () => {
		const ledger = await open();
		const lengths = fc.record({bytes: fc.uint8Array({maxLength: 300}), length: fc.integer({min: 1, max: 400})});
		await fc.assert(
			fc.asyncProperty(lengths, async ({bytes, length}) => {
				const content = contentOf(bytes, length);
				await ledger.append(incident, notes(1), 'any', [content]);
				expect(await bytesIn(ledger, content.sha256)).toEqual(Buffer.from(bytes));
				expect(await ledger.attachments.check(content)).toBe('whole');
			}),
			{numRuns: 40},
		);
	});

	it('may be longer than what is held of them at once', async () => {
		const ledger = await open();
		const bytes = randomFillSync(new Uint8Array(2_500_000));
		const content = contentOf(bytes, 1_000_003);
		await ledger.append(incident, notes(1), 0, [content]);
		expect((await bytesIn(ledger, content.sha256))?.equals(bytes)).toBe(true);
	});

	it('are missing where nobody brought them', async () => {
		const ledger = await open();
		expect(await ledger.attachments.read(some.sha256)).toBeUndefined();
		expect(await ledger.attachments.check(some)).toBe('missing');
	});

	it('come together with the entries that tell of them, or neither comes', async () => {
		const ledger = await open();
		await ledger.append(incident, notes(1), 0);
		await expect(ledger.append(incident, notes(1), 0, [some])).rejects.toThrow(LedgerConflict);
		expect(await ledger.attachments.check(some)).toBe('missing');

		const other: Content = {...some, pieces: () => [Buffer.from('something else')]};
		await expect(ledger.append(incident, notes(1), 1, [other])).rejects.toThrow('changed while they were being kept');
		const broken: Content = {
			...some,
			*pieces() {
				yield Buffer.from('what');
				throw new Error('the disk is gone');
			},
		};
		await expect(ledger.append(incident, notes(1), 1, [broken])).rejects.toThrow('the disk is gone');
		expect(await ledger.attachments.check(some)).toBe('missing');
		expect(await ledger.read(incident)).toHaveLength(1);
	});

	it('are kept once, and may come after the entry that tells of them', async () => {
		const ledger = await open();
		await ledger.append(incident, notes(1), 0);
		await ledger.append(incident, [], 'any', [some]);
		await ledger.append(incident, notes(1), 1, [some, some]);
		expect(await ledger.read(incident)).toHaveLength(2);
		expect(await ledger.attachments.check(some)).toBe('whole');
	});
});

/** A ledger with bytes in it, and a connection of somebody who does not go through Loggist. */
const given = async () => {
	const file = freshFile();
	const ledger = await openSqliteLedger(file);
	await ledger.append(incident, notes(1), 0, [some]);
	onTestFinished(() => ledger.close());
	const raw = new Database(file);
	onTestFinished(() => void raw.close());
	return {ledger, raw};
};

describe('the tables of attachments, for whoever writes to them by hand', () => {
	it.each([
		['UPDATE attachments SET size = 0', 'never changed'],
		['DELETE FROM attachments', 'never removed'],
		['INSERT OR REPLACE INTO attachments SELECT sha256, 0 FROM attachments', 'kept already'],
		["UPDATE attachment_parts SET bytes = x'00'", 'never changed'],
		['DELETE FROM attachment_parts', 'never removed'],
		["REPLACE INTO attachment_parts SELECT sha256, part, x'00' FROM attachment_parts", 'kept already'],
		["INSERT INTO attachments VALUES ('x', 1)", 'CHECK constraint failed'],
	])('refuse %s', async (statement, said) => {
		const {ledger, raw} = await given();
		expect(() => raw.exec(statement)).toThrow(said);
		expect(await ledger.attachments.check(some)).toBe('whole');
	});

	it.each([
		["UPDATE attachment_parts SET bytes = x'00'"],
		['DELETE FROM attachment_parts'],
		["INSERT INTO attachment_parts SELECT sha256, 1, x'00' FROM attachments"],
	])('show what was done without the guards: %s', async statement => {
		const {ledger, raw} = await given();
		const guards = raw.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all();
		raw.exec(guards.map(name => `DROP TRIGGER ${name};`).join('\n'));
		raw.exec(statement);
		expect(await ledger.attachments.check(some)).toBe('damaged');
	});
});
