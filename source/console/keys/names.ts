import type {Input, Key, KeyName} from './input.ts';

/** A key of that name. */
export const key = (name: string, modifiers: Partial<Omit<Key, 'type' | 'name'>> = {}): Key => ({
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
/** The keypad's keys by the letter that ends their sequence. */
export const byKeypad: Readonly<Record<string, KeyName>> = {...byFinal, R: 'f3', M: 'enter'};

/** The function keys of the Linux console. */
export const byLinuxConsole: Readonly<Record<string, KeyName>> = {A: 'f1', B: 'f2', C: 'f3', D: 'f4', E: 'f5'};

const byControl: Readonly<Record<string, KeyName>> = {
	'\b': 'backspace',
	'\t': 'tab',
	'\n': 'enter',
	'\r': 'enter',
	'\u001B': 'escape',
	'\u007F': 'backspace',
};

/** `5` is ctrl: one more than the sum of shift 1, alt 2, ctrl 4 (and 8, 32: meta keys, taken as alt). */
export const modifiersOf = (parameter: string | undefined): Pick<Key, 'ctrl' | 'alt' | 'shift'> => {
	const bits = Math.max(0, Number.parseInt(parameter ?? '1', 10) - 1 || 0);
	return {shift: (bits & 1) !== 0, alt: (bits & 42) !== 0, ctrl: (bits & 4) !== 0};
};

/** A single control character as a key; undefined for one that no key sends. */
export const controlKey = (character: string): Key | undefined => {
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
export const sequenceKey = (parameters: string, final: string): Input[] => {
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
export const withAlt = (character: string): Input[] => {
	const control = controlKey(character);
	if (control !== undefined) {
		return [{...control, alt: true}];
	}

	const lower = character.toLowerCase();
	return /^\p{Cc}$/u.test(character)
		? []
		: [key(character === ' ' ? 'space' : lower, {alt: true, shift: lower !== character})];
};
