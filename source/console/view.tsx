import type {ReactElement} from 'react';
import {commands} from '../duties/index.ts';
import {Composer, cursorColumn} from './composer.tsx';
import {keymap, likely} from './keymap.ts';
import {layout, type Layout, type PaneName, paneNames} from './layout.ts';
import {CandidatesOverlay, HelpOverlay, helpLines, MenuOverlay} from './overlays.tsx';
import {HeaderPane, panes} from './panes.tsx';
import {completionOf, sayingOf} from './saying.ts';
import {type Mount, mount} from './screen/mount.tsx';
import type {Rectangle} from './screen/rectangle.ts';
import type {Screen} from './screen/screen.ts';
import {type Session, whereOf} from './session.ts';
import {StartPane} from './start-pane.tsx';
import {useSelected} from './store.ts';
import type {Stores} from './stores.ts';
import type {Desk} from '../desk.ts';

/** The console as it is shown: panes at their places, the composer, what lies over them. */
export type View = {
	readonly layout: () => Layout;
	/** Panes that are on the screen, in the order of Tab. */
	readonly shownPanes: () => readonly PaneName[];
	readonly close: () => void;
};

const mostCandidates = 6;

/** Built once: neither keys nor verbs change while the program runs. */
const help = helpLines(keymap, commands.filter(({verb}) => verb !== 'edit' && verb !== 'delete'));

/** The rows of the help, so that scrolling knows its end. */
export const helpLength = help.length;

const ComposerPane = ({stores, desk, size}: {readonly stores: Stores; readonly desk: Desk; readonly size: Rectangle}): ReactElement => {
	const line = useSelected(stores.session, session => session.line);
	const where = useSelected(stores.session, whereOf);
	// The reading depends on the board too: another's entry may make a line possible, or refuse it.
	useSelected(stores.listed, listed => listed.board);
	useSelected(stores.session, session => session.notice);
	const saying = sayingOf(stores.session.get(), desk.situation(), desk.propose);
	return <Composer line={line} saying={saying} bindings={likely(where)} width={size.width} height={size.height} />;
};

/** Over the lower part of the body, as tall as it needs. */
const overBody = ({body}: Layout, rows: number): Rectangle => {
	const height = Math.max(0, Math.min(body.height, rows));
	return {x: body.x, y: body.y + body.height - height, width: body.width, height};
};

/** Puts the console on the screen and keeps it in step with its stores. */
export const createView = (screen: Screen, stores: Stores, desk: Desk): View => {
	let current = layout(screen.columns, screen.rows);
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
		place('menu', menu === undefined ? undefined : overBody(current, menu.offers.length + 2), () => (
			<MenuOverlay menu={menu ?? {title: '', offers: [], selected: 0}} size={overBody(current, (menu?.offers.length ?? 0) + 2)} />
		), 1);
		const scroll = layer.type === 'help' ? layer.scroll : 0;
		place('help', layer.type === 'help' ? current.body : undefined, () => (
			<HelpOverlay lines={help} scroll={scroll} size={current.body} />
		), 1);
		const completion = session.cycle?.completion ?? completionOf(session, desk.situation());
		const count = layer.type === 'none' && session.focus === 'line' ? Math.min(mostCandidates, completion.candidates.length) : 0;
		const area = overBody(current, count);
		place('candidates', count === 0 ? undefined : area, () => (
			<CandidatesOverlay candidates={completion.candidates} at={session.cycle?.at ?? -1} size={area} />
		), 1);
	};

	const placeAll = () => {
		const {header, composer, body} = current;
		place('composer', composer, () => <ComposerPane stores={stores} desk={desk} size={composer} />);
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
			current = layout(screen.columns, screen.rows);
			placeAll();
		}),
		stores.session.subscribe(() => {
			const session = stores.session.get();
			if (session.line !== shownSession.line || session.layer !== shownSession.layer || session.cycle !== shownSession.cycle || session.focus !== shownSession.focus) {
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
		shownPanes: () => paneNames.filter(name => mounts.has(name)),
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
