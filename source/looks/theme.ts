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

export const theme: Readonly<Record<Tone, Look>> = {
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
