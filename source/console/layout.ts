import type {Rectangle} from './screen/rectangle.ts';
import {type Column, inDrill, type ViewName, views} from './views.ts';

/** The panes that hold lists. */
export const paneNames = [
	'log',
	'prompts',
	'actions',
	'roles',
	'findings',
	'decisions',
	'communications',
	'notifications',
	'escalation',
	'rhythm',
	'handover',
	'evidence',
	'review',
	'injects',
	'plan',
	'expectations',
	'span',
	'untested',
	'times',
	'replies',
	'to complete',
	'late entries',
	'channels',
	'messages',
	'updates',
	'stakeholders',
	'own actions',
	'own recommendations',
	'manager duties',
	'deputy duties',
	'secretariat duties',
	'expert duties',
	'comms duties',
	'liaison duties',
] as const;

export type PaneName = (typeof paneNames)[number];

/** Where everything stands. A pane that has no room is absent. */
export type Layout = {
	readonly header: Rectangle;
	readonly panes: Readonly<Partial<Record<PaneName, Rectangle>>>;
	/** The line, its reading, the footer. */
	readonly composer: Rectangle;
	/** Where layers open: over the panes. */
	readonly body: Rectangle;
};

const composerRows = 3;
const leastForBar = 12;

/** A frame and a row in it: less than this is no room for a pane. */
const leastPane = 3;

/** The panes of a column with the heights they have there, top to bottom. */
const heightsIn = (column: Column, height: number): readonly (readonly [PaneName, number])[] => {
	const here = column
		.filter(({from = 0}) => from <= height)
		.map(({pane, share, least = leastPane}) => ({
			pane,
			rows: share === undefined ? undefined : Math.max(least, Math.floor(height * share)),
		}));
	const left = here.reduce((room, {rows = 0}) => room - rows, height);
	return here.map(({pane, rows}) => [pane, rows ?? left]);
};

/** Panes at their places, in the order in which they were placed. */
type Placed = readonly (readonly [PaneName, Rectangle])[];

/** The panes of a column at their places; what has no room for a frame is left out. */
const stacked = (column: Column, {x, y, width, height}: Rectangle): Placed => {
	let top = y;
	return heightsIn(column, height)
		.filter(([, rows]) => rows >= leastPane)
		.map(([name, rows]) => {
			const rectangle = {x, y: top, width, height: rows};
			top += rows;
			return [name, rectangle];
		});
};

/** How many rows the prompts take. */
const promptRows = (rows: number): number => {
	if (rows < 12) {
		return 1;
	}

	if (rows < 20) {
		return 2;
	}

	if (rows < 30) {
		return 4;
	}

	return rows < 50 ? 6 : 9;
};

/** Columns of this width and more have room for two side by side, and for three. */
const twoFrom = 70;
const threeFrom = 110;

/** The columns of a view at that width, each with its place. */
const columnsOf = (
	view: ViewName,
	columns: number,
	isDrill: boolean,
): readonly (readonly [Column, x: number, width: number])[] => {
	const {narrow, middling, wide} = isDrill ? inDrill(views[view]) : views[view];
	if (columns < twoFrom) {
		return [[narrow[0], 0, columns]];
	}

	const left = columns < 100 ? 28 : columns < 160 ? 34 : 44;
	if (columns < threeFrom) {
		return [
			[middling[0], 0, left],
			[middling[1], left, columns - left],
		];
	}

	const right = Math.floor((columns - left) * 0.47);
	return [
		[wide[0], 0, left],
		[wide[1], left, columns - left - right],
		[wide[2], columns - right, right],
	];
};

const panesOf = (view: ViewName, columns: number, isDrill: boolean, y: number, height: number): Placed =>
	columnsOf(view, columns, isDrill).flatMap(([column, x, width]) => stacked(column, {x, y, width, height}));

/**
 * A pane without a place of its own takes another's while it is in front: the log's, or where that has none, that of the
 * last pane of the last column.
 */
const withFront = (placed: Placed, front: PaneName | undefined): Placed => {
	if (front === undefined || placed.some(([name]) => name === front)) {
		return placed;
	}

	const yielding = placed.find(([name]) => name === 'log') ?? placed.at(-1);
	return placed.map(one => (one === yielding ? [front, one[1]] : one));
};

/** Whether a pane can take the whole body: it would else be a frame around nothing. */
export const hasRoomToZoom = ({body}: Pick<Layout, 'body'>): boolean => body.height >= leastPane;

/**
 * Lays a view out for the size of the screen: the same things in the same corner at each. The pane `front` is on the
 * screen wherever any list is. The pane `zoomed` takes the whole body where that has room for it; header and composer
 * stay.
 */
export const layout = (
	columns: number,
	rows: number,
	front?: PaneName,
	zoomed?: PaneName,
	{
		isPast = false,
		view = 'board',
		isDrill = false,
	}: {readonly isPast?: boolean; readonly view?: ViewName; readonly isDrill?: boolean} = {},
): Layout => {
	// Where the board is past, a bar over the incident's time stands under the header, if that leaves room for panes.
	const top = isPast && rows >= leastForBar ? 2 : 1;
	const composer = {
		x: 0,
		y: Math.max(1, rows - composerRows),
		width: columns,
		height: Math.min(composerRows, rows - 1),
	};
	const prompts = Math.max(0, Math.min(promptRows(rows), composer.y - top));
	const height = Math.max(0, composer.y - top - prompts);
	const body = {x: 0, y: top, width: columns, height: height + prompts};
	return {
		header: {x: 0, y: 0, width: columns, height: top},
		panes:
			zoomed !== undefined && hasRoomToZoom({body})
				? {[zoomed]: body}
				: {
						...Object.fromEntries(
							withFront(panesOf(view, columns, isDrill, top, height), front === 'prompts' ? undefined : front),
						),
						...(prompts > 0 ? {prompts: {x: 0, y: composer.y - prompts, width: columns, height: prompts}} : {}),
					},
		composer,
		body,
	};
};
