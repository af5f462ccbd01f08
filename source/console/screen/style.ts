/*
Colours and attributes of a cell, read from the SGR sequences that Ink leaves in its lines. A style is kept as
the parameters that make it out of the default one (`1;36`), '' for the default itself: two cells look alike
when their styles are the same text.
*/

import type {Look} from '../../looks/theme.ts';

/** What is switched on while a line is read; each is the parameter that switches it on, or ''. */
export type Pen = {foreground: string; background: string; readonly attributes: Set<string>};

/** A pen that writes in the default style. */
export const defaultPen = (): Pen => ({foreground: '', background: '', attributes: new Set()});

const offs: Readonly<Record<string, readonly string[]>> = {
	22: ['1', '2'],
	23: ['3'],
	24: ['4', '21'],
	25: ['5'],
	27: ['7'],
	28: ['8'],
	29: ['9'],
	55: ['53'],
};

const attributes = new Set(Object.values(offs).flat());

const isForeground = (code: number): boolean => (code >= 30 && code <= 37) || (code >= 90 && code <= 97);
const isBackground = (code: number): boolean => (code >= 40 && code <= 47) || (code >= 100 && code <= 107);

/** How many parameters an extended colour (`38;5;n`, `38;2;r;g;b`) takes, its own included. */
const extent = (mode: string | undefined): number => (mode === '2' ? 5 : 3);

/** Applies the parameters of one SGR sequence to the pen. What is not known is left out. */
export const applyStyle = (pen: Pen, parameters: string): void => {
	const list = parameters.split(';');
	for (let index = 0; index < list.length; index++) {
		const parameter = list[index] ?? '';
		const code = Number(parameter);
		if (code === 0) {
			pen.foreground = '';
			pen.background = '';
			pen.attributes.clear();
		} else if (code === 38 || code === 48) {
			const taken = extent(list[index + 1]);
			pen[code === 38 ? 'foreground' : 'background'] = list.slice(index, index + taken).join(';');
			index += taken - 1;
		} else if (code === 39) {
			pen.foreground = '';
		} else if (code === 49) {
			pen.background = '';
		} else if (isForeground(code)) {
			pen.foreground = parameter;
		} else if (isBackground(code)) {
			pen.background = parameter;
		} else if (attributes.has(parameter)) {
			pen.attributes.add(parameter);
		} else {
			for (const off of offs[parameter] ?? []) {
				pen.attributes.delete(off);
			}
		}
	}
};

/** The pen's style as text. */
export const styleOf = ({foreground, background, attributes: on}: Pen): string =>
	[...[...on].sort(), foreground, background].filter(part => part !== '').join(';');

const names = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'];

/** The sixteen by their names; `redBright` is the bright one. */
const named = new Map(
	names.flatMap((name, index) => [[name, 30 + index] as const, [`${name}Bright`, 90 + index] as const]),
);

/** A colour as the parameters that switch it on: a name of the sixteen, `ansi256(n)`, `#rrggbb`. */
const colourOf = (colour: string, ground: 0 | 10): string => {
	const code = named.get(colour);
	if (code !== undefined) {
		return String(code + ground);
	}

	const number = /^ansi256\((\d+)\)$/u.exec(colour)?.[1];
	if (number !== undefined) {
		return `${38 + ground};5;${number}`;
	}

	const parts = /^#(..)(..)(..)$/u.exec(colour)?.slice(1) ?? [];
	return parts.length === 3 ? `${38 + ground};2;${parts.map(part => String(Number.parseInt(part, 16))).join(';')}` : '';
};

const styles = new WeakMap<Look, string>();

/** A look as the style of a cell: the same as what Ink's `Text` with these properties comes to. */
export const styleOfLook = (look: Look): string => {
	const known = styles.get(look);
	if (known !== undefined) {
		return known;
	}

	const style = [
		look.bold === true ? '1' : '',
		look.dimColor === true ? '2' : '',
		look.inverse === true ? '7' : '',
		look.strikethrough === true ? '9' : '',
		look.color === undefined ? '' : colourOf(look.color, 0),
		look.backgroundColor === undefined ? '' : colourOf(look.backgroundColor, 10),
	]
		.filter(part => part !== '')
		.join(';');
	styles.set(look, style);
	return style;
};
