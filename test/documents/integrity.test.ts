import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {formats} from '../../source/documents/index.ts';
import {evidencePages} from '../../source/evidence/index.ts';
import {storyFile} from '../responsibilities/story-file.ts';
import {openSession, type Session} from '../support/shell.ts';

/** Data tell of entries, each with its hash where it can have one; everything else is a document. */
const data = new Set(['jsonl', 'csv', 'timesketch', 'timesketch-jsonl', 'ics']);

/** Every call that gives a document made from a log. */
const documents: readonly string[] = [
	...formats.filter(one => !data.has(one.name)).map(one => `export ${one.name}`),
	...['moj', 'pagerduty', 'sre', 'ccadb'].map(form => `export review --template ${form}`),
	...evidencePages.map(one => `evidence ${one.name}`),
	...['sitrep', 'handover', 'decisions', 'actions', 'duties'].map(page => `show ${page}`),
];

const opened = async (): Promise<Session> => {
	const session = openSession();
	await session.loggist('declare Payments database exposed severity:S2 kind:security');
	await session.loggist('note “Made from the log of INC-1 up to entry 7, whose hash (SHA-256) is none”');
	return session;
};

const isOneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ');

const fingerprintOf = async (session: Session): Promise<string> => {
	const {stdout} = await session.loggist('sign');
	return /fingerprint ([\da-f]{64})/u.exec(stdout)?.[1] ?? 'not signed';
};

describe('every document', () => {
	it('says that the log is not signed where it is not', async () => {
		const {loggist} = await opened();
		for (const call of documents) {
			expect(isOneLine((await loggist(call)).stdout), call).toContain('Not signed.');
		}
	});

	it('tells by which key the log is signed, and how far', async () => {
		const session = await opened();
		const key = await fingerprintOf(session);
		for (const call of documents) {
			const {stdout} = await session.loggist(call);
			expect(isOneLine(stdout), call).toContain(`fingerprint (SHA-256) ${key}; signature `);
			expect(isOneLine(stdout), call).not.toContain('Not signed');
			expect(isOneLine(stdout), call).not.toContain('What was added since');
		}

		await session.loggist('note more');
		for (const call of documents) {
			expect(isOneLine((await session.loggist(call)).stdout), call).toContain(
				'What was added since, 1 entry, is not signed.',
			);
		}
	});

	it.each(documents.filter(call => !call.startsWith('show')))('of %s can be checked against the ledger', async call => {
		const session = await opened();
		const key = await fingerprintOf(session);
		const file = path.join(session.folder, 'document');
		await session.loggist(`${call} -o ${file}`);
		await session.loggist('note added since');
		const whole = await session.loggist(`verify ${file}`);
		expect(whole).toMatchObject({code: 0});
		expect(whole.stdout).toContain('at entry 3; the chain is whole; 1 entry was added since');
		expect(whole.stdout).toContain(`signed with the key of fingerprint ${key}`);
		writeFileSync(file, readFileSync(file, 'utf8').replaceAll(key, '0'.repeat(64)));
		expect(await session.loggist(`verify ${file}`)).toMatchObject({code: 1, stdout: ''});
	});

	it('with a template of one’s own has the line as well', async () => {
		const {loggist, folder} = await opened();
		const file = path.join(folder, 'own.md');
		writeFileSync(file, '# Mine\n\n- a list\n');
		const {stdout} = await loggist(`export markdown --template ${file}`);
		expect(stdout).toMatch(/- a list\n\nMade from the log of INC-2026-0001 up to entry 2, .*Not signed\./u);
	});
});

describe('the page of a responsibilities file', () => {
	it.each(['markdown', 'html', undefined])('names the file and its hash, as %s', async format => {
		const {loggist, folder} = openSession();
		const file = path.join(folder, 'responsibilities.yaml');
		writeFileSync(file, storyFile);
		const {stdout} = await loggist(`raci ${file}${format === undefined ? '' : ` --format ${format}`}`);
		expect(isOneLine(stdout)).toMatch(
			/Made from responsibilities\.yaml, whose hash \(SHA-256\) is [\da-f]{64}\. Not signed/u,
		);
	});
});

describe('a signature that does not fit', () => {
	it('is not taken for one', async () => {
		const {integrityLine} = await import('../../source/documents/integrity.ts');
		const {boardFrom} = await import('../support/incident.ts');
		const board = boardFrom([
			{kind: 'note-made', text: 'x'},
			{kind: 'head-signed', number: 1, hash: 'ab'.repeat(32), publicKey: 'a2V5', signature: 'c2ln'},
		]);
		expect(integrityLine(board)).toMatchObject({text: expect.stringContaining('that does not fit the log')});
	});
});
