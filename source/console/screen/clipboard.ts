import {Buffer} from 'node:buffer';
import {forTerminal} from '../../text.ts';
import type {ScreenOutput} from './screen.ts';

/** Where a text is put to be pasted elsewhere. */
export type Clipboard = {
	/** Puts a text there, as one line that does nothing where it is pasted; false when it is too long. */
	readonly copy: (text: string) => boolean;
};

const start = '\u001B]52;c;';
const end = '\u0007';

/** Terminals take no longer sequences: some cut them, some show what is left over. */
const longest = 74_994;

/**
 * Asks the terminal to keep a text (OSC 52); undefined for a text that is too long. The text goes as base64, whose
 * letters end no sequence. Terminals that do not know it pass over it; tmux passes it on where `set-clipboard` is `on`,
 * and is not asked to be passed through.
 */
export const clipboardSequence = (text: string): string | undefined => {
	const encoded = text.length > longest ? undefined : Buffer.from(forTerminal(text), 'utf8').toString('base64');
	return encoded === undefined || start.length + encoded.length + end.length > longest
		? undefined
		: `${start}${encoded}${end}`;
};

/** The clipboard of the terminal that a screen is painted on: between two paintings, never within one. */
export const createClipboard = (output: Pick<ScreenOutput, 'write'>): Clipboard => ({
	copy(text) {
		const sequence = clipboardSequence(text);
		if (sequence !== undefined) {
			output.write(sequence);
		}

		return sequence !== undefined;
	},
});
