import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {formats} from '../../source/documents/index.ts';
import {headingsOf, readMarkdown} from '../documents/reading.ts';
import {openSession, type Session} from '../support/shell.ts';

const opened = async (): Promise<Session> => {
	const session = openSession();
	await session.play(`
		10:00 $ loggist declare Payments database exposed severity:S2 kind:security marking:TLP:AMBER
		10:01 $ loggist assign im @"Priya Shah"
		10:02 $ loggist assign analyst @"Chen Wei"
		10:03 $ loggist period until 12:00
		10:04 $ loggist action isolate host 17 @chen by 10:30
		10:05 $ loggist split alpha @chen find the keys by 11:00
	`);
	return session;
};

const now = '--now 2026-06-02T10:10:00Z';

describe('export', () => {
	it.each(formats.filter(one => one.extension === 'md').map(one => one.name))(
		'%s is written, with its marking at its top and bottom',
		async name => {
			const session = await opened();
			const {code, stdout, stderr} = await session.loggist(`export ${name} ${now}`);
			expect({code, stderr}).toEqual({code: 0, stderr: ''});
			expect(stdout).toMatch(/^TLP:AMBER\n\n[\s\S]*\n\nTLP:AMBER\n$/u);
		},
	);

	it('draws pictures unless told otherwise', async () => {
		const session = await opened();
		expect((await session.loggist(`export markdown ${now}`)).stdout).toContain('```mermaid');
		expect((await session.loggist(`export markdown --no-pictures ${now}`)).stdout).not.toContain('```mermaid');
	});

	it('takes a role and a period', async () => {
		const session = await opened();
		const forms = async (flags: string) =>
			headingsOf(readMarkdown((await session.loggist(`export ics-214 ${flags} ${now}`)).stdout)).slice(1);
		expect(await forms('--role IM')).toEqual(['ICS 214 Activity log: Incident Commander (Incident Manager)']);
		expect(await forms('--role #alpha')).toEqual(['ICS 214 Activity log: Leader of #alpha']);
		const {stdout} = await session.loggist(`export ics-203 --period 10:02..12:30 ${now}`);
		expect(stdout).toContain('2026-06-02 10:02 UTC to 2026-06-02 12:30 UTC');
		expect((await session.loggist(`export ics-203 --period 1 ${now}`)).stdout).toContain('1: 2026-06-02 10:03 UTC');
		expect((await session.loggist(`export ics-203 --period 10:02.. ${now}`)).stdout).toContain(
			'2026-06-02 10:02 UTC to 2026-06-02 10:10 UTC',
		);
		expect((await session.loggist(`export ics-203 --period ..10:05 ${now}`)).stdout).toContain(
			'2026-06-02 10:00 UTC to 2026-06-02 10:05 UTC',
		);
	});

	it('takes a time of day for one of the incident’s, however long after it the form is made', async () => {
		const session = await opened();
		await session.loggist('close because it is over --now 2026-06-02T13:00:00Z');
		const later = '--now 2026-06-25T08:00:00Z';
		expect((await session.loggist(`export ics-214 --role im --period 10:00..12:00 ${later}`)).stdout).toContain(
			'2026-06-02 10:00 UTC to 2026-06-02 12:00 UTC',
		);
		expect(await session.loggist(`export ics-214 --role im --period "2026-06-24 10:00..12:00" ${later}`)).toMatchObject(
			{
				code: 2,
				stdout: '',
				stderr: expect.stringContaining(
					'The incident was at another time: 2026-06-02 10:00 UTC to 2026-06-02 13:00 UTC.',
				),
			},
		);
	});

	it('takes a form by its name, and a template of one’s own', async () => {
		const session = await opened();
		const {stdout} = await session.loggist(`export review --template SRE ${now}`);
		expect(stdout).toContain('# Postmortem: Payments database exposed (INC-2026-0001)');
		const file = path.join(session.folder, 'ours.md');
		writeFileSync(file, '# {{incident.reference}}\n\n{{actions}}\n');
		const ours = await session.loggist(`export review --template ${file} ${now}`);
		expect(ours).toMatchObject({code: 0, stderr: ''});
		expect(ours.stdout).toContain('# INC-2026-0001\n\n| Action |');
		expect((await session.loggist(`export markdown --template ${file} ${now}`)).stdout).toBe(ours.stdout);
	});

	it('writes a document into a file whole', async () => {
		const session = await opened();
		const file = path.join(session.folder, 'review.md');
		const {code} = await session.loggist(`export review -o ${file} ${now}`);
		expect(code).toBe(0);
		expect(readFileSync(file, 'utf8')).toBe((await session.loggist(`export review ${now}`)).stdout);
	});

	it('lists the forms and the names without an incident', async () => {
		const {code, stdout} = await openSession().loggist('export --templates');
		expect(code).toBe(0);
		expect(stdout).toContain('pagerduty');
		expect(stdout).toContain('{{actions}}');
	});

	it.each([
		['sitrep --role im', 'loggist: sitrep takes no --role. ics-214 does.'],
		['decisions --template sre', 'loggist: decisions takes no --template. markdown, review do.'],
		['review --period 1', 'loggist: review takes no --period. ics-203, ics-207, ics-214 do.'],
		['ics-214 --role boss', 'loggist: boss is no role, and no sub-team of this incident. There are im,'],
		['ics-214 --period 7', 'loggist: There is no operational period 7. There are 1 to 1.'],
		['ics-214 --period noon', 'loggist: --period: noon is no period. Write --period 09:00..21:00'],
		['ics-214 --period ..', 'loggist: --period: .. is no period. Write --period 09:00..21:00'],
		['ics-214 --period 25:00..', 'loggist: --period: '],
		['review --template nope', 'loggist: There is no form nope, and no file of that name. The forms are moj,'],
		['review --template .', 'loggist: . cannot be read (EISDIR). The forms are moj,'],
	])('%s is refused', async (words, why) => {
		const session = await opened();
		const {code, stdout, stderr} = await session.loggist(`export ${words} ${now}`);
		expect({code, stdout}).toEqual({code: 2, stdout: ''});
		expect(stderr.slice(0, why.length)).toBe(why);
		expect(stderr.trimEnd().split('\n')).toHaveLength(1);
	});

	it('refuses a template with a name that it does not know, and says where', async () => {
		const session = await opened();
		const file = path.join(session.folder, 'ours.md');
		writeFileSync(file, '# x\n\n{{actoins}}\n');
		const {code, stderr} = await session.loggist(`export review --template ${file} ${now}`);
		expect(code).toBe(2);
		expect(stderr).toBe(`loggist: ${file}: Line 3: there is no name actoins. Did you mean {{actions}}?\n`);
	});

	it('refuses a template that is no text, or larger than one', async () => {
		const session = await opened();
		const file = path.join(session.folder, 'ours.md');
		writeFileSync(file, new Uint8Array([0xff, 0xfe]));
		expect((await session.loggist(`export review --template ${file} ${now}`)).stderr).toContain('is not UTF-8 text');
		writeFileSync(file, 'x'.repeat(1024 * 1024 + 1));
		expect((await session.loggist(`export review --template ${file} ${now}`)).stderr).toContain('is larger than');
	});
});
