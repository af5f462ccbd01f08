import type {Menu, Session} from './state.ts';

export const openMenu = (session: Session, menu: Menu): Session => ({
	...session,
	layer: {type: 'menu', menu},
	notice: undefined,
});

/** Moves within the open layer; `most` is how far that goes in a help, a palette or a page. */
export const moveInLayer = (session: Session, by: number, most: number): Session => {
	const {layer} = session;
	switch (layer.type) {
		case 'menu': {
			const count = layer.menu.offers.length;
			const selected = Math.max(0, Math.min(count - 1, layer.menu.selected + by));
			return {...session, layer: {type: 'menu', menu: {...layer.menu, selected}}};
		}

		case 'help': {
			return {...session, layer: {...layer, scroll: Math.max(0, Math.min(most, layer.scroll + by))}};
		}

		case 'palette': {
			return {...session, layer: {...layer, selected: Math.max(0, Math.min(most, layer.selected + by))}};
		}

		case 'page': {
			return {...session, layer: {...layer, scroll: Math.max(0, Math.min(most, layer.scroll + by))}};
		}

		// Where the rows are is not known here: see `openStart`.
		case 'start':
		case 'none': {
			return session;
		}
	}
};

/** The list of what may be begun, with the row of that line selected. */
export const openStart = (session: Session, line = ''): Session => ({
	...session,
	layer: {type: 'start', line},
	notice: undefined,
});

export const openHelp = (session: Session): Session => ({
	...session,
	layer: {type: 'help', search: '', scroll: 0},
	notice: undefined,
});

export const openPalette = (session: Session): Session => ({
	...session,
	layer: {type: 'palette', search: '', selected: 0},
	notice: undefined,
});

/** Nobody searches for more than this; what a terminal may send at once must not slow the search down. */
const longestSearch = 100;

/** Changes what is searched for in the open layer; a layer that has no search stays as it is. */
export const search = (session: Session, how: (search: string) => string): Session => {
	const {layer} = session;
	if (layer.type !== 'help' && layer.type !== 'palette') {
		return session;
	}

	const sought = how(layer.search).slice(0, longestSearch);
	return {
		...session,
		layer: layer.type === 'help' ? {...layer, search: sought, scroll: 0} : {...layer, search: sought, selected: 0},
		notice: undefined,
	};
};

/** A page to read, over the board. */
export const openPage = (session: Session, title: string, lines: readonly string[], isPicture = false): Session => ({
	...session,
	layer: {type: 'page', title, lines, scroll: 0, isPicture},
	notice: undefined,
});

/** The picture that is open drawn for another moment; it stays where it was moved to. */
export const redrawPicture = (session: Session, title: string, lines: readonly string[]): Session =>
	session.layer.type === 'page' && session.layer.isPicture
		? {...session, layer: {...session.layer, title, lines}}
		: session;
