import {clip} from '../text.ts';
import {inZone, instantOf} from '../time.ts';
import {type Axis, type Bar, countsOf, type Mark, signs, tickPatterns, ticksOf} from './chart.ts';
import {escaped} from './html.ts';
import {fitted, type Group, type Row, type Timeline} from './timeline.ts';

/*
Readings of an incident over time as SVG, in units of a drawing a thousand wide. Every colour is a class of the page's
style; every text goes through `escaped`.
*/

const width = 1000;
const left = 290;
const right = 20;
const across = width - left - right;
const rowHeight = 20;
const headHeight = 44;
const labelColumns = 34;
/** So many bars of entries at most: a bar is never thinner than can be seen. */
const mostCounts = 116;
const countHeight = 34;

type Scale = {readonly axis: Axis; readonly x: (at: number) => number};

const scaleOf = ({from, to, zone}: Pick<Timeline, 'from' | 'to' | 'zone'>): Scale => ({
	// Names of times are about as wide as nine columns of seven units.
	axis: {from, to, zone, width: Math.floor(across / 7)},
	x: at => left + (Math.min(to, Math.max(from, at)) - from) * (across / (to - from)),
});

const place = (value: number): string => value.toFixed(1);

const rect = (name: string, from: number, to: number, y: number, height: number): string =>
	`<rect class="${name}" x="${place(from)}" y="${place(y)}" width="${place(Math.max(2, to - from))}" height="${place(height)}"/>`;

const line = (name: string, x1: number, y1: number, x2: number, y2: number): string =>
	`<line class="${name}" x1="${place(x1)}" y1="${place(y1)}" x2="${place(x2)}" y2="${place(y2)}"/>`;

const text = (name: string, x: number, y: number, said: string, anchor = 'start'): string =>
	`<text class="${name}" x="${place(x)}" y="${place(y)}" text-anchor="${anchor}">${escaped(said)}</text>`;

const diamond = (name: string, x: number, y: number): string =>
	`<path class="${name}" d="M${place(x)} ${place(y - 5)}l5 5l-5 5l-5-5z"/>`;

const barSvg = ({axis, x}: Scale, {from, to, isGoingOn, due, sign, marked}: Bar, y: number): string => {
	const middle = y + rowHeight / 2;
	const lateFrom = due === undefined ? to : Math.min(to, Math.max(from, due));
	const isWithin = (at: number | undefined): at is number => at !== undefined && at >= axis.from && at <= axis.to;
	return [
		rect('bar', x(from), x(lateFrom), y + 5, rowHeight - 10),
		...(lateFrom < to ? [rect('late', x(lateFrom), x(to), y + 6, rowHeight - 12)] : []),
		...(due !== undefined && isGoingOn && due > to ? [line('left', x(to), middle, x(due), middle)] : []),
		...(isWithin(due) ? [`<circle class="due" cx="${place(x(due))}" cy="${place(middle)}" r="4"/>`] : []),
		...(isWithin(marked) ? [text('sign', x(marked), middle + 5, signs.accepted, 'middle')] : []),
		...(sign === undefined ? [] : [text('sign', x(to) + 3, middle + 5, sign)]),
	].join('');
};

/** Marks with their refs where there is room for them; each mark has its ref as its title. */
const marksSvg = ({x}: Scale, marks: readonly Mark[], y: number): string => {
	const sorted = marks.toSorted((a, b) => a.at - b.at);
	return sorted
		.map(({at, sign, ref}, index) => {
			const middle = y + rowHeight / 2;
			const start = x(at) + 8;
			const next = sorted[index + 1];
			const room = (next === undefined ? width : x(next.at) - 6) - start;
			const shape = diamond(sign === signs.waiting ? 'waiting' : 'event', x(at), middle);
			const name = ref.length * 9 <= room ? text('ref', start, middle + 5, ref) : '';
			return `<g><title>${escaped(ref)}</title>${shape}${name}</g>`;
		})
		.join('');
};

const countsSvg = ({axis}: Scale, moments: readonly number[], y: number): string => {
	const counts = countsOf({...axis, width: mostCounts}, moments);
	const most = counts.reduce((one, other) => Math.max(one, other), 1);
	const step = across / mostCounts;
	return counts
		.map((count, index) => {
			const height = (count / most) * (countHeight - 4);
			const start = left + index * step;
			return count === 0 ? '' : rect('count', start, start + step - 1, y + countHeight - height, height);
		})
		.join('');
};

const heightOf = ({content}: Row): number => (content.type === 'counts' ? countHeight + 6 : rowHeight);

const contentSvg = (scale: Scale, {content}: Row, y: number): string => {
	switch (content.type) {
		case 'bars': {
			return content.bars.map(bar => barSvg(scale, bar, y)).join('');
		}

		case 'marks': {
			return marksSvg(scale, content.marks, y);
		}

		case 'counts': {
			return countsSvg(scale, content.moments, y);
		}

		case 'words': {
			return text('words', left, y + 15, clip(content.text, 90));
		}
	}
};

const axisSvg = ({axis, x}: Scale, height: number): string => {
	const [above, below] = tickPatterns(axis);
	const named = (at: number, pattern: string) => inZone(instantOf(at), axis.zone, pattern);
	let day = '';
	const ticks = ticksOf(axis).map(({at}) => {
		const today = named(at, above);
		const isNew = today !== day;
		day = today;
		return [
			line('grid', x(at), headHeight - 6, x(at), height),
			// A day is named at its first tick, but not over the edge.
			...(isNew && x(at) < width - 80 ? [text('day', x(at), 14, today)] : []),
			...(x(at) < width - 40 ? [text('tick', x(at), 31, named(at, below))] : []),
		].join('');
	});
	return `${ticks.join('')}${line('rule', left, headHeight - 6, width - right, headHeight - 6)}`;
};

/** About how long one bar of entries lasts, in milliseconds. */
export const countStep = ({from, to}: Pick<Timeline, 'from' | 'to'>): number => (to - from) / mostCounts;

/**
 * Groups of rows over one axis. `id` must be of this page alone: title and description are named by it.
 */
export const svgOf = (
	id: string,
	{title, description}: {readonly title: string; readonly description: string},
	timeline: Timeline,
	groups: readonly Group[],
): string => {
	const scale = scaleOf(timeline);
	const parts: string[] = [];
	let y = headHeight;
	for (const group of groups) {
		if (group.title !== undefined) {
			parts.push(text('title', 4, y + 15, group.title));
			y += rowHeight;
		}

		for (const row of group.rows) {
			const height = heightOf(row);
			const whole = row.label.join(' ');
			const label = text(
				'label',
				group.title === undefined ? 4 : 14,
				y + height / 2 + 5,
				fitted(row.label, labelColumns).trimEnd(),
			);
			parts.push(`<g><title>${escaped(whole)}</title>${label}${contentSvg(scale, row, y)}</g>\n`);
			y += height;
		}
	}

	const height = y + 8;
	const {from, to, now} = timeline;
	const isNow = now >= from && now <= to;
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc" ` +
		`data-from="${from}" data-to="${to}" data-left="${left}" data-width="${across}">\n` +
		`<title id="${id}-title">${escaped(title)}</title>\n<desc id="${id}-desc">${escaped(description)}</desc>\n` +
		`${axisSvg(scale, height)}\n${parts.join('')}` +
		(isNow ? line('now', scale.x(now), headHeight - 6, scale.x(now), height) : '') +
		`<line class="then" x1="${left}" y1="${headHeight - 6}" x2="${left}" y2="${height}" visibility="hidden"/>\n</svg>\n`
	);
};
