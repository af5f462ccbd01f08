import {readFileSync} from 'node:fs';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import type {Length, Site} from './site.ts';

/** What Linux counts processor time in, seen from a program: hundredths of a second on every machine. */
const tick = 10;

/** Milliseconds of processor time that a process has used; undefined where the system does not tell. */
const processorTime = (pid: number): number | undefined => {
	if (process.platform !== 'linux') {
		return undefined;
	}

	// The name stands in brackets and may hold blanks: counted from behind it, user and system time are the 12th and 13th.
	const [, behind = ''] = /\) (.*)$/su.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
	const fields = behind.split(' ');
	return (Number(fields[11]) + Number(fields[12])) * tick;
};

/** Milliseconds of processor time a second, of a console that nobody touches. Undefined where it cannot be told. */
export const idleConsole = async (site: Site, length: Length, seconds: number): Promise<number | undefined> => {
	const probe = site.open(site.ledger(length), [120, 40]);
	try {
		await probe.shown('the line', () => probe.beforeCursor().startsWith('›'));
		// What the start leaves to be compiled and collected is over by then.
		await sleep(2500);
		const before = processorTime(probe.pid);
		const start = performance.now();
		await sleep(seconds * 1000);
		const after = processorTime(probe.pid);
		return before === undefined || after === undefined
			? undefined
			: ((after - before) * 1000) / (performance.now() - start);
	} finally {
		await probe.close();
	}
};
