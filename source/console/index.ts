import {createHash} from 'node:crypto';
import path from 'node:path';
import type {Desk} from '../desk.ts';
import type {Ledger} from '../ledger/ledger.ts';
import {draftFolder} from '../shell/paths.ts';
import {databaseOf, deskOn, type ExitCode, openLedger, type Shell} from '../shell/shell.ts';
import {refuse} from '../refusal.ts';
import {looksFor, wear} from '../looks/looks.ts';
import {type Instant, second} from '../time.ts';
import type {Board} from '../board.ts';
import {profileOf} from '../duties/declaration/state.ts';
import type {Prompt} from '../rule.ts';
import {attentionOf} from './attention.ts';
import {createController} from './controller.ts';
import {LedgerTrouble} from '../ledger/ledger.ts';
import {type Draft, fileDraft} from './draft.ts';
import {createLookback} from './lookback.ts';
import {createKeyReader} from './keys/reader.ts';
import {keymap} from './keymap.ts';
import {remapped, type Remapped} from './remap.ts';
import {createClipboard} from './screen/clipboard.ts';
import {createScreen} from './screen/screen.ts';
import {halfTyped, notify} from './session.ts';
import {bell, type NotificationKind, notificationSequence, titleSequence} from './screen/signals.ts';
import {takeTerminal} from './screen/terminal.ts';
import {createStores, freshPrompts} from './stores.ts';
import {createView} from './view.ts';

/** What a console is opened on. */
export type ConsoleSetting = {
	readonly desk: Desk;
	readonly ledger: Ledger;
	readonly draft: Draft;
	/** How often the clock is looked at, in milliseconds. */
	readonly tick?: number;
	readonly isReadonly?: boolean;
	/** Keys as remapped, and what of it could not be done. */
	readonly keys?: Remapped;
	/** Whether another incident of the ledger may be gone to. */
	readonly mayOpen?: boolean;
	/** How the desktop is notified of urgent prompts; undefined: not at all. */
	readonly notification?: NotificationKind | undefined;
	/** Whether an exercise makes no noise. */
	readonly isMuted?: boolean;
	/** Whether clicks and the wheel are heard. */
	readonly isMouse?: boolean;
};

/** Said while a line is typed, not only when it is to be recorded. */
const refuseReadonly = () => refuse('The board is open for reading only.', 'Start again without --readonly to write.');

/** Runs the console until it is left; the terminal is then as it was. Gives the incident to go to next, if one was asked for. */
export const runConsole = async ({
	desk: opened,
	ledger,
	draft,
	tick = second,
	isReadonly = false,
	keys,
	mayOpen = false,
	notification,
	isMuted = false,
	isMouse = false,
}: ConsoleSetting): Promise<string | undefined> => {
	const desk = isReadonly ? {...opened, propose: refuseReadonly} : opened;
	const stores = createStores(desk, draft.load(), desk.situation().now);
	const lookback = createLookback(desk, stores.past);
	const {promise: left, resolve: leave} = Promise.withResolvers<string | undefined>();
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
		},
		onGone: () => {
			draft.flush();
		},
	});
	const screen = createScreen(terminal.output);
	const view = createView(screen, stores, lookback.desk, isReadonly, keys?.keymap);
	const controller = createController({
		stores,
		desk: lookback.desk,
		lookback,
		isMouse,
		view,
		others: async () => {
			const [{overview}, {incidentViews}] = await Promise.all([
				import('../documents/overview.ts'),
				import('../shell/overview.ts'),
			]);
			const {now} = desk.situation();
			return overview(await incidentViews(ledger, now), now);
		},
		...(keys === undefined ? {} : {keys: keys.keymap}),
		clipboard: createClipboard(terminal.output),
		...(mayOpen
			? {
					incidents: () => ledger.incidents(),
					async openIncident(reference: string) {
						const found = (await ledger.incidents()).find(one => one.toLowerCase() === reference.toLowerCase());
						if (found === undefined) {
							return refuse(`There is no incident ${reference}.`, 'Open alone lists them: /open');
						}

						leave(found);
						return undefined;
					},
				}
			: {}),
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
	const attend = (board: Board, prompts: readonly Prompt[], now: Instant) => {
		const after = {board, prompts};
		const attention = attentionOf(known, after, {
			now,
			profile: profileOf(board.declaration),
			isExercise: board.declaration.exercise,
			isMuted,
		});
		known = after;
		if (attention.title !== title) {
			title = attention.title;
			terminal.output.write(titleSequence(title));
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
			stores.listed.set({board, entries: shown.entries(), prompts});
		}

		stores.now.set(shown.situation().now);
	};

	const refresh = () => {
		lookback.tick();
		show();
		// What must be noticed is what is urgent now, whichever moment is looked at.
		attend(desk.board(), desk.prompts(), desk.situation().now);
	};

	/** Reads what others wrote. A ledger that cannot be read now is said, and is no reason to leave. */
	const catchUp = async () => {
		try {
			await desk.catchUp();
		} catch (error) {
			if (!(error instanceof LedgerTrouble)) {
				throw error;
			}

			stores.session.set(notify(stores.session.get(), `NOT UP TO DATE. ${error.message} ${error.mend}`, 'urgent'));
		}
	};

	const stops = [
		desk.changed(refresh),
		stores.past.subscribe(show),
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
	const first = setImmediate(refresh);
	void readFiles();
	const timer = setInterval(refresh, tick);
	const next = await left;
	clearInterval(timer);
	clearImmediate(first);
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

/** Lines half typed for one ledger and one incident are nobody else's. */
const draftName = (shell: Shell, desk: Desk): string => {
	const where = createHash('sha256')
		.update(path.resolve(databaseOf(shell)))
		.digest('hex')
		.slice(0, 12);
	return `${where}-${desk.incident() ?? 'start'}`;
};

/** Puts on the looks that were asked for, as far as the terminal can show them. */
export const dress = ({flags, settings, world}: Shell): void => {
	wear(looksFor({...settings, color: flags.color}, world.env));
};

/** The console on the current incident, or the start screen where there is none. */
export const openConsole = async (shell: Shell): Promise<ExitCode> => {
	dress(shell);
	const ledger = await openLedger(shell);
	try {
		const keys = remapped(keymap, shell.settings.keys ?? {});
		let incident = shell.flags.incident;
		do {
			const desk = await deskOn({...shell, flags: {...shell.flags, incident}}, ledger);
			incident = await runConsole({
				desk,
				ledger,
				draft: fileDraft(draftFolder(shell), () => draftName(shell, desk)),
				isReadonly: shell.flags.readonly,
				keys,
				mayOpen: true,
				notification: shell.settings.notify,
				isMuted: shell.settings.quietExercise === true,
				isMouse: shell.flags.mouse || shell.settings.mouse === true,
			});
		} while (incident !== undefined);

		return 0;
	} finally {
		await ledger.close();
	}
};
