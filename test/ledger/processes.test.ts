import {spawn} from 'node:child_process';
import {once} from 'node:events';
import path from 'node:path';
import process from 'node:process';
import {createInterface} from 'node:readline';
import {text} from 'node:stream/consumers';
import {describe, expect, it, onTestFinished} from 'vitest';
import {openSqliteLedger} from '../../source/ledger/sqlite.ts';
import * as fc from '../support/fast-check.ts';
import {incident} from './drafts.ts';
import {freshFile} from './folder.ts';

const writer = path.join(import.meta.dirname, 'writer.ts');

/** Runs a command that prints lines, kills it without warning once it has printed `enough`; gives all it printed. */
const run = async (command: readonly string[], enough = Infinity) => {
	const [program = '', ...rest] = command;
	const child = spawn(program, rest, {stdio: ['ignore', 'pipe', 'pipe']});
	const closed = once(child, 'close');
	const complaint = text(child.stderr);
	const lines: string[] = [];
	for await (const line of createInterface({input: child.stdout})) {
		lines.push(line);
		if (lines.length === enough) {
			child.kill('SIGKILL');
		}
	}

	await closed;
	return {lines, end: {code: child.exitCode, signal: child.signalCode, complaint: await complaint}};
};

const linesOf = async (command: readonly string[]): Promise<readonly string[]> => (await run(command)).lines;

const numbersOf = (lines: readonly string[]): readonly number[] => lines.map(Number);

const upTo = (last: number): readonly number[] => Array.from({length: last}, (_, index) => index + 1);

describe('a process that is killed while it appends', () => {
	it('loses no entry that it acknowledged and leaves a whole chain, twenty times over', {
		timeout: 240_000,
	}, async () => {
		const file = freshFile();
		const moments = fc.sample(fc.integer({min: 1, max: 999}), {numRuns: 20, seed: 20_260_602});
		let known = 0;
		for (const moment of moments) {
			const {lines, end} = await run([process.execPath, writer, file, '1000'], moment);
			const acknowledged = numbersOf(lines);
			// What it said last and how it ended tell why it did not live to be killed.
			expect(acknowledged.length, JSON.stringify({last: lines.at(-1), ...end})).toBeGreaterThanOrEqual(moment);
			const ledger = await openSqliteLedger(file);
			const kept = (await ledger.read(incident, known)).map(entry => entry.number);
			const verdict = await ledger.verify(incident);
			await ledger.close();
			// At most one more: kept, and killed before it could say so.
			expect(kept.slice(0, acknowledged.length)).toEqual(acknowledged);
			expect(kept.length - acknowledged.length).toBeLessThanOrEqual(1);
			expect(verdict).not.toHaveProperty('trouble');
			known += kept.length;
			expect(verdict.entries).toBe(known);
		}
	});
});

describe('two processes that append to one new ledger at once', () => {
	it('number their entries together, without a gap and without losing one', {timeout: 120_000}, async () => {
		const file = freshFile();
		const both = await Promise.all([1, 2].map(() => linesOf([process.execPath, writer, file, '200'])));
		expect(both.flatMap(numbersOf).sort((a, b) => a - b)).toEqual(upTo(400));
		const ledger = await openSqliteLedger(file);
		onTestFinished(() => ledger.close());
		expect((await ledger.read(incident)).map(entry => entry.number)).toEqual(upTo(400));
		expect(await ledger.verify(incident)).not.toHaveProperty('trouble');
	});
});

describe.skipIf(process.platform === 'win32')('a process whose disk fails it', () => {
	it('says so, keeps what it acknowledged and nothing half', {timeout: 120_000}, async () => {
		const file = freshFile();
		// A limit on the size of files stands for the disk: writing beyond it fails in the middle of a commit.
		const lines = await linesOf([
			'sh',
			'-c',
			'ulimit -f 400; exec "$@"',
			'sh',
			process.execPath,
			writer,
			file,
			'1000',
			'4000',
		]);
		const acknowledged = numbersOf(lines.slice(0, -1));
		expect(lines.at(-1)).toMatch(/^trouble: The disk failed while .+ what was being written was not kept\.$/);
		expect(acknowledged.length).toBeGreaterThan(0);
		const ledger = await openSqliteLedger(file);
		onTestFinished(() => ledger.close());
		expect((await ledger.read(incident)).map(entry => entry.number)).toEqual(acknowledged);
		expect(await ledger.verify(incident)).not.toHaveProperty('trouble');
	});
});
