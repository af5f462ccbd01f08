import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {offered} from '../../source/drills/library.ts';
import {openSession} from '../support/shell.ts';

const script = offered()
	.find(one => one.name === 'lost-laptop')
	?.file.replace('.yaml', '.lines');

describe('drill', () => {
	it('lists what there is, how long it takes, for whom, and what it teaches', async () => {
		const {loggist} = openSession();
		const {code, stdout} = await loggist('drill list --json');
		expect(code).toBe(0);
		expect(JSON.parse(stdout)).toMatchObject([
			{name: 'lost-laptop', duration: '15m', teaches: ['R1', 'R3', 'R5', 'L1']},
			{},
			{},
			{},
			{},
			{},
		]);
	});

	it('plays one unattended into an exercise of its own, the same bytes every time', async () => {
		const one = openSession();
		const other = openSession();
		const call = `drill run lost-laptop --script ${script} --speed max --jsonl`;
		const {code, stdout, stderr} = await one.loggist(call);
		expect({code, stderr}).toEqual({code: 0, stderr: ''});
		expect((await other.loggist(call)).stdout).toBe(stdout);
		expect((await one.loggist('incidents')).stdout).toMatch(/^DRILL-2026-0001 {2}\S+ {2}over /mu);
	});

	it.each([
		'drill run lost-laptop --speed max --jsonl',
		'drill run lost-laptop --script lost-laptop --speed max --jsonl',
		'drill run lost-laptop --script lost-laptop --jsonl',
	])('finds the lines that come along: %s', async call => {
		const named = await openSession().loggist(`drill run lost-laptop --script ${script} --speed max --jsonl`);
		const {code, stdout} = await openSession().loggist(call);
		expect(code).toBe(0);
		expect(stdout).toBe(named.stdout);
	});

	it('finds the lines beside a file, and says where it looked when they are not there', async () => {
		const {loggist, folder} = openSession();
		const file = path.join(folder, 'own.yaml');
		writeFileSync(file, readFileSync(offered()[0]?.file ?? '', 'utf8'));
		const missing = await loggist(`drill run ${file} --speed max`);
		expect(missing.code).toBe(2);
		expect(missing.stderr).toContain(path.join(folder, 'own.lines'));
		expect(missing.stderr).toContain('--script LINES');
		writeFileSync(path.join(folder, 'own.lines'), '+2m @priya assign im @priya\n');
		expect((await loggist(`drill run ${file} --speed max`)).code).toBe(0);
	});

	it('says of an objective without expectations that nothing is expected of it', async () => {
		const {loggist, folder} = openSession();
		const file = path.join(folder, 'own.yaml');
		const right = readFileSync(offered()[0]?.file ?? '', 'utf8');
		const more = '  - {id: calm, text: Nobody hurries, rules: [R1]}\n';
		writeFileSync(
			file,
			right.replace(/^objectives:\n/mu, head => `${head}${more}`),
		);
		const {stdout} = await loggist(`drill run ${file} --script lost-laptop --speed max`);
		expect(stdout).toMatch(/calm +nothing expected +Nobody hurries/u);
	});

	it('says in the list that the lines of the players come along', async () => {
		const {stdout} = await openSession().loggist('drill list');
		expect(stdout.replaceAll(/\s+/gu, ' ')).toContain('loggist drill run NAME --speed max plays it unattended');
	});

	it('does not catch what is said of a live incident', async () => {
		const {loggist} = openSession();
		await loggist('declare Database exposed --now 2026-01-02T09:00:00Z');
		await loggist(`drill run lost-laptop --script ${script}`);
		await loggist('note who is there');
		expect((await loggist('log --incident INC-2026-0001')).stdout).toContain('who is there');
		expect((await loggist('log --incident DRILL-2026-0001')).stdout).not.toContain('who is there');
	});

	it('is never played into an incident that is named', async () => {
		const {loggist} = openSession();
		await loggist('declare Database exposed');
		const {code, stderr} = await loggist(`drill run lost-laptop --script ${script} --incident INC-2026-0001`);
		expect(code).toBe(2);
		expect(stderr).toContain('A drill is never written into INC-2026-0001');
	});

	it.each([
		['drill run lost-laptop', 'played on a terminal'],
		['drill run lost-laptop --speed 10', 'played on a terminal'],
		['drill facilitate lost-laptop', 'facilitated on a terminal'],
	])('is refused where nobody can play: %s', async (call, why) => {
		const {loggist} = openSession();
		const {code, stderr} = await loggist(call);
		expect(code).toBe(2);
		expect(stderr).toContain(why);
		expect(stderr).toContain('--script LINES');
		expect((await loggist('incidents --json')).stdout).toBe('[]\n');
	});

	it('starts nothing where the scenario is wrong, and names every line', async () => {
		const {loggist, folder} = openSession();
		const file = path.join(folder, 'wrong.yaml');
		const right = readFileSync(offered()[0]?.file ?? '', 'utf8');
		writeFileSync(file, right.replace('at: +4m', 'at: soon').replace('rules: [R1, R3]', 'rules: [R1, Z3]'));
		const {code, stderr} = await loggist(`drill check ${file}`);
		expect(code).toBe(2);
		expect(stderr).toMatch(/line \d+: objectives\[0\]\.rules\[1\] names the rule Z3/u);
		expect(stderr).toMatch(/line \d+: injects\[1\]\.at must be an offset/u);
		expect((await loggist(`drill run ${file} --script ${script}`)).code).toBe(2);
		expect((await loggist('incidents --json')).stdout.trim()).toBe('[]');
	});

	it('makes a scenario of an incident, which is right as it is', async () => {
		const {loggist, folder} = openSession();
		await loggist('declare Database exposed --now 2026-06-02T09:00:00Z');
		await loggist('know the dump is public --now 2026-06-02T09:05:00Z');
		await loggist('action close the bucket --now 2026-06-02T09:06:00Z');
		const file = path.join(folder, 'again.yaml');
		expect((await loggist(`drill from INC-2026-0001 -o ${file}`)).code).toBe(0);
		expect(readFileSync(file, 'utf8')).toContain('action says bucket by +10m');
		expect((await loggist(`drill check ${file}`)).code).toBe(0);
		expect((await loggist(`drill from INC-2026-0001 -o ${file}`)).stderr).toContain('again.yaml exists');
	});
});
