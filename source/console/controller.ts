import {type Refusal, refuse} from '../refusal.ts';
import type {Block} from '../section.ts';
import {consoleLine} from './console-verbs.ts';
import {
	type Binding,
	bindingAmong,
	type Deed,
	deedOfCharacter,
	keymap,
	type KeyState,
	type LookbackDeed,
	lookbackDeeds,
	type PlayerDeed,
	playerDeeds,
} from './keymap.ts';
import type {Input, Key} from './keys/input.ts';
import {edits, lineOf} from './line.ts';
import {createRecorder} from './line-deeds.ts';
import {createListDeeds} from './list-deeds.ts';
import type {Lookback} from './lookback.ts';
import {lookbackMoves} from './lookback-deeds.ts';
import {unmark} from './marks.ts';
import {mouseHandler} from './mouse.ts';
import {createPageDeeds} from './page-deeds.ts';
import {paletteRows} from './palette.ts';
import {pasteAnswers} from './paste.ts';
import {createPasting} from './pasting.ts';
import {completionOf} from './saying.ts';
import type {Clipboard} from './screen/clipboard.ts';
import type {Player} from './player.ts';
import {createPlaying} from './playing.ts';
import * as sessions from './session.ts';
import type {Session} from './session.ts';
import {placeOfStart} from './start.ts';
import {placesIn} from './stores.ts';
import {skipStep} from './tour.ts';
import {createVerbDeeds, type VerbSetting} from './verb-deeds.ts';
import {viewAfter} from './views.ts';

/** What the keys do. */
export type Controller = {
	readonly handle: (input: Input) => void;
};

const isLookback = (deed: Deed): deed is LookbackDeed => lookbackDeeds.some(one => one === deed);

const isPlayerDeed = (deed: Deed): deed is PlayerDeed => playerDeeds.some(one => one === deed);

const isEdit = (deed: Deed): deed is keyof typeof edits => deed in edits;

/** What a controller joins. */
export type ControllerSetting = VerbSetting & {
	/** The page of every incident of the ledger. */
	readonly others: () => Promise<readonly Block[]>;
	/** Where a row is copied to. */
	readonly clipboard?: Clipboard | undefined;
	/** Takes the board back to a moment; `desk` is then its desk. */
	readonly lookback?: Lookback | undefined;
	/** Plays what is past; it is then what takes the board back, too. */
	readonly player?: Player | undefined;
	/** Whether the mouse is heard; reports that another program has left switched on are not. */
	readonly isMouse?: boolean | undefined;
	/** The table of keys, as remapped. */
	readonly keys?: readonly Binding[];
	/** Keeps a line that the ledger has taken for the next start. */
	readonly keepHistory?: ((text: string) => void) | undefined;
	/** Lets a text be written in another program; gives it back, or why there is none. */
	readonly editor?: ((text: string) => Promise<string | Refusal>) | undefined;
};

/** Joins keys, session and desk. Everything that arrives from elsewhere goes past it, so nothing moves the focus. */
export const createController = (setting: ControllerSetting): Controller => {
	const {
		stores,
		desk,
		view,
		clipboard,
		lookback,
		player,
		isMouse = false,
		keys: table = keymap,
		keepHistory,
		editor,
	} = setting;
	const {session: store, listed} = stores;
	const change = (how: (session: Session) => Session) => {
		store.set(how(store.get()));
	};

	const lists = createListDeeds({stores, view, clipboard});
	const {keys, focus, moveFocus, move, page, openRow} = lists;
	const pages = createPageDeeds({stores, desk, view, others: setting.others, lookback});
	const say = createRecorder(stores, desk, keepHistory);

	const record = () => {
		const text = store.get().line.text.trim();
		const forConsole = consoleLine(text);
		if (forConsole === undefined) {
			say(text);
		} else {
			verbDeeds[forConsole.verb](forConsole.rest, text);
		}
	};

	const pasting = createPasting({
		session: store,
		desk,
		record,
		recorded(text) {
			keepHistory?.(text);
		},
	});

	let isEditing = false;

	/** Lets the line be written elsewhere; the ledger may grow meanwhile. */
	const openEditor = async () => {
		if (isEditing) {
			return;
		}

		isEditing = true;
		const before = store.get().line.text;
		const after = editor === undefined ? refuse('No editor can be opened from here.', '') : await editor(before);
		isEditing = false;
		if (typeof after !== 'string') {
			change(session => sessions.notify(session, `${after.refused} ${after.mend}`.trim(), 'warn'));
		} else if (after !== before) {
			pasting.take({text: after, into: 'line'});
		}
	};

	const verbDeeds = createVerbDeeds(setting, lists, pages, openEditor);

	/** Takes a row of what may be begun: done at once where nothing is recorded by it, else put into the line. */
	const begin = (index: number) => {
		const line = `/${stores.starts.get()[index]?.line ?? ''}`;
		const forConsole = consoleLine(line);
		if (forConsole !== undefined) {
			change(sessions.closeLayer);
			verbDeeds[forConsole.verb](forConsole.rest, line);
		} else if (line !== '/') {
			change(session => sessions.offerLine(session, line));
		}
	};

	const choose = (index?: number) => {
		const {layer, history} = store.get();
		if (layer.type === 'palette') {
			const row = paletteRows(layer.search, history)[layer.selected];
			if (row !== undefined) {
				change(session => sessions.offerLine(session, `/${row.verb} `));
			}

			return;
		}

		if (layer.type === 'start') {
			begin(index ?? placeOfStart(stores.starts.get(), layer.line));
			return;
		}

		const at = index ?? (layer.type === 'menu' ? layer.menu.selected : 0);
		const pasted = layer.type === 'menu' ? layer.menu.pasted : undefined;
		const answer = pasteAnswers[at];
		if (pasted !== undefined && answer !== undefined) {
			pasting.answer(pasted, answer);
			return;
		}

		const offer = layer.type === 'menu' && pasted === undefined ? layer.menu.offers[at] : undefined;
		if (offer !== undefined) {
			change(session => sessions.offerLine(session, `/${offer.line}`));
		}
	};

	/** Esc where no layer is open: takes back what stands in the way, the newest first. */
	const stepBack = () => {
		const session = store.get();
		const obstacle = session.focus === 'line' && view.isListOpen() ? undefined : sessions.inTheWay(session);
		if (obstacle === 'marks') {
			change(unmark);
		} else if (obstacle === 'filter') {
			lists.narrow(undefined);
		} else if (obstacle === 'zoom') {
			change(sessions.zoom);
		} else if (session.focus === 'line') {
			const isAtRest = session.line.text === '' && session.selection === undefined;
			if (isAtRest && stores.tour.get() !== undefined) {
				stores.tour.set(undefined);
				change(one => sessions.notify(one, 'The tour is over here; /tour on brings it back.', 'quiet'));
				return;
			}

			change(one => sessions.stepBack(one, view.isListOpen()));
		} else {
			change(sessions.toLine);
		}
	};

	const completeOrMove = () => {
		const session = store.get();
		const completion = session.cycle?.completion ?? completionOf(session, desk.situation(), stores.following.get());
		if (completion.candidates.length > 0) {
			change(one => sessions.complete(one, completion));
		} else if (!session.line.text.startsWith('/')) {
			moveFocus(1);
		}
	};

	const deeds: Readonly<Record<Exclude<Deed, keyof typeof edits | LookbackDeed | PlayerDeed>, () => void>> = {
		record,
		'open-row': openRow,
		complete: completeOrMove,
		'next-pane': () => moveFocus(1),
		'previous-pane': () => moveFocus(-1),
		'to-line': stepBack,
		'step-back': stepBack,
		'close-layer': () => change(sessions.closeLayer),
		up: () => move(-1),
		down: () => move(1),
		'page-up': () => move(-page()),
		'page-down': () => move(page()),
		top: () => move(Number.NEGATIVE_INFINITY),
		bottom: () => move(Number.MAX_SAFE_INTEGER),
		older: () => change(sessions.older),
		newer: () => change(sessions.newer),
		choose: () => choose(),
		// Which one the digit says.
		'choose-numbered': () => undefined,
		help: () => change(sessions.openHelp),
		prompts: () => focus('prompts'),
		palette: () => change(sessions.openPalette),
		filter: () => change(session => sessions.offerLine(session, `/filter ${session.filter?.words ?? ''}`)),
		zoom: () => change(sessions.zoom),
		'next-view': () => change(session => sessions.toView(session, viewAfter(session.view, session.home))),
		copy: lists.copyRow,
		'skip-step'() {
			const tour = stores.tour.get();
			stores.tour.set(tour === undefined ? undefined : skipStep(tour, listed.get().entries));
		},
		mark: lists.mark,
		'mark-up': () => lists.markOn(-1),
		'mark-down': () => lists.markOn(1),
		'mark-all': lists.markAll,
		undo: () => change(sessions.undo),
		redo: () => change(sessions.redo),
		editor: () => void openEditor(),
		suspend: setting.suspend,
		leave: setting.leave,
	};

	const lookBack = (deed: LookbackDeed) => {
		if (deed === 'to-now' && view.isListOpen()) {
			// The list of candidates is the nearer layer.
			stepBack();
		} else {
			void pages.travel(way => lookbackMoves(way, stores.past.get, store.get)[deed]());
		}
	};

	const play = createPlaying(player, stores, pages.travel);

	/** A character that is a key where it is typed; true when it was one. */
	const isKey = (text: string): boolean => {
		const session = store.get();
		if (play.byCharacter(text, table)) {
			return true;
		}

		const deed = deedOfCharacter(text, sessions.whereOf(session), table);
		if (deed === 'choose-numbered') {
			choose(Number(text) - 1);
			return true;
		}

		if (deed === 'help' && session.line.text === '') {
			change(sessions.openHelp);
			return true;
		}

		return false;
	};

	const typed = (text: string) => {
		const {layer} = store.get();
		if (layer.type === 'help' || layer.type === 'palette') {
			change(session => sessions.search(session, before => before + text));
		} else if (!isKey(text)) {
			change(session => sessions.type(session, text));
		}
	};

	const state = (): KeyState => ({
		session: store.get(),
		isReachable: view.isReachable,
		canZoom: view.canZoom(),
		asked: listed.get().isUnasked === true ? 1 : listed.get().prompts.length,
		isTouring: stores.tour.get() !== undefined,
	});

	/** On the start screen an empty line leaves the keys of a list to the list. */
	const leaveToStart = ({name}: Key) => {
		const {layer, line} = store.get();
		const isForList = name === 'up' || name === 'down' || name === 'enter' || name === 'tab';
		if (isForList && layer.type === 'none' && line.text === '' && desk.incident() === undefined) {
			change(session => (stores.starts.get().length === 0 ? session : sessions.openStart(session)));
		}
	};

	const onMouse = mouseHandler(store.get, view.spotAt, {
		goTo(pane, index) {
			if (view.isReachable(pane)) {
				focus(pane);
				change(session => (index === undefined ? session : sessions.select(session, pane, keys(pane), index)));
			}
		},
		open: openRow,
		mark: lists.toggleMark,
		move,
		choose: () => choose(),
		closeLayer: () => change(sessions.closeLayer),
		toLine: () => change(sessions.toLine),
	});

	return {
		handle(input) {
			if (input.type === 'mouse') {
				if (isMouse) {
					onMouse(input);
				}

				return;
			}

			if (input.type === 'paste') {
				pasting.take({text: input.text, into: 'cursor'});
				return;
			}

			if (input.type === 'text') {
				typed(input.text);
				return;
			}

			leaveToStart(input);
			const binding = bindingAmong(input, placesIn(stores), table);
			if (binding === undefined) {
				return;
			}

			const why = binding.whyNot?.(state());
			const {deed} = binding;
			if (why !== undefined) {
				change(session => sessions.notify(session, why, 'quiet'));
			} else if (isPlayerDeed(deed)) {
				play.byKey(deed);
			} else if (isLookback(deed)) {
				lookBack(deed);
			} else if (!isEdit(deed)) {
				deeds[deed]();
			} else if (store.get().layer.type === 'none') {
				change(session => sessions.edit(session, deed));
			} else {
				change(session => sessions.search(session, text => edits[deed](lineOf(text)).text));
			}
		},
	};
};
