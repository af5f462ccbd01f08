import {EventEmitter} from 'node:events';
import type {Rectangle} from './rectangle.ts';
import type {Surface} from './screen.ts';

type WriteCallback = (error?: Error | null) => void;

// Ink shows the cursor when it unmounts, and switches paste mode for some hooks; both are not a region's to decide.
// oxlint-disable-next-line no-control-regex
const modeSwitch = /^\u001B\[\?\d+[hl]$/u;

/**
 * Stands for the terminal towards one Ink root, which paints through it into one surface of the screen.
 * With `debug` Ink writes each whole frame at once; that is all that is understood here.
 */
export class Region extends EventEmitter implements NodeJS.WritableStream {
	readonly isTTY = true;
	readonly writable = true;
	readonly #surface: Surface;

	constructor(surface: Surface) {
		super();
		this.#surface = surface;
		// Each hook of Ink that asks for the size listens for resizes.
		this.setMaxListeners(0);
	}

	/** Never 0: Ink would then ask other programs how large the terminal is. */
	get columns(): number {
		return Math.max(1, this.#surface.rectangle.width);
	}

	/** Never 0, as `columns`. */
	get rows(): number {
		return Math.max(1, this.#surface.rectangle.height);
	}

	/** Takes a frame. Ink's writes with a callback are questions whether all is written, not frames. */
	write(
		frame: string | Uint8Array,
		encodingOrCallback?: BufferEncoding | WriteCallback,
		callback?: WriteCallback,
	): boolean {
		const done = typeof encodingOrCallback === 'function' ? encodingOrCallback : callback;
		if (done !== undefined) {
			done();
		} else if (typeof frame === 'string' && !modeSwitch.test(frame)) {
			this.#surface.show(frame.split('\n'));
		}

		return true;
	}

	/** Part of what a stream must have; a region ends with its surface. */
	end(): this {
		return this;
	}

	/** Moves the region; tells Ink when its size is another. */
	move(rectangle: Rectangle): void {
		const {columns, rows} = this;
		this.#surface.move(rectangle);
		if (columns !== this.columns || rows !== this.rows) {
			this.emit('resize');
		}
	}

	/** Takes it off the screen. */
	close(): void {
		this.removeAllListeners();
		this.#surface.close();
	}
}
