import process from 'node:process';
import {afterEach, describe, expect, it} from 'vitest';
import {openProbe, type Probe} from './probe.ts';
import {median, overRounds, quantile} from './statistics.ts';
import {tableOf} from './table.ts';

describe('the statistics', () => {
	it('take quantiles between the two nearest values, in any order', () => {
		expect(median([9, 1, 4])).toBe(4);
		expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
		expect(quantile([10, 20], 0.95)).toBeCloseTo(19.5);
		expect(quantile([], 0.5)).toBeNaN();
	});

	it('take the ratio within each round, so that a slow round weighs no more than another', () => {
		const pairs = [
			{value: 3, floor: 1},
			{value: 300, floor: 100},
			{value: 8, floor: 2},
		];
		expect(overRounds(pairs)).toEqual({value: 8, floor: 2, ratio: 3});
	});
});

describe('the table', () => {
	it('says whether a target is met, and nothing where there is none', () => {
		const table = tableOf([
			{name: 'quick', value: '1 ms', floor: '1 ms', ratio: 1, target: '≤ 2×', isMet: true},
			{name: 'slow', value: '9 ms', floor: '1 ms', ratio: 9, target: '≤ 2×', isMet: false},
			{name: 'free', value: '5 ms'},
		]);
		const rows = table.split('\n').map(line => line.split('|').map(cell => cell.trim()));
		expect(rows.slice(2)).toEqual([
			['', 'quick', '1 ms', '1 ms', '1.0×', '≤ 2×', 'yes', ''],
			['', 'slow', '9 ms', '1 ms', '9.0×', '≤ 2×', '**no**', ''],
			['', 'free', '5 ms', '', '', '', '', ''],
		]);
	});
});

describe('the probe', () => {
	let probe: Probe | undefined;

	afterEach(async () => {
		await probe?.close();
	});

	/** Given a program that answers a key with these bytes, in which KEY stands for it. */
	const answering = async (answer: string): Promise<Probe> => {
		const program = `process.stdin.setRawMode(true); process.stdout.write('hello .');
			process.stdin.on('data', key => process.stdout.write(${JSON.stringify(answer)}.replace('KEY', key)));`;
		probe = openProbe(process.execPath, ['-e', program], [140, 24], {});
		const opened = probe;
		await opened.shown('its greeting', () => opened.beforeCursor() === 'hello .');
		return opened;
	};

	it('counts the cells that a program blanks and writes again', async () => {
		const opened = await answering(`\r${' '.repeat(139)}\rhello KEY`);
		const stop = opened.watchFlashes();
		opened.send('x');
		await opened.shown('the key', () => opened.beforeCursor() === 'hello x');
		expect(stop()).toEqual({shownAtOnce: 'hello'.length, heldBack: 'hello'.length});
	});

	it('counts none where only the cell changes that is to change', async () => {
		const opened = await answering('\rhello KEY');
		const stop = opened.watchFlashes();
		const sentAt = opened.send('x');
		const arrival = await opened.shown('the key', () => opened.beforeCursor() === 'hello x');
		expect(stop()).toEqual({shownAtOnce: 0, heldBack: 0});
		expect(arrival).toBeGreaterThanOrEqual(sentAt);
	});
});
