import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {storyFile} from '../responsibilities/story-file.ts';
import {expected, openSession} from '../support/shell.ts';

/** A session whose usual place holds this responsibilities file, or none where it is empty; `file` names another by its path. */
const equipped = (text = storyFile) => {
	const session = openSession();
	const folder = path.join(session.folder, '.config', 'loggist');
	mkdirSync(folder, {recursive: true});
	if (text !== '') {
		writeFileSync(path.join(folder, 'responsibilities.yaml'), text);
	}

	const file = (name: string, contents: string): string => {
		const at = path.join(session.folder, name);
		writeFileSync(at, contents);
		return at;
	};
	return {...session, file};
};

const now = '--now 2026-07-01T12:00:00Z';

const broken = storyFile.replace('accountable: security-manager, informed: board}', 'informed: board}');

describe('raci', () => {
	it('shows the file of the usual place, or the one that is named', async () => {
		const {loggist, file} = equipped();
		const {code, stdout} = await loggist(`raci ${now}`);
		expect(code).toBe(0);
		expect(stdout).toContain('Who answers for what\n====================');
		expect(stdout).toMatch(/^Keep the management system +R A +C +I$/mu);
		expect(
			(await loggist(`raci ${file('other.yaml', storyFile.replace('Who answers', 'Who knows'))}`)).stdout,
		).toContain('Who knows for what');
	});

	it('--check names each line, and exits 1 only where a task lacks somebody', async () => {
		const {loggist, folder, file} = equipped();
		const whole = await loggist(`raci --check ${now}`);
		expect(whole).toEqual({
			code: 0,
			stdout: [
				`warning ${folder}/.config/loggist/responsibilities.yaml, line 43: 2 are accountable (A) for “Run the service securely”: shared on purpose, or one too many?`,
				`warning ${folder}/.config/loggist/responsibilities.yaml, line 46: The delegation “leading awareness sessions” ended on 2026-06-30.`,
				'',
			].join('\n'),
			stderr: '',
		});
		const lacking = await loggist(`raci ${file('broken.yaml', broken)} --check ${now}`);
		expect(lacking).toMatchObject({code: 1, stderr: ''});
		expect(lacking.stdout.split('\n')[0]).toBe(
			`error   ${folder}/broken.yaml, line 42: Nobody is accountable (A) for “Report to the board”.`,
		);
	});

	it('--check --json says the same as data, with its exit code', async () => {
		const {loggist, file} = equipped();
		const {code, stdout} = await loggist(`raci ${file('broken.yaml', broken)} --check --json ${now}`);
		expect(code).toBe(1);
		expect(JSON.parse(stdout)).toMatchObject({ok: false, findings: [{severity: 'error', line: 42}, {}, {}]});
	});

	it('is data with --json: the file, its digest, what it says and what was found', async () => {
		const {json} = equipped();
		expect(await json(`raci --json ${now}`)).toMatchObject({
			source: 'responsibilities.yaml',
			version: '1.2',
			sha256: expect.stringMatching(/^[\da-f]{64}$/u),
			responsibilities: {title: 'Who answers for what', tasks: [{}, {}, {}, {}]},
			findings: [{severity: 'warning'}, {severity: 'warning'}],
		});
	});

	it('is exported as Markdown, CSV and HTML, to a file that is not overwritten without --force', async () => {
		const {loggist, folder} = equipped();
		expect((await loggist(`raci --format markdown ${now}`)).stdout).toContain(
			'| Report to the board | R A | I |  |  |',
		);
		expect((await loggist(`raci --format csv ${now}`)).stdout.split('\r\n')[1]).toBe(
			'Keep the management system,R A,C,I,,conformity processes,',
		);
		expect((await loggist(`raci --format html ${now}`)).stdout).toContain('<th scope="row">Report to the board</th>');
		const out = path.join(folder, 'raci.csv');
		expect(await loggist(`raci --format csv -o ${out}`)).toMatchObject({code: 0, stdout: ''});
		expect(readFileSync(out, 'utf8')).toContain('Report to the board');
		expect(await loggist(`raci --format csv -o ${out}`)).toMatchObject({code: 2, stdout: ''});
		expect(await loggist(`raci --format csv -o ${out} --force`)).toMatchObject({code: 0});
	});

	it('gives a file to begin with, which it reads itself', async () => {
		const {loggist, file} = equipped('');
		const listed = (await loggist('raci templates')).stdout.trimEnd().split('\n');
		expect(listed.map(line => line.split(' ')[0])).toEqual(['moj', 'secure-by-design', 'iso-5.2', 'iso-5.3', 'soc2']);
		const {stdout} = await loggist('raci --template moj');
		expect(await loggist(`raci ${file('mine.yaml', stdout)} --check`)).toMatchObject({code: 0, stderr: ''});
		const schema: unknown = JSON.parse((await loggist('raci schema')).stdout);
		expect(schema).toMatchObject({type: 'object'});
	});

	it.each([
		['raci', 'There is no responsibilities file at'],
		['raci nowhere.yaml', 'nowhere.yaml cannot be read (ENOENT)'],
		['raci one two', 'raci does not know what to do with “one two”'],
		['raci --template none', 'There is no template none. There are moj, secure-by-design'],
	])('%s is refused with exit 2', async (line, trouble) => {
		const ending = await equipped('').loggist(line);
		expect(ending).toMatchObject({code: 2, stdout: ''});
		expect(ending.stderr).toContain(trouble);
	});

	it('refuses a format that is none, and a file that is wrong, by line and field', async () => {
		const {loggist, file} = equipped();
		expect((await loggist('raci --format pdf')).stderr).toContain('There is no format pdf. raci writes markdown, csv');
		const wrong = await loggist(`raci ${file('wrong.yaml', `${storyFile}owners: me\n`)}`);
		expect(wrong).toMatchObject({code: 2, stdout: ''});
		expect(wrong.stderr).toContain('line 52: owners is no field that is known here; owner may be meant.');
	});

	it('with what was done records in the incident that the file was used, by its digest', async () => {
		const {play, json} = equipped();
		expect(
			await play(`
				10:00 $ loggist declare Fire zone:UTC
				10:01 $ loggist raci shared with the whole team because nobody knew
				10:02 $ loggist raci lost
			`),
		).toBe(
			expected(`
				10:00 $ loggist declare Fire zone:UTC
				INC-2026-0001
				10:01 $ loggist raci shared with the whole team because nobody knew
				2 10:01 sam: responsibilities shared, with the whole team: Who answers for what, version 1.2 (responsibilities.yaml, SHA-256 ca9b40de8754…), because nobody knew
				10:02 $ loggist raci lost
				! loggist: lost cannot be read (ENOENT). Mend the file; docs/files.md names its fields.
				[2]
			`),
		);
		const {sha256} = (await json('raci --json')) as {readonly sha256: string};
		expect(await json('log --json')).toMatchObject([
			{},
			{kind: 'responsibilities-cited', data: {deed: 'shared', sha256}},
		]);
	});

	it('records nothing where no file was given, or a wrong one', async () => {
		const without = equipped('');
		await without.loggist('declare Fire');
		expect(await without.loggist('raci shared')).toMatchObject({code: 1, stdout: ''});
		const wrong = equipped('title: x\n');
		expect((await wrong.loggist('declare Fire')).stderr).toContain('The incident goes on'.toLowerCase());
		const refused = await wrong.loggist('raci changed the deputy may send');
		expect(refused).toMatchObject({code: 1, stdout: ''});
		expect(refused.stderr).toContain('Mend the file, then say it again.');
	});
});
