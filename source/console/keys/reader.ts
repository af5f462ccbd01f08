import {type Decoder, feed, idleDecoder, isOpen, settle} from './decode.ts';
import type {Input} from './input.ts';

/** Something that calls back later; `setTimeout` outside tests. */
export type Timer = {
	start(callback: () => void, milliseconds: number): () => void;
};

/** The timer of the process. */
export const realTimer: Timer = {
	start(callback, milliseconds) {
		const handle = setTimeout(callback, milliseconds);
		return () => {
			clearTimeout(handle);
		};
	},
};

export type KeyReaderOptions = {
	/** How long after an escape the rest of a sequence may come. */
	readonly escapeAfter?: number;
	/** How long a paste may stand still before it counts as ended. */
	readonly pasteAfter?: number;
	readonly timer?: Timer;
};

/**
 * Calls back for each key, text and paste in the bytes given to `push`; `stop` forgets what is unfinished.
 */
export const createKeyReader = (
	onInput: (input: Input) => void,
	{escapeAfter = 30, pasteAfter = 3000, timer = realTimer}: KeyReaderOptions = {},
): {push(chunk: Uint8Array): void; stop(): void} => {
	let decoder = idleDecoder;
	let cancel: (() => void) | undefined;

	const take = ([next, inputs]: [Decoder, Input[]]): void => {
		cancel?.();
		cancel = undefined;
		decoder = next;
		if (isOpen(decoder)) {
			cancel = timer.start(
				() => {
					take(settle(decoder));
				},
				decoder.paste === undefined ? escapeAfter : pasteAfter,
			);
		}

		for (const input of inputs) {
			onInput(input);
		}
	};

	return {
		push(chunk) {
			take(feed(decoder, chunk));
		},
		stop() {
			cancel?.();
			cancel = undefined;
			decoder = idleDecoder;
		},
	};
};
