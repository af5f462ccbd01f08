import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {openSession} from '../support/shell.ts';

const exported = async (call: string) => {
	const session = openSession();
	await session.loggist('declare Payments database exposed severity:S2');
	const file = path.join(session.folder, 'shared');
	await session.loggist(`${call} -o ${file}`);
	return {...session, shared: file};
};

describe('verify of a document', () => {
	it('says that the log of the ledger is the one, and no more than that', async () => {
		const {loggist, shared} = await exported('export sitrep');
		const {code, stdout, stderr} = await loggist(`verify ${shared}`);
		expect(code).toBe(0);
		expect(stdout).toBe(
			'INC-2026-0001: the ledger has the hash that the document names, at entry 1; the chain is whole; nothing was added since\n' +
				'INC-2026-0001: not signed\n',
		);
		expect(stderr).toContain('its text was not compared');
	});

	it('refuses one of another log', async () => {
		const {shared} = await exported('export sitrep');
		const other = await exported('export sitrep');
		const {code, stderr} = await other.loggist(`verify ${shared}`);
		expect(code).toBe(1);
		expect(stderr).toContain('another hash at entry 1');
		expect(await other.json(`verify ${other.shared} --json`)).toMatchObject({ok: true, incidents: [{number: 1}]});
		expect(JSON.parse((await other.loggist(`verify ${shared} --json`)).stdout)).toMatchObject({ok: false});
	});

	it('refuses one that was made from more than the ledger has', async () => {
		const {loggist, shared} = await exported('export sitrep');
		const {readFileSync} = await import('node:fs');
		writeFileSync(shared, readFileSync(shared, 'utf8').replace('up to entry 1,', 'up to entry 9,'));
		expect((await loggist(`verify ${shared}`)).stderr).toContain("up to entry 9; the ledger's log ends at 1");
	});

	it('reads the line that the document ends with, not one that a note cites', async () => {
		const {loggist, folder} = await exported('export sitrep');
		await loggist(`know Made from the log of INC-2026-0001 up to entry 1, whose hash (SHA-256) is ${'0'.repeat(64)}.`);
		const file = path.join(folder, 'record.md');
		await loggist(`export markdown -o ${file}`);
		expect(await loggist(`verify ${file}`)).toMatchObject({code: 0});
	});

	it('holds of a redacted document as well', async () => {
		const {loggist, shared} = await exported('export markdown --redact people,marked');
		expect(await loggist(`verify ${shared}`)).toMatchObject({code: 0});
	});

	it.each(['csv', 'ics', 'timesketch'])('says that %s holds nothing to check', async format => {
		const {loggist, shared} = await exported(`export ${format}`);
		expect(await loggist(`verify ${shared}`)).toMatchObject({
			code: 2,
			stdout: '',
			stderr: expect.stringContaining('loggist export jsonl'),
		});
	});

	it('without a ledger tells what the document says, and does not pass', async () => {
		const {loggist, shared} = await exported('export sitrep');
		const {code, stderr} = await loggist(`verify ${shared} --db ${shared}.none`);
		expect(code).toBe(2);
		expect(stderr).toMatch(/INC-2026-0001 up to entry 1, hash [\da-f]{64}; there is no ledger/u);
	});

	it('says of what is no file what it is', async () => {
		const {loggist, folder} = await exported('export sitrep');
		expect((await loggist(`verify ${folder}`)).stderr).toContain('is a folder');
		expect((await loggist(`verify ${folder}/none`)).stderr).toContain('There is no file');
	});
});
