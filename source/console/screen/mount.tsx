import {Readable} from 'node:stream';
import {render} from 'ink';
import {Component, type ReactNode} from 'react';
import type {Rectangle} from './rectangle.ts';
import {Region} from './region.ts';
import type {Screen} from './screen.ts';

/** A pane on the screen. */
export type Mount = {
	/** Moves and resizes it; with an element, shows that from now on. */
	update(rectangle: Rectangle, element?: ReactNode): void;
	/** Takes it off the screen. */
	unmount(): void;
};

// Keys are read once, at the top. This stands where Ink looks for them, so that no pane takes the real ones.
const noKeys = new Readable({read() {}});

/**
 * Hands an error in a pane to the process, as any other error that nobody caught. Ink would only end the
 * pane, and tell those who wait for its end.
 */
class Boundary extends Component<{readonly children: ReactNode}, {readonly isBroken: boolean}> {
	static getDerivedStateFromError() {
		return {isBroken: true};
	}

	override readonly state = {isBroken: false};

	override componentDidCatch(error: Error) {
		setImmediate(() => {
			throw error;
		});
	}

	override render() {
		return this.state.isBroken ? null : this.props.children;
	}
}

/**
 * Shows an element in a rectangle of the screen, as an Ink root of its own: what changes in it makes Ink lay
 * out this pane only.
 */
export const mount = (screen: Screen, rectangle: Rectangle, element: ReactNode, layer = 0): Mount => {
	const surface = screen.open(rectangle, layer);
	const region = new Region(surface);
	const root = render(<Boundary>{element}</Boundary>, {
		stdout: region,
		stdin: noKeys,
		// Ink hands over each frame whole and at once, unthrottled: the screen finds what changed.
		debug: true,
		// Paint under CI as everywhere, and hear of resizes.
		interactive: true,
		patchConsole: false,
		exitOnCtrlC: false,
		isScreenReaderEnabled: false,
	});
	return {
		update(to, next) {
			region.move(to);
			if (next !== undefined) {
				root.rerender(<Boundary>{next}</Boundary>);
			}
		},
		unmount() {
			root.unmount();
			region.close();
		},
	};
};
