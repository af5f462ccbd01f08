import process from 'node:process';

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
	| 'struck';

/** How a tone is drawn, as properties of Ink's `Text`. Colours by name, so that the terminal's own palette holds. */
export type Look = {
	readonly color?: string;
	readonly backgroundColor?: string;
	readonly bold?: boolean;
	readonly dimColor?: boolean;
	readonly inverse?: boolean;
	readonly strikethrough?: boolean;
};

const coloured: Readonly<Record<Tone, Look>> = {
	plain: {},
	quiet: {dimColor: true},
	title: {bold: true},
	strong: {bold: true},
	urgent: {color: 'red', bold: true},
	warn: {color: 'yellow'},
	advise: {color: 'cyan'},
	info: {dimColor: true},
	good: {color: 'green'},
	exercise: {color: 'black', backgroundColor: 'yellow', bold: true},
	struck: {dimColor: true, strikethrough: true},
};

/** The same without colours: weight is left, and the ground of EXERCISE is the ink's. */
const colourless = (look: Look): Look => {
	const {color: _color, backgroundColor, ...rest} = look;
	return backgroundColor === undefined ? rest : {...rest, inverse: true};
};

/** The looks of every tone. `NO_COLOR`, when it is not empty, takes the colours out: Ink would not. */
export const themeFor = ({
	NO_COLOR: noColour,
}: Readonly<Record<string, string | undefined>>): Readonly<Record<Tone, Look>> =>
	noColour === undefined || noColour === ''
		? coloured
		: {
				plain: colourless(coloured.plain),
				quiet: colourless(coloured.quiet),
				title: colourless(coloured.title),
				strong: colourless(coloured.strong),
				urgent: colourless(coloured.urgent),
				warn: colourless(coloured.warn),
				advise: colourless(coloured.advise),
				info: colourless(coloured.info),
				good: colourless(coloured.good),
				exercise: colourless(coloured.exercise),
				struck: colourless(coloured.struck),
			};

export const theme = themeFor(process.env);
