import {createHash} from 'node:crypto';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {formats} from '../../source/documents/index.ts';
import {evidencePages} from '../../source/evidence/index.ts';
import {storyFile} from '../responsibilities/story-file.ts';
import {type Ending, openSession} from '../support/shell.ts';

/*
One incident in which people are named wherever people can be: in the log, its roster, a drill's scenario, an attachment and
the responsibilities file. None of it may be read in anything that is shared without them.
*/

/** Every word by which somebody of the story is known or reached. */
const told =
	/zoltan|quimby|zquimby|yevgenia|ostrowska|yevo|wendeline|vandermeulen|xanthe|ulbricht|xulb|7700\s+900|900\s+123|555-0142|example\.(?:org|net)/iu;

const scenario = `title: Phishing, as Xanthe Ulbricht saw it
start: 2026-06-02T09:00:00.000Z
duration: 30m
state:
  - checkin @"Xanthe Ulbricht"
objectives:
  - id: command
    text: command is taken
injects:
  - number: 1
    at: +0m
    from: Xanthe Ulbricht
    to: im
    text: Xanthe reports a mail from xulb@example.net
    note: Ulbricht is played by Yevgenia
`;

const roster = `handle,name,roles,contact
zquimby,Zoltan Quimby,im,+44 7700 900123
yevo,Yevgenia Ostrowska,,yevo@example.org
`;

const responsibilities = storyFile
	.replaceAll('Priya Shah', 'Zoltan Quimby')
	.replaceAll('priya', 'zquimby')
	.concat('# Wendeline keeps this\n');

type Shared = {readonly loggist: (line: string) => Promise<Ending>; readonly file: string; readonly drill: string};

const lines = [
	'declare Quimby lost a laptop severity:S2 kind:security data:personal',
	'roster roster.csv',
	'assign im @zquimby',
	'assign secretariat @"Wendeline Vandermeulen"',
	'note call Zoltan on 07700 900 123 or (020) 555-0142, or write to z.quimby@example.org',
	'note ask yevo@example.org; Yevgenia’s desk is +44 7700 900123',
	'action ring Wendeline @yevo by 23:59',
	'know Ostrowska opened the mail',
	'decide wipe the laptop because Quimby agrees',
	'message public:yes We are sorry, says Zoltan Quimby',
	'handover im @yevo',
	'close because VANDERMEULEN and zoltan agree',
];

const prepared = async (): Promise<Shared> => {
	const {folder, loggist} = openSession();
	for (const [name, text] of Object.entries({roster, responsibilities, scenario})) {
		writeFileSync(path.join(folder, name === 'roster' ? 'roster.csv' : `${name}.yaml`), text);
	}

	writeFileSync(path.join(folder, 'zoltan-quimby.log'), 'Zoltan was here\n');
	writeFileSync(path.join(folder, 'players.lines'), '+1m @"Xanthe Ulbricht" note Xanthe saw it\n');
	for (const line of lines) {
		const {code, stderr} = await loggist(line.replace('roster.csv', path.join(folder, 'roster.csv')));
		expect([line, code, stderr.replace(/.*is made by.*\n/u, '')]).toEqual([line, 0, '']);
	}

	await loggist(`attach ${folder}/zoltan-quimby.log --command "cat zoltan-quimby.log"`);
	const played = await loggist(`drill run ${folder}/scenario.yaml --script ${folder}/players.lines --speed max --json`);
	return {
		loggist,
		file: path.join(folder, 'responsibilities.yaml'),
		drill: /DRILL-\d+-\d+/u.exec(played.stdout)?.[0] ?? `no drill: ${played.stderr}`,
	};
};

/** Every call that gives something away, by what it is called from. */
const calls = (file: string): readonly string[] => [
	...formats.filter(one => one.name !== 'jsonl').map(one => `export ${one.name}`),
	...['actions', 'roles', 'findings', 'decisions'].map(name => `export csv --object ${name}`),
	...['moj', 'pagerduty', 'sre', 'ccadb'].map(form => `export review --template ${form}`),
	...evidencePages.flatMap(one => [`evidence ${one.name} ${file}`, `evidence ${one.name} ${file} --json`]),
	...['', ' --json', ' --check', ' --format markdown', ' --format html', ' --format csv'].map(
		option => `raci ${file}${option}`,
	),
];

/** As it is read: folded lines joined, entities and escapes as what they stand for. */
const read = (text: string): string =>
	text
		.replaceAll(/\r\n /gu, '')
		.replaceAll(/&#(\d+);|#(\d+);/gu, (_, one, other) => String.fromCodePoint(Number(one ?? other)))
		.replaceAll('\\', '')
		.normalize('NFKD');

describe('what is shared with --redact people', () => {
	it('names nobody and tells no way to reach them, in any format, page and table', async () => {
		const story = await prepared();
		const {loggist, file, drill} = story;
		for (const call of calls(file)) {
			for (const incident of ['INC-2026-0001', drill]) {
				const {code, stdout} = await loggist(`${call} --redact people --incident ${incident}`);
				// A check that finds something ends with 1.
				expect(code, `${call} of ${incident}`).toBeLessThan(2);
				expect(told.exec(read(stdout).replaceAll(file, ''))?.[0], `${call} of ${incident}`).toBeUndefined();
			}
		}

		// What is looked for is there where nothing is taken out.
		const open = await loggist('export markdown --incident INC-2026-0001');
		expect(open.stdout).toMatch(told);
		expect((await loggist(`log --json --incident ${drill}`)).stdout).toMatch(told);
		expect((await loggist(`evidence iso-5.3 ${file}`)).stdout).toMatch(told);
	}, 120_000);

	it('tells no hash of the responsibilities file, against which a name could be tried', async () => {
		const {loggist, file} = await prepared();
		const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
		for (const call of calls(file)) {
			expect((await loggist(`${call} --redact people --incident INC-2026-0001`)).stdout, call).not.toContain(hash);
		}

		expect((await loggist(`raci ${file}`)).stdout).toContain(hash);
	}, 60_000);

	it('says so in every document', async () => {
		const {loggist, file} = await prepared();
		for (const call of calls(file).filter(one => !one.endsWith('--check'))) {
			const {stdout} = await loggist(`${call} --redact people --incident INC-2026-0001`);
			expect(read(stdout), call).toContain('people have other names');
		}
	}, 120_000);

	it('gives the same person the same other name in every format, also when more was written since', async () => {
		const {loggist} = await prepared();
		const opener = async (call: string) =>
			/(Person \d+) opened the mail/u.exec(
				read((await loggist(`${call} --redact people --incident INC-2026-0001`)).stdout),
			)?.[1];
		const first = await opener('export markdown');
		expect(first).toMatch(/^Person \d+$/u);
		const saying = ['export csv', 'export csv --object findings', 'export timesketch', 'export html', 'export sitrep'];
		for (const call of [...saying, 'export curated', 'export handover', 'export timesketch-jsonl']) {
			expect(await opener(call), call).toBe(first);
		}

		await loggist('reopen because of @"Aaron Aardvark" --incident INC-2026-0001');
		for (const call of saying) {
			expect(await opener(call), call).toBe(first);
		}
	}, 120_000);

	it('has the same people in the page of evidence of one incident as in that incident’s own documents', async () => {
		const {loggist, file} = await prepared();
		const flags = '--redact people --incident INC-2026-0001';
		const own = (await loggist(`export csv --object roles ${flags}`)).stdout;
		const page = (await loggist(`evidence iso-5.24-5.28 ${file} ${flags}`)).stdout;
		const managers = new Set(own.match(/Person \d+/gu));
		const named = new Set(page.match(/Person \d+/gu));
		expect(managers.size).toBeGreaterThan(1);
		expect([...managers].filter(one => !named.has(one))).toEqual([]);
	}, 60_000);
});

describe('what is shared with --redact marked', () => {
	it('does not tell on a page of evidence what is withheld, and says how many entries are', async () => {
		const {loggist, file} = await prepared();
		await loggist('reopen because zanzibar --incident INC-2026-0001');
		await loggist('decide tell zanzibar because zanzibar asked --incident INC-2026-0001');
		const {stdout: log} = await loggist('log --json --incident INC-2026-0001');
		const entries: readonly {number: number; text: string}[] = JSON.parse(log);
		for (const {number} of entries.filter(one => one.text.includes('zanzibar'))) {
			await loggist(`withhold ${number} because it names a customer --incident INC-2026-0001`);
		}

		for (const {name} of evidencePages) {
			const {stdout} = await loggist(`evidence ${name} ${file} --redact people,marked --incident INC-2026-0001`);
			expect(stdout, name).not.toMatch(/zanzibar/iu);
			expect(stdout, name).toMatch(/REDACTED: people have other names; [23] entries are withheld\./u);
		}
	}, 60_000);

	it('leaves a responsibilities file as it is, and says why', async () => {
		const {loggist, file} = await prepared();
		const {stdout, stderr} = await loggist(`raci ${file} --redact marked`);
		expect(stderr).toContain('in a responsibilities file there are none');
		expect(stdout).toContain('Zoltan Quimby');
		expect(readFileSync(file, 'utf8')).toContain('Zoltan Quimby');
	});
});
