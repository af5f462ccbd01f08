import {existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import {describe, expect, it} from 'vitest';
import {freshFolder, openSession, type Session} from '../support/shell.ts';

const opened = async (): Promise<Session> => {
	const session = openSession();
	await session.play(`
		10:00 $ loggist declare Payments database exposed
		10:01 $ loggist assign im @"Priya Shah"
		10:01 $ loggist assign sme @"Mia Berg"
		10:01 $ loggist assign sme @"Max Ito"
	`);
	return session;
};

/** The ledger's file as somebody leaves it who knows SQLite. */
const changed = (session: Session, statement: string): void => {
	const db = new Database(session.file);
	db.pragma('trusted_schema = ON');
	for (const name of db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all()) {
		db.exec(`DROP TRIGGER "${name}"`);
	}

	db.exec(statement);
	db.close();
};

const tampered = async (): Promise<Session> => {
	const session = await opened();
	changed(session, "UPDATE entries SET data = replace(data, 'Priya', 'Someone') WHERE number = 2");
	return session;
};

describe('what is said wrongly is one sentence and its mend, and nothing is written', () => {
	it.each([
		// Read, and the board says no.
		['assign im @nobody', 1, 'Nobody here is called nobody. Write the full name'],
		['assign deputy @m', 1, '@m may be Mia Berg or Max Ito. Write @mia or @max.'],
		['ack A7', 1, 'There is no action A7.'],
		['confirm F1', 1, 'There is no finding F1.'],
		['justify D1 because x', 1, 'There is no decision D1.'],
		['strike 99 because x', 1, 'There is no entry 99.'],
		['strike 1 because x', 1, 'The declaration is not struck'],
		['edit 2 something else', 1, 'An entry is never changed and never deleted (G1). Strike it'],
		['delete 2', 1, 'An entry is never changed and never deleted (G1).'],
		['answer R9 na because x', 1, 'Doctrine does not ask R9 now.'],
		['action look @mia by yesterday', 1, 'yesterday'],
		['note x at 2030-01-01 10:00', 1, 'still to come'],
		// Not the language at all.
		['asign im @mia', 2, 'There is no verb asign. Did you mean assign?'],
		['frobnicate', 2, 'There is no verb frobnicate. To log plain text: note …; help lists the verbs.'],
		['bord', 2, 'Did you mean board?'],
		['""', 2, 'No verb was given.'],
		['assign king @mia', 2, 'king'],
		['severity S9', 2, 'S9'],
		['declare x severity:S9', 2, 'severity:S9 is not known. Choose one of severity:S1'],
		['declare x zone:Moon/Base', 2, 'Moon/Base is not a time zone. Name it as Europe/London or UTC.'],
		['decide', 2, 'decide lacks its text. For example: '],
		['ack', 2, 'ack is not complete'],
		['note x --at soonish', 2, '--at: '],
		['note x --now today', 2, '--now: today is not a moment. Write it as 2026-06-02T09:20:00Z.'],
		['note x --tz Moon/Base', 2, 'Moon/Base is not a time zone.'],
		[
			'note x --incident INC-1',
			2,
			'There is no incident INC-1. loggist incidents lists them; the newest is INC-2026-0001.',
		],
		['board --as-of soonish', 2, '--as-of: '],
		['log --since soonish', 2, '--since: '],
		['log everything', 2, 'log does not know what to do with “everything”. It is written: loggist log'],
		['export', 2, 'export needs a format. loggist export FORMAT [-o FILE], with FORMAT one of markdown'],
		['export pdf', 2, 'There is no format pdf.'],
		['export markdown pdf', 2, 'There is no format markdown pdf.'],
		['demo nothing', 2, 'There is no incident nothing to play. There is '],
		['demo --speed fast', 2, '--speed: fast is not a speed.'],
		['note x --db postgres://host/loggist', 2, 'PostgreSQL'],
	])('%s', async (line, code, says) => {
		const session = await opened();
		const before = await session.loggist('log --json');
		const ending = await session.call(line === '""' ? [''] : line.split(' '));
		expect({...ending, stderr: ''}).toEqual({code, stdout: '', stderr: ''});
		expect(ending.stderr).toMatch(/^loggist: [^\n]+[.?] [^\n]+\n$/u);
		expect(ending.stderr).toContain(says);
		expect(await session.loggist('log --json')).toEqual(before);
	});
});

/** Every call that opens the ledger, to look or to write. */
const calls = ['note x', 'declare x', 'run -', 'board', 'log', 'prompts', 'verify', 'incidents', 'export markdown', ''];

const isRefused = async (session: Session, says: RegExp, lines: readonly string[] = calls): Promise<void> => {
	for (const line of lines) {
		const ending = await session.loggist(line, {input: 'note x'});
		expect({...ending, line, stderr: ''}).toEqual({code: 2, stdout: '', line, stderr: ''});
		expect(ending.stderr).toMatch(/^loggist: [^\n]+\n$/u);
		expect(ending.stderr).toMatch(says);
	}
};

describe('a ledger that cannot be used', () => {
	it('is no database', async () => {
		const session = openSession();
		writeFileSync(session.file, 'minutes of the meeting\n'.repeat(100));
		await isRefused(session, /loggist\.db is not a ledger: it is no SQLite database.* Name another file with --db/u);
		expect(readFileSync(session.file, 'utf8')).toBe('minutes of the meeting\n'.repeat(100));
		expect(readdirSync(session.folder)).toEqual(['loggist.db']);
	});

	it('is the database of another program', async () => {
		const session = openSession();
		new Database(session.file).exec('CREATE TABLE moz_places (url TEXT)').close();
		const before = readFileSync(session.file);
		await isRefused(session, /is a database of another program, not a ledger\. Name another file/u);
		expect(readFileSync(session.file)).toEqual(before);
	});

	it('is from a newer version', async () => {
		const session = await opened();
		const newer = new Database(session.file);
		newer.pragma('user_version = 99');
		newer.close();
		await isRefused(session, /written by a newer Loggist .* Update Loggist/u);
	});

	it('is damaged', async () => {
		const session = await opened();
		await session.loggist('run -', {input: 'note something long enough to fill pages of the ledger\n'.repeat(200)});
		const whole = new Database(session.file);
		whole.pragma('journal_mode = DELETE');
		whole.close();
		const bytes = readFileSync(session.file);
		bytes.fill(0xff, 4096);
		writeFileSync(session.file, bytes);
		await isRefused(session, /is damaged: SQLite finds it malformed\. Copy it with its -wal file/u);
	});

	it('is a folder, or lies in a file', async () => {
		const session = openSession();
		mkdirSync(session.file);
		await isRefused(session, /is a folder, not a file\. Name a file with --db/u);
		const other = openSession();
		writeFileSync(other.file, '');
		for (const line of ['note x', 'board', 'log', 'verify']) {
			const ending = await other.call([...line.split(' '), '--db', path.join(other.file, 'x.db')]);
			expect(ending).toMatchObject({code: 2, stdout: ''});
			expect(ending.stderr).toMatch(/^loggist: [^\n]+\n$/u);
		}
	});

	it('was tampered with: whatever is made of it says so, loudly, and it is not signed', async () => {
		const session = await tampered();
		const {code, stdout, stderr} = await session.loggist('export markdown');
		expect(code).toBe(1);
		expect(stderr).toMatch(/^loggist: The log is not as it was written\. Entry 2 is not as it was written/u);
		expect(stdout).toContain('THE LOG WAS NOT WHOLE when it was read: Entry 2 is not as it was written');
		expect(stdout).toContain('nothing in this document supports evidential weight');
		expect(stdout).not.toContain('its entries joined one another');
		for (const format of ['sitrep', 'html', 'decisions', 'jsonl']) {
			expect(await session.loggist(`export ${format}`)).toMatchObject({code: 1});
		}

		const page = await session.json('evidence csf --json');
		expect(JSON.stringify(page).match(/The chain of INC-2026-0001 is broken/gu)).toHaveLength(2);
		expect((await session.loggist('evidence csf')).stdout).not.toMatch(/copy and supports evidential weight/u);
		const before = await session.json('log --json');
		expect(await session.loggist('sign')).toMatchObject({
			code: 1,
			stdout: '',
			stderr: expect.stringContaining('The log is not as it was written, and is not signed. Entry 2 is not as it was'),
		});
		expect(await session.json('log --json')).toEqual(before);
	});

	it('is whole up to the moment that is shown: what was made of it then stands', async () => {
		const session = openSession();
		await session.loggist('declare Fire --now 2026-06-02T10:00:00Z');
		await session.loggist('note it burns --now 2026-06-02T10:05:00Z');
		changed(session, "UPDATE entries SET data = replace(data, 'burns', 'smokes') WHERE number = 2");
		expect(await session.loggist('export markdown --as-of 2026-06-02T10:02:00Z')).toMatchObject({code: 0, stderr: ''});
		expect(await session.loggist('export markdown')).toMatchObject({code: 1});
	});

	it('was tampered with: verify names the first bad entry and exits 1', async () => {
		const session = await tampered();
		const {code, stdout, stderr} = await session.loggist('verify');
		expect({code, stdout}).toEqual({code: 1, stdout: ''});
		expect(stderr).toMatch(/^loggist: INC-2026-0001: entry 2: [^\n]+\n$/u);
		const {code: again, stdout: told} = await session.loggist('verify --json');
		expect(again).toBe(1);
		expect(JSON.parse(told)).toMatchObject({
			ok: false,
			incidents: [{incident: 'INC-2026-0001', ok: false, trouble: {entry: 2}}],
		});
	});
});

const isUnwritten = async (session: Session, argv: readonly string[], says: RegExp): Promise<void> => {
	const {code, stdout, stderr} = await session.call(['export', 'markdown', ...argv]);
	expect({code, stdout}).toEqual({code: 2, stdout: ''});
	expect(stderr).toMatch(/^loggist: [^\n]+\n$/u);
	expect(stderr).toMatch(says);
};

describe('an export that cannot be written', () => {
	it('leaves a file that exists as it is, unless --force is given', async () => {
		const session = await opened();
		const file = path.join(freshFolder(), 'incident.md');
		writeFileSync(file, 'mine');
		await isUnwritten(
			session,
			['-o', file],
			/incident\.md exists\. Name another file, or write over it with --force\./u,
		);
		expect(readFileSync(file, 'utf8')).toBe('mine');
		const forced = await session.call(['export', 'markdown', '-o', file, '--force']);
		expect(forced).toEqual({code: 0, stdout: '', stderr: `${file} is written.\n`});
		expect(readFileSync(file, 'utf8')).toMatch(/^# INC-2026-0001/u);
		expect(readdirSync(path.dirname(file))).toEqual(['incident.md']);
	});

	it('gives the same bytes to a file and to standard output', async () => {
		const session = await opened();
		const file = path.join(freshFolder(), 'incident.md');
		const now = ['--now', '2026-06-02T12:00:00Z'];
		const {stdout} = await session.call(['export', 'markdown', ...now]);
		await session.call(['export', 'markdown', `-o${file}`, ...now]);
		expect(readFileSync(file, 'utf8')).toBe(stdout);
		expect(statSync(file).mode & 0o777).toBe(0o600);
		expect((await session.call(['export', 'markdown', '--output=-', ...now])).stdout).toBe(stdout);
	});

	it('needs a folder that is there, and a file in it', async () => {
		const session = await opened();
		const folder = freshFolder();
		await isUnwritten(
			session,
			['-o', path.join(folder, 'no', 'incident.md')],
			/its folder is not there.* Nothing was written\./u,
		);
		await isUnwritten(session, ['-o', folder], /is a folder\. Name a file in it/u);
		await isUnwritten(session, ['-o', folder, '--force'], /is a folder/u);
		writeFileSync(path.join(folder, 'file'), '');
		await isUnwritten(session, ['-o', path.join(folder, 'file', 'incident.md')], /cannot be written/u);
		expect(readdirSync(folder)).toEqual(['file']);
	});

	it('writes through a link, and keeps the link', async () => {
		const session = await opened();
		const folder = freshFolder();
		writeFileSync(path.join(folder, 'real.md'), 'old');
		symlinkSync('real.md', path.join(folder, 'link.md'));
		expect((await session.call(['export', 'markdown', '--force', '-o', path.join(folder, 'link.md')])).code).toBe(0);
		expect(readFileSync(path.join(folder, 'real.md'), 'utf8')).toMatch(/^# INC/u);
	});

	it.skipIf(!existsSync('/dev/full'))(
		'never puts a file in the place of a device, and says when there is no room',
		async () => {
			const session = await opened();
			await isUnwritten(
				session,
				['-o', '/dev/full'],
				/There is no room left to write \/dev\/full\. Nothing was written\./u,
			);
			await isUnwritten(session, ['-o', '/dev/full', '--force'], /There is no room left/u);
			expect(statSync('/dev/full').isCharacterDevice()).toBe(true);
			expect(readdirSync('/dev').filter(name => name.includes('.part'))).toEqual([]);
		},
	);
});
