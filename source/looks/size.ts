/** The size of a pane, in columns and rows. */
export type Size = {readonly width: number; readonly height: number};

/** What is left inside a frame. */
export const inside = ({width, height}: Size): Size => ({
	width: Math.max(0, width - 4),
	height: Math.max(0, height - 2),
});
