import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {offered} from '../../source/drills/library.ts';
import {fixtures} from '../../source/replay/fixtures.ts';
import {openSession, type Session} from '../support/shell.ts';

const script = offered()
	.find(one => one.name === 'lost-laptop')
	?.file.replace('.yaml', '.lines');

const now = '--now 2026-06-03T09:00:00Z';

/** A person who has played a drill once. */
const drilled = async (): Promise<Session> => {
	const session = openSession();
	await session.loggist(`drill run lost-laptop --script ${script}`);
	return session;
};

describe('drill report', () => {
	it('is of the newest drill unless one is named, in Markdown, the same bytes every time', async () => {
		const {loggist} = await drilled();
		const once = await loggist(`drill report ${now}`);
		expect(once).toMatchObject({code: 0, stderr: ''});
		expect(once.stdout).toContain('# EXERCISE: After-action report: DRILL-2026-0001 ');
		expect((await loggist(`drill report ${now}`)).stdout).toBe(once.stdout);
		await loggist(`drill run lost-laptop --script ${script}`);
		expect((await loggist(`drill report ${now}`)).stdout).toContain(
			'# EXERCISE: After-action report: DRILL-2026-0002 ',
		);
		for (const named of ['drill report drill-2026-0001', 'drill report --incident DRILL-2026-0001']) {
			expect((await loggist(`${named} ${now}`)).stdout).toBe(once.stdout);
		}
	});

	it('takes its form from the ending of its file, or from what it is told', async () => {
		const {loggist, folder, json} = await drilled();
		const file = path.join(folder, 'report.html');
		expect((await loggist(`drill report -o ${file}`)).code).toBe(0);
		expect(readFileSync(file, 'utf8')).toMatch(/^<!doctype html>/u);
		expect((await loggist(`drill report -o ${file}`)).stderr).toContain('--force');
		expect((await loggist('drill report --format html')).stdout).toMatch(/^<!doctype html>/u);
		expect(await json('drill report --json')).toMatchObject({reference: 'DRILL-2026-0001', earlier: []});
		expect((await loggist('drill report --format pdf')).stderr).toContain('no format pdf');
		expect((await loggist('drill report --no-pictures')).stdout).not.toContain('mermaid');
	});

	it('bears the marking that it is given on every page, and says which the drill bears', async () => {
		const {loggist} = await drilled();
		const {stdout} = await loggist('drill report --marking tlp:amber');
		expect(stdout.split('\n')[0]).toBe('TLP:AMBER');
		expect(stdout.trimEnd().split('\n').slice(-3)[0]).toBe('TLP:AMBER');
		expect(stdout).toContain('set for this report; the drill itself bears none');
		expect((await loggist('drill report --marking tlp:blue')).code).toBe(2);
	});

	it('names nobody where people are to be taken out, and refuses what would still show', async () => {
		const {loggist} = await drilled();
		const {stdout} = await loggist('drill report --redact people');
		expect(stdout).toContain('REDACTED');
		expect(stdout).not.toMatch(/priya|shah|hale|reis/iu);
		expect((await loggist('drill report --redact people,marked')).stderr).toContain('takes no --redact marked');
	});

	it('is refused for what is no drill, has no scenario, or has not ended', async () => {
		const {loggist} = openSession();
		expect((await loggist('drill report')).stderr).toContain('There is no drill in this ledger.');
		await loggist('declare Database exposed --now 2026-06-02T09:00:00Z');
		await loggist('declare Table-top exercise:yes --now 2026-06-02T09:00:00Z');
		expect(await loggist('drill report INC-2026-0001')).toMatchObject({
			code: 1,
			stderr: expect.stringContaining('it is a live incident') as string,
		});
		expect((await loggist('drill report INC-2026-0002')).stderr).toContain('it follows no scenario');
		expect((await loggist('drill report DRILL-2026-0009')).stderr).toContain('There is no drill DRILL-2026-0009.');
	});

	it('waits for the end, for what was expected is hidden until then', async () => {
		const {loggist, json} = await drilled();
		const {length} = (await json('log --json --incident DRILL-2026-0001')) as readonly unknown[];
		await loggist(`strike ${length} because it goes on --incident DRILL-2026-0001`);
		const {code, stdout, stderr} = await loggist('drill report');
		expect({code, stdout}).toEqual({code: 1, stdout: ''});
		expect(stderr).toContain('it has not ended. What was expected is hidden until then');
	});

	it('is made from the log alone: the scenario file may be gone, and the log may have come from elsewhere', async () => {
		const one = await drilled();
		const other = openSession();
		const file = path.join(one.folder, 'drill.jsonl');
		await one.loggist(`export jsonl --incident DRILL-2026-0001 -o ${file}`);
		expect((await other.loggist(`import jsonl ${file}`)).code).toBe(0);
		const report = (await one.loggist(`drill report ${now}`)).stdout;
		expect((await other.loggist(`drill report ${now}`)).stdout).toBe(report);
	});

	it('judges a drill by its own doctrine file, which need not be there any more', async () => {
		const {loggist, folder} = openSession();
		const file = path.join(folder, 'own.yaml');
		const source = readFileSync(offered()[0]?.file ?? '', 'utf8');
		writeFileSync(file, `${source}profile: pagerduty\n`);
		await loggist(`drill run ${file} --script ${script}`);
		expect((await loggist('drill report')).stdout).toContain('doctrine pagerduty');
	});

	it.each(fixtures().map(({name}) => name))(
		'is made of %s, from the record to a scenario, its run and its report',
		async name => {
			const {loggist, folder} = openSession();
			const [scenario, lines] = [path.join(folder, 'again.yaml'), path.join(folder, 'players.lines')];
			expect((await loggist(`drill from ${name} -o ${scenario}`)).code).toBe(0);
			writeFileSync(lines, '+2m @"Priya Shah" assign im @"Priya Shah"\n');
			expect((await loggist(`drill run ${scenario} --script ${lines}`)).code).toBe(0);
			const {code, stdout, stderr} = await loggist(`drill report ${now}`);
			expect({code, stderr}).toEqual({code: 0, stderr: ''});
			expect(stdout).toContain('EXERCISE: Areas for improvement');
			expect(stdout).toMatch(/An Incident Manager after \d+m/u);
		},
	);

	it('writes nothing into the log of the drill', async () => {
		const {loggist} = await drilled();
		const before = (await loggist('log --json --incident DRILL-2026-0001')).stdout;
		await loggist('drill report');
		expect((await loggist('log --json --incident DRILL-2026-0001')).stdout).toBe(before);
	});
});
