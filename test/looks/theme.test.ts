import {describe, expect, it, test} from 'vitest';
import {type Depth, depths} from '../../source/looks/depth.ts';
import {type Look, themeNames, type ThemeName, themeOf, type Tone} from '../../source/looks/theme.ts';
import {colourNamed, contrast, dimmed} from './contrast.ts';

/**
 * The ground is the terminal's, and a theme does not paint it. These are the ones that people have: black and white,
 * and the grounds of the palettes in common use.
 */
const grounds: Readonly<Record<ThemeName, Readonly<Record<string, string>>>> = {
	dark: {
		black: '#000000',
		'VS Code': '#1e1e1e',
		'One Dark': '#282c34',
		Dracula: '#282a36',
		Gruvbox: '#282828',
		Solarized: '#002b36',
		Nord: '#2e3440',
	},
	light: {
		white: '#ffffff',
		'One Light': '#fafafa',
		Solarized: '#fdf6e3',
		Catppuccin: '#eff1f5',
		grey: '#eeeeee',
	},
};

/** The sixteen are the terminal's own: only xterm's default can be reckoned with, on its own black or white. */
const groundsAt = (name: ThemeName, depth: Depth): readonly (readonly [string, string])[] =>
	depth === '16' ? [name === 'dark' ? ['black', '#000000'] : ['white', '#ffffff']] : Object.entries(grounds[name]);

const plainInk = {dark: '#e5e5e5', light: '#000000'} as const;

/** The contrast of a tone on a ground that is not its own. Plain ink is the terminal's: xterm's is taken. */
const contrastOf = (look: Look, name: ThemeName, ground: string): number => {
	const under = colourNamed(look.backgroundColor ?? ground);
	const ink = colourNamed(look.color ?? plainInk[name]);
	return contrast(look.dimColor === true ? dimmed(ink, under) : ink, under);
};

/** As much as WCAG 2.2 asks of text (1.4.3), and of what is no text (1.4.11). */
const least: Readonly<Partial<Record<Tone, number>>> = {
	urgent: 4.5,
	warn: 4.5,
	advise: 4.5,
	good: 4.5,
	exercise: 4.5,
	quiet: 3,
	info: 3,
	struck: 3,
	heading: 3,
	border: 3,
};

const tones = Object.keys(least) as readonly Tone[];
const cases = themeNames.flatMap(name =>
	depths
		.filter(depth => depth !== 'none')
		.flatMap(depth => groundsAt(name, depth).map(([called, ground]) => ({name, depth, called, ground}))),
);

describe('the reckoning of contrast', () => {
	test('gives 21 for black on white, 1 for a colour on itself, and 4.54 for the grey that just passes', () => {
		const white = colourNamed('#ffffff');
		expect(contrast(colourNamed('#000000'), white)).toBeCloseTo(21, 5);
		expect(contrast(white, white)).toBe(1);
		expect(contrast(white, colourNamed('#767676'))).toBeCloseTo(4.54, 2);
	});

	test('knows the cube and the greys of the 256', () => {
		expect(colourNamed('ansi256(16)')).toEqual([0, 0, 0]);
		expect(colourNamed('ansi256(210)')).toEqual([255, 135, 135]);
		expect(colourNamed('ansi256(255)')).toEqual([238, 238, 238]);
	});
});

describe('every tone can be read', () => {
	test.each(cases)('$name, $depth colours, on $called', ({name, depth, ground}) => {
		const theme = themeOf(name, depth);
		const short = tones
			.map(tone => ({tone, has: contrastOf(theme[tone], name, ground)}))
			.filter(({tone, has}) => has < (least[tone] ?? 0))
			.map(({tone, has}) => `${tone} has ${has.toFixed(2)}`);
		expect(short).toEqual([]);
	});

	test.each(['256', 'truecolour'] as const)('with %s, quiet text as well as any other', depth => {
		for (const name of themeNames) {
			for (const ground of Object.values(grounds[name])) {
				expect(contrastOf(themeOf(name, depth).quiet, name, ground)).toBeGreaterThanOrEqual(4.5);
			}
		}
	});
});

describe('colour never says it alone', () => {
	it('is left out wholly where there is none', () => {
		for (const name of themeNames) {
			for (const look of Object.values(themeOf(name, 'none'))) {
				expect(look).not.toHaveProperty('color');
				expect(look).not.toHaveProperty('backgroundColor');
			}
		}
	});

	it('leaves weight, dimming, inverse and the stroke to tell tones apart', () => {
		const {urgent, exercise, quiet, struck, title, selected, border, heading} = themeOf('dark', 'none');
		expect(urgent).toEqual({bold: true});
		expect(title).toEqual({bold: true});
		expect(exercise).toEqual({bold: true, inverse: true});
		expect(selected).toEqual({inverse: true});
		expect(quiet).toEqual({dimColor: true});
		expect(border).toEqual({dimColor: true});
		expect(heading).toEqual({dimColor: true, bold: true});
		expect(struck).toEqual({dimColor: true, strikethrough: true});
	});

	test.each(depths)('has the same weight with %s colours', depth => {
		for (const name of themeNames) {
			const theme = themeOf(name, depth);
			expect(theme.urgent.bold).toBe(true);
			expect(theme.exercise.bold).toBe(true);
			expect(theme.struck.strikethrough).toBe(true);
			expect(theme.selected.inverse).toBe(true);
			expect(theme.plain).toEqual({});
		}
	});
});
