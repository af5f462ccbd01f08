import {render} from 'ink-testing-library';
import {describe, expect, test} from 'vitest';
import {panes} from '../../source/console/panes.tsx';
import {paneNames} from '../../source/console/layout.ts';
import {focusOn, type} from '../../source/console/session.ts';
import {createStores, type Stores} from '../../source/console/stores.ts';
import {playLines} from '../support/incident.ts';

const size = {width: 60, height: 12};

/** Lets React paint what it has heard of. */
const settled = async () => {
	await new Promise(resolve => {
		setImmediate(resolve);
	});
};

const board = async () => {
	const play = await playLines([
		['09:00', 'sam', 'declare Payments database exposed severity:S2 kind:security'],
		['09:01', 'sam', 'assign im @"Priya Shah"'],
		['09:02', 'priya', 'action isolate host 17 @"Chen Wei" by 11:30'],
	]);
	const stores = createStores(play.desk, '', play.desk.situation().now);
	return {play, stores};
};

const listAnew = (stores: Stores, {desk}: Awaited<ReturnType<typeof playLines>>) => {
	stores.listed.set({board: desk.board(), entries: desk.entries(), prompts: desk.prompts()});
};

describe('a pane that stands on the screen', () => {
	test.each(paneNames)('%s is not drawn again while somebody types', async name => {
		const {stores} = await board();
		const Pane = panes[name];
		const {frames, unmount} = render(<Pane stores={stores} size={size} />);
		await settled();
		const before = frames.length;
		for (const letter of 'host 17 still answers') {
			stores.session.set(type(stores.session.get(), letter));
		}

		await settled();
		expect(frames.length).toBe(before);
		unmount();
	});

	test('is drawn again when an entry arrives', async () => {
		const {play, stores} = await board();
		const {log: Log} = panes;
		const {lastFrame, unmount} = render(<Log stores={stores} size={size} />);
		await settled();
		expect(lastFrame()).not.toContain('host 17 still answers');
		await play.say('note host 17 still answers');
		listAnew(stores, play);
		await settled();
		expect(lastFrame()).toContain('host 17 still answers');
		unmount();
	});

	test('is drawn again when it gets the focus, and says so in its title', async () => {
		const {stores} = await board();
		const {actions: Actions} = panes;
		const {lastFrame, unmount} = render(<Actions stores={stores} size={size} />);
		await settled();
		expect(lastFrame()).not.toContain('▸Actions');
		stores.session.set(focusOn(stores.session.get(), 'actions', ['A1'], 0));
		await settled();
		expect(lastFrame()).toContain('▸Actions');
		unmount();
	});

	test('is not drawn again by a second that changes no countdown', async () => {
		const {stores} = await board();
		const {actions: Actions} = panes;
		const {frames, lastFrame, unmount} = render(<Actions stores={stores} size={size} />);
		await settled();
		const before = frames.length;
		stores.now.set('2026-06-02T09:02:01.000Z');
		stores.now.set('2026-06-02T09:02:02.000Z');
		await settled();
		expect(frames.length).toBeLessThanOrEqual(before + 1);
		stores.now.set('2026-06-02T11:45:00.000Z');
		await settled();
		expect(lastFrame()).toContain('15m late');
		unmount();
	});
});
