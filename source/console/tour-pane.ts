import type {Cell} from '../looks/cell.ts';
import {drawRow, type Drawing} from '../looks/drawing.ts';
import {glyphs} from '../looks/glyphs.ts';
import {fewLines} from '../looks/list.ts';
import type {Size} from '../looks/size.ts';
import {columns} from '../text.ts';
import {type Binding, keyLabel} from './keymap.ts';
import type {Guidance, KeyOf} from './tour.ts';

/** Below this a step's lines are broken in two. */
const wide = 78;

/** How many rows the tour takes of a screen of that size. */
export const tourRows = (width: number, rows: number): number => (width >= wide || rows < 16 ? 3 : 5);

/** The name of the key that does a deed, as the table of keys has it now. */
export const keyOfIn =
	(keys: readonly Binding[]): KeyOf =>
	deed =>
		keyLabel(keys.find(one => one.deed === deed && one.keys.length > 0)?.keys[0] ?? `/${deed}`);

const cellsOf = ({todo, why}: Guidance, {width, height}: Size): readonly Cell[] => {
	const room = height - 1;
	const first = fewLines(todo, width - 2, width >= wide ? 1 : 2);
	const second = fewLines(why, width - 2, Math.max(1, room - first.length));
	return [
		...first.map((text): Cell => ({text: ` ${text}`, tone: 'strong'})),
		...second.map((text): Cell => ({text: ` ${text}`, tone: 'quiet'})),
	].slice(0, room);
};

/** The step that comes next: what to do, and why. It takes no keys. */
export const drawTour = (guidance: Guidance, size: Size): Drawing => {
	const {width} = size;
	const head = `${glyphs.across.repeat(2)} ${guidance.head} `;
	const rule = glyphs.across.repeat(Math.max(0, width - columns(head)));
	return [
		drawRow([{text: head + rule, tone: 'heading'}], width),
		...cellsOf(guidance, size).map(cell => drawRow([cell], width)),
	];
};
