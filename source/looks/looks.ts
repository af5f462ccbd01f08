import process from 'node:process';
import {atMost, depthOf, groundOf} from './depth.ts';
import {glyphs, inAscii} from './glyphs.ts';
import {type Look, type Theme, type ThemeName, themeOf, type Tone} from './theme.ts';

export const borderNames = ['lines', 'ascii'] as const;
export const motionNames = ['full', 'reduced'] as const;

/** What a person may choose; what is left out follows from the terminal, or is as most want it. */
export type LookSettings = {
	/** False: no colours at all. */
	readonly color?: boolean | undefined;
	readonly theme?: ThemeName | undefined;
	readonly borders?: (typeof borderNames)[number] | undefined;
	readonly motion?: (typeof motionNames)[number] | undefined;
};

/** How everything is drawn. */
export type Looks = {
	readonly theme: Theme;
	readonly borders: (typeof borderNames)[number];
	/** Reduced: nothing on the screen changes from second to second. */
	readonly motion: (typeof motionNames)[number];
};

/**
 * The looks that were chosen, as far as the terminal can show them. Exact colours are made for a ground: where nobody
 * has said which it is, the terminal's own sixteen are used, which its owner can read.
 */
export const looksFor = (
	{color, theme, borders, motion}: LookSettings,
	env: Readonly<Record<string, string | undefined>>,
): Looks => {
	const ground = theme ?? groundOf(env);
	const depth = depthOf(env);
	return {
		theme: themeOf(ground ?? 'dark', color === false ? 'none' : ground === undefined ? atMost('16', depth) : depth),
		borders: borders ?? 'lines',
		motion: motion ?? 'full',
	};
};

let current: Looks = looksFor({}, process.env);

/**
 * Draws everything with these looks from now on: called once, before anything is drawn. Panes are roots of their own
 * with nothing above them that could hand the looks down. Returns how to go back to those before.
 */
export const wear = (looks: Looks): (() => void) => {
	const before = current;
	current = looks;
	return () => {
		current = before;
	};
};

/** The looks that are worn. */
export const worn = (): Looks => current;

/** How a tone is drawn. */
export const lookOf = (tone: Tone): Look => current.theme[tone];

/** A text that is safe for the terminal, with the signs that are wanted there: the last step before it is drawn. */
export const drawn = (text: string): string => (current.borders === 'ascii' ? inAscii(text) : text);

const edgesFrom = (sign: (glyph: string) => string) => ({
	topLeft: sign(glyphs.topLeft),
	top: sign(glyphs.across),
	topRight: sign(glyphs.topRight),
	right: sign(glyphs.upright),
	bottomRight: sign(glyphs.bottomRight),
	bottom: sign(glyphs.across),
	bottomLeft: sign(glyphs.bottomLeft),
	left: sign(glyphs.upright),
});

const edgesOf = {lines: edgesFrom(glyph => glyph), ascii: edgesFrom(inAscii)} as const;

/** The edges of a pane, as Ink's `borderStyle` takes them. */
export const edges = (): ReturnType<typeof edgesFrom> => edgesOf[current.borders];
