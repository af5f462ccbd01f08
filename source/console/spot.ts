import {windowOf} from '../looks/list.ts';
import {inside, type Size} from '../looks/size.ts';
import {type Layout, type PaneName, paneNames} from './layout.ts';
import {leastOffers, type Overlay, toldRows} from './overlay.ts';
import type {Rectangle} from './screen/rectangle.ts';

/** What stands in a cell of the screen, as far as a click can mean it. */
export type Spot =
	/** A pane, and the place in its list of the row that is there. */
	| {readonly type: 'pane'; readonly pane: PaneName; readonly index: number | undefined}
	/** A row of what lies over the board; its place is undefined beside the rows. */
	| {readonly type: 'layer'; readonly index: number | undefined}
	/** What a layer leaves free. */
	| {readonly type: 'beside'}
	| {readonly type: 'line'};

const isIn = ({x, y, width, height}: Rectangle, column: number, row: number): boolean =>
	column >= x && column < x + width && row >= y && row < y + height;

/** The place of what may be chosen on a row of an overlay, counted from its uppermost row. */
const choiceAt = (overlay: Overlay, size: Size, row: number): number | undefined => {
	const inner = inside(size);
	const [above, count, selected] =
		overlay.type === 'menu'
			? [
					toldRows(overlay.menu, inner.width, inner.height - leastOffers(overlay.menu, inner.height)).length,
					overlay.menu.offers.length,
					overlay.menu.selected,
				]
			: overlay.type === 'palette'
				? [1, overlay.rows.length, overlay.selected]
				: [0, 0, 0];
	const {first, last} = windowOf(count, selected, Math.max(0, inner.height - above));
	const at = first + row - 1 - above;
	return at >= first && at < last ? at : undefined;
};

/** What stands at a column and a row; undefined where nothing does that could be meant. */
export const spotAt = (
	{
		layout,
		places,
		overlay,
	}: {
		readonly layout: Layout;
		/** Of each pane the place in its list of what each of its rows shows. */
		readonly places: ReadonlyMap<PaneName, readonly (number | undefined)[]>;
		readonly overlay: {readonly area: Rectangle; readonly of: Overlay} | undefined;
	},
	x: number,
	y: number,
): Spot | undefined => {
	if (overlay !== undefined) {
		return isIn(overlay.area, x, y)
			? {type: 'layer', index: choiceAt(overlay.of, overlay.area, y - overlay.area.y)}
			: {type: 'beside'};
	}

	if (y === layout.composer.y) {
		return {type: 'line'};
	}

	for (const pane of paneNames) {
		const area = layout.panes[pane];
		if (area !== undefined && isIn(area, x, y)) {
			return {type: 'pane', pane, index: places.get(pane)?.[y - area.y]};
		}
	}

	return undefined;
};
