import {paragraph, list, table, type Block, type Cell} from '../section.ts';
import {dayAndTime, instantOf} from '../time.ts';
import type {Bar} from './chart.ts';
import {signs} from './chart.ts';
import {escaped, htmlPieces} from './html.ts';
import {countStep, svgOf} from './svg.ts';
import {type Group, inWords, meanings, type Row, type Timeline} from './timeline.ts';

const meaningOf = (sign: string | undefined): string => meanings.find(([one]) => one === sign)?.[1] ?? '';

const barWords = ({from, to, isGoingOn, due, sign, marked}: Bar, zone: string): string => {
	const at = (moment: number): string => dayAndTime(instantOf(moment), zone);
	return [
		isGoingOn ? `from ${at(from)}, going on` : `${at(from)} to ${at(to)}`,
		...(marked === undefined ? [] : [`accepted ${at(marked)}`]),
		...(due === undefined ? [] : [`due ${at(due)}${to > due ? ', late' : ''}`]),
		...(sign === undefined || sign === signs.open ? [] : [meaningOf(sign)]),
	].join(', ');
};

const wordsOf = ({content}: Row, zone: string): string => {
	switch (content.type) {
		case 'bars': {
			return content.bars.map(bar => barWords(bar, zone)).join('\n');
		}

		case 'marks': {
			return content.marks
				.map(
					({ref, at, sign}) =>
						`${ref} ${dayAndTime(instantOf(at), zone)}${sign === signs.waiting ? ', waits to be sent' : ''}`,
				)
				.join('\n');
		}

		case 'counts': {
			return `${content.moments.length} that stand`;
		}

		case 'words': {
			return content.text;
		}
	}
};

/** The picture as a table, for who does not see it. */
const inRows = (groups: readonly Group[], zone: string): readonly (readonly Cell[])[] =>
	groups.flatMap(({title, rows}) =>
		rows.map(row => [`${title === undefined ? '' : `${title}: `}${row.label.join(' ')}`, wordsOf(row, zone)]),
	);

const key =
	'A bar lasts from its left end to its right; an outlined end is what was late. A circle is when it was due, a dotted ' +
	'line the time left, a diamond a decision or a message (outlined: it waits to be sent), a dashed line through all ' +
	`rows the moment at which this was made. ${[signs.accepted, signs.open, signs.done, signs.failed, signs.dropped]
		.map(sign => `${sign} ${meaningOf(sign)}`)
		.join(', ')}.`;

const pictureHtml = (id: string, title: string, timeline: Timeline, groups: readonly Group[]): string => {
	const {from, to, zone} = timeline;
	const description =
		`From ${dayAndTime(instantOf(from), zone)} to ${dayAndTime(instantOf(to), zone)}. ` +
		'The same stands in words in the table below the picture.';
	const words: readonly Block[] = [table(['What', 'When'], inRows(groups, zone))];
	return (
		`<div class="wide" tabindex="0" role="region" aria-label="${escaped(title)}">\n` +
		`${svgOf(id, {title, description}, timeline, groups)}</div>\n` +
		`<details><summary>${escaped(title)}, in words</summary>\n` +
		`${[...htmlPieces(words, `${title}, in words`)].join('')}</details>\n`
	);
};

/** The incident over time and its actions as pictures, each with the same in words; empty where nothing has happened. */
export const picturesHtml = (timeline: Timeline | undefined, prefix: string): string => {
	if (timeline === undefined) {
		return '';
	}

	const {groups, actions, zone, from, to, beyond} = timeline;
	const noteBlocks: readonly Block[] = [
		paragraph(`Times in ${zone}. A bar of the entries is about ${inWords(countStep({from, to}))}. ${key}`),
		...(beyond.length === 0 ? [] : [list(beyond)]),
	];
	return [
		`<h2>${escaped(prefix)}The incident over time</h2>\n`,
		pictureHtml('time', 'The incident over time', timeline, groups),
		...(actions.rows.length === 0 ? [] : [pictureHtml('work', 'Actions over time', timeline, [actions])]),
		...htmlPieces(noteBlocks),
	].join('');
};
