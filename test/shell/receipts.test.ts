import {describe, expect, it} from 'vitest';
import {openSession} from '../support/shell.ts';

const started = async () => {
	const session = openSession();
	await session.loggist('declare Exposed zone:Europe/London --now 2026-06-02T20:00:00Z');
	return session;
};

describe('a receipt', () => {
	it('says the day of a time that is not today', async () => {
		const session = await started();
		const due = await session.loggist('action isolate host 17 by 14:30 --now 2026-06-02T20:05:00Z');
		expect(due.stdout).toContain('report by 3 Jun 14:30 BST');
		const today = await session.loggist('action isolate host 18 by 22:30 --now 2026-06-02T20:05:00Z');
		expect(today.stdout).toContain('report by 22:30 BST');
		const late = await session.loggist('note the bank called at yesterday 22:10 --now 2026-06-02T20:05:00Z');
		expect(late.stdout).toBe('4 2026-06-01 22:10 BST sam: the bank called (late entry)\n');
	});

	it('says on standard error which incident it was where one was chosen among several', async () => {
		const session = await started();
		expect((await session.loggist('note one log only')).stderr).toBe('');
		await session.loggist('declare Mail is down');
		expect((await session.loggist('note the queue grows')).stderr).toBe('INC-2026-0002 Mail is down\n');
		expect((await session.loggist('note still exposed --incident INC-2026-0001')).stderr).toBe('');
	});

	it('never takes an exercise for what is meant while a live incident is open, and says where it does', async () => {
		const session = await started();
		await session.loggist('declare A talk at the table exercise:yes');
		expect((await session.loggist('note the bank rings')).stderr).toBe('INC-2026-0001 Exposed\n');
		await session.loggist('close --incident INC-2026-0001');
		expect((await session.loggist('note what would we do?')).stderr).toBe(
			'INC-2026-0002 EXERCISE A talk at the table\n',
		);
		await session.loggist('drill run lost-laptop --speed max');
		await session.loggist('close --incident INC-2026-0002');
		expect((await session.loggist('note after the close')).stderr).toBe('INC-2026-0002 EXERCISE A talk at the table\n');
	});
});

describe('when', () => {
	it('reads a time as a line of the current incident does, and in --tz where it is said', async () => {
		const session = await started();
		const call = 'when 14:30 --json --now 2026-06-02T09:00:00Z';
		expect(await session.json(call)).toEqual({at: '2026-06-02T13:30:00.000Z', local: '14:30', zone: 'Europe/London'});
		expect(await session.json(`${call} --tz UTC`)).toMatchObject({at: '2026-06-02T14:30:00.000Z', zone: 'UTC'});
	});

	it('needs no ledger', async () => {
		const session = openSession();
		expect(await session.json('when 14:30 --json --now 2026-06-02T09:00:00Z --db /dev/null/x.db')).toMatchObject({
			local: '14:30',
			zone: 'UTC',
		});
	});
});

describe('the export of a closed incident', () => {
	it('shows what doctrine asked at the close and nobody answered', async () => {
		const session = await started();
		await session.loggist('close because it is late --now 2026-06-02T20:10:00Z');
		const {stdout} = await session.loggist('export markdown --now 2026-06-02T21:00:00Z');
		expect(stdout).toContain('## Prompts raised');
		expect(stdout).toMatch(
			/\| R1 \| urgent \| im \| No Incident Manager\. Who takes command\? \| [^|]+ \| open at the close, entry \d+ \|/u,
		);
	});

	it('shows what is still to be done after it', async () => {
		const session = await started();
		await session.loggist('close because it is late --now 2026-06-02T20:10:00Z');
		const {stdout} = await session.loggist('export markdown --now 2026-06-02T21:00:00Z');
		expect(stdout).toMatch(/## Prompts open\n[\s\S]*\| P4 \| warn \|[\s\S]*## Prompts raised/u);
		const asked = await session.json('prompts --json --now 2026-06-02T21:00:00Z');
		expect(asked).toContainEqual(expect.objectContaining({rule: 'P4'}));
	});
});

describe('help', () => {
	it('is a word as well as a flag', async () => {
		const session = openSession();
		expect(await session.loggist('help')).toEqual(await session.loggist('--help'));
		expect(await session.loggist('help action')).toEqual(await session.loggist('action --help'));
	});
});

describe('a ledger named by hand that is not there', () => {
	it('is told, so that a slip does not look like an empty log', async () => {
		const session = openSession();
		expect(await session.loggist(`log --db ${session.folder}/slip.db`)).toEqual({
			code: 0,
			stdout: '',
			stderr: `loggist: ${session.folder}/slip.db is not there yet; it is made by the first entry.\n`,
		});
	});
});
