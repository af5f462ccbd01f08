import {describe, expect, test} from 'vitest';
import {drawDecisions} from '../../source/duties/decisions/pane.tsx';
import {type Play, playLines} from '../support/incident.ts';
import {picture} from '../support/picture.ts';

const incident = async (): Promise<Play> =>
	playLines([
		['09:00', 'sam', 'declare Payments database exposed severity:S2 kind:security'],
		['09:01', 'sam', 'assign im @"Priya Shah"'],
		['09:02', 'sam', 'assign sme @"Chen Wei"'],
		['09:03', 'chen', 'recommend rotate every key because one leaked'],
		['09:04', 'priya', 'decide payments offline because card data still leaks'],
		['09:05', 'priya', 'decide the bank is told'],
	]);

const shown = (play: Play, width: number, height: number): string =>
	picture(drawDecisions(play.board(), undefined, {size: {width, height}, selected: 0, isFocused: false}), width);

describe('the decisions', () => {
	test('come newest first with their reasons, after what waits for one', async () => {
		expect(shown(await incident(), 44, 9)).toMatchInlineSnapshot(`
			"
			╭ Decisions · 1 to decide ─────────────────╮
			│ 6   waits Chen Wei recommends rotate     │
			│           every key, because one leaked  │
			│ D2  the bank is told, no reason recorded │
			│ D1  payments offline, because card data  │
			│     still leaks                          │
			│                                          │
			│                                          │
			╰──────────────────────────────────────────╯
			"
		`);
	});

	test('take one row each where there is little room', async () => {
		expect(shown(await incident(), 44, 5)).toMatchInlineSnapshot(`
			"
			╭ Decisions · 1 to decide ─────────────────╮
			│ 6   waits Chen Wei recommends rotate ev… │
			│ D2  the bank is told, no reason recorded │
			│ D1  payments offline, because card data… │
			╰──────────────────────────────────────────╯
			"
		`);
	});

	test('invite where there are none', async () => {
		const play = await playLines([['09:00', 'sam', 'declare A small thing']]);
		expect(shown(play, 44, 3)).toMatchInlineSnapshot(`
			"
			╭ Decisions ───────────────────────────────╮
			│ None yet: /decide what because why       │
			╰──────────────────────────────────────────╯
			"
		`);
	});
});
