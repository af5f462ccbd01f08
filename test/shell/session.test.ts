import {describe, expect, it} from 'vitest';
import {commands} from '../../source/duties/index.ts';
import {flagName, flagTable, isOn, offName} from '../../source/shell/flags.ts';
import {subcommands} from '../../source/shell/subcommands.ts';
import {expected, openProgram, openSession} from '../support/shell.ts';

const opening = `
	10:00 $ loggist declare Payments database exposed severity:S2 kind:security
	INC-2026-0001
	10:01 $ loggist assign im @"Priya Shah"
	2 10:01 sam: Priya Shah joins (@priya)
	3 10:01 sam: Priya Shah is Incident Manager
`;

/** Plays a transcript that goes on from the opening, and compares every line of it. */
const holds = async (transcript: string): Promise<void> => {
	const session = openSession();
	await session.play(opening);
	expect(await session.play(transcript)).toBe(expected(transcript));
};

describe('a session at the shell', () => {
	it('prints of an entry from another day than today which day that was', async () => {
		const session = openSession();
		await session.play(opening);
		const first = async (now: string) => (await session.loggist(`log --now ${now}`)).stdout.split('\n', 1)[0];
		expect(await first('2026-06-02T22:00:00Z')).toMatch(/^1 10:00 sam: /u);
		expect(await first('2026-06-03T09:00:00Z')).toMatch(/^1 2026-06-02 10:00 UTC sam: /u);
	});

	it('is the same in this process and with the program as it is built', async () => {
		const transcript = `
			10:02 $ loggist action isolate host 17 @priya by 10:30
			4 10:02 sam: A1 isolate host 17: Priya Shah, report by 10:30 UTC
			10:03 $ loggist nota call the supplier
			! loggist: There is no verb nota. Did you mean data or note?
			[2]
			10:03 $ loggist note
			! loggist: note lacks its text. For example: note call from the supplier at 10:50 because the line was busy
			[2]
			10:03 $ loggist ack A9
			! loggist: There is no action A9. The newest is A1.
			[1]
		`;
		for (const session of [openSession(), openProgram()]) {
			await session.play(opening);
			expect(await session.play(transcript)).toBe(expected(transcript));
		}
	});

	it('prints what was written as it stands in the log', async () => {
		await holds(`
			10:02 $ loggist know host 17 sends card data away
			4 10:02 sam: F1 known: host 17 sends card data away
			10:03 $ loggist decide payments offline because card data leak
			5 10:03 sam: D1 payments offline, because card data leak; decided by Priya Shah
			10:09 $ loggist note call from the supplier at 10:04 because the line was busy
			6 10:04 sam: call from the supplier (late, because the line was busy) (late entry)
			10:10 $ loggist strike 4 because it was host 18
			7 10:10 sam: entry 4 struck, because it was host 18
			10:11 $ loggist log --since 10:03
			5 10:03 sam: D1 payments offline, because card data leak; decided by Priya Shah
			6 10:04 sam: call from the supplier (late, because the line was busy) (late entry)
			7 10:10 sam: entry 4 struck, because it was host 18
			10:11 $ loggist log
			1 10:00 sam: incident declared: Payments database exposed (security, S2)
			2 10:01 sam: Priya Shah joins (@priya)
			3 10:01 sam: Priya Shah is Incident Manager
			4 10:02 sam: F1 known: host 17 sends card data away [struck, because it was host 18]
			5 10:03 sam: D1 payments offline, because card data leak; decided by Priya Shah
			6 10:04 sam: call from the supplier (late, because the line was busy) (late entry)
			7 10:10 sam: entry 4 struck, because it was host 18
		`);
	});

	it('asks what doctrine asks, most urgent first', async () => {
		await holds(`
			10:02 $ loggist prompts
			urgent R4 analyst: Security incident: a security analyst must be included. Answers: do, put. (MoJ roles)
			warn   T2: The triage record lacks: source, category, working hypothesis. Answers: do, defer. (MoJ during a security incident; Cydea)
			warn   R3 deputy: No deputy. Appoint one. Answers: do, defer, override. (MoJ roles; PagerDuty)
			warn   R3 secretariat: No secretariat. Appoint one. Answers: do, defer, override. (MoJ roles; PagerDuty)
			warn   R7 sme: No subject matter expert. Who investigates? Answers: do, put. (MoJ roles)
			warn   H2: How often is everybody updated? No cadence is set. Answers: do. (MoJ before an incident)
			advise T4: What is known, what is unknown, what is suspected? Nothing is on record. Answers: do, put. (MoJ roles)
			10:02 $ loggist answer R4 put
			4 10:02 sam: rule R4 about analyst: put to the Incident Manager (asked: Security incident: a security analyst must be included.)
			10:02 $ loggist answer R3 deputy override because two of us only
			5 10:02 sam: rule R3 about deputy: overridden, because two of us only, authorised by Priya Shah (asked: No deputy. Appoint one.)
		`);
	});

	it('holds several incidents; the newest open one is meant unless another is named', async () => {
		await holds(`
			11:00 $ loggist declare Mail is down zone:Europe/London
			INC-2026-0002
			11:01 $ loggist note the queue grows
			2 12:01 sam: the queue grows
			! INC-2026-0002 Mail is down
			11:02 $ loggist note still exposed --incident INC-2026-0001
			4 11:02 sam: still exposed
			11:02 $ loggist note in small letters too --incident inc-2026-0001
			5 11:02 sam: in small letters too
			11:03 $ loggist close because the queue is empty
			3 12:03 sam: incident closed, because the queue is empty
			! INC-2026-0002 Mail is down
			11:04 $ loggist note the newest that is open
			6 11:04 sam: the newest that is open
			! INC-2026-0001 Payments database exposed
			11:05 $ loggist incidents
			INC-2026-0001  S2  hot     2026-06-02 10:00 UTC  Payments database exposed
			INC-2026-0002  S3  closed  2026-06-02 12:00 BST  Mail is down
			11:06 $ loggist verify --incident INC-2026-0009
			! loggist: There is no incident INC-2026-0009. loggist incidents lists them; the newest is INC-2026-0002.
			[2]
		`);
	});

	it('refuses in a closed incident what is over, takes what is still to be said, and exports it', async () => {
		const session = openSession();
		await session.play(opening);
		const transcript = `
			10:05 $ loggist close because nothing leaks
			4 10:05 sam: incident closed, because nothing leaks
			10:06 $ loggist action look again @priya
			! loggist: INC-2026-0001 is closed. Open it again: reopen because …
			[1]
			10:06 $ loggist note thanks to all
			5 10:06 sam: thanks to all
			10:06 $ loggist thank Priya, Tom and Chen
			6 10:06 sam: thanks given to Priya, Tom and Chen
		`;
		expect(await session.play(transcript)).toBe(expected(transcript));
		const {code, stdout, stderr} = await session.loggist('export markdown');
		expect({code, stderr}).toEqual({code: 0, stderr: ''});
		expect(stdout).toMatch(/^# INC-2026-0001 Payments database exposed\n/u);
	});

	it('takes a full name with its blank as one argument, and a quoted key', async () => {
		const session = openSession();
		expect(await session.call(['declare', 'Leak', 'marking:OFFICIAL SENSITIVE'])).toMatchObject({code: 0});
		expect((await session.call(['assign', 'im', '@Sam Ó Briain'])).stdout).toContain('Sam Ó Briain joins (@sam)');
		expect((await session.call(['assign', 'deputy', '@"Tom Achebe"'])).stdout).toContain('Tom Achebe joins (@tom)');
		expect(await session.json('board --json')).toMatchObject({
			incident: {marking: 'OFFICIAL SENSITIVE'},
			roles: [{person: 'Sam Ó Briain'}, {person: 'Tom Achebe'}],
		});
	});
});

describe('without an incident', () => {
	it('every look is calm and says what to do', async () => {
		const transcript = `
			$ loggist
			No incident has been declared. Declare one: loggist declare TITLE severity:S2 kind:security.
			$ loggist board
			No incident has been declared. Declare one: loggist declare TITLE severity:S2 kind:security.
			$ loggist log
			$ loggist log --json
			[]
			$ loggist log --jsonl
			$ loggist prompts --json
			[]
			$ loggist prompts --check
			$ loggist incidents
			$ loggist incidents --json
			[]
			$ loggist note hello
			! loggist: There is no incident yet. Declare one: declare TITLE severity:S2 kind:security.
			[1]
			$ loggist log --incident INC-2026-0001
			! loggist: There is no incident INC-2026-0001. Declare one: loggist declare TITLE.
			[2]
		`;
		expect(await openSession().play(transcript)).toBe(expected(transcript));
	});

	it('a look makes no file, and a check of nothing does not pass', async () => {
		const {loggist, file} = openSession();
		await loggist('board');
		expect(await loggist('verify')).toEqual({
			code: 2,
			stdout: '',
			stderr: `loggist: There is no ledger at ${file}. Name the file with --db; loggist paths tells where it is looked for.\n`,
		});
		expect(await loggist('export markdown')).toMatchObject({
			code: 2,
			stdout: '',
			stderr: expect.stringContaining('There is no incident yet.'),
		});
	});
});

describe('help', () => {
	it('names every verb, call and flag, and exits 0', async () => {
		const {code, stdout, stderr} = await openSession().loggist('--help');
		expect({code, stderr}).toEqual({code: 0, stderr: ''});
		for (const {verb} of commands.filter(one => one.verb !== 'edit' && one.verb !== 'delete')) {
			expect(stdout).toMatch(new RegExp(`^  ${verb} `, 'mu'));
		}

		for (const {name} of subcommands) {
			expect(stdout).toMatch(new RegExp(`^  ${name}`, 'mu'));
		}

		for (const [name, row] of Object.entries(flagTable)) {
			expect(stdout).toContain(isOn(row) ? offName(name) : flagName(name));
		}

		expect(stdout).toContain('Examples');
	});

	it.each([...commands.map(one => one.verb), ...subcommands.map(one => one.name)])(
		'%s --help has a usage and an example',
		async name => {
			const {code, stdout, stderr} = await openSession().call([name, '--help']);
			expect({code, stderr}).toEqual({code: 0, stderr: ''});
			expect(stdout).toMatch(new RegExp(`Usage\n  loggist ${name}\\b[^]*Example\n  loggist ${name}\\b`, 'u'));
		},
	);

	it.each(commands.map(one => one.example))('the example “%s” is read', async example => {
		const session = openSession();
		await session.play(opening);
		const {stderr} = await session.loggist(example);
		// Whether it fits this board is another matter.
		expect(stderr).not.toMatch(/no verb|lacks|not complete|does not know what to do|Unknown/u);
	});
});
