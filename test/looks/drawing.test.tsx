import {Box, renderToString} from 'ink';
import {afterEach, describe, expect, it, test, vi} from 'vitest';
import {readLine, readRow} from '../../source/console/screen/cells.ts';
import type {Cell} from '../../source/looks/cell.ts';
import {drawFrame, drawRow} from '../../source/looks/drawing.ts';
import {Frame} from '../../source/looks/frame.tsx';
import {depths} from '../../source/looks/depth.ts';
import {type Looks, wear} from '../../source/looks/looks.ts';
import {Row} from '../../source/looks/row.tsx';
import {inside} from '../../source/looks/size.ts';
import {themeNames, themeOf, type Tone} from '../../source/looks/theme.ts';
import * as fc from '../support/fast-check.ts';
import {hostileStrings} from '../support/hostile.ts';

// Read while Ink is loaded: every colour is let through as it is.
vi.hoisted(() => {
	process.env['FORCE_COLOR'] = '3';
});

let undress = () => {};

afterEach(() => {
	undress();
	undress = () => {};
});

const tones = Object.keys(themeOf('dark', 'none')) as Tone[];
const everyLook = themeNames.flatMap(name =>
	depths.flatMap(depth =>
		(['lines', 'ascii'] as const).map((borders): readonly [string, Looks] => [
			`${name}, ${depth}, ${borders}`,
			{theme: themeOf(name, depth), borders, motion: 'full'},
		]),
	),
);

/** A painted row and a row that Ink lays out, as the cells of a screen. */
const both = (cells: readonly Cell[], width: number, isSelected: boolean) => ({
	painted: readRow(drawRow(cells, width, isSelected), width),
	inked: readLine(
		renderToString(<Row cells={cells} width={width} isSelected={isSelected} />, {columns: width}).split('\n')[0] ?? '',
		width,
	),
});

describe('a row that is painted straight onto the screen', () => {
	test.each(everyLook)('looks as Ink lays it out: %s', (_, looks) => {
		undress = wear(looks);
		for (const isSelected of [false, true]) {
			const cells = tones.map((tone): Cell => ({text: tone, tone, width: 9}));
			const {painted, inked} = both(cells, tones.length * 9, isSelected);
			expect(painted.glyphs).toEqual(inked.glyphs);
			expect(painted.styles).toEqual(inked.styles);
		}
	});

	it('is never wider than its room, whatever its cells ask for', () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.record({
						text: fc.oneof(fc.constantFrom(...hostileStrings), fc.string({unit: 'grapheme'})),
						width: fc.option(fc.nat(12), {nil: undefined}),
					}),
					{maxLength: 5},
				),
				fc.integer({min: 1, max: 40}),
				(cells, width) => {
					const row = drawRow(
						cells.map(({text, width: own}): Cell => (own === undefined ? {text} : {text, width: own})),
						width,
					);
					const shown = readRow(row, width + 20);
					expect(shown.glyphs.slice(width).join('').trim()).toBe('');
				},
			),
		);
	});

	it('lets no control character through, whatever a pane may have done', () => {
		const {glyphs} = readRow([{text: 'a\u001B[2Jb', look: {}}], 10);
		expect(glyphs.join('')).not.toContain('\u001B');
	});
});

describe('a frame that is painted straight onto the screen', () => {
	test.each([
		[26, 5, true],
		[26, 5, false],
		[12, 3, false],
		[60, 9, true],
	])('%i by %i, focused: %s, is the frame that Ink lays out', (width, height, isFocused) => {
		const size = {width, height};
		const rows = ['one', 'two 障害', 'three'].slice(0, inside(size).height);
		const drawn = drawFrame(
			{title: 'Actions · 5 open, and a title that is too long', size, isFocused},
			rows.map(text => drawRow([{text}], inside(size).width)),
		);
		const lines = renderToString(
			<Frame title="Actions · 5 open, and a title that is too long" size={size} isFocused={isFocused}>
				<Box flexDirection="column">
					{rows.map(text => (
						<Row key={text} cells={[{text}]} width={inside(size).width} />
					))}
				</Box>
			</Frame>,
			{columns: width},
		).split('\n');
		expect(drawn.map(row => readRow(row, width))).toEqual(lines.map(line => readLine(line, width)));
	});
});
