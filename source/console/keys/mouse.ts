import type {Input} from './input.ts';

/** `CSI < button ; column ; row M`: a press; with a small `m` a release. Columns and rows count from 1. */
const report = /^<(\d{1,3});(\d{1,5});(\d{1,5})$/u;

const control = 16;
const wheelUp = 64;
const wheelDown = 65;

const deeds: Readonly<Record<number, 'click' | 'wheel-up' | 'wheel-down'>> = {
	0: 'click',
	[wheelUp]: 'wheel-up',
	[wheelDown]: 'wheel-down',
};

/**
 * What the mouse did, by a report in the form SGR; nothing for a release, a movement, another button, or together with
 * shift or alt: those are the terminal's and the window's.
 */
export const mouseInput = (parameters: string, final: string): Input[] => {
	const [, button, column, row] = report.exec(parameters) ?? [];
	const code = Number(button);
	const deed = final === 'M' && button !== undefined ? deeds[code & ~control] : undefined;
	const [x, y] = [Number(column) - 1, Number(row) - 1];
	return deed === undefined || x < 0 || y < 0 ? [] : [{type: 'mouse', deed, ctrl: (code & control) !== 0, x, y}];
};
