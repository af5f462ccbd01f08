import type {Board} from '../board.ts';
import type {Desk} from '../desk.ts';
import {conduct, type Conductor} from '../drills/conduct.ts';
import type {Offered} from '../drills/library.ts';
import {profileOf} from '../duties/declaration/state.ts';
import {type Ledger, LedgerTrouble} from '../ledger/ledger.ts';
import {looksFor, wear} from '../looks/looks.ts';
import {refuse} from '../refusal.ts';
import type {Prompt} from '../rule.ts';
import type {Log} from '../shell/replay-log.ts';
import type {Shell} from '../shell/shell.ts';
import {type Instant, second} from '../time.ts';
import {attend} from './attendance.ts';
import {attentionOf} from './attention.ts';
import {type Company, stationAt} from './company.ts';
import {createController} from './controller.ts';
import {demoDeed, drillDeed, exportDeed, tourDeed, whoDeed} from './deeds.ts';
import {replayDeed} from './replay-deed.ts';
import type {Destination} from './destination.ts';
import type {Draft} from './draft.ts';
import {drillNews} from './drill-news.ts';
import {type Floor, floorDeed, floorWords, forDrill, guideOf} from './floor.ts';
import {createFollower} from './follower.ts';
import type {History} from './history.ts';
import {createLookback} from './lookback.ts';
import type {Player} from './player.ts';
import {playerVerbs} from './player-deeds.ts';
import {beat, beatOf} from './pulse.ts';
import {createKeyReader} from './keys/reader.ts';
import type {Remapped} from './remap.ts';
import {createClipboard} from './screen/clipboard.ts';
import {createScreen} from './screen/screen.ts';
import {bell, type NotificationKind, notificationSequence, titleSequence} from './screen/signals.ts';
import {takeTerminal} from './screen/terminal.ts';
import {halfTyped, notify, openStart, type Said} from './session.ts';
import type {StartOffer} from './start.ts';
import type {Store} from './store.ts';
import {createStores, freshPrompts} from './stores.ts';
import {beginTour} from './tour.ts';
import {createView} from './view.ts';
import type {ViewName} from './views.ts';

/** What a console is opened on. */
export type ConsoleSetting = {
	readonly desk: Desk;
	readonly ledger: Ledger;
	readonly draft: Draft;
	/** The lines recorded from this machine before. */
	readonly history?: History;
	/** How a text is written in another program; undefined: not at all. */
	readonly editor?: {readonly folder: string; readonly env: Readonly<Record<string, string | undefined>>};
	/** How often the clock is looked at, in milliseconds. */
	readonly tick?: number;
	readonly isReadonly?: boolean;
	/** Keys as remapped, and what of it could not be done. */
	readonly keys?: Remapped;
	/** Where else one may go from here; undefined: nowhere. */
	readonly places?: Places | undefined;
	/** Keeps this console among those who are on the board, and tells of the others; undefined: nobody is told of. */
	readonly company?: Company | undefined;
	/** Whether the console begins with the tour. */
	readonly isTour?: boolean;
	/** The person's home folder, and the version that documents name. */
	readonly home?: string;
	readonly version?: string;
	/** How the desktop is notified of urgent prompts; undefined: not at all. */
	readonly notification?: NotificationKind | undefined;
	/** Whether an exercise makes no noise. */
	readonly isMuted?: boolean;
	/** Whether clicks and the wheel are heard. */
	readonly isMouse?: boolean;
	/** What is to be said beside what was typed: of a signature that could not be made. */
	readonly said?: Store<Said | undefined>;
	/** What it runs a drill with; undefined: it runs none, though it may be on one. */
	readonly floor?: Floor | undefined;
	/** What is looked at first; default: the board. */
	readonly view?: ViewName;
	/** Plays what is past: `desk` is then its desk, and nothing is called for. */
	readonly player?: Player;
	/** Where a replay was asked for, and goes back to. */
	readonly origin?: Destination | undefined;
};

/** Where one may go from a console. */
export type Places = {
	/** The references of every incident of the ledger, oldest first. */
	readonly incidents: () => Promise<readonly string[]>;
	readonly starts: () => Promise<readonly StartOffer[]>;
	/** Scenarios that ship with the program, and incidents that are played as they were recorded. */
	readonly drills: () => Promise<readonly Offered[]>;
	readonly demos: () => readonly string[];
	/** The log of an incident, in a file, or that ships with the program: to be played again. */
	readonly log?: (named: string) => Promise<Log>;
	/** Whether this ledger is not the one to look at any more: one has been made where there was none. */
	readonly isOver?: () => boolean;
};

/** Said while a line is typed, not only when it is to be recorded. */
const refuseReadonly = () => refuse('The board is open for reading only.', 'Start again without --readonly to write.');

/** Runs the console until it is left; the terminal is then as it was. Gives where to go next, if that was asked for. */
export const runConsole = async ({
	desk: opened,
	ledger,
	draft,
	history,
	editor,
	tick,
	isReadonly = false,
	keys,
	places,
	company,
	isTour = false,
	home = '',
	version = '',
	notification,
	isMuted = false,
	isMouse = false,
	said,
	floor,
	view: opening,
	player,
	origin,
}: ConsoleSetting): Promise<Destination | undefined> => {
	const guarded = opened.board().exercise.drill === undefined ? opened : forDrill(opened);
	const desk = isReadonly ? {...guarded, propose: refuseReadonly} : guarded;
	const guide = floor === undefined ? undefined : guideOf(floor);
	const own = createStores(desk, draft.load(), desk.situation().now, history?.load(), opening);
	const stores = player === undefined ? own : {...own, transport: player.transport};
	const lookback = player ?? createLookback(desk, stores.past);
	const {promise: left, resolve: leave} = Promise.withResolvers<Destination | undefined>();
	const isAtStart = () => desk.incident() === undefined;
	/** Reads anew what may be begun. Nobody types at a wall screen: it goes by itself to what was declared. */
	const readStarts = async () => {
		const offers = (await places?.starts()) ?? [];
		stores.starts.set(offers);
		const current = offers.find(one => one.isOpen);
		if (isReadonly && isAtStart() && current !== undefined) {
			leave({type: 'incident', reference: current.name});
		}
	};

	if (isAtStart()) {
		await readStarts();
		if (stores.session.get().line.text === '' && stores.starts.get().length > 0) {
			stores.session.set(openStart(stores.session.get()));
		}
	}

	if (isTour) {
		stores.tour.set(beginTour(desk.entries().length));
	}

	const attendance =
		company === undefined
			? undefined
			: attend({...company, station: () => stationAt(desk, company), there: stores.there});

	const reader = createKeyReader(input => {
		controller.handle(input);
	});
	const terminal = takeTerminal({
		isMouse,
		onInput: chunk => {
			reader.push(chunk);
		},
		onResume: () => {
			screen.repaint();
			// Its own title went with the terminal.
			title = '';
		},
		onGone: () => {
			draft.flush();
			void attendance?.leave();
		},
	});
	const screen = createScreen(terminal.output);
	const view = createView(screen, stores, lookback.desk, isReadonly, keys?.keymap);
	const controller = createController({
		stores,
		desk: lookback.desk,
		lookback,
		player,
		isMouse,
		view,
		others: async () => {
			const [{overview}, {incidentViews}] = await Promise.all([
				import('../documents/overview.ts'),
				import('../shell/overview.ts'),
			]);
			const now = desk.wall();
			return overview(await incidentViews(ledger, now), now);
		},
		...(keys === undefined ? {} : {keys: keys.keymap}),
		clipboard: createClipboard(terminal.output),
		keepHistory: history?.keep,
		...(editor === undefined
			? {}
			: {
					async editor(text: string) {
						const {editText} = await import('./editor.ts');
						return editText(text, {...editor, terminal});
					},
				}),
		...(places === undefined
			? {}
			: {
					incidents: places.incidents,
					readStarts,
					async openIncident(reference: string) {
						if (reference === 'START') {
							leave({type: 'start'});
							return undefined;
						}

						const found = (await places.incidents()).find(one => one.toLowerCase() === reference.toLowerCase());
						if (found === undefined) {
							return refuse(`There is no incident ${reference}.`, 'Open alone lists them: /open');
						}

						leave({type: 'incident', reference: found});
						return undefined;
					},
				}),
		own: {
			export: exportDeed(lookback.desk, {home, version, tour: stores.tour}),
			...(company === undefined
				? {}
				: {who: whoDeed(stores, company.own.id, company.clock, () => desk.situation().zone)}),
			drill: floorDeed(
				desk,
				floor,
				places === undefined
					? (_, {say}) => {
							say('No drill can be begun from here.', 'warn');
						}
					: drillDeed(places.drills, leave),
			),
			...(places === undefined ? {} : {tour: tourDeed(stores, leave), demo: demoDeed(places.demos, leave)}),
			...(places?.log === undefined ? {} : {replay: replayDeed(desk, places.log, leave)}),
			...(player === undefined ? {} : playerVerbs(player, () => leave(origin ?? {type: 'start'}))),
		},
		suspend: () => {
			terminal.suspend();
		},
		leave: () => {
			leave(undefined);
		},
	});

	let known: {readonly board: Board; readonly prompts: readonly Prompt[]} | undefined;
	let title = '';
	/** Tells the terminal what must be noticed by somebody who looks elsewhere. */
	const callFor = (board: Board, prompts: readonly Prompt[], now: Instant) => {
		const after = {board, prompts};
		const attention = attentionOf(known, after, {
			now,
			profile: profileOf(board.declaration),
			isExercise: board.declaration.exercise,
			isMuted,
		});
		const news = floor?.isFacilitating === true ? undefined : drillNews(known?.board, board);
		known = after;
		if (news !== undefined) {
			stores.session.set(notify(stores.session.get(), news, 'exercise'));
		}

		const called = player === undefined ? attention.title : `REPLAY ${attention.title}`;
		if (called !== title) {
			title = called;
			terminal.output.write(titleSequence(title));
		}

		if (player !== undefined) {
			// What was urgent then hurries nobody now.
			return;
		}

		if (attention.bell) {
			terminal.output.write(bell);
		}

		if (attention.notification !== undefined && notification !== undefined) {
			const {title: head, body} = attention.notification;
			terminal.output.write(notificationSequence(notification, head, body));
		}
	};

	/** Shows the board as it stands at the moment that is looked at. */
	const show = () => {
		const shown = lookback.desk;
		const before = stores.listed.get();
		const board = shown.board();
		const prompts = freshPrompts(before.prompts, shown.prompts());
		// The log grows in place: its length tells that there is more of it.
		if (board !== before.board || prompts !== before.prompts || before.isUnasked === true) {
			stores.listed.set({board, entries: shown.entries(), prompts, who: desk.situation().by, guide});
		}

		stores.now.set(shown.situation().now);
	};

	const refresh = () => {
		lookback.tick();
		show();
		// What must be noticed is what is urgent now, whichever moment is looked at.
		callFor(desk.board(), desk.prompts(), desk.situation().now);
		if (places?.isOver?.() === true) {
			leave({type: 'current'});
		}
	};

	/** Reads what others wrote. A ledger that cannot be read now is said, and is no reason to leave. */
	const catchUp = async () => {
		try {
			await desk.catchUp();
			await attendance?.look();
			if (isAtStart()) {
				await readStarts();
			}
		} catch (error) {
			if (!(error instanceof LedgerTrouble)) {
				throw error;
			}

			stores.session.set(notify(stores.session.get(), `NOT UP TO DATE. ${error.message} ${error.mend}`, 'urgent'));
		}
	};

	const saySaid = (one: Said | undefined) => {
		if (one !== undefined) {
			stores.session.set(notify(stores.session.get(), one.text, one.tone));
		}
	};

	const follow = createFollower(stores, places, desk.incident, () => floorWords(desk.board(), floor));
	const stops = [
		stores.session.subscribe(follow),
		desk.changed(refresh),
		stores.past.subscribe(show),
		stores.transport.subscribe(show),
		...(said === undefined ? [] : [said.subscribe(() => saySaid(said.get()))]),
		ledger.watch(() => {
			void catchUp();
		}),
		stores.session.subscribe(() => {
			draft.keep(halfTyped(stores.session.get()));
		}),
	];
	/** What the files beside the program say; one that cannot be used is said, and the incident goes on. */
	const readFiles = async () => {
		const [trouble] = [...(keys?.troubles ?? []), ...(await desk.readLibrary())];
		if (trouble !== undefined) {
			stores.session.set(notify(stores.session.get(), `${trouble} It is left out.`, 'warn'));
		}
	};

	// The board stands before doctrine is asked, which takes a moment when nothing is remembered yet.
	let conductor: Conductor | undefined;
	const first = setImmediate(() => {
		refresh();
		// What it delivers at once is news already.
		conductor =
			floor === undefined || isReadonly
				? undefined
				: conduct(floor.drillDesk, floor.staged, {
						trouble(text) {
							stores.session.set(notify(stores.session.get(), text, 'urgent'));
						},
					});
	});
	void readFiles();
	// A drill's clock may run faster than the wall's: it is looked at more often.
	const every = tick ?? (desk.board().exercise.pace === undefined ? second : second / 4);
	const stopBeating = player === undefined ? beat(refresh, every) : beatOf(player, refresh);
	const next = await left;
	stopBeating();
	clearImmediate(first);
	await conductor?.stop();
	await attendance?.leave();
	for (const stop of stops) {
		stop();
	}

	reader.stop();
	draft.flush();
	view.close();
	screen.close();
	terminal.release();
	return next;
};

/** Puts on the looks that were asked for, as far as the terminal can show them. */
export const dress = ({flags, settings, world}: Shell): void => {
	wear(looksFor({...settings, color: flags.color}, world.env));
};
