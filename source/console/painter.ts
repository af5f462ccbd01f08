import type {Drawing} from '../looks/drawing.ts';
import type {Size} from '../looks/size.ts';
import {isSameRectangle, type Rectangle} from './screen/rectangle.ts';
import type {Screen, Surface} from './screen/screen.ts';

/** Something that is painted straight onto the screen. */
export type Painted = {
	/** What it is drawn from: it is drawn again when one of these is another. Looked at often: it works nothing out. */
	readonly seen: () => readonly unknown[];
	readonly draw: (size: Size) => Drawing;
};

export type Painter = {
	/** Shows something under a name from now on; without a rectangle takes it off. */
	place(name: string, rectangle: Rectangle | undefined, painted: Painted, layer?: number): void;
	/** Whether something is on the screen under that name. */
	has(name: string): boolean;
	/** Draws what has changed once this tick has set everything it sets. */
	refresh(): void;
	/** Draws what has changed now. */
	update(): void;
	close(): void;
};

type Placed = {
	readonly surface: Surface;
	rectangle: Rectangle;
	painted: Painted;
	seen: readonly unknown[] | undefined;
};

const isSame = (one: readonly unknown[], other: readonly unknown[] | undefined): boolean =>
	other !== undefined && one.length === other.length && one.every((value, index) => Object.is(value, other[index]));

/** Keeps what is painted straight onto the screen in step with what it is drawn from. */
export const createPainter = (screen: Screen): Painter => {
	const placed = new Map<string, Placed>();
	let isScheduled = false;
	let isClosed = false;

	const drawIfChanged = (one: Placed) => {
		const seen = one.painted.seen();
		if (!isSame(seen, one.seen)) {
			one.seen = seen;
			one.surface.draw(one.painted.draw(one.rectangle));
		}
	};

	const update = () => {
		for (const one of placed.values()) {
			drawIfChanged(one);
		}
	};

	return {
		place(name, rectangle, painted, layer = 0) {
			const before = placed.get(name);
			if (rectangle === undefined || rectangle.height === 0 || rectangle.width === 0) {
				before?.surface.close();
				placed.delete(name);
				return;
			}

			const one = before ?? {surface: screen.open(rectangle, layer), rectangle, painted, seen: undefined};
			if (!isSameRectangle(one.rectangle, rectangle)) {
				one.surface.move(rectangle);
				one.rectangle = rectangle;
				one.seen = undefined;
			}

			if (one.painted !== painted) {
				one.painted = painted;
				one.seen = undefined;
			}

			placed.set(name, one);
			drawIfChanged(one);
		},
		has: name => placed.has(name),
		update,
		refresh() {
			if (!isScheduled) {
				isScheduled = true;
				queueMicrotask(() => {
					isScheduled = false;
					if (!isClosed) {
						update();
					}
				});
			}
		},
		close() {
			isClosed = true;
			for (const {surface} of placed.values()) {
				surface.close();
			}

			placed.clear();
		},
	};
};
