import type {Overlay} from './overlay.ts';
import type {show as Show, Shown} from './overlays.tsx';
import type {Rectangle} from './screen/rectangle.ts';
import type {Screen} from './screen/screen.ts';

/** What lies over the board, by name. */
export type Overlays = {
	/** Lays something over the screen; undefined takes it off. */
	place(name: string, rectangle: Rectangle, overlay: Overlay | undefined, layer: number): void;
	close(): void;
};

/** Most people look at the board first. What draws overlays is loaded when that stands, before anybody asks for one. */
const loadAfter = 250;

type Wanted = {readonly rectangle: Rectangle; readonly overlay: Overlay; readonly layer: number};

/** Shows overlays as soon as what draws them (Ink, React) is loaded. */
export const createOverlays = (screen: Screen): Overlays => {
	let draw: typeof Show | undefined;
	const shown = new Map<string, Shown>();
	const waiting = new Map<string, Wanted>();
	let isClosed = false;

	const show = (name: string, {rectangle, overlay, layer}: Wanted) => {
		const before = shown.get(name);
		if (before !== undefined) {
			before.update(rectangle, overlay);
		} else if (draw !== undefined) {
			shown.set(name, draw(screen, rectangle, overlay, layer));
		}
	};

	const load = async () => {
		({show: draw} = await import('./overlays.tsx'));
		if (!isClosed) {
			for (const [name, wanted] of waiting) {
				show(name, wanted);
			}
		}

		waiting.clear();
	};

	const timer = setTimeout(() => {
		void load();
	}, loadAfter);
	timer.unref();

	return {
		place(name, rectangle, overlay, layer) {
			if (overlay === undefined || rectangle.height === 0 || rectangle.width === 0) {
				shown.get(name)?.unmount();
				shown.delete(name);
				waiting.delete(name);
			} else if (draw === undefined) {
				waiting.set(name, {rectangle, overlay, layer});
				void load();
			} else {
				show(name, {rectangle, overlay, layer});
			}
		},
		close() {
			isClosed = true;
			clearTimeout(timer);
			for (const one of shown.values()) {
				one.unmount();
			}

			shown.clear();
		},
	};
};
