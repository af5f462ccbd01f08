import type {Desk} from '../desk.ts';
import {LedgerTrouble} from '../ledger/ledger.ts';
import type {Refusal} from '../refusal.ts';
import type {ConsoleVerbName} from './console-verbs.ts';
import type {ConsoleDeed, ConsoleDeeds, Tools} from './deeds.ts';
import type {ListDeeds} from './list-deeds.ts';
import {asOf} from './lookback-deeds.ts';
import type {PageDeeds} from './page-deeds.ts';
import * as sessions from './session.ts';
import type {Session} from './session.ts';
import type {Stores} from './stores.ts';
import type {View} from './view.ts';

/** What a verb of the console does: with what stands after it, and the line as it was typed. */
export type VerbDeeds = Readonly<Record<ConsoleVerbName, (rest: string, text: string) => void>>;

/** What verbs of the console need from outside; what is missing cannot be done, and that is said. */
export type VerbSetting = {
	readonly stores: Stores;
	readonly desk: Desk;
	readonly view: View;
	/** The references of every incident of the ledger, oldest first. */
	readonly incidents?: (() => Promise<readonly string[]>) | undefined;
	/** Goes to another incident of the ledger; gives why that is not possible, or nothing once it is on the screen. */
	readonly openIncident?: ((reference: string) => Promise<Refusal | undefined>) | undefined;
	/** Reads anew what may be begun or gone to, into its store. */
	readonly readStarts?: (() => Promise<void>) | undefined;
	/** What verbs of the console do that need more than the board. */
	readonly own?: ConsoleDeeds;
	readonly suspend: () => void;
	readonly leave: () => void;
};

/** A verb that only a replay knows, elsewhere. */
const inReplayOnly: ConsoleDeed = (_, {say}) => {
	say('No replay is looked at here; /replay begins one of this incident.', 'warn');
};

/** The deeds of every verb of the console. */
export const createVerbDeeds = (
	{stores, desk, view, incidents, openIncident, readStarts, own = {}, suspend, leave}: VerbSetting,
	{filterBy}: Pick<ListDeeds, 'filterBy'>,
	{show, travel}: PageDeeds,
	openEditor: () => Promise<void>,
): VerbDeeds => {
	const {session: store} = stores;
	const change = (how: (session: Session) => Session) => {
		store.set(how(store.get()));
	};

	/** Takes a line of the console away, unless another has been begun since it was read. */
	const spend = (text: string) => {
		change(session => (session.line.text.trim() === text ? sessions.spent(session) : session));
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

	return {
		show: (name, text) =>
			void (name.toLowerCase() === 'people' ? doOwn(own.who, '', text) : show(name, () => spend(text))),
		export: (rest, text) => void doOwn(own.export, rest, text),
		who: (rest, text) => void doOwn(own.who, rest, text),
		replay: (rest, text) => void doOwn(own.replay, rest, text),
		goto: (rest, text) => void doOwn(own.goto ?? inReplayOnly, rest, text),
		speed: (rest, text) => void doOwn(own.speed ?? inReplayOnly, rest, text),
		pause: (rest, text) => void doOwn(own.pause ?? inReplayOnly, rest, text),
		silence: (rest, text) => void doOwn(own.silence ?? inReplayOnly, rest, text),
		drill: (rest, text) => void doOwn(own.drill, rest, text),
		demo: (rest, text) => void doOwn(own.demo, rest, text),
		tour: (rest, text) => void doOwn(own.tour, rest, text),
		filter: filterBy,
		asof(moment, text) {
			if (own.asof !== undefined) {
				void doOwn(own.asof, moment, text);
				return;
			}

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
};
