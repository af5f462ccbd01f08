import {describe, expect, test} from 'vitest';
import {drawActions} from '../../source/duties/actions/pane.tsx';
import {looksFor, wear} from '../../source/looks/looks.ts';
import {playLines} from '../support/incident.ts';
import {picture, troublesOf} from '../support/picture.ts';

const pane = async (width: number, height: number, marked: readonly string[]) => {
	const play = await playLines([
		['09:00', 'sam', 'declare Payments database exposed severity:S2 kind:security'],
		['09:01', 'sam', 'assign im @"Priya Shah"'],
		['09:03', 'priya', 'action isolate host 17 from the payment network and keep its memory @priya by 09:30'],
		['09:05', 'priya', 'action find the leaked keys by 09:50'],
		['09:06', 'priya', 'action draft the notice @priya by 11:30'],
	]);
	return drawActions(play.board(), play.now(), {
		size: {width, height},
		selected: 1,
		isFocused: true,
		marks: {keys: new Set(marked), count: marked.length},
	});
};

describe('marked rows', () => {
	test('carry a sign in the blank before them, on their first line, and are counted in the title', async () => {
		expect(picture(await pane(44, 10, ['A1', 'A3']), 44)).toMatchInlineSnapshot(`
			"
			╭ ▸Actions · 3 open · 2 marked ────────────╮
			│●A1  in 24m     isolate host 17 from the  │
			│                payment network and keep… │
			│     Priya Shah · by 09:30 · acknowledged │
			│ A2  in 44m     find the leaked keys      │
			│     no owner · by 09:50                  │
			│●A3  in 2h24    draft the notice          │
			│     Priya Shah · by 11:30 · acknowledged │
			│                                          │
			╰──────────────────────────────────────────╯
			"
		`);
	});

	test('move nothing', async () => {
		const plain = picture(await pane(60, 12, []), 60)
			.split('\n')
			.slice(2);
		const marked = picture(await pane(60, 12, ['A1', 'A2', 'A3']), 60)
			.split('\n')
			.slice(2);
		expect(marked.map(line => line.replace(/^│●/u, '│ '))).toEqual(plain);
		expect(marked).not.toEqual(plain);
	});

	test('are counted even where the title has no room, and the frame holds', async () => {
		for (const width of [12, 16, 20, 24, 30]) {
			const shown = await pane(width, 8, ['A1', 'A2']);
			expect(troublesOf(shown, {width, height: 8})).toEqual([]);
			expect(picture(shown, width).includes('2 marked')).toBe(width >= 18);
		}
	});

	test('carry a sign of ASCII where signs are to be', async () => {
		const before = wear(looksFor({borders: 'ascii'}, {}));
		try {
			const shown = picture(await pane(44, 8, ['A1']), 44);
			expect(shown).toContain('|*A1');
			expect(shown).not.toMatch(/[^\p{ASCII}]/u);
		} finally {
			before();
		}
	});
});
