import type {ReactElement} from 'react';
import {commands} from '../duties/index.ts';
import {inside} from '../looks/frame.tsx';
import {Composer, cursorColumn} from './composer.tsx';
import {keymap, likely} from './keymap.ts';
import {layout, type Layout, type PaneName, paneNames} from './layout.ts';
import {CandidatesOverlay, HelpOverlay, helpLines, menuHeight, MenuOverlay} from './overlays.tsx';
import {HeaderPane, panes} from './panes.tsx';
import {completionOf, sayingOf} from './saying.ts';
import {type Mount, mount} from './screen/mount.tsx';
import type {Rectangle} from './screen/rectangle.ts';
import type {Screen} from './screen/screen.ts';
import {frontOf, type Menu, type Session, toLine, whereOf} from './session.ts';
import {StartPane} from './start-pane.tsx';
import {useSelected} from './store.ts';
import type {Stores} from './stores.ts';
import type {Board} from '../board.ts';
import type {Desk} from '../desk.ts';

/** The console as it is shown: panes at their places, the composer, what lies over them. */
export type View = {
	readonly layout: () => Layout;
	/** Panes that are on the screen or come there when they get the focus, in the order of Tab. */
	readonly reachable: () => readonly PaneName[];
	/** Whether candidates for the line are listed. */
	readonly isListOpen: () => boolean;
	/** How far the help can be scrolled. */
	readonly helpOverflow: () => number;
	readonly close: () => void;
};

const mostCandidates = 6;
const noMenu: Menu = {title: '', text: '', offers: [], selected: 0};

/** Built once: neither keys nor verbs change while the program runs. */
const help = helpLines(
	keymap,
	commands.filter(({verb}) => verb !== 'edit' && verb !== 'delete'),
);

const invitationOf = ({declaration}: Board, isReadonly: boolean): string => {
	if (isReadonly) {
		return 'open for reading only';
	}

	if (declaration.declaredAt === undefined) {
		return '/declare what has happened';
	}

	return declaration.closedAt === undefined ? 'write what happens, or / for a verb' : 'closed; /reopen because …';
};

const ComposerPane = ({
	stores,
	desk,
	isReadonly,
	size,
}: {
	readonly stores: Stores;
	readonly desk: Desk;
	readonly isReadonly: boolean;
	readonly size: Rectangle;
}): ReactElement => {
	const line = useSelected(stores.session, session => session.line);
	const where = useSelected(stores.session, whereOf);
	// The reading depends on the board too: another's entry may make a line possible, or refuse it.
	const board = useSelected(stores.listed, listed => listed.board);
	useSelected(stores.session, session => session.notice);
	return (
		<Composer
			line={line}
			saying={sayingOf(stores.session.get(), desk.situation(), desk.propose)}
			bindings={likely(where)}
			invitation={invitationOf(board, isReadonly)}
			width={size.width}
			height={size.height}
		/>
	);
};

/** Over the lower part of the body, as tall as it needs. */
const overBody = ({body}: Layout, rows: number): Rectangle => {
	const height = Math.max(0, Math.min(body.height, rows));
	return {x: body.x, y: body.y + body.height - height, width: body.width, height};
};

/** Puts the console on the screen and keeps it in step with its stores. */
export const createView = (screen: Screen, stores: Stores, desk: Desk, isReadonly = false): View => {
	const layoutNow = () => layout(screen.columns, screen.rows, frontOf(stores.session.get()));
	let current = layoutNow();
	const mounts = new Map<string, Mount>();

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
		place('composer', composer, () => (
			<ComposerPane stores={stores} desk={desk} isReadonly={isReadonly} size={composer} />
		));
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

			shownSession = session;
		}),
		stores.listed.subscribe(() => {
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

			return paneNames.filter(
				name => placed[name] !== undefined || layout(screen.columns, screen.rows, name).panes[name] !== undefined,
			);
		},
		isListOpen: () => mounts.has('candidates'),
		helpOverflow: () => Math.max(0, help.length - inside(current.body).height),
		close() {
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
