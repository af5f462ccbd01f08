import type {Desk} from '../desk.ts';
import {LedgerTrouble} from '../ledger/ledger.ts';
import {isRefusal} from '../refusal.ts';
import {timelineLine} from '../timeline.ts';
import {type Deed, deedOf, deedOfCharacter} from './keymap.ts';
import type {PaneName} from './layout.ts';
import type {Input} from './keys/input.ts';
import {edits} from './line.ts';
import {keysOf, menuOf, startOf} from './rows.ts';
import {completionOf, spoken} from './saying.ts';
import * as sessions from './session.ts';
import type {Session} from './session.ts';
import type {Block} from '../section.ts';
import type {Stores} from './stores.ts';
import type {View} from './view.tsx';

/** What the keys do. */
export type Controller = {
	readonly handle: (input: Input) => void;
};

const isEdit = (deed: Deed): deed is keyof typeof edits => deed in edits;

/** Joins keys, session and desk. Everything that arrives from elsewhere goes past it, so nothing moves the focus. */
export const createController = ({
	stores,
	desk,
	view,
	others,
	suspend,
	leave,
}: {
	readonly stores: Stores;
	readonly desk: Desk;
	readonly view: View;
	/** The page of every incident of the ledger. */
	readonly others: () => Promise<readonly Block[]>;
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

			// Of an answer the deed itself is the receipt.
			const last = answer.findLast(({event}) => event.kind !== 'prompt-answered') ?? answer.at(-1);
			change(session => sessions.recorded(session));
			if (last !== undefined) {
				const {number, clock, text: told} = timelineLine(last, desk.board());
				change(session =>
					// Whoever types on already wants the reading of that line, not of the last one.
					isUntouched(session) ? sessions.notify(session, `${number} ${clock} ${told}`, 'quiet') : session,
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

	/** Opens a page of the incident; what draws it is loaded when it is first asked for. */
	const show = async (name: string) => {
		const [{pages}, {plainText}] = await Promise.all([
			import('../documents/pages.ts'),
			import('../documents/plain.ts'),
		]);
		const page = pages.find(one => one.name === name.toLowerCase());
		const incident = desk.incident();
		const isOverview = name.toLowerCase() === 'overview';
		if ((page === undefined && !isOverview) || incident === undefined) {
			const names = [...pages.map(one => one.name), 'overview'];
			change(session => sessions.notify(session, `The pages are ${names.join(', ')}.`, 'warn'));
			return;
		}

		const {board, now} = desk.situation();
		const blocks =
			page === undefined
				? await others()
				: page.blocks({board, entries: desk.entries(), now, prompts: desk.prompts(), version: ''});
		const lines = plainText(blocks, view.layout().body.width - 2).split('\n');
		change(session =>
			sessions.openPage(
				sessions.setLine(session, ''),
				`${page === undefined ? '' : `${incident} `}${name.toLowerCase()}`,
				lines,
			),
		);
	};

	const record = () => {
		const {line} = store.get();
		const text = line.text.trim();
		if (text === '') {
			return;
		}

		if (text === '/quit') {
			change(session => sessions.setLine(session, ''));
			leave();
			return;
		}

		if (/^\/help(?:\s|$)/u.test(text)) {
			change(session => sessions.openHelp(sessions.setLine(session, '')));
			return;
		}

		const [, shown] = /^\/show(?:\s+(\S*))?\s*$/u.exec(text) ?? [];
		if (/^\/show(?:\s|$)/u.test(text)) {
			void show(shown ?? '');
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

	const keys = (pane: PaneName) => keysOf(pane, listed.get(), stores.now.get());

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
		const {focus: at, selection} = store.get();
		const pane = at === 'line' ? (selection?.pane ?? 'log') : at;
		return view.reachable().includes(pane) ? pane : undefined;
	};

	const move = (by: number) => {
		if (store.get().layer.type !== 'none') {
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

	const openRow = () => {
		const {focus: pane, selection} = store.get();
		if (pane === 'line') {
			return;
		}

		const rows = keys(pane);
		const at = selection === undefined ? startOf(pane, rows.length) : sessions.placeOf(selection, rows);
		const menu = menuOf(pane, at, listed.get(), stores.now.get());
		if (menu === undefined || (menu.offers.length === 0 && menu.text === '')) {
			change(session => sessions.notify(session, 'Nothing can be done here.', 'quiet'));
		} else {
			change(session => sessions.openMenu(session, menu));
		}
	};

	const choose = (index?: number) => {
		const {layer} = store.get();
		const offer = layer.type === 'menu' ? layer.menu.offers[index ?? layer.menu.selected] : undefined;
		if (offer !== undefined) {
			change(session => sessions.offerLine(session, `/${offer.line}`));
		}
	};

	const completeOrMove = () => {
		const session = store.get();
		const completion = session.cycle?.completion ?? completionOf(session, desk.situation());
		if (completion.candidates.length > 0) {
			change(one => sessions.complete(one, completion));
		} else if (!session.line.text.startsWith('/')) {
			moveFocus(1);
		}
	};

	const deeds: Readonly<Record<Exclude<Deed, keyof typeof edits>, () => void>> = {
		record,
		'open-row': openRow,
		complete: completeOrMove,
		'next-pane': () => moveFocus(1),
		'previous-pane': () => moveFocus(-1),
		'to-line': () => change(sessions.toLine),
		'step-back': () => change(session => sessions.stepBack(session, view.isListOpen())),
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
		prompts: () => {
			if (view.reachable().includes('prompts')) {
				focus('prompts');
			}
		},
		suspend,
		leave,
	};

	/** A character that is a key where it is typed; true when it was one. */
	const isKey = (text: string): boolean => {
		const session = store.get();
		const deed = deedOfCharacter(text, sessions.whereOf(session));
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

	return {
		handle(input) {
			if (input.type === 'paste') {
				const text = input.text.replace(/\n+$/u, '');
				change(session => sessions.type(session, text));
				return;
			}

			if (input.type === 'text') {
				if (!isKey(input.text)) {
					change(session => sessions.type(session, input.text));
				}

				return;
			}

			const where = sessions.whereOf(store.get());
			const deed = deedOf(input, where);
			if (deed === undefined) {
				return;
			}

			if (isEdit(deed)) {
				change(session => sessions.edit(session, deed));
			} else {
				deeds[deed]();
			}
		},
	};
};
