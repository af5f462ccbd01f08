/** A colour as its red, green and blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

const hex = (text: string): Colour => {
	const value = Number.parseInt(text.slice(1), 16);
	return [Math.floor(value / 65_536), Math.floor(value / 256) % 256, value % 256];
};

/** The sixteen as xterm has them by default; every other terminal, and every person, has others. */
const xterm: Readonly<Record<string, string>> = {
	black: '#000000',
	red: '#cd0000',
	green: '#00cd00',
	yellow: '#cdcd00',
	blue: '#0000ee',
	magenta: '#cd00cd',
	cyan: '#00cdcd',
	white: '#e5e5e5',
	gray: '#7f7f7f',
	redBright: '#ff0000',
	greenBright: '#00ff00',
	yellowBright: '#ffff00',
	blueBright: '#5c5cff',
	magentaBright: '#ff00ff',
	cyanBright: '#00ffff',
	whiteBright: '#ffffff',
};

const steps = [0, 95, 135, 175, 215, 255];

/** One of the 240 colours above the sixteen, which are the same everywhere: a cube of six by six by six, and greys. */
const fixed = (number: number): Colour => {
	if (number < 16 || number > 255) {
		throw new RangeError(`${number} is not one of the fixed colours.`);
	}

	if (number >= 232) {
		const grey = 8 + (number - 232) * 10;
		return [grey, grey, grey];
	}

	const place = number - 16;
	return [steps[Math.floor(place / 36)] ?? 0, steps[Math.floor(place / 6) % 6] ?? 0, steps[place % 6] ?? 0];
};

/** A colour as a theme names it: `#rrggbb`, `ansi256(n)`, or one of the sixteen. */
export const colourNamed = (name: string): Colour => {
	const number = /^ansi256\((\d+)\)$/u.exec(name)?.[1];
	if (number !== undefined) {
		return fixed(Number(number));
	}

	const known = name.startsWith('#') ? name : xterm[name];
	if (known === undefined) {
		throw new RangeError(`${name} is no colour.`);
	}

	return hex(known);
};

/** An ink as terminals dim it, which they do by different amounts: half-way to its ground. */
export const dimmed = (ink: Colour, ground: Colour): Colour => [
	(ink[0] + ground[0]) / 2,
	(ink[1] + ground[1]) / 2,
	(ink[2] + ground[2]) / 2,
];

const linear = (value: number): number => {
	const share = value / 255;
	return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

const luminance = ([red, green, blue]: Colour): number =>
	0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/** The contrast of two colours as WCAG 2.2 reckons it: 1 for the same, 21 for black on white. */
export const contrast = (one: Colour, other: Colour): number => {
	const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
	return (light + 0.05) / (dark + 0.05);
};
