import {columns, isSettled} from '../../text.ts';
import type {Cells} from './cells.ts';

/** Control sequence introducer. */
export const csi = '\u001B[';

// Up to this many unchanged cells between two changed ones are written again: moving over them costs more.
const shortGap = 4;

// From this many blanks on, erasing costs less than writing them.
const manyBlanks = 4;

type Run = {readonly start: number; readonly end: number};

const differs = (shown: Cells, wanted: Cells, x: number): boolean =>
	shown.glyphs[x] !== wanted.glyphs[x] || shown.styles[x] !== wanted.styles[x];

/** The cells to write, from whole glyph to whole glyph. */
const changedRuns = (shown: Cells | undefined, wanted: Cells): Run[] => {
	const width = wanted.glyphs.length;
	if (shown === undefined || shown.glyphs.length !== width) {
		return [{start: 0, end: width}];
	}

	const isSure = shown.isSettled && wanted.isSettled;
	const runs: Run[] = [];
	for (let x = 0; x < width; x++) {
		if (!differs(shown, wanted, x)) {
			continue;
		}

		let start = x;
		while (start > 0 && wanted.glyphs[start] === '') {
			start--;
		}

		let end = x + 1;
		while (end < width && (wanted.glyphs[end] === '' || differs(shown, wanted, end))) {
			end++;
		}

		// Where a terminal may have given a glyph another width, nothing to its right can be relied on.
		if (!isSure) {
			return [{start, end: width}];
		}

		const last = runs.at(-1);
		if (last !== undefined && start - last.end <= shortGap) {
			runs[runs.length - 1] = {start: last.start, end};
		} else {
			runs.push({start, end});
		}

		x = end - 1;
	}

	return runs;
};

/** Where the blanks begin that close the run. */
const startOfBlanks = ({glyphs, styles}: Cells, {start, end}: Run): number => {
	let x = end;
	while (x > start && glyphs[x - 1] === ' ' && styles[x - 1] === '') {
		x--;
	}

	return end - x >= manyBlanks ? x : end;
};

/** One glyph; where its width is in dispute, the cursor is put right after it. */
const glyphAt = (glyph: string, x: number, width: number): string => {
	if ((glyph.length === 1 && glyph < '\u00AD') || isSettled(glyph)) {
		return glyph;
	}

	const size = Math.max(1, columns(glyph));
	// A terminal that shows it narrower would leave what stood in its other cells.
	const clearing = size > 1 ? `${' '.repeat(size)}${csi}${x + 1}G` : '';
	return clearing + glyph + (x + size < width ? `${csi}${x + size + 1}G` : '');
};

const paintRun = (wanted: Cells, run: Run): string => {
	const width = wanted.glyphs.length;
	const blanks = startOfBlanks(wanted, run);
	let out = '';
	let style = '';
	for (let x = run.start; x < blanks; x++) {
		const wantedStyle = wanted.styles[x] ?? '';
		if (wantedStyle !== style) {
			out += style === '' ? `${csi}${wantedStyle}m` : `${csi}${wantedStyle === '' ? '' : `0;${wantedStyle}`}m`;
			style = wantedStyle;
		}

		const glyph = wanted.glyphs[x] ?? ' ';
		out += glyph === '' ? '' : glyphAt(glyph, x, width);
	}

	if (style !== '') {
		out += `${csi}m`;
	}

	if (blanks < run.end) {
		out += run.end === width ? `${csi}K` : `${csi}${run.end - blanks}X`;
	}

	return out;
};

/**
 * What to write so that row `y` shows `wanted` where it showed `shown` (undefined: nobody knows what).
 * Only what changed, in so many runs of cells; '' when nothing did. Leaves the default style on.
 */
export const paintRow = (
	y: number,
	shown: Cells | undefined,
	wanted: Cells,
): {readonly text: string; readonly runs: number} => {
	const runs = changedRuns(shown, wanted);
	const text = runs
		.map(
			(run, index) =>
				`${csi}${index === 0 ? `${y + 1};${run.start + 1}H` : `${run.start + 1}G`}${paintRun(wanted, run)}`,
		)
		.join('');
	return {text, runs: runs.length};
};
