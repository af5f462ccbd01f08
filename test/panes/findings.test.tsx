import {describe, expect, test} from 'vitest';
import {drawFindings} from '../../source/duties/findings/pane.tsx';
import {type Play, playLines} from '../support/incident.ts';
import {picture} from '../support/picture.ts';

const incident = async (): Promise<Play> =>
	playLines([
		['09:00', 'sam', 'declare Payments database exposed severity:S2 kind:security'],
		['09:01', 'sam', 'know card data was sent to 203.0.113.7 between 08:40 and 09:02'],
		['09:02', 'sam', 'suspect a token was used again'],
		['09:03', 'sam', 'unknown how many records were read'],
		['09:04', 'sam', 'suspect the supplier did it'],
		['09:05', 'sam', 'refute F4 because they were offline'],
	]);

const shown = (play: Play, width: number, height: number): string =>
	picture(drawFindings(play.board(), {size: {width, height}, selected: 0, isFocused: false}), width);

describe('the findings', () => {
	test('come in the order in which they ask for work: suspected, unknown, known, refuted', async () => {
		expect(shown(await incident(), 46, 9)).toMatchInlineSnapshot(`
			"
			╭ Known 1 · suspected 1 · unknown 1 ─────────╮
			│ F2  suspected a token was used again       │
			│ F3  unknown   how many records were read   │
			│ F1  known     card data was sent to        │
			│               203.0.113.7 between 08:40 a… │
			│ F4  refuted   the supplier did it          │
			│                                            │
			│                                            │
			╰────────────────────────────────────────────╯
			"
		`);
	});

	test('take one row each where there is little room', async () => {
		expect(shown(await incident(), 46, 5)).toMatchInlineSnapshot(`
			"
			╭ Known 1 · suspected 1 · unknown 1 ─────────╮
			│ F2  suspected a token was used again       │
			│ F3  unknown   how many records were read   │
			│ F1  known     card data was sent to 203.0… │
			╰────────────────────────────────────────────╯
			"
		`);
	});

	test('invite where there are none', async () => {
		const play = await playLines([['09:00', 'sam', 'declare A small thing']]);
		expect(shown(play, 46, 3)).toMatchInlineSnapshot(`
			"
			╭ Known 0 · suspected 0 · unknown 0 ─────────╮
			│ Nothing yet: /know … /suspect … /unknown … │
			╰────────────────────────────────────────────╯
			"
		`);
	});

	test('keep refs whole in an incident that has grown', async () => {
		const lines = Array.from({length: 101}, (_, index): [string, string, string] => [
			'09:01',
			'sam',
			`know fact ${index}`,
		]);
		const play = await playLines([
			['09:00', 'sam', 'declare Payments database exposed severity:S2 kind:security'],
			...lines,
		]);
		expect(shown(play, 46, 9)).toContain('│ F101 known     fact 100 ');
	});
});
