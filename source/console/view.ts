import {commands} from '../duties/index.ts';
import {inside} from '../looks/size.ts';
import {drawHeader} from '../duties/declaration/pane.tsx';
import type {Top} from '../looks/list.ts';
import type {MarkedRows} from '../looks/marks.ts';
import {aheadOf} from './ahead.ts';
import {companyOf} from './attendance.ts';
import {drawCandidates} from './candidates.ts';
import {cursorColumn, type Saying} from './composer.ts';
import {paintedFooter, paintedLine, paintedSaying} from './composer-panes.ts';
import {consoleLine, consoleSaying} from './console-verbs.ts';
import {keysShown} from './filtered.ts';
import {type Binding, keymap, type KeyState} from './keymap.ts';
import {hasRoomToZoom, type Layout, type PaneName, paneNames} from './layout.ts';
import {isList} from './lists.ts';
import {refusePast, sayingOfMoment} from './lookback.ts';
import {type HelpLine, laidHelp} from './help-rows.ts';
import {helpLines, menuHeight, type Overlay, paletteCursor, searchedHelp} from './overlay.ts';
import {createOverlays} from './overlay-loader.ts';
import {createPainter, type Painted} from './painter.ts';
import {paletteRows} from './palette.ts';
import {drawPastHeader} from './past-header.ts';
import {sayingInReplay, sayingOfGoTo} from './player-saying.ts';
import {drawTransport} from './player-header.ts';
import {paceOf, pressingOf} from './pressing.ts';
import {filteredPane, type Pane, panes} from './panes.ts';
import {keysOf, type Listed} from './rows.ts';
import {completionOf, sayingOf} from './saying.ts';
import {isSameRectangle, type Rectangle} from './screen/rectangle.ts';
import type {Screen} from './screen/screen.ts';
import {frontOf, type Session, toLine} from './session.ts';
import {drawStart} from './start-pane.ts';
import {type Spot, spotAt} from './spot.ts';
import type {Stores} from './stores.ts';
import {guidanceOf} from './tour.ts';
import {layoutBeside} from './tour-layout.ts';
import {drawTour, keyOfIn} from './tour-pane.ts';
import {panesIn} from './views.ts';
import type {Desk} from '../desk.ts';

/** The console as it is shown: panes at their places, the composer, what lies over them. */
export type View = {
	readonly layout: () => Layout;
	/** Panes that are on the screen or come there when they get the focus, in the order of Tab. */
	readonly reachable: () => readonly PaneName[];
	/** Whether one pane is among them. */
	readonly isReachable: (pane: PaneName) => boolean;
	/** Whether a pane can take the whole body. */
	readonly canZoom: () => boolean;
	/** Whether candidates for the line are listed. */
	readonly isListOpen: () => boolean;
	/** What stands at a column and a row of the screen. */
	readonly spotAt: (x: number, y: number) => Spot | undefined;
	/** How far one can move in the help, the palette, or the page that is open. */
	readonly overflow: () => number;
	readonly close: () => void;
};

const mostCandidates = 6;

/** Two verbs are known only to say what is done instead. */
const offeredCommands = commands.filter(({verb}) => verb !== 'edit' && verb !== 'delete');

/** Over the lower part of the body, as tall as it needs. */
const overBody = ({body}: Layout, rows: number): Rectangle => {
	const height = Math.max(0, Math.min(body.height, rows));
	return {x: body.x, y: body.y + body.height - height, width: body.width, height};
};

/** One row of a rectangle; undefined when it is not that tall. */
const rowOf = ({x, y, width, height}: Rectangle, row: number): Rectangle | undefined =>
	row < height ? {x, y: y + row, width, height: 1} : undefined;

const isSameLayout = (one: Layout, other: Layout): boolean =>
	paneNames.every(name => {
		const here = one.panes[name];
		const there = other.panes[name];
		return here === undefined || there === undefined ? here === there : isSameRectangle(here, there);
	});

/** Puts the console on the screen and keeps it in step with its stores. */
export const createView = (
	screen: Screen,
	stores: Stores,
	desk: Desk,
	isReadonly = false,
	keys: readonly Binding[] = keymap,
): View => {
	const {layoutFor, tourArea} = layoutBeside(screen, stores);
	const layoutNow = () => {
		const session = stores.session.get();
		return layoutFor(frontOf(session), session.zoom);
	};
	let current = layoutNow();
	const painter = createPainter(screen);
	const overlays = createOverlays(screen);
	/** What is said of a line of the console, and of any other on a board that is past. */
	const pastSaying = ({line: {text}}: Session): Saying | undefined => {
		const past = stores.past.get();
		const {now, zone} = desk.situation();
		const asked = consoleLine(text);
		const transport = stores.transport.get();
		if (transport !== undefined && (asked?.verb === 'goto' || asked?.verb === 'asof') && asked.rest !== '') {
			return sayingOfGoTo(asked.rest, transport, zone);
		}

		if (asked?.verb === 'asof' && asked.rest !== '') {
			return sayingOfMoment(asked.rest, past?.now ?? now, zone);
		}

		const own = consoleSaying(text);
		if (own === undefined && transport !== undefined) {
			return sayingInReplay(text);
		}

		if (own !== undefined || past === undefined || text.trim() === '') {
			return own === undefined ? undefined : {text: own, tone: 'quiet'};
		}

		const {refused, mend} = refusePast(past.at, past.now, zone);
		return {text: `${refused} ${mend}`, tone: 'warn'};
	};
	const sayNow = (): Saying => {
		const session = stores.session.get();
		const own = session.notice === undefined ? pastSaying(session) : undefined;
		return own ?? sayingOf(session, desk.situation(), desk.propose);
	};
	let said: Saying = sayNow();
	let saying: NodeJS.Immediate | undefined;

	let looked: {readonly listed: Listed; readonly filled: Map<PaneName, boolean>} | undefined;
	/** Whether a pane lists anything; looked at once for each state of the board. */
	const hasRows = (pane: PaneName): boolean => {
		const listed = stores.listed.get();
		if (looked?.listed !== listed) {
			looked = {listed, filled: new Map()};
		}

		const known = looked.filled.get(pane);
		const isFilled = known ?? keysOf(pane, listed, stores.now.get()).length > 0;
		looked.filled.set(pane, isFilled);
		return isFilled;
	};

	const isReachable = (pane: PaneName): boolean => {
		const session = stores.session.get();
		if (!isDeclared || !panesIn(session.view).includes(pane)) {
			return false;
		}

		const placed = layoutFor(frontOf(session)).panes;
		// Of the panes that have no place of their own, those with nothing in them are no stop on the way.
		return (
			placed[pane] !== undefined || (layoutFor(pane).panes[pane] !== undefined && (!isList(pane) || hasRows(pane)))
		);
	};

	const keyState = (): KeyState => ({
		session: stores.session.get(),
		isReachable,
		canZoom: hasRoomToZoom(current),
		// What doctrine has not been asked yet is not said to be nothing.
		asked: stores.listed.get().isUnasked === true ? 1 : stores.listed.get().prompts.length,
		isTouring: stores.tour.get() !== undefined,
	});

	/** The lines of the help as they are searched now; made when the help is open only. */
	const helpNow = (): readonly HelpLine[] => {
		const {layer, focus} = stores.session.get();
		const state = keyState();
		const below = focus === 'line' ? 'line' : 'pane';
		return layer.type === 'help'
			? laidHelp(
					searchedHelp(
						helpLines(keys, offeredCommands, ({where, whyNot}) =>
							where.includes(below) ? whyNot?.(state) : undefined,
						),
						layer.search,
					),
					inside(current.body).width,
				)
			: [];
	};

	const candidatesNow = () => {
		const session = stores.session.get();
		const isOpen = session.layer.type === 'none' && session.focus === 'line' && !session.isListClosed;
		return isOpen
			? (session.cycle?.completion ?? completionOf(session, desk.situation(), stores.following.get())).candidates
			: [];
	};

	/** Shows what may stand at the cursor. */
	const placeCandidates = () => {
		const candidates = candidatesNow();
		const area = overBody(current, candidates.length === 0 ? 0 : Math.min(mostCandidates, candidates.length) + 1);
		const at = stores.session.get().cycle?.at ?? -1;
		painter.place(
			'candidates',
			area.height < 2 ? undefined : area,
			{seen: () => [], draw: size => drawCandidates(candidates, at, size)},
			1,
		);
	};

	/** Says something of the line, and what it may go on with, once the line itself is on the screen. */
	const saySoon = () => {
		saying ??= setImmediate(() => {
			saying = undefined;
			const next = sayNow();
			if (next.text !== said.text || next.tone !== said.tone) {
				said = next;
			}

			placeCandidates();
			painter.update();
		});
	};

	const placeCursor = (session: Session) => {
		const {composer} = current;
		const x = cursorColumn(session.line, composer.width);
		if (session.layer.type === 'palette') {
			const {x: left, y: top} = current.body;
			const at = paletteCursor(session.layer.search, current.body);
			screen.placeCursor({x: left + at.x, y: top + at.y});
			return;
		}

		// Whoever types where something is to be begun types into the line, and sees where.
		const isAtLine = session.layer.type === 'none' || session.layer.type === 'start';
		screen.placeCursor(isAtLine ? {x: Math.min(x, composer.width - 1), y: composer.y} : undefined);
	};

	const overlayNow = ({layer, history}: Session): Overlay | undefined => {
		switch (layer.type) {
			// Painted, as panes are: most people see it first.
			case 'start':
			case 'none': {
				return undefined;
			}

			case 'menu':
			case 'page': {
				return layer;
			}

			case 'help': {
				return {...layer, lines: helpNow()};
			}

			case 'palette': {
				return {...layer, rows: paletteRows(layer.search, history)};
			}
		}
	};

	const areaOf = (overlay: Overlay | undefined): Rectangle =>
		overlay?.type === 'menu' ? overBody(current, menuHeight(overlay.menu, current.body)) : current.body;

	const placeOverlays = (session: Session) => {
		const overlay = overlayNow(session);
		const area = areaOf(overlay);
		overlays.place('layer', area, overlay, 1);
		painter.place('start', isDeclared ? undefined : current.body, start);
		painter.place('starts', session.layer.type === 'start' ? current.body : undefined, starts, 1);
	};

	let marked: {readonly of: unknown[]; readonly rows: MarkedRows | undefined} | undefined;
	/** The marked rows of a pane; the same as before for as long as nothing of them has changed. */
	const markedNow = (name: PaneName): MarkedRows | undefined => {
		const {marks, filter} = stores.session.get();
		if (marks?.pane !== name) {
			return undefined;
		}

		const listed = stores.listed.get();
		if (marked === undefined || marked.of[0] !== marks || marked.of[1] !== listed || marked.of[2] !== filter) {
			const shown = keysShown(name, listed, stores.now.get(), filter);
			const count = shown.filter(key => marks.keys.has(key)).length;
			marked = {of: [marks, listed, filter], rows: {keys: marks.keys, count}};
		}

		return marked.rows;
	};

	const seenOf = (name: PaneName, pane: Pane) => {
		const {selection, focus} = stores.session.get();
		return {
			listed: stores.listed.get(),
			now: pane.clock(stores.now.get()),
			selection: selection?.pane === name ? selection : undefined,
			isFocused: focus === name,
			marks: markedNow(name),
		};
	};

	/** Of each pane what its rows show, as it was painted last. */
	const places = new Map<PaneName, readonly (number | undefined)[]>();
	/** A pane as it is painted; it remembers where its list stood. */
	const paintedPane = (name: PaneName, pane: Pane): Painted => {
		let top: Top | undefined;
		return {
			seen: () => Object.values(seenOf(name, pane)),
			draw(size) {
				const drawing = pane.draw({...seenOf(name, pane), top}, size);
				({top} = drawing);
				places.set(name, drawing.places ?? []);
				return drawing.rows;
			},
		};
	};

	const painted = new Map(paneNames.map(name => [name, paintedPane(name, panes[name])]));
	let filtered: {readonly filter: Session['filter']; readonly painted: Painted} | undefined;
	const paintedNow = (name: PaneName, {filter}: Session): Painted | undefined => {
		if (filter?.pane !== name) {
			return painted.get(name);
		}

		if (filtered?.filter !== filter) {
			filtered = {filter, painted: paintedPane(name, filteredPane(filter))};
		}

		return filtered.painted;
	};

	const line = paintedLine(stores, isReadonly);
	const sayingRow = paintedSaying(() => said);
	const footer = paintedFooter(stores, keys, keyState);
	const companyNow = () => companyOf(stores.there.get(), stores.listed.get().board.incident);
	const header: Painted = {
		seen: () => [stores.listed.get().board, stores.now.get(), stores.past.get(), stores.transport.get(), companyNow()],
		draw(size) {
			const {board} = stores.listed.get();
			const past = stores.past.get();
			const transport = stores.transport.get();
			if (past !== undefined) {
				return drawPastHeader(board, past, size);
			}

			const isLow = transport !== undefined && size.height < 2;
			const rows = drawHeader(board, stores.now.get(), size, {
				ahead: aheadOf(board),
				badge: [
					...(isLow ? ['REPLAY'] : isReadonly ? ['READ ONLY'] : []),
					...(transport === undefined ? paceOf(board) : []),
				].join(' · '),
				company: companyNow(),
				pressing: pressingOf(board, stores.now.get()),
			});
			return transport === undefined || isLow
				? rows
				: [...rows, drawTransport(transport, board.declaration.zone, size.width)];
		},
	};

	const start: Painted = {
		seen: () => [stores.starts.get()],
		draw: size => drawStart(stores.starts.get(), '', size, false),
	};
	const startLine = (): string => {
		const {layer} = stores.session.get();
		return layer.type === 'start' ? layer.line : '';
	};
	const starts: Painted = {
		seen: () => [stores.starts.get(), startLine()],
		draw: size => drawStart(stores.starts.get(), startLine(), size, true),
	};
	const keyOf = keyOfIn(keys);
	const tour: Painted = {
		// The log grows in place: its length tells that there is more of it.
		seen: () => [stores.tour.get(), stores.listed.get().entries.length],
		draw(size) {
			const under = stores.tour.get();
			return under === undefined ? [] : drawTour(guidanceOf(under, stores.listed.get().entries, keyOf), size);
		},
	};

	const placeAll = () => {
		const {header: top, composer} = current;
		const session = stores.session.get();
		painter.place('line', rowOf(composer, 0), line);
		painter.place('saying', rowOf(composer, 1), sayingRow);
		painter.place('footer', rowOf(composer, 2), footer);
		painter.place('header', top, header);
		painter.place('tour', stores.tour.get() === undefined ? undefined : tourArea(current), tour);
		for (const name of paneNames) {
			const pane = paintedNow(name, session);
			if (pane !== undefined) {
				painter.place(name, isDeclared ? current.panes[name] : undefined, pane);
			}
		}

		placeOverlays(session);
		placeCandidates();
		placeCursor(session);
	};

	let shownSession = stores.session.get();
	let isDrill = stores.listed.get().board.exercise.drill !== undefined;
	let isDeclared = stores.listed.get().board.declaration.declaredAt !== undefined;
	const stops = [
		screen.onResize(() => {
			current = layoutNow();
			const {focus} = stores.session.get();
			if (focus !== 'line' && current.panes[focus] === undefined) {
				// There is no room left for it: keys must not go where nobody sees them.
				stores.session.set(toLine(stores.session.get()));
			}

			placeAll();
		}),
		stores.session.subscribe(() => {
			const session = stores.session.get();
			const isFiltered = session.filter !== shownSession.filter;
			const isMoved =
				frontOf(session) !== frontOf(shownSession) ||
				session.zoom !== shownSession.zoom ||
				session.view !== shownSession.view;
			if (isMoved || isFiltered) {
				const next = layoutNow();
				if (isFiltered || !isSameLayout(next, current)) {
					current = next;
					placeAll();
				}
			}

			if (session.layer !== shownSession.layer) {
				placeOverlays(session);
			}

			if (session.line !== shownSession.line || session.layer !== shownSession.layer) {
				placeCursor(session);
			}

			if (
				session.line !== shownSession.line ||
				session.notice !== shownSession.notice ||
				session.layer !== shownSession.layer ||
				session.cycle !== shownSession.cycle ||
				session.focus !== shownSession.focus ||
				session.isListClosed !== shownSession.isListClosed
			) {
				saySoon();
			}

			shownSession = session;
			painter.refresh();
		}),
		stores.following.subscribe(saySoon),
		stores.listed.subscribe(() => {
			// Another's entry may make a line possible, or refuse it.
			saySoon();
			const {declaration, exercise} = stores.listed.get().board;
			const declared = declaration.declaredAt !== undefined;
			const drilled = exercise.drill !== undefined;
			if (declared !== isDeclared || drilled !== isDrill) {
				[isDeclared, isDrill] = [declared, drilled];
				// A drill's panes have a place for what the players are told.
				current = layoutNow();
				placeAll();
			}

			painter.refresh();
		}),
		...[stores.now, stores.transport, stores.there, stores.starts].map(({subscribe}) =>
			subscribe(() => {
				painter.refresh();
			}),
		),
		stores.tour.subscribe(() => {
			// It has rows of its own while it is under way.
			current = layoutNow();
			placeAll();
			painter.refresh();
		}),
		stores.past.subscribe(() => {
			// A bar over its time comes and goes with a board that is past.
			const next = layoutNow();
			if (next.header.height !== current.header.height) {
				current = next;
				placeAll();
			}

			painter.refresh();
			saySoon();
		}),
	];
	placeAll();

	return {
		layout: () => current,
		reachable: () => panesIn(stores.session.get().view).filter(isReachable),
		isReachable,
		canZoom: () => hasRoomToZoom(current),
		isListOpen: () => candidatesNow().length > 0,
		spotAt(x, y) {
			const of = overlayNow(stores.session.get());
			return spotAt({layout: current, places, overlay: of && {area: areaOf(of), of}}, x, y);
		},
		overflow() {
			const {layer, history} = stores.session.get();
			if (layer.type === 'palette') {
				return Math.max(0, paletteRows(layer.search, history).length - 1);
			}

			const lines = layer.type === 'page' ? layer.lines.length : helpNow().length;
			return Math.max(0, lines - inside(current.body).height);
		},
		close() {
			clearImmediate(saying);
			for (const stop of stops) {
				stop();
			}

			painter.close();
			overlays.close();
		},
	};
};
