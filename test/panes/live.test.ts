import {describe, expect, test} from 'vitest';
import {createScreen} from '../../source/console/screen/screen.ts';
import {focusOn, type} from '../../source/console/session.ts';
import {createStores} from '../../source/console/stores.ts';
import {createView} from '../../source/console/view.ts';
import {Emulator} from '../support/emulator.ts';
import {playLines} from '../support/incident.ts';

/** The console on a board with one action, on a screen that remembers what was written to it. */
const console120 = async () => {
	const play = await playLines([
		['09:00', 'sam', 'declare Payments database exposed severity:S2 kind:security'],
		['09:01', 'sam', 'assign im @"Priya Shah"'],
		['09:02', 'priya', 'action isolate host 17 @"Chen Wei" by 11:30'],
	]);
	const terminal = new Emulator(120, 40);
	const screen = createScreen(terminal);
	const stores = createStores(play.desk, '', play.desk.situation().now);
	const view = createView(screen, stores, play.desk);
	const {desk} = play;
	const listAnew = () => {
		stores.listed.set({board: desk.board(), entries: desk.entries(), prompts: desk.prompts()});
	};

	listAnew();
	await settled(terminal);
	return {play, stores, terminal, view, listAnew};
};

/** Lets what is said of a line be said, and the terminal take it. */
const settled = async (terminal: Emulator) => {
	await new Promise(resolve => {
		setImmediate(resolve);
	});
	await terminal.settled();
};

/** The rows of the screen that were written to. */
const rowsWritten = (terminal: Emulator): readonly number[] => [
	// oxlint-disable-next-line no-control-regex
	...new Set(Array.from(terminal.writes.join('').matchAll(/\u001B\[(\d+);\d+H/gu), ([, row]) => Number(row) - 1)),
];

describe('a pane that stands on the screen', () => {
	test('is not painted again while somebody types: only the composer is', async () => {
		const {stores, terminal, view} = await console120();
		terminal.writes.length = 0;
		for (const letter of 'host 17 still answers') {
			stores.session.set(type(stores.session.get(), letter));
			await settled(terminal);
		}

		const {y} = view.layout().composer;
		expect(terminal.lines()[y]).toBe('› host 17 still answers');
		expect(rowsWritten(terminal).length).toBeGreaterThan(0);
		expect(rowsWritten(terminal).filter(row => row < y)).toEqual([]);
		view.close();
	});

	test('is painted again when an entry arrives', async () => {
		const {play, terminal, view, listAnew} = await console120();
		const isLogged = () => terminal.lines().some(line => line.includes('host 17 still answers'));
		expect(isLogged()).toBe(false);
		await play.say('note host 17 still answers');
		listAnew();
		await settled(terminal);
		expect(isLogged()).toBe(true);
		view.close();
	});

	test('says in its title that it has the focus', async () => {
		const {stores, terminal, view} = await console120();
		const isFocused = () => terminal.lines().some(line => line.includes('▸Actions'));
		expect(isFocused()).toBe(false);
		stores.session.set(focusOn(stores.session.get(), 'actions', ['A1'], 0));
		await settled(terminal);
		expect(isFocused()).toBe(true);
		view.close();
	});

	test('is painted again by a second that changes a countdown, and by no other', async () => {
		const {stores, terminal, view} = await console120();
		stores.now.set('2026-06-02T09:02:01.000Z');
		await settled(terminal);
		terminal.writes.length = 0;
		stores.now.set('2026-06-02T09:02:02.000Z');
		await settled(terminal);
		expect(rowsWritten(terminal).filter(row => row < view.layout().composer.y)).toEqual([0]);
		stores.now.set('2026-06-02T11:45:00.000Z');
		await settled(terminal);
		expect(terminal.lines().some(line => line.includes('15m late'))).toBe(true);
		view.close();
	});

	test('asks nothing in the name of doctrine before doctrine was asked', async () => {
		const {play, stores, terminal, view} = await console120();
		const isSaid = () => terminal.lines().some(line => line.includes('Doctrine asks nothing now.'));
		const {desk} = play;
		stores.listed.set({board: desk.board(), entries: desk.entries(), prompts: [], isUnasked: true});
		await settled(terminal);
		expect(isSaid()).toBe(false);
		stores.listed.set({board: desk.board(), entries: desk.entries(), prompts: []});
		await settled(terminal);
		expect(isSaid()).toBe(true);
		view.close();
	});
});
