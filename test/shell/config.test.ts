import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {openSession} from '../support/shell.ts';

const written = (text: string) => {
	const session = openSession();
	const file = path.join(session.folder, 'settings.yaml');
	writeFileSync(file, text);
	return {session, file};
};

describe('a configuration file', () => {
	it('names the ledger, the speaker and the zone where nothing louder does', async () => {
		const {session, file} = written(`as: Priya\nzone: Europe/London\n`);
		const database = path.join(session.folder, 'other.db');
		writeFileSync(file, `database: ${database}\nas: Priya\nzone: Europe/London\n`);
		const env = {LOGGIST_DB: '', LOGGIST_AS: ''};
		await session.loggist(`declare Fire --config ${file} --now 2026-06-02T09:00:00Z`, {env});
		const log = await session.json(`log --json --db ${database}`);
		expect(log).toMatchObject([{by: 'Priya', data: {zone: 'Europe/London'}}]);
	});

	it('is spoken over by the environment, and that by a flag', async () => {
		const {session, file} = written('as: Priya\n');
		await session.loggist(`declare Fire --config ${file}`);
		await session.loggist(`note smoke --as Tom --config ${file}`);
		expect(await session.json('log --json')).toMatchObject([{by: 'sam'}, {by: 'Tom'}]);
	});

	it('is found in its usual place', async () => {
		const session = openSession();
		const folder = path.join(session.folder, '.config', 'loggist');
		mkdirSync(folder, {recursive: true});
		writeFileSync(path.join(folder, 'config.yaml'), 'as: Priya\n');
		await session.loggist('declare Fire', {env: {LOGGIST_AS: ''}});
		expect(await session.json('log --json')).toMatchObject([{by: 'Priya'}]);
		expect(await session.json('paths --json')).toMatchObject({config: path.join(folder, 'config.yaml')});
	});

	it('may be empty', async () => {
		const {session, file} = written('');
		expect(await session.loggist(`incidents --json --config ${file}`)).toMatchObject({code: 0, stdout: '[]\n'});
	});

	it.each([
		['zone: Mars/Phobos\n', 'line 1: zone is not a time zone'],
		['as: sam\ncolour: no\n', 'line 2: colour is no field that is known here'],
		['as: sam\nas: tom\n', 'line 2: is not YAML'],
		['as: [sam\n', 'is not YAML'],
		['- as\n', 'line 1: must be a map of fields'],
		['color: loud\n', 'line 1: color'],
		['mouse: perhaps\n', 'line 1: mouse must be yes or no'],
	])('%j is refused with file, line and field, and nothing is written', async (text, words) => {
		const {session, file} = written(text);
		const ending = await session.loggist(`declare Fire --config ${file}`);
		expect(ending).toMatchObject({code: 2, stdout: ''});
		expect(ending.stderr).toContain(file);
		expect(ending.stderr).toContain(words);
		expect(ending.stderr).toContain('It may say database, as, zone, color');
		expect(await session.json('incidents --json')).toEqual([]);
	});

	it('that is named must be there', async () => {
		const session = openSession();
		expect(await session.loggist('incidents --config /nowhere/x.yaml')).toMatchObject({
			code: 2,
			stderr: expect.stringContaining('/nowhere/x.yaml cannot be read (ENOENT).'),
		});
	});
});
