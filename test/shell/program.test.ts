import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {beforeAll, describe, expect, it} from 'vitest';
import {type Ending, freshFolder, openProgram, program, runToEnd} from '../support/shell.ts';

const isWindows = process.platform === 'win32';
const isRoot = process.getuid?.() === 0;
/** Somebody whom file modes stop, unlike root. */
const nobody = 65_534;

/** Runs the program through a POSIX shell, which has pipes and limits. `$L` is the program. */
const inShell = async (script: string, env: Readonly<Record<string, string>>): Promise<Ending> =>
	runToEnd(['/bin/sh', '-c', script], {
		env: {PATH: process.env['PATH'] ?? '', TZ: 'UTC', NODE: process.execPath, PROGRAM: program, ...env},
	});

const L = '"$NODE" "$PROGRAM"';

const modeOf = (file: string): number => statSync(file).mode & 0o777;

describe('the program as it is built', () => {
	it('keeps its ledger where the system keeps data, for this user’s eyes only', async () => {
		const {folder, loggist} = openProgram();
		const data = path.join(folder, 'data');
		const env = {LOGGIST_DB: '', XDG_DATA_HOME: data};
		expect((await loggist('declare Mail is down', {env})).code).toBe(0);
		expect(modeOf(path.join(data, 'loggist'))).toBe(0o700);
		expect(modeOf(path.join(data, 'loggist', 'loggist.db'))).toBe(0o600);
		expect((await loggist('declare Mail is down', {env: {LOGGIST_DB: ''}})).code).toBe(0);
		expect(modeOf(path.join(folder, '.local', 'share', 'loggist', 'loggist.db'))).toBe(0o600);
	});

	it('without a terminal prints the board once and exits 0, with an incident and without', async () => {
		const {loggist} = openProgram();
		const none = await loggist('');
		expect(none).toMatchObject({
			code: 0,
			stderr: '',
			stdout: expect.stringContaining('No incident has been declared.'),
		});
		await loggist('declare Mail is down');
		const {code, stdout, stderr} = await loggist('');
		expect({code, stderr}).toEqual({code: 0, stderr: ''});
		expect(stdout).toMatch(/^INC-\d{4}-0001 Mail is down\n=+\n/u);
		for (const title of ['Roles', 'Actions', 'Findings', 'Prompts', 'Log']) {
			expect(stdout).toContain(`\n${title}\n---`);
		}
	});

	it('has no colours where nobody sees them, with and without NO_COLOR', async () => {
		const {loggist} = openProgram();
		await loggist('declare Mail is down');
		for (const [line, env] of [
			['board', {}],
			['board', {NO_COLOR: '1'}],
			['board --no-color', {}],
			['board', {FORCE_COLOR: '1', NO_COLOR: '1'}],
		] as const) {
			expect((await loggist(line, {env})).stdout).not.toContain('\u{1B}');
		}
	});

	it('--version is the version of the package', async () => {
		const {version} = JSON.parse(readFileSync(path.join(program, '..', '..', 'package.json'), 'utf8')) as {
			readonly version: string;
		};
		expect(await openProgram().loggist('--version')).toEqual({code: 0, stdout: `${version}\n`, stderr: ''});
	});

	it('demo without a terminal plays at once and prints the board', async () => {
		const {folder, loggist} = openProgram();
		const {code, stdout, stderr} = await loggist('demo osm --speed max');
		expect({code, stderr}).toEqual({code: 0, stderr: ''});
		expect(stdout).toContain('OpenStreetMap.org: 68 hours without the main internet provider');
		// It is thrown away.
		expect(readdirSync(folder).filter(name => name !== '.cache')).toEqual([]);
	});

	it('gives what stands in a long log whole, through a pipe', async () => {
		const {loggist, json} = openProgram();
		await loggist('declare Mail is down');
		const text = 'x'.repeat(2000);
		await loggist('run -', {input: `note ${text}\n`.repeat(150)});
		expect(await json('log --json')).toHaveLength(151);
	});
});

/** A log that is longer than a pipe holds, as the surroundings of a call. */
const long = async (): Promise<{readonly LOGGIST_DB: string; readonly folder: string}> => {
	const {folder, file, loggist} = openProgram();
	await loggist('declare Mail is down');
	await loggist('run -', {input: `note ${'x'.repeat(500)}\n`.repeat(300)});
	return {LOGGIST_DB: file, folder};
};

describe.skipIf(isWindows)('pipes and disks', () => {
	it('a pipe that closes is no trouble', async () => {
		const env = await long();
		const {code, stdout, stderr} = await inShell(`{ ${L} log; echo "ended with $?" >&2; } | head -n 1`, env);
		expect({code, stderr}).toEqual({code: 0, stderr: 'ended with 0\n'});
		expect(stdout.split('\n')).toHaveLength(2);
	});

	it('and what is being recorded goes on when nobody looks any more', async () => {
		const env = await long();
		const lines = Array.from({length: 300}, (_, index) => `note late ${index} ${'y'.repeat(400)}`).join('\\n');
		const {stderr} = await inShell(`printf '${lines}\\n' | { ${L} run -; echo "ended with $?" >&2; } | true`, env);
		expect(stderr).toBe('ended with 0\n');
		const {stdout} = await inShell(`${L} log --jsonl | wc -l`, env);
		expect(stdout.trim()).toBe('601');
	});

	it.skipIf(!existsSync('/dev/full'))('an output without room is told, and is no success', async () => {
		const env = await long();
		const {code, stderr} = await inShell(`${L} log > /dev/full`, env);
		expect(code).toBe(2);
		expect(stderr).toMatch(/^loggist: Standard output cannot be written \(there is no room left\)\. [^\n]+\n$/u);
	});

	it.each(['markdown', 'jsonl', 'csv'])(
		'an export of %s that the disk does not take leaves nothing behind',
		async format => {
			const env = await long();
			// A limit on the size of files stands for the disk: the document is longer than 64 KiB.
			const {code, stdout, stderr} = await inShell(
				`ulimit -f 128; exec ${L} export ${format} -o "$folder/incident.md"`,
				{
					...env,
				},
			);
			expect({code, stdout}).toEqual({code: 2, stdout: ''});
			expect(stderr).toMatch(/^loggist: There is no room left to write [^\n]+ Nothing was written\. [^\n]+\n$/u);
			expect(readdirSync(env.folder).filter(name => !/^loggist\.db|^\.cache$/u.test(name))).toEqual([]);
		},
	);

	it('a ledger that the disk does not take keeps what it had, and says so', async () => {
		const env = await long();
		const size = Math.ceil(statSync(env.LOGGIST_DB).size / 512);
		const text = 'z'.repeat(90_000);
		const {code, stdout, stderr} = await inShell(
			`ulimit -f ${Math.max(80, size)}; text=$(head -c 2000000 /dev/zero | tr '\\0' z); printf 'note kept\\nnote %s\\nnote never\\n' "$text" | ${L} run -`,
			env,
		);
		expect(code).toBe(2);
		expect(stderr).toMatch(/^loggist: [^\n]+(?:disk|Disk)[^\n]+\n$/u);
		expect(stdout).not.toContain(text.slice(0, 100));
		const after = await inShell(`${L} verify && ${L} log | tail -n 1`, env);
		expect(after.stdout).toMatch(/302 entries, the chain is whole[^\n]+\n302 [^\n]+ kept\n$/u);
	});
});

/** A folder that another user owns, and how that user runs the program. */
const asOther = (): {readonly folder: string; readonly call: (argv: readonly string[]) => Promise<Ending>} => {
	const folder = freshFolder();
	if (isRoot) {
		chownSync(folder, nobody, nobody);
	}

	const env = {PATH: process.env['PATH'] ?? '', TZ: 'UTC', HOME: folder, LOGGIST_DB: path.join(folder, 'loggist.db')};
	return {
		folder,
		call: async argv => runToEnd([process.execPath, program, ...argv], {env, ...(isRoot ? {uid: nobody} : {})}),
	};
};

describe.skipIf(isWindows)('rights', () => {
	let mayRun = true;
	beforeAll(async () => {
		// Under root the program must be where others may read it: a clone in a private folder is not.
		mayRun =
			!isRoot ||
			(await runToEnd([process.execPath, program, '--version'], {env: {}, uid: nobody}).then(
				({code}) => code === 0,
				() => false,
			));
	});

	it('a folder that may only be read is told, and the ledger in it can be looked at', async context => {
		context.skip(!mayRun, 'Another user may not read this clone.');
		const {folder, call} = asOther();
		await call(['declare', 'Mail is down']);
		chmodSync(folder, 0o555);
		try {
			const refused = await call(['note', 'x']);
			expect({...refused, stderr: ''}).toEqual({code: 2, stdout: '', stderr: ''});
			expect(refused.stderr).toMatch(/^loggist: [^\n]+ folder that may not be written[^\n]+--readonly\.\n$/u);
			expect((await call(['log'])).code).toBe(0);
			expect(await call(['export', 'markdown', '-o', path.join(folder, 'x.md')])).toMatchObject({
				code: 2,
				stdout: '',
				stderr: expect.stringMatching(
					/^loggist: [^\n]+may not be written: the system refuses access\. Nothing was written\.[^\n]+\n$/u,
				),
			});
			expect(readdirSync(folder).filter(name => !/^loggist\.db|^\.cache$/u.test(name))).toEqual([]);
		} finally {
			chmodSync(folder, 0o755);
		}
	});

	it('a file that may only be read, or not at all, is told', async context => {
		context.skip(!mayRun, 'Another user may not read this clone.');
		const {folder, call} = asOther();
		await call(['declare', 'Mail is down']);
		const file = path.join(folder, 'loggist.db');
		chmodSync(file, 0o444);
		expect(await call(['note', 'x'])).toMatchObject({
			code: 2,
			stdout: '',
			stderr: expect.stringMatching(/^loggist: [^\n]+may be read but not written[^\n]+\n$/u),
		});
		chmodSync(file, 0o000);
		for (const verb of ['note', 'log']) {
			expect(await call(verb === 'note' ? ['note', 'x'] : ['log'])).toMatchObject({
				code: 2,
				stdout: '',
				stderr: expect.stringMatching(/^loggist: [^\n]+\n$/u),
			});
		}
	});

	it('a folder that cannot be made is told', async context => {
		context.skip(!mayRun, 'Another user may not read this clone.');
		const {folder, call} = asOther();
		mkdirSync(path.join(folder, 'closed'));
		chmodSync(path.join(folder, 'closed'), 0o555);
		const ending = await call(['declare', 'x', '--db', path.join(folder, 'closed', 'deeper', 'loggist.db')]);
		expect(ending).toMatchObject({
			code: 2,
			stdout: '',
			stderr: expect.stringMatching(/^loggist: [^\n]+the system refuses access[^\n]+\n$/u),
		});
		expect(await call(['board', '--db', path.join(folder, 'closed', 'loggist.db')])).toMatchObject({code: 0});
	});
});

const script = (who: string) => Array.from({length: 50}, (_, index) => `note ${who} ${index}\n`).join('');

describe('two who write into one incident at once', () => {
	it('each get all of their entries in, without a gap', async () => {
		const {loggist, json, file} = openProgram();
		await loggist('declare Mail is down');
		const both = await Promise.all(
			['priya', 'tom'].map(async who => {
				const child = spawn(process.execPath, [program, 'run', '-'], {
					env: {PATH: process.env['PATH'] ?? '', TZ: 'UTC', LOGGIST_DB: file, LOGGIST_AS: who},
					stdio: ['pipe', 'ignore', 'inherit'],
				});
				child.stdin.end(script(who));
				return once(child, 'close');
			}),
		);
		expect(both.map(([code]: readonly unknown[]) => code)).toEqual([0, 0]);
		const entries = (await json('log --json')) as readonly {
			readonly number: number;
			readonly by: string;
			readonly text: string;
		}[];
		expect(entries.map(one => one.number)).toEqual(Array.from({length: 101}, (_, index) => index + 1));
		for (const who of ['priya', 'tom']) {
			// Each in the order in which it was said.
			expect(entries.filter(one => one.by === who).map(one => one.text)).toEqual(
				Array.from({length: 50}, (_, index) => `${who} ${index}`),
			);
		}

		expect(await json('verify --json')).toMatchObject({ok: true, incidents: [{entries: 101}]});
	});

	it('declare two incidents, never one reference twice', async () => {
		const {loggist, json} = openProgram();
		const endings = await Promise.all(['First', 'Second', 'Third'].map(async title => loggist(`declare ${title}`)));
		expect(endings.map(one => `${one.code} ${one.stderr}`)).toEqual(['0 ', '0 ', '0 ']);
		const incidents = (await json('incidents --json')) as readonly {readonly ref: string}[];
		expect(new Set(incidents.map(one => one.ref)).size).toBe(3);
		expect(endings.map(one => one.stdout.trim()).toSorted()).toEqual(incidents.map(one => one.ref).toSorted());
	});
});
