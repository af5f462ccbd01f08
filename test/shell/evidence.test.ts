import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {storyFile} from '../responsibilities/story-file.ts';
import {openSession, type Session} from '../support/shell.ts';

/** A drill in March and an incident in June, written call by call; beside them a responsibilities file. */
const told = async (): Promise<Session & {readonly roles: string}> => {
	const session = openSession();
	const roles = path.join(session.folder, 'roles.yaml');
	writeFileSync(roles, storyFile);
	for (const [now, line] of [
		['2026-03-10T09:00:00Z', 'declare Table-top exercise:yes zone:Europe/London'],
		['2026-03-10T09:01:00Z', 'assign im @"Priya Shah"'],
		['2026-03-10T09:30:00Z', 'close because the hour is over'],
		['2026-06-30T22:30:00Z', 'declare Payments database exposed kind:security zone:Europe/London'],
		['2026-06-30T22:31:00Z', 'assign im @"Priya Shah"'],
		['2026-06-30T23:30:00Z', 'contained because the host is off'],
	] as const) {
		const {code, stderr} = await session.loggist(`${line} --now ${now}`);
		expect(code, stderr).toBe(0);
	}

	return {...session, roles};
};

const now = '--now 2026-07-15T12:00:00Z';

describe('evidence', () => {
	it('writes a page as Markdown to standard output, from the ledger and the file that is named', async () => {
		const {loggist, roles} = await told();
		const {code, stdout, stderr} = await loggist(`evidence iso-5.3 ${roles} ${now}`);
		expect({code, stderr}).toEqual({code: 0, stderr: ''});
		expect(stdout).toContain('# Organisational roles, responsibilities and authorities\n');
		expect(stdout).toContain('| Scope | 2 incidents of the 2 in the ledger |');
		expect(stdout).toContain('| Made at | 2026-07-15 13:00 BST |');
		expect(stdout).toContain('| INC-2026-0002 | Incident Manager | Priya Shah | 2026-06-30 23:31 BST |');
	});

	it('takes the responsibilities that the configuration names', async () => {
		const {loggist, folder, roles} = await told();
		const config = path.join(folder, 'c.yaml');
		writeFileSync(config, `responsibilities: ${roles}\n`);
		expect((await loggist(`evidence csf --config ${config} ${now}`)).stdout).toContain(
			'Who answers for what, version 1.2',
		);
		writeFileSync(config, 'responsibilities: /nowhere/roles.yaml\n');
		expect(await loggist(`evidence csf --config ${config} ${now}`)).toMatchObject({code: 2, stdout: ''});
	});

	it('writes to a file whole, and not over one that exists', async () => {
		const {loggist, folder} = await told();
		const out = path.join(folder, 'page.md');
		expect(await loggist(`evidence csf -o ${out} ${now}`)).toEqual({
			code: 0,
			stdout: '',
			stderr: `${out} is written.\n`,
		});
		expect(readFileSync(out, 'utf8')).toBe((await loggist(`evidence csf ${now}`)).stdout);
		expect(await loggist(`evidence csf -o ${out} ${now}`)).toMatchObject({code: 2});
	});

	it('is data with --json: every question with its status, its findings and its gaps', async () => {
		const {json, roles} = await told();
		expect(await json(`evidence iso-5.24-5.28 ${roles} --json ${now}`)).toMatchObject({
			page: 'iso-5.24-5.28',
			exercise: false,
			incidents: ['INC-2026-0001', 'INC-2026-0002'],
			exercises: ['INC-2026-0001'],
			responsibilities: {source: 'roles.yaml', version: '1.2'},
			questions: [
				{number: 1, status: 'answered', gaps: []},
				{number: 2, status: 'in part', gaps: [{lacks: 'What EXERCISE INC-2026-0001 found is not recorded.'}]},
				{},
				{},
				{},
				{},
			],
			integrity: [{Chain: 'whole'}, {Chain: 'whole'}],
		});
	});

	it('bounds the period by days in the zone of the incidents: a day alone is the whole of it', async () => {
		const {json} = await told();
		const page = await json(`evidence soc2 --json --since 2026-06-30 --until 2026-06-30 ${now}`);
		expect(page).toMatchObject({
			period: {since: '2026-06-29T23:00:00.000Z', until: '2026-06-30T22:59:59.999Z'},
			incidents: ['INC-2026-0002'],
			leftOut: [{incident: 'INC-2026-0001', why: 'it ended before the period began'}],
		});
		// At 00:30 on the next day, on the responders' clock.
		expect(JSON.stringify(page)).not.toContain('the host is off');
		expect(JSON.stringify(await json(`evidence soc2 --json --until 2026-07-01 ${now}`))).toContain('the host is off');
	});

	it('asks about one incident by its name; an exercise then says so everywhere', async () => {
		const {loggist} = await told();
		const {stdout} = await loggist(`evidence csf --incident inc-2026-0001 ${now}`);
		expect(stdout.startsWith('EXERCISE EXERCISE EXERCISE\n\n# EXERCISE: Incident analysis')).toBe(true);
		expect(stdout).toContain('| INC-2026-0002 | only INC-2026-0001 was asked for |');
	});

	it('writes nothing into the ledger, and makes none', async () => {
		const session = openSession();
		expect(await session.loggist(`evidence soc2 ${now}`)).toMatchObject({code: 0});
		expect(existsSync(session.file)).toBe(false);
	});

	it.each([
		['evidence', 'evidence needs the name of a page. The pages are iso-5.2, iso-5.3'],
		['evidence hipaa', 'There is no evidence page hipaa.'],
		['evidence csf a b', 'evidence does not know what to do with “b”'],
		['evidence csf nowhere.yaml', 'nowhere.yaml cannot be read (ENOENT)'],
		['evidence csf --since soon', '--since'],
		['evidence csf --since 2026-06-02 --until 2026-06-01', 'The period ends before it begins.'],
		['evidence csf --incident INC-2020-0001', 'There is no incident INC-2020-0001.'],
	])('%s is refused with exit 2', async (line, trouble) => {
		const ending = await openSession().loggist(`${line} ${now}`);
		expect(ending).toMatchObject({code: 2, stdout: ''});
		expect(ending.stderr).toContain(trouble);
	});
});
