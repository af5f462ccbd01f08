import type {ReactElement} from 'react';
import {commands} from '../duties/index.ts';
import {inside} from '../looks/frame.tsx';
import {cursorColumn, type Saying} from './composer.tsx';
import {FooterPane, LinePane, SayingPane} from './composer-panes.tsx';
import {keymap} from './keymap.ts';
import {layout, type Layout, type PaneName, paneNames} from './layout.ts';
import {keysOf} from './rows.ts';
import {CandidatesOverlay, HelpOverlay, helpLines, menuHeight, MenuOverlay, PageOverlay} from './overlays.tsx';
import {HeaderPane, panes} from './panes.tsx';
import {isList} from './lists.ts';
import {completionOf, sayingOf} from './saying.ts';
import {type Mount, mount} from './screen/mount.tsx';
import type {Rectangle} from './screen/rectangle.ts';
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
	/** Whether candidates for the line are listed. */
	readonly isListOpen: () => boolean;
	/** How far the help, or the page that is open, can be scrolled. */
	readonly overflow: () => number;
	readonly close: () => void;
};

const mostCandidates = 6;
const noMenu: Menu = {title: '', text: '', offers: [], selected: 0};

/** Built once: neither keys nor verbs change while the program runs. */
const help = helpLines(
	keymap,
	commands.filter(({verb}) => verb !== 'edit' && verb !== 'delete'),
);

/** Over the lower part of the body, as tall as it needs. */
const overBody = ({body}: Layout, rows: number): Rectangle => {
	const height = Math.max(0, Math.min(body.height, rows));
	return {x: body.x, y: body.y + body.height - height, width: body.width, height};
};

/** One row of a rectangle; undefined when it is not that tall. */
const rowOf = ({x, y, width, height}: Rectangle, row: number): Rectangle | undefined =>
	row < height ? {x, y: y + row, width, height: 1} : undefined;

/** Puts the console on the screen and keeps it in step with its stores. */
export const createView = (screen: Screen, stores: Stores, desk: Desk, isReadonly = false): View => {
	const layoutNow = () => layout(screen.columns, screen.rows, frontOf(stores.session.get()));
	let current = layoutNow();
	const mounts = new Map<string, Mount>();
	const sayNow = () => sayingOf(stores.session.get(), desk.situation(), desk.propose);
	const said = createStore<Saying>(sayNow());
	let saying: NodeJS.Immediate | undefined;

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
		screen.placeCursor(session.layer.type === 'none' ? {x: Math.min(x, composer.width - 1), y: composer.y} : undefined);
	};

	const placeOverlays = (session: Session) => {
		const {layer} = session;
		const menu = layer.type === 'menu' ? layer.menu : undefined;
		const menuArea = menu === undefined ? undefined : overBody(current, menuHeight(menu, current.body));
		place('menu', menuArea, () => <MenuOverlay menu={menu ?? noMenu} size={menuArea ?? current.body} />, 1);
		const scroll = layer.type === 'help' ? layer.scroll : 0;
		place(
			'help',
			layer.type === 'help' ? current.body : undefined,
			() => <HelpOverlay lines={help} scroll={scroll} size={current.body} />,
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
		const {candidates} = session.cycle?.completion ?? completionOf(session, desk.situation());
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
		place('line', rowOf(composer, 0), () => <LinePane stores={stores} isReadonly={isReadonly} width={width} />);
		place('saying', rowOf(composer, 1), () => <SayingPane said={said} width={width} />);
		place('footer', rowOf(composer, 2), () => <FooterPane stores={stores} width={width} />);
		place('header', header, () => <HeaderPane stores={stores} size={header} />);
		const isDeclared = stores.listed.get().board.declaration.declaredAt !== undefined;
		place('start', isDeclared ? undefined : body, () => <StartPane size={body} />);
		for (const name of paneNames) {
			const rectangle = isDeclared ? current.panes[name] : undefined;
			const Pane = panes[name];
			place(name, rectangle, () => <Pane stores={stores} size={rectangle ?? body} />);
		}

		const session = stores.session.get();
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
			if (frontOf(session) !== frontOf(shownSession)) {
				const next = layoutNow();
				const isSame = paneNames.every(
					name => (next.panes[name] === undefined) === (current.panes[name] === undefined),
				);
				if (!isSame) {
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
		reachable() {
			const {panes: placed} = current;
			if (!isDeclared) {
				return [];
			}

			// Of the panes that have no place of their own, those with nothing in them are no stop on the way.
			return paneNames.filter(
				name =>
					placed[name] !== undefined ||
					(layout(screen.columns, screen.rows, name).panes[name] !== undefined &&
						(!isList(name) || keysOf(name, stores.listed.get(), stores.now.get()).length > 0)),
			);
		},
		isListOpen: () => mounts.has('candidates'),
		overflow() {
			const {layer} = stores.session.get();
			const lines = layer.type === 'page' ? layer.lines.length : help.length;
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
