/*
A small program on the real parts: terminal, screen, two panes and a composer line. Started by the tests in a
terminal of its own.
  ^Q quits, ^T throws, ^R rejects, ^O opens and closes an overlay, ^Z suspends, ^B hides the cursor, ^X exits with 7
  GONE=FILE  where to note how the terminal was lost
*/
import {appendFileSync} from 'node:fs';
import process from 'node:process';
import {Box, Text} from 'ink';
import {type ReactNode, useSyncExternalStore} from 'react';
import {createKeyReader} from '../../source/console/keys/reader.ts';
import {mount, type Mount} from '../../source/console/screen/mount.tsx';
import {createScreen} from '../../source/console/screen/screen.ts';
import {takeTerminal} from '../../source/console/screen/terminal.ts';
import {columns, forTerminal} from '../../source/text.ts';

let typed = '';
const listeners = new Set<() => void>();
const setTyped = (text: string): void => {
	typed = text;
	for (const listener of listeners) {
		listener();
	}
};

const subscribe = (listener: () => void): (() => void) => {
	listeners.add(listener);
	return () => {
		listeners.delete(listener);
	};
};

const Composer = (): ReactNode => {
	const text = useSyncExternalStore(subscribe, () => typed);
	return (
		<Text wrap="truncate-start">
			<Text color="green">{'> '}</Text>
			{forTerminal(text)}
		</Text>
	);
};

const Pane = ({title, width, height}: {title: string; width: number; height: number}): ReactNode => {
	if (typed.includes('broken pane')) {
		throw new Error('pane broke');
	}

	return (
		<Box borderStyle="round" width={width} height={height} flexDirection="column">
			<Text bold>{title}</Text>
			<Text wrap="truncate">
				size {width}x{height} pid {process.pid}
			</Text>
			<Text wrap="truncate">{forTerminal('flag 🇬🇧 family 👨‍👩‍👧 कि e\u0301 שלום 障害')}</Text>
		</Box>
	);
};

const terminal = takeTerminal({
	onInput: chunk => {
		keys.push(chunk);
	},
	onResume: () => {
		screen.repaint();
	},
	onGone: ending => {
		appendFileSync(process.env['GONE'] ?? '/dev/null', `${ending} ${typed}\n`);
	},
});
const screen = createScreen(terminal.output);
const layout = () => {
	const left = Math.floor(screen.columns / 2);
	const height = screen.rows - 1;
	return {
		left: {x: 0, y: 0, width: left, height},
		right: {x: left, y: 0, width: screen.columns - left, height},
		composer: {x: 0, y: height, width: screen.columns, height: 1},
		over: {x: 4, y: 2, width: 20, height: 5},
	};
};

const placeCursor = (): void => {
	screen.placeCursor({x: Math.min(screen.columns - 1, 2 + columns(forTerminal(typed))), y: screen.rows - 1});
};

const pane = (title: string, {width, height}: {width: number; height: number}): ReactNode => (
	<Pane title={title} width={width} height={height} />
);

const first = layout();
const panes = {
	left: mount(screen, first.left, pane('Left', first.left)),
	right: mount(screen, first.right, pane('Right', first.right)),
	composer: mount(screen, first.composer, <Composer />),
};
let over: Mount | undefined;
placeCursor();

screen.onResize(() => {
	const now = layout();
	panes.left.update(now.left, pane('Left', now.left));
	panes.right.update(now.right, pane('Right', now.right));
	panes.composer.update(now.composer);
	placeCursor();
});

const commands: Readonly<Record<string, () => void>> = {
	q() {
		for (const one of Object.values(panes)) {
			one.unmount();
		}

		screen.close();
		terminal.release();
		process.stdout.write('left in order\n');
	},
	t() {
		throw new Error('thrown on purpose');
	},
	r() {
		void Promise.reject(new Error('rejected on purpose'));
	},
	x() {
		process.exit(7);
	},
	o() {
		if (over === undefined) {
			const {over: place} = layout();
			over = mount(screen, place, pane('Over', place), 1);
		} else {
			over.unmount();
			over = undefined;
		}
	},
	w() {
		process.emitWarning('warned on purpose');
	},
	b() {
		screen.placeCursor(undefined);
	},
	z() {
		terminal.suspend();
	},
};

const keys = createKeyReader(input => {
	if (input.type === 'mouse') {
		return;
	}

	if (input.type === 'key') {
		if (input.ctrl) {
			commands[input.name]?.();
		} else if (input.name === 'backspace') {
			setTyped(typed.slice(0, -1));
			placeCursor();
		} else if (input.name === 'escape') {
			setTyped('');
			placeCursor();
		}

		return;
	}

	setTyped(typed + input.text);
	placeCursor();
});
