import {drawFooter, drawLine, drawSaying, type Saying} from '../../source/console/composer.ts';
import type {Binding} from '../../source/console/keymap.ts';
import type {Line} from '../../source/console/line.ts';
import type {Drawing} from '../../source/looks/drawing.ts';

/** The rows of the composer as they stand under one another on the screen. */
export const composer = ({
	line,
	saying,
	bindings,
	invitation,
	width,
}: {
	readonly line: Line;
	readonly saying: Saying;
	readonly bindings: readonly Binding[];
	readonly invitation: string;
	readonly width: number;
}): Drawing => [...drawLine(line, invitation, width), ...drawSaying(saying, width), ...drawFooter(bindings, width)];
