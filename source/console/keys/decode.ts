/*
What a terminal sends, as keys, text and pastes. The core is a state machine that knows no stream and no
clock: `feed` for bytes that came, `settle` for the silence after them. Bytes may be split anywhere.
*/

import type {Input} from './input.ts';
import {key, withAlt} from './names.ts';
import {escape, readOne} from './sequences.ts';

/** What is still open between two chunks. */
export type Decoder = {
	/** Bytes of a character not yet complete. */
	readonly bytes: Uint8Array;
	/** Characters of a sequence not yet complete. */
	readonly pending: string;
	/** The paste so far; undefined outside one. */
	readonly paste: string | undefined;
};

/** A decoder to which nothing has been fed. */
export const idleDecoder: Decoder = {bytes: new Uint8Array(), pending: '', paste: undefined};

const pasteStart = `${escape}[200~`;
const pasteEnd = `${escape}[201~`;

/** How many characters at the end of a text may be the beginning of `mark`. */
const openEnd = (text: string, mark: string): number => {
	for (let length = Math.min(mark.length - 1, text.length); length > 0; length--) {
		if (text.endsWith(mark.slice(0, length))) {
			return length;
		}
	}

	return 0;
};

const pasted = (text: string): Input => ({type: 'paste', text: text.replaceAll(/\r\n?/gu, '\n')});

/** Reads characters: the inputs that are complete, and what stays open. */
const read = (
	text: string,
	paste: string | undefined,
): {inputs: Input[]; pending: string; paste: string | undefined} => {
	const inputs: Input[] = [];
	let at = 0;
	let open = paste;
	while (at < text.length) {
		if (open !== undefined) {
			const end = text.indexOf(pasteEnd, at);
			if (end === -1) {
				const rest = text.slice(at);
				const held = openEnd(rest, pasteEnd);
				return {inputs, pending: rest.slice(rest.length - held), paste: open + rest.slice(0, rest.length - held)};
			}

			inputs.push(pasted(open + text.slice(at, end)));
			open = undefined;
			at = end + pasteEnd.length;
			continue;
		}

		if (text.startsWith(pasteStart, at)) {
			open = '';
			at += pasteStart.length;
			continue;
		}

		const step = readOne(text.slice(at));
		if (step === undefined) {
			return {inputs, pending: text.slice(at), paste: open};
		}

		inputs.push(...step.inputs);
		at += Math.max(1, step.length);
	}

	return {inputs, pending: '', paste: open};
};

/** How many bytes at the end are the beginning of a UTF-8 character. */
const openBytes = (bytes: Uint8Array): number => {
	for (let back = 1; back <= Math.min(3, bytes.length); back++) {
		const byte = bytes[bytes.length - back] ?? 0;
		if (byte < 0x80) {
			return 0;
		}

		if (byte >= 0xc0) {
			const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
			return size > back ? back : 0;
		}
	}

	return 0;
};

const utf8 = new TextDecoder('utf-8', {ignoreBOM: true});

const joined = (one: Uint8Array, other: Uint8Array): Uint8Array => {
	if (one.length === 0) {
		return other;
	}

	const both = new Uint8Array(one.length + other.length);
	both.set(one);
	both.set(other, one.length);
	return both;
};

/** Takes bytes that came; gives the decoder as it is then, and what was typed. */
export const feed = (decoder: Decoder, chunk: Uint8Array): [Decoder, Input[]] => {
	const bytes = joined(decoder.bytes, chunk);
	const complete = bytes.length - openBytes(bytes);
	const {inputs, pending, paste} = read(decoder.pending + utf8.decode(bytes.subarray(0, complete)), decoder.paste);
	return [{bytes: bytes.slice(complete), pending, paste}, inputs];
};

/**
 * Takes the silence after an unfinished sequence: a lone escape was the key, an escape and one character
 * were alt and that key, a paste whose end does not come is over, anything else is dropped.
 */
export const settle = (decoder: Decoder): [Decoder, Input[]] => {
	const {pending, paste, bytes} = decoder;
	const rested = {...idleDecoder, bytes};
	if (paste !== undefined) {
		return [rested, [pasted(paste + pending)]];
	}

	if (pending === escape) {
		return [rested, [key('escape')]];
	}

	return [rested, pending.length === 2 ? withAlt(pending.charAt(1)) : []];
};

/** True when silence would mean something. Half a character just waits for its other half. */
export const isOpen = ({pending, paste}: Decoder): boolean => pending !== '' || paste !== undefined;
