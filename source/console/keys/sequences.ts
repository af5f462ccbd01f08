import type {Input} from './input.ts';
import {mouseInput} from './mouse.ts';
import {byKeypad, byLinuxConsole, controlKey, key, modifiersOf, sequenceKey, withAlt} from './names.ts';

/** What opens every sequence. */
export const escape = '\u001B';

// A sequence that grows longer than this without an end is no key.
const longestSequence = 256;

/** What one piece of input came to, and how many characters it took. */
export type Step = {readonly length: number; readonly inputs: readonly Input[]};

const swallow = (length: number): Step => ({length, inputs: []});

// `ESC [ parameters intermediates final`; the final byte may be yet to come.
// oxlint-disable-next-line no-control-regex
const controlSequence = /^\u001B\[([0-?]*)([ -/]*)([@-~]?)/u;

const readControlSequence = (rest: string): Step | undefined => {
	const [whole = '', parameters = '', intermediates = '', final = ''] = controlSequence.exec(rest) ?? [];
	if (final === '') {
		// Anything but a final byte breaks the sequence off; what came of it is no text.
		return rest.length > whole.length || whole.length > longestSequence ? swallow(whole.length) : undefined;
	}

	if (final === '[' && parameters === '') {
		const letter = rest.charAt(whole.length);
		const named = byLinuxConsole[letter];
		return letter === '' ? undefined : {length: whole.length + 1, inputs: named === undefined ? [] : [key(named)]};
	}

	// A mouse report of the oldest kind: three bytes follow.
	if (final === 'M' && parameters === '') {
		return rest.length < whole.length + 3 ? undefined : swallow(whole.length + 3);
	}

	if (parameters.startsWith('<') && (final === 'M' || final === 'm')) {
		return {length: whole.length, inputs: intermediates === '' ? mouseInput(parameters, final) : []};
	}

	return {length: whole.length, inputs: intermediates === '' ? sequenceKey(parameters, final) : []};
};

// oxlint-disable-next-line no-control-regex
const keypadSequence = /^\u001BO(\d*)([ -~]?)/u;

const readKeypad = (rest: string): Step | undefined => {
	const [whole = '', modifier, final = ''] = keypadSequence.exec(rest) ?? [];
	if (final === '') {
		return rest.length > whole.length ? swallow(whole.length) : undefined;
	}

	const named = byKeypad[final];
	return {
		length: whole.length,
		inputs: named === undefined ? [] : [key(named, modifiersOf(modifier === '' ? undefined : modifier))],
	};
};

// oxlint-disable-next-line no-control-regex
const stringEnd = /\u0007|\u001B\\|\u009C/u;

/** An answer or report (OSC, DCS, PM, APC, SOS): text up to its terminator, never a key. */
const readString = (rest: string): Step | undefined => {
	const end = stringEnd.exec(rest.slice(2));
	if (end !== null) {
		return swallow(2 + end.index + end[0].length);
	}

	return rest.length > longestSequence ? swallow(rest.length) : undefined;
};

/** What begins with an escape; undefined when more must come before that can be told. */
const readEscape = (rest: string): Step | undefined => {
	const next = rest.slice(1, 1 + ((rest.codePointAt(1) ?? 0) > 0xff_ff ? 2 : 1));
	if (next === '') {
		return undefined;
	}

	if (next === escape) {
		return {length: 1, inputs: [key('escape')]};
	}

	if (next === '[') {
		return readControlSequence(rest);
	}

	if (next === 'O') {
		return readKeypad(rest);
	}

	return ']P^_X'.includes(next) ? readString(rest) : {length: 1 + next.length, inputs: withAlt(next)};
};

const textRun = /^\P{Cc}+/u;

/** The next input outside a paste. */
export const readOne = (rest: string): Step | undefined => {
	if (rest.startsWith(escape)) {
		return readEscape(rest);
	}

	const text = textRun.exec(rest)?.[0];
	if (text !== undefined) {
		return {length: text.length, inputs: [{type: 'text', text}]};
	}

	const control = controlKey(rest.charAt(0));
	return {length: 1, inputs: control === undefined ? [] : [control]};
};
