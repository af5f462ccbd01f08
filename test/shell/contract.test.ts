import {describe, expect, it} from 'vitest';
import {freshFolder, openSession, type Session} from '../support/shell.ts';

const story = `
	10:00 $ loggist declare Payments database exposed severity:S2 kind:security data:personal zone:Europe/London
	10:01 $ loggist assign im @"Priya Shah"
	10:01 $ loggist assign deputy @"Tom Achebe"
	10:01 $ loggist assign sme @"Mia Berg"
	10:01 $ loggist assign sme @"Chen Wei"
	10:02 $ loggist accept im
	10:03 $ loggist split alpha @mia @chen find the leaked keys by 12:00
	10:04 $ loggist action isolate host 17 @mia by 11:20
	10:04 $ loggist action call the supplier
	10:05 $ loggist know host 17 sends card data away
	10:05 $ loggist suspect token reuse
	10:06 $ loggist decide payments offline because card data leak
	10:07 $ loggist note wrong host
	10:08 $ loggist strike 17 because it was another
`;

/** The same incident in a session of its own. */
const told = async (): Promise<Session> => {
	const session = openSession();
	await session.play(story);
	return session;
};

const iso = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u);
const hash = expect.stringMatching(/^[\da-f]{64}$/u);
const later = '--now 2026-06-02T10:30:00Z';

describe('what other programs rely on', () => {
	it('declare prints the reference alone; with --json the entries written', async () => {
		const session = openSession();
		expect(await session.loggist('declare Mail is down --now 2026-06-02T10:00:00Z')).toEqual({
			code: 0,
			stdout: 'INC-2026-0001\n',
			stderr: '',
		});
		expect(await session.json('declare Mail is down again --json --now 2027-01-01T00:00:00Z')).toMatchObject([
			{
				incident: 'INC-2027-0001',
				number: 1,
				kind: 'incident-declared',
				data: {title: 'Mail is down again', severity: 'S3', profile: 'moj'},
			},
		]);
	});

	it('a verb gives an array of entries, of whoever is new too', async () => {
		const session = await told();
		expect(await session.json(`assign analyst @"Ana Reis" --json ${later}`)).toMatchObject([
			{number: 19, kind: 'person-joined', data: {handle: 'ana', name: 'Ana Reis'}},
			{number: 20, kind: 'role-assigned', data: {role: 'analyst', person: 'ana'}},
		]);
	});

	it('a verb for several gives an entry for each, or writes none and says which one stood in the way', async () => {
		const session = await told();
		expect(await session.json(`ack A1 A2 --json ${later}`)).toMatchObject([
			{number: 19, kind: 'action-acknowledged', data: {ref: 'A1'}},
			{number: 20, kind: 'action-acknowledged', data: {ref: 'A2'}},
		]);
		await session.loggist(`done A2 result:success ${later}`);
		expect(await session.loggist(`cancel A1 A2 ${later}`)).toMatchObject({
			code: 1,
			stdout: '',
			stderr: expect.stringContaining('A2 is done already.'),
		});
		expect(await session.json('log --json')).toHaveLength(21);
	});

	it('log --json has every entry with its keys; --jsonl the same, one a line', async () => {
		const session = await told();
		const entries = await session.json('log --json');
		expect(entries).toHaveLength(18);
		expect(entries).toEqual(
			Array.from({length: 18}, (_, index) =>
				expect.objectContaining({
					incident: 'INC-2026-0001',
					number: index + 1,
					occurredAt: iso,
					recordedAt: iso,
					by: 'sam',
					recordedBy: 'loggist',
					kind: expect.any(String),
					text: expect.any(String),
					struck: index + 1 === 17,
					late: false,
					exercise: false,
					hash,
					previousHash: hash,
				}),
			),
		);
		const {stdout} = await session.loggist('log --jsonl');
		expect(stdout.endsWith('}\n')).toBe(true);
		expect(
			stdout
				.trimEnd()
				.split('\n')
				.map((line): unknown => JSON.parse(line)),
		).toEqual(entries);
	});

	it('board --json has the promised keys', async () => {
		const session = await told();
		expect(await session.json(`board --json ${later}`)).toEqual(
			expect.objectContaining({
				incident: expect.objectContaining({
					ref: 'INC-2026-0001',
					title: 'Payments database exposed',
					kind: 'security',
					severity: 'S2',
					phase: 'hot',
					tier: 'bronze',
					exercise: false,
					closedAt: null,
				}),
				roles: [
					expect.objectContaining({
						role: 'im',
						person: 'Priya Shah',
						since: '2026-06-02T10:01:00.000Z',
						accepted: true,
					}),
					expect.objectContaining({role: 'deputy', person: 'Tom Achebe', since: iso, accepted: false}),
					expect.objectContaining({role: 'sme', person: 'Mia Berg', accepted: false}),
					expect.objectContaining({role: 'sme', person: 'Chen Wei', accepted: false}),
				],
				span: [
					expect.objectContaining({supervisor: 'Priya Shah', count: 2}),
					expect.objectContaining({supervisor: 'Mia Berg', count: 1}),
				],
				teams: [expect.objectContaining({name: 'alpha', lead: 'Mia Berg', members: ['Chen Wei']})],
				actions: [
					expect.objectContaining({
						ref: 'A1',
						text: 'isolate host 17',
						owner: 'Mia Berg',
						due: '2026-06-02T10:20:00.000Z',
						status: 'open',
					}),
					expect.objectContaining({ref: 'A2', text: 'call the supplier', owner: null, due: null, status: 'open'}),
				],
				findings: [
					expect.objectContaining({ref: 'F1', certainty: 'known', text: 'host 17 sends card data away'}),
					expect.objectContaining({ref: 'F2', certainty: 'suspected', text: 'token reuse'}),
				],
				decisions: [expect.objectContaining({ref: 'D1', text: 'payments offline', reason: 'card data leak'})],
				messages: [],
				clocks: [],
			}),
		);
	});

	it('board --as-of shows the board as it was known then', async () => {
		const session = await told();
		const then = await session.json('board --json --as-of 11:01 --now 2026-06-02T10:30:00Z');
		expect(then).toMatchObject({
			actions: [],
			teams: [],
			findings: [],
			roles: [{role: 'im', accepted: false}, {}, {}, {}],
			head: {number: 9},
		});
		const {stdout} = await session.loggist('board --as-of 11:01 --now 2026-06-02T10:30:00Z');
		expect(stdout).toContain('No action is open.');
	});

	it('board shows the closing', async () => {
		const session = await told();
		await session.loggist('close because it is over --now 2026-06-02T11:00:00Z');
		expect(await session.json('board --json')).toMatchObject({incident: {closedAt: '2026-06-02T11:00:00.000Z'}});
	});

	it('prompts --json has the promised keys, most urgent first', async () => {
		const session = await told();
		const asked = await session.json(`prompts --json ${later}`);
		for (const rule of ['R4', 'R5']) {
			expect(asked).toContainEqual(expect.objectContaining({rule, severity: 'urgent'}));
		}

		for (const rule of ['R3', 'A1', 'A2', 'A6']) {
			expect(asked).toContainEqual(expect.objectContaining({rule, severity: 'warn'}));
		}

		const ranks = (asked as readonly {readonly severity: string}[]).map(one =>
			['urgent', 'warn', 'advise', 'info'].indexOf(one.severity),
		);
		expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
		expect(asked).toContainEqual({
			rule: 'A1',
			severity: 'warn',
			subject: 'A2',
			text: 'Who owns A2, call the supplier?',
			source: 'MoJ roles',
			answers: ['do'],
			why: expect.any(String),
			offers: [{label: 'name an owner', line: 'reassign A2 @'}],
			putAt: null,
		});
	});

	it('prompts --check exits 1 when something is asked and 0 when nothing is', async () => {
		const session = await told();
		expect((await session.loggist(`prompts --check ${later}`)).code).toBe(1);
		expect((await session.loggist(`prompts ${later}`)).code).toBe(0);
		const nothing = openSession();
		expect(await nothing.loggist(`prompts --check --json ${later}`)).toEqual({code: 0, stdout: '[]\n', stderr: ''});
	});

	it('verify --json tells entries, last hash and trouble', async () => {
		const session = await told();
		expect(await session.json('verify --json')).toEqual({
			ok: true,
			incidents: [{incident: 'INC-2026-0001', ok: true, entries: 18, lastHash: hash, trouble: null}],
		});
	});

	it('incidents --json lists them in the order of their numbers', async () => {
		const session = await told();
		await session.loggist('declare Mail is down --now 2026-06-02T11:00:00Z exercise:yes');
		expect(await session.json('incidents --json')).toMatchObject([
			{
				ref: 'INC-2026-0001',
				title: 'Payments database exposed',
				kind: 'security',
				severity: 'S2',
				phase: 'hot',
				exercise: false,
				closedAt: null,
				declaredAt: '2026-06-02T10:00:00.000Z',
			},
			{ref: 'INC-2026-0002', title: 'Mail is down', exercise: true},
		]);
	});

	it('when --json prints exactly the three keys, on one line', async () => {
		const {loggist} = openSession();
		const now = '--now 2026-06-02T09:00:00Z --tz Europe/London';
		expect(await loggist(`when 10:20 ${now} --json`)).toEqual({
			code: 0,
			stdout: '{"at":"2026-06-02T09:20:00.000Z","local":"10:20","zone":"Europe/London"}\n',
			stderr: '',
		});
		expect(await loggist(`when "20 min" ${now} --json`)).toMatchObject({
			stdout: expect.stringContaining('"2026-06-02T09:20:00.000Z"'),
		});
		expect(await loggist(`when "at 10:20" ${now} --json`)).toMatchObject({
			stdout: expect.stringContaining('"2026-06-01T09:20:00.000Z"'),
		});
		expect(await loggist(`when tomorrow 09:00 ${now}`)).toEqual({
			code: 0,
			stdout: '2026-06-03 09:00 BST, in 23h00\n',
			stderr: '',
		});
	});

	it.each(['when soonish', 'when', 'when "25:99"', 'when 10:20 --tz Moon/Base', 'when 10:20 --now yesterday'])(
		'%s: exit 2, nothing on standard output',
		async line => {
			expect(await openSession().loggist(`${line} --json`)).toEqual({
				code: 2,
				stdout: '',
				stderr: expect.stringMatching(/^loggist: [^\n]+\n$/u),
			});
		},
	);

	it('paths tells where everything is', async () => {
		const {folder, file, json, loggist} = openSession();
		expect(await json('paths --json')).toEqual({
			database: file,
			config: `${folder}/.config/loggist/config.yaml`,
			drafts: `${folder}/.local/state/loggist/drafts`,
			profiles: `${folder}/.config/loggist/profiles`,
			roster: `${folder}/.config/loggist/roster.yaml`,
			responsibilities: `${folder}/.config/loggist/responsibilities.yaml`,
			key: `${folder}/.local/state/loggist/keys/signing.pem`,
			fingerprint: null,
		});
		expect((await loggist('paths')).stdout).toContain(file);
		expect(await json('paths --json', {env: {LOGGIST_DB: ''}})).toMatchObject({
			database: `${folder}/.local/share/loggist/loggist.db`,
		});
		expect(await json('paths --json', {env: {LOGGIST_DB: '', XDG_DATA_HOME: '/somewhere'}})).toMatchObject({
			database: '/somewhere/loggist/loggist.db',
		});
	});

	it('--version prints the version alone', async () => {
		expect(await openSession().loggist('--version')).toEqual({code: 0, stdout: '0.0.0\n', stderr: ''});
	});

	it('JSON on a terminal is as harmless as text, and the same data', async () => {
		const session = await told();
		const text = '\u{1B}[2J \u009b31m \u202egnp \u{E0041}';
		await session.call(['note', '--text', text]);
		const {stdout} = await session.loggist('log --jsonl');
		expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
		expect(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({data: {text}});
	});
});

describe('flags', () => {
	it('stand anywhere', async () => {
		const session = await told();
		const same = await session.json('log --json --incident INC-2026-0001');
		expect(await session.json('--json log --incident=INC-2026-0001')).toEqual(same);
		expect(await session.json('--incident INC-2026-0001 log --json')).toEqual(same);
		expect(
			(await session.call(['note', '--at', '11:05', 'host', '--as', 'tom', '17', '--now', '2026-06-02T10:06:00Z']))
				.stdout,
		).toBe('19 11:05 Tom Achebe: host 17\n');
	});

	it('win over the environment', async () => {
		const session = await told();
		const other = `${freshFolder()}/other.db`;
		await session.loggist(`declare Elsewhere --db ${other}`);
		expect(await session.json(`incidents --json --db ${other}`)).toMatchObject([{title: 'Elsewhere'}]);
		expect(await session.json('incidents --json', {env: {LOGGIST_DB: other}})).toMatchObject([{title: 'Elsewhere'}]);
		expect(await session.json('incidents --json')).toMatchObject([{title: 'Payments database exposed'}]);
		await session.loggist('declare Newer');
		expect(await session.json('board --json', {env: {LOGGIST_INCIDENT: 'INC-2026-0001'}})).toMatchObject({
			incident: {title: 'Payments database exposed'},
		});
		expect(await session.json('board --json')).toMatchObject({incident: {title: 'Newer'}});
		expect(await session.loggist('board', {env: {LOGGIST_INCIDENT: 'INC-1'}})).toMatchObject({code: 2});
	});

	it('--as says on whose behalf; the login that wrote is kept beside it', async () => {
		const session = await told();
		for (const [as, by] of [
			['tom', 'tom'],
			['@tom', 'tom'],
			['Tom Achebe', 'tom'],
			['pri', 'priya'],
			['A stranger', 'A stranger'],
		] as const) {
			expect(JSON.parse((await session.call(['note', 'x', '--json', '--as', as])).stdout)).toMatchObject([
				{by, recordedBy: 'loggist'},
			]);
		}

		expect(await session.json('note x --json', {env: {LOGGIST_AS: 'chen'}})).toMatchObject([{by: 'chen'}]);
		expect(await session.json('note x --json --as mia', {env: {LOGGIST_AS: 'chen'}})).toMatchObject([{by: 'mia'}]);
		expect(await session.json('note x --json', {env: {LOGGIST_AS: ''}})).toMatchObject([
			{by: 'loggist', recordedBy: 'loggist'},
		]);
	});

	it('--as must not mean two', async () => {
		const session = await told();
		await session.loggist('assign sme @"Max Ito"');
		expect(await session.loggist('note x --as m')).toEqual({
			code: 1,
			stdout: '',
			stderr: 'loggist: @m may be Mia Berg or Max Ito. Write @mia or @max.\n',
		});
		expect(await session.loggist('run -', {input: '[@m] note x'})).toMatchObject({
			code: 1,
			stderr: expect.stringContaining('line 1: @m may be'),
		});
	});

	it('--at says when it happened, and is refused when that is still to come', async () => {
		const session = await told();
		expect(await session.json('note x --json --at 11:05 --now 2026-06-02T10:10:00Z')).toMatchObject([
			{occurredAt: '2026-06-02T10:05:00.000Z', recordedAt: '2026-06-02T10:10:00.000Z', late: true},
		]);
		expect(await session.json('note x at 11:06 --json --at 11:05 --now 2026-06-02T10:10:00Z')).toMatchObject([
			{occurredAt: '2026-06-02T10:06:00.000Z'},
		]);
		expect(await session.loggist('note x --at tomorrow --now 2026-06-02T10:10:00Z')).toMatchObject({
			code: 2,
			stdout: '',
		});
	});

	it('--tz is the zone in which typed times are read', async () => {
		const session = await told();
		const due = async (more: string) =>
			session.json(`action look @mia by 15:00 --json --now 2026-06-02T10:10:00Z ${more}`);
		expect(await due('')).toMatchObject([{data: {due: '2026-06-02T14:00:00.000Z'}}]);
		expect(await due('--tz UTC')).toMatchObject([{data: {due: '2026-06-02T15:00:00.000Z'}}]);
		expect(await due('--tz Asia/Tokyo')).toMatchObject([{data: {due: '2026-06-03T06:00:00.000Z'}}]);
		expect(await session.json('declare x --json --tz Asia/Tokyo')).toMatchObject([{data: {zone: 'Asia/Tokyo'}}]);
	});

	it('--text is taken to the letter', async () => {
		const session = await told();
		for (const text of [
			'call @nobody by 14:30 because #alpha',
			'"quoted"',
			"'quoted'",
			'-x y',
			'--db',
			'--',
			'007',
			' blanks ',
			'a\nb',
			'true',
		]) {
			expect(JSON.parse((await session.call(['note', '--json', '--text', text])).stdout)).toMatchObject([
				{data: {text}},
			]);
			expect(JSON.parse((await session.call(['note', '--json', `--text=${text}`])).stdout)).toMatchObject([
				{data: {text}},
			]);
		}

		expect(
			JSON.parse((await session.call(['action', '@mia', 'by', '15:00', '--json', '--text', 'do it by @tom'])).stdout),
		).toMatchObject([{data: {text: 'do it by @tom', owner: 'mia'}}]);
		expect(await session.call(['note', 'twice', '--text', 'said'])).toMatchObject({
			code: 2,
			stderr: expect.stringContaining('The text is given twice'),
		});
		expect(await session.call(['note', '--text', ''])).toMatchObject({
			code: 2,
			stderr: expect.stringContaining('lacks its text'),
		});
	});

	it('--text - takes it from standard input, without the line end that a shell adds', async () => {
		const session = await told();
		expect(await session.json('note --json --text -', {input: 'line one\nline @two\n'})).toMatchObject([
			{data: {text: 'line one\nline @two'}},
		]);
		expect(await session.json('note --json --text -', {input: 'no end'})).toMatchObject([{data: {text: 'no end'}}]);
		expect(await session.loggist('note --text -', {input: Uint8Array.of(0x61, 0xff)})).toEqual({
			code: 2,
			stdout: '',
			stderr: 'loggist: Standard input is not UTF-8 text. Save it as UTF-8, then try again.\n',
		});
	});

	it('words stay words: numbers, a word after a switch, text behind --', async () => {
		const session = await told();
		for (const [argv, text] of [
			[['007', '--json'], '007'],
			[['1e3', '0x10', '1_000', '--json'], '1e3 0x10 1_000'],
			[['--json', 'false', 'alarm'], 'false alarm'],
			[['true', 'story', '--json'], 'true story'],
			[['--json', '--', '-x', '--db', 'y'], '-x --db y'],
			[['--json', '-5 degrees in the room'], '-5 degrees in the room'],
			[['--json', '-5', 'degrees'], '-5 degrees'],
			[['--json', '- a list'], '- a list'],
			[['--json', 'two  blanks'], 'two  blanks'],
			[['--json', '"quoted"'], '"quoted"'],
			[['--json', "it's"], "it's"],
		] as const) {
			expect(JSON.parse((await session.call(['note', ...argv])).stdout)).toMatchObject([{data: {text}}]);
		}
	});

	it('--readonly writes nothing, and makes no file', async () => {
		const session = await told();
		const refusal = {
			code: 1,
			stdout: '',
			stderr: 'loggist: The board is open for reading only. Start again without --readonly to write.\n',
		};
		expect(await session.loggist('note x --readonly')).toEqual(refusal);
		expect(await session.loggist('--readonly declare x')).toEqual(refusal);
		expect(await session.loggist('run - --readonly', {input: 'note x\n'})).toEqual({
			...refusal,
			stderr: refusal.stderr.replace('loggist: ', 'loggist: line 1: '),
		});
		expect(await session.json('log --json --readonly')).toHaveLength(18);
		const fresh = openSession();
		expect(await fresh.loggist('declare x --readonly')).toEqual(refusal);
		expect(await fresh.loggist('verify')).toMatchObject({code: 2});
	});

	it('--since gives what was recorded from then on', async () => {
		const session = await told();
		expect(await session.json('log --json --since 11:06 --now 2026-06-02T10:30:00Z')).toMatchObject([
			{number: 16},
			{number: 17},
			{number: 18},
		]);
		expect(await session.json('log --json --since "2 min ago" --now 2026-06-02T10:30:00Z')).toEqual([]);
	});

	it.each([
		['--nope', 'There is no flag --nope. loggist --help lists the flags.'],
		['note --jsom x', 'There is no flag --jsom.'],
		['log --json-lines', 'There is no flag --json-lines. Did you mean --json?'],
		['note -x', 'There is no flag -x.'],
		['board --db', '--db lacks its value. Write --db PATH.'],
		['board --db --json', '--db lacks its value.'],
		['board --incident ""', '--incident lacks its value.'],
		['board --db a --db b', '--db is given twice. Give it once.'],
		['board --json=yes', '--json takes no value.'],
		['note --text.x=1', 'There is no flag --text.x.'],
		['export markdown -o', '-o lacks its value. Write -o FILE.'],
		['--no-db', 'There is no flag --no-db.'],
	])('%s: exit 2 and one line that tells the mend', async (line, says) => {
		const {call} = openSession();
		const words = line.split(' ').map(word => (word === '""' ? '' : word));
		const {code, stdout, stderr} = await call(words);
		expect({code, stdout}).toEqual({code: 2, stdout: ''});
		expect(stderr).toMatch(/^loggist: [^\n]+\n$/u);
		expect(stderr).toContain(says);
	});
});
