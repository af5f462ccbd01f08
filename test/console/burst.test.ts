import {describe, expect, test} from 'vitest';
import type {Input} from '../../source/console/keys/input.ts';
import {createKeyReader, type Timer} from '../../source/console/keys/reader.ts';
import {bytesOf} from '../support/keys.ts';

/** A reader whose time passes when it is told to. */
const reader = () => {
	const waiting = new Map<object, {readonly callback: () => void; readonly milliseconds: number}>();
	const timer: Timer = {
		start(callback, milliseconds) {
			const handle = {};
			waiting.set(handle, {callback, milliseconds});
			return () => {
				waiting.delete(handle);
			};
		},
	};
	const inputs: Input[] = [];
	const keys = createKeyReader(input => inputs.push(input), {burstAfter: 60, timer});
	return {
		/** What came since it was asked last: pastes in brackets, keys by name. */
		came: () =>
			inputs
				.splice(0)
				.map(input =>
					input.type === 'key'
						? `<${input.name}>`
						: input.type === 'paste'
							? `[${input.text}]`
							: input.type === 'text'
								? input.text
								: input.type,
				),
		push: (sent: string | Buffer) => {
			keys.push(Buffer.from(sent));
		},
		rest() {
			for (const [handle, {callback}] of waiting) {
				waiting.delete(handle);
				callback();
			}
		},
	};
};

describe('a terminal that marks no paste', () => {
	test('sends lines in one piece, which are a paste', () => {
		const keys = reader();
		keys.push('one\rtwo\rthree\r');
		expect(keys.came()).toEqual([]);
		keys.rest();
		expect(keys.came()).toEqual(['[one\ntwo\nthree\n]']);
	});

	test('sends long ones in several pieces, cut anywhere', () => {
		const keys = reader();
		const text = Array.from({length: 500}, (_, index) => `line ${index} 障害`).join('\r');
		const bytes = Buffer.from(text);
		for (let at = 0; at < bytes.length; at += 1000) {
			keys.push(bytes.subarray(at, at + 1000));
		}

		keys.rest();
		const [whole, ...others] = keys.came();
		expect(others).toEqual([]);
		expect(whole).toBe(`[${text.replaceAll('\r', '\n')}]`);
	});

	test('sends one long line, which is a paste too, and what follows it at once belongs to it', () => {
		const keys = reader();
		keys.push('x'.repeat(300));
		keys.push('\rend');
		keys.rest();
		expect(keys.came()).toEqual([`[${'x'.repeat(300)}\nend]`]);
	});

	test('a key ends it, and acts after it', () => {
		const keys = reader();
		keys.push('one\rtwo');
		keys.push(bytesOf('<C-c>'));
		expect(keys.came()).toEqual(['[one\ntwo]', '<c>']);
	});

	test('pasted tabs stay in it', () => {
		const keys = reader();
		keys.push('a\tb\rc\td');
		keys.rest();
		expect(keys.came()).toEqual(['[a\tb\nc\td]']);
	});
});

describe('hands', () => {
	test.each([
		['a line and Enter', 'host 17 answers\r', ['host 17 answers', '<enter>']],
		['Enter before the next line', '\rnext', ['<enter>', 'next']],
		['Enter twice', '\r\r', ['<enter>', '<enter>']],
		['a key between two lines', bytesOf('one<Enter><Up>two<Enter>'), ['one', '<enter>', '<up>', 'two', '<enter>']],
		['letters faster than they are read', 'host 17 still answers', ['host 17 still answers']],
	])('are not taken for a paste: %s', (_, typed, came) => {
		const keys = reader();
		keys.push(typed);
		expect(keys.came()).toEqual(came);
	});

	test('lines a key apart are lines, each recorded by its Enter', () => {
		const keys = reader();
		for (const key of 'one\rtwo\r') {
			keys.push(key);
		}

		expect(keys.came()).toEqual(['o', 'n', 'e', '<enter>', 't', 'w', 'o', '<enter>']);
	});
});
