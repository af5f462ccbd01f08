import {cpSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {expected, openSession, type Session} from '../support/shell.ts';

const fixtures = path.join(import.meta.dirname, '..', '..', 'fixtures', 'imports');

/** An incident in London, and the fixtures in the folder of the test. */
const declared = async (): Promise<Session> => {
	const session = openSession();
	cpSync(fixtures, session.folder, {recursive: true});
	await session.play(`
		09:50 $ loggist declare Payments severity:S2 kind:security zone:Europe/London
		09:51 $ loggist assign im @"Priya Shah"
	`);
	return session;
};

/** A transcript in which FOLDER is the folder of the test. */
const played = async (session: Session, transcript: string): Promise<string> =>
	(await session.play(transcript.replaceAll('FOLDER', session.folder))).replaceAll(session.folder, 'FOLDER');

const stories: readonly (readonly [name: string, transcript: string])[] = [
	[
		'a table becomes what its kinds say, whoever is new joins, and importing it again writes nothing',
		`
		12:00 $ loggist import csv FOLDER/timeline.csv
		4 13:00 sam: entries 5 to 13 are imported from timeline.csv (csv), because it was kept in another timeline
		5 09:41 Chen Wei: First alert: outbound traffic from host 17, ten times the usual (imported from csv)
		6 09:44 Chen Wei: F1 suspected: Supplier token reused from an address in another country (imported from csv)
		7 09:50 Priya Shah: Mia Berg joins (@mia) (imported from csv)
		8 09:50 Priya Shah: A1 Isolate host 17: Mia Berg, report by 10:20 BST (imported from csv)
		9 09:52 sam: F2 known: Host 17 sends card data to 203.0.113.9 (imported from csv)
		10 09:55 Priya Shah: D1 Payments offline ⏎ until host 17 is clean; decided by Priya Shah (imported from csv)
		11 10:02 Tom Achebe: M1 drafted for users: Some card payments fail. Next update by 11:00. (imported from csv)
		12 10:02 Tom Achebe: M1 sent (imported from csv)
		13 10:08 Mia Berg: evidence X1 taken: Disk image of host 17, kept by Mia Berg (imported from csv)
		! 9 entries imported from timeline.csv into INC-2026-0001.
		12:05 $ loggist import csv FOLDER/timeline.csv
		! Everything that is meant of timeline.csv is in INC-2026-0001 already: nothing to do.
		`,
	],
	[
		'a paper log goes on over midnight, keeps what was written out of order, and lines that go on',
		`
		12:00 $ loggist import lines FOLDER/paper-log.txt --because "the ledger was not there yet"
		4 13:00 sam: entries 5 to 11 are imported from paper-log.txt (lines), because the ledger was not there yet
		5 2026-06-01 22:10 BST sam: Call from the payments provider: transfers are declined (imported from lines)
		6 2026-06-01 22:14 BST sam: Called the analyst on duty ⏎ no answer, left a message (imported from lines)
		7 2026-06-01 22:31 BST sam: Analyst calls back, looks at the traffic of host 17 (imported from lines)
		8 2026-06-01 23:58 BST sam: Traffic confirmed, ten times the usual (imported from lines)
		9 00:12 sam: Duty manager informed (imported from lines)
		10 00:09 sam: (written late) Analyst asks for the disk image to be kept (imported from lines)
		11 00:40 sam: Handed over to the incident desk (imported from lines)
		! 7 entries imported from paper-log.txt into INC-2026-0001.
		`,
	],
	[
		'lines from standard input without a day end by now, and that is said',
		`
		12:00 $ loggist import lines - --as priya
		< 23:50 first call
		< 00:10 second call
		4 13:00 Priya Shah: entries 5 to 6 are imported from standard input (lines), because it was logged on paper
		5 2026-06-01 23:50 BST Priya Shah: first call (imported from lines)
		6 00:10 Priya Shah: second call (imported from lines)
		! 2 entries imported from standard input into INC-2026-0001.
		! No line says which day it was: the first was taken to be 2026-06-01.
		`,
	],
	[
		'Slack brings what people said around the incident, in names and not in ids, and each message once',
		`
		11:00 $ loggist import slack FOLDER/slack
		4 12:00 sam: entries 5 to 8 are imported from slack (slack), because it was said in Slack
		5 10:42 Chen Wei: Host 17 sends card data to 203.0.113.9 & 203.0.113.10, see the host list (https://wiki.example/hosts) (imported from slack)
		6 10:43 Priya Shah: (in the thread of 10:42) @Chen Wei isolate it, I tell #general <now> (edited) (imported from slack)
		7 10:44 Priya Shah: Payments are down, we are on it: #incident-payments (imported from slack)
		8 10:50 Chen Wei: [file: netflow.png] (imported from slack)
		! 4 entries imported from slack into INC-2026-0001.
		! Meant is what was said from 2026-06-02 10:40 BST to 2026-06-02 12:00 BST: --since and --until, or --reaction, choose otherwise.
		! 3 messages of bots, of joining and of leaving were left out.
		11:01 $ loggist import slack FOLDER/slack --reaction :pushpin:
		! Everything that is meant of slack is in INC-2026-0001 already: nothing to do.
		`,
	],
	[
		'of Slack a reaction, a channel, a window or the folder of one channel may be meant',
		`
		12:30 $ loggist import slack FOLDER/slack --reaction pushpin --channel general
		4 13:30 sam: entry 5 is imported from slack (slack), because it was said in Slack
		5 10:44 Priya Shah: Payments are down, we are on it: #incident-payments (imported from slack)
		! 1 entry imported from slack into INC-2026-0001.
		12:31 $ loggist import slack FOLDER/slack/general --since "13:00"
		6 13:31 sam: entry 7 is imported from general (slack), because it was said in Slack
		7 13:00 U04GONE: Lunch? (imported from slack)
		! 1 entry imported from general into INC-2026-0001.
		! Not in users.json, and so called by what Slack calls them: U04GONE.
		12:32 $ loggist import slack FOLDER/slack --channel nope
		! loggist: There is no channel nope in slack. Nothing was written. There is general, incident-payments.
		[2]
		`,
	],
	[
		'PagerDuty tells its log entries oldest first, and again only what is new',
		`
		12:00 $ loggist import pagerduty FOLDER/pagerduty.json --until 10:45
		4 13:00 sam: entries 5 to 6 are imported from pagerduty.json (pagerduty), because PagerDuty recorded it
		5 10:41 PagerDuty: Payments: triggered: Outbound traffic of host 17 (imported from pagerduty)
		6 10:41 PagerDuty: Payments: Mia Berg notified by sms (imported from pagerduty)
		! 2 entries imported from pagerduty.json into INC-2026-0001.
		! 4 lie outside the times that were asked for.
		12:01 $ loggist import pagerduty FOLDER/pagerduty.json
		7 13:01 sam: entries 8 to 11 are imported from pagerduty.json (pagerduty), because PagerDuty recorded it
		8 10:46 PagerDuty: Payments: escalated to Chen Wei (imported from pagerduty)
		9 10:47 Chen Wei: PagerDuty: acknowledged (imported from pagerduty)
		10 10:55 Chen Wei: Traffic goes to 203.0.113.9 (imported from pagerduty)
		11 12:02 Chen Wei: PagerDuty: resolved (imported from pagerduty)
		! 4 entries imported from pagerduty.json into INC-2026-0001.
		! 2 were imported before and left alone.
		`,
	],
];

describe('loggist import', () => {
	it.each(stories)('%s', async (_, transcript) => {
		const session = await declared();
		expect(await played(session, transcript)).toBe(expected(transcript));
		expect(await session.loggist('verify')).toMatchObject({code: 0});
	});
});

/** Files that say something wrong, and the place and the mend that are named. */
const wrong: readonly (readonly [format: string, file: string | Uint8Array, ...said: readonly string[]])[] = [
	['csv', 'when did,what\n10:00,x\n', 'line 1: the header names no column occurred.', 'occurred,by,kind,text'],
	['csv', 'occurred,by\n10:00,x\n', 'line 1: the header names no column text.'],
	['csv', 'occurred,text\n09:00,a\n"10:00","b\n', 'line 3: Quote Not Closed', 'between quotes'],
	['csv', 'occurred,text\n09:00,"a\nb"\nyesterdayish,c\n', 'line 4, occurred: yesterdayish is not read as a time.'],
	['csv', 'occurred,text\n09:00,a,b\n', 'line 2: it has 3 fields where the header has 2.'],
	['csv', 'occurred,text\n2026-06-03T10:00Z,a\n', 'line 2, occurred: ', 'is still to come'],
	['csv', 'occurred,text,kind\n09:00,a,rumour\n', 'line 2, kind: there is no kind “rumour”.', 'Name one of note,'],
	['csv', 'occurred,text,kind\n09:00,a,constructor\n', 'line 2, kind: there is no kind “constructor”.'],
	['csv', 'occurred,text\n09:00, \n', 'line 2, text: it says nothing.'],
	['csv', 'occurred,text,owner\n09:00,a,Mia\n', 'line 2, owner: a note has none.'],
	['csv', 'occurred,text,kind,due\n09:00,a,action,soonish\n', 'line 2, due: soonish is not read as a time.'],
	['csv', 'occurred,text,kind,owner\n09:00,a,action,@mia\n', 'line 2: Nobody here is called mia.'],
	['csv', new Uint8Array([0x6f, 0xff, 0xfe]), 'is not UTF-8 text.'],
	['csv', new Uint8Array([0x50, 0x4b, 3, 4, 0]), 'is an archive or a spreadsheet', 'Unpack it'],
	['csv', 'occurred,text\n09:00,a\0b\n', 'line 2: It cannot be kept: entry.event.text holds a NUL character.'],
	['lines', '09:00 a\nhello\n', 'line 2: it begins with no time: “hello”.'],
	['lines', '09:00 a\n25:10 b\n', 'line 2: there is no such time of day: “25:10 b”.'],
	['lines', '09:00 a\n10:00\n', 'line 2: it has a time and says nothing.'],
	['lines', 'Wed 2 Jun\n09:00 a\n', 'line 1: 2026-06-02 is a Tuesday, not a Wednesday.'],
	['lines', '2026-02-30 09:00 a\n', 'line 1: '],
	['lines', '09:00 a\n2026-06-01\n10:00 b\n', 'line 1: no day stands before it, and one stands on line 2.'],
	['lines', '2026-06-02\n22:00 a\n', 'line 2: It happened at 2026-06-02T21:00:00.000Z, which is yet to come.'],
	['pagerduty', 'x', 'is not valid JSON.'],
	['pagerduty', '{}', 'it holds no log_entries.'],
	[
		'pagerduty',
		'[{"id":"a","type":"x","created_at":"2026-06-02T09:00:00Z"},{"id":"b","type":"x","created_at":"Tue"}]',
		'log entry 2, created_at: must be a moment',
	],
	['pagerduty', '[{"type":"x","created_at":"2026-06-02T09:00:00Z"}]', 'log entry 1, id: '],
];

describe('a file that says something wrong', () => {
	it.each(wrong.map(([format, file, ...said]) => ({format, file, said})))(
		'is refused with its place, and nothing of it is written: $format $file',
		async ({format, file, said}) => {
			const session = await declared();
			const named = path.join(session.folder, 'bad.file');
			writeFileSync(named, file);
			const {code, stdout, stderr} = await session.call(['--now', '2026-06-02T12:00:00Z', 'import', format, named]);
			expect(code).toBeGreaterThan(0);
			expect(stdout).toBe('');
			for (const words of ['bad.file', 'Nothing was written.', ...said]) {
				expect(stderr).toContain(words);
			}

			expect(await session.json('log --json')).toHaveLength(3);
		},
	);

	it('is named by its day and message in Slack', async () => {
		const session = await declared();
		const day = path.join(session.folder, 'slack', 'general', '2026-06-02.json');
		writeFileSync(day, '[{"type":"message","text":"a","ts":"1780393440.000100"},{"type":"message","ts":1780393441}]');
		expect(await session.loggist(`--now 2026-06-02T12:00:00Z import slack ${session.folder}/slack`)).toMatchObject({
			code: 2,
			stderr: expect.stringContaining('general/2026-06-02.json, message 2, ts: '),
		});
		expect(await session.json('log --json')).toHaveLength(3);
	});

	it('makes nothing urgent that nobody can undo, and hides nothing that somebody still has to do', async () => {
		const session = await declared();
		await session.loggist('assign im @"Priya Shah"');
		await session.loggist(`--now 2026-06-05T12:00:00Z import csv ${session.folder}/timeline.csv`);
		const asked = await session.json('--now 2026-06-05T12:00:00Z prompts --json');
		const of = (rule: string) => JSON.stringify((asked as {rule: string}[]).filter(one => one.rule === rule));
		expect(of('C1')).toContain('"severity":"warn"');
		expect(of('H6')).toContain('stands as working since 2 Jun 09:50 BST, longer than any shift');
		expect(of('H6')).not.toContain('"severity":"urgent"');
		expect(of('A7')).toContain('"severity":"urgent"');
	});

	it('may be no folder, no export, or an archive of one', async () => {
		const session = await declared();
		for (const [named, said] of [
			['pagerduty.json', 'An archive is not unpacked here'],
			['nowhere', 'There is no file'],
			['.', 'is no Slack export'],
		] as const) {
			expect(await session.loggist(`import slack ${path.join(session.folder, named)}`)).toMatchObject({
				code: 2,
				stderr: expect.stringContaining(said),
			});
		}
	});

	it('is not asked with a flag that it does not hear', async () => {
		const session = await declared();
		expect(await session.loggist(`import csv ${session.folder}/timeline.csv --reaction x`)).toMatchObject({
			code: 2,
			stderr: 'loggist: import csv does not take --reaction. import slack does.\n',
		});
	});
});
