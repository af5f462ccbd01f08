import type {Board} from '../../board.ts';
import {worn} from '../../looks/looks.ts';
import type {Cell} from '../../looks/cell.ts';
import {type Drawing, drawRow} from '../../looks/drawing.ts';
import type {Size} from '../../looks/size.ts';
import type {Tone} from '../../looks/theme.ts';
import {columns, forTerminal} from '../../text.ts';
import {elapsed, inBrief, inZone, type Instant, stopwatch, timeFrom, timeLeft, zoneName} from '../../time.ts';

const dataWords = {yes: ' · personal data', maybe: ' · personal data?', no: ''} as const;

const cell = (text: string, tone: Cell['tone'] = 'plain'): Cell => ({
	text: ` ${text} `,
	tone,
	width: columns(forTerminal(text)) + 2,
});

/** What must be in sight at every size: a clock that runs out, what is overdue. */
export type Pressing = {
	readonly text: string;
	/** The same for where the title would else be cut. */
	readonly brief: string;
	readonly tone: Tone;
};

/** A piece of the header; the higher its rank, the sooner it is left out. */
type Part = Cell & {readonly rank: number};

/** Less of a marking than this, a letter and blanks around it, says nothing. */
const leastMarking = 4;
/** Room for one as short as most are: `TLP:AMBER`. */
const shortMarking = 11;

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

	if (parts.every(part => part.width !== undefined)) {
		// Without a title the clock keeps its place at the edge.
		return [...parts.slice(0, -1), {text: ''}, ...parts.slice(-1)];
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

/** What the parts take, the title whole. */
const takenBy = (parts: readonly Part[]): number =>
	parts.reduce((sum, part) => sum + (part.width ?? columns(forTerminal(part.text)) + 1), 0);

const widthOf = (parts: readonly Cell[]): number => parts.reduce((sum, {width = 0}) => sum + width, 0);

/**
 * How the incident is marked is never left out: whoever looks over a shoulder is to see it. A long one is cut for what
 * must be in sight beside it.
 */
const markingParts = (marking: string | undefined, room: number, phase: number): readonly Part[] => {
	if (marking === undefined || room < leastMarking) {
		return [];
	}

	const whole = cell(marking, 'strong');
	// A long one leaves room for the phase too, where enough is left to tell which marking it is.
	const left = room - phase < shortMarking ? room : room - phase;
	return [{...whole, width: Math.min(whole.width ?? 0, left), rank: 0}];
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
	/** Most urgent first; said before the title itself where there is little room. */
	readonly pressing?: readonly Pressing[];
};

/**
 * The header: what the incident is, how it stands, what presses, how long it has run, and what time it is for the
 * responders.
 */
export const drawHeader = (
	board: Board,
	now: Instant,
	size: Size,
	{asOf, ahead = [], badge = '', company = '', pressing = []}: HeaderExtras = {},
): Drawing => {
	const {declaration, incident, escalation} = board;
	const {declaredAt, closedAt, zone, severity, incidentKind, phase} = declaration;
	const isCalm = worn().motion === 'reduced';
	const isTight = size.width < 60;
	// What presses is worth more than the name of the zone.
	const named = isTight && pressing.length > 0 ? '' : ` ${zoneName(now, zone)}`;
	const clock = `${inZone(now, zone, isCalm || isTight ? 'HH:mm' : 'HH:mm:ss')}${named}`;
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
			: `CLOSED ${timeFrom(now, closedAt, zone)}`;
	const kind = `${severity}${declaration.doubt === undefined ? '' : '?'}${isNarrow ? '' : ` ${incidentKind}${dataWords[declaration.personalData]}`}`;
	const lasted = elapsed(declaredAt, closedAt ?? now);
	const ran = isCalm ? inBrief(lasted) : stopwatch(lasted);
	const exercise = declaration.exercise ? [{...cell('EXERCISE', 'exercise'), rank: 0}] : [];
	const last = asOf === undefined ? cell(clock, 'strong') : cell(asOf, 'selected');
	const forced = widthOf([...exercise, ...pressing.map(({brief}) => cell(brief)), last]);
	// Beside a marking in little room the phase says more than a piece of the title.
	const titleRank = pressing.length > 0 ? 3 : declaration.marking === undefined ? 0 : 4.5;
	const partsWith = (isBrief: boolean): readonly Part[] => [
		...exercise,
		...markingParts(declaration.marking, size.width - forced, widthOf([cell(state)])),
		{...cell(incident, 'strong'), rank: 6},
		{text: declaration.title, tone: 'strong', rank: titleRank},
		{...cell(kind, severity === 'S1' ? 'urgent' : severity === 'S2' ? 'warn' : 'plain'), rank: 5},
		{...cell(state, phase === 'hot' && closedAt === undefined ? 'urgent' : 'plain'), rank: 4},
		...pressing.map((one, index) => ({...cell(isBrief ? one.brief : one.text, one.tone), rank: index + 1})),
		...(asOf === undefined ? [{...cell(ran), rank: 7}] : []),
		{...last, rank: 0},
	];
	const inFull = partsWith(false);
	const parts = takenBy(inFull) <= size.width ? inFull : partsWith(true);
	const soon = withinRoom(
		[...asideCells(badge), ...aheadCells(ahead, now), ...asideCells(company)],
		size.width - takenBy(parts),
	);
	const title = parts.findIndex(part => part.width === undefined);
	const cells = [
		...parts.slice(0, title + 1),
		...soon.map((one): Part => ({...one, rank: 0})),
		...parts.slice(title + 1),
	];
	return [drawRow(fitting(cells, size.width), size.width)];
};
