import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {openSession, type Session} from '../support/shell.ts';

const log = async (session: Session): Promise<readonly string[]> => {
	const {stdout} = await session.loggist('log --now 2026-06-02T12:00:00Z');
	return stdout.trimEnd().split('\n');
};

const exported = async (session: Session, name: string): Promise<string> => {
	const file = path.join(session.folder, name);
	await session.loggist(`export jsonl --force -o ${file}`);
	return file;
};

const say = async (session: Session, clock: string, ...lines: readonly string[]) => {
	for (const line of lines) {
		const {code, stderr} = await session.loggist(`--now 2026-06-02T${clock}:00Z ${line}`);
		expect([code, stderr]).toEqual([0, '']);
	}
};

/** Two consoles that begin with the same three entries. */
const twoConsoles = async () => {
	const here = openSession();
	const there = openSession();
	await say(here, '10:00', 'declare Payments down severity:S2', 'assign im @"Priya Shah"');
	await there.loggist(`import jsonl ${await exported(here, 'here.jsonl')}`);
	return {here, there};
};

describe('given two consoles that went on with one incident', () => {
	it('merges what the other wrote as new entries, with their own refs, handles and numbers', async () => {
		const {here, there} = await twoConsoles();
		await say(here, '10:10', 'action isolate host 17 @"Sam Jones" by 11:00');
		await say(there, '10:05', 'action draft the notice @"Sam Smith" by 12:00', 'done A1 drafted result:success');
		await say(there, '10:06', 'strike 5 because it was said twice');
		const file = await exported(there, 'there.jsonl');
		expect(await here.loggist(`--now 2026-06-02T11:00:00Z import jsonl ${file}`)).toMatchObject({
			code: 0,
			stderr: '4 entries of the file merged into INC-2026-0001.\n',
		});
		expect((await log(here)).slice(5)).toEqual([
			'6 11:00 Sam Jones: entries 7 to 10 are imported from there.jsonl (jsonl), because it was written on another ' +
				'console; A1 there is A2 here, @sam there is @samsmith here',
			'7 10:05 Sam Smith: Sam Smith joins (@samsmith) (imported from jsonl)',
			'8 10:05 Sam Smith: A2 draft the notice: Sam Smith, report by 12:00 UTC (imported from jsonl) ' +
				'[struck, because it was said twice]',
			'9 10:05 Sam Smith: A2 done, success: drafted (imported from jsonl)',
			'10 10:06 Sam Smith: entry 8 struck, because it was said twice (imported from jsonl)',
		]);
		expect(await here.loggist('verify')).toMatchObject({code: 0});
	});
});
