import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {fixtures} from '../../source/replay/fixtures.ts';
import {openSession} from '../support/shell.ts';

describe('drill new', () => {
	it('writes a scenario to begin with, which is right as it stands and can be played', async () => {
		const {loggist, folder} = openSession();
		const file = path.join(folder, 'mine.yaml');
		expect(await loggist(`drill new ${file}`)).toMatchObject({code: 0, stdout: ''});
		expect((await loggist(`drill check ${file}`)).stderr).toContain('5 injects');
		expect((await loggist(`drill new ${file}`)).code).toBe(2);
		const script = path.join(folder, 'players.lines');
		writeFileSync(script, '+2m @priya assign im @priya\n');
		const {code, stdout} = await loggist(`drill run ${file} --script ${script} --speed max`);
		expect(code).toBe(0);
		expect(stdout).toContain('role im by 5m');
	});

	it('prints it where no file is named, and the schema for editors', async () => {
		const {loggist, json} = openSession();
		expect((await loggist('drill new')).stdout).toContain('# yaml-language-server: $schema=');
		expect(await json('drill schema')).toMatchObject({title: 'A drill for Loggist'});
	});
});

describe('the guide', () => {
	const guide = readFileSync(path.join(import.meta.dirname, '..', '..', 'docs', 'drills.md'), 'utf8');

	it('shows players whose lines can be played', async () => {
		const {loggist, folder} = openSession();
		const script = path.join(folder, 'players.lines');
		writeFileSync(script, /<<'LINES'\n([^]*?)LINES/u.exec(guide)?.[1] ?? '');
		const {code, stdout} = await loggist(`drill run lost-laptop --script ${script} --speed max`);
		expect(code).toBe(0);
		expect(stdout).toMatch(/1\.1 +met/u);
	});

	it('names calls that there are', async () => {
		const {loggist} = openSession();
		const said = (await loggist('drill')).stderr;
		// The console and the report on a drill have their own tests.
		const named = [...guide.matchAll(/loggist drill ([a-z]+)/gu)].map(found => found[1] ?? '');
		for (const name of new Set(named)) {
			if (!['facilitate', 'report', 'replay'].includes(name)) {
				expect(said).toContain(name);
			}
		}
	});
});

describe('drill msel', () => {
	it('writes the injects as a table and says what it cannot hold; both together are the scenario again', async () => {
		const {loggist, folder} = openSession();
		const list = path.join(folder, 'list.csv');
		const again = path.join(folder, 'again.yaml');
		const out = await loggist(`drill msel ransomware -o ${list}`);
		expect(out).toMatchObject({code: 0, stdout: ''});
		expect(out.stderr).toContain('Not in the table: title, start');
		expect((await loggist(`drill from ${list} ransomware -o ${again}`)).code).toBe(0);
		const other = path.join(folder, 'other.csv');
		await loggist(`drill msel ${again} -o ${other}`);
		expect(readFileSync(other, 'utf8')).toBe(readFileSync(list, 'utf8'));
	});

	it('is refused by line and column, and writes nothing', async () => {
		const {loggist, folder} = openSession();
		const list = path.join(folder, 'list.csv');
		writeFileSync(list, 'at,text,expected\n5m,Hello,role im\nsoon,Hello,role boss\n');
		const {code, stdout, stderr} = await loggist(`drill from ${list}`);
		expect({code, stdout}).toEqual({code: 2, stdout: ''});
		expect(stderr).toContain(`${list}, line 3: at must be an offset as +5m`);
		expect(stderr).toContain(`${list}, line 3: expected names the role boss`);
	});

	it('says which columns have no place in a scenario', async () => {
		const {loggist, folder} = openSession();
		const list = path.join(folder, 'list.csv');
		writeFileSync(list, 'Time,Event Description,Controller\n5m,Hello,Smith\n');
		const {code, stdout, stderr} = await loggist(`drill from ${list} --now 2026-03-01T12:00:00Z`);
		expect(code).toBe(0);
		expect(stdout).toContain('start: 2026-03-01T09:00:00.000Z');
		expect(stderr).toContain('no place for these columns: Controller');
	});
});

describe('drill from', () => {
	it('takes a log in JSON Lines as it takes the incident, and hides who was there unless asked', async () => {
		const {loggist, folder} = openSession();
		await loggist('declare Database exposed --now 2026-06-02T09:00:00Z');
		await loggist('assign im @"Priya Shah" --now 2026-06-02T09:01:00Z');
		await loggist('know Priya saw the dump --now 2026-06-02T09:05:00Z');
		await loggist('action close the bucket --now 2026-06-02T09:06:00Z');
		const log = path.join(folder, 'incident.jsonl');
		await loggist(`export jsonl -o ${log}`);
		const {code, stdout} = await loggist(`drill from ${log}`);
		expect(code).toBe(0);
		expect((await loggist('drill from INC-2026-0001')).stdout).toBe(stdout);
		expect(stdout).toContain('action says bucket by +10m');
		expect(stdout).not.toMatch(/priya|shah/iu);
		expect((await loggist('drill from INC-2026-0001 --names')).stdout).toContain('checkin @"Priya Shah"');
		writeFileSync(log, readFileSync(log, 'utf8').replace('close the bucket', 'close the basket'));
		expect(await loggist(`drill from ${log}`)).toMatchObject({
			code: 2,
			stderr: expect.stringContaining('It is not as it was written') as string,
		});
	});

	it('takes the timeline of an incident in JSON', async () => {
		const {loggist, folder} = openSession();
		const file = path.join(folder, 'told.json');
		writeFileSync(
			file,
			JSON.stringify({
				title: 'The wrong directory',
				timeline: [
					{at: '2026-01-31T23:00:00Z', actor: 'Monitoring', text: 'The database is gone.', kind: 'fact'},
					{at: '2026-01-31T23:10:00Z', actor: 'Operations', text: 'Restore the snapshot.', kind: 'decision'},
				],
			}),
		);
		const made = path.join(folder, 'made.yaml');
		expect((await loggist(`drill from ${file} -o ${made}`)).code).toBe(0);
		expect((await loggist(`drill check ${made}`)).code).toBe(0);
		expect(readFileSync(made, 'utf8')).toContain('decision says snapshot by +10m');
	});

	it.each(fixtures().map(one => one.name))('takes what ships with the program: %s', async name => {
		const {loggist, folder} = openSession();
		const made = path.join(folder, 'made.yaml');
		expect((await loggist(`drill from ${name} -o ${made}`)).code).toBe(0);
		expect((await loggist(`drill check ${made}`)).code).toBe(0);
	});

	it('says what it takes where a file is none of it', async () => {
		const {loggist, folder} = openSession();
		const file = path.join(folder, 'odd.json');
		writeFileSync(file, '{"title": "x"}');
		const {code, stderr} = await loggist(`drill from ${file}`);
		expect(code).toBe(2);
		expect(stderr).toContain('is no exercise: start is missing');
		expect(stderr).toContain('a list in CSV');
	});
});

describe('a drill under a doctrine of one’s own', () => {
	it('is checked and played where the file of the doctrine is', async () => {
		const {loggist, folder, json} = openSession();
		const profiles = path.join(folder, '.config', 'loggist', 'profiles');
		mkdirSync(profiles, {recursive: true});
		writeFileSync(path.join(profiles, 'acme.yaml'), 'name: acme\ntitle: Acme on call\nextends: pagerduty\noff: [R1]\n');
		const file = path.join(folder, 'mine.yaml');
		const scenario = (await loggist('drill new')).stdout.replace('profile: moj ', 'profile: acme ');
		writeFileSync(file, scenario);
		expect((await loggist(`drill check ${file}`)).stderr).toContain(
			'The objective command teaches R1, which the doctrine acme does not hold',
		);
		writeFileSync(file, scenario.replace('rules: [R1]', 'rules: []'));
		expect((await loggist(`drill check ${file}`)).code).toBe(0);
		const script = path.join(folder, 'players.lines');
		writeFileSync(script, '+2m @priya assign im @priya\n');
		expect((await loggist(`drill run ${file} --script ${script}`)).code).toBe(0);
		expect(await json('board --incident DRILL-2026-0001 --json')).toMatchObject({incident: {exercise: true}});
	});
});
