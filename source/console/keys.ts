/*
What a terminal sends, as keys, text and pastes. The core is a state machine that knows no stream and no
clock: `feed` for bytes that came, `settle` for the silence after them. Bytes may be split anywhere.
*/

/** A key that is not text, or text typed together with ctrl or alt. */
export type Key = {
	readonly type: 'key';
	/** A `KeyName`; with ctrl or alt also the character, in lower case: `c`, `/`, `1`. */
	readonly name: string;
	readonly ctrl: boolean;
	readonly alt: boolean;
	readonly shift: boolean;
};

/** The keys that have names. */
export type KeyName =
	| 'up'
	| 'down'
	| 'left'
	| 'right'
	| 'home'
	| 'end'
	| 'pageup'
	| 'pagedown'
	| 'insert'
	| 'delete'
	| 'backspace'
	| 'enter'
	| 'tab'
	| 'backtab'
	| 'escape'
	| 'space'
	| 'f1'
	| 'f2'
	| 'f3'
	| 'f4'
	| 'f5'
	| 'f6'
	| 'f7'
	| 'f8'
	| 'f9'
	| 'f10'
	| 'f11'
	| 'f12';

export type Input =
	| Key
	/** Characters typed, as many as came at once. */
	| {readonly type: 'text'; readonly text: string}
	/** A paste, whole, its lines ended by `\n`; otherwise as it came. */
	| {readonly type: 'paste'; readonly text: string};

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

const escape = '\u001B';
const pasteStart = `${escape}[200~`;
const pasteEnd = `${escape}[201~`;

// A sequence that grows longer than this without an end is no key.
const longestSequence = 256;

const key = (name: string, modifiers: Partial<Omit<Key, 'type' | 'name'>> = {}): Key => ({
	type: 'key',
	name,
	ctrl: false,
	alt: false,
	shift: false,
	...modifiers,
});

const byFinal: Readonly<Record<string, KeyName>> = {
	A: 'up',
	B: 'down',
	C: 'right',
	D: 'left',
	F: 'end',
	H: 'home',
	P: 'f1',
	Q: 'f2',
	S: 'f4',
	Z: 'backtab',
};

const byNumber: Readonly<Record<string, KeyName>> = {
	1: 'home',
	2: 'insert',
	3: 'delete',
	4: 'end',
	5: 'pageup',
	6: 'pagedown',
	7: 'home',
	8: 'end',
	11: 'f1',
	12: 'f2',
	13: 'f3',
	14: 'f4',
	15: 'f5',
	17: 'f6',
	18: 'f7',
	19: 'f8',
	20: 'f9',
	21: 'f10',
	23: 'f11',
	24: 'f12',
};

// After `ESC O`: application cursor keys, and the keypad.
const byKeypad: Readonly<Record<string, KeyName>> = {...byFinal, R: 'f3', M: 'enter'};

const byLinuxConsole: Readonly<Record<string, KeyName>> = {A: 'f1', B: 'f2', C: 'f3', D: 'f4', E: 'f5'};

const byControl: Readonly<Record<string, KeyName>> = {
	'\b': 'backspace',
	'\t': 'tab',
	'\n': 'enter',
	'\r': 'enter',
	'\u001B': 'escape',
	'\u007F': 'backspace',
};

/** `5` is ctrl: one more than the sum of shift 1, alt 2, ctrl 4 (and 8, 32: meta keys, taken as alt). */
const modifiersOf = (parameter: string | undefined): Pick<Key, 'ctrl' | 'alt' | 'shift'> => {
	const bits = Math.max(0, Number.parseInt(parameter ?? '1', 10) - 1 || 0);
	return {shift: (bits & 1) !== 0, alt: (bits & 42) !== 0, ctrl: (bits & 4) !== 0};
};

/** A single control character as a key; undefined for one that no key sends. */
const controlKey = (character: string): Key | undefined => {
	const named = byControl[character];
	if (named !== undefined) {
		return key(named);
	}

	const code = character.codePointAt(0) ?? 0;
	if (code === 0) {
		return key('space', {ctrl: true});
	}

	return code < 0x20 ? key(String.fromCodePoint(code + 0x40).toLowerCase(), {ctrl: true}) : undefined;
};

/** A key told by its code point, as terminals with the newer protocols (`CSI u`) do. */
const keyByCode = (code: number, modifiers: Pick<Key, 'ctrl' | 'alt' | 'shift'>): Input[] => {
	if (!Number.isInteger(code) || code < 0 || code > 0x10_ff_ff) {
		return [];
	}

	const character = String.fromCodePoint(code);
	const named = byControl[character];
	if (named === 'tab' && modifiers.shift) {
		return [key('backtab', {...modifiers, shift: false})];
	}

	if (named !== undefined) {
		return [key(named, modifiers)];
	}

	if (/^[\p{Cc}\p{Co}\p{Cs}]$/u.test(character)) {
		return [];
	}

	return modifiers.ctrl || modifiers.alt
		? [key(character === ' ' ? 'space' : character.toLowerCase(), modifiers)]
		: [{type: 'text', text: modifiers.shift ? character.toUpperCase() : character}];
};

/** A control sequence: `CSI parameters final`. Gives nothing for those that are no keys. */
const sequenceKey = (parameters: string, final: string): Input[] => {
	const [first = '', second, third] = parameters.split(';');
	if (final === 'u') {
		return keyByCode(Number.parseInt(first, 10), modifiersOf(second));
	}

	if (final !== '~') {
		const named = byFinal[final];
		return named === undefined || !/^[\d;:]*$/u.test(parameters) ? [] : [key(named, modifiersOf(second))];
	}

	if (first === '27' && third !== undefined) {
		return keyByCode(Number.parseInt(third, 10), modifiersOf(second));
	}

	const named = byNumber[first];
	return named === undefined ? [] : [key(named, modifiersOf(second))];
};

/** A key typed together with alt: the terminal puts an escape before it. */
const withAlt = (character: string): Input[] => {
	const control = controlKey(character);
	if (control !== undefined) {
		return [{...control, alt: true}];
	}

	const lower = character.toLowerCase();
	return /^\p{Cc}$/u.test(character)
		? []
		: [key(character === ' ' ? 'space' : lower, {alt: true, shift: lower !== character})];
};

type Step = {readonly length: number; readonly inputs: readonly Input[]};

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
const readOne = (rest: string): Step | undefined => {
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
