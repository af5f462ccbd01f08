import {describe, expect, test} from 'vitest';
import {consoleLine, consoleSaying} from '../../source/console/console-verbs.ts';
import {formats} from '../../source/documents/index.ts';
import {followingCompletion} from '../../source/console/following.ts';
import {lineOf} from '../../source/console/line.ts';
import {likeness, matcherOf} from '../../source/console/matching.ts';
import {commands} from '../../source/duties/index.ts';
import {columns} from '../../source/text.ts';
import {laidHelp, leftOf} from '../../source/console/help-rows.ts';
import {helpLines, searchedHelp} from '../../source/console/overlay.ts';
import {paletteRows} from '../../source/console/palette.ts';
import {keymap} from '../../source/console/keymap.ts';
import {completionOf} from '../../source/console/saying.ts';
import {emptyBoard} from '../../source/fold.ts';
import {playLines} from '../support/incident.ts';

const verbs = (search: string, history: readonly string[] = []): readonly string[] =>
	paletteRows(search, history).map(row => row.verb);

describe('words', () => {
	test('are all to be said, whatever their capitals and accents', () => {
		expect(matcherOf('SAM o')('42 11:05 Sam Ó Briain host 17')).toBe(true);
		expect(matcherOf('Ó briain')('Sam O BRIAIN')).toBe(true);
		expect(matcherOf('host 18')('host 17')).toBe(false);
		expect(matcherOf('  ')('anything')).toBe(true);
	});

	test('make a name likelier the nearer they are to its beginning', () => {
		const ranks = ['act', 'tion', 'owner', 'acn', 'xyz'].map(typed => likeness(typed, 'action', 'gives it an owner'));
		expect(ranks).toEqual([0, 1, 2, 3, undefined]);
	});
});

describe('the palette', () => {
	test('lists every verb and every verb of the console, each once', () => {
		const all = verbs('');
		expect(all).toEqual(expect.arrayContaining(['action', 'note', 'decide', 'show', 'filter', 'open', 'help', 'quit']));
		expect(all).toHaveLength(new Set(all).size);
		expect(all).not.toContain('edit');
	});

	test('begins with the verbs used here last', () => {
		expect(verbs('', ['/decide it', 'a note', '/ack A1', '/filter host']).slice(0, 3)).toEqual([
			'filter',
			'ack',
			'decide',
		]);
	});

	test('is narrowed to what is typed: verbs that begin with it, then what their summaries say', () => {
		expect(verbs('dec')[0]).toMatch(/^dec/u);
		expect(verbs('stri')).toContain('strike');
		expect(verbs('another incident')).toContain('open');
		expect(verbs('rsgn')).toContain('reassign');
		expect(verbs('zzzz')).toEqual([]);
	});
});

describe('a line of the console', () => {
	test('is told from one of the language', () => {
		expect(consoleLine('/filter  host 17 ')).toEqual({verb: 'filter', rest: 'host 17'});
		expect(consoleLine('/Filter')).toEqual({verb: 'filter', rest: ''});
		expect(consoleLine('/filters')).toBeUndefined();
		expect(consoleLine('filter host')).toBeUndefined();
	});

	test('is explained as it is typed, before it is taken for a mistake', () => {
		expect(consoleSaying('/filt')).toMatch(/^filter words: /u);
		expect(consoleSaying('/filter host')).toMatch(/^filter words: /u);
		// May still become /flag.
		expect(consoleSaying('/f')).toBeUndefined();
		expect(consoleSaying('/action isolate')).toBeUndefined();
		expect(consoleSaying('a note')).toBeUndefined();
	});

	test('is offered where a verb is typed, beside those of the ledger', async () => {
		const {desk} = await playLines();
		const offered = (text: string) => completionOf({line: lineOf(text)}, desk.situation()).candidates;
		expect(offered('/fi').map(one => one.text)).toEqual(['/filter']);
		expect(offered('/f').map(one => one.text)).toContain('/filter');
		expect(offered('/flt').map(one => one.text)).toEqual(['/filter']);
		expect(offered('/filter')).toEqual([]);
		expect(offered('/action fi')).toEqual([]);
	});
});

/** What they are written with, in whatever rows. */
const letters = (lines: readonly (readonly string[])[]): string =>
	lines.flat().join('').replaceAll(/\s+/gu, '').split('').toSorted().join('');

describe('the help', () => {
	const lines = helpLines(keymap, [], ({deed}) => (deed === 'copy' ? 'No row is selected.' : undefined));

	test('is narrowed to the lines that say it, under their heads', () => {
		expect(searchedHelp(lines, 'filter alt')).toEqual([
			['Keys', ''],
			['  f3, alt-/', 'filter the list'],
		]);
		expect(searchedHelp(lines, '')).toBe(lines);
		expect(searchedHelp(lines, 'zzzz')).toEqual([['Nothing in the help says that.', '']]);
	});

	test('has one line for a key, with all that it does', () => {
		const keys = lines
			.slice(
				1,
				lines.findIndex(([what]) => what === ''),
			)
			.map(([what]) => what);
		expect(new Set(keys).size).toBe(keys.length);
		expect(lines.find(([what]) => what === '  esc')?.[1]).toBe(
			'one step back (pane, line); close (menu, palette, help); back to now (past)',
		);
	});

	test('is whole at every width: what is too long goes on below', () => {
		const all = helpLines(keymap, commands, () => undefined);
		for (const width of [36, 56, 76, 116]) {
			const laid = laidHelp(all, width);
			expect(letters(laid)).toBe(letters(all));
			expect(Math.max(...laid.map(([what, why]) => columns(why === '' ? what : why)))).toBeLessThanOrEqual(width);
			expect(
				Math.max(
					...laid.flatMap(([what, why]) =>
						why === '' ? [] : [columns(what) + 1, columns(why) + leftOf(width) - width + leftOf(width)],
					),
				),
			).toBeLessThanOrEqual(leftOf(width));
		}
	});

	test('says why a key cannot act now', () => {
		expect(searchedHelp(lines, 'alt-c').at(-1)?.[1]).toBe('copy the row · not now: No row is selected.');
	});
});

const offered = (text: string) => followingCompletion(lineOf(text), {}, emptyBoard('INC-2026-0001'));

describe('after a verb of the console that takes one of a few words', () => {
	test.each([
		['/export ', 8, formats.map(({name}) => name)],
		['/export  s', 9, ['sitrep', 'sitrep-html']],
		['/EXPORT ma', 8, ['markdown']],
		['/tour o', 6, ['off', 'on']],
		['/export sitrep', 8, []],
	])('%j offers them from %i on', (text, from, words) => {
		const completion = offered(text);
		expect(completion?.candidates.map(one => one.text)).toEqual(words);
		expect(completion?.from).toBe(from);
	});

	test('a path after it is nobody’s to complete', () => {
		expect(offered('/export markdown s')).toBeUndefined();
	});
});
