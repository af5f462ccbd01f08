import {describe, expect, it} from 'vitest';
import type {ListPane} from '../../source/looks/list-pane.tsx';
import {drawListing} from '../../source/looks/list-pane.tsx';
import * as fc from '../support/fast-check.ts';
import {playLines} from '../support/incident.ts';
import {picture} from '../support/picture.ts';

const play = await playLines([['09:00', 'sam', 'declare Payments exposed severity:S2 kind:security']]);

const listing = (texts: readonly string[], isFirstWhole: boolean): ListPane => ({
	...(isFirstWhole ? {isFirstWhole} : {}),
	title: () => 'Told',
	empty: 'Nothing.',
	rows: () =>
		texts.map((text, index) => ({
			key: String(index),
			lead: [{text: String(index + 1), width: 3}],
			text,
			title: '',
			offers: [],
		})),
});

/** What stands in the frame, line by line. */
const shown = (texts: readonly string[], width: number, height: number, isFirstWhole = false): readonly string[] =>
	picture(
		drawListing(listing(texts, isFirstWhole), play.board(), play.now(), {
			size: {width, height},
			selected: 0,
			isFocused: false,
		}),
		width,
	)
		.trim()
		.split('\n')
		.slice(1, -1)
		.map(line => line.slice(2, -2).trimEnd());

const long = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen';

describe('a pane that lists few rows', () => {
	it('shows their texts whole where they have the room', () => {
		expect(shown([long, 'short'], 40, 9)).toEqual([
			'1  one two three four five six seven',
			'   eight nine ten eleven twelve',
			'   thirteen fourteen fifteen',
			'2  short',
			'',
			'',
			'',
		]);
	});

	it('gives what room there is to the first', () => {
		expect(shown([`${long} ${long}`, long, long], 30, 12)).toEqual([
			'1  one two three four five',
			'   six seven eight nine',
			'   ten eleven twelve',
			'   thirteen fourteen fift…',
			'2  one two three four five',
			'   six seven eight nine',
			'   ten eleven twelve thir…',
			'3  one two three four five',
			'   six seven eight nine',
			'   ten eleven twelve thir…',
		]);
	});

	it('shows the first whole where that is to be read before any other, and leaves room to see that there are more', () => {
		expect(shown([long, long, long], 30, 9, true)).toEqual([
			'1  one two three four five',
			'   six seven eight nine',
			'   ten eleven twelve',
			'   thirteen fourteen',
			'   fifteen',
			'2  one two three four five',
			'   six seven eight nine',
		]);
		expect(shown([long, long, long], 30, 8, true)).toEqual([
			'1  one two three four five',
			'   six seven eight nine',
			'   ten eleven twelve',
			'   thirteen fourteen fift…',
			'2  one two three four five',
			'   six seven eight nine',
		]);
	});

	it('cuts no text while a line of it stands empty', () => {
		const words = fc.array(fc.constantFrom('a', 'word', 'another', '障害', 'incomprehensibilities'), {maxLength: 60});
		fc.assert(
			fc.property(
				fc.array(words, {minLength: 1, maxLength: 8}),
				fc.integer({min: 20, max: 60}),
				fc.integer({min: 3, max: 30}),
				(texts, width, height) => {
					const lines = shown(
						texts.map(text => text.join(' ')),
						width,
						height,
					);
					const isFull = lines.at(-1) !== '' || texts.at(-1)?.length === 0;
					expect(isFull || !lines.some(line => line.includes('…'))).toBe(true);
				},
			),
		);
	});
});
