import {describe, expect, test} from 'vitest';
import {cursorColumn, windowOfLine} from '../../source/console/composer.ts';
import {composer} from '../support/composer.ts';
import {keymap, likely, type Where} from '../../source/console/keymap.ts';
import {edits, type Line, lineOf} from '../../source/console/line.ts';
import {columns, forTerminal} from '../../source/text.ts';
import {Emulator} from '../support/emulator.ts';
import {hostileStrings} from '../support/hostile.ts';

const drawn = (line: Line, width: number, where: Where = 'line'): readonly string[] =>
	composer({
		line,
		saying: {text: 'ACTION isolate host 17', tone: 'good'},
		bindings: likely(where),
		invitation: 'write what happens',
		width,
	}).map(row =>
		row
			.map(piece => piece.text)
			.join('')
			.trimEnd(),
	);

describe('the composer', () => {
	test('shows the line, its reading, and the keys', () => {
		expect(drawn(lineOf('/action isolate host 17'), 80)).toEqual([
			'› /action isolate host 17',
			'  ACTION isolate host 17',
			' ? help   / verbs   enter record   tab complete, next pane   ctrl-c leave',
		]);
	});

	test('invites where nothing is typed', () => {
		expect(drawn(lineOf(''), 40)[0]).toBe('› write what happens');
	});

	test.each(['line', 'pane', 'menu', 'help'] as const)('cuts no hint in its foot at the %s, at any width', where => {
		const hints = ['? help', '/ verbs', ...keymap.map(({summary}) => summary)];
		for (let width = 20; width <= 130; width++) {
			const foot = drawn(lineOf('x'), width, where)[2] ?? '';
			expect(columns(foot)).toBeLessThanOrEqual(width);
			for (const shown of foot.trim().split('   ')) {
				expect(
					hints.some(hint => shown.endsWith(hint)),
					`${width}: ${shown}`,
				).toBe(true);
			}
		}
	});
});

describe('the window on the line', () => {
	test('shows a short line whole, with the cursor where it is', () => {
		expect(windowOfLine({text: 'host 17', cursor: 4}, 20)).toEqual({shown: 'host 17', column: 4});
	});

	test('keeps the cursor in sight of a long line, wherever it stands', () => {
		const text = 'isolate host 17 and ask the supplier why it still answers';
		for (let cursor = 0; cursor <= text.length; cursor++) {
			const {shown, column} = windowOfLine({text, cursor}, 20);
			expect(columns(shown)).toBeLessThanOrEqual(20);
			expect(column).toBeLessThan(20);
			expect(shown.slice(0, column).endsWith(text.slice(Math.max(0, cursor - 5), cursor))).toBe(true);
		}
	});

	test('counts columns, not characters', () => {
		expect(windowOfLine(lineOf('障害'), 20).column).toBe(4);
		expect(cursorColumn(lineOf('障害'), 20)).toBe(6);
		expect(windowOfLine(lineOf('e\u0301te\u0301'), 20).column).toBe(3);
	});

	test('of 100 kB costs no more than of a sentence: only what is near the cursor is looked at', () => {
		const {shown, column} = windowOfLine(lineOf('wort '.repeat(20_000)), 80);
		expect(columns(shown)).toBeLessThanOrEqual(80);
		expect(column).toBeLessThan(80);
	});

	test('holds hostile texts in one row without a control character', () => {
		for (const text of hostileStrings) {
			for (const width of [3, 20, 80]) {
				const {shown, column} = windowOfLine(lineOf(text.repeat(5)), width);
				expect(shown).not.toMatch(/\p{Cc}/u);
				expect(columns(shown), JSON.stringify(text)).toBeLessThanOrEqual(width);
				expect(column).toBeLessThanOrEqual(width);
			}
		}
	});
});

/** Where the cursor stands on a terminal that has the line drawn, and what the terminal shows before it. */
const onTerminal = async (line: Line, width: number): Promise<{readonly before: string; readonly drawnTo: number}> => {
	const emulator = new Emulator(width, 1);
	const {shown, column} = windowOfLine(line, width);
	emulator.write(shown);
	await emulator.settled();
	const cells = Array.from({length: column}, (_, x) => emulator.cell(x, 0));
	return {before: cells.join(''), drawnTo: emulator.cursor().x};
};

const scripts = [
	['a family joined to one', '👨‍👩‍👧‍👦'],
	['a skin tone', '👩🏽‍🚒'],
	['a flag', '🇬🇧'],
	['Chinese', '障害復旧'],
	['Thai', 'ที่นี่น้ำ'],
	['Hangul', '한국어'],
	['Hangul of single letters', '\u1112\u1161\u11AB\u1100\u116E\u11A8'],
	['marks', 'e\u0301a\u0308\u0323'],
	['Devanagari', 'क्षत्रिय'],
	['Hebrew', 'שלום עולם'],
	['Arabic', 'مرحبا بالعالم'],
] as const;

describe.each(scripts)('the cursor, as an input method expects it, in %s', (_, text) => {
	test('stands behind what is drawn before it, at each of its places, in sight and scrolled', async () => {
		const whole = `host ${text} x ${text} answers ${text.repeat(3)}`;
		for (const width of [12, 20, 80]) {
			let line = lineOf(whole);
			for (;;) {
				const {before} = await onTerminal(line, width);
				const typedBefore = forTerminal(whole.slice(0, line.cursor)).normalize('NFC').trimEnd();
				const shownBefore = before.replace('…', '').normalize('NFC').trimEnd();
				expect(typedBefore.endsWith(shownBefore), `${width} at ${line.cursor}: ${shownBefore}`).toBe(true);
				expect(shownBefore !== '' || line.cursor === 0).toBe(true);
				if (line.cursor === 0) {
					break;
				}

				line = edits.left(line);
			}
		}
	});

	test('is behind the last of it at the end of the line', async () => {
		const {drawnTo} = await onTerminal(lineOf(text), 80);
		expect(windowOfLine(lineOf(text), 80).column).toBe(drawnTo);
	});
});

test('a line of 100 kB that is one word, or all marks, keeps its cursor in sight', () => {
	for (const text of [
		'x'.repeat(100_000),
		'e\u0301'.repeat(50_000),
		'\u0301'.repeat(100_000),
		'👨‍👩‍👧‍👦'.repeat(9_000),
	]) {
		for (const cursor of [0, Math.floor(text.length / 2), text.length]) {
			const {shown, column} = windowOfLine({text, cursor}, 80);
			expect(columns(shown)).toBeLessThanOrEqual(80);
			expect(column).toBeLessThan(80);
		}
	}
});
