import {createHash} from 'node:crypto';
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {openSession, type Session} from '../support/shell.ts';

/** An incident of four moments, half an hour apart. */
const withIncident = async (session: Session): Promise<void> => {
	await session.loggist('declare Database exposed severity:S2 --now 2026-06-02T09:00:00Z');
	await session.loggist('action close the bucket by 10:00 --now 2026-06-02T09:30:00Z');
	await session.loggist('note the bucket is still open --now 2026-06-02T10:30:00Z');
	await session.loggist('done A1 closed --now 2026-06-02T11:00:00Z');
};

/** What stands in the folder, but the empty pages that SQLite keeps for readers. */
const digests = ({folder}: Session): readonly string[] =>
	readdirSync(folder)
		.filter(name => !/-(?:shm|wal)$/u.test(name))
		.toSorted()
		.map(
			name =>
				`${name} ${createHash('sha256')
					.update(readFileSync(path.join(folder, name)))
					.digest('hex')}`,
		);

describe('drill replay', () => {
	it('prints the board of one moment of an incident, as board --as-of does', async () => {
		const session = openSession();
		await withIncident(session);
		const {loggist} = session;
		for (const moment of ['2026-06-02T09:45:00Z', '2026-06-02T10:30:00Z']) {
			const {code, stdout, stderr} = await loggist(`drill replay INC-2026-0001 --at ${moment}`);
			expect({code, stderr}).toEqual({code: 0, stderr: ''});
			expect(stdout).toBe((await loggist(`board --as-of ${moment} --now 2026-06-02T12:00:00Z`)).stdout);
			expect((await loggist(`drill replay --at ${moment} --json`)).stdout).toBe(
				(await loggist(`board --as-of ${moment} --json`)).stdout,
			);
		}
	});

	it('knows moments by entry, by time and by wait, and says what of the log there is', async () => {
		const session = openSession();
		await withIncident(session);
		const {loggist} = session;
		const late = await loggist('drill replay inc-2026-0001 --at 10:30');
		expect((await loggist('drill replay INC-2026-0001 --at 3')).stdout).toBe(late.stdout);
		expect((await loggist('drill replay INC-2026-0001 --at 90m')).stdout).toBe(late.stdout);
		expect(late.stdout).toContain('late');
		expect((await loggist('drill replay INC-2026-0001 --at 12:00')).stderr).toBe(
			'loggist: --at: The log runs from 09:00 UTC to 11:00 UTC. Name a moment in it, or an entry number.\n',
		);
	});

	it('is refused without a terminal, with what does the same on paper', async () => {
		const session = openSession();
		await withIncident(session);
		const {code, stdout, stderr} = await session.loggist('drill replay INC-2026-0001');
		expect({code, stdout}).toEqual({code: 2, stdout: ''});
		expect(stderr).toContain('drill replay INC-2026-0001 --at 14:30');
		expect(stderr).toContain('board --as-of 14:30');
	});

	it('plays a file that export jsonl wrote, without a ledger, and refuses one whose chain is broken', async () => {
		const session = openSession();
		await withIncident(session);
		const {folder, loggist} = session;
		const file = path.join(folder, 'log.jsonl');
		await loggist(`export jsonl -o ${file}`);
		const call = 'drill replay --at 10:30';
		const elsewhere = openSession();
		expect((await elsewhere.loggist(call.replace('--at', `${file} --at`))).stdout).toBe((await loggist(call)).stdout);
		expect(readdirSync(elsewhere.folder)).toEqual([]);

		writeFileSync(file, readFileSync(file, 'utf8').replace('still open', 'long closed'));
		const {code, stdout, stderr} = await loggist(`drill replay ${file} --at 10:30`);
		expect({code, stdout}).toEqual({code: 1, stdout: ''});
		expect(stderr).toMatch(/log\.jsonl is not as it was written: entry 3: .*hash does not fit/u);
		writeFileSync(file, 'no log\n');
		expect((await loggist(`drill replay ${file}`)).code).toBe(2);
		expect((await loggist(`drill replay ${folder}/none.jsonl`)).stderr).toContain('There is no file');
	});

	it.each(['medcaribe-bec', 'gitlab-2017-01-31', 'lost-laptop', 'ransomware'])('plays what ships as %s', async name => {
		const {loggist, folder} = openSession();
		const {code, stdout, stderr} = await loggist(`drill replay ${name} --at end`);
		expect({code, stderr}).toEqual({code: 0, stderr: ''});
		expect(stdout).toMatch(/^(?:EXERCISE )?(?:INC|DRILL)-/u);
		expect(readdirSync(folder)).toEqual([]);
	});

	it('says what cannot be replayed, and how fast and how long it may be', async () => {
		const {loggist} = openSession();
		expect((await loggist('drill replay INC-2026-0009')).stderr).toContain(
			'There is no incident INC-2026-0009 to replay.',
		);
		expect((await loggist('drill replay')).stderr).toContain('There is no incident to replay.');
		expect((await loggist('drill replay lost-laptop --speed max')).stderr).toContain('from 1 to 1000');
		expect((await loggist('drill replay lost-laptop --speed 0')).code).toBe(2);
		expect((await loggist('drill replay lost-laptop --skip-idle soon')).stderr).toContain('30s or 2m');
		expect((await loggist('drill replay lost-laptop --from yesterday --at end')).code).toBe(0);
		expect((await loggist('drill replay lost-laptop --from 99')).stderr).toContain('--from: There is no entry 99.');
		expect((await loggist('drill replay lost-laptop --from 5m --until 2m')).stderr).toContain('it lies before --from');
		expect((await loggist('drill replay a b')).stderr).toContain('drill replay takes');
	});

	it('leaves the ledger as it is, byte by byte', async () => {
		const session = openSession();
		await withIncident(session);
		const before = digests(session);
		await session.loggist('drill replay INC-2026-0001 --at 10:00');
		await session.loggist('drill replay INC-2026-0001');
		expect(digests(session)).toEqual(before);
	});
});
