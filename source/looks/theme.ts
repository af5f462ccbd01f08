import process from 'node:process';
import {atMost, type Depth, depthOf} from './depth.ts';

/** What a piece of text means; its looks follow from that, in one place. */
export type Tone =
	| 'plain'
	| 'quiet'
	| 'title'
	| 'strong'
	| 'urgent'
	| 'warn'
	| 'advise'
	| 'info'
	| 'good'
	| 'exercise'
	| 'struck'
	/** The edge of a pane that keys do not go to, and its title. */
	| 'border'
	| 'heading'
	/** Laid over the tones of a row that is chosen. */
	| 'selected';

/** How a tone is drawn, as properties of Ink's `Text`. */
export type Look = {
	readonly color?: string;
	readonly backgroundColor?: string;
	readonly bold?: boolean;
	readonly dimColor?: boolean;
	readonly inverse?: boolean;
	readonly strikethrough?: boolean;
};

/** The looks of every tone. */
export type Theme = Readonly<Record<Tone, Look>>;

/** A theme is made for a ground; the ground itself stays the terminal's, and so does the ink of plain text. */
export const themeNames = ['dark', 'light'] as const;

export type ThemeName = (typeof themeNames)[number];

/** One colour at each depth. A number is one of the 256; a name one of the terminal's own sixteen. */
type Hue = {readonly truecolour: string; readonly 256: number; readonly 16: string};

/** The colours of one ground, by what they say. */
type Palette = {
	readonly urgent: Hue;
	readonly warn: Hue;
	readonly advise: Hue;
	/** Undefined at sixteen: no green there can be read on white, and the sign beside it says the same. */
	readonly good: Omit<Hue, 16> & {readonly 16: string | undefined};
	/** Of these two the sixteen have no shade that every palette shows: they are the ink, dimmed. */
	readonly quiet: Omit<Hue, 16>;
	readonly border: Omit<Hue, 16>;
};

const palettes: Readonly<Record<ThemeName, Palette>> = {
	dark: {
		urgent: {truecolour: '#ff9a94', 256: 210, 16: 'redBright'},
		warn: {truecolour: '#f2c75c', 256: 221, 16: 'yellow'},
		advise: {truecolour: '#7fd4e8', 256: 117, 16: 'cyan'},
		good: {truecolour: '#8fdc8f', 256: 114, 16: 'green'},
		quiet: {truecolour: '#a9b1bd', 256: 249},
		border: {truecolour: '#8b95a3', 256: 246},
	},
	light: {
		urgent: {truecolour: '#a8071a', 256: 124, 16: 'red'},
		warn: {truecolour: '#7a4a00', 256: 94, 16: 'magenta'},
		advise: {truecolour: '#00557a', 256: 24, 16: 'blue'},
		good: {truecolour: '#1a5e20', 256: 22, 16: undefined},
		quiet: {truecolour: '#555b66', 256: 240},
		border: {truecolour: '#747b86', 256: 243},
	},
};

/** Black on yellow, which is a ground of its own and the same in both themes. */
const exercise = {
	ink: {truecolour: '#1a1a1a', 256: 16, 16: 'black'},
	ground: {truecolour: '#f2c75c', 256: 221, 16: 'yellow'},
} satisfies Readonly<Record<string, Hue>>;

const colourAt = (hue: Palette[keyof Palette], depth: Depth): string | undefined => {
	switch (depth) {
		case 'none': {
			return undefined;
		}

		case 'truecolour': {
			return hue.truecolour;
		}

		case '256': {
			return `ansi256(${hue[256]})`;
		}

		case '16': {
			return '16' in hue ? hue[16] : undefined;
		}
	}
};

const inked = (hue: Palette[keyof Palette], depth: Depth): Look => {
	const color = colourAt(hue, depth);
	return color === undefined ? {} : {color};
};

const grounded = (hue: Hue, depth: Depth): Look => {
	const backgroundColor = colourAt(hue, depth);
	return backgroundColor === undefined ? {} : {backgroundColor};
};

/** The looks of every tone on a ground, with as many colours as there are. What has no colour keeps its weight. */
export const themeOf = (name: ThemeName, depth: Depth): Theme => {
	const palette = palettes[name];
	const colour = (tone: keyof Palette): Look => inked(palette[tone], depth);

	const isDimmed = depth === 'none' || depth === '16';
	const quiet: Look = isDimmed ? {dimColor: true} : colour('quiet');
	return {
		plain: {},
		quiet,
		title: {bold: true},
		strong: {bold: true},
		urgent: {...colour('urgent'), bold: true},
		warn: colour('warn'),
		advise: colour('advise'),
		info: quiet,
		good: colour('good'),
		exercise:
			depth === 'none'
				? {bold: true, inverse: true}
				: {...inked(exercise.ink, depth), ...grounded(exercise.ground, depth), bold: true},
		struck: {...quiet, strikethrough: true},
		border: isDimmed ? {dimColor: true} : colour('border'),
		heading: {...quiet, bold: true},
		selected: {inverse: true},
	};
};

/** The looks of every tone where nothing has been chosen; what is drawn with it does not follow the looks that are worn. */
export const theme = themeOf('dark', atMost('16', depthOf(process.env)));
