import {isBurst, plainText} from './burst.ts';
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
	/** How long more may come of a paste that the terminal does not mark as one. */
	readonly burstAfter?: number;
	readonly timer?: Timer;
};

/**
 * Calls back for each key, text and paste in the bytes given to `push`; `stop` forgets what is unfinished.
 */
export const createKeyReader = (
	onInput: (input: Input) => void,
	{escapeAfter = 30, pasteAfter = 3000, burstAfter = 60, timer = realTimer}: KeyReaderOptions = {},
): {push(chunk: Uint8Array): void; stop(): void} => {
	let decoder = idleDecoder;
	let cancel: (() => void) | undefined;
	/** A paste that is not marked as one, as far as it has come, and how to end the wait for more of it. */
	let burst: {readonly texts: string[]; cancel: () => void} | undefined;

	const endBurst = (): void => {
		if (burst !== undefined) {
			const {texts} = burst;
			burst.cancel();
			burst = undefined;
			onInput({type: 'paste', text: texts.join('')});
		}
	};

	/** Takes inputs that came in one piece as a paste, or as a part of the one that is coming; true when they are one. */
	const takeBurst = (inputs: readonly Input[]): boolean => {
		const text = inputs.length === 0 ? undefined : plainText(inputs);
		if (text === undefined || (burst === undefined && !isBurst(text))) {
			return false;
		}

		const texts = burst?.texts ?? [];
		texts.push(text);
		burst?.cancel();
		burst = {texts, cancel: timer.start(endBurst, burstAfter)};
		return true;
	};

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

		if (inputs.length === 0 || takeBurst(inputs)) {
			return;
		}

		endBurst();
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
			burst?.cancel();
			burst = undefined;
			decoder = idleDecoder;
		},
	};
};
