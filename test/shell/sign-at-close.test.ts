import {chmodSync, mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {receiptOf} from '../../source/console/receipt.ts';
import {emptyBoard, foldAll} from '../../source/fold.ts';
import {entriesFrom} from '../support/incident.ts';
import {openSession} from '../support/shell.ts';

const declared = async (config = 'sign: yes\n') => {
	const session = openSession();
	const file = path.join(session.folder, 'config.yaml');
	writeFileSync(file, config);
	const env = {LOGGIST_CONFIG: file};
	const loggist = async (line: string, input = '') => session.loggist(line, {env, input});
	await loggist('declare Payments database exposed severity:S2');
	return {
		...session,
		loggist,
		env,
		keyFile: path.join(session.folder, '.local', 'state', 'loggist', 'keys', 'signing.pem'),
	};
};

describe('closing, where the configuration says sign: yes', () => {
	it('signs the log that was closed, and says so', async () => {
		const {loggist, keyFile} = await declared();
		const closed = await loggist('close because the leak is stopped');
		expect(closed).toMatchObject({code: 0});
		expect(closed.stdout).toMatch(/^2 .*\n3 .*: the log up to entry 2 is signed, with the public key .*\n$/u);
		expect(closed.stderr).toContain(`${keyFile} is made`);
		expect(await loggist('verify')).toMatchObject({code: 0, stdout: expect.stringContaining('signed up to entry 2')});
	});

	it('gives the signature with the entries in JSON', async () => {
		const {loggist} = await declared();
		const {stdout} = await loggist('close because done --json');
		expect(JSON.parse(stdout)).toMatchObject([{kind: 'incident-closed'}, {kind: 'head-signed'}]);
	});

	it('signs at the end of a run, and again after it was opened again', async () => {
		const {loggist} = await declared();
		const {code} = await loggist(
			'run -',
			'note all quiet\nclose because done\nreopen because of host 17\nclose because done\n',
		);
		expect(code).toBe(0);
		const {stdout} = await loggist('verify');
		expect(stdout).toContain('signed up to entry 3 ');
		expect(stdout).toContain('signed up to entry 6 ');
	});

	it('signs an exercise as well', async () => {
		const {loggist} = await declared();
		await loggist('declare Phishing drill severity:S3 exercise:yes');
		expect((await loggist('close because the drill is over')).stdout).toContain('is signed');
	});

	it('signs nothing that was not closed, and nothing unless it is asked', async () => {
		const {loggist} = await declared();
		expect((await loggist('note the site is up')).stdout).not.toContain('signed');
		const other = await declared('sign: no\n');
		expect((await other.loggist('close because done')).stdout).not.toContain('signed');
	});

	it.each([
		['is open to others', (file: string) => chmodSync(file, 0o644), 'others may read it'],
		['is no key', (file: string) => writeFileSync(file, 'no key'), 'it holds no Ed25519 key'],
	])('closes also where the key %s, and says how to mend it', async (_, spoil, why) => {
		const {loggist, keyFile} = await declared();
		mkdirSync(path.dirname(keyFile), {recursive: true});
		writeFileSync(keyFile, '', {mode: 0o600});
		spoil(keyFile);
		const {code, stdout, stderr} = await loggist('close because done');
		expect(code).toBe(0);
		expect(stdout.split('\n')).toHaveLength(2);
		expect(stderr).toContain(
			'Closed, but not signed: loggist sign --incident INC-2026-0001 does it once this is mended.',
		);
		expect(stderr).toContain(why);
	});

	it('closes also where the key cannot be made', async () => {
		const {loggist, folder} = await declared();
		writeFileSync(path.join(folder, '.local'), 'a file where a folder should be');
		const {code, stderr} = await loggist('close because done');
		expect(code).toBe(0);
		expect(stderr).toContain('not signed');
	});
});

describe('the receipt of a closing', () => {
	it('is the closing, and says that the log is signed', () => {
		const entries = entriesFrom([
			{kind: 'incident-closed', reason: 'done'},
			{kind: 'head-signed', number: 1, hash: 'ab', publicKey: 'k', signature: 's'},
		]);
		const receipt = receiptOf(entries, foldAll(emptyBoard('INC-2026-0001'), entries));
		expect(receipt).toMatch(/^1 .*done; the log is signed, in entry 2$/u);
	});
});

describe('loggist paths', () => {
	it('names the key, and whether there is one', async () => {
		const {loggist, keyFile} = await declared();
		expect((await loggist('paths')).stdout).toContain(`${keyFile}\nfingerprint      there is no key yet`);
		await loggist('close because done');
		const {fingerprint} = JSON.parse((await loggist('paths --json')).stdout);
		expect((await loggist('verify')).stdout).toContain(`fingerprint ${fingerprint}`);
		chmodSync(keyFile, 0o644);
		expect((await loggist('paths')).stdout).toContain('cannot be used');
	});
});
