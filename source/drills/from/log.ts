import {createLogReading, linesIn, NoLog} from '../../data/log-file.ts';
import type {Entry} from '../../entry.ts';
import type {Kept} from '../../ledger/chain.ts';
import {entryOf} from '../../ledger/shape.ts';

/** The entries of a log in a file, its chain checked; else what is wrong with it, as a sentence. */
export const entriesOfLog = (bytes: Uint8Array): readonly Entry[] | {readonly wrong: string} => {
	const rows: Kept[] = [];
	try {
		const reading = createLogReading(row => rows.push(row));
		for (const line of linesIn(bytes)) {
			reading.see(line);
		}

		const {trouble} = reading.end();
		return trouble === undefined
			? rows.map(row => entryOf(row))
			: {wrong: `It is not as it was written. ${trouble.text}`};
	} catch (error) {
		if (error instanceof NoLog) {
			return {wrong: error.message};
		}

		throw error;
	}
};
