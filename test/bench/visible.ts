import {setTimeout as sleep} from 'node:timers/promises';
import {openSqliteLedger} from '../../source/ledger/sqlite.ts';
import type {Site} from './site.ts';
import type {Pair} from './statistics.ts';

/**
 * From the end of a note written from the shell to its text on another's screen; the floor is a bare watcher of the same
 * file, told of the same entry. Below zero where they knew before the shell's process was gone.
 */
export const visibleRounds = async (site: Site, rounds: number): Promise<readonly Pair[]> => {
	const file = site.ledger('large');
	const probe = site.open(file, [120, 40]);
	const ledger = await openSqliteLedger(file, {readonly: true});
	let told: ((at: number) => void) | undefined;
	const stop = ledger.watch(() => {
		told?.(performance.now());
	});
	try {
		await probe.shown('the line', () => probe.beforeCursor().startsWith('›'));
		await probe.rests(300, 3000);
		const all: Pair[] = [];
		for (let round = 1; round <= rounds; round++) {
			// Anywhere between two looks of the console.
			await sleep(Math.random() * 150);
			const text = `seen ${round}`;
			const seen = new Promise<number>(resolve => {
				told = resolve;
			});
			const shown = probe.shown(text, () => probe.lines().some(line => line.includes(text)));
			const {end} = await site.call(file, 'note', text);
			all.push({value: (await shown) - end, floor: (await seen) - end});
		}

		return all;
	} finally {
		stop();
		await ledger.close();
		await probe.close();
	}
};
