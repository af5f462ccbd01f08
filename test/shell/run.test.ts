import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {expected, openSession} from '../support/shell.ts';

/** What stands in the log: when it happened, when it was written, and what it says. */
const kept = async (session: ReturnType<typeof openSession>): Promise<readonly string[]> => {
	const entries = (await session.json('log --json')) as readonly {
		occurredAt: string;
		recordedAt: string;
		by: string;
		text: string;
	}[];
	return entries.map(({occurredAt, recordedAt, by, text}) => {
		const happened = occurredAt.slice(11, 16);
		const written = recordedAt.slice(11, 16);
		return `${happened}${happened === written ? '' : `, written ${written}`} ${by}: ${text}`;
	});
};

describe('run', () => {
	it('writes lines one by one, with and without the stroke, and passes over remarks', async () => {
		const transcript = `
			10:00 $ loggist run -
			< # What happened this morning
			< declare Payments database exposed severity:S2
			<
			< /assign im @"Priya Shah"
			< note the phones ring
			1 10:00 sam: incident declared: Payments database exposed (operational, S2)
			2 10:00 sam: Priya Shah joins (@priya)
			3 10:00 sam: Priya Shah is Incident Manager
			4 10:00 sam: the phones ring
		`;
		expect(await openSession().play(transcript)).toBe(expected(transcript));
	});

	it('stops at the first refusal with its line; what stood before it is written, nothing after it', async () => {
		const session = openSession();
		await session.play('10:00 $ loggist declare Mail is down');
		const transcript = `
			10:05 $ loggist run -
			< note one
			< # a remark counts as a line
			< ack A1
			< note never
			2 10:05 sam: one
			! loggist: line 3: There is no action A1. No action has been recorded yet.
			[1]
			10:06 $ loggist run -
			< note two
			< nota bene
			< note never
			3 10:06 sam: two
			! loggist: line 2: There is no verb nota. Did you mean data or note?
			[1]
			10:07 $ loggist run -
			< [25:61] note never
			! loggist: line 1: 25:61 is no time of day. Write it as 14:05, 2pm or 1405.
			[1]
			10:08 $ loggist log
			1 10:00 sam: incident declared: Mail is down (operational, S3)
			2 10:05 sam: one
			3 10:06 sam: two
		`;
		expect(await session.play(transcript)).toBe(expected(transcript));
	});

	it('with --now the clock moves with the stamps, over midnight too, and never back', async () => {
		const session = openSession();
		const lines = [
			'[22:00] declare Mail is down',
			'[22:05 @Priya Shah] note the queue grows',
			'note at the same moment',
			'[2026-06-02T23:50:00Z @"Tom Achebe"] note by the whole stamp',
			'[00:10] note past midnight',
			'[00:05] note a little out of order',
			'[09:30] note in the morning',
			'[tomorrow 09:00] note a day later',
		];
		const {code, stderr} = await session.loggist('run - --now 2026-06-02T21:00:00Z', {input: lines.join('\n')});
		expect({code, stderr}).toEqual({code: 0, stderr: ''});
		expect(await kept(session)).toEqual([
			'22:00 sam: incident declared: Mail is down (operational, S3)',
			'22:05 Priya Shah: the queue grows',
			'22:05 sam: at the same moment',
			'23:50 Tom Achebe: by the whole stamp',
			'00:10 sam: past midnight',
			'00:05, written 00:10 sam: a little out of order',
			'09:30 sam: in the morning',
			'09:00 sam: a day later',
		]);
		expect(await session.json('board --json')).toMatchObject({head: {number: 8}});
		expect(await session.json('log --json --since 2026-06-04 --now 2026-06-05T00:00:00Z')).toMatchObject([
			{recordedAt: '2026-06-04T09:00:00.000Z'},
		]);
	});

	it('by the wall’s clock a stamp is when it happened, and the entry is written now', async () => {
		const session = openSession();
		const {code} = await session.loggist('run -', {
			input: '[2026-06-02T10:00:00Z] declare Mail is down\n[2026-06-02T10:05:00Z @priya] note the queue grows\n',
		});
		expect(code).toBe(0);
		expect(await session.json('log --json')).toMatchObject([
			{occurredAt: '2026-06-02T10:00:00.000Z', late: true},
			{
				occurredAt: '2026-06-02T10:05:00.000Z',
				by: 'priya',
				late: true,
				recordedAt: expect.not.stringContaining('2026-06-02'),
			},
		]);
		expect(await session.loggist('run -', {input: '[in 5 min] note x'})).toMatchObject({
			code: 1,
			stderr: expect.stringContaining('line 1: '),
		});
	});

	it('reads times in a line at the moment of its stamp', async () => {
		const session = openSession();
		await session.loggist('run - --now 2026-06-02T09:00:00Z', {
			input: '[10:00] declare Mail is down\n[10:10] action look by 20m\n[12:00] action look again by 11:30\n',
		});
		expect(await session.json('board --json')).toMatchObject({
			actions: [{due: '2026-06-02T10:30:00.000Z'}, {due: '2026-06-03T11:30:00.000Z'}],
		});
	});

	it('does so by the wall’s clock as well, and what is due was due by now', async () => {
		const session = openSession();
		const {code} = await session.loggist('run -', {
			input:
				'[2026-06-02T10:00:00Z] declare Mail is down data:yes zone:UTC\n' +
				'[2026-06-02T10:09:00Z @priya] action isolate host 17 by 20m\n' +
				'[2026-06-02T10:10:00Z @priya] clock gdpr since 09:50\n',
		});
		expect(code).toBe(0);
		expect(await session.json('board --json')).toMatchObject({
			actions: [{due: '2026-06-02T10:29:00.000Z'}],
			clocks: [{anchorAt: '2026-06-02T09:50:00.000Z'}],
		});
	});

	it('--at holds where a line has no stamp', async () => {
		const session = openSession();
		await session.loggist('run - --now 2026-06-02T10:00:00Z --at 09:55', {
			input: 'declare Mail is down\n[09:57] note x\n',
		});
		expect(await kept(session)).toEqual([
			'09:55, written 10:00 sam: incident declared: Mail is down (operational, S3)',
			'09:57, written 10:00 sam: x',
		]);
	});

	it('--json gives the entries written, also when a line is refused', async () => {
		const session = openSession();
		const {code, stdout} = await session.loggist('run - --json', {
			input: 'declare Mail is down\nnote one\nack A1\nnote never\n',
		});
		expect(code).toBe(1);
		expect(JSON.parse(stdout)).toMatchObject([{number: 1}, {number: 2, text: 'one'}]);
		expect(await session.loggist('run - --json', {input: ''})).toEqual({code: 0, stdout: '[]\n', stderr: ''});
		expect(await session.loggist('run - --json --incident INC-1', {input: 'note x'})).toMatchObject({
			code: 2,
			stdout: '',
		});
	});

	it('goes on in the incident that a line declares', async () => {
		const session = openSession();
		await session.loggist('run - --now 2026-06-02T10:00:00Z', {
			input: 'declare First\nassign im @"Priya Shah"\ndeclare Second\nnote in the second\nassign im @"Pia Berg"\n',
		});
		expect(await session.json('log --json --incident INC-2026-0002')).toMatchObject([
			{},
			{text: 'in the second'},
			{text: 'Pia Berg joins (@pia)'},
			{},
		]);
		expect(await session.json('log --json --incident INC-2026-0001')).toHaveLength(3);
	});

	it('stops at what is said after the closing', async () => {
		const session = openSession();
		const ending = await session.loggist('run -', {input: 'declare Mail is down\nclose\nphase warm\n'});
		expect(ending).toMatchObject({
			code: 1,
			stderr: expect.stringMatching(/line 3: INC-\S+ is closed\. Open it again: reopen/u),
		});
		expect((await session.loggist('export markdown')).code).toBe(0);
	});

	it('takes a file with the line ends and the mark of another system', async () => {
		const session = openSession();
		const file = path.join(session.folder, 'mail.lines');
		writeFileSync(file, '\u{FEFF}declare Mail is down\r\nnote ünïcode\r\n');
		expect((await session.call(['run', file])).code).toBe(0);
		expect(await kept(session)).toEqual([expect.stringContaining('Mail is down'), expect.stringMatching(/ünïcode$/u)]);
	});

	it('refuses a file that cannot be read, with 2, and writes nothing', async () => {
		const {folder, call, loggist} = openSession();
		mkdirSync(path.join(folder, 'folder'));
		writeFileSync(path.join(folder, 'latin1.lines'), Uint8Array.of(0x6e, 0x6f, 0x74, 0x65, 0x20, 0xfc));
		for (const [file, says] of [
			[path.join(folder, 'none.lines'), 'There is no file'],
			[path.join(folder, 'folder'), 'is a folder, not a file'],
			[path.join(folder, 'latin1.lines'), 'is not UTF-8 text'],
		] as const) {
			const {code, stdout, stderr} = await call(['run', file]);
			expect({code, stdout}).toEqual({code: 2, stdout: ''});
			expect(stderr).toMatch(/^loggist: [^\n]+\n$/u);
			expect(stderr).toContain(says);
		}

		expect(await loggist('run')).toMatchObject({code: 2, stderr: expect.stringContaining('run takes one file.')});
		expect(await loggist('run a b')).toMatchObject({code: 2});
		expect(await loggist('verify')).toMatchObject({code: 2, stderr: expect.stringContaining('There is no ledger')});
	});
});
