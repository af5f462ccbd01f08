import type {ReactElement} from 'react';
import {commands} from '../duties/index.ts';
import {inside} from '../looks/frame.tsx';
import {cursorColumn, type Saying} from './composer.tsx';
import {LinePane, SayingPane} from './composer-panes.tsx';
import {consoleLine, consoleSaying, withConsoleVerbs} from './console-verbs.ts';
import {FilteredPane} from './filtered-pane.tsx';
import {FooterPane} from './footer-pane.tsx';
import {type Binding, keymap, type KeyState} from './keymap.ts';
import {hasRoomToZoom, layout, type Layout, type PaneName, paneNames} from './layout.ts';
import {keysOf, type Listed} from './rows.ts';
import {
	CandidatesOverlay,
	HelpOverlay,
	helpLines,
	type HelpLine,
	menuHeight,
	MenuOverlay,
	PageOverlay,
	paletteCursor,
	PaletteOverlay,
	searchedHelp,
} from './overlays.tsx';
import {paletteRows} from './palette.ts';
import {HeaderPane, panes} from './panes.tsx';
import {isList} from './lists.ts';
import {refusePast, sayingOfMoment} from './lookback.ts';
import {completionOf, sayingOf} from './saying.ts';
import {type Mount, mount} from './screen/mount.tsx';
import {isSameRectangle, type Rectangle} from './screen/rectangle.ts';
import type {Screen} from './screen/screen.ts';
import {frontOf, type Menu, type Session, toLine} from './session.ts';
import {StartPane} from './start-pane.tsx';
import {createStore} from './store.ts';
import type {Stores} from './stores.ts';
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
	/** How far one can move in the help, the palette, or the page that is open. */
	readonly overflow: () => number;
	readonly close: () => void;
};

const mostCandidates = 6;
const noMenu: Menu = {title: '', text: '', offers: [], selected: 0};

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
	const layoutNow = () => {
		const session = stores.session.get();
		return layout(screen.columns, screen.rows, frontOf(session), session.zoom, stores.past.get() !== undefined);
	};
	let current = layoutNow();
	const mounts = new Map<string, Mount>();
	/** What is said of a line of the console, and of any other on a board that is past. */
	const pastSaying = ({line: {text}}: Session): Saying | undefined => {
		const past = stores.past.get();
		const {now, zone} = desk.situation();
		const asked = consoleLine(text);
		if (asked?.verb === 'asof' && asked.rest !== '') {
			return sayingOfMoment(asked.rest, past?.now ?? now, zone);
		}

		const own = consoleSaying(text);
		if (own !== undefined || past === undefined || text.trim() === '') {
			return own === undefined ? undefined : {text: own, tone: 'quiet'};
		}

		const {refused, mend} = refusePast(past.at, past.now, zone);
		return {text: `${refused} ${mend}`, tone: 'warn'};
	};
	const sayNow = (): Saying => {
		const session = stores.session.get();
		const own = session.notice === undefined ? pastSaying(session) : undefined;
		return own === undefined ? sayingOf(session, desk.situation(), desk.propose) : own;
	};
	const said = createStore<Saying>(sayNow());
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
		if (!isDeclared) {
			return false;
		}

		const placed = layout(screen.columns, screen.rows, frontOf(stores.session.get())).panes;
		// Of the panes that have no place of their own, those with nothing in them are no stop on the way.
		return (
			placed[pane] !== undefined ||
			(layout(screen.columns, screen.rows, pane).panes[pane] !== undefined && (!isList(pane) || hasRows(pane)))
		);
	};

	const keyState = (): KeyState => ({
		session: stores.session.get(),
		isReachable,
		canZoom: hasRoomToZoom(current),
		asked: stores.listed.get().prompts.length,
	});

	/** The lines of the help as they are searched now; made when the help is open only. */
	const helpNow = (): readonly HelpLine[] => {
		const {layer, focus} = stores.session.get();
		const state = keyState();
		const below = focus === 'line' ? 'line' : 'pane';
		return layer.type === 'help'
			? searchedHelp(
					helpLines(keys, offeredCommands, ({where, whyNot}) => (where.includes(below) ? whyNot?.(state) : undefined)),
					layer.search,
				)
			: [];
	};

	/** Says something of the line once the line itself is on the screen. */
	const saySoon = () => {
		saying ??= setImmediate(() => {
			saying = undefined;
			const next = sayNow();
			const before = said.get();
			if (next.text !== before.text || next.tone !== before.tone) {
				said.set(next);
			}
		});
	};

	/** Shows an element under a name; without one takes it off. */
	const place = (name: string, rectangle: Rectangle | undefined, element: () => ReactElement, layer = 0) => {
		const mounted = mounts.get(name);
		if (rectangle === undefined || rectangle.height === 0 || rectangle.width === 0) {
			mounted?.unmount();
			mounts.delete(name);
		} else if (mounted === undefined) {
			mounts.set(name, mount(screen, rectangle, element(), layer));
		} else {
			mounted.update(rectangle, element());
		}
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

		screen.placeCursor(session.layer.type === 'none' ? {x: Math.min(x, composer.width - 1), y: composer.y} : undefined);
	};

	const placeOverlays = (session: Session) => {
		const {layer} = session;
		const menu = layer.type === 'menu' ? layer.menu : undefined;
		const menuArea = menu === undefined ? undefined : overBody(current, menuHeight(menu, current.body));
		place('menu', menuArea, () => <MenuOverlay menu={menu ?? noMenu} size={menuArea ?? current.body} />, 1);
		const help = layer.type === 'help' ? layer : undefined;
		place(
			'help',
			help === undefined ? undefined : current.body,
			() => (
				<HelpOverlay lines={helpNow()} search={help?.search ?? ''} scroll={help?.scroll ?? 0} size={current.body} />
			),
			1,
		);
		const palette = layer.type === 'palette' ? layer : undefined;
		place(
			'palette',
			palette === undefined ? undefined : current.body,
			() => (
				<PaletteOverlay
					rows={paletteRows(palette?.search ?? '', session.history)}
					search={palette?.search ?? ''}
					selected={palette?.selected ?? 0}
					size={current.body}
				/>
			),
			1,
		);
		const page = layer.type === 'page' ? layer : undefined;
		place(
			'page',
			page === undefined ? undefined : current.body,
			() => (
				<PageOverlay
					title={page?.title ?? ''}
					lines={page?.lines ?? []}
					scroll={page?.scroll ?? 0}
					size={current.body}
				/>
			),
			1,
		);
		const {candidates} =
			session.cycle?.completion ?? withConsoleVerbs(completionOf(session, desk.situation()), session.line);
		const isOpen = layer.type === 'none' && session.focus === 'line' && !session.isListClosed && candidates.length > 0;
		const area = overBody(current, isOpen ? Math.min(mostCandidates, candidates.length) + 1 : 0);
		place(
			'candidates',
			area.height < 2 ? undefined : area,
			() => <CandidatesOverlay candidates={candidates} at={session.cycle?.at ?? -1} size={area} />,
			1,
		);
	};

	const placeAll = () => {
		const {header, composer, body} = current;
		const {width} = composer;
		const session = stores.session.get();
		place('line', rowOf(composer, 0), () => <LinePane stores={stores} isReadonly={isReadonly} width={width} />);
		place('saying', rowOf(composer, 1), () => <SayingPane said={said} width={width} />);
		place('footer', rowOf(composer, 2), () => (
			<FooterPane stores={stores} keys={keys} state={keyState} width={width} />
		));
		place('header', header, () => <HeaderPane stores={stores} size={header} />);
		const isDeclared = stores.listed.get().board.declaration.declaredAt !== undefined;
		place('start', isDeclared ? undefined : body, () => <StartPane size={body} />);
		for (const name of paneNames) {
			const rectangle = isDeclared ? current.panes[name] : undefined;
			const Pane = panes[name];
			const filter = session.filter?.pane === name ? session.filter : undefined;
			place(name, rectangle, () =>
				filter === undefined ? (
					<Pane stores={stores} size={rectangle ?? body} />
				) : (
					<FilteredPane stores={stores} filter={filter} size={rectangle ?? body} />
				),
			);
		}

		placeOverlays(session);
		placeCursor(session);
	};

	let shownSession = stores.session.get();
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
			if (frontOf(session) !== frontOf(shownSession) || session.zoom !== shownSession.zoom || isFiltered) {
				const next = layoutNow();
				if (isFiltered || !isSameLayout(next, current)) {
					current = next;
					placeAll();
				}
			}

			if (
				session.line !== shownSession.line ||
				session.layer !== shownSession.layer ||
				session.cycle !== shownSession.cycle ||
				session.focus !== shownSession.focus ||
				session.isListClosed !== shownSession.isListClosed
			) {
				placeOverlays(session);
				placeCursor(session);
			}

			if (session.line !== shownSession.line || session.notice !== shownSession.notice) {
				saySoon();
			}

			shownSession = session;
		}),
		stores.past.subscribe(() => {
			// A bar over its time comes and goes with a board that is past.
			const next = layoutNow();
			if (next.header.height !== current.header.height) {
				current = next;
				placeAll();
			}

			saySoon();
		}),
		stores.listed.subscribe(() => {
			// Another's entry may make a line possible, or refuse it.
			saySoon();
			const declared = stores.listed.get().board.declaration.declaredAt !== undefined;
			if (declared !== isDeclared) {
				isDeclared = declared;
				placeAll();
			}
		}),
	];
	placeAll();

	return {
		layout: () => current,
		reachable: () => paneNames.filter(isReachable),
		isReachable,
		canZoom: () => hasRoomToZoom(current),
		isListOpen: () => mounts.has('candidates'),
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

			for (const one of mounts.values()) {
				one.unmount();
			}

			mounts.clear();
		},
	};
};
