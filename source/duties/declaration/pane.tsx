import type {Board} from '../../board.ts';
import {worn} from '../../looks/looks.ts';
import type {Cell} from '../../looks/cell.ts';
import {type Drawing, drawRow} from '../../looks/drawing.ts';
import type {Size} from '../../looks/size.ts';
import {columns, forTerminal} from '../../text.ts';
import {clockTime, elapsed, inBrief, inZone, type Instant, stopwatch, timeLeft, zoneName} from '../../time.ts';

const dataWords = {yes: ' · personal data', maybe: ' · personal data?', no: ''} as const;

const cell = (text: string, tone: Cell['tone'] = 'plain'): Cell => ({
	text: ` ${text} `,
	tone,
	width: columns(forTerminal(text)) + 2,
});

/** A piece of the header; the higher its rank, the sooner it is left out. */
type Part = Cell & {readonly rank: number};

/** Less of the title than this says nothing. */
const leastTitle = 10;

/** The parts for which there is room beside a piece of the title. */
const fitting = (parts: readonly Part[], width: number): readonly Cell[] => {
	const taken = parts.reduce((sum, part) => sum + (part.width ?? leastTitle), 0);
	const dearest = Math.max(...parts.map(part => part.rank));
	if (taken > width && dearest > 0) {
		return fitting(
			parts.filter(part => part.rank < dearest),
			width,
		);
	}

	// What precedes the title ends in a blank of its own; where nothing does, the title keeps off the edge.
	return parts[0]?.width === undefined ? [{text: '', width: 1}, ...parts] : parts;
};

/** Something that is promised for a time: the next update, the next heartbeat. */
export type Ahead = {readonly name: string; readonly at: Instant};

const aheadCells = (ahead: readonly Ahead[], now: Instant): readonly Cell[] =>
	ahead.map(({name, at}) => cell(`${name} ${timeLeft(at, now)}`, at <= now ? 'urgent' : 'plain'));

const asideCells = (text: string): readonly Cell[] => (text === '' ? [] : [cell(text, 'quiet')]);

/** As many of them, the dearest first, as leave the other parts as they are. */
const withinRoom = (cells: readonly Cell[], room: number): readonly Cell[] => {
	let left = room;
	return cells.filter(one => {
		const fits = (one.width ?? 0) <= left;
		left -= fits ? (one.width ?? 0) : 0;
		return fits;
	});
};

/** What else a header may say. */
export type HeaderExtras = {
	/** Said in the place of the clocks where the board is that of a past moment. */
	readonly asOf?: string;
	/** Times that are promised, soonest first; said where there is room beside the whole title. */
	readonly ahead?: readonly Ahead[];
	/** What is to be known of this screen: that it only reads. Said where there is room beside the whole title. */
	readonly badge?: string;
	/** How many look at the incident; said where all else has room. */
	readonly company?: string;
};

/** The header: what the incident is, how it stands, how long it has run, and what time it is for the responders. */
export const drawHeader = (
	board: Board,
	now: Instant,
	size: Size,
	{asOf, ahead = [], badge = '', company = ''}: HeaderExtras = {},
): Drawing => {
	const {declaration, incident, escalation} = board;
	const {declaredAt, closedAt, zone, severity, incidentKind, phase} = declaration;
	const isCalm = worn().motion === 'reduced';
	const clock = `${inZone(now, zone, isCalm || size.width < 60 ? 'HH:mm' : 'HH:mm:ss')} ${zoneName(now, zone)}`;
	if (declaredAt === undefined) {
		return [
			drawRow(
				[
					{text: ' Loggist', tone: 'title'},
					...asideCells(badge),
					...asideCells(company),
					{text: `${clock} `, width: clock.length + 1, align: 'right'},
				],
				size.width,
			),
		];
	}

	const isNarrow = size.width < 100;
	const state =
		closedAt === undefined
			? `${phase.toUpperCase()}${isNarrow && escalation.tier === 'bronze' ? '' : ` · ${escalation.tier.toUpperCase()}`}`
			: `CLOSED ${clockTime(closedAt, zone)}`;
	const kind = `${severity}${declaration.doubt === undefined ? '' : '?'}${isNarrow ? '' : ` ${incidentKind}${dataWords[declaration.personalData]}`}`;
	const lasted = elapsed(declaredAt, closedAt ?? now);
	const ran = isCalm ? inBrief(lasted) : stopwatch(lasted);
	const parts: readonly Part[] = [
		...(declaration.exercise ? [{...cell('EXERCISE', 'exercise'), rank: 1}] : []),
		...(declaration.marking === undefined ? [] : [{...cell(declaration.marking, 'strong'), rank: 7}]),
		{...cell(incident, 'strong'), rank: 5},
		{text: declaration.title, tone: 'strong', rank: 0},
		{...cell(kind, severity === 'S1' ? 'urgent' : severity === 'S2' ? 'warn' : 'plain'), rank: 3},
		{...cell(state, phase === 'hot' && closedAt === undefined ? 'urgent' : 'plain'), rank: 2},
		...(asOf === undefined
			? [
					{...cell(ran), rank: 6},
					{...cell(clock, 'strong'), rank: 0},
				]
			: [{...cell(asOf, 'selected'), rank: 0}]),
	];
	const taken = parts.reduce((sum, part) => sum + (part.width ?? columns(forTerminal(part.text)) + 1), 0);
	const soon = withinRoom(
		[...asideCells(badge), ...aheadCells(ahead, now), ...asideCells(company)],
		size.width - taken,
	);
	const title = parts.findIndex(part => part.width === undefined);
	const cells = [
		...parts.slice(0, title + 1),
		...soon.map((one): Part => ({...one, rank: 0})),
		...parts.slice(title + 1),
	];
	return [drawRow(fitting(cells, size.width), size.width)];
};
