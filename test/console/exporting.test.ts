import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {describe, expect, onTestFinished, test} from 'vitest';
import {exportDeed, type Tools} from '../../source/console/deeds.ts';
import {wantedOf} from '../../source/console/exporting.ts';
import {createStore} from '../../source/console/store.ts';
import {beginTour, type Tour} from '../../source/console/tour.ts';
import {isRefusal} from '../../source/refusal.ts';
import {playLines} from '../support/incident.ts';

const incident = 'INC-2026-0001';

const fileOf = (typed: string, reference = incident): string => {
	const wanted = wantedOf(typed, reference, '/home/sam');
	return isRefusal(wanted) ? `${wanted.refused} ${wanted.mend}` : wanted.file;
};

describe('what stands after /export', () => {
	test.each([
		['markdown log.md', path.resolve('log.md')],
		['MARKDOWN  log.md ', path.resolve('log.md')],
		['markdown', path.resolve('INC-2026-0001.md')],
		['sitrep', path.resolve('INC-2026-0001-sitrep.md')],
		['markdown ~/log.md', '/home/sam/log.md'],
		['markdown ~other/log.md', path.resolve('~other/log.md')],
		['markdown "my log.md"', path.resolve('my log.md')],
		['markdown my log.md', path.resolve('my log.md')],
		['markdown /tmp/x/../log.md', '/tmp/log.md'],
	])('%s is the file %s', (typed, file) => {
		expect(fileOf(typed)).toBe(file);
	});

	test('leads to no other folder unless a person typed it, whatever the incident is called', () => {
		expect(fileOf('markdown', '../../etc/INC')).toBe(path.resolve('______etc_INC.md'));
	});

	test.each([
		['', /^Export what\? .*markdown, sitrep, /u],
		['pdf', /^There is no format pdf\. .*markdown/u],
	])('“%s” is refused, with what there is', (typed, said) => {
		expect(fileOf(typed)).toMatch(said);
	});
});

const given = async (lines = [['09:00', 'sam', 'declare A drill severity:S2 kind:security exercise:yes'] as const]) => {
	const folder = mkdtempSync(path.join(tmpdir(), 'loggist-export-'));
	onTestFinished(() => {
		rmSync(folder, {recursive: true, force: true});
	});
	const play = await playLines(lines);
	const said: string[] = [];
	let spent = 0;
	const tour = createStore<Tour | undefined>(beginTour(0));
	const tools: Tools = {
		spend() {
			spent += 1;
		},
		say(text) {
			said.push(text);
		},
		showPage() {},
		columns: () => 80,
		openStart: async () => undefined,
	};
	const deed = exportDeed(play.desk, {home: folder, version: '1.2.3', tour});
	return {folder, said, tour, spent: () => spent, write: async (rest: string) => deed(rest, tools)};
};

describe('/export', () => {
	test('writes the whole document, says where, and the tour hears of it', async () => {
		const {folder, said, tour, spent, write} = await given();
		await write('markdown ~/log.md');
		const text = readFileSync(path.join(folder, 'log.md'), 'utf8');
		expect(text).toContain('EXERCISE');
		expect(text).toContain('1.2.3');
		expect(said).toEqual([`${path.join(folder, 'log.md')} is written.`]);
		expect(spent()).toBe(1);
		expect(tour.get()?.exports).toBe(1);
	});

	test('never writes over a file: the line stays, with what to do', async () => {
		const {folder, said, tour, spent, write} = await given();
		writeFileSync(path.join(folder, 'log.md'), 'kept');
		await write('markdown ~/log.md');
		expect(readFileSync(path.join(folder, 'log.md'), 'utf8')).toBe('kept');
		expect(said).toEqual([
			`NOT WRITTEN. ${path.join(folder, 'log.md')} exists. Name another file: /export markdown FILE`,
		]);
		expect([spent(), tour.get()?.exports]).toEqual([0, 0]);
	});

	test('says why a file cannot be made', async () => {
		const {said, spent, write} = await given();
		await write('sitrep ~/nowhere/log.md');
		expect(said[0]).toMatch(/^NOT WRITTEN\. .* its folder is not there, or takes no files\. Name another file/u);
		expect(spent()).toBe(0);
	});

	test('needs an incident', async () => {
		const {said, write} = await given([]);
		await write('markdown');
		expect(said).toEqual(['There is no incident yet. Declare one: /declare TITLE severity:S2 kind:security.']);
		expect(process.cwd()).not.toContain('loggist-export-');
	});
});
