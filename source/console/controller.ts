import type {Desk} from '../desk.ts';
import {LedgerTrouble} from '../ledger/ledger.ts';
import {isRefusal, type Refusal, refuse} from '../refusal.ts';
import {clockTimeFrom} from '../time.ts';
import {type ConsoleVerbName, consoleLine} from './console-verbs.ts';
import {keysShown} from './filtered.ts';
import {
	type Binding,
	bindingAmong,
	type Deed,
	deedOfCharacter,
	keymap,
	type KeyState,
	type LookbackDeed,
	lookbackDeeds,
} from './keymap.ts';
import type {Lookback} from './lookback.ts';
import {asOf, lookbackMoves} from './lookback-deeds.ts';
import type {PaneName} from './layout.ts';
import type {Input, Key} from './keys/input.ts';
import type {ConsoleDeed, ConsoleDeeds, Tools} from './deeds.ts';
import {edits, lineOf} from './line.ts';
import {batchMenu} from './batch.ts';
import * as marking from './marks.ts';
import {wordedRows, wordsOfRow} from './listing.ts';
import {mouseHandler} from './mouse.ts';
import {paletteRows} from './palette.ts';
import {pasteAnswers} from './paste.ts';
import {createPasting} from './pasting.ts';
import {receiptOf} from './receipt.ts';
import {keysOf, menuOf, startOf} from './rows.ts';
import {completionOf, spoken} from './saying.ts';
import * as sessions from './session.ts';
import type {Session} from './session.ts';
import type {Clipboard} from './screen/clipboard.ts';
import type {Block} from '../section.ts';
import {placeOfStart} from './start.ts';
import type {Stores} from './stores.ts';
import {skipStep} from './tour.ts';
import type {View} from './view.ts';
import {viewAfter} from './views.ts';

/** What the keys do. */
export type Controller = {
	readonly handle: (input: Input) => void;
};

const isLookback = (deed: Deed): deed is LookbackDeed => lookbackDeeds.some(one => one === deed);

const isEdit = (deed: Deed): deed is keyof typeof edits => deed in edits;

/** Joins keys, session and desk. Everything that arrives from elsewhere goes past it, so nothing moves the focus. */
export const createController = ({
	stores,
	desk,
	view,
	others,
	incidents,
	openIncident,
	readStarts,
	own = {},
	clipboard,
	lookback,
	isMouse = false,
	keys: table = keymap,
	keepHistory,
	editor,
	suspend,
	leave,
}: {
	readonly stores: Stores;
	readonly desk: Desk;
	readonly view: View;
	/** The page of every incident of the ledger. */
	readonly others: () => Promise<readonly Block[]>;
	/** The references of every incident of the ledger, oldest first. */
	readonly incidents?: (() => Promise<readonly string[]>) | undefined;
	/** Goes to another incident of the ledger; gives why that is not possible, or nothing once it is on the screen. */
	readonly openIncident?: ((reference: string) => Promise<Refusal | undefined>) | undefined;
	/** Reads anew what may be begun or gone to, into its store. */
	readonly readStarts?: (() => Promise<void>) | undefined;
	/** What verbs of the console do that need more than the board. */
	readonly own?: ConsoleDeeds;
	/** Where a row is copied to. */
	readonly clipboard?: Clipboard | undefined;
	/** Takes the board back to a moment; `desk` is then its desk. */
	readonly lookback?: Lookback | undefined;
	/** Whether the mouse is heard; reports that another program has left switched on are not. */
	readonly isMouse?: boolean | undefined;
	/** The table of keys, as remapped. */
	readonly keys?: readonly Binding[];
	/** Keeps a line that the ledger has taken for the next start. */
	readonly keepHistory?: ((text: string) => void) | undefined;
	/** Lets a text be written in another program; gives it back, or why there is none. */
	readonly editor?: ((text: string) => Promise<string | Refusal>) | undefined;
	readonly suspend: () => void;
	readonly leave: () => void;
}): Controller => {
	const {session: store, listed} = stores;
	const change = (how: (session: Session) => Session) => {
		store.set(how(store.get()));
	};

	const write = async (text: string) => {
		const {line, literal} = spoken(text);
		const {shelved} = store.get();
		const isUntouched = ({line: now}: Session) => now.text === '' || now.text === shelved;
		change(sessions.takeLine);
		try {
			const answer = await desk.write(line, literal);
			if (isRefusal(answer)) {
				change(session =>
					sessions.notify(sessions.giveBack(session, text), `${answer.refused} ${answer.mend}`, 'warn'),
				);
				return;
			}

			const receipt = receiptOf(answer, desk.board());
			change(session => marking.unmarkSaid(sessions.recorded(session), text));
			keepHistory?.(text);
			if (receipt !== undefined) {
				change(session =>
					// Whoever types on already wants the reading of that line, not of the last one.
					isUntouched(session) ? sessions.notify(session, receipt, 'quiet') : session,
				);
			}
		} catch (error) {
			if (!(error instanceof LedgerTrouble)) {
				throw error;
			}

			change(session =>
				sessions.notify(sessions.giveBack(session, text), `NOT WRITTEN. ${error.message} ${error.mend}`, 'urgent'),
			);
		}
	};

	/** Takes a line of the console away, unless another has been begun since it was read. */
	const spend = (text: string) => {
		change(session => (session.line.text.trim() === text ? sessions.spent(session) : session));
	};

	/** A page of the incident; what draws it is loaded when it is first asked for. Where there is none, that is said. */
	const pageOf = async (name: string) => {
		const [{pages}, {plainText}] = await Promise.all([
			import('../documents/pages.ts'),
			import('../documents/plain.ts'),
		]);
		const page = pages.find(one => one.name === name.toLowerCase());
		const incident = desk.incident();
		const past = stores.past.get();
		const isOverview = name.toLowerCase() === 'overview';
		if ((page === undefined && !isOverview) || incident === undefined) {
			const names = [...pages.map(one => one.name), 'overview', 'people'];
			change(session => sessions.notify(session, `The pages are ${names.join(', ')}.`, 'warn'));
			return undefined;
		}

		// The picture over time shows all of it, and where in it the board stands.
		const isPicture = page?.isPicture === true;
		const shown = isPicture && lookback !== undefined ? lookback.present : desk;
		const {board, now, zone} = shown.situation();
		const columns = view.layout().body.width - 4;
		const blocks =
			page === undefined
				? await others()
				: page.blocks({
						board,
						entries: shown.entries(),
						now,
						prompts: shown.prompts(),
						version: '',
						columns,
						cursor: past?.at,
					});
		const asOfWords =
			past === undefined || page === undefined ? '' : ` as of ${clockTimeFrom(past.now, past.at, zone)}`;
		return {
			title: `${page === undefined ? '' : `${incident} `}${name.toLowerCase()}${asOfWords}`,
			lines: plainText(blocks, columns).split('\n'),
			isPicture,
		};
	};

	const show = async (name: string, text: string) => {
		const page = await pageOf(name);
		if (page !== undefined) {
			spend(text);
			change(session => sessions.openPage(session, page.title, page.lines, page.isPicture));
		}
	};

	const keys = (pane: PaneName, {filter} = store.get()) => keysShown(pane, listed.get(), stores.now.get(), filter);

	/** The pane that is meant, where it can be seen; the log where it cannot. */
	const paneMeant = (): PaneName => {
		const pane = sessions.paneMeant(store.get());
		return view.isReachable(pane) ? pane : 'log';
	};

	/** Narrows a list, or shows it whole again; what is selected in it stays so, if it is still listed. */
	const narrow = (filter: sessions.Filter | undefined) => {
		const before = store.get();
		const pane = filter?.pane ?? before.filter?.pane;
		if (pane !== undefined) {
			const rows = keys(pane, {...before, filter});
			change(session => sessions.narrow(session, filter, {pane, keys: rows, start: startOf(pane, rows.length)}));
		}
	};

	const filterBy = (words: string) => {
		change(sessions.spent);
		const pane = paneMeant();
		// Only one list is narrowed at a time: the one before is whole again.
		narrow(undefined);
		if (words !== '') {
			narrow({pane, words});
			focus(pane);
			if (keys(pane).length === 0) {
				change(session => sessions.notify(session, `No row of ${pane} says “${words}” now; esc shows all.`, 'quiet'));
			}
		}
	};

	/** Says what went wrong with a callback of the ledger, where that is what went wrong. */
	const tellTrouble = (error: unknown) => {
		if (!(error instanceof LedgerTrouble)) {
			throw error;
		}

		change(session => sessions.notify(session, `${error.message} ${error.mend}`, 'urgent'));
	};

	/** The list of what may be begun, over whatever is shown. */
	const openStart = async (line?: string) => {
		await readStarts?.();
		const here = `open ${desk.incident() ?? ''}`;
		change(session =>
			stores.starts.get().length === 0
				? sessions.notify(session, 'There is nothing to open here.', 'quiet')
				: sessions.openStart(session, line ?? stores.starts.get().find(one => one.isOpen && one.line !== here)?.line),
		);
	};

	const open = async (typed: string, text: string) => {
		const reference = typed.toUpperCase();
		if (openIncident === undefined) {
			change(session => sessions.notify(session, 'Another incident cannot be opened from here.', 'warn'));
			return;
		}

		try {
			if (reference === '') {
				spend(text);
				await openStart();
				return;
			}

			const known = await incidents?.();
			if (known !== undefined && reference !== 'START' && !known.includes(reference)) {
				change(session =>
					sessions.notify(session, `There is no incident ${reference} in this ledger. /open alone lists them.`, 'warn'),
				);
				return;
			}

			spend(text);
			const refusal = await openIncident(reference);
			if (refusal !== undefined) {
				change(session => sessions.notify(session, `${refusal.refused} ${refusal.mend}`, 'warn'));
			}
		} catch (error) {
			tellTrouble(error);
		}
	};

	/** Takes the board to another moment, or says why not; the picture over time shows where that is. */
	const travel = async (how: (lookback: Lookback) => Refusal | undefined) => {
		const refusal =
			lookback === undefined
				? refuse('The board cannot be taken back here.', 'It shows what is true now.')
				: how(lookback);
		if (refusal !== undefined) {
			change(session => sessions.notify(session, `${refusal.refused} ${refusal.mend}`, 'quiet'));
			return;
		}

		const {layer} = store.get();
		const page = layer.type === 'page' && layer.isPicture ? await pageOf('timeline') : undefined;
		if (page !== undefined) {
			change(session => sessions.redrawPicture(session, page.title, page.lines));
		}
	};

	const toolsFor = (text: string): Tools => ({
		spend: () => spend(text),
		say: (told, tone) => change(session => sessions.notify(session, told, tone)),
		showPage: (title, lines) => change(session => sessions.openPage(session, title, lines)),
		columns: () => view.layout().body.width - 2,
		openStart,
	});

	const doOwn = async (deed: ConsoleDeed | undefined, rest: string, text: string) => {
		if (deed === undefined) {
			change(session => sessions.notify(session, 'That cannot be done from here.', 'warn'));
			return;
		}

		try {
			await deed(rest, toolsFor(text));
		} catch (error) {
			tellTrouble(error);
		}
	};

	const consoleDeeds: Readonly<Record<ConsoleVerbName, (rest: string, text: string) => void>> = {
		show: (name, text) => void (name.toLowerCase() === 'people' ? doOwn(own.who, '', text) : show(name, text)),
		export: (rest, text) => void doOwn(own.export, rest, text),
		who: (rest, text) => void doOwn(own.who, rest, text),
		drill: (rest, text) => void doOwn(own.drill, rest, text),
		tour: (rest, text) => void doOwn(own.tour, rest, text),
		filter: filterBy,
		asof(moment, text) {
			spend(text);
			void travel(way => asOf(moment, way, stores.past.get()));
		},
		view: name => change(session => sessions.askForView(sessions.spent(session), name)),
		open: (reference, text) => void open(reference, text),
		editor() {
			change(sessions.spent);
			void openEditor();
		},
		help: () => change(session => sessions.openHelp(sessions.spent(session))),
		suspend() {
			change(sessions.spent);
			suspend();
		},
		quit() {
			change(sessions.spent);
			leave();
		},
	};

	const record = () => {
		const text = store.get().line.text.trim();
		const forConsole = consoleLine(text);
		if (forConsole !== undefined) {
			consoleDeeds[forConsole.verb](forConsole.rest, text);
			return;
		}

		const {line: said, literal} = spoken(text);
		const proposal = desk.propose(said, literal);
		if (isRefusal(proposal)) {
			change(session => sessions.notify(session, `${proposal.refused} ${proposal.mend}`, 'warn'));
			return;
		}

		void write(text);
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

	const focus = (pane: PaneName) => {
		const rows = keys(pane);
		change(session => sessions.focusOn(session, pane, rows, startOf(pane, rows.length)));
	};

	const moveFocus = (by: 1 | -1) => {
		const next = sessions.nextFocus(store.get(), view.reachable(), by);
		if (next === 'line') {
			change(sessions.toLine);
		} else {
			focus(next);
		}
	};

	/** The pane that keys for lists go to: from the line they look into the log, and leave the line as it is. */
	const listFocus = (): PaneName | undefined => {
		const {focus: at, selection, filter, zoom} = store.get();
		const pane = at === 'line' ? (selection?.pane ?? zoom ?? filter?.pane ?? 'log') : at;
		return view.isReachable(pane) ? pane : undefined;
	};

	const move = (by: number) => {
		const {layer} = store.get();
		if (layer.type === 'start') {
			const starts = stores.starts.get();
			const at = Math.max(0, Math.min(starts.length - 1, placeOfStart(starts, layer.line) + by));
			change(session => sessions.openStart(session, starts[at]?.line));
			return;
		}

		if (layer.type !== 'none') {
			change(session => sessions.moveInLayer(session, by, view.overflow()));
			return;
		}

		const pane = listFocus();
		if (pane !== undefined) {
			focus(pane);
			const at = store.get().selection?.index ?? 0;
			change(session => sessions.select(session, pane, keys(pane), at + by));
		}
	};

	const page = (): number => {
		const pane = listFocus();
		const {panes, body} = view.layout();
		const height = store.get().layer.type === 'none' && pane !== undefined ? panes[pane]?.height : body.height;
		return Math.max(1, (height ?? body.height) - 3);
	};

	/** Where the selected row is among all rows of its pane, filtered or not. */
	const placeOfSelection = (pane: PaneName): number => {
		const rows = keys(pane);
		const {selection} = store.get();
		const at = selection === undefined ? startOf(pane, rows.length) : sessions.placeOf(selection, rows);
		const all = keysOf(pane, listed.get(), stores.now.get());
		return all[at] === rows[at] ? at : all.indexOf(rows[at] ?? '');
	};

	const openRow = () => {
		const {focus: pane} = store.get();
		if (pane === 'line') {
			return;
		}

		const subjects = marking.markedSubjects(store.get(), pane, keys(pane));
		if (subjects.length > 1 || (subjects.length === 1 && !marking.isMarkedAlone(store.get(), pane))) {
			change(session => sessions.openMenu(session, batchMenu(pane, subjects, listed.get().board)));
			return;
		}

		const menu = menuOf(pane, placeOfSelection(pane), listed.get(), stores.now.get());
		if (menu === undefined || (menu.offers.length === 0 && menu.text === '')) {
			change(session => sessions.notify(session, 'Nothing can be done here.', 'quiet'));
		} else {
			change(session => sessions.openMenu(session, menu));
		}
	};

	/** Marks the selected row, or takes the mark off it; false where it is dealt with alone, and that is said. */
	const toggleMark = (): boolean => {
		const {focus: pane, selection} = store.get();
		if (pane === 'line' || selection === undefined) {
			return false;
		}

		const rows = keys(pane);
		const key = rows[sessions.placeOf(selection, rows)] ?? '';
		const canBe = marking.takesMarks(pane) && marking.subjectOf(pane, key) !== undefined;
		change(session =>
			canBe
				? marking.toggleMark(session, pane, key)
				: sessions.notify(session, 'This row is dealt with alone: enter opens it.', 'quiet'),
		);
		return canBe;
	};

	/** Marks the selected row and the one beside it, which is selected then. */
	const markOn = (by: 1 | -1) => {
		const {focus: pane, selection} = store.get();
		if (pane !== 'line' && selection !== undefined) {
			const rows = keys(pane);
			const at = sessions.placeOf(selection, rows);
			move(by);
			change(session =>
				marking.mark(session, pane, rows.slice(Math.max(0, at + Math.min(0, by)), at + Math.max(0, by) + 1)),
			);
		}
	};

	const markAll = () => {
		const {focus: pane} = store.get();
		if (pane !== 'line') {
			change(session => marking.toggleAll(session, pane, keys(pane)));
		}
	};

	const copyRow = () => {
		const {selection} = store.get();
		const row =
			selection === undefined
				? undefined
				: wordedRows(selection.pane, listed.get(), stores.now.get()).at(placeOfSelection(selection.pane));
		if (row === undefined) {
			return;
		}

		if (clipboard === undefined) {
			change(session => sessions.notify(session, 'Nothing can be copied from here.', 'warn'));
			return;
		}

		const isCopied = clipboard.copy(wordsOfRow(row));
		change(session =>
			isCopied
				? sessions.notify(session, 'Copied, if this terminal lets programs copy.', 'quiet')
				: sessions.notify(session, 'That row is too long for the terminal to copy.', 'warn'),
		);
	};

	/** Takes a row of what may be begun: done at once where nothing is recorded by it, else put into the line. */
	const begin = (index: number) => {
		const line = `/${stores.starts.get()[index]?.line ?? ''}`;
		const forConsole = consoleLine(line);
		if (forConsole !== undefined) {
			change(sessions.closeLayer);
			consoleDeeds[forConsole.verb](forConsole.rest, line);
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
			change(marking.unmark);
		} else if (obstacle === 'filter') {
			narrow(undefined);
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

	const deeds: Readonly<Record<Exclude<Deed, keyof typeof edits | LookbackDeed>, () => void>> = {
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
		'next-view': () => change(session => sessions.toView(session, viewAfter(session.view))),
		copy: copyRow,
		'skip-step'() {
			const tour = stores.tour.get();
			stores.tour.set(tour === undefined ? undefined : skipStep(tour, listed.get().entries));
		},
		mark() {
			const {focus: pane} = store.get();
			toggleMark();
			if (pane !== 'line') {
				move(marking.toNext(pane, keys(pane), store.get().selection?.index ?? 0));
			}
		},
		'mark-up': () => markOn(-1),
		'mark-down': () => markOn(1),
		'mark-all': markAll,
		undo: () => change(sessions.undo),
		redo: () => change(sessions.redo),
		editor: () => void openEditor(),
		suspend,
		leave,
	};

	const lookBack = (deed: LookbackDeed) => {
		if (deed === 'to-now' && view.isListOpen()) {
			// The list of candidates is the nearer layer.
			stepBack();
		} else {
			void travel(way => lookbackMoves(way, stores.past.get, store.get)[deed]());
		}
	};

	/** A character that is a key where it is typed; true when it was one. */
	const isKey = (text: string): boolean => {
		const session = store.get();
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
		mark: toggleMark,
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
			const binding = bindingAmong(input, sessions.placesOf(store.get(), stores.past.get() !== undefined), table);
			if (binding === undefined) {
				return;
			}

			const why = binding.whyNot?.(state());
			const {deed} = binding;
			if (why !== undefined) {
				change(session => sessions.notify(session, why, 'quiet'));
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
