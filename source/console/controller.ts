import type {Desk} from '../desk.ts';
import {LedgerTrouble} from '../ledger/ledger.ts';
import {isRefusal} from '../refusal.ts';
import {timelineLine} from '../timeline.ts';
import {type Deed, deedOf} from './keymap.ts';
import type {Input} from './keys.ts';
import {edits} from './line.ts';
import {keysOf, menuOf, startOf} from './rows.ts';
import {completionOf, spoken} from './saying.ts';
import * as sessions from './session.ts';
import type {Session} from './session.ts';
import type {Stores} from './stores.ts';
import {helpLength, type View} from './view.tsx';

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
	suspend,
	leave,
}: {
	readonly stores: Stores;
	readonly desk: Desk;
	readonly view: View;
	readonly suspend: () => void;
	readonly leave: () => void;
}): Controller => {
	const {session: store, listed} = stores;
	const change = (how: (session: Session) => Session) => {
		store.set(how(store.get()));
	};

	const write = async (text: string) => {
		const {line, literal} = spoken(text);
		change(sessions.takeLine);
		try {
			const answer = await desk.write(line, literal);
			if (isRefusal(answer)) {
				change(session => sessions.notify(sessions.giveBack(session, text), `${answer.refused} ${answer.mend}`, 'warn'));
				return;
			}

			const last = answer.at(-1);
			change(session => sessions.recorded(session, text));
			if (last !== undefined) {
				const {number, clock, text: told} = timelineLine(last, desk.board());
				change(session => (session.line.text === '' ? sessions.notify(session, `${number} ${clock} ${told}`, 'quiet') : session));
			}
		} catch (error) {
			if (!(error instanceof LedgerTrouble)) {
				throw error;
			}

			change(session => sessions.notify(sessions.giveBack(session, text), `NOT WRITTEN. ${error.message} ${error.mend}`, 'urgent'));
		}
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

		if (text === '/help') {
			change(session => sessions.openHelp(sessions.setLine(session, '')));
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

	const move = (by: number) => {
		const session = store.get();
		if (session.layer.type !== 'none') {
			change(one => sessions.moveInLayer(one, session.layer.type === 'help' ? Math.min(by, helpLength) : by));
			return;
		}

		const pane = session.focus === 'line' ? 'log' : session.focus;
		const keys = keysOf(pane, listed.get());
		const at = sessions.placeOf(session.selections[pane], keys, startOf(pane, keys.length));
		// From the line, a page up looks into the log without leaving the half-typed line.
		const focused: Session = session.focus === 'line' ? {...session, focus: 'log'} : session;
		store.set(sessions.select(focused, pane, keys, at + by));
	};

	const page = (): number => {
		const session = store.get();
		const pane = session.focus === 'line' ? 'log' : session.focus;
		return Math.max(1, (view.layout().panes[pane]?.height ?? 10) - 3);
	};

	const openRow = () => {
		const session = store.get();
		if (session.focus === 'line') {
			return;
		}

		if (session.line.text.trim() !== '') {
			record();
			return;
		}

		const pane = session.focus;
		const keys = keysOf(pane, listed.get());
		const menu = menuOf(pane, sessions.placeOf(session.selections[pane], keys, startOf(pane, keys.length)), listed.get());
		if (menu === undefined || menu.offers.length === 0) {
			change(one => sessions.notify(one, 'Nothing can be done with this row.', 'quiet'));
		} else {
			change(one => sessions.openMenu(one, menu));
		}
	};

	const choose = (index?: number) => {
		const {layer} = store.get();
		const offer = layer.type === 'menu' ? layer.menu.offers[index ?? layer.menu.selected] : undefined;
		if (offer !== undefined) {
			change(session => sessions.setLine(session, `/${offer.line}`));
		}
	};

	const completeOrMove = () => {
		const session = store.get();
		const completion = session.cycle?.completion ?? completionOf(session, desk.situation());
		if (completion.candidates.length > 0) {
			change(one => sessions.complete(one, completion));
		} else if (session.line.text === '' || !session.line.text.startsWith('/')) {
			change(one => sessions.moveFocus(one, view.shownPanes(), 1));
		}
	};

	const deeds: Readonly<Record<Exclude<Deed, keyof typeof edits>, () => void>> = {
		record,
		'open-row': openRow,
		complete: completeOrMove,
		'next-pane': () => change(session => sessions.moveFocus(session, view.shownPanes(), 1)),
		'previous-pane': () => change(session => sessions.moveFocus(session, view.shownPanes(), -1)),
		'to-line': () => change(session => ({...session, focus: 'line', notice: undefined})),
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
		help: () => change(sessions.openHelp),
		prompts: () => change(session => ({...session, focus: 'prompts', notice: undefined})),
		suspend,
		leave,
	};

	const typed = (text: string) => {
		const session = store.get();
		if (session.layer.type === 'menu' && /^[1-9]$/u.test(text)) {
			choose(Number(text) - 1);
			return;
		}

		if (text === '?' && session.line.text === '' && session.layer.type === 'none') {
			change(sessions.openHelp);
			return;
		}

		// Typing always goes to the line, whatever was open.
		change(one => sessions.type({...one, layer: {type: 'none'}, focus: 'line'}, text));
	};

	return {
		handle(input) {
			if (input.type !== 'key') {
				typed(input.type === 'paste' ? input.text.replace(/\n+$/u, '') : input.text);
				return;
			}

			const where = sessions.whereOf(store.get());
			const deed = deedOf(input, where);
			if (deed === undefined) {
				return;
			}

			if (isEdit(deed)) {
				change(session => sessions.edit({...session, focus: 'line'}, deed));
			} else {
				deeds[deed]();
			}
		},
	};
};
