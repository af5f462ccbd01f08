import type {Rectangle} from './screen/rectangle.ts';

/** The panes that hold lists, in the order of Tab. */
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

const stacked = (
	x: number,
	y: number,
	width: number,
	heights: readonly (readonly [PaneName, number])[],
): Partial<Record<PaneName, Rectangle>> => {
	let top = y;
	return Object.fromEntries(
		heights
			.filter(([, height]) => height >= 3)
			.map(([name, height]) => {
				const rectangle = {x, y: top, width, height};
				top += height;
				return [name, rectangle];
			}),
	);
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

const panesOf = (columns: number, top: number, height: number): Partial<Record<PaneName, Rectangle>> => {
	if (columns < 70) {
		const actions = height >= 9 ? Math.floor(height / 2) : 0;
		return stacked(0, top, columns, [
			['actions', actions],
			['log', height - actions],
		]);
	}

	const left = columns < 100 ? 28 : columns < 160 ? 34 : 44;
	if (columns < 110) {
		// On a low screen the log alone is worth more than two stumps.
		const actions = height < 10 ? 0 : Math.max(5, Math.floor(height * 0.4));
		const findings = height >= 20 ? Math.floor(height * 0.25) : 0;
		return {
			...stacked(0, top, left, [['roles', height]]),
			...stacked(left, top, columns - left, [
				['actions', actions],
				['findings', findings],
				['log', height - actions - findings],
			]),
		};
	}

	const right = Math.floor((columns - left) * 0.47);
	const middle = columns - left - right;
	const actions = Math.max(Math.min(height, 3), Math.floor(height * 0.5));
	const findings = Math.floor((height - actions) / 2);
	// What is said outside and what must be said in time have a place where the log and the roles can spare one.
	const clocks = height < 26 ? 0 : Math.floor(height * 0.3);
	const messages = height < 26 ? 0 : Math.floor(height * 0.3);
	return {
		...stacked(0, top, left, [
			['roles', height - clocks],
			['notifications', clocks],
		]),
		...stacked(left, top, middle, [
			['log', height - messages],
			['communications', messages],
		]),
		...stacked(left + middle, top, right, [
			['actions', actions],
			['findings', findings],
			['decisions', height - actions - findings],
		]),
	};
};

/** On a small screen a pane without a place of its own takes the log's while it is in front. */
const withFront = (panes: Layout['panes'], front: PaneName | undefined): Layout['panes'] => {
	if (front === undefined || panes[front] !== undefined || panes.log === undefined) {
		return panes;
	}

	const {log, ...others} = panes;
	return {...others, [front]: log};
};

/** A frame and a row in it: a body lower than this has no room for a pane of that size. */
const leastZoom = 3;

/** Whether a pane can take the whole body: it would else be a frame around nothing. */
export const hasRoomToZoom = ({body}: Pick<Layout, 'body'>): boolean => body.height >= leastZoom;

/**
 * Lays the screen out for its size: the same things in the same corner at each. The pane `front` is on the screen
 * wherever any list is. The pane `zoomed` takes the whole body where that has room for it; header and composer stay.
 */
export const layout = (columns: number, rows: number, front?: PaneName, zoomed?: PaneName, isPast = false): Layout => {
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
						...withFront(panesOf(columns, top, height), front === 'prompts' ? undefined : front),
						...(prompts > 0 ? {prompts: {x: 0, y: composer.y - prompts, width: columns, height: prompts}} : {}),
					},
		composer,
		body,
	};
};
