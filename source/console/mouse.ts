import type {Mouse} from './keys/input.ts';
import type {PaneName} from './layout.ts';
import type {Session} from './session.ts';
import type {Spot} from './spot.ts';

/** What a mouse may do; each is what a key does too. */
export type MouseDeeds = {
	/** Goes to a pane, to one of its rows where there is one. */
	readonly goTo: (pane: PaneName, index: number | undefined) => void;
	readonly open: () => void;
	readonly mark: () => void;
	/** Moves within the list that has the focus, or in what lies over the board. */
	readonly move: (by: number) => void;
	readonly choose: () => void;
	readonly closeLayer: () => void;
	readonly toLine: () => void;
};

/** How many rows a notch of the wheel is. */
const notch = 3;

/** The place that is selected in what lies over the board. */
const chosenIn = ({layer}: Session): number | undefined =>
	layer.type === 'menu' ? layer.menu.selected : layer.type === 'palette' ? layer.selected : undefined;

/**
 * What the mouse does: a click selects, a second one on the same row opens, with ctrl it marks; the wheel scrolls what is
 * under it. What lies over the board takes every click, and closes on one beside it.
 */
export const mouseHandler = (
	session: () => Session,
	spotAt: (x: number, y: number) => Spot | undefined,
	deeds: MouseDeeds,
): ((input: Mouse) => void) => {
	const wheel = (spot: Spot | undefined, by: 1 | -1): void => {
		if (spot?.type === 'pane') {
			deeds.goTo(spot.pane, undefined);
			deeds.move(by * notch);
		} else if (spot?.type === 'layer') {
			// A choice is a row; a page is read.
			deeds.move(by * (chosenIn(session()) === undefined ? notch : 1));
		}
	};

	const inPane = (pane: PaneName, index: number | undefined, isMarking: boolean): void => {
		const {focus, selection} = session();
		const isSelected = focus === pane && index !== undefined && selection?.pane === pane && selection.index === index;
		if (isSelected && !isMarking) {
			deeds.open();
			return;
		}

		deeds.goTo(pane, index);
		if (isMarking && index !== undefined) {
			deeds.mark();
		}
	};

	const inLayer = (index: number | undefined): void => {
		const chosen = chosenIn(session());
		if (index !== undefined && index === chosen) {
			deeds.choose();
		} else if (index !== undefined && chosen !== undefined) {
			deeds.move(index - chosen);
		}
	};

	return ({deed, ctrl, x, y}) => {
		const spot = spotAt(x, y);
		if (deed !== 'click') {
			wheel(spot, deed === 'wheel-up' ? -1 : 1);
			return;
		}

		switch (spot?.type) {
			case 'pane': {
				inPane(spot.pane, spot.index, ctrl);
				break;
			}

			case 'layer': {
				inLayer(spot.index);
				break;
			}

			case 'beside': {
				deeds.closeLayer();
				break;
			}

			case 'line': {
				deeds.toLine();
				break;
			}

			case undefined: {
				break;
			}
		}
	};
};
