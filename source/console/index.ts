import process from 'node:process';
import type {Desk} from '../desk.ts';
import type {Ledger} from '../ledger/ledger.ts';
import {draftFolder} from '../shell/paths.ts';
import {deskOn, type ExitCode, openLedger, type Shell} from '../shell/shell.ts';
import {second} from '../time.ts';
import {createController} from './controller.ts';
import {type Draft, fileDraft} from './draft.ts';
import {createKeyReader} from './keys.ts';
import {createScreen} from './screen/screen.ts';
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
};

/** Runs the console until it is left; the terminal is then as it was. */
export const runConsole = async ({desk, ledger, draft, tick = second}: ConsoleSetting): Promise<void> => {
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
	const view = createView(screen, stores, desk);
	const controller = createController({
		stores,
		desk,
		view,
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

	const stops = [
		desk.changed(refresh),
		ledger.watch(() => {
			void desk.catchUp();
		}),
		stores.session.subscribe(() => {
			draft.keep(stores.session.get().line.text);
		}),
	];
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

/** The console on the current incident, or the start screen where there is none. */
export const openConsole = async (shell: Shell): Promise<ExitCode> => {
	const ledger = await openLedger(shell);
	try {
		const desk = await deskOn(shell, ledger);
		await runConsole({desk, ledger, draft: fileDraft(draftFolder(shell), `${desk.incident() ?? 'start'}-${process.getuid?.() ?? 0}`)});
		return 0;
	} finally {
		await ledger.close();
	}
};
