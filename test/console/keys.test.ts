import {describe, expect, it, test} from 'vitest';
import {feed, idleDecoder, isOpen, settle} from '../../source/console/keys/decode.ts';
import type {Input} from '../../source/console/keys/input.ts';
import {createKeyReader} from '../../source/console/keys/reader.ts';
import * as fc from '../support/fast-check.ts';
import {bytesOf} from '../support/keys.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What comes of chunks, and then of silence. */
const decode = (...chunks: readonly (string | Uint8Array)[]): Input[] => {
	let decoder = idleDecoder;
	const all: Input[] = [];
	for (const chunk of chunks) {
		const [next, inputs] = feed(decoder, typeof chunk === 'string' ? encode(chunk) : chunk);
		decoder = next;
		all.push(...inputs);
	}

	return isOpen(decoder) ? [...all, ...settle(decoder)[1]] : all;
};

const key = (name: string, modifiers: {ctrl?: boolean; alt?: boolean; shift?: boolean} = {}): Input => ({
	type: 'key',
	name,
	ctrl: false,
	alt: false,
	shift: false,
	...modifiers,
});

const text = (typed: string): Input => ({type: 'text', text: typed});
const paste = (pasted: string): Input => ({type: 'paste', text: pasted});

/** A timer that rings when told. */
const handTimer = () => {
	let waiting: {callback: () => void; milliseconds: number} | undefined;
	return {
		start(callback: () => void, milliseconds: number) {
			waiting = {callback, milliseconds};
			return () => {
				waiting = undefined;
			};
		},
		ring() {
			const rung = waiting;
			waiting = undefined;
			rung?.callback();
		},
		wait: () => waiting?.milliseconds,
	};
};

/** A reader of keys, its timer, and what came of it. */
const reader = () => {
	const timer = handTimer();
	const inputs: Input[] = [];
	const keys = createKeyReader(input => inputs.push(input), {escapeAfter: 30, pasteAfter: 3000, timer});
	return {timer, inputs, keys, push: (bytes: string) => keys.push(encode(bytes))};
};

/** Neighbouring texts as one: how many characters come at once is the terminal's affair. */
const merged = (inputs: readonly Input[]): Input[] => {
	const result: Input[] = [];
	for (const input of inputs) {
		const last = result.at(-1);
		if (input.type === 'text' && last?.type === 'text') {
			result[result.length - 1] = text(last.text + input.text);
		} else {
			result.push(input);
		}
	}

	return result;
};

test.each<[string, Input[]]>([
	['<Up>', [key('up')]],
	['<Down>', [key('down')]],
	['<Left>', [key('left')]],
	['<Right>', [key('right')]],
	['<Home>', [key('home')]],
	['<End>', [key('end')]],
	['<PageUp>', [key('pageup')]],
	['<PageDown>', [key('pagedown')]],
	['<Insert>', [key('insert')]],
	['<Delete>', [key('delete')]],
	['<Enter>', [key('enter')]],
	['<Tab>', [key('tab')]],
	['<S-Tab>', [key('backtab')]],
	['<Esc>', [key('escape')]],
	['<Backspace>', [key('backspace')]],
	['<C-c>', [key('c', {ctrl: true})]],
	['<C-z>', [key('z', {ctrl: true})]],
	['<C-@>', [key('space', {ctrl: true})]],
	['<C-_>', [key('_', {ctrl: true})]],
	['<M-x>', [key('x', {alt: true})]],
	['<M-X>', [key('x', {alt: true, shift: true})]],
	['<M-é>', [key('é', {alt: true})]],
	['<M-[>', [key('[', {alt: true})]],
	['<M-]>', [key(']', {alt: true})]],
	['<M-O>', [key('o', {alt: true, shift: true})]],
	['\u001B\u007F', [key('backspace', {alt: true})]],
	['\u001B\r', [key('enter', {alt: true})]],
	['<F1><F4><F5><F12>', [key('f1'), key('f4'), key('f5'), key('f12')]],
	['\u001B[[A', [key('f1')]],
	[
		'\u001BOA\u001BOB\u001BOC\u001BOD\u001BOH\u001BOF',
		['up', 'down', 'right', 'left', 'home', 'end'].map(name => key(name)),
	],
	['\u001BOM', [key('enter')]],
	['\u001B[1;5A', [key('up', {ctrl: true})]],
	['\u001B[1;2C', [key('right', {shift: true})]],
	['\u001B[1;3D', [key('left', {alt: true})]],
	['\u001B[3;6~', [key('delete', {ctrl: true, shift: true})]],
	['\u001B[97;5u', [key('a', {ctrl: true})]],
	['\u001B[9;2u', [key('backtab')]],
	['\u001B[13;2u', [key('enter', {shift: true})]],
	['\u001B[27;5;13~', [key('enter', {ctrl: true})]],
	['\n', [key('enter')]],
	['isolate', [text('isolate')]],
	['Ó 障 👨‍👩‍👧', [text('Ó 障 👨‍👩‍👧')]],
	['a<Enter>b', [text('a'), key('enter'), text('b')]],
	['<Esc><Up>', [key('escape'), key('up')]],
	['<Esc><Esc>', [key('escape'), key('escape')]],
	['<Paste:two words>', [paste('two words')]],
	['a<Paste:b>c', [text('a'), paste('b'), text('c')]],
	['<Esc><Paste:b>', [key('escape'), paste('b')]],
])('%j', (notation, inputs) => {
	const bytes = bytesOf(notation);
	expect(decode(bytes)).toEqual(inputs);
	// The same, one byte after the other.
	expect(merged(decode(...Array.from(encode(bytes), byte => Uint8Array.of(byte))))).toEqual(inputs);
});

test.each([
	['an unknown sequence', '\u001B[99;99;99z'],
	['a private one', '\u001B[?62;22c'],
	['one with an intermediate byte', '\u001B[1 q'],
	['focus', '\u001B[I\u001B[O'],
	['a cursor position', '\u001B[24;80R'],
	['the release of a mouse button', '\u001B[<0;10;10m'],
	['another button of it', '\u001B[<2;10;10M'],
	['a movement of it', '\u001B[<32;10;10M'],
	['a click of it with shift', '\u001B[<4;10;10M'],
	['a report of it from nowhere', '\u001B[<0;0;3M'],
	['an old mouse report', '\u001B[M !!'],
	['a colour', '\u001B]11;rgb:0000/0000/0000\u0007'],
	['a colour, ended otherwise', '\u001B]11;rgb:0000/0000/0000\u001B\\'],
	['a device', '\u001BP>|XTerm(390)\u001B\\'],
	['an end of a paste that did not begin', '\u001B[201~'],
	['a key of the newest protocol that has no name', '\u001B[57441;5u'],
	['controls of one byte', '\u0085\u009C'],
	['half a sequence', '\u001B[1;'],
])('%s is swallowed', (_, bytes) => {
	expect(decode(bytes)).toEqual([]);
	expect(merged(decode(`a${bytes}`))).toEqual([text('a')]);
});

test('a sequence broken off by another key leaves that key', () => {
	expect(decode('\u001B[1;\r')).toEqual([key('enter')]);
	expect(decode('\u001B[1;é')).toEqual([text('é')]);
});

test('a sequence that never ends is given up', () => {
	expect(decode(`\u001B[${'1'.repeat(1000)}`, 'x').length).toBeLessThanOrEqual(1);
});

describe('bytes split anywhere', () => {
	const notation = 'aÓ障👨‍👩‍👧<Up><C-c><M-x><F5><Paste:one\ntwo Ó 障>\u001B]11;x\u0007b<S-Tab>';
	const bytes = encode(bytesOf(notation));
	const whole = decode(bytes);

	it('mean the same', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({min: 0, max: bytes.length}), {maxLength: 10}), cuts => {
				const places = [0, ...cuts.toSorted((one, other) => one - other), bytes.length];
				const chunks = places.slice(1).map((end, index) => bytes.subarray(places[index], end));
				expect(merged(decode(...chunks))).toEqual(merged(whole));
			}),
		);
	});

	it('never show a sequence as text', () => {
		fc.assert(
			fc.property(fc.array(fc.uint8Array({maxLength: 30}), {maxLength: 5}), chunks => {
				for (const input of decode(...chunks)) {
					if (input.type === 'text') {
						expect(input.text).not.toMatch(/\p{Cc}/u);
						expect(input.text).not.toBe('');
					}
				}
			}),
		);
	});
});

describe('a paste', () => {
	it('of 200 lines comes whole', () => {
		const lines = Array.from({length: 200}, (_, number) => `line ${number}`).join('\n');
		expect(decode(bytesOf(`<Paste:${lines}>`))).toEqual([paste(lines)]);
	});

	it('may end its lines as any system does', () => {
		expect(decode('\u001B[200~a\r\nb\rc\nd\u001B[201~')).toEqual([paste('a\nb\nc\nd')]);
	});

	it('keeps keys as text', () => {
		expect(decode('\u001B[200~a\u0003\u001B[Ab\t\u001B[201~')).toEqual([paste('a\u0003\u001B[Ab\t')]);
	});

	it('of 100 kB comes whole, in pieces as a terminal sends them', () => {
		const line = `${'x'.repeat(99)}Ó`.repeat(1000);
		const bytes = encode(`\u001B[200~${line}\u001B[201~`);
		const chunks = Array.from({length: Math.ceil(bytes.length / 1023)}, (_, index) =>
			bytes.subarray(index * 1023, (index + 1) * 1023),
		);
		const start = performance.now();
		expect(decode(...chunks)).toEqual([paste(line)]);
		expect(performance.now() - start).toBeLessThan(1000);
	});

	it('may hold the beginning of its end', () => {
		expect(decode('\u001B[200~a\u001B[201', '-b\u001B[20', '1~')).toEqual([paste('a\u001B[201-b')]);
	});
});

describe('silence', () => {
	it('makes an escape a key', () => {
		const {timer, inputs, push} = reader();
		push('\u001B');
		expect(inputs).toEqual([]);
		expect(timer.wait()).toBe(30);
		timer.ring();
		expect(inputs).toEqual([key('escape')]);
	});

	it('is not waited for when the sequence goes on', () => {
		const {timer, inputs, push} = reader();
		push('\u001B');
		push('[A');
		expect(timer.wait()).toBeUndefined();
		expect(inputs).toEqual([key('up')]);
	});

	it('ends a paste whose end got lost', () => {
		const {timer, inputs, push} = reader();
		push('\u001B[200~half');
		expect(timer.wait()).toBe(3000);
		timer.ring();
		push('\u0003');
		expect(inputs).toEqual([paste('half'), key('c', {ctrl: true})]);
	});

	it('does not lose half a character', () => {
		const {timer, inputs, keys} = reader();
		keys.push(encode('Ó').subarray(0, 1));
		expect(timer.wait()).toBeUndefined();
		keys.push(encode('Ó').subarray(1));
		expect(inputs).toEqual([text('Ó')]);
	});

	it('is waited for no more once stopped', () => {
		const {timer, inputs, keys, push} = reader();
		push('\u001B');
		keys.stop();
		timer.ring();
		expect(inputs).toEqual([]);
	});
});
