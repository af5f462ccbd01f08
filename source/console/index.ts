import {createHash} from 'node:crypto';
import path from 'node:path';
import type {Desk} from '../desk.ts';
import type {Ledger} from '../ledger/ledger.ts';
import {draftFolder} from '../shell/paths.ts';
import {databaseOf, deskOn, type ExitCode, openLedger, type Shell} from '../shell/shell.ts';
import {refuse} from '../refusal.ts';
import {second} from '../time.ts';
import {createController} from './controller.ts';
import {LedgerTrouble} from '../ledger/ledger.ts';
import {type Draft, fileDraft} from './draft.ts';
import {createKeyReader} from './keys/reader.ts';
import {createScreen} from './screen/screen.ts';
import {halfTyped, notify} from './session.ts';
import {takeTerminal} from './screen/terminal.ts';
import {createStores, freshPrompts} from './stores.ts';
import {createView} from './view.tsx';

/** What a console is opened on. */
export type ConsoleSetting = {
	readonly desk: Desk;
	readonly ledger: Ledger;
	readonly draft: Draft;
	/** How often the clock is looked at, in milliseconds. */
	readonly tick?: number;
	readonly isReadonly?: boolean;
};

/** Said while a line is typed, not only when it is to be recorded. */
const refuseReadonly = () => refuse('The board is open for reading only.', 'Start again without --readonly to write.');

/** Runs the console until it is left; the terminal is then as it was. */
export const runConsole = async ({
	desk: opened,
	ledger,
	draft,
	tick = second,
	isReadonly = false,
}: ConsoleSetting): Promise<void> => {
	const desk = isReadonly ? {...opened, propose: refuseReadonly} : opened;
	const stores = createStores(desk, draft.load(), desk.situation().now);
	const {promise: left, resolve: leave} = Promise.withResolvers<void>();
	const reader = createKeyReader(input => {
		controller.handle(input);
	});
	const terminal = takeTerminal({
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
	const view = createView(screen, stores, desk, isReadonly);
	const controller = createController({
		stores,
		desk,
		view,
		others: async () => {
			const [{overview}, {incidentViews}] = await Promise.all([
				import('../documents/overview.ts'),
				import('../shell/overview.ts'),
			]);
			const {now} = desk.situation();
			return overview(await incidentViews(ledger, now), now);
		},
		suspend: () => {
			terminal.suspend();
		},
		leave,
	});

	const refresh = () => {
		const before = stores.listed.get();
		const board = desk.board();
		const prompts = freshPrompts(before.prompts, desk.prompts());
		// The log grows in place: its length tells that there is more of it.
		if (board !== before.board || prompts !== before.prompts) {
			stores.listed.set({board, entries: desk.entries(), prompts});
		}

		stores.now.set(desk.situation().now);
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
		ledger.watch(() => {
			void catchUp();
		}),
		stores.session.subscribe(() => {
			draft.keep(halfTyped(stores.session.get()));
		}),
	];
	/** What the files beside the program say; one that cannot be used is said, and the incident goes on. */
	const readFiles = async () => {
		const [trouble] = await desk.readLibrary();
		if (trouble !== undefined) {
			stores.session.set(notify(stores.session.get(), `${trouble} The incident goes on without it.`, 'warn'));
		}
	};

	void readFiles();
	const timer = setInterval(refresh, tick);
	await left;
	clearInterval(timer);
	for (const stop of stops) {
		stop();
	}

	reader.stop();
	draft.flush();
	view.close();
	screen.close();
	terminal.release();
};

/** Lines half typed for one ledger and one incident are nobody else's. */
const draftName = (shell: Shell, desk: Desk): string => {
	const where = createHash('sha256')
		.update(path.resolve(databaseOf(shell)))
		.digest('hex')
		.slice(0, 12);
	return `${where}-${desk.incident() ?? 'start'}`;
};

/** The console on the current incident, or the start screen where there is none. */
export const openConsole = async (shell: Shell): Promise<ExitCode> => {
	const ledger = await openLedger(shell);
	try {
		const desk = await deskOn(shell, ledger);
		await runConsole({
			desk,
			ledger,
			draft: fileDraft(draftFolder(shell), () => draftName(shell, desk)),
			isReadonly: shell.flags.readonly,
		});
		return 0;
	} finally {
		await ledger.close();
	}
};
