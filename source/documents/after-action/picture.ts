import type {Tracked} from '../../drills/engine.ts';
import {expectedWords, stateWords} from '../../drills/words.ts';
import {type Block, heading, table} from '../../section.ts';
import {type Instant, inZone, later, minute, zoneName} from '../../time.ts';
import {type Bar, signs} from '../chart.ts';
import {escaped, htmlPieces} from '../html.ts';
import {leftWords, mermaidText, pictureTitle} from '../mermaid.ts';
import {drawn, type Picture} from '../pictures.ts';
import {svgOf} from '../svg.ts';
import type {Group, Row, Timeline} from '../timeline.ts';
import {type AfterActionView, offset, standingOf} from './view.ts';

/** More rows are a wall that tells nothing. */
const mostResponses = 30;
const mostInjects = 30;
const labelWidth = 60;

/** The least time that is drawn: a drill that was ended at once has a picture all the same. */
const leastSpan = minute;

type Came = {readonly number: number | undefined; readonly at: Instant; readonly isRescue: boolean};

/** What came in, in its order: injects of the scenario and those that the facilitator thought of. */
const cameIn = ({scenario, board}: AfterActionView): readonly Came[] => {
	const rescues = new Set(scenario.injects.filter(({when}) => when.type === 'missed').map(({number}) => number));
	return board.exercise.injects.map(({number, at}) => ({
		number,
		at,
		isRescue: number !== undefined && rescues.has(number),
	}));
};

/** An expectation whose inject came, with the stretch from there to where it was met, or could no longer be. */
type Response = {readonly tracked: Tracked; readonly from: Instant; readonly to: Instant};

const weight = ({tracked: {state}}: Response): number =>
	state === 'missed' ? 0 : state === 'late' ? 1 : state === 'unseen' ? 3 : 2;

/** The responses that are drawn, in the order of the scenario: what was missed or late goes before what was not. */
const responses = (view: AfterActionView): {readonly shown: readonly Response[]; readonly all: number} => {
	const {expectations, delivered, until, ended} = standingOf(view);
	const end = ended ?? until;
	const all = expectations.flatMap((tracked): readonly Response[] => {
		const from = delivered.get(tracked.inject.number)?.at;
		if (from === undefined) {
			return [];
		}

		const isSeen = tracked.expectation.query.type !== 'observed' && tracked.hit !== undefined;
		const wanted = isSeen ? (tracked.hit?.at ?? end) : (tracked.due ?? end);
		const to = wanted > end ? end : wanted;
		return [{tracked, from, to: to < from ? from : to}];
	});
	const kept = new Set(all.toSorted((a, b) => weight(a) - weight(b)).slice(0, mostResponses));
	return {shown: all.filter(one => kept.has(one)), all: all.length};
};

const tags = ({tracked: {state}}: Response): readonly string[] =>
	state === 'met' ? ['done'] : state === 'late' ? ['crit', 'done'] : state === 'missed' ? ['crit'] : ['active'];

/** The clock of the incident, unless it was changed on the way, which would bend the bars. */
const oneClock = (view: AfterActionView): string => {
	const {zone} = view.board.declaration;
	const {start, until, ended} = standingOf(view);
	return zoneName(start, zone) === zoneName(ended ?? until, zone) ? zone : 'UTC';
};

/** Injects above, responses below, in Mermaid's language. */
const mermaid = (view: AfterActionView): Picture | undefined => {
	const zone = oneClock(view);
	const came = cameIn(view);
	const {shown, all} = responses(view);
	if (came.length === 0) {
		return undefined;
	}

	const at = (moment: Instant): string => inZone(moment, zone, 'yyyy-MM-dd HH:mm');
	const left = [
		...(came.length > mostInjects ? [`${leftWords(came.length - mostInjects, came.length, 'injects')}.`] : []),
		...(all > shown.length
			? [`${leftWords(all - shown.length, all, 'responses')}; missed and late ones are drawn first.`]
			: []),
	].join(' ');
	return {
		lines: [
			'gantt',
			`    title ${pictureTitle(view.board, zone)}`,
			'    dateFormat YYYY-MM-DD HH:mm',
			'    axisFormat %H:%M',
			'    section Injects',
			...came
				.slice(0, mostInjects)
				.map(
					({number, at: when, isRescue}) =>
						`    ${mermaidText(`inject ${number ?? 'of the facilitator'}${isRescue ? ', contingency' : ''}`, labelWidth)} :milestone, ${at(when)}, 0m`,
				),
			...(shown.length === 0 ? [] : ['    section Responses']),
			...shown.map(one => {
				const {id, expectation} = one.tracked;
				const words = `${id} ${stateWords(one.tracked)}: ${expectedWords(expectation, view.board.declaration)}`;
				// What began and ended within one minute is drawn all the same.
				const end = one.to > later(one.from, minute) ? one.to : later(one.from, minute);
				return `    ${mermaidText(words, labelWidth)} :${[...tags(one), at(one.from), at(end)].join(', ')}`;
			}),
		],
		left: left === '' ? undefined : left,
	};
};

/** The drill over time in a Markdown document; nothing where nothing came in. */
export const drillPicture = (view: AfterActionView): readonly Block[] => {
	const blocks = drawn(mermaid(view));
	return blocks.length === 0 ? [] : [heading('The drill over time'), ...blocks];
};

const barOf = ({tracked, from, to}: Response): Bar => ({
	from: Date.parse(from),
	to: Date.parse(to),
	isGoingOn: false,
	due: tracked.due === undefined ? undefined : Date.parse(tracked.due),
	sign: tracked.state === 'missed' ? signs.failed : tracked.state === 'unseen' ? signs.open : signs.done,
	marked: undefined,
});

const marksRow = (name: string, came: readonly Came[]): readonly Row[] =>
	came.length === 0
		? []
		: [
				{
					label: [name],
					content: {
						type: 'marks',
						marks: came.map(({number, at}) => ({
							at: Date.parse(at),
							sign: signs.event,
							ref: number === undefined ? 'free' : String(number),
						})),
					},
				},
			];

const timelineOf = (view: AfterActionView): Timeline => {
	const {start, until, ended} = standingOf(view);
	const from = Date.parse(start);
	const to = Math.max(from + leastSpan, Date.parse(ended ?? until));
	const came = cameIn(view);
	const groups: readonly Group[] = [
		{
			title: 'Injects',
			rows: [
				...marksRow(
					'by number',
					came.filter(one => one.number !== undefined && !one.isRescue),
				),
				...marksRow(
					'contingencies',
					came.filter(one => one.isRescue),
				),
				...marksRow(
					'of the facilitator',
					came.filter(one => one.number === undefined),
				),
			],
		},
		{
			title: 'Responses',
			rows: responses(view).shown.map(one => ({
				label: [`${one.tracked.id} ${expectedWords(one.tracked.expectation, view.board.declaration)}`],
				content: {type: 'bars', bars: [barOf(one)]},
			})),
		},
	];
	// It is over: no moment of it is now.
	const now = to + 1;
	return {
		from,
		to,
		zone: view.board.declaration.zone,
		groups,
		actions: {rows: []},
		now,
		closedAt: undefined,
		beyond: [],
	};
};

const key =
	`A diamond is an inject, with its number. A bar lasts from the inject to the response; an outlined end is what came late; a circle is when the response was due. ` +
	`${signs.done} met, ${signs.failed} missed, ${signs.open} to be observed by an evaluator.`;

const inWords = (view: AfterActionView): Block =>
	table(
		['What', 'When'],
		[
			...cameIn(view).map(({number, at, isRescue}) => [
				`Inject ${number ?? 'of the facilitator'}${isRescue ? ', contingency' : ''}`,
				offset(view, at),
			]),
			...responses(view).shown.map(({tracked, from}) => [
				`${tracked.id} ${expectedWords(tracked.expectation, view.board.declaration)}`,
				[
					`from ${offset(view, from)}`,
					...(tracked.due === undefined ? [] : [`due ${offset(view, tracked.due)}`]),
					stateWords(tracked),
					...(tracked.hit === undefined ? [] : [`${offset(view, tracked.hit.at)}, entry ${tracked.hit.entry}`]),
				].join(', '),
			]),
		],
	);

/** The same as a picture of an HTML page, with its words; empty where nothing came in. */
export const drillPictureHtml = (view: AfterActionView, prefix: string): string => {
	if (cameIn(view).length === 0) {
		return '';
	}

	const title = 'The drill over time';
	const {all, shown} = responses(view);
	const left =
		all > shown.length
			? ` ${leftWords(all - shown.length, all, 'responses')}; missed and late ones are drawn first.`
			: '';
	const timeline = timelineOf(view);
	const description = 'Injects above, responses below. The same stands in words in the table below the picture.';
	return (
		`<h2>${escaped(`${prefix}${title}`)}</h2>\n` +
		`<div class="wide" tabindex="0" role="region" aria-label="${escaped(title)}">\n` +
		`${svgOf('drill', {title, description}, timeline, timeline.groups)}</div>\n` +
		`<p>${escaped(`Times in ${timeline.zone}. ${key}${left}`)}</p>\n` +
		`<details><summary>${escaped(title)}, in words</summary>\n` +
		`${[...htmlPieces([inWords(view)], `${title}, in words`)].join('')}</details>\n`
	);
};
