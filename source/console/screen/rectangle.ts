/** A part of the screen, in columns and rows from its upper left corner. */
export type Rectangle = {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
};

/** True when both cover the same cells. */
export const isSameRectangle = (one: Rectangle, other: Rectangle): boolean =>
	one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height;
