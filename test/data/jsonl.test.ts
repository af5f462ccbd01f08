import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {createLogReading, linesIn, linesOf} from '../../source/data/log-file.ts';
import {logLines} from '../../source/data/jsonl.ts';
import type {Draft} from '../../source/entry.ts';
import {emptyBoard, foldAll} from '../../source/fold.ts';
import type {Kept} from '../../source/ledger/chain.ts';
import {openMemoryLedger} from '../../source/ledger/memory.ts';
import {instantOf} from '../../source/time.ts';
import {arbitraryEvent, arbitraryText} from '../support/arbitrary-event.ts';
import * as fc from '../support/fast-check.ts';
import {openSession, type Session} from '../support/shell.ts';

const incident = 'INC-2026-0001';

const arbitraryDraft: fc.Arbitrary<Draft> = fc.record({
	occurredAt: fc.integer({min: 0, max: 4_102_444_800_000}).map(instantOf),
	recordedAt: fc.integer({min: 0, max: 4_102_444_800_000}).map(instantOf),
	by: arbitraryText.filter(text => text.trim() !== ''),
	recordedBy: arbitraryText.filter(text => text.trim() !== ''),
	event: arbitraryEvent,
});

const textOf = (ledger: ReturnType<typeof openMemoryLedger>) =>
	ledger
		.read(incident)
		.then(entries => [...logLines({board: foldAll(emptyBoard(incident), entries), entries})].join(''));

const read = (text: string) => {
	const rows: Kept[] = [];
	const reading = createLogReading(row => rows.push(row));
	for (const line of linesIn(new TextEncoder().encode(text))) {
		reading.see(line);
	}

	return {rows, ...reading.end()};
};

const withLog = async (drafts: readonly Draft[]) => {
	const ledger = openMemoryLedger();
	await ledger.append(incident, drafts, 0);
	return ledger;
};

describe('a log in lines', () => {
	it('comes back into an empty ledger to the byte and the hash, whatever it holds', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(arbitraryDraft, {minLength: 1, maxLength: 12}), async drafts => {
				const ledger = await withLog(drafts);
				const text = await textOf(ledger);
				const {rows, trouble} = read(text);
				expect(trouble).toBeUndefined();
				const other = openMemoryLedger();
				await other.restore(incident, rows, 0);
				expect(await textOf(other)).toBe(text);
				expect(await other.read(incident)).toStrictEqual(await ledger.read(incident));
				expect(await other.verify(incident)).toEqual(await ledger.verify(incident));
			}),
			{numRuns: 80},
		);
	});

	it('shows nothing that acts on a terminal or is not seen', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(arbitraryDraft, {minLength: 1, maxLength: 6}), async drafts => {
				expect(await textOf(await withLog(drafts))).not.toMatch(/[\p{Cf}\p{Cn}\p{Zl}\p{Zp}]|[^\P{Cc}\n]/u);
			}),
			{numRuns: 40},
		);
	});

	it('is refused when a character of what is hashed is another, and nothing else is taken for it', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(arbitraryDraft, {minLength: 2, maxLength: 5}),
				fc.nat(),
				fc.constantFrom('0', '7', 'x', '"', '}', ' '),
				async (drafts, at, character) => {
					const text = await textOf(await withLog(drafts));
					const start = text.indexOf('\n') + 1;
					const place = start + (at % (text.length - start - 1));
					const changed = text.slice(0, place) + character + text.slice(place + 1);
					const before = read(text).rows;
					try {
						const {rows, trouble} = read(changed);
						// A blank between fields, or an escape of another spelling, says the same.
						expect(trouble !== undefined || JSON.stringify(rows) === JSON.stringify(before)).toBe(true);
					} catch (error) {
						expect(error).toMatchObject({name: 'NoLog'});
					}
				},
			),
			{numRuns: 150},
		);
	});

	it('is read the same in pieces of any size', async () => {
		const text = await textOf(await withLog(fc.sample(arbitraryDraft, {numRuns: 6, seed: 7})));
		const bytes = new TextEncoder().encode(text);
		await fc.assert(
			fc.asyncProperty(fc.integer({min: 1, max: 200}), async size => {
				const pieces = async function* () {
					for (let start = 0; start < bytes.length; start += size) {
						yield bytes.subarray(start, start + size);
					}
				};
				const lines: string[] = [];
				for await (const line of linesOf(pieces())) {
					lines.push(line);
				}

				expect(lines).toEqual([...linesIn(bytes)]);
			}),
			{numRuns: 20},
		);
	});
});

/** A session with a log of three entries, exported. */
const exportedLog = async (): Promise<{readonly session: Session; readonly file: string; readonly lines: string[]}> => {
	const session = openSession();
	await session.loggist('declare Payments down severity:S2');
	await session.loggist('note the supplier called');
	await session.loggist('note host 17 is off');
	const file = path.join(session.folder, 'log.jsonl');
	await session.loggist(`export jsonl -o ${file}`);
	return {session, file, lines: readFileSync(file, 'utf8').split('\n')};
};

describe('verify on a file', () => {
	it('needs no ledger, and says what it says of the ledger', async () => {
		const {session, file} = await exportedLog();
		const elsewhere = openSession();
		const {stdout} = await session.loggist('verify');
		expect(await elsewhere.loggist(`verify ${file}`)).toEqual({code: 0, stdout, stderr: ''});
		expect(await elsewhere.json(`verify ${file} --json`)).toMatchObject({
			ok: true,
			incidents: [{incident, ok: true, entries: 3, trouble: null}],
		});
	});

	it('names the first entry that is not as it was written', async () => {
		const {session, file, lines} = await exportedLog();
		writeFileSync(file, lines.map(line => line.replace('supplier', 'customer')).join('\n'));
		const {code, stderr} = await session.loggist(`verify ${file}`);
		expect([code, stderr]).toEqual([1, expect.stringContaining('entry 2: Entry 2 is not as it was written')]);
	});

	it('misses an entry that was taken out, and entries that were cut off at the end', async () => {
		const {session, file, lines} = await exportedLog();
		writeFileSync(file, lines.toSpliced(2, 1).join('\n'));
		expect((await session.loggist(`verify ${file}`)).stderr).toContain('Entry 2 is missing');
		writeFileSync(file, lines.toSpliced(3, 1).join('\n'));
		const {code, stderr} = await session.loggist(`verify ${file}`);
		expect(code).toBe(1);
		expect(stderr).toContain('entry 3: The file says that it holds 3 entries');
	});

	it('reads what log --jsonl prints too, and says that its end is not known', async () => {
		const {session, file} = await exportedLog();
		writeFileSync(file, (await session.loggist('log --jsonl')).stdout);
		expect(await session.loggist(`verify ${file}`)).toMatchObject({
			code: 0,
			stderr: expect.stringContaining('does not say where it ends'),
		});
	});

	it.each([
		['no log', '# Notes\n', 'It is not a log'],
		['empty', '', 'It holds no entries'],
		['no text', Buffer.from([0x7b, 0xff, 0x7d, 0x0a]), 'It is not UTF-8'],
		['newer', '{"format":"loggist-log","version":2}\n', 'written by a newer Loggist'],
	])('says of a file that is %s what it is, and exits 2', async (_, text, why) => {
		const session = openSession();
		const file = path.join(session.folder, 'x.jsonl');
		writeFileSync(file, text);
		expect(await session.loggist(`verify ${file}`)).toMatchObject({code: 2, stderr: expect.stringContaining(why)});
		expect(await session.loggist(`import jsonl ${file}`)).toMatchObject({
			code: 2,
			stderr: expect.stringContaining(why),
		});
	});
});

describe('import of a log', () => {
	it('restores it as it is, and exports the same bytes again', async () => {
		const {file} = await exportedLog();
		const empty = openSession();
		expect(await empty.loggist(`import jsonl ${file}`)).toMatchObject({
			code: 0,
			stderr: `${incident}: 3 entries restored as they are.\n`,
		});
		expect((await empty.loggist('export jsonl')).stdout).toBe(readFileSync(file, 'utf8'));
		expect(await empty.loggist('verify')).toMatchObject({code: 0});
	});

	it('refuses one whose chain is broken, names the entry, and writes nothing', async () => {
		const {file, lines} = await exportedLog();
		writeFileSync(file, lines.map(line => line.replace('supplier', 'customer')).join('\n'));
		const empty = openSession();
		expect(await empty.loggist(`import jsonl ${file}`)).toMatchObject({
			code: 1,
			stdout: '',
			stderr: expect.stringContaining('Entry 2 is not as it was written'),
		});
		expect((await empty.loggist('log')).stdout).toBe('');
	});

	it('adds the rest as it is where the ledger has the beginning, and nothing where it has all', async () => {
		const {session, file} = await exportedLog();
		const other = openSession();
		await other.loggist(`import jsonl ${file}`);
		await session.loggist('note host 18 is off');
		const longer = path.join(session.folder, 'longer.jsonl');
		await session.loggist(`export jsonl -o ${longer}`);
		expect(await other.loggist(`import jsonl ${longer}`)).toMatchObject({
			code: 0,
			stderr: `${incident}: 1 entry added as it is.\n`,
		});
		expect((await other.loggist('export jsonl')).stdout).toBe(readFileSync(longer, 'utf8'));
		expect(await other.loggist(`import jsonl ${file}`)).toMatchObject({
			code: 0,
			stdout: '',
			stderr: expect.stringContaining('nothing to do'),
		});
	});

	it('refuses another incident of the same reference', async () => {
		const {file} = await exportedLog();
		const other = openSession();
		await other.loggist('declare Something else');
		expect(await other.loggist(`import jsonl ${file}`)).toMatchObject({
			code: 1,
			stderr: expect.stringContaining('no beginning in common'),
		});
	});

	it('writes nothing with --readonly', async () => {
		const {file} = await exportedLog();
		expect(await openSession().loggist(`import jsonl ${file} --readonly`)).toMatchObject({code: 2});
	});

	it('of an exercise stays one, on every line', async () => {
		const session = openSession();
		await session.loggist('declare Drill exercise:yes');
		const {stdout} = await session.loggist('export jsonl');
		expect(
			stdout
				.trim()
				.split('\n')
				.map(line => JSON.parse(line)),
		).toMatchObject([{exercise: true}, {exercise: true}]);
	});
});
