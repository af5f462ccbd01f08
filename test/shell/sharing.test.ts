import {describe, expect, it} from 'vitest';
import {openSession} from '../support/shell.ts';

const open = async () => {
	const session = openSession();
	await session.loggist('declare Payments database exposed severity:S2');
	await session.loggist('assign im @"Priya Shah"');
	await session.loggist('note Priya called the supplier');
	return session;
};

describe('an export for people outside', () => {
	it('names nobody, and says so', async () => {
		const {loggist} = await open();
		const {stdout, code} = await loggist('export markdown --redact people');
		expect(code).toBe(0);
		expect(stdout).not.toMatch(/priya|shah/iu);
		expect(stdout).toMatch(/Person \d called the supplier/u);
		expect(stdout).toContain('REDACTED: people have other names.');
	});

	it('tells of names that may be words, so that the copy is read before it goes out', async () => {
		const {loggist} = await open();
		expect(await loggist('export markdown --redact people')).toMatchObject({stderr: ''});
		await loggist('checkin @"Operations Team"');
		await loggist('note the team told the whole team, @team, that Team A is off');
		const {stdout, stderr} = await loggist('export markdown --redact people');
		expect(stderr).toMatch(
			/^Names that stand in texts in small letters are taken out there too: “team” 2× \((Person \d)\)\. If/u,
		);
		expect(stdout).toMatch(/the Person \d told the whole Person \d/u);
		expect(await loggist('export markdown')).toMatchObject({stderr: ''});
	});

	it('is refused where it could not be what was asked for', async () => {
		const {loggist} = await open();
		expect(await loggist('export jsonl --redact people')).toMatchObject({code: 2, stdout: ''});
		expect(await loggist('export csv --redact everybody')).toMatchObject({code: 2, stdout: ''});
		expect(await loggist('log --redact people')).toMatchObject({code: 2, stdout: ''});
	});
});
