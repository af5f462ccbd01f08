import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {openSession} from '../support/shell.ts';

const acme = 'name: acme\ntitle: Acme on call\nextends: pagerduty\nspan:\n  limit: 6\n  guide: 5\n';
const roster = 'people:\n  - name: Priya Shah\n    roles: [im, deputy]\n  - name: Chen Wei\n    roles: [analyst]\n';

/** A session with files in its usual places. */
const equipped = (files: Readonly<Record<string, string>>) => {
	const session = openSession();
	const folder = path.join(session.folder, '.config', 'loggist');
	mkdirSync(path.join(folder, 'profiles'), {recursive: true});
	for (const [name, text] of Object.entries(files)) {
		writeFileSync(path.join(folder, name), text);
	}

	return {session, folder};
};

describe('a doctrine in a file', () => {
	it('is taken into the log whole, so that the log needs no file', async () => {
		const {session, folder} = equipped({'profiles/acme.yaml': acme});
		await session.loggist('declare Fire profile:acme');
		writeFileSync(path.join(folder, 'profiles', 'acme.yaml'), 'gone');
		expect(await session.json('board --json')).toMatchObject({incident: {profile: 'acme'}});
		const shown = await session.loggist('show doctrine');
		expect(shown.stdout).toContain('Acme on call');
		expect(shown.stdout).toMatch(/Direct reports: the limit\s+6/u);
	});

	it('is the one of a new incident where the configuration says so', async () => {
		const {session} = equipped({'profiles/acme.yaml': acme, 'config.yaml': 'profile: acme\n'});
		await session.loggist('declare Fire');
		expect(await session.json('board --json')).toMatchObject({incident: {profile: 'acme'}});
	});

	it('that is wrong is named by line and field, and the incident goes on with the last good one', async () => {
		const {session, folder} = equipped({'profiles/acme.yaml': acme});
		await session.loggist('declare Fire profile:acme');
		writeFileSync(path.join(folder, 'profiles', 'acme.yaml'), acme.replace('6', 'six'));
		const refused = await session.loggist('profile acme');
		expect(refused).toMatchObject({code: 1});
		expect(refused.stderr).toContain('acme.yaml, line 5: span.limit must be a number, not "six".');
		expect(await session.loggist('note it goes on')).toMatchObject({code: 0});
		expect((await session.loggist('show doctrine')).stdout).toMatch(/the limit\s+6/u);
	});

	it('that is wrong does not keep an incident from being declared', async () => {
		const {session} = equipped({'profiles/acme.yaml': 'name: acme\n', 'config.yaml': 'profile: acme\n'});
		const declared = await session.loggist('declare Fire');
		expect(declared).toMatchObject({code: 0});
		expect(declared.stderr).toContain('title is missing');
		expect(await session.json('board --json')).toMatchObject({incident: {profile: 'moj'}});
	});

	it('can be looked at and checked by itself', async () => {
		const {session, folder} = equipped({'mine.yaml': acme, 'bad.yaml': 'name: bad\ntitle: Bad\noff: [Z9]\n'});
		expect((await session.loggist(`doctrine ${path.join(folder, 'mine.yaml')}`)).stdout).toContain('Acme on call');
		expect(await session.json('doctrine imag --json')).toMatchObject({name: 'imag'});
		const bad = await session.loggist(`doctrine ${path.join(folder, 'bad.yaml')}`);
		expect(bad).toMatchObject({code: 2, stdout: ''});
		expect(bad.stderr).toContain('line 3: off[0] names a rule that doctrine does not have');
	});
});

describe('a roster in a file', () => {
	it('is in the log from the declaration on', async () => {
		const {session} = equipped({'roster.yaml': roster});
		expect(await session.loggist('declare Fire')).toMatchObject({code: 0, stdout: 'INC-2026-0001\n'});
		expect((await session.loggist('log')).stdout).toContain('roster taken over from roster.yaml: 2 people');
	});

	it('is taken anew when it has changed, from YAML or CSV', async () => {
		const {session, folder} = equipped({'roster.yaml': roster, 'more.csv': 'name,roles\nAna Reis,sme\n'});
		await session.loggist('declare Fire');
		expect((await session.loggist(`roster ${path.join(folder, 'more.csv')}`)).stdout).toContain('more.csv: 1 person');
		expect((await session.loggist('roster')).stdout).toContain('roster.yaml: 2 people');
	});

	it('that is wrong is named by line and field, and the one in the log goes on', async () => {
		const {session, folder} = equipped({'roster.yaml': roster});
		await session.loggist('declare Fire');
		const file = path.join(folder, 'roster.yaml');
		writeFileSync(file, roster.replace('analyst', 'wizard'));
		const named = await session.loggist(`roster ${file}`);
		expect(named).toMatchObject({code: 2, stdout: ''});
		expect(named.stderr).toContain('roster.yaml, line 5: people[1].roles[0] must be one of im, deputy');
		expect(await session.loggist('roster')).toMatchObject({code: 1});
		expect((await session.loggist('log')).stdout.match(/roster taken over/gu)).toHaveLength(1);
	});
});
