import {columns} from '../text.ts';
import type {Shell} from './shell.ts';

/** Says on a terminal how far something is, on one line that is taken away in the end. */
export type Progress = {
	readonly show: (done: number, of: number) => void;
	readonly end: () => void;
};

const width = 24;

const bar = (part: number): string => `[${'#'.repeat(Math.round(part * width)).padEnd(width, '.')}]`;

/**
 * Progress on standard error: only where that is a terminal, and no data is asked for that a program reads. Said again
 * only when the percentage is another.
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
			if (!isShown) {
				return;
			}

			const part = of === 0 ? 1 : Math.min(1, done / of);
			const text = `${what} ${bar(part)} ${String(Math.floor(part * 100)).padStart(3)} %`;
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
