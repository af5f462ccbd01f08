import {generateKeyPairSync} from 'node:crypto';
import {chmodSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {keptOf} from '../../source/ledger/chain.ts';
import {createSignatureCheck, isSigned, signHead} from '../../source/ledger/signing.ts';
import {entriesFrom} from '../support/incident.ts';
import {openSession} from '../support/shell.ts';

const key = () => generateKeyPairSync('ed25519').privateKey.export({type: 'pkcs8', format: 'pem'}).toString();
const head = {incident: 'INC-2026-0001', number: 3, hash: 'ab'.repeat(32)};

describe('a signature', () => {
	it('fits what was signed, and nothing else', () => {
		const signature = signHead(head, key());
		expect(isSigned(head, signature)).toBe(true);
		expect(isSigned({...head, number: 4}, signature)).toBe(false);
		expect(isSigned({...head, incident: 'INC-2026-0002'}, signature)).toBe(false);
		expect(isSigned({...head, hash: 'cd'.repeat(32)}, signature)).toBe(false);
		expect(isSigned(head, {...signature, publicKey: signHead(head, key()).publicKey})).toBe(false);
		expect(isSigned(head, {publicKey: 'no key', signature: ''})).toBe(false);
	});

	it('of a hash that the log does not have is wrong, however well it was made', () => {
		const check = createSignatureCheck();
		const event = {kind: 'head-signed', number: 1, hash: head.hash, ...signHead({...head, number: 1}, key())} as const;
		for (const entry of entriesFrom([{kind: 'note-made', text: 'x'}, event])) {
			check.see(keptOf(entry));
		}

		expect(check.found()).toMatchObject([{entry: 2, wrong: 'it signs a hash that no earlier entry has'}]);
	});
});

describe('a signature by another key than the one beside it', () => {
	it('is named', () => {
		const check = createSignatureCheck();
		const [first] = entriesFrom([{kind: 'note-made', text: 'x'}]);
		const {incident = '', number = 0, hash = ''} = first ?? {};
		const {signature} = signHead({incident, number, hash}, key());
		const {publicKey} = signHead({incident, number, hash}, key());
		for (const entry of entriesFrom([
			{kind: 'note-made', text: 'x'},
			{kind: 'head-signed', number, hash, publicKey, signature},
		])) {
			check.see(keptOf(entry));
		}

		expect(check.found()[0]?.wrong).toContain('does not fit');
	});
});

const signedLog = async () => {
	const session = openSession();
	const env = {XDG_STATE_HOME: path.join(session.folder, 'state')};
	await session.loggist('declare Payments database exposed severity:S2');
	const ending = await session.loggist('sign', {env});
	return {...session, env, ending, keyFile: path.join(env.XDG_STATE_HOME, 'loggist', 'keys', 'signing.pem')};
};

describe('loggist sign', () => {
	it('makes a key that is its owner’s alone, and writes the signature into the log', async () => {
		const {loggist, ending, keyFile} = await signedLog();
		expect(ending).toMatchObject({code: 0});
		expect(statSync(keyFile).mode & 0o777).toBe(0o600);
		expect(statSync(path.dirname(keyFile)).mode & 0o777).toBe(0o700);
		const verified = await loggist('verify');
		expect(verified).toMatchObject({code: 0});
		expect(verified.stdout).toContain('signed up to entry 1 with the key of fingerprint');
		expect((await loggist('export markdown')).stdout).toContain('Public key (Ed25519)');
	});

	it('signs with the same key again, and not what is signed already', async () => {
		const {loggist, env, keyFile} = await signedLog();
		const made = readFileSync(keyFile, 'utf8');
		expect(await loggist('sign', {env})).toMatchObject({code: 1});
		await loggist('note the site is up');
		expect(await loggist('sign', {env})).toMatchObject({code: 0});
		expect(readFileSync(keyFile, 'utf8')).toBe(made);
	});

	it('refuses a key that others may read, or that is none', async () => {
		const {loggist, env, keyFile} = await signedLog();
		await loggist('note the site is up');
		chmodSync(keyFile, 0o644);
		expect(await loggist('sign', {env})).toMatchObject({code: 2});
		chmodSync(keyFile, 0o600);
		writeFileSync(keyFile, 'no key');
		expect(await loggist('sign', {env})).toMatchObject({code: 2});
	});

	it('is checked in a file as well', async () => {
		const {loggist, folder} = await signedLog();
		const file = path.join(folder, 'log.jsonl');
		await loggist(`export jsonl -o ${file}`);
		const verified = await loggist(`verify ${file}`);
		expect(verified).toMatchObject({code: 0});
		expect(verified.stdout).toContain('signed up to entry 1');
	});
});
