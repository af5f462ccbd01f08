import {momentsOf, offsetOf, wallAt} from '../language/when/zone.ts';
import {graphemes, isPlain} from '../text.ts';
import {hour, instantOf, inZone, minute, second} from '../time.ts';

/*
Bars and marks over a time axis, drawn with characters. It knows times and columns, and nothing of incidents. Moments
are milliseconds since 1970; a line is as wide as its axis.
*/

/** The time that is drawn, and the columns it is drawn on. */
export type Axis = {readonly from: number; readonly to: number; readonly width: number; readonly zone: string};

/** What is drawn, by what it says. */
export const signs = {
	bar: '━',
	late: '╍',
	left: '·',
	due: '○',
	open: '▸',
	done: '✓',
	failed: '✗',
	dropped: '┤',
	accepted: '●',
	event: '◆',
	waiting: '◇',
	before: '←',
	after: '→',
	now: '▼',
	cursor: '│',
	crossed: '┿',
} as const;

const day = 24 * hour;
const leastBetweenTicks = 10;

const steps: readonly number[] = [
	...[1, 2, 5, 10, 15, 30].map(count => count * second),
	...[1, 2, 5, 10, 15, 30].map(count => count * minute),
	...[1, 2, 3, 6, 12].map(count => count * hour),
	...[1, 2, 7, 14].map(count => count * day),
];

// The first Monday: steps of weeks begin on one, and steps of two days do no worse there.
const monday = 4 * day;

/** The column of a moment; of one outside the axis the first or the last. */
export const columnOf = ({from, to, width}: Axis, at: number): number =>
	Math.min(width - 1, Math.max(0, Math.floor(((at - from) / (to - from)) * width)));

const isWithin = ({from, to}: Axis, at: number): boolean => from <= at && at <= to;

const stepOf = ({from, to, width}: Axis): number => {
	const least = ((to - from) / width) * leastBetweenTicks;
	const known = steps.find(step => step >= least);
	if (known !== undefined) {
		return known;
	}

	let step = 28 * day;
	while (step < least) {
		step *= 2;
	}

	return step;
};

/** A moment that the axis names. */
export type Tick = {readonly at: number; readonly column: number};

/**
 * Moments at which the wall clock shows a round time, at least ten columns from each other. Where the clock is put back
 * a time may come twice; where it is put forward past a time, the day or the hour begins with the one that it shows then.
 */
export const ticksOf = (axis: Axis): readonly Tick[] => {
	const {from, to, zone} = axis;
	const step = stepOf(axis);
	const offset = offsetOf(zone);
	const base = step > day ? monday : 0;
	// The wall clock may run from earlier to later than the moments at both ends do.
	const first = base + Math.floor((wallAt(from, offset) - day - base) / step) * step;
	const last = wallAt(to, offset) + day;
	const ticks: Tick[] = [];
	for (let wall = first; wall <= last; wall += step) {
		for (const at of momentsOf(wall, offset)) {
			if (isWithin(axis, at)) {
				ticks.push({at, column: columnOf(axis, at)});
			}
		}
	}

	const apart: Tick[] = [];
	for (const tick of ticks.sort((a, b) => a.at - b.at)) {
		const before = apart.at(-1);
		if (before === undefined || tick.column - before.column >= leastBetweenTicks) {
			apart.push(tick);
		}
	}

	return apart;
};

/**
 * Words at their columns in one line, moved in from the right edge where they would stand over it; what finds no room
 * beside the words before it is left out.
 */
const wordsAt = (width: number, words: readonly {readonly column: number; readonly text: string}[]): string =>
	words.reduce((line, {column, text}) => {
		const start = Math.min(column, width - text.length);
		return start >= 0 && (line === '' || line.length < start) ? line.padEnd(start) + text : line;
	}, '');

/** How the ticks are called: above the day or the year where it begins, below the time or the day. */
export const tickPatterns = (axis: Axis): readonly [above: string, below: string] => patternsOf(stepOf(axis));

const patternsOf = (step: number): readonly [above: string, below: string] =>
	step < minute ? ['yyyy-MM-dd', 'HH:mm:ss'] : step < day ? ['yyyy-MM-dd', 'HH:mm'] : ['yyyy', 'd MMM'];

/** Three lines: the days, the times, and the rule with a notch at each time and `now` on it. */
export const drawAxis = (axis: Axis, now: number): readonly string[] => {
	const {from, width, zone} = axis;
	const [above, below] = tickPatterns(axis);
	const named = (at: number, pattern: string) => inZone(instantOf(at), zone, pattern);
	const ticks = ticksOf(axis);
	const days = [{at: from, column: 0}, ...ticks]
		.map(({at, column}) => ({column, text: named(at, above)}))
		.filter(({text}, index, all) => text !== all[index - 1]?.text)
		// A day of which little is drawn gives way to the next.
		.filter(({column, text}, index, all) => index > 0 || (all[1]?.column ?? width) > column + text.length);
	const rule = Array<string>(width).fill('─');
	for (const {column} of ticks) {
		rule[column] = '┬';
	}

	if (isWithin(axis, now)) {
		rule[columnOf(axis, now)] = signs.now;
	}

	return [
		wordsAt(width, days),
		wordsAt(
			width,
			ticks.map(({at, column}) => ({column, text: named(at, below)})),
		),
		rule.join(''),
	];
};

/** Something that lasts. */
export type Bar = {
	readonly from: number;
	/** When it ended; now, where it goes on. */
	readonly to: number;
	readonly isGoingOn: boolean;
	readonly due?: number | undefined;
	/** Stands at its end. */
	readonly sign?: string | undefined;
	/** A moment within it. */
	readonly marked?: number | undefined;
};

const drawBar = (cells: string[], axis: Axis, {from, to, isGoingOn, due, sign, marked}: Bar): void => {
	const first = columnOf(axis, from);
	const last = Math.max(first, columnOf(axis, to));
	const put = (at: number, glyph: string) => {
		if (isWithin(axis, at)) {
			cells[columnOf(axis, at)] = glyph;
		}
	};

	cells.fill(signs.bar, first, last + 1);
	if (due !== undefined) {
		const isLate = due < to;
		if (isLate) {
			const lateFrom = due < axis.from ? 0 : columnOf(axis, due) + 1;
			cells.fill(signs.late, Math.min(last + 1, Math.max(first, lateFrom)), last + 1);
		} else if (isGoingOn) {
			cells.fill(signs.left, last + 1, columnOf(axis, due) + 1);
		}

		put(due, signs.due);
	}

	if (marked !== undefined) {
		put(marked, signs.accepted);
	}

	if (sign !== undefined) {
		cells[last] = sign;
	}

	if (from < axis.from) {
		cells[0] = signs.before;
	}

	if (to > axis.to || (isGoingOn && due !== undefined && due > axis.to)) {
		cells[axis.width - 1] = signs.after;
	}
};

/** Bars in one line, later ones over earlier ones. */
export const drawBars = (axis: Axis, bars: readonly Bar[]): string => {
	const cells = Array<string>(axis.width).fill(' ');
	for (const bar of bars) {
		drawBar(cells, axis, bar);
	}

	return cells.join('');
};

const eighths = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** How many of the moments fall on each column. */
export const countsOf = (axis: Axis, moments: readonly number[]): readonly number[] => {
	const counts = Array<number>(axis.width).fill(0);
	for (const at of moments) {
		const column = columnOf(axis, at);
		counts[column] = (counts[column] ?? 0) + 1;
	}

	return counts;
};

/** Counts as a line of bars, the greatest a whole block high; one is always seen. */
export const drawCounts = (counts: readonly number[]): string => {
	const most = counts.reduce((one, other) => Math.max(one, other), 1);
	return counts
		.map(count => (count === 0 ? ' ' : (eighths[Math.ceil((count / most) * eighths.length) - 1] ?? ' ')))
		.join('');
};

/** Something that happened at one moment, and its ref. */
export type Mark = {readonly at: number; readonly sign: string; readonly ref: string};

const mostMarkLines = 3;

/** Where a mark and its ref stand: the ref to the right of it, at the right edge to the left. */
const placed = (axis: Axis, {at, sign, ref}: Mark): {readonly start: number; readonly text: string} => {
	const column = columnOf(axis, at);
	// A ref whose glyphs are not one column each could not be put into columns.
	const text = isPlain(ref) ? sign + ref : sign;
	if (column + text.length <= axis.width) {
		return {start: column, text};
	}

	const start = column + 1 - text.length;
	return start < 0 ? {start: column, text: sign} : {start, text: text.slice(1) + sign};
};

/** Marks with their refs, in as few lines as they need; where there is no room a mark stands without its ref. */
export const drawMarks = (axis: Axis, marks: readonly Mark[]): readonly string[] => {
	const lines = [Array<string>(axis.width).fill(' ')];
	for (const mark of marks.toSorted((a, b) => a.at - b.at)) {
		const {start, text} = placed(axis, mark);
		const isFree = (cells: readonly string[]) =>
			cells.slice(Math.max(0, start - 1), start + text.length + 1).every(cell => cell === ' ');
		let line = lines.find(isFree);
		if (line === undefined && lines.length < mostMarkLines) {
			line = Array<string>(axis.width).fill(' ');
			lines.push(line);
		}

		if (line === undefined) {
			const column = columnOf(axis, mark.at);
			const free = lines.find(cells => cells[column] === ' ');
			free?.splice(column, 1, mark.sign);
		} else {
			line.splice(start, text.length, ...graphemes(text));
		}
	}

	return lines.map(cells => cells.join(''));
};

const lasting: ReadonlySet<string> = new Set([signs.bar, signs.late]);

/** A line with a moment marked in it: between signs, and across what lasts. What is outside the axis is not marked. */
export const crossed = (line: string, axis: Axis, at: number | undefined): string => {
	if (at === undefined || !isWithin(axis, at)) {
		return line;
	}

	const column = columnOf(axis, at);
	const cells = [...graphemes(line.padEnd(column + 1))];
	const here = cells[column] ?? ' ';
	const isFree = here === ' ' || here === signs.left || here === '─' || here === '┬';
	cells[column] = isFree ? signs.cursor : lasting.has(here) ? signs.crossed : here;
	return cells.join('');
};

const standIns: Readonly<Record<string, string>> = {
	...Object.fromEntries(eighths.map((glyph, index) => [glyph, String(index + 1)])),
	[signs.bar]: '=',
	[signs.late]: '!',
	[signs.left]: '.',
	[signs.dropped]: '|',
	[signs.now]: 'V',
	[signs.cursor]: '|',
	[signs.crossed]: '+',
	[signs.event]: '#',
	[signs.waiting]: '?',
	'┬': '+',
};

const drawn = new RegExp(`[${Object.keys(standIns).join('')}]`, 'gu');

/** A line with the signs of charts in ASCII, bars as digits: as wide as it was. The others have theirs in `looks/glyphs.ts`. */
export const chartInAscii = (line: string): string => line.replaceAll(drawn, found => standIns[found] ?? found);
