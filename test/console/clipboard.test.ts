import {Buffer} from 'node:buffer';
import {describe, expect, test, vi} from 'vitest';
import {clipboardSequence, createClipboard} from '../../source/console/screen/clipboard.ts';
import {hostileStrings} from '../support/hostile.ts';

/** What a terminal would keep of a sequence. */
const kept = (sequence: string | undefined): string | undefined => {
	// oxlint-disable-next-line no-control-regex
	const [, encoded] = /^\u001B\]52;c;([A-Za-z\d+/=]*)\u0007$/u.exec(sequence ?? '') ?? [];
	return encoded === undefined ? undefined : Buffer.from(encoded, 'base64').toString('utf8');
};

describe('a text that is copied', () => {
	test('reaches the clipboard as it reads', () => {
		expect(kept(clipboardSequence('A1 isolate host 17 · Ó Briain 障害'))).toBe('A1 isolate host 17 · Ó Briain 障害');
	});

	test('ends no sequence and runs nothing where it is pasted, whatever it holds', () => {
		for (const text of [
			...Object.values(hostileStrings),
			'a\u0007b\u001B\\c\u001B]52;c;eA==\u0007',
			'rm -rf /\nnow\r',
		]) {
			const text0 = kept(clipboardSequence(text));
			expect(text0, JSON.stringify(text).slice(0, 60)).toBeDefined();
			expect(text0).not.toMatch(/\p{Cc}/u);
		}
	});

	test('is refused whole where it is longer than terminals take', () => {
		const write = vi.fn<(bytes: string) => boolean>(() => true);
		const clipboard = createClipboard({write});
		expect(clipboard.copy('x'.repeat(50_000))).toBe(true);
		expect(clipboard.copy('x'.repeat(57_000))).toBe(false);
		expect(clipboard.copy('x'.repeat(1_000_000))).toBe(false);
		expect(write).toHaveBeenCalledTimes(1);
	});
});
