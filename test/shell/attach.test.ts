import {hash} from 'node:crypto';
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {hostname} from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import {describe, expect, it} from 'vitest';
import {limit} from '../../source/shell/attach.ts';
import {spool, TooMuch} from '../../source/shell/spool.ts';
import {hostileStrings} from '../support/hostile.ts';
import {expected, freshFolder, openSession, type Session} from '../support/shell.ts';

const declared = async (): Promise<Session> => {
	const session = openSession();
	await session.play(`
		10:00 $ loggist declare Payments severity:S2 kind:security
		10:01 $ loggist assign im @"Priya Shah"
		10:02 $ loggist action read the kernel log @priya by 11:00
	`);
	return session;
};

const digest = (text: string | Uint8Array): string => `sha256:${hash('sha256', text)}`;

/** A transcript in which FOLDER, HOST and the digests stand for what they are on this machine. */
const played = async (session: Session, transcript: string): Promise<string> =>
	(await session.play(transcript.replaceAll('FOLDER', session.folder)))
		.replaceAll(session.folder, 'FOLDER')
		.replaceAll(`from ${hostname()}`, 'from HOST')
		.replaceAll(/sha256:([\da-f]{4})[\da-f]{60}/gu, 'sha256:$1…');

describe('loggist attach', () => {
	it('keeps what a command printed, lists it, gives it out, and writes over nothing', async () => {
		const session = await declared();
		const story = `
			10:05 $ loggist attach - --name dmesg.txt --action a1 --command "dmesg -T" --exit 0 --as priya
			< eth0 up
			5 10:05 Priya Shah: evidence X1 taken by Priya Shah: dmesg.txt, kept by Priya Shah, 8 bytes from HOST, output of “dmesg -T”, exit code 0, for A1, digest sha256:16d7…
			10:06 $ loggist attach --list
			X1 dmesg.txt: 8 bytes from HOST, output of “dmesg -T”, exit code 0, for A1, sha256:16d7…
			10:07 $ loggist attach X1 -o FOLDER/out.txt
			! FOLDER/out.txt is written: 8 bytes from HOST, output of “dmesg -T”, exit code 0, sha256:16d7….
			10:08 $ loggist attach x1 -o FOLDER/out.txt
			! loggist: FOLDER/out.txt exists. Name another file, or write over it with --force.
			[2]
			10:09 $ loggist verify
			INC-2026-0001: 5 entries, the chain is whole, last hash HASH
			INC-2026-0001: 1 attachment, the bytes are here and as they were kept
		`;
		const told = await played(session, story);
		expect(told.replace(/last hash [\da-f]{64}/u, 'last hash HASH')).toBe(expected(story));
		expect(readFileSync(path.join(session.folder, 'out.txt'), 'utf8')).toBe('eth0 up\n');
		// Nothing is left beside the ledger of what came in.
		expect(readdirSync(session.folder).filter(name => name.includes('.attach.'))).toEqual([]);
	});

	it('keeps a file byte for byte under its own name, once, and says so to programs', async () => {
		const session = await declared();
		const file = path.join(session.folder, 'netflow.bin');
		const bytes = Uint8Array.from({length: 5000}, (_, index) => (index * 7) % 256);
		writeFileSync(file, bytes);
		expect(await session.json(`--now 2026-06-02T11:00:00Z attach ${file} --at 10:30 --json`)).toMatchObject([
			{
				kind: 'exhibit-taken',
				occurredAt: '2026-06-02T10:30:00.000Z',
				data: {ref: 'X1', text: 'netflow.bin', content: {sha256: hash('sha256', bytes), size: 5000, host: hostname()}},
			},
		]);
		await session.loggist(`attach ${file} --name again`);
		expect(await session.json('attach --list --json')).toMatchObject([
			{ref: 'X1', name: 'netflow.bin', size: 5000, condition: 'whole'},
			{ref: 'X2', name: 'again', size: 5000, condition: 'whole'},
		]);
		const raw = new Database(session.file, {readonly: true});
		expect(raw.prepare('SELECT count(*) FROM attachments').pluck().get()).toBe(1);
		raw.close();
		await session.loggist(`attach X2 -o ${file}.out`);
		expect(new Uint8Array(readFileSync(`${file}.out`))).toEqual(bytes);
	});

	it('keeps an item whose name is hostile, and never takes a path from it', async () => {
		const session = await declared();
		for (const name of [...hostileStrings, '../../etc/passwd'].filter(
			one => one.trim() !== '' && one.isWellFormed() && !one.includes('\0'),
		)) {
			expect(await session.call(['attach', '-', `--name=${name}`], {input: 'x'})).toMatchObject({code: 0});
		}

		await session.loggist(`attach X1 -o ${session.folder}/only`);
		expect(readdirSync(session.folder).filter(one => !one.startsWith('loggist.db'))).toEqual(['only']);
		expect((await session.loggist('attach --list')).stdout).not.toMatch(/[^\P{Cc}\n]/u);
		expect(await session.loggist('export markdown')).toMatchObject({code: 0});
	});

	it('tells of the bytes in the document and on the board, and of custody as of any item', async () => {
		const session = await declared();
		await session.loggist('attach - --name dmesg.txt --command dmesg --exit 1 --as priya', {input: 'eth0 up\n'});
		await session.loggist('custody X1 @"Mia Berg" copied to the evidence store');
		const {stdout} = await session.loggist('export markdown');
		expect(stdout).toContain('## Attachments');
		expect(stdout).toContain(digest('eth0 up\n'));
		expect(await session.json('board --json')).toMatchObject({
			exhibits: [{ref: 'X1', custodian: 'Mia Berg', hash: digest('eth0 up\n'), content: {size: 8, exitCode: 1}}],
		});
	});

	it.each([
		['attach', 'attach needs a file.'],
		['attach -', 'What comes from standard input has no name.'],
		['attach - --name ""', 'lacks its value'],
		['attach nowhere.txt', 'There is no file nowhere.txt. Nothing was attached.'],
		['attach /', 'is a folder, not a file. Nothing was attached.'],
		['attach a b', 'attach takes one file.'],
		['attach a -o b', '-o gives an item out, and none is named.'],
		['attach X1', 'attach X1 needs a place for its bytes.'],
		['attach X9 -o out', 'There is no item of evidence X9 now.'],
		['attach - --name x --action A9', 'There is no action A9.'],
		['attach - --name x --exit zero', '--exit: zero is no exit code.'],
		['attach --list x', 'attach --list takes no file.'],
		['attach - --name x --readonly', 'the ledger is to be read only'],
	])('refuses %s', async (line, said) => {
		const session = await declared();
		const {code, stdout, stderr} = await session.loggist(line, {input: 'x'});
		expect(code).toBeGreaterThan(0);
		expect(stdout).toBe('');
		expect(stderr).toContain(said);
		expect(await session.json('log --json')).toHaveLength(4);
		expect(readdirSync(session.folder).every(one => one.startsWith('loggist.db'))).toBe(true);
	});

	it('says that an item told of by word has no bytes', async () => {
		const session = await declared();
		await session.loggist('exhibit disk image @priya');
		expect((await session.loggist(`attach X1 -o ${session.folder}/x`)).stderr).toContain(
			'X1 has no bytes: disk image.',
		);
	});

	it('says that the login which attached it is nobody to keep it, and of a person nothing', async () => {
		const session = await declared();
		expect(await session.loggist('attach - --name dmesg.txt', {input: 'eth0 up\n'})).toMatchObject({
			code: 0,
			stderr: expect.stringContaining('sam is nobody on the board: nobody keeps X1. Name who does, custody X1 @name'),
		});
		await session.loggist('checkin @"Sam Hale"');
		expect(await session.loggist('attach - --name more.txt', {input: 'eth1 up\n'})).toMatchObject({
			code: 0,
			stderr: '',
			stdout: expect.stringContaining('kept by Sam Hale'),
		});
	});

	it('says that nothing came', async () => {
		const session = await declared();
		await session.loggist('checkin @"Sam Hale"');
		expect(await session.loggist('attach - --name nothing.txt')).toMatchObject({
			code: 0,
			stderr: 'No bytes came: that nothing was there is what is kept.\n',
		});
		expect(await session.loggist('verify')).toMatchObject({code: 0});
	});
});

describe('bytes that are not as the log tells', () => {
	it('are named by verify, and never given out', async () => {
		const session = await declared();
		await session.loggist('attach - --name dmesg.txt', {input: 'eth0 up\n'});
		const raw = new Database(session.file);
		raw.exec("DROP TRIGGER attachment_parts_are_never_changed; UPDATE attachment_parts SET bytes = x'00'");
		raw.close();
		expect(await session.loggist('verify')).toMatchObject({
			code: 1,
			stderr: expect.stringContaining('entry 5: The bytes of X1 (dmesg.txt, sha256:'),
		});
		expect(await session.loggist('verify --json')).toMatchObject({
			code: 1,
			stdout: expect.stringContaining('"condition": "damaged"'),
		});
		const out = path.join(session.folder, 'out');
		expect(await session.loggist(`attach X1 -o ${out}`)).toMatchObject({
			code: 2,
			stderr: expect.stringContaining('not as they were kept'),
		});
		expect(existsSync(out)).toBe(false);
	});

	it('are missing where the log came from a file, which is said, and can be put back', async () => {
		const here = await declared();
		await here.loggist('attach - --name dmesg.txt', {input: 'eth0 up\n'});
		const log = path.join(here.folder, 'log.jsonl');
		await here.loggist(`export jsonl -o ${log}`);
		expect((await here.loggist(`verify ${log}`)).stderr).toContain('It tells of 1 attachment by digest');

		const there = openSession();
		expect((await there.loggist(`import jsonl ${log}`)).stderr).toContain(
			'The bytes of X1 are not in the file: loggist attach X1 FILE puts them here.',
		);
		expect(await there.loggist('verify')).toMatchObject({
			code: 1,
			stderr: expect.stringContaining('not in this ledger'),
		});
		expect((await there.loggist('attach --list')).stdout).toContain('NOT IN THIS LEDGER');
		expect(await there.loggist(`attach X1 -o ${there.folder}/x`)).toMatchObject({code: 1});
		expect(await there.loggist('attach X1 -', {input: 'eth1 up\n'})).toMatchObject({
			code: 1,
			stderr: expect.stringContaining('These are not the bytes of X1'),
		});
		expect(await there.loggist('attach X1 -', {input: 'eth0 up\n'})).toMatchObject({code: 0});
		expect(await there.loggist('verify')).toMatchObject({code: 0});
		expect(await there.json('log --json')).toHaveLength(5);
	});
});

const endless = async function* (): AsyncGenerator<Uint8Array> {
	for (;;) {
		yield new Uint8Array(1_000_000);
	}
};

describe('what comes in', () => {
	it('is given up once it is more than is kept, and leaves nothing behind', async () => {
		const folder = freshFolder();
		await expect(spool(folder, endless(), 10_000_000)).rejects.toThrow(TooMuch);
		expect(readdirSync(folder)).toEqual([]);
		expect(limit).toBe(100_000_000);
	});

	it('may be as much as is kept, and is read anew as often as it is asked for', async () => {
		const folder = freshFolder();
		const {content, close} = await spool(
			folder,
			(async function* () {
				yield Buffer.from('abc');
				yield Buffer.from('de');
			})(),
			5,
		);
		const read = () => Buffer.concat(Array.from(content.pieces(), piece => Uint8Array.from(piece))).toString();
		expect([read(), read(), content.size]).toEqual(['abcde', 'abcde', 5]);
		await close();
		expect(readdirSync(folder)).toEqual([]);
	});
});
