import {appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {fileHistory} from '../../source/console/history.ts';

let folder = '';

beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'loggist-history-'));
});

afterEach(() => {
	rmSync(folder, {recursive: true, force: true});
});

const file = () => path.join(folder, 'ledger-INC-1.history.jsonl');

describe('recorded lines', () => {
	test('are there at the next start, each once, the newest last, line ends and all', () => {
		const first = fileHistory(folder, () => 'ledger-INC-1');
		for (const line of ['one', 'two\nlines', 'one']) {
			first.keep(line);
		}

		expect(fileHistory(folder, () => 'ledger-INC-1').load()).toEqual(['two\nlines', 'one']);
	});

	test('of two consoles stand in one file; those of another incident do not', () => {
		const [one, other] = [fileHistory(folder, () => 'ledger-INC-1'), fileHistory(folder, () => 'ledger-INC-1')];
		one.keep('from one');
		other.keep('from the other');
		fileHistory(folder, () => 'ledger-INC-2').keep('elsewhere');
		expect(one.load()).toEqual(['from one', 'from the other']);
	});

	test('are kept for the incident that is in hand when they are recorded', () => {
		let incident = 'start';
		const history = fileHistory(folder, () => incident);
		expect(history.load()).toEqual([]);
		incident = 'INC-1';
		history.keep('/declare x');
		expect(fileHistory(folder, () => 'INC-1').load()).toEqual(['/declare x']);
		expect(fileHistory(folder, () => 'start').load()).toEqual([]);
	});

	test('are for nobody else to read', () => {
		const deep = path.join(folder, 'deep', 'drafts');
		fileHistory(deep, () => 'ledger').keep('secret');
		expect(statSync(path.join(deep, 'ledger.history.jsonl')).mode & 0o777).toBe(0o600);
		expect(statSync(deep).mode & 0o777).toBe(0o700);
	});

	test('are the newest 200, and the file does not grow for good', () => {
		const history = fileHistory(folder, () => 'ledger-INC-1');
		for (let index = 0; index < 450; index++) {
			history.keep(`line ${index}`);
		}

		expect(history.load()).toHaveLength(200);
		expect(history.load().at(-1)).toBe('line 449');
		expect(readFileSync(file(), 'utf8').trim().split('\n')).toHaveLength(200);
		expect(statSync(file()).mode & 0o777).toBe(0o600);
		expect(readdirSync(folder)).toHaveLength(1);
	});

	test('that are damaged are passed over, and nothing that cannot be kept stops an incident', () => {
		const history = fileHistory(folder, () => 'ledger-INC-1');
		history.keep('whole');
		appendFileSync(file(), '{"half\n17\n');
		history.keep('later');
		expect(history.load()).toEqual(['whole', 'later']);
		writeFileSync(path.join(folder, 'a-file'), '');
		const nowhere = fileHistory(path.join(folder, 'a-file'), () => 'x');
		expect(nowhere.load()).toEqual([]);
		expect(() => {
			nowhere.keep('x');
		}).not.toThrow();
	});

	test('of a book are left to the log', () => {
		const history = fileHistory(folder, () => 'ledger-INC-1');
		history.keep('x'.repeat(20_000));
		expect(history.load()).toEqual([]);
	});
});
