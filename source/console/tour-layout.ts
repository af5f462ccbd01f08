import {layout, type Layout, type PaneName} from './layout.ts';
import type {Rectangle} from './screen/rectangle.ts';
import type {Screen} from './screen/screen.ts';
import type {Stores} from './stores.ts';
import {tourRows} from './tour-pane.ts';

/**
 * The layout of a screen on which the tour, while one is under way, has rows of its own above the composer. The board
 * is laid out for a screen that is lower by as much: nothing is covered, and every key works as ever.
 */
export const layoutBeside = (
	screen: Pick<Screen, 'columns' | 'rows'>,
	{tour, past, transport, session, listed}: Pick<Stores, 'tour' | 'past' | 'transport' | 'session' | 'listed'>,
): {
	readonly layoutFor: (front?: PaneName, zoomed?: PaneName) => Layout;
	readonly tourArea: (laid: Layout) => Rectangle;
} => {
	const rowsNow = (): number => (tour.get() === undefined ? 0 : tourRows(screen.columns, screen.rows));
	return {
		layoutFor(front, zoomed) {
			const rows = rowsNow();
			const laid = layout(screen.columns, screen.rows - rows, front, zoomed, {
				isPast: past.get() !== undefined || transport.get() !== undefined,
				view: session.get().view,
				isDrill: listed.get().board.exercise.drill !== undefined,
			});
			return rows === 0 ? laid : {...laid, composer: {...laid.composer, y: laid.composer.y + rows}};
		},
		tourArea({composer}) {
			const rows = rowsNow();
			return {x: 0, y: composer.y - rows, width: composer.width, height: rows};
		},
	};
};
