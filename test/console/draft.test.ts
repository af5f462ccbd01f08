import {spawnSync} from 'node:child_process';
import {chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {fileDraft} from '../../source/console/draft.ts';

let folder = '';

beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'loggist-draft-'));
});

afterEach(() => {
	vi.useRealTimers();
	chmodSync(folder, 0o700);
	rmSync(folder, {recursive: true, force: true});
});

/** A process that has ended: its number is nobody's. */
const ended = (): number => spawnSync(process.execPath, ['--version']).pid;

describe('a half-typed line', () => {
	test('is there for the next console when this one has ended', () => {
		const first = fileDraft(folder, () => 'ledger', ended());
		first.keep('/action isolate host');
		first.flush();
		expect(fileDraft(folder, () => 'ledger').load()).toBe('/action isolate host');
	});

	test('is taken over once: what the next one keeps takes its place', () => {
		const first = fileDraft(folder, () => 'ledger', ended());
		first.keep('half');
		first.flush();
		const second = fileDraft(folder, () => 'ledger');
		second.load();
		second.keep('');
		second.flush();
		expect(readdirSync(folder)).toEqual([]);
		expect(fileDraft(folder, () => 'ledger').load()).toBe('');
	});

	test('of a console that runs is not given to another', () => {
		const first = fileDraft(folder, () => 'ledger', process.ppid);
		first.keep('mine');
		first.flush();
		expect(fileDraft(folder, () => 'ledger').load()).toBe('');
	});

	test('of another ledger is not given', () => {
		const other = fileDraft(folder, () => 'other', ended());
		other.keep('not yours');
		other.flush();
		expect(fileDraft(folder, () => 'ledger').load()).toBe('');
	});

	test('is the newest where several were left', () => {
		const [one, two] = [ended(), ended()];
		writeFileSync(path.join(folder, `ledger.${one}.txt`), 'newer');
		writeFileSync(path.join(folder, `ledger.${two}.txt`), 'older');
		utimesSync(path.join(folder, `ledger.${two}.txt`), 1000, 1000);
		expect(fileDraft(folder, () => 'ledger').load()).toBe('newer');
	});

	test('is written a moment after the key, though keys go on', () => {
		vi.useFakeTimers();
		const draft = fileDraft(folder, () => 'ledger', 7);
		const file = path.join(folder, 'ledger.7.txt');
		draft.keep('a');
		vi.advanceTimersByTime(200);
		draft.keep('ab');
		expect(existsSync(file)).toBe(false);
		vi.advanceTimersByTime(60);
		expect(existsSync(file)).toBe(true);
	});

	test('is for nobody else to read', () => {
		const draft = fileDraft(path.join(folder, 'deep', 'drafts'), () => 'ledger', 7);
		draft.keep('secret');
		draft.flush();
		expect(statSync(path.join(folder, 'deep', 'drafts', 'ledger.7.txt')).mode & 0o777).toBe(0o600);
		expect(statSync(path.join(folder, 'deep', 'drafts')).mode & 0o777).toBe(0o700);
	});

	test('that cannot be kept stops nothing', () => {
		writeFileSync(path.join(folder, 'a-file'), '');
		const draft = fileDraft(path.join(folder, 'a-file'), () => 'ledger');
		expect(draft.load()).toBe('');
		draft.keep('half');
		expect(() => {
			draft.flush();
		}).not.toThrow();
	});

	test('of a strange name stays in its folder', () => {
		const draft = fileDraft(folder, () => '../../etc/passwd', 7);
		draft.keep('half');
		draft.flush();
		expect(readdirSync(folder)).toHaveLength(1);
	});

	test('goes with the incident it was typed for, and is offered in no other', () => {
		let incident = 'start';
		const first = fileDraft(folder, () => incident, ended());
		first.keep('/declare x');
		first.flush();
		incident = 'INC-1';
		first.keep('call the bank');
		first.flush();
		expect(fileDraft(folder, () => 'start').load()).toBe('');
		expect(fileDraft(folder, () => 'INC-2').load()).toBe('');
		expect(fileDraft(folder, () => 'INC-1').load()).toBe('call the bank');
	});
});
