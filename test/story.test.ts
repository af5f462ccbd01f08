import {describe, expect, it} from 'vitest';
import {readMarkdown, rowsUnder, struckIn, textOf} from './documents/reading.ts';
import {expected, openSession, type Session} from './support/shell.ts';

type Asked = {readonly rule: string; readonly subject: string; readonly putAt: string | null};

const instant = (clock: string): string => `2026-06-02T${clock.padEnd(8, ':00')}Z`;

/** What doctrine asks at a time: `A1 A2`, and `S3 priya (put)` where the Incident Manager's decision is awaited. */
const askedAt = async ({json}: Session, clock: string): Promise<ReadonlySet<string>> => {
	const asked = (await json(`prompts --json --now ${instant(clock)}`)) as readonly Asked[];
	return new Set(
		asked.map(
			({rule, subject, putAt}) => `${rule}${subject === '' ? '' : ` ${subject}`}${putAt === null ? '' : ' (put)'}`,
		),
	);
};

const named = (mark: string, names: readonly string[]): readonly string[] =>
	names.length === 0 ? [] : [`\t${mark} ${names.toSorted().join(', ')}`];

/**
 * Tells a story: `10:05 @priya: line` is said then and there, `10:05` alone lets the time pass. Gives it back with what
 * doctrine began (`+`) and ceased (`-`) to ask at each of its lines.
 */
const tell = async (session: Session, story: string): Promise<string> => {
	const told: string[] = [];
	let standing: ReadonlySet<string> = new Set();
	for (const text of expected(story).split('\n')) {
		const {clock, who, line} =
			/^(?<clock>\d\d:\d\d(?::\d\d)?)(?: @(?<who>\w+): (?<line>.*))?$/u.exec(text)?.groups ?? {};
		if (clock === undefined) {
			// A heading, or what doctrine is expected to ask.
			told.push(...(text.startsWith('\t') ? [] : [text]));
			continue;
		}

		if (line !== undefined) {
			const ending = await session.loggist(`run - --now ${instant(clock)}`, {
				input: `[${instant(clock)} @${who}] ${line}`,
			});
			expect(ending, text).toMatchObject({code: 0, stderr: ''});
		}

		const asked = await askedAt(session, clock);
		told.push(
			text,
			...named(
				'+',
				[...asked].filter(one => !standing.has(one)),
			),
			...named(
				'-',
				[...standing].filter(one => !asked.has(one)),
			),
		);
		standing = asked;
	}

	return told.join('\n');
};

const story = `
	An intruder is in the payments database. Nobody is in command yet.
	10:00 @sam: declare Payments database exposed severity:S2 kind:security data:personal
		+ E5, E6 data-access-unit, H2, L1, R1 im, R3 deputy, R3 secretariat, R4 analyst, R5 privacy, R7 sme, T2, T4
	10:01 @sam: assign im @"Priya Shah"
		- R1 im
	10:01 @sam: assign deputy @"Tom Achebe"
		- R3 deputy
	10:02 @sam: assign secretariat @"Sam Ó Briain"
		- R3 secretariat

	The team has assembled, and for five minutes nobody writes anything down.
	10:05:59
	10:06
		+ G4
	10:06 @sam: know card data leave host 17 for an unknown address
		- G4, T4
	10:07 @sam: assign analyst @"Chen Wei"
		- R4 analyst, R7 sme
	10:07 @sam: assign privacy @"Ana Reis"
		- R5 privacy

	Eight experts come in, and every one of them reports to Priya.
	10:08 @sam: assign sme @"Mia Berg"
	10:08 @sam: assign sme @"Ola Berg"
		+ S1 priya
	10:08 @sam: assign sme @"Uri Berg"
	10:08 @sam: assign sme @"Eva Berg"
		+ S2 priya
		- S1 priya
	10:09 @sam: assign sme @"Leo Berg"
		+ S3 priya
		- S2 priya
	10:09 @sam: assign sme @"Zoe Berg"
	10:09 @sam: assign sme @"Max Berg"
	10:09 @sam: assign sme @"Ida Berg"
	10:10 @sam: answer S3 put
		+ H1, S3 priya (put)
		- S3 priya

	A suspicion, and three actions: one in good order, one that nobody owns, one that will be late.
	10:11 @chen: suspect the supplier's token was used twice
		+ T4 F2
	10:12 @priya: action isolate host 17 @mia by 10:40
	10:12 @priya: action call the supplier
		+ A1 A2, A2 A2
	10:13 @priya: action look for the token in the logs tests:F2 @uri by 10:24
		- T4 F2
	10:13:30 @mia: ack A1
	10:14:59
	10:15
		+ A4 A3
	10:15 @uri: ack A3
		- A4 A3
	10:16 @priya: reassign A2 @eva
		- A1 A2
	10:16 @priya: extend A2 by 11:30
		- A2 A2
	10:17 @eva: ack A2

	A decision without its reason, and with it.
	10:19 @priya: decide payments go offline
		+ E1 D1, E2 D1, E3 D1
	10:20 @sam: justify D1 because card data are still leaking
		- E1 D1

	Uri's time is nearly up, and then it is up. He gets ten minutes and does not use them.
	10:21:59
	10:22
		+ A5 A3
	10:24
		+ A6 A3
		- A5 A3
	10:24:30 @sam: answer A6 A3 defer until 10:34
		- A6 A3

	What was put to Priya comes back after a quarter of an hour. She splits off a sub-team, as the prompt offers.
	10:24:59
	10:25
		+ S3 priya
		- S3 priya (put)
	10:26 @priya: answer S3 do
		+ S1 priya, S5 #alpha
		- S3 priya
	10:27 @priya: brief alpha find the leaked keys by 11:15
		- S5 #alpha
	10:28 @sam: note sub-team alpha speaks to Priya through its lead
	10:28 @sam: answer S1 na because Priya has run ten before
		- S1 priya

	10:33:59
	10:34
		+ A6 A3
	10:35 @uri: done A3
		+ A12 A3, T4 F2
		- A6 A3
	10:35 @uri: done A3 the token was used once result:success
		- A12 A3
	10:36 @priya: refute F2 because the token was used once
		- T4 F2

	A slip of the tongue: the Incident Manager does nothing herself. It is struck, and stays readable.
	10:37 @sam: action restart host 17 @priya by 11:00
		+ A8 A4
	10:37 @sam: strike 50 because Mia was meant, and host 17 stays off
		- A8 A4
	10:37 @mia: report A1 host 17 is off the network by 11:00

	Two cannot command, and who commands does nothing else.
	10:38 @sam: assign im @tom
		+ R2 im
	10:38 @sam: relieve im @tom
		- R2 im
	10:39 @sam: assign sme @priya
		+ R12 ola, R6 priya
	10:39 @sam: relieve sme @priya
		- R6 priya

	Ten minutes of silence, and an entry that comes late.
	10:48:59
		+ T5
	10:49
		+ G5
	10:50 @sam: note nothing to report
		- G5
	10:52 @sam: note the bank rang at 10:45
		+ G3 58
	10:52 @sam: explain 58 because both lines were taken
		- G3 58

	Mia's time passes, and so does the next one that she names: twice late is stuck.
	10:58
		+ A5 A1
	11:00
		+ A6 A1
		- A5 A1
	11:01 @mia: report A1 waiting for the switch by 11:05
		+ H4 priya
		- A6 A1
	11:05
		+ A6 A1, A7 A1
	11:06 @mia: done A1 host 17 is off the network result:success
		- A6 A1, A7 A1
	11:07 @eva: done A2 the supplier has locked the token result:success

	The leak is closed, and so is the incident. What is asked now is what comes after it.
	11:10 @priya: phase warm because nothing leaks
		+ P1 containment, P2 bau, P2 clean
		- E2 D1, E3 D1, H1, H2, R12 ola, T2
	11:30
	11:31 @priya: merge alpha because the keys are found
		+ S3 priya
	11:32 @priya: close because the keys are changed and nothing leaks
		+ P10, P4, P6, P7, P9
		- E5, E6 data-access-unit, H4 priya, L1, S3 priya, T5
	12:00
`;

describe('a security incident with personal data, from its declaration to the exported log', () => {
	it('doctrine asks exactly when it should, and stops when it is answered', async () => {
		expect(await tell(openSession(), story)).toBe(expected(story));
	});

	it('its export has one row for each entry, and what was struck is shown struck', async () => {
		const session = openSession();
		await tell(session, story);
		const now = `--now ${instant('12:00')}`;
		const {stdout} = await session.loggist(`export markdown ${now}`);
		const rows = rowsUnder(readMarkdown(stdout), 'Log');
		const entries = (await session.json('log --json')) as readonly {
			readonly number: number;
			readonly text: string;
			readonly struck: boolean;
		}[];
		expect(rows.map(cells => Number(cells[0] && textOf(cells[0])))).toEqual(entries.map(one => one.number));

		const struck = rows.filter(cells => cells.some(cell => struckIn(cell) !== ''));
		expect(entries.filter(one => one.struck)).toMatchObject([
			{number: 50, text: expect.stringContaining('restart host 17')},
		]);
		expect(struck.map(cells => cells.map(cell => textOf(cell)))).toEqual([
			[
				'50',
				expect.stringContaining('10:37'),
				expect.stringContaining('10:37'),
				'Sam Ó Briain',
				'action opened',
				expect.stringMatching(
					/restart host 17.*struck by Sam Ó Briain at 2026-06-02 10:37 UTC, entry 51, because Mia was meant/u,
				),
			],
		]);
		expect((await session.loggist(`export markdown ${now}`)).stdout).toBe(stdout);
		expect(await session.json('verify --json')).toMatchObject({ok: true});
	});
});
