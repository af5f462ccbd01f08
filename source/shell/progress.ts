import {columns} from '../text.ts';
import type {Shell} from './shell.ts';

/** Says on a terminal how far something is, on one line that is taken away in the end. */
export type Progress = {
	readonly show: (done: number, of: number) => void;
	readonly end: () => void;
};

const width = 24;

/** What has fewer parts is done before anybody could read how far it is. */
const leastParts = 1000;

const bar = (percent: number): string => `[${'#'.repeat(Math.floor((percent * width) / 100)).padEnd(width, '.')}]`;

/**
 * Progress on standard error: only where that is a terminal, and no data is asked for that a program reads. Said only
 * of what is long, and again only when the percentage is another.
 */
export const createProgress = ({world, flags}: Shell, what: string): Progress => {
	const isShown = world.isWatched === true && !flags.json;
	let said = '';
	const put = (text: string) => {
		// What was longer before is written over with blanks.
		world.complain(`\r${text}${' '.repeat(Math.max(0, columns(said) - columns(text)))}`);
		said = text;
	};

	return {
		show(done, of) {
			if (!isShown || of < leastParts) {
				return;
			}

			const percent = of === 0 ? 100 : Math.min(100, Math.floor((done / of) * 100));
			const text = `${what} ${bar(percent)} ${String(percent).padStart(3)} %`;
			if (text !== said) {
				put(text);
			}
		},
		end() {
			if (said !== '') {
				put('');
				world.complain('\r');
			}
		},
	};
};
